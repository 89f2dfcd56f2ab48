"""What the words around a figure say of the count: its day, an earlier count, one part of several.

A figure gets keys that are no columns: `_as_of`, the day that the words set for the count itself;
`_earlier`, whether they call it an earlier count; `_part`, whether it is one of several counts that
go together ("nine in one town and five in another", "another two"); `_kind`, the word for the
people of a part that is counted by a number alone ("three of them children"); `_list`, the same
for figures that one sentence lists; `_beside`, the figures that it is a part beside; `_attends`,
whether it counts guests of a gathering.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import pairwise

from scripts.lexicon import rows as lexicon
from scripts.link.guests import attending
from scripts.link.values import Row, by_key, in_text
from scripts.link.words import line_of, sentence_of
from scripts.read.sentences import sentences

_REACH = 40  #: characters before a figure in which words may say what kind of count it is
_OTHER_WORDS = r"(?:\s+\w+){0,2}"
_AT_A_PLACE = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:in|at|near|outside|around|from)\s+(?:the\s+)?(?:\w+\s+of\s+)?[A-Z]"
)
_JOINED = re.compile(r"[^.;:]*?(?:,|\band\b|\bwhile\b|\bplus\b)[^.;:]*", re.DOTALL)
_IS = re.compile(
    r"(?:\s+of\s+(?:them|whom|those|these|the\s+\w+))?,?(?:(?:\s+\w+)?\s+(?:were|are|was|is|being))?"
    r"\s+(?:also\s+)?([^\W\d_]+)"
)
_ON = re.compile(
    r"\s*(?:people|dead|deaths|victims)?\s*(?:late\s+|early\s+)?(?:on\s+)?", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\s+$")
_TO = re.compile(r"\s*(?:\w+\s+)?to\s+$")


@cache
def _words(kind: str) -> str:
    listed = sorted(
        (row["word"] for row in lexicon("count_words") if row["kind"] == kind),
        key=lambda word: (-len(word), word),
    )
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed)


@cache
def _before(kind: str) -> re.Pattern[str]:
    """Words of a kind right before a figure, two others at most between."""
    return re.compile(rf"\b(?:{_words(kind)}){_OTHER_WORDS}\s+$", re.IGNORECASE)


@cache
def _people() -> frozenset[str]:
    """Nouns for people, in singular and plural."""
    return frozenset(row[form] for row in lexicon("persons") for form in ("singular", "plural"))


@cache
def _until() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('until')})\s+(?:the\s+\w+\s+of\s+)?$", re.IGNORECASE)


@cache
def _until_inside() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('until')})\b", re.IGNORECASE)


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('more')})\b(?!\s+than\b)", re.IGNORECASE)


@cache
def _one_more() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('more')})\s+$", re.IGNORECASE)


def _day(figure: Row) -> date | None:
    """The one day that the date words on the figure's verb tell."""
    told = figure.get("_date")
    return told[0] if told is not None and told[0] == told[1] else None


def _lead(figure: Row, text: str) -> str:
    start = figure["char_start"]
    return text[max(line_of(text, start)[0], start - _REACH) : start]


def _stated(figure: Row, text: str, risen: bool) -> date | None:
    """The day that the words set for the count: "by Tuesday", "as of 5 May", "rose on Monday"."""
    day, span = _day(figure), figure.get("_date_span")
    if day is None or span is None:
        return None
    lead = text[max(0, span[0] - _REACH) : span[0]]
    if _until().search(lead) or _until_inside().match(text[span[0] : span[1]]):
        return day
    begins = _sentence_begins(text, figure["char_start"])
    around = text[figure["char_end"] : span[0]] if span[0] > figure["char_end"] else None
    first = text[begins : span[0]] if around is None else around
    owned = text[span[1] : span[1] + 1] in {"'", "’"}
    return day if risen and not owned and _ON.fullmatch(first) else None


def _sentence_begins(text: str, at: int) -> int:
    start, end = line_of(text, at)
    return next((left for left, right in sentences(text, start, end) if left <= at < right), start)


def _kind(figure: Row, text: str) -> str | None:
    if figure.get("_subset_of") is None and not figure.get("subset_of_figure_id"):
        return None
    word = str(figure.get("counted") or "")
    if word and word not in {"them", "whom", "those", "these"}:
        return None
    found = _IS.match(text, figure["char_end"])
    noun = found.group(1).lower() if found else ""
    return noun if noun in _people() else None


def _same_deed(a: Row, b: Row) -> bool:
    return all(a.get(name) == b.get(name) for name in ("measure", "unit", "modality"))


def _same_people(a: Row, b: Row) -> bool:
    columns = ("measure", "of_actor_id", "by_actor_id", "unit", "modality")
    return all(a.get(name) == b.get(name) for name in columns)


def _whole(figure: Row) -> bool:
    return figure.get("_subset_of") is None and not figure.get("subset_of_figure_id")


def _joined(first: Row, second: Row, text: str) -> bool:
    """Whether two figures of a sentence are told in one list, of one thing that happened."""
    between = text[first["char_end"] : second["char_start"]]
    listed = _same_deed(first, second) and _whole(first) and _whole(second)
    return listed and _JOINED.fullmatch(between) is not None


def _apart(first: Row, second: Row, text: str) -> bool:
    """Whether two listed figures count alike people in two places, or more of them."""
    between = text[first["char_end"] : second["char_start"]]
    placed = all(_AT_A_PLACE.match(text, row["char_end"]) for row in (first, second))
    return _same_people(first, second) and (placed or bool(_more().search(between)))


def marked(figures: Iterable[Row], texts: Mapping[str, str]) -> dict[str, Row]:
    """figure_id → the keys that its words give (see above).

    Args:
        figures: Rows of `figures`; `_date` and `_date_span` hold days and place of the date words
            that hang on the figure's verb.
        texts: source_id → text of the article.
    """
    found: dict[str, Row] = {}
    for source, rows in sorted(by_key(in_text(figures), "source_id").items()):
        text = texts.get(source, "")
        for row in rows:
            lead = _lead(row, text)
            risen = bool(_before("rise").search(lead)) and not _before("before").search(lead)
            found[row["figure_id"]] = {
                "_as_of": _stated(row, text, risen),
                "_risen": risen,
                "_earlier": bool(_before("before").search(lead)),
                "_part": bool(_more().search(row["text"]) or _one_more().search(lead)),
                "_kind": _kind(row, text),
                "_attends": attending(row, text),
                "_beside": (),
            }
        for at, row in enumerate(rows):
            if not found[row["figure_id"]]["_part"]:
                continue
            before = [other["figure_id"] for other in rows[:at] if _same_deed(row, other)]
            found[row["figure_id"]].update(_part=bool(before), _beside=tuple(before))
        for first, second in pairwise(rows):
            if _sentence(first, text) != _sentence(second, text):
                continue
            marks = found[first["figure_id"]], found[second["figure_id"]]
            if _joined(first, second, text):
                marks[0].setdefault("_list", first["figure_id"])
                marks[1]["_list"] = marks[0]["_list"]
                if _apart(first, second, text):
                    marks[0]["_part"] = marks[1]["_part"] = True
                    marks[0]["_beside"] += (second["figure_id"],)
                    marks[1]["_beside"] += (first["figure_id"],)
            from_to = _FROM.search(_lead(first, text)) and _TO.fullmatch(
                text[first["char_end"] : second["char_start"]]
            )
            if from_to and _same_people(first, second):
                marks[0]["_earlier"] = True
                marks[1]["_as_of"] = _stated(second, text, risen=True)
                marks[1]["_risen"] = True
    return found


def parts_of_one_event(figures: Iterable[Row]) -> list[Row]:
    """The figures, those that are parts beside figures of other events alone as wholes.

    "Four in one town, hours after two in another" are parts of one toll, or the tolls of two
    attacks: the events tell.

    Args:
        figures: Rows of `figures` with their events and the keys of `marked`.
    """
    held = list(figures)
    event = {row["figure_id"]: row["event_id"] for row in held}
    return [
        {**row, "_part": False}
        if row.get("_part")
        and row["event_id"]
        and all(event.get(key) not in {None, row["event_id"]} for key in row["_beside"])
        else row
        for row in held
    ]


def _sentence(row: Row, text: str) -> str:
    return str(row.get("_sentence") or sentence_of(text, row["char_start"], row["char_end"]))
