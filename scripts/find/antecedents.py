"""What a figure leaves out because an earlier one said it: "31 of them", lists, "including two"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scripts.find.counted import Counted
from scripts.find.deeds import Deed, tally
from scripts.find.drafts import FigureDraft, Mention, Span
from scripts.find.parse import Sentence, lemma

#: Measures that one keeper is behind: who holds them took them and lets them go.
_CUSTODY = frozenset({"captured", "held", "released"})
#: Verbs that tell nothing new of the persons, so that what was told before still holds.
_STATIVE = frozenset({"is", "are", "was", "were", "remain", "remains", "remained", "belong"})
_PERSON_VERBS = frozenset(
    {
        "say",
        "tell",
        "describe",
        "report",
        "attend",
        "vote",
        "protest",
        "testify",
        "resign",
        "gather",
    }
    | {"demonstrate", "live", "march", "believe", "think", "want", "speak", "serve", "volunteer"}
)
_COMPARED = re.compile(
    r"[\s,(]*(?:up|down|compared|rising|falling|from|to|than|versus)\b"
    r"(?: (?:with|to|from|than|a|the|just|only|some|about|over|nearly|peak|high|low|of|earlier))*"
    r"\s+"
)
#: How far back, in characters, an earlier figure is still what "of them" points to.
_FAR = 500


def antecedent(
    draft_span: Span,
    value: float | None,
    part: bool,
    found: Sequence[FigureDraft],
    persons: bool,
) -> FigureDraft | None:
    """The earlier figure that a figure without a noun of its own stands for, if there is one.

    Args:
        draft_span: Where the figure stands.
        value: Its value: the whole is no smaller than its part.
        part: Whether it is a part of another ("of them").
        found: The figures before it, in order.
        persons: Whether it is known to count persons.
    """
    for draft in reversed(found):
        if draft_span.start - draft.span.end > _FAR:
            return None
        if draft.unit not in ({"person"} if persons else {"person", "object", "event"}):
            continue
        if part and draft.subset_of is not None:
            continue
        if not part or value is None or draft.number.value is None or draft.number.value >= value:
            return draft
    return None


def compared(
    text: str, span: Span, found: Sequence[FigureDraft], sentence: Sentence
) -> FigureDraft | None:
    """The figure of the same sentence that a bare number is set against: "12, up from 9"."""
    last = found[-1] if found else None
    if last is None or last.span.start < sentence.span.start or last.unit in {"money", "percent"}:
        return None
    return last if _COMPARED.fullmatch(text[last.span.end : span.start]) else None


def unit_without_noun(counted: Counted, deed: Deed, before: FigureDraft | None) -> str:
    """Unit of a number whose noun is left out: by its verb, else as the figure before it."""
    anchor = counted.anchor
    if deed.measure:
        return "person"
    if anchor.dep_ in {"nsubj", "nsubjpass"} and lemma(anchor.head) in _PERSON_VERBS:
        return "person"
    if anchor.dep_ in {"attr", "pobj"} and tally(_verb(anchor)):
        return "person"
    if counted.noun == "others":
        return before.unit if before is not None else "person"
    stands_for = counted.part_of is not None or anchor.dep_ in {
        "nsubj", "nsubjpass", "appos", "conj", "attr",
    }  # fmt: skip
    return before.unit if before is not None and stands_for else "object"


def _verb(anchor: object) -> object:
    head = anchor.head  # type: ignore[attr-defined]
    return head.head if head.pos_ == "ADP" else head


def completed(
    draft: FigureDraft,
    counted: Counted,
    deed: Deed,
    before: FigureDraft | None,
) -> FigureDraft:
    """A figure of persons without a noun, with what the earlier figure said of them."""
    if before is None or before.unit != "person" or before.span.end > draft.span.start:
        return draft
    part = counted.part_of is not None
    subject = counted.anchor.dep_ in {"nsubj", "nsubjpass"}
    if not part and not subject:
        return draft
    stative = counted.anchor.head.lower_ in _STATIVE
    measure = before.measure if not deed.measure and stative else draft.measure
    shared = measure == before.measure or {measure, before.measure} <= _CUSTODY
    return replace(
        draft,
        measure=measure,
        of=draft.of or before.of,
        by=draft.by or (before.by if shared else None),
        subset_of=before.span if part or stative else None,
    )


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
