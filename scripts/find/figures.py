"""Numbers that somebody printed, with what they count, what befell it, and whose it is."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from scripts.find.antecedents import (
    antecedent,
    compared,
    completed,
    graver,
    more_money,
    named_again,
    told_before,
    unit_without_noun,
)
from scripts.find.bounds import bound_after, bound_before
from scripts.find.contexts import around, context, first_near, topics
from scripts.find.counted import Counted, find_counted
from scripts.find.deeds import NO_DEED, Deed
from scripts.find.drafts import FigureDraft, Mention, Number, Span
from scripts.find.lists import (
    beside_part,
    coordinated,
    done_alike,
    exchanged,
    of_list,
    parts,
    placed_alike,
    summed,
)
from scripts.find.measures import find_deed
from scripts.find.membership import of_whole
from scripts.find.modality import modality
from scripts.find.not_figures import name_numbers
from scripts.find.numbers import find_numbers
from scripts.find.parse import Sentence
from scripts.find.sides import find_by, find_of
from scripts.find.units import noun_of, person_nouns
from scripts.read.article import Article

_DURATION_AFTER = re.compile(
    r"[\s\u00a0-](?:more )?(?:hours?|days?|nights?|weeks?|months?|years?|decades?|fortnights?)\b"
)


#: Units of what stands beside a deed: how long it took, what share it was.
_EXTENTS = frozenset({"hour", "day", "week", "month", "year", "decade", "percent", "distance"})


class HasSpan(Protocol):
    """Anything that stands somewhere in the article, such as date words."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


@dataclass(frozen=True)
class _Story:
    """What the figures of an article are read from.

    topics: what each sentence is about. starts: where sentences begin.
    """

    text: str
    sentences: tuple[Sentence, ...]
    topics: tuple[frozenset[str], ...]
    starts: frozenset[int]


@dataclass(frozen=True)
class _Here:
    """A sentence of a story with the names and date words in it."""

    story: _Story
    index: int
    named: tuple[Mention, ...]
    dates: tuple[Span, ...]

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        return self.story.sentences[self.index]


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
    """The verb of the clause of a token; None for what a noun holds: "aid for the 12 villages"."""
    definite = any(c.dep_ == "poss" or c.lower_ in {"the", "these"} for c in token.children)
    if definite and token.dep_ == "pobj" and token.head.head.pos_ in {"NOUN", "PROPN"}:
        return None
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
    return None


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


def _noun_measure(counted: Counted) -> str:
    if counted.head is None:
        return ""
    names = [counted.noun, *noun_of(counted.head)]
    return next((person_nouns()[n] for n in names if person_nouns().get(n)), "")


def _deed(here: _Here, counted: Counted, span: Span, found: Sequence[FigureDraft]) -> Deed:
    """What befell the counted, if they are or may be persons."""
    if counted.unit not in {"", "person"}:
        return NO_DEED
    story = here.story
    begin = story.sentences[first_near(here.index)].span.start
    known = context(counted, story.topics, here.index, found, begin)
    tokens = here.sentence.tokens(span)
    return find_deed(counted.anchor, tokens[0], tokens[-1], _noun_measure(counted), known)


def _modality(governor: Any, counted: Counted) -> str:
    """Modality of the clause of a figure; how long something did not happen is no denial."""
    told = modality(governor) if governor is not None else "occurred"
    beside = counted.anchor.dep_ in {"pobj", "npadvmod"} and counted.unit in _EXTENTS
    return "occurred" if told == "denied" and beside else told


def _draft(here: _Here, number: Number, found: Sequence[FigureDraft]) -> FigureDraft | None:
    text, sentence = here.story.text, here.sentence
    counted = find_counted(text, sentence, number, here.named, here.dates)
    if counted is None:
        return None
    span, bound = _bounded(sentence, text, number, counted)
    deed = _deed(here, counted, span, found)
    if not counted.unit:
        again = _said_again(text, sentence, counted, span, deed, found)
        if again is not None:
            return replace(again, span=span, number=number, bound=bound, counted="")
    before = None
    unit = counted.unit
    if not unit or counted.part_of is not None:
        persons = bool(deed.measure) or unit == "person"
        member = deed.measure if deed.how == "member" else ""
        before = antecedent(counted, number.value, found, persons, here.story.starts, member)
        unit = unit or unit_without_noun(sentence, counted, deed, before)
    governor = deed.governor if deed.governor is not None else _verb_above(counted.anchor)
    draft = FigureDraft(
        span=span,
        number=number,
        bound=bound,
        unit=unit,
        counted="" if counted.noun in {"others", "more"} else counted.noun,
        measure="",
        of=None,
        by=None,
        modality=_modality(governor, counted),
        subset_of=None,
        date=_date(sentence, governor, here.dates),
        found_by=deed.how if deed.measure else "counted",
    )
    if unit != "person":
        return draft
    of = find_of(sentence, counted, number.span.end, deed, here.named)
    by = find_by(sentence, deed, counted, of, here.named)
    if deed.measure == "troops":
        of = of or by
    draft = replace(draft, measure=deed.measure or "other", of=of, by=by)
    if counted.head is None or counted.part_of is not None:
        draft = completed(draft, sentence, counted, deed, before)
    if deed.how == "member" and draft.subset_of is None:
        draft = of_whole(draft, found)
    draft = of_list(text, sentence, draft, found)
    return named_again(text, draft, deed, found)


def _said_again(
    text: str,
    sentence: Sentence,
    counted: Counted,
    span: Span,
    deed: Deed,
    found: Sequence[FigureDraft],
) -> FigureDraft | None:
    """The figure that a number without a noun repeats in all but its value."""
    hurt = graver(sentence, counted.span, found)
    if hurt is not None:
        return replace(hurt, subset_of=hurt.span, found_by="compared")
    before = None
    if counted.part_of is None:
        before = compared(text, counted.span, found, sentence) or told_before(counted, found)
    if before is not None:
        verb = _verb_above(counted.anchor)
        told = modality(verb) if verb is not None else before.modality
        return replace(before, subset_of=None, modality=told, found_by="compared")
    money = more_money(text, span, found, sentence)
    if money is not None:
        return replace(money, found_by="alongside")
    if counted.part_of is None and not deed.measure:
        beside = (
            beside_part(text, span, counted.head, found, sentence)
            or placed_alike(text, sentence, span, found)
            or done_alike(sentence, counted.anchor, found)
        )
        return replace(beside, found_by="alongside") if beside is not None else None
    return None


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


def _by_sentence(begins: Sequence[int], spans: Iterable[Span]) -> dict[int, list[Span]]:
    """Stretches of the text by the index of each sentence that they reach into."""
    found: dict[int, list[Span]] = {}
    for span in spans:
        first = max(bisect_right(begins, span.start) - 1, 0)
        for index in range(first, max(bisect_right(begins, span.end - 1), first + 1)):
            found.setdefault(index, []).append(span)
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
    begins = [sentence.span.start for sentence in sentences]
    near = _by_sentence(begins, [date.span for date in dates])
    numbers = [
        _numbers(article.text, sentence, near.get(index, ()))
        for index, sentence in enumerate(sentences)
    ]
    told = {at for index, here in enumerate(numbers) if here for at in around(index)}
    story = _Story(
        article.text,
        tuple(sentences),
        tuple(topics(s) if at in told else frozenset() for at, s in enumerate(sentences)),
        frozenset(begins),
    )
    found: list[FigureDraft] = []
    for index, sentence in enumerate(sentences):
        if not numbers[index]:
            continue
        named = tuple(mention for mention in mentions if sentence.span.covers(mention.span))
        here = _Here(story, index, named, tuple(near.get(index, ())))
        drafts: list[FigureDraft] = []
        for number in numbers[index]:
            draft = _draft(here, number, [*found, *drafts])
            if draft is not None:
                drafts.append(draft)
        drafts = coordinated(article.text, parts(article.text, drafts))
        drafts = summed(article.text, drafts, found[-1:])
        found += exchanged(drafts, sentence, named)
    names = name_numbers(article.text)
    kept = [
        f for f in found if f.counted or f.unit != "object" or f.span.of(article.text) not in names
    ]
    return tuple(_shared_bound(article.text, kept))
