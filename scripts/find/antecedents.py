"""What a figure leaves out because an earlier one said it: "31 of them", lists, "including two"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scripts.find.counted import Counted
from scripts.find.deeds import Deed, table, tally
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
    counted: Counted,
    value: float | None,
    found: Sequence[FigureDraft],
    persons: bool,
    starts: frozenset[int],
) -> FigureDraft | None:
    """The earlier figure that a figure without a noun of its own stands for, if there is one.

    Args:
        counted: What is known of the figure.
        value: Its value: the whole is no smaller than its part.
        found: The figures before it, in order.
        persons: Whether it is known to count persons.
        starts: Where sentences start: a figure that opens one goes on from one that opens one.
    """
    near = [f for f in reversed(found) if counted.span.start - f.span.end <= _FAR]
    fitting = [
        f
        for f in near
        if f.unit in ({"person"} if persons else {"person", "object", "event"})
        and (counted.part_of is None or f.subset_of is None)
        and (value is None or f.number.value is None or f.number.value >= value)
    ]
    if counted.span.start in starts and counted.part_of is None:
        fitting.sort(key=lambda f: f.span.start not in starts)
    return fitting[0] if fitting else None


def compared(
    text: str, span: Span, found: Sequence[FigureDraft], sentence: Sentence
) -> FigureDraft | None:
    """The figure of the same sentence that a bare number is set against: "12, up from 9"."""
    last = found[-1] if found else None
    if last is None or last.span.start < sentence.span.start or last.unit in {"money", "percent"}:
        return None
    return last if _COMPARED.fullmatch(text[last.span.end : span.start]) else None


def graver(sentence: Sentence, span: Span, found: Sequence[FigureDraft]) -> FigureDraft | None:
    """The wounded of the same sentence that a bare number is a part of: "9 hurt, two critically".

    Args:
        sentence: The sentence of the number.
        span: The number with the words of what it is a part of.
        found: The figures before it, in order.
    """
    doc, at = sentence.doc, sentence.tokens(span)[-1].i + 1
    if at >= len(doc) or doc[at].lower_ not in table("gravity"):
        return None
    if at + 1 < len(doc) and doc[at + 1].pos_ not in {"PUNCT", "CCONJ", "ADP"}:
        return None
    last = found[-1] if found else None
    if last is None or last.span.start < sentence.span.start:
        return None
    return last if last.measure == table("gravity")[doc[at].lower_][0]["measure"] else None


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
    same = subject and not deed.measure and counted.anchor.head.lower_ in _STATIVE
    at = counted.anchor.i
    again = (
        draft.number.value == before.number.value
        and at > 0
        and counted.anchor.nbor(-1).lower_ in {"the", "these", "those"}
    )
    if not part and not same and not again:
        return draft
    measure = before.measure if same else draft.measure
    shared = measure == before.measure or {measure, before.measure} <= _CUSTODY
    return replace(
        draft,
        measure=measure,
        of=draft.of or before.of,
        by=draft.by or (before.by if shared else None),
        subset_of=None if again else before.span,
    )


_OF_WHOLE = re.compile(r"\bof (?:the|these|those|all|its|their) $", re.IGNORECASE)


def parts(text: str, drafts: Sequence[FigureDraft]) -> list[FigureDraft]:
    """Figures of a sentence that name their whole: "two of the nine", "of the 120, 40"."""
    listed = list(drafts)
    for index, draft in enumerate(listed):
        for whole in listed:
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
