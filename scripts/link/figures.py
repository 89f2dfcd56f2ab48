"""Which report a figure belongs to, which statement holds it, and of which figure it is a part."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from schemas.tables import codelist
from scripts.lexicon import rows as lexicon
from scripts.link.account import Number
from scripts.link.guests import attending
from scripts.link.kinds import classes_of, mention_words, pace, shared_by_all
from scripts.link.sides import Sides, sides_of
from scripts.link.spans import measured
from scripts.link.values import Row, by_key, in_text
from scripts.link.words import line_of, sentence_of

_NEXT = re.compile(r"\W*(\w+)")
_OFF = re.compile(r"\s+of\s")
_WORD = re.compile(r"[^\W\d_]+")
#: What stands before the time that somebody is sentenced to.
_PENALTY = re.compile(r"\b(?:to|sentence of|term of|jailed for|imprisoned for)\s+(?:a\s+)?$", re.I)
_FOR = re.compile(r"[^,.;:]{0,40}\bfor\s+(?:\w+\s+)?", re.IGNORECASE)
_OF = re.compile(r"\W*of\W+(?:\w+\W+){0,2}$")


@cache
def measure_rank(measure: str, type_: str) -> int:
    """How well an event of this type carries such a figure: 1 best, 0 not at all."""
    ranks = [
        int(row["rank"])
        for row in lexicon("measure_events")
        if (row["measure"], row["type"]) == (measure, type_)
    ]
    return min(ranks) if ranks else 0


def unit_class(figure: Row) -> str:
    """The class of the figure's unit: count, duration, money, share, distance or area."""
    return str(codelist("units").rows[figure["unit"]]["unit_class"])


def sides_fit(figure: Row, sides: Sides, shared: bool) -> bool:
    """Whether the figure's people can be those of the event: none told contradicts the other."""
    by, of = figure.get("by_actor_id"), figure.get("of_actor_id")
    givers = sides.all if shared or not sides.sources else sides.sources
    takers = sides.all if shared or not sides.targets else sides.targets
    if by and sides.sources and by not in givers | sides.helpers:
        return False
    if figure.get("measure") == "troops":
        takers = takers | sides.all  # whose they are is who sent them
    return not (of and sides.targets and of not in takers)


def _span(row: Row) -> tuple[int, int]:
    return row["char_start"], row["char_end"]


def _gap(a: Row, b: Row) -> int:
    return max(0, int(a["char_start"] - b["char_end"]), int(b["char_start"] - a["char_end"]))


def _same_sentence(figure: Row, report: Row, text: str) -> bool:
    mine, theirs = figure.get("_sentence"), report.get("_sentence")
    if mine is not None and theirs is not None:
        return bool(mine == theirs)
    if line_of(text, figure["char_start"]) != line_of(text, report["char_start"]):
        return False
    return sentence_of(text, *_span(figure)) == sentence_of(text, *_span(report))


def _rank(figure: Row, report: Row, sides: Sides, text: str) -> int:
    """How well the report carries the figure; 0: not at all."""
    covered = report["char_start"] <= figure["char_start"] < report["char_end"]
    shared = shared_by_all(classes_of(report))
    measure = figure.get("measure")
    if measure and measure != "other":
        rank = measure_rank(measure, report["type"])
        return rank if sides_fit(figure, sides, shared) else 0
    if unit_class(figure) != "duration":
        gathered = report["type"] == "CONSULT" and attending(figure, text) is not None
        return 1 if covered or gathered else 0
    if report["mode"] == "convict":
        return 1 if is_penalty(figure, text) else 0
    following = _NEXT.match(text, figure["char_end"])
    if following and following.group(1).lower() in mention_words("offset"):
        return 0
    if _of_another(figure, report, text):
        return 0
    of = measured(figure, text)
    if of is not None:
        return 1 if of == report["type"] else 0
    if report["type"] == "ASSAULT" and not (covered or _for_a_time(figure, report, text)):
        return 0
    if pace(classes_of(report)) == "lasting" or report["type"] in {"CONSULT", "ASSAULT"}:
        return 1
    return 0


def is_penalty(figure: Row, text: str) -> bool:
    """Whether a time is what somebody is sentenced to: "to 12 years", "a 12-year jail term"."""
    following = text[figure["char_end"] : line_of(text, figure["char_end"])[1]]
    words = [word.lower() for word in _WORD.findall(following)[:3]]
    named = not mention_words("penalty").isdisjoint(words)
    return named or _PENALTY.search(text[: figure["char_start"]]) is not None


def _of_another(figure: Row, report: Row, text: str) -> bool:
    """Whether the figure counts off something else: "three days of mourning" beside an attack."""
    if report["char_start"] <= figure["char_start"] and figure["char_end"] < report["char_end"]:
        return False
    between = text[figure["char_end"] : report["char_start"]]
    off = _OFF.match(text, figure["char_end"])
    if off is None or _OF.match(between):
        return False
    words = [word.lower() for word in _WORD.findall(text[off.end() : off.end() + 60])[:3]]
    deeds = _deed_nouns(report["type"])
    forms = {word.removesuffix(end) for word in words for end in ("", "s", "es")}
    return forms.isdisjoint(deeds)


@cache
def _deed_nouns(type_: str) -> frozenset[str]:
    """Nouns that tell of events of a type ("44 days of clashes" beside a war)."""
    nouns = (row for row in lexicon("triggers") if row["pos"] == "NOUN" and row["type"] == type_)
    return frozenset(row["lemma"] for row in nouns)


def _for_a_time(figure: Row, report: Row, text: str) -> bool:
    """Whether a time ends the words of a deed: "shelled the town for nine hours"."""
    if figure["char_start"] < report["char_end"]:
        return _of_report(figure, report, text)
    return _FOR.fullmatch(text[report["char_end"] : figure["char_start"]]) is not None


def _of_report(figure: Row, report: Row, text: str) -> bool:
    """Whether the report's words are what the figure counts off ("six weeks of fighting")."""
    between = text[figure["char_end"] : report["char_start"]]
    return bool(between) and _OF.match(between) is not None


def _everywhere(report: Row) -> Iterator[Row]:
    """The report, and again for each place where a bare noun points back to it ("the talks")."""
    yield report
    for start, end in report.get("_again", ()):
        yield {**report, "char_start": start, "char_end": end, "_sentence": None}


def holders(
    figures: Iterable[Row],
    reports: Iterable[Row],
    participants: Iterable[Row],
    texts: Mapping[str, str],
) -> dict[str, str]:
    """figure_id → report_id of the report in its sentence that it belongs to, where one does.

    A figure of people goes with a report whose kind fits its measure and whose sides do not
    contradict its own; any other figure only with a report whose words hold it; a duration also
    with what it counts off. Of several, the closest.
    """
    parts = by_key(participants, "report_id")
    placed = by_key(chain.from_iterable(map(_everywhere, in_text(reports))), "source_id")
    found: dict[str, str] = {}
    for figure in in_text(figures):
        source = figure["source_id"]
        text = texts.get(source, "")
        fits = []
        for report in placed.get(source, ()):
            if not _same_sentence(figure, report, text):
                continue
            sides = sides_of(parts.get(report["report_id"], ()))
            rank = _rank(figure, report, sides, text)
            if rank:
                fits.append(
                    (
                        not _of_report(figure, report, text),
                        rank,
                        _gap(figure, report),
                        report["char_end"] - report["char_start"],
                        report["char_start"],
                        report["report_id"],
                    )
                )
        if fits:
            found[figure["figure_id"]] = min(fits)[-1]
    return found


def number(figure: Row) -> Number | None:
    """A figure as far as it can tell events apart; None where it says too little for that."""
    if figure.get("value") is None:
        return None
    measure = figure.get("measure")
    if measure and measure != "other":
        return measure, float(figure["value"]), str(figure.get("of_actor_id") or "")
    if unit_class(figure) == "count":
        words = str(figure.get("counted") or "").lower().split()
        if figure["value"] < 2 or not words or words[-1] in mention_words("party"):
            return None
        return f"count of {words[-1]}", float(figure["value"]), ""
    return figure["unit"], float(figure["value"]), ""


def numbers_by_report(figures: Iterable[Row], held: Mapping[str, str]) -> dict[str, list[Number]]:
    """report_id → its figures, as far as they can tell events apart."""
    found: dict[str, list[Number]] = {}
    for figure in in_text(figures):
        key = number(figure)
        report = held.get(figure["figure_id"])
        if key is not None and report is not None:
            found.setdefault(report, []).append(key)
    return found


def statement_of(figures: Iterable[Row], statements: Iterable[Row]) -> dict[str, str]:
    """figure_id → statement_id of the narrowest statement whose words hold the figure."""
    said = by_key(in_text(statements), "source_id")
    found: dict[str, str] = {}
    for figure in in_text(figures):
        around = [
            (row["char_end"] - row["char_start"], row["char_start"], row["statement_id"])
            for row in said.get(figure["source_id"], ())
            if row["char_start"] <= figure["char_start"] and figure["char_end"] <= row["char_end"]
        ]
        if around:
            found[figure["figure_id"]] = min(around)[-1]
    return found


def wholes(figures: Iterable[Row]) -> dict[str, str]:
    """figure_id → the figure_id of which it is a part, from the span that `_subset_of` holds."""
    listed = in_text(figures)
    places = {(row["source_id"], *_span(row)): row["figure_id"] for row in listed}
    found: dict[str, str] = {}
    for row in listed:
        span = row.get("_subset_of")
        if span is None:
            continue
        start, end = (span.start, span.end) if hasattr(span, "start") else span
        whole = places.get((row["source_id"], start, end))
        if whole is not None and whole != row["figure_id"]:
            found[row["figure_id"]] = whole
    return found
