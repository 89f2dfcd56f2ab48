"""Who speaks: the words that name a speaker there → the fullest name of the article.

Pronouns go back by kind: he and she to a person, it to a body or a document, they to a group or a
body. What stays open stays empty.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.find.drafts import Mention, Span, StatementDraft
from scripts.find.parse import Sentence
from scripts.read.article import Article
from scripts.resolve.cast import Actors, actors
from scripts.resolve.documents import document_head, documents, issuer_of, short_name
from scripts.resolve.holders import HOLDERS
from scripts.resolve.office_holders import named_before, office_holder
from scripts.resolve.referents import (
    BACK,
    Index,
    latest,
    make_index,
    named_in,
    other_sex,
    sentence_at,
)
from scripts.resolve.speaker_names import (
    Names,
    aged,
    body_name,
    fuller,
    in_full,
    inside,
    is_pair,
    make_names,
    named_ahead,
    named_beside,
    named_first,
    named_last,
    person_in,
    plain,
    several,
)

_PERSON = frozenset({"he", "she", "him", "her"})
_THING = frozenset({"it", "itself"})
_MANY = frozenset({"they", "them", "both"})
#: Whose a document is → the pronoun that goes back in the same way.
_OWNERS = {"its": "it", "their": "they", "his": "he", "her": "she"}
_NOBODY = frozenset({"some", "others", "many", "most", "one", "those", "few", "several", "all"})


#: Which of two persons named before is meant.
_ORDER = {"the former": 0, "the latter": 1, "former": 0, "latter": 1}
_TWO = re.compile(r"(?:the two|both|the) (?:leaders|presidents|ministers|envoys|men|women|rivals)")
#: A name of one word of which nothing is known.
_LONE = re.compile(r"[A-Z][a-zà-öø-ÿ’'-]{2,}(?:[A-Z][\w’'-]+)?")


#: A longer phrase names nobody: the parser took a clause for a subject.
_MAX_WORDS = 18


@dataclass(frozen=True)
class Speaker:
    """Who said a statement.

    name: as published, "" if unknown. affiliation: words for the country or body that the speaker
    speaks for. words: the words that name the speaker by name, here or earlier; None if unknown.
    person: whether the name is that of one person.
    """

    name: str
    affiliation: Span | None
    words: Span | None = None
    person: bool = False


NOBODY = Speaker("", None)


@dataclass(frozen=True)
class _Told:
    """A speaker already resolved: where, of which kind."""

    at: Span
    kind: str
    speaker: Speaker


def resolve_speakers(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    drafts: Sequence[StatementDraft],
    who: Actors | None = None,
) -> tuple[Speaker, ...]:
    """The speakers of an article's statements, one a draft, in their order.

    who: what the article says of its actors, where that has been read already.
    """
    names = make_names(who or actors(article, sentences, mentions))
    index = make_index(names, sentences, drafts)
    told: list[_Told] = []
    done: dict[Span, Speaker] = {}
    spans = sorted({draft.speaker for draft in drafts if draft.speaker is not None})
    for span in spans:
        kind, speaker = _resolved(index, span, told)
        done[span] = speaker
        told.append(_Told(span, kind, speaker))
    return tuple(done[d.speaker] if d.speaker is not None else NOBODY for d in drafts)


def _resolved(index: Index, span: Span, told: Sequence[_Told]) -> tuple[str, Speaker]:
    names = index.names
    phrase = span.of(names.text)
    low = phrase.lower()
    if low in _PERSON | _THING | _MANY:
        return _pronoun(index, span, low, told)
    low = low.removesuffix(" and her colleagues").removesuffix(" and his colleagues")
    if low in _PERSON:
        return _pronoun(index, span, low, told)
    if low in _ORDER:
        return _one_of_two(index, span, _ORDER[low])
    if low in _NOBODY or re.fullmatch(r"[\W\d]+", low) or _number(index, span):
        return "", NOBODY
    joined = several(names, span)
    if joined:
        return "group", Speaker(" and ".join(_name(names, m) for m in joined), None, span)
    person = person_in(names, span)
    if person is not None:
        return "person", _person(names, person)
    if _TWO.fullmatch(low):
        return _two(index, span)
    if is_pair(names, span):
        name = " and ".join(names.pair) if names.pair else plain(phrase)
        return "group", Speaker(name, None, span)
    if document_head(index, span) is not None:
        return _document(index, span, told)
    beside = named_beside(names, span)
    if beside is not None:
        return "person", _person(names, beside)
    holder = office_holder(index, span)
    if holder is not None:
        return "person", _person(names, holder)
    return _body(index, span, told)


def _number(index: Index, span: Span) -> bool:
    """Whether a phrase is but a number: "four said that …"."""
    tokens = index.sentences[sentence_at(index, span)].tokens(span)
    return all(token.tag_ in {"CD", "DT"} for token in tokens)


def _name(names: Names, mention: Mention) -> str:
    person = names.persons.get(mention.code)
    return person.name if person is not None else plain(mention.span.of(names.text))


def _person(names: Names, mention: Mention) -> Speaker:
    person = names.persons[mention.code]
    return Speaker(person.name, names.sides.get(mention.code), mention.span, True)


def _one_of_two(index: Index, span: Span, place: int) -> tuple[str, Speaker]:
    people = named_before(index, span)
    return ("person", _person(index.names, people[place])) if len(people) == 2 else ("", NOBODY)


def _two(index: Index, span: Span) -> tuple[str, Speaker]:
    """The two persons whom the sentence before "the two leaders" names together."""
    people = named_before(index, span)
    if len(people) != 2:
        return "group", Speaker(plain(span.of(index.text)), None, span)
    return "group", Speaker(" and ".join(_name(index.names, m) for m in people), None, span)


def _pronoun(index: Index, span: Span, low: str, told: Sequence[_Told]) -> tuple[str, Speaker]:
    """What he, it, they go back to: the last fitting speaker or subject, whichever is nearer."""
    if low in _PERSON:
        kinds = frozenset({"person", "name"})
    elif low in _THING:
        kinds = frozenset({"body", "document", "name"})
    else:
        kinds = frozenset({"group", "body"})
    at = sentence_at(index, span)
    fitting = (t for t in reversed(told[-BACK:]) if t.kind in kinds and t.speaker.name)
    if low in _PERSON:
        fitting = (t for t in fitting if " and " not in t.speaker.name)
    spoken = next((t for t in fitting if low not in other_sex(index, t.at)), None)
    subject = latest(index, kinds, span, low)
    near = sentence_at(index, spoken.at) if spoken else -99
    if subject is not None and subject.sentence > near:
        kind, speaker = _resolved(index, subject.words, told)
        if speaker.name and (low not in _PERSON or " and " not in speaker.name):
            return kind, speaker
    if spoken is not None and at - near <= 6:
        return spoken.kind, spoken.speaker
    return "", NOBODY


def _document(index: Index, span: Span, told: Sequence[_Told]) -> tuple[str, Speaker]:
    """A document stands for its issuer; a joint one for itself, by the fullest of its names."""
    names = index.names
    phrase = plain(span.of(names.text))
    own = issuer_of(index, span)
    if "joint" in phrase.lower().split():
        return "document", Speaker(short_name(index, span), None, span)
    if own is not None:
        _, speaker = _resolved(index, own, told)
        if speaker.name and not speaker.name.count(" and "):
            return "document", speaker
    owner = _pronoun_owner(index, span)
    if owner is not None:
        low = _OWNERS[owner.of(names.text).lower()]
        _, speaker = _pronoun(index, owner, low, told)
        if speaker.name:
            return "document", speaker
    for other in documents(index, span):
        if "joint" in other.words.of(names.text).lower().split():
            return "document", Speaker(short_name(index, other.words), None, other.words)
        issuer = issuer_of(index, other.words) or _giver(index, other.words, told)
        if issuer is not None:
            _, speaker = _resolved(index, issuer, told)
            if speaker.name:
                return "document", speaker
    return "document", Speaker(short_name(index, span), None, span)


def _pronoun_owner(index: Index, span: Span) -> Span | None:
    """The pronoun in "its press release"."""
    head = document_head(index, span)
    owners = [c for c in head.lefts if c.dep_ == "poss"] if head is not None else []
    if not owners or owners[0].lower_ not in _OWNERS:
        return None
    return index.sentences[sentence_at(index, span)].offset(owners[0])


def _giver(index: Index, span: Span, told: Sequence[_Told]) -> Span | None:
    """Who spoke in the document: the speaker of the sentence that says "in a statement"."""
    head = document_head(index, span)
    if head is None or head.dep_ != "pobj" or head.head.lower_ not in {"in", "via", "through"}:
        return None
    at = sentence_at(index, span)
    for one in told[-BACK:]:
        if sentence_at(index, one.at) == at and one.kind in {"person", "body"}:
            return one.at
    return None


def _earlier(index: Index, span: Span, told: Sequence[_Told]) -> list[Span]:
    """What was named before a phrase that may be short for it, the latest first."""
    at = sentence_at(index, span)
    near = [
        referent.words
        for number in range(max(at - BACK, 0), at + 1)
        for referent in named_in(index, number)
        if referent.words.end <= span.start
    ]
    spoken = [one.at for one in told[-BACK:]]
    return sorted({*near, *spoken}, reverse=True)


def _short(names: Names, span: Span) -> Mention | None:
    """The one person whose full name begins with a name that stands alone: a family name first."""
    phrase = plain(span.of(names.text))
    if " " in phrase or not phrase[:1].isupper() or inside(names, span):
        return None
    people: dict[str, Mention] = {}
    for mention in names.mentions:
        person = names.persons.get(mention.code) if mention.kind == "person" else None
        if person is not None and person.name.split()[0] == phrase:
            people.setdefault(mention.code, mention)
    return next(iter(people.values())) if len(people) == 1 else None


def _body(index: Index, span: Span, told: Sequence[_Told]) -> tuple[str, Speaker]:
    names = index.names
    short = _short(names, span)
    if short is not None:
        return "person", _person(names, short)
    other = fuller(names, span, _earlier(index, span, told))
    meant = other or span
    if len(meant.of(names.text).split()) > _MAX_WORDS:
        return "", NOBODY
    if other is not None and person_in(names, other) is not None:
        mention = person_in(names, other)
        return ("person", _person(names, mention)) if mention else ("", NOBODY)
    held = [m for m in inside(names, meant) if m.kind in HOLDERS]
    person_name = named_ahead(names, meant) or named_last(names, meant)
    person_name = person_name or aged(names, meant)
    if person_name:
        side = held[0].span if held else None
        return "person", Speaker(person_name, side, meant, True)
    first = named_first(names, meant)
    if first is not None:
        of_body = [m for m in held if m.span.start >= first[1].start]
        side = of_body[0].span if of_body else None
        return "person", Speaker(first[0], side, meant, True)
    if _LONE.fullmatch(plain(meant.of(names.text))) and not inside(names, meant):
        full = in_full(names, plain(meant.of(names.text)))
        if full:
            return "person", Speaker(full, None, meant, True)
    affiliation = held[0].span if held else None
    here = named_in(index, sentence_at(index, meant))
    kind = next((r.kind for r in here if r.words == meant), "body")
    return kind or "body", Speaker(body_name(names, meant), affiliation, meant)
