"""Figures that no report holds: what articles of one story count and measure in like words.

"Five vehicles were burned" stands in no report of the attack, nor does "60 kilometres from Lyon";
yet two papers that tell of one event and say so in sentences with the same words mean one thing.
Such figures go with an event that both papers tell.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from schemas.tables import codelist
from scripts.lexicon import rows as lexicon
from scripts.link.figures import is_penalty
from scripts.link.kinds import mention_words
from scripts.link.parts import Event
from scripts.link.spans import measured
from scripts.link.states import states
from scripts.link.values import Row, by_key, in_text
from scripts.link.words import WORD, names, plain, sentence_at, sentence_of

#: What two sentences must share beside what is counted, in words; names count double.
_ENOUGH = {"count": 1, "duration": 3, "distance": 2, "area": 2, "money": 3}
#: Of people, of whom much is told, more must be the same.
_OF_PEOPLE = 2
#: What the same number tells, in words, where it is no small one.
_SAME, _LARGE = 3, 10
#: One of something ("one loud noise") counts nothing.
_SEVERAL = 2
#: Where another clause begins or ends.
_JOINS = re.compile(r"[,;:]\s|\s(?:and|but|while|as|after|before|when)\s")
#: By how much a pair must be ahead of any other that either figure could be in.
_AHEAD = 1
#: Figures of an article that are looked at; one with more is a table.
_MANY = 80
#: Letters of a word by which two forms of it are one, and of a word that says something.
_STEM = 5


@dataclass(frozen=True)
class _Told:
    """A figure with the words around it.

    thing: its noun, or what it measures. states: those that its sentence names. amount: its value
    in the unit that such figures are compared in. whose: of a sum, those who are named before it,
    "total" where the words say that it is everybody's; empty where nobody can tell.
    """

    row: Row
    thing: str
    kind: str
    names: frozenset[str]
    words: frozenset[str]
    states: frozenset[str]
    amount: float
    whose: frozenset[str]


def topics(
    figures: Iterable[Row],
    events: Iterable[Event],
    texts: Mapping[str, str],
    near: Mapping[str, frozenset[str]],
) -> dict[str, tuple[str, str]]:
    """figure_id → the event that it goes with and what it counts or measures, in a word or two.

    The second is "" where a report holds the like of it: then measure and unit tell.

    Args:
        figures: Rows of `figures` with their events, as far as reports hold them.
        events: All events.
        texts: source_id → text of the article.
        near: source_id → sources of the same story.
    """
    shared = list(events)
    beside = _together(shared, near)
    asked = {source for pair in beside.items() for source in (pair[0], *pair[1]) if pair[1]}
    told: dict[str, list[_Told]] = {}
    for row in in_text(row for row in figures if row["source_id"] in asked):
        one = _told(row, texts)
        if one is not None:
            told.setdefault(row["source_id"], []).append(one)
    links: list[tuple[_Told, _Told]] = []
    for source, others in beside.items():
        for other in sorted(others):
            if source in told and other in told:
                links += _pairs(told[source][:_MANY], told[other][:_MANY])
    told_in: dict[str, list[Event]] = {}
    for event in shared:
        for source in sorted(event.account.sources):
            told_in.setdefault(source, []).append(event)
    found: dict[str, tuple[str, str]] = {}
    for group in _groups(links):
        open_ = [one for one in group if not one.row.get("event_id")]
        of = _event(group, told_in) if open_ else None
        if of is not None:
            # What reports hold is compared by its unit; the others join it.
            joins = any(one.row.get("event_id") == of.id for one in group)
            topic = "" if joins else _topic(group, texts)
            found.update(
                (one.row["figure_id"], (of.id, topic))
                for one in open_
                if one.row["source_id"] in of.account.sources
            )
    return found


def _together(
    events: Iterable[Event], near: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """source_id → later sources of its story, and those that tell an event of its own."""
    found: dict[str, set[str]] = {source: set(others) for source, others in near.items()}
    for event in events:
        sources = sorted(event.account.sources)[:_MANY]
        for source in sources if len(sources) > 1 else ():
            found.setdefault(source, set()).update(sources)
    return {
        source: frozenset(other for other in found[source] if other > source)
        for source in sorted(found)
    }


def _told(row: Row, texts: Mapping[str, str]) -> _Told | None:
    if row.get("measure") not in {None, "other"} or row.get("subset_of_figure_id"):
        return None
    if (row.get("value") or 0) < _SEVERAL or row["modality"] not in {"occurred", "announced"}:
        return None
    if row.get("_attends"):
        return None
    kind = str(codelist("units").rows[row["unit"]]["unit_class"])
    counted = str(row.get("counted") or "").lower().split()
    thing = plain(counted[-1].removeprefix("co-"))[:_STEM] if counted else ""
    if kind not in _ENOUGH or (kind == "count" and (not thing or thing in _anybody())):
        return None
    text = texts.get(row["source_id"], "")
    sentence = sentence_of(text, row["char_start"], row["char_end"])
    said = _words(_clause(text, row) if kind == "count" else sentence) - {thing}
    if kind == "money":
        thing = f"money {thing}"
    elif kind == "duration":
        penalty = is_penalty(row, text)
        thing = f"{kind} {'penalty' if penalty else measured(row, text) or ''}"
        said -= _of_any_verdict() if penalty else set()
    elif kind != "count":
        thing = kind
    named, whose = names(sentence), _whose(text, row)
    return _Told(row, thing, kind, named, said, states(sentence), _amount(row), whose)


def _clause(text: str, row: Row) -> str:
    """What is told of the thing itself: "five lorries burned" without "and ten houses fell"."""
    start, end = sentence_at(text, row["char_start"], row["char_end"])
    before = _JOINS.split(text[start : row["char_start"]])[-1]
    behind = _JOINS.split(text[row["char_end"] : end])[0]
    return before + text[row["char_start"] : row["char_end"]] + behind


def _whose(text: str, row: Row) -> frozenset[str]:
    start, end = sentence_at(text, row["char_start"], row["char_end"])
    before = text[start : row["char_start"]]
    named = names(before) | states(before)
    if named:
        return named
    return frozenset({"total"}) if _together_given().search(text[start:end]) else frozenset()


@cache
def _together_given() -> re.Pattern[str]:
    words = sorted(mention_words("giving together"), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def _of_any_verdict() -> frozenset[str]:
    """Words that stand in every sentence on a conviction, whoever is convicted."""
    verbs = {row["lemma"] for row in lexicon("triggers") if row["mode"] == "convict"}
    told = {*mention_words("penalty"), *verbs, "court", "judge", "judges", "tribunal", "charges"}
    return frozenset(plain(word)[:_STEM] for word in told)


def _amount(row: Row) -> float:
    """The value in the unit that its kind is compared in."""
    factor = codelist("units").rows[row["unit"]].get("base_factor")
    return round(float(row["value"]) * float(factor or 1), 9)


def _words(sentence: str) -> frozenset[str]:
    told = WORD.findall(sentence)
    opening = [word.lower() for word in told[:1]]
    found = (plain(word) for word in [*opening, *told[1:]] if word.islower())
    return frozenset(
        word[:_STEM] for word in found if len(word) >= _STEM and word not in _of_no_topic()
    )


@cache
def _of_no_topic() -> frozenset[str]:
    """Words that say nothing of what a sentence is about: function words and numbers."""
    words = {row["word"] for name in ("function_words", "numbers") for row in lexicon(name)}
    return frozenset(plain(word) for word in words)


@cache
def _anybody() -> frozenset[str]:
    """Nouns that stand for people of any kind, and those for who an event is between."""
    words = {row["word"] for row in lexicon("people_kinds") if row["kind"] == "people"}
    return frozenset(plain(word)[:_STEM] for word in words | mention_words("party"))


def _likeness(a: _Told, b: _Told) -> int:
    if a.thing != b.thing or _of_others(a, b):
        return 0
    alike = 2 * len(a.names & b.names) + len(a.words & b.words)
    if a.amount != b.amount:
        # Of things in one town much may be told: what befell them has to be the same.
        return alike if a.kind != "count" or a.words & b.words else 0
    # A small number comes twice by chance; a large one, or so much money, hardly.
    return alike + (_SAME if a.amount >= _LARGE else 1)


def _of_others(a: _Told, b: _Told) -> bool:
    """Whether one sum or sentence is one state's or person's and the other another's."""
    if a.kind == "money" and a.amount == b.amount:
        return bool(a.states and b.states) and a.states.isdisjoint(b.states)
    if a.kind == "money":
        return not a.whose or a.whose != b.whose
    if a.thing.endswith("penalty"):
        return bool(a.names and b.names) and a.names.isdisjoint(b.names)
    return False


def _least(told: _Told) -> int:
    return _OF_PEOPLE if told.row["unit"] == "person" else _ENOUGH[told.kind]


def _pairs(one: Sequence[_Told], other: Sequence[_Told]) -> list[tuple[_Told, _Told]]:
    """Figures of two articles that say the same of the same thing, each the other's only match."""
    fits = {
        (i, j): worth
        for i, a in enumerate(one)
        for j, b in enumerate(other)
        if (worth := _likeness(a, b)) >= _least(a)
    }
    return [
        (one[i], other[j])
        for (i, j), worth in sorted(fits.items())
        if all(
            worth - rival >= _AHEAD
            for (x, y), rival in fits.items()
            if (x, y) != (i, j) and (x == i or y == j)
        )
    ]


def _groups(links: Sequence[tuple[_Told, _Told]]) -> list[list[_Told]]:
    """Figures linked to each other, one a source; where a source has two, none of them."""
    groups: dict[str, list[_Told]] = {}
    for a, b in links:
        first = groups.setdefault(a.row["figure_id"], [a])
        second = groups.setdefault(b.row["figure_id"], [b])
        if first is second:
            continue
        first += second
        for one in second:
            groups[one.row["figure_id"]] = first
    listed = {id(group): group for group in groups.values()}
    return [
        group
        for group in listed.values()
        if len({one.row["source_id"] for one in group}) == len(group)
    ]


def _event(group: Sequence[_Told], told_in: Mapping[str, Sequence[Event]]) -> Event | None:
    """The event that some figures go with: one that holds one of them, else the nearest.

    Of several it is the one that most of their sources tell. Figures that reports hold of two
    events are of two facts.

    Args:
        group: The figures.
        told_in: source_id → the events that it tells.
    """
    held = by_key([one.row for one in group if one.row.get("event_id")], "event_id")
    if len(held) > 1:
        return None
    open_ = {one.row["source_id"] for one in group if not one.row.get("event_id")}
    fitting = []
    near = {event.id: event for source in sorted(open_) for event in told_in.get(source, ())}
    for event in near.values():
        telling = len(open_ & event.account.sources)
        if telling and telling + (event.id in held) > 1:
            rank = (telling, len(event.account.sources), _first(event))
            fitting.append(((event.id in held, *rank), event))
    return max(fitting, key=lambda one: one[0])[1] if fitting else None


def _first(event: Event) -> tuple[int, str]:
    """Where the founding report stands, the first the highest."""
    return -event.account.founder[2], event.id


def _topic(group: Sequence[_Told], texts: Mapping[str, str]) -> str:
    """What is counted, as the first figure has it, or the words by which a measure is known."""
    first = min(group, key=lambda one: (one.row["source_id"], one.row["char_start"]))
    if first.kind == "count":
        return str(first.row["counted"]).lower()
    text = texts.get(first.row["source_id"], "")
    sentence = sentence_of(text, first.row["char_start"], first.row["char_end"])
    shared = frozenset.intersection(*(one.names for one in group))
    kept = shared or frozenset.intersection(*(one.words for one in group))
    found = [w for w in WORD.findall(sentence) if plain(w) in kept or plain(w)[:_STEM] in kept]
    return " ".join(dict.fromkeys(found[:2])) or first.kind
