"""Figures that stand together: wholes and parts, lists, one deed that befell several."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from scripts.find.drafts import FigureDraft, Mention, Span
from scripts.find.parse import Sentence, lemma

#: What stands between the members of a list by place: " in Lima, ", " from Peru and ".
_PLACED = re.compile(
    r" (in|from|at|near|on|for|by|to|while) (?:[^,;.:]{1,60}?)"
    r"(?: (?:was|were|have been|had been) \w+)?(?:,|;| and|, and|; and| while)+ "
)
_SAME_PLACE = re.compile(r"(?: more| others)? (in|from|at|near|on|for|by|to|while)\b")
_OPENED = re.compile(r"[^.;:]{0,80}: ")


def placed_alike(
    text: str, sentence: Sentence, span: Span, found: Sequence[FigureDraft]
) -> FigureDraft | None:
    """The figure that a bare number goes on from: "21 hurt in Lima, 36 in Cuzco".

    Behind a colon it is a part: "21 hurt: nine in Lima and 12 in Cuzco".
    """
    last = found[-1] if found else None
    if last is None or last.span.start < sentence.span.start:
        return None
    between = text[last.span.end : span.start]
    after = _SAME_PLACE.match(text, span.end)
    if after and last.subset_of is None and last.unit == "person" and _OPENED.fullmatch(between):
        return replace(last, subset_of=last.span)
    placed = _PLACED.fullmatch(between)
    part = last.subset_of is not None
    return last if placed and after and (part or placed[1] == after[1]) else None


def done_alike(sentence: Sentence, anchor: Any, found: Sequence[FigureDraft]) -> FigureDraft | None:
    """The figure of the same verb before: "one party won 21 seats, the other won nine"."""
    last = found[-1] if found else None
    verb = anchor.head
    if last is None or last.span.start < sentence.span.start or anchor.dep_ != "dobj":
        return None
    tokens = sentence.tokens(last.span)
    above = {t.head.i for t in tokens if t.dep_ == "dobj"}
    same = any(t.i in above and t.i != verb.i and lemma(t) == lemma(verb) for t in sentence.doc)
    return last if same else None


#: What parts two parts of one whole: ", six of them", " were men and ", " sailors; ".
_BESIDE = re.compile(
    r"(?: (?:are|is|was|were) (?:[\w'-]+ ){0,3}[\w'-]+,?| [\w'-]+,?)?(?:;| and| while|,)+ "
)


def beside_part(
    text: str, span: Span, head: Any, found: Sequence[FigureDraft], sentence: Sentence
) -> FigureDraft | None:
    """The part that a bare number stands beside: "of the nine, six are men and three women"."""
    last = found[-1] if found else None
    if last is None or head is not None or last.span.start < sentence.span.start:
        return None
    between = text[last.span.end : span.start]
    part = last.subset_of is not None or " of " in last.span.of(text)
    joined = _BESIDE.fullmatch(between)
    return last if part and joined and last.unit == "person" else None


_OF_WHOM = re.compile(r"\bof (?:whom|which|them),? (?:at least |about |some )?$", re.IGNORECASE)
_OF_WHOLE = re.compile(r"\bof (?:the|these|those|all|its|their) $", re.IGNORECASE)


def parts(text: str, drafts: Sequence[FigureDraft]) -> list[FigureDraft]:
    """Figures of a sentence that name their whole: "two of the nine", "of the 120, 40"."""
    listed = list(drafts)
    for index, draft in enumerate(listed):
        for whole in listed:
            if whole.span.end <= draft.span.start and _OF_WHOM.search(
                text, max(0, draft.span.start - 10), draft.span.start
            ):
                if draft.unit == whole.unit and whole.subset_of is None:
                    listed[index] = replace(draft, subset_of=whole.span, of=draft.of or whole.of)
                continue
            led = _OF_WHOLE.search(text, max(0, whole.span.start - 12), whole.span.start)
            directly = re.fullmatch(r",? ", text[whole.span.end : draft.span.start])
            inside = draft.span.covers(whole.span) and draft.span != whole.span
            if draft.unit == whole.unit and (inside or (led and directly)):
                listed[index] = replace(draft, subset_of=whole.span, of=draft.of or whole.of)
    return listed


def of_list(
    text: str, sentence: Sentence, draft: FigureDraft, found: Sequence[FigureDraft]
) -> FigureDraft:
    """A member of a list behind a colon, or of "including …", as a part of the figure before."""
    start, end = sentence.span.start, draft.span.start
    earlier = [f for f in found if f.span.start >= start and f.span.end <= end]
    wholes = [f for f in earlier if f.unit == "person" and f.subset_of is None]
    if not wholes:
        return draft
    whole = wholes[-1]
    between = text[whole.span.end : draft.span.start]
    lead = re.search(r":|[–—]|\bincluding\b|\bamong them\b|\bthey include\b", between)
    smaller = (
        draft.number.value is not None
        and whole.number.value is not None
        and draft.number.value < whole.number.value
    )
    if not lead or not smaller:
        return draft
    inside = sentence.tokens(Span(whole.span.end + lead.end(), draft.span.start))
    if any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in inside) or ";" in between:
        return draft
    same = draft.measure in {"other", whole.measure}
    named = draft.of or (whole.of if draft.counted not in {"", "others"} else None)
    return replace(
        draft,
        measure=whole.measure if same else draft.measure,
        of=named,
        by=draft.by or (whole.by if same else None),
        subset_of=whole.span,
    )


def exchanged(
    drafts: Sequence[FigureDraft], sentence: Sentence, mentions: Sequence[Mention]
) -> list[FigureDraft]:
    """Two sides' people released in one sentence that names no third: each by the other side."""
    listed = list(drafts)
    sides: dict[str, Span] = {}
    for mention in mentions:
        if mention.country:
            sides.setdefault(mention.country, mention.span)
    freed = [d for d in listed if d.measure == "released" and d.of is not None]
    of = {
        d.span: next((m.country for m in mentions if m.span.meets(d.of) and m.country), "")
        for d in freed
        if d.of
    }
    if len(sides) != 2 or set(of.values()) != set(sides):
        return listed
    for index, draft in enumerate(listed):
        if draft.span in of and draft.by is None:
            other = next(country for country in sorted(sides) if country != of[draft.span])
            listed[index] = replace(draft, by=sides[other])
    return listed


#: What stands between the members of a list of figures.
_LISTED = re.compile(r",(?: and)? | and | as well as | plus | along with ")


def coordinated(text: str, drafts: Sequence[FigureDraft]) -> list[FigureDraft]:
    """Figures of persons side by side, that one deed befell: "9 rebels, 4 guards and a nurse died".

    The parser may hang some of them elsewhere: what is told of one holds for all.
    """
    listed = list(drafts)
    runs: list[list[int]] = []
    for index, draft in enumerate(listed):
        last = listed[index - 1] if index else None
        joined = last and _LISTED.fullmatch(text[last.span.end : draft.span.start])
        part = " of " in draft.span.of(text) or " of " in text[draft.span.end :][:4]
        if draft.unit == "person" and joined and not part and last and last.unit == "person":
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in runs:
        told = [listed[i] for i in run if listed[i].measure not in {"", "other"}]
        if len(run) < 2 or not told or len({t.measure for t in told}) > 1:
            continue
        for index in run:
            own = listed[index]
            if own.measure == "other" and own.counted and own.subset_of is None:
                listed[index] = replace(
                    own,
                    measure=told[0].measure,
                    by=own.by or told[0].by,
                    modality=told[0].modality,
                    found_by="listed",
                )
    return listed


def summed(
    text: str, drafts: Sequence[FigureDraft], earlier: Sequence[FigureDraft]
) -> list[FigureDraft]:
    """Figures of people side by side that add up to one told just before, as parts of it.

    "20 bodies were found, eleven women and nine men": the sum says what the grammar leaves open.

    Args:
        text: The article's text.
        drafts: The figures of a sentence, in order.
        earlier: The figures before the sentence, in order.
    """
    listed = list(drafts)
    for start in range(len(listed)):
        total = 0.0
        for end in range(start, len(listed)):
            own = listed[end]
            gap = text[listed[end - 1].span.end : own.span.start] if end > start else " and "
            if own.unit != "person" or own.number.value is None or not _LISTED.fullmatch(gap):
                break
            total += own.number.value
            before = [*earlier, *listed[:start]]
            whole = before[-1] if before and end > start else None
            if whole is None or whole.unit != "person" or whole.number.value != total:
                continue
            for at in range(start, end + 1):
                if listed[at].subset_of is None and listed[at].measure in {"other", whole.measure}:
                    listed[at] = replace(
                        listed[at],
                        measure=whole.measure,
                        of=listed[at].of or whole.of,
                        by=listed[at].by or whole.by,
                        subset_of=whole.span,
                    )
    return listed
