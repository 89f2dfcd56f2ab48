"""What the words of a date say: from a form's match to the fields of `DateWords`.

A reader gives the fields, "start" and "end" among them where the date is less than the match, or
None where the match is no date after all.
"""

import re
from math import ceil
from typing import Any

from scripts.find.date_words import (
    DASH,
    S,
    count_of,
    counts_things,
    folded,
    month_of,
    weekday_of,
    word_after,
    word_before,
    words,
)
from scripts.find.month_names import bearers

Fields = dict[str, Any]
Match = re.Match[str]

_RANGE_FOLLOWS = re.compile(rf"{DASH}|{S}(?:and|to|until|till|through)\b")
#: Words after which "the next week" is seven days and no week of the calendar.
_SPANNING = {"in", "within", "over", "during", "for", "throughout"}
_WEEK_OF = re.compile(rf"\bweek{S}of{S}(?:the{S})?\Z")
#: "The start of the 2020 season" is no part of that year.
_OF_THE = re.compile(rf"\bof{S}the{S}\d+\Z")
_THING = re.compile(
    rf"{S}(?!(?:in|on|at|and|or|to|with|for|when|as|after|before|but|by|the|was|were|is|has|had|of"
    r"|from|until|since|that|which|who|while|because)\b)[A-Za-z]"
)
_CLAUSE_FOLLOWS = re.compile(rf"{S}[\w\"“‘]")


def _part(match: Match) -> str:
    named = match.groupdict()
    word = named.get("part") or named.get("part_noun")
    return {**words("part"), **words("part_noun")}[folded(word)] if word else ""


def _part_in_unit(match: Match) -> str:
    known = {**words("part_of_unit"), **words("part"), **words("part_noun")}
    return known[folded(match["part"])]


def _shift(match: Match) -> Fields:
    """Last, this and next count from publication, previous and following from what was told."""
    if not match["which"]:
        return {"anchor": "publication"}
    word = folded(match["which"])
    anchor = "context" if word in {"previous", "preceding", "following"} else "publication"
    return {"shift": int(words("shift")[word]), "anchor": anchor, "which": word}


def full_day(match: Match) -> Fields | None:
    """A day of a month; the year may be missing, and a second day makes it a range."""
    text, month = match.string, month_of(match["month"])
    if _WEEK_OF.search(text, max(0, match.start() - 12), match.start()):
        return {"kind": "ambiguous"}  # "the week of 6 May" may begin on it
    alone = match.start("month") == match.start() and match.end("day") == match.end()
    after_in = alone and word_before(text, match.start()).lower() == "in"
    if after_in and word_after(text, match.end("day")).islower():  # "in May 20 people were hurt"
        return {"kind": "month", "month": month, "end": match.end("month")}
    found: Fields = {"kind": "day", "month": month, "day": int(match["day"]), **_named_year(match)}
    if match["weekday"]:
        found["weekday"] = weekday_of(match["weekday"])
    if match["last_day"]:
        if not match["year"] and word_after(text, match.end("last_day")) in words("counted"):
            return {**found, "end": match.end("day")}
        found["last_day"] = int(match["last_day"])
    if match["year"] and counts_things(text, match["year"], match.end("year")):
        return {**found, "end": max(match.end("day"), match.end("month"), match.end("last_day"))}
    if match["year"]:
        found["year"] = int(match["year"])
    return found


def _named_year(match: Match) -> Fields:
    """March of last year."""
    if not match["named_year"]:
        return {}
    shift = int(words("shift")[folded(match["named_year"])])
    return {"unit": "year", "shift": shift, "anchor": "publication"}


def iso(match: Match) -> Fields | None:
    """2023-12-08."""
    found = {name: int(match[name]) for name in ("year", "month", "day")}
    return {"kind": "day", **found}


def numeric(match: Match) -> Fields | None:
    """13/12/2023: which is the month is known only where one of the two cannot be."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if not (0 < first <= 31 and 0 < second <= 31) or min(first, second) > 12:
        return None
    if first > 12 or first == second:
        return {"kind": "day", "year": year, "month": second, "day": first}
    if second > 12:
        return {"kind": "day", "year": year, "month": first, "day": second}
    return {"kind": "ambiguous"}


def month_and_year(match: Match) -> Fields | None:
    """March 2023, late March 2023."""
    month = {"kind": "month", "month": month_of(match["month"]), "part": _part(match)}
    if counts_things(match.string, match["year"], match.end("year")):
        return {**month, "end": match.end("month")} if match["part"] else None
    return {**month, "year": int(match["year"])}


def _is_name(match: Match) -> bool:
    return folded(match["month"]) in bearers(match.string)


def bare_month(match: Match) -> Fields | None:
    """In March: a month without its year needs a word before it that makes it a month."""
    word, cue = folded(match["month"]), folded(match["cue"])
    if word in words("month_also") and not match["named_year"]:
        ranged = cue in {"from", "between"} and _RANGE_FOLLOWS.match(
            match.string, match.end("month")
        )
        if not (ranged or words("month_cue")[cue] == "strict") or _is_name(match):
            return None
    month = {"kind": "month", "month": month_of(match["month"]), "start": match.start("month")}
    return {**month, **_named_year(match)}


def month_of_event(match: Match) -> Fields | None:
    """The April talks; March, when a raid killed nine."""
    named = "month" if match["month"] else "before"
    if not match[named][:1].isupper() or folded(match[named]) in bearers(match.string):
        return None
    found = {"kind": "month", "month": month_of(match[named]), "start": match.start(named)}
    return {**found, "attributive": named == "month"}


def part_of_month(match: Match) -> Fields | None:
    """Mid-March, the end of March."""
    return {"kind": "month", "month": month_of(match["month"]), "part": _part(match)}


def which_month(match: Match) -> Fields | None:
    """Last April, late last July, early this June."""
    if _is_name(match):
        return None
    month = {"kind": "month", "month": month_of(match["month"]), "part": _part(match)}
    return {**month, **_shift(match)}


def season(match: Match) -> Fields | None:
    """The fall of 2020, winter 2019–20."""
    found: Fields = {"kind": "season", "season": words("season")[folded(match["season"])]}
    return {
        **found,
        "part": _part(match),
        "year": int(match["year"]),
        "two_years": bool(match["second"]),
    }


def which_season(match: Match) -> Fields | None:
    """Last spring; in the summer."""
    found = {"kind": "season", "season": words("season")[folded(match["season"])]}
    return {**found, "start": match.start("date"), **_shift(match)}


def part_of_year(match: Match) -> Fields | None:
    """Late 2020, the first half of 2021."""
    if counts_things(match.string, match["year"], match.end("year")):
        return None
    year: Fields = {"kind": "year", "year": int(match["year"])}
    if _OF_THE.search(match.group()) and _THING.match(match.string, match.end()):
        return {**year, "attributive": True, "start": match.start("year")}
    return {**year, "part": _part(match)}


def bare_year(match: Match) -> Fields | None:
    """In 2020: four digits after a word that goes with a year."""
    weak = words("year_cue")[folded(match["cue"])] == "weak"
    if counts_things(match.string, match["year"], match.end("year"), weak):
        return None
    return {"kind": "year", "year": int(match["year"]), "start": match.start("year")}


def attributive_year(match: Match) -> Fields | None:
    """The 2020 war: a year that belongs to a noun."""
    if counts_things(match.string, match["year"], match.end("year"), weak=True):
        return None
    year = int(match["year"])
    return {"kind": "year", "year": year, "attributive": True, "start": match.start("year")}


def parenthetical_year(match: Match) -> Fields | None:
    """The treaty (1994)."""
    return {"kind": "year", "year": int(match["year"]), "start": match.start("year")}


def beside_year(match: Match) -> Fields | None:
    """Post-2020."""
    modifier = "after" if folded(match["side"]) == "post" else "before"
    return {"kind": "year", "year": int(match["year"]), "modifier": modifier, "attributive": True}


def years(match: Match) -> Fields | None:
    """2020-2023, 2020–23."""
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return {"kind": "year", "year": first, "last_year": end} if first < end else None


def decade(match: Match) -> Fields | None:
    """The 1990s, the early 1990s."""
    return {"kind": "decade", "year": int(match["decade"]), "part": _part(match)}


def weekday(match: Match) -> Fields | None:
    """Thursday, last Thursday, Thursday last week."""
    if not match["which"]:
        if word_before(match.string, match.start()).lower() in words("weekday_before"):
            return None
        after = word_after(match.string, match.end("weekday"))
        if after[:1].isupper() and after.lower() in words("weekday_after"):
            return None
    found: Fields = {"kind": "weekday", "weekday": weekday_of(match["weekday"])}
    if folded(match["which"] or "") == "following" and match["the"] is None:
        return {**found, "anchor": "publication", "modifier": "after"}  # after that of Friday
    found |= _shift(match)
    if match["week"]:
        found |= {"unit": "week", "shift": int(words("shift")[folded(match["week"])])}
    return found


def today(match: Match) -> Fields | None:
    """Today, yesterday, tonight; with a capital only where a sentence begins, for papers' names."""
    word = match["today"]
    before = word_before(match.string, match.start("today"))
    if word[0].isupper() and before and not before.endswith("."):
        return None
    shift = int(words("today")[folded(word)])
    return {"kind": "relative", "unit": "day", "shift": shift, "anchor": "publication"}


def relative(match: Match) -> Fields | None:
    """Last week, this month, next year; the next day; over the past year."""
    if match["unit"][0].isupper():  # names of papers and programmes
        return None
    unit, which = words("unit").get(folded(match["unit"]), "weekend"), folded(match["which"])
    found: Fields = {"kind": "relative", "unit": unit, **_shift(match)}
    if unit == "day":
        if which not in {"previous", "preceding", "next", "following"}:
            return None
        return {**found, "kind": "offset", "anchor": "context"}
    if match["part"]:
        found["part"] = _part_in_unit(match)
    elif which in {"last", "past", "next", "coming"} and match["the"]:
        before = word_before(match.string, match.start()).lower()
        if which == "next" and before not in _SPANNING:  # "he left the next month"
            return {**found, "anchor": "context"}
        found["kind"] = "rolling"
    return found


def rolling(match: Match) -> Fields | None:
    """The past three days, the next 72 hours."""
    counted, unit = count_of(match["number"]), folded(match["unit"])
    sign = int(words("rolling")[folded(match["which"])])
    found: Fields = {"kind": "rolling", "anchor": "publication", "unit": unit}
    if unit in words("hours"):
        found["unit"] = "day"
        counted = None if counted is None else ceil(counted * int(words("hours")[unit]) / 24)
    return {**found, "shift": None if counted is None else sign * counted}


def vague_rolling(match: Match) -> Fields | None:
    """In recent weeks, in the coming days: of no length that anybody could tell."""
    return {"kind": "rolling", "unit": folded(match["unit"]), "anchor": "publication"}


def overnight(_: Match) -> Fields | None:
    """The night before publication, if no other date stands near."""
    return {"kind": "relative", "unit": "night", "shift": 0, "anchor": "publication"}


def part_of_unit(match: Match) -> Fields | None:
    """The end of the year, later in the week: of the year that is told of, or of publication."""
    unit = words("unit")[folded(match["unit"])]
    found = {"kind": "relative", "unit": unit, "shift": 0, "part": _part_in_unit(match)}
    return {**found, "anchor": "context" if unit == "day" else "nearest"}


def weekend(match: Match) -> Fields | None:
    """Over the weekend."""
    found = {"kind": "relative", "unit": "weekend", "shift": 0, "anchor": "publication"}
    return {**found, "start": match.start("date")}


def offset(match: Match) -> Fields | None:
    """Six days earlier, two years ago, about a month after the war, the day before."""
    word = folded(match["side"])
    side = words("side")[word]
    counted = count_of(match["number"]) if match["number"] else 1 if match["the"] else None
    bound = words("bound")[folded(match["bound"])] if match["bound"] else ""
    if match["half"] or bound == "open":
        counted = None
    anchor = "publication" if side in {"ago", "from_now"} else "context"
    if word in {"before", "after", "prior to"} and _CLAUSE_FOLLOWS.match(
        match.string, match.end("side")
    ):
        anchor = "clause"
    if word_before(match.string, match.start()).lower() in {"half", "to"}:
        counted = None  # "half a year ago", "two years to the day after"
    unit = folded(match["unit"])
    unit = unit if unit in words("unit") else unit.removesuffix("s")
    if unit in words("hours") and bound != "open" and not match["half"]:
        counted = max(counted or 0, 1) * int(words("hours")[unit])  # "hours later": before a day
    return {
        "kind": "offset",
        "unit": "hour" if unit in words("hours") else words("unit").get(unit, "day"),
        "shift": None if counted is None else counted * (-1 if side in {"ago", "earlier"} else 1),
        "anchor": anchor,
        "about": bound == "about",
    }


def same(match: Match) -> Fields | None:
    """The same day, that year."""
    unit = words("unit").get(folded(match["unit"]), "day")
    unit = "weekend" if folded(match["unit"]) == "weekend" else unit
    return {"kind": "relative", "unit": unit, "shift": 0, "anchor": "context"}


def then(match: Match) -> Fields | None:
    """Since then."""
    modifier = words("modifier")[folded(match["cue"])]
    return {"kind": "then", "modifier": modifier, "anchor": "context"}


def clock(_: Match) -> Fields | None:
    """A time of day: no date, but no number either."""
    return {"kind": "clock"}
