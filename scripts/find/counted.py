"""What a number counts: its noun phrase, head noun and unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.find.deeds import of_state
from scripts.find.drafts import Mention, Number, Span
from scripts.find.parse import Sentence
from scripts.find.units import (
    NOUN_TAGS,
    SPEED,
    invariant_nouns,
    near_unit,
    noun_of,
    person_nouns,
    symbol_of,
    unit_nouns,
    unit_of,
)

_PRONOUNS = frozenset({"them", "these", "those", "whom", "us", "you", "which"})
_LINKS = frozenset(
    {"nummod", "quantmod", "amod", "compound", "npadvmod", "advmod", "det", "nmod", "dep"}
)
_PHRASE_TAGS = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "AFX", "FW", "RB", "RBS"}
)


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


def _phrase(doc: Any, at: int) -> Any:
    """Head of the run of adjectives and nouns that begins at a token; None if there is none."""
    head = None
    for token in doc[at : at + 10]:
        if token.tag_ == "VBD" and head is None and _is_participle(token):
            continue
        if token.tag_ == "POS" or token.tag_ not in _PHRASE_TAGS | {"CC", ",", "CD"}:
            break
        if token.tag_ == "CC" and (head is not None or token.lower_ not in {"and", "or"}):
            break
        if token.tag_ in {",", "CD"} and (head is not None or token.i == at):
            break
        if token.tag_ in {"VBN", "VBG", "RB", "RBS", "JJ", "JJR"} and head is not None:
            break
        if token.tag_ in NOUN_TAGS:
            head = token
    return head


def _is_participle(token: Any) -> bool:
    """Whether a past tense before a noun is a participle: "14 captured sailors will be freed".

    The parser takes such numbers for those who did it, some of them and not others.
    """
    if token.dep_ == "amod":
        return True
    if not of_state(token):
        return False
    for follower in token.doc[token.i + 1 :]:
        if follower.tag_ not in _PHRASE_TAGS:
            return False
        if follower.dep_ in {"nsubj", "nsubjpass"}:
            return follower.tag_ in NOUN_TAGS and follower.head.i > follower.i
    return False


def _fits(doc: Any, last: Any, head: Any) -> bool:
    """Whether nothing between a number and a noun parts them."""
    between = doc[last.i + 1 : head.i]
    return (
        all(
            t.tag_ in _PHRASE_TAGS | {"CC", ",", "``", "''", "DT", "IN", "POS", "RBR", "PRP$"}
            and t.tag_ not in {"VBD", "VBZ", "VBP"}
            for t in between
        )
        and len(between) < 9
    )


def _head(doc: Any, tokens: list[Any], closed: Sequence[Span], sentence: Sentence) -> Any:
    """Head noun of a number, by the parse, or by the tags that follow where the parse has none."""
    last = tokens[-1]
    inside = {token.i for token in tokens}
    top = last
    while top.head.i in inside and top.head != top:
        top = top.head
    head = top.head
    if top.dep_ in _LINKS and head.i > last.i and head.tag_ in NOUN_TAGS and _fits(doc, last, head):
        chosen = head
        while chosen.dep_ in {"compound", "amod", "nmod"} and chosen.head.i > chosen.i:
            if chosen.head.tag_ not in NOUN_TAGS or not _fits(doc, chosen, chosen.head):
                break
            chosen = chosen.head
    else:
        # The parser sees a number for a subject or object where a noun follows it, at times.
        chosen = _phrase(doc, last.i + 1)
    if chosen is None or any(sentence.offset(chosen).meets(span) for span in closed):
        return None
    if chosen.lower_ in {"more", "other"}:
        return None
    return chosen


def _elliptic_verb(doc: Any, tokens: list[Any]) -> bool:
    """Whether the number is a subject by itself: "of these, seven described …"."""
    first, last = tokens[0], tokens[-1]
    if last.i + 1 >= len(doc) or doc[last.i + 1].tag_ not in {"VBD", "VBN", "VBP", "VBZ", "MD"}:
        return False
    lead = doc.text[doc[max(0, first.i - 5)].idx : first.idx].rstrip().lower()
    return bool(re.search(r"\bof (?:these|those|them|whom|the \w+|these \w+|those \w+) ?,?$", lead))


def _of_phrase(doc: Any, at: int) -> Iterator[Any]:
    """Tokens of "of (all) (the|its own) (two) … noun" from the "of" at a place on."""
    if at >= len(doc) or doc[at].lower_ != "of":
        return
    yield doc[at]
    for token in doc[at + 1 : at + 10]:
        yield token
        if token.tag_ in {"NNS", "NNPS"} or token.lower_ in _PRONOUNS:
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if following is None or following.tag_ not in NOUN_TAGS:
                return
        if token.tag_ in {"VBZ", "VBD", "VBP", "MD", "IN", ".", ":"}:
            return


def _shared_head(doc: Any, last: Any) -> Any:
    """The noun of "14 Chilean and three Peruvian captives" for the first number."""
    rest = doc[last.i + 1 : last.i + 12]
    if len(rest) < 4 or rest[0].tag_ not in {"JJ", "NNP", "VBN", "NN"}:
        return None
    for index, token in enumerate(rest[1:4], 1):
        if token.lower_ in {"and", "or"} and index + 1 < len(rest) and rest[index + 1].tag_ == "CD":
            return _phrase(doc, rest[index + 1].i + 1)
        if token.tag_ not in {"JJ", "NNP", "VBN"}:
            return None
    return None


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
    if not _elliptic_verb(doc, tokens):
        part = list(_of_phrase(doc, following))
        if part:
            return _partitive(sentence, number, tokens, part, mentions)
        shared = _shared_head(doc, last)
        if shared is not None:
            cut = next(t for t in doc[last.i + 1 :] if t.lower_ in {"and", "or"})
            span = Span(number.span.start, sentence.offset(doc[cut.i - 1]).end)
            unit = unit_of(sentence, shared, mentions)
            return Counted(span, shared, shared.lower_, unit, shared)
        head = _head(doc, [*tokens, last], closed, sentence)
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
            if t.lower_ in _PRONOUNS
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
    end = _without_state(end)
    span = Span(number.span.start, sentence.offset(end).end)
    if end.lower_ in _PRONOUNS:
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
    plain = following is None or following.tag_ not in _PHRASE_TAGS
    return numbers[-1] if plain else None


def _whole(
    sentence: Sentence, number: Number, head: Any, mentions: Sequence[Mention]
) -> Counted | None:
    """Number and noun phrase: "14 captured Chilean sailors"."""
    head = _without_state(head)
    unit = unit_of(sentence, head, mentions)
    if head.lower_ == "others":
        return Counted(Span(number.span.start, sentence.offset(head).end), None, "others", "", head)
    plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ in invariant_nouns() or unit != "object"
    if not plural and number.value != 1 and number.value is not None:
        return None
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


def _without_state(head: Any) -> Any:
    """The noun before a word that tells the state of the counted: "12 workers hostage"."""
    before = head.nbor(-1) if head.i else head
    return before if head.tag_ == "NN" and before.tag_ in {"NNS", "NNPS"} else head


def _is_age(number: Number, anchor: Any) -> bool:
    """Whether a bare number is somebody's age: "she was four"."""
    if number.value is None or number.value > 120 or anchor.dep_ not in {"attr", "acomp"}:
        return False
    return any(
        c.dep_ == "nsubj"
        and (c.lower_ in {"i", "he", "she"} or (c.tag_ == "NN" and c.lower_ in person_nouns()))
        for c in anchor.head.children
    )


def _bare(sentence: Sentence, number: Number, tokens: list[Any], doc: Any) -> Counted | None:
    """A number without its noun: "killed 12 and wounded 30", "thousands more"."""
    anchor = _top(tokens)
    following = doc[tokens[-1].i + 1] if tokens[-1].i + 1 < len(doc) else None
    hit = following is not None and of_state(following) in {"killed", "wounded", "missing"}
    if (number.value == 1 and not hit) or _is_age(number, anchor):
        return None
    if following is not None and following.lower_ in {"more", "others"}:
        span = Span(number.span.start, sentence.offset(following).end)
        return Counted(span, None, "", "", anchor)
    return Counted(number.span, None, "", "", anchor)
