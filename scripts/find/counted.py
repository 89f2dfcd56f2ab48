"""What a number counts: its noun phrase, head noun and unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scripts.find.ages import is_age, is_limit
from scripts.find.deeds import of_state, table
from scripts.find.drafts import Mention, Number, Span
from scripts.find.heads import (
    PHRASE_TAGS,
    PRONOUNS,
    behind_police,
    behind_prefix,
    head_of,
    is_elliptic,
    of_phrase,
    shared_head,
    without_state,
)
from scripts.find.parse import Sentence
from scripts.find.units import (
    NOUN_TAGS,
    SPEED,
    invariant_nouns,
    near_unit,
    noun_of,
    symbol_of,
    unit_nouns,
    unit_of,
)

#: Endings of words for people.
_PEOPLE = re.compile(r"\w{2}(?:men|women|people|persons|goers|workers|fighters|dwellers|seekers)$")


@dataclass(frozen=True)
class Counted:
    """The noun phrase that a number counts.

    span: number and phrase, currency sign included, bound left out.
    head: its head noun; None where the text leaves the noun out.
    noun: what is written of the head ("" where absent), lower case.
    unit: code of `codes/units.csv`; "" where only the surroundings can tell.
    anchor: the token that stands in the clause for the number: head noun, else the number.
    part_of: "of them", "of the eight": the words that the number is a part of.
    """

    span: Span
    head: Any
    noun: str
    unit: str
    anchor: Any
    part_of: Span | None = None


def find_counted(
    text: str,
    sentence: Sentence,
    number: Number,
    mentions: Sequence[Mention],
    closed: Sequence[Span] = (),
) -> Counted | None:
    """What a number counts; None where it only looks as if it counted something.

    Args:
        text: The article's text.
        sentence: The sentence that holds the number.
        number: The number, with article offsets.
        mentions: Names of the article: demonyms are persons ("14 Chileans").
        closed: Stretches that are no nouns to count, such as dates.
    """
    doc = sentence.doc
    tokens = sentence.tokens(number.span)
    last = tokens[-1]
    symbol = symbol_of(text, number)
    if symbol:
        start, end, unit, noun = symbol
        anchor = sentence.tokens(Span(start, end))[-1]
        return Counted(Span(start, end), None, noun, unit, anchor)
    following = last.i + 1
    if (
        following + 1 < len(doc)
        and doc[following].lower_ == "or"
        and doc[following + 1].lower_
        in {
            "so",
            "more",
            "fewer",
            "less",
        }
    ):
        following += 2
        last = doc[following - 1]
    nearest = near_unit(doc, following)
    if nearest is not None:
        span = Span(number.span.start, sentence.offset(nearest).end)
        name = next(name for name in noun_of(nearest) if name in unit_nouns())
        unit = "object" if SPEED.match(text, span.end) else unit_nouns()[name]
        return Counted(span, nearest, nearest.lower_, unit, nearest)
    if not is_elliptic(doc, tokens):
        part = list(of_phrase(doc, following))
        if part:
            return _partitive(sentence, number, tokens, part, mentions)
        shared = shared_head(doc, last)
        if shared is not None and shared.tag_ == "NNP":
            shared = None  # "three Chinese and one Russian": no noun is shared
        if shared is not None:
            cut = next(t for t in doc[last.i + 1 :] if t.lower_ in {"and", "or"})
            span = Span(number.span.start, sentence.offset(doc[cut.i - 1]).end)
            unit = unit_of(sentence, shared, mentions)
            return Counted(span, shared, shared.lower_, unit, shared)
        people = _demonym_after(sentence, last, mentions)
        if people is not None:
            span = Span(number.span.start, sentence.offset(people).end)
            return Counted(span, people, people.lower_, "person", people)
        head = head_of(doc, [*tokens, last], closed, sentence)
        if head is not None:
            return _whole(sentence, number, head, mentions)
    return _bare(sentence, number, tokens, doc)


def _top(tokens: Sequence[Any]) -> Any:
    """The token by which a number hangs in its clause."""
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])


def _partitive(
    sentence: Sentence,
    number: Number,
    tokens: list[Any],
    part: list[Any],
    mentions: Sequence[Mention],
) -> Counted:
    """Such as "two of the nine officials", "23 of them", "dozens of men"."""
    anchor = _top(tokens)
    end = next(
        (
            t
            for t in part
            if t.lower_ in PRONOUNS
            or (
                t.tag_ in NOUN_TAGS
                and (t.i + 1 == len(t.doc) or t.nbor().tag_ not in {*NOUN_TAGS, "POS"})
            )
        ),
        None,
    )
    definite = any(t.tag_ in {"DT", "PRP$", "CD"} for t in part)
    if end is None or (definite and part[-1] != end and _closing_number(part, end)):
        closing = _closing_number(part, end)
        if closing is None:
            return Counted(number.span, None, "", "", anchor)
        span = Span(number.span.start, sentence.offset(closing).end)
        return Counted(span, None, "", "", anchor, sentence.cover([part[1], closing]))
    end = without_state(end)
    span = Span(number.span.start, sentence.offset(end).end)
    if end.lower_ in PRONOUNS:
        return Counted(span, None, "", "", anchor, sentence.offset(end))
    whole = sentence.cover([part[1], end]) if definite else None
    if number.value is not None and whole is None:
        # "12 of lentils": the number does not count what follows.
        return Counted(number.span, None, "", "", anchor)
    return Counted(span, end, end.lower_, unit_of(sentence, end, mentions), anchor, whole)


def _closing_number(part: list[Any], end: Any) -> Any:
    """The second number of "23 of the 55", where no noun follows it directly."""
    numbers = [t for t in part if t.tag_ == "CD" and (end is None or t.i < end.i)]
    if not numbers:
        return None
    following = numbers[-1].nbor() if numbers[-1].i + 1 < len(numbers[-1].doc) else None
    plain = following is None or following.tag_ not in PHRASE_TAGS
    return numbers[-1] if plain else None


def _whole(
    sentence: Sentence, number: Number, head: Any, mentions: Sequence[Mention]
) -> Counted | None:
    """Number and noun phrase: "14 captured Chilean sailors"."""
    head = without_state(head)
    head = behind_prefix(behind_police(head))
    unit = _unit(sentence, head, mentions)
    if head.lower_ == "others":
        return Counted(Span(number.span.start, sentence.offset(head).end), None, "others", "", head)
    plural = unit == "person" and head.lower_.endswith("s")
    plural = (
        plural
        or head.tag_ in {"NNS", "NNPS"}
        or head.lower_ in invariant_nouns()
        or unit != "object"
    )
    if not plural and number.value != 1 and number.value is not None:
        dies = any(row["counted"] == "subject" for row in table("verb").get(head.lower_, ()))
        return (
            Counted(number.span, None, "", "", sentence.tokens(number.span)[-1]) if dies else None
        )
    end, noun = head, head.lower_
    rest = head.doc[head.i + 1 : head.i + 3]
    if unit == "person" and len(rest) == 2 and rest[0].lower_ == "and" and rest[1].tag_ == "NNS":
        if unit_of(sentence, rest[1], mentions) == "person" and rest[1].head == head:
            end, noun = rest[1], f"{noun} and {rest[1].lower_}"
    elif unit == "person" and len(rest) == 2 and rest[0].lower_ == "of":
        named = [m for m in mentions if m.country and m.span.meets(sentence.offset(rest[1]))]
        if named and noun not in {"people", "members"}:
            stop = named[0].span.end
            return Counted(Span(number.span.start, stop), head, noun, unit, head)
    return Counted(Span(number.span.start, sentence.offset(end).end), head, noun, unit, head)


def _demonym_after(sentence: Sentence, last: Any, mentions: Sequence[Mention]) -> Any:
    """The people that an adjective stands for: "five Kenyans, three Chinese and a Thai"."""
    rest = sentence.doc[last.i + 1 : last.i + 3]
    if not len(rest) or (len(rest) == 2 and rest[1].pos_ in {"NOUN", "PROPN", "ADJ"}):
        return None
    span = sentence.offset(rest[0])
    named = any(m.kind == "demonym" and m.span == span for m in mentions)
    return rest[0] if named and rest[0].tag_ in {"JJ", "NNP", "NNPS", "NNS"} else None


def _unit(sentence: Sentence, head: Any, mentions: Sequence[Mention]) -> str:
    """Unit of a head noun; people also where only the form of the word tells: clergymen."""
    unit = unit_of(sentence, head, mentions)
    formed = head.tag_ in {"NNS", "NNPS"} and _PEOPLE.search(head.lower_)
    named = any(
        m.kind in {"armed_group", "group"} and m.span.meets(sentence.offset(head)) for m in mentions
    )
    if unit == "object" and (formed or (named and head.lower_.endswith("s"))):
        return "person"
    return unit


def _bare(sentence: Sentence, number: Number, tokens: list[Any], doc: Any) -> Counted | None:
    """A number without its noun: "killed 12 and wounded 30", "thousands more"."""
    anchor = _top(tokens)
    following = doc[tokens[-1].i + 1] if tokens[-1].i + 1 < len(doc) else None
    hit = following is not None and of_state(following) in {"killed", "wounded", "missing"}
    if (number.value == 1 and not hit) or is_age(number, anchor) or is_limit(number, tokens):
        return None
    if following is not None and following.lower_ in {"more", "others"}:
        span = Span(number.span.start, sentence.offset(following).end)
        return Counted(span, None, following.lower_, "", anchor)
    return Counted(number.span, None, "", "", anchor)
