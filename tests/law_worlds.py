"""Small worlds of news at random, for the laws that linking and comparing must keep.

A world is a list of papers, a paper a list of lines, so that a law can leave one out, add one or
print one twice. Everything is drawn from so few deeds, days, towns and numbers that papers tell of
the same, of nearly the same and of what cannot be the same. Two subjects share no actor, no town
and hardly a word.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.linking_world import World

_DAY = date(2031, 5, 1)
#: Words, value, bound, least and most of a number.
Number = tuple[str, float, str, float | None, float | None]
NUMBERS: tuple[Number, ...] = (
    ("12 people", 12, "exact", 12, 12),
    ("14 people", 14, "exact", 14, 14),
    ("19 people", 19, "exact", 19, 19),
    ("at least 14 people", 14, "at_least", 14, None),
    ("about 20 people", 20, "about", 15, 25),
    ("23 people", 23, "exact", 23, 23),
    ("up to 13 people", 13, "at_most", 0, 13),
)
_LENGTHS = (("six weeks", 6, "week"), ("44 days", 44, "day"), ("two months", 2, "month"))


@dataclass(frozen=True)
class Line:
    """One sentence and what is to be noted of it: what, the words in it, cells, further cells.

    key: what it tells of; no paper tells that twice.
    """

    key: str
    text: str
    notes: tuple[tuple[str, str, tuple[Any, ...], tuple[tuple[str, Any], ...]], ...]


@dataclass(frozen=True)
class Paper:
    """One article. day: of publication, counted from the first; None where nobody knows it."""

    source_id: str
    day: int | None
    lines: tuple[Line, ...]
    publisher: str = ""
    derived_from: str | None = None

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines) + "\n"


@dataclass(frozen=True)
class Subject:
    """Whom and what a world is about: two sides, a third, towns, and words of its own."""

    name: str
    sides: tuple[tuple[str, str], tuple[str, str]]
    thirds: tuple[str, str]
    country: tuple[str, str]
    towns: tuple[str, str]
    person: tuple[str, str]
    quote: str
    tails: tuple[str, ...]


LAKE = Subject(
    "lake",
    (("TCD", "Chad"), ("NER", "Niger")),
    ("NGA", "LBY"),
    ("NER", "Niger"),
    ("Zinder", "Diffa"),
    ("person-amadou-seyni", "Amadou Seyni"),
    "we shall guard all 30 wells and every herd until our neighbours keep their word",
    ("as traders by the lake recall", "herders told a visiting clerk", "which few had foreseen"),
)
COAST = Subject(
    "coast",
    (("CHL", "Chile"), ("PER", "Peru")),
    ("BOL", "ECU"),
    ("PER", "Peru"),
    ("Tacna", "Ilo"),
    ("person-rosa-quispe", "Rosa Quispe"),
    "my province asks for 12 schools before it asks anybody for another parade",
    ("while miners slept uphill", "fishermen heard on deck", "despite calm markets abroad"),
)


def _when(draw: st.DrawFn) -> tuple[str | None, str]:
    """A day or month for a report, and how it stands in the sentence."""
    kind = draw(st.sampled_from(("day", "day", "day", "month", None)))
    if kind is None:
        return None, ""
    day = _DAY + timedelta(draw(st.integers(0, 2)))
    if kind == "month":
        return f"{day:%Y-%m}", " in May"
    return str(day), f" on {day.day} May"


def _deed(
    draw: st.DrawFn, subject: Subject, words: str, kind: str, who: tuple[str, str], **more: Any
) -> Line:
    """A line with one report, perhaps with a day and a place, and with a figure if one is given."""
    when, on = _when(draw)
    town = draw(st.sampled_from((*subject.towns, subject.towns[0], subject.country[1], None)))
    where = f"place-{town.lower()}" if town else None
    clause = f"{words}{on}{f' at {town}' if town else ''}"
    figures = more.pop("figures", ())
    cells = {"when": when, "where": where, **more}
    notes = [("report", clause, (kind, *who), tuple(sorted(cells.items())))]
    notes += [
        ("figure", text, (value,), tuple(sorted(also.items()))) for text, value, also in figures
    ]
    tail = draw(st.sampled_from(subject.tails))
    return Line(kind + words[:9], f"{clause}, {tail}.", tuple(notes))


def _people(number: Number, **more: Any) -> tuple[str, float, dict[str, Any]]:
    words, value, bound, low, high = number
    return words, value, {"bound": bound, "low": low, "high": high, **more}


def _attack(draw: st.DrawFn, subject: Subject) -> Line:
    (one, by), (other, of) = subject.sides
    kind, verb = draw(st.sampled_from((("bombard", "shelled"), ("attack", "stormed"))))
    number = draw(st.sampled_from(NUMBERS))
    words = f"{by} {verb} {of} and killed {number[0]}"
    figure = _people(number, measure="killed", **draw(st.sampled_from(({}, {"of": other}))))
    return _deed(draw, subject, words, f"ASSAULT {kind}", (one, other), figures=[figure])


def _claim(draw: st.DrawFn, subject: Subject) -> Line:
    """What one side of an attack says of its dead."""
    (one, by), (other, of) = subject.sides
    speaker, name = draw(st.sampled_from(subject.sides))
    number = draw(st.sampled_from(NUMBERS))
    said = f"that {by} stormed {of} again and killed {number[0]}"
    when, on = _when(draw)
    figure = {**_people(number, measure="killed")[2]}
    notes = (
        ("report", f"stormed {of} again", ("ASSAULT attack", one, other), (("when", when),)),
        ("figure", number[0], (number[1],), tuple(sorted(figure.items()))),
        ("statement", said, (speaker,), (("kind", "indirect"),)),
    )
    return Line(f"claim {name}", f"{name} said {said}{on}.", notes)


def _talks(draw: st.DrawFn, subject: Subject) -> Line:
    (one, by), (other, of) = subject.sides
    third = draw(st.sampled_from((*subject.thirds, None)))
    more = {"mediator": third} if third else {}
    words = f"{by} and {of} met for talks"
    return _deed(draw, subject, words, "CONSULT meet", (f"{one} {other}", ""), **more)


def _release(draw: st.DrawFn, subject: Subject) -> Line:
    pair = draw(st.permutations(subject.sides))
    (one, by), (other, of) = pair
    mood = draw(st.sampled_from(("occurred", "announced")))
    number = draw(st.sampled_from(NUMBERS))
    words = f"{by} {'freed' if mood == 'occurred' else 'will free'} {number[0]} of {of}"
    figure = _people(number, measure="released", of=other, by=one, modality=mood)
    who = (one, other)
    return _deed(draw, subject, words, "RETREAT release", who, modality=mood, figures=[figure])


def _accord(draw: st.DrawFn, subject: Subject) -> Line:
    (one, by), (other, of) = subject.sides
    words = f"{by} and {of} issued a joint statement"
    return _deed(draw, subject, words, "AGREE joint_statement", (f"{one} {other}", ""))


def _war(draw: st.DrawFn, subject: Subject) -> Line:
    (one, by), (other, of) = subject.sides
    words, value, unit = draw(st.sampled_from(_LENGTHS))
    year = draw(st.sampled_from(("2011", "2019")))
    clause = f"{by} and {of} fought for {words} in {year}"
    notes = (
        ("report", clause, ("ASSAULT war", f"{one} {other}", ""), (("when", year),)),
        ("figure", words, (value,), (("unit", unit),)),
    )
    return Line(f"war {year}", f"{clause}.", notes)


def _quote(draw: st.DrawFn, subject: Subject) -> Line:
    actor, name = subject.person
    quote = subject.quote
    form = draw(st.sampled_from(("whole", "cut", "other number", "indirect")))
    words = quote.split()
    said = " ".join([*words[:5], "…", *words[-5:]]) if form == "cut" else quote
    if form == "other number":
        said = said.replace("30", "40").replace("12", "22")
    kind = "indirect" if form == "indirect" else "direct"
    text = f"{name} said {said}." if kind == "indirect" else f'"{said}," {name} said.'
    return Line(quote, text, (("statement", said, (actor,), (("kind", kind),)),))


_LINES = (
    _attack,
    _attack,
    _claim,
    _claim,
    _talks,
    _talks,
    _release,
    _release,
    _accord,
    _war,
    _quote,
)


@st.composite
def _line(draw: st.DrawFn, subject: Subject) -> Line:
    return draw(st.sampled_from(_LINES))(draw, subject)


@st.composite
def papers(
    draw: st.DrawFn, subject: Subject = LAKE, most: int = 4, begin: str = "p"
) -> tuple[Paper, ...]:
    """Two to so many papers on one subject, their ids beginning with some letters."""
    found = []
    for number in range(draw(st.integers(2, most))):
        line = _line(subject)
        lines = draw(st.lists(line, min_size=2, max_size=6, unique_by=lambda one: one.key))
        day = draw(st.one_of(st.none(), *[st.integers(0, 3)] * 3))
        wire = draw(st.sampled_from((None, None, None, f"{subject.name} wire")))
        publisher = f"{subject.name} paper {number}"
        found.append(Paper(f"{begin}{number}", day, tuple(lines), publisher, wire))
    return tuple(found)


def world(told: Iterable[Paper]) -> World:
    """The papers as rows; countries and towns of both subjects are known in every world."""
    made = World()
    for subject in (LAKE, COAST):
        code, name = subject.country
        made.place(f"place-{name.lower()}", "country", code)
        for town in subject.towns:
            made.place(f"place-{town.lower()}", "city", code)
    for paper in told:
        day = None if paper.day is None else str(_DAY + timedelta(paper.day))
        more = {"publisher": paper.publisher, "derived_from": paper.derived_from}
        made.article(paper.source_id, paper.text, day, **more)
        before = ""
        for line in paper.lines:
            for what, words, cells, also in line.notes:
                nth = before.count(words) + line.text[: line.text.index(words)].count(words)
                getattr(made, what)(paper.source_id, words, *cells, **dict(also), nth=nth)
            before += f"{line.text}\n"
    return made
