"""Numbers that somebody printed, with what they count, what befell it, and whose it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from scripts.find.antecedents import (
    antecedent,
    compared,
    completed,
    exchanged,
    graver,
    of_list,
    parts,
    unit_without_noun,
)
from scripts.find.bounds import bound_after, bound_before
from scripts.find.counted import Counted, find_counted
from scripts.find.deeds import NO_DEED, captive_words
from scripts.find.drafts import FigureDraft, Mention, Number, Span
from scripts.find.measures import find_deed
from scripts.find.modality import modality
from scripts.find.numbers import find_numbers
from scripts.find.parse import Sentence
from scripts.find.sides import find_by, find_of
from scripts.find.units import armed_nouns, noun_of, person_nouns
from scripts.read.article import Article

_DURATION_AFTER = re.compile(
    r"[\s\u00a0-](?:more )?(?:hours?|days?|nights?|weeks?|months?|years?|decades?|fortnights?)\b"
)


class HasSpan(Protocol):
    """Anything that stands somewhere in the article, such as date words."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


@dataclass(frozen=True)
class _Story:
    """What a figure is read from."""

    text: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[Span, ...]


def _numbers(text: str, sentence: Sentence, dates: Sequence[Span]) -> list[Number]:
    """Numbers of a sentence, article offsets; in date words only durations ("six days earlier")."""
    start, end = sentence.span.start, sentence.span.end
    found = []
    for number in find_numbers(text[start:end]):
        span = Span(number.span.start + start, number.span.end + start)
        if any(span.meets(date) for date in dates) and not _DURATION_AFTER.match(text, span.end):
            continue
        found.append(replace(number, span=span))
    return found


def _verb_above(token: Any) -> Any:
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
    return None


def _noun_measure(counted: Counted) -> str:
    if counted.head is None:
        return ""
    names = [counted.noun, *noun_of(counted.head)]
    return next((person_nouns()[n] for n in names if person_nouns().get(n)), "")


def _date(sentence: Sentence, governor: Any, dates: Sequence[Span]) -> Span | None:
    """The date words that hang on the verb that governs a figure, without another verb between."""
    for span in dates:
        if not sentence.span.covers(span):
            continue
        tokens = sentence.tokens(span)
        if not tokens or governor is None:
            continue
        inside = {t.i for t in tokens}
        top = next((t for t in tokens if t.head.i not in inside), tokens[0])
        chain = [top, *top.ancestors]
        verbs = [t for t in chain if t.i == governor.i or t.pos_ in {"VERB", "AUX"}]
        if verbs and verbs[0].i == governor.i:
            return span
    return None


def _context(sentences: Sequence[Sentence], index: int, counted: Counted) -> frozenset[str]:
    """What verbs like "receive" and "send" need to know: captives near, or armed persons."""
    near = sentences[max(0, index - 2) : index + 2]
    words = captive_words()
    found = {"captives"} if any(t.lower_ in words for s in near for t in s.doc) else set()
    if counted.head is not None and any(name in armed_nouns() for name in noun_of(counted.head)):
        found.add("military")
    if counted.head is not None and counted.head.lower_ in {"life", "lives"}:
        found.add("lives")
    return frozenset(found)


def _draft(
    story: _Story, index: int, number: Number, found: Sequence[FigureDraft]
) -> FigureDraft | None:
    text, sentence = story.text, story.sentences[index]
    near = [span for span in story.dates if span.meets(sentence.span)]
    named = [mention for mention in story.mentions if sentence.span.covers(mention.span)]
    counted = find_counted(text, sentence, number, named, near)
    if counted is None:
        return None
    deed = NO_DEED
    span, bound = _bounded(sentence, text, number, counted)
    if counted.unit in {"", "person"}:
        tokens = sentence.tokens(span)
        context = _context(story.sentences, index, counted)
        deed = find_deed(counted.anchor, tokens[0], tokens[-1], _noun_measure(counted), context)
    unit = counted.unit
    hurt = graver(sentence, counted.span, found) if not unit else None
    if hurt is not None:
        return replace(_set_against(span, number, bound, hurt), subset_of=hurt.span)
    before = None
    if not unit or counted.part_of is not None:
        part = counted.part_of is not None
        persons = bool(deed.measure) or unit == "person"
        before = None if part else compared(text, counted.span, found, sentence)
        if before is not None:
            return _set_against(span, number, bound, before)
        starts = frozenset(s.span.start for s in story.sentences)
        before = antecedent(counted, number.value, found, persons, starts)
        unit = unit or unit_without_noun(counted, deed, before)
    governor = deed.governor if deed.governor is not None else _verb_above(counted.anchor)
    draft = FigureDraft(
        span=span,
        number=number,
        bound=bound,
        unit=unit,
        counted="" if counted.noun == "others" else counted.noun,
        measure="",
        of=None,
        by=None,
        modality=modality(governor) if governor is not None else "occurred",
        subset_of=None,
        date=_date(sentence, governor, near),
        found_by=deed.how if deed.measure else "counted",
    )
    if unit != "person":
        return draft
    of = find_of(sentence, counted, number.span.end, deed, named)
    by = find_by(sentence, deed, counted, of, named)
    if deed.measure == "troops" and by is not None:
        of = of or by
    draft = replace(draft, measure=deed.measure or "other", of=of, by=by)
    if counted.head is None or counted.part_of is not None:
        draft = completed(draft, counted, deed, before)
    return of_list(text, sentence, draft, found)


def _set_against(span: Span, number: Number, bound: str, other: FigureDraft) -> FigureDraft:
    """A bare number that is compared with a figure counts the same: "12, up from 9"."""
    return replace(
        other,
        span=span,
        number=number,
        bound=bound,
        counted="",
        subset_of=None,
        found_by="compared",
    )


def _bounded(sentence: Sentence, text: str, number: Number, counted: Counted) -> tuple[Span, str]:
    """Span with the bound's words, and the bound."""
    start, end = counted.span.start, counted.span.end
    vague = number.value is None
    tokens = sentence.tokens(number.span)
    before = bound_before(
        sentence, text[sentence.span.start : start], tokens, counted.unit, counted.noun
    )
    if before:
        return Span(before[1], end), "vague" if vague else before[0]
    after = bound_after(text, number.span.end, sentence.span.end)
    after = after or bound_after(text, end, sentence.span.end)
    if after:
        return Span(start, max(end, after[1])), "vague" if vague else after[0]
    return Span(start, end), "vague" if vague else "exact"


def _shared_bound(text: str, drafts: Iterable[FigureDraft]) -> list[FigureDraft]:
    """A bound governs both members of "about 160 km (100 miles)"."""
    found: list[FigureDraft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if (
            last is not None
            and draft.bound == "exact"
            and last.unit == draft.unit
            and last.bound not in {"exact", "vague"}
            and draft.unit in {"distance", "area", "money", "object"}
            and re.fullmatch(r"\s?[(\[/]\s?|,? or ", text[last.span.end : draft.span.start])
            and text[draft.span.end : draft.span.end + 1] in {")", "]", " ", ","}
        ):
            draft = replace(draft, bound=last.bound)  # noqa: PLW2901
        found.append(draft)
    return found


def find_figures(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    dates: Sequence[HasSpan],
) -> tuple[FigureDraft, ...]:
    """The figures of an article's story, in the order of the text.

    Args:
        article: The article.
        sentences: The sentences of its story with their parse.
        mentions: The words that name actors and places there.
        dates: Date words and clock times: no number inside them counts, but for durations.

    Returns:
        One draft a number; spans into the article's text.
    """
    story = _Story(
        article.text, tuple(sentences), tuple(mentions), tuple(date.span for date in dates)
    )
    found: list[FigureDraft] = []
    for index, sentence in enumerate(sentences):
        near = [span for span in story.dates if span.meets(sentence.span)]
        here: list[FigureDraft] = []
        for number in _numbers(article.text, sentence, near):
            draft = _draft(story, index, number, [*found, *here])
            if draft is not None:
                here.append(draft)
        named = [mention for mention in mentions if sentence.span.covers(mention.span)]
        found += exchanged(parts(article.text, here), sentence, named)
    return tuple(_shared_bound(article.text, found))
