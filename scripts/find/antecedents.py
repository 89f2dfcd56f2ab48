"""What a figure leaves out because an earlier one said it: "31 of them", lists, "including two"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from scripts.find.counted import Counted
from scripts.find.deeds import Deed, is_tally, table, tally, tally_of
from scripts.find.drafts import FigureDraft, Span
from scripts.find.parse import Sentence, lemma
from scripts.find.units import noun_of, person_nouns

#: Measures that one keeper is behind: who holds them took them and lets them go.
_CUSTODY = frozenset({"captured", "held", "released"})
#: Verbs that tell nothing new of the persons, so that what was told before still holds.
_STATIVE = frozenset({"is", "are", "was", "were", "remain", "remains", "remained", "belong"})
_COMPARED = re.compile(
    r"[\s,(]*(?:up|down|compared|rising|falling|from|to|than|versus)\b"
    r"(?: (?:with|to|from|than|a|the|just|only|some|about|over|nearly|peak|high|low|of|earlier))*"
    r"\s+"
)
#: Nouns that say nothing of whom they count.
_ANYBODY = frozenset({"people", "persons", "individuals", "others", "men", "members"})
#: How far back, in characters, an earlier figure is still what "of them" points to.
_FAR = 500
_COMPARED_LATER = re.compile(r", (?:up from|down from|compared with|compared to|from|versus) $")
_TIMES = frozenset({"hour", "day", "week", "month", "year", "decade"})
#: How far "of whom" may be from its whole.
_BESIDE_WHOLE = 60
#: How near, in characters, two figures are told together.
_CLOSE = 150


def antecedent(
    counted: Counted,
    value: float | None,
    found: Sequence[FigureDraft],
    persons: bool,
    starts: frozenset[int],
    member: str = "",
) -> FigureDraft | None:
    """The earlier figure that a figure without a noun of its own stands for, if there is one.

    Args:
        counted: What is known of the figure.
        value: Its value: the whole is no smaller than its part.
        found: The figures before it, in order.
        persons: Whether it is known to count persons.
        starts: Where sentences start: a figure that opens one goes on from one that opens one.
        member: What befell the group it is told to be of ("two of those wounded"), else "".
    """
    near = [f for f in reversed(found) if counted.span.start - f.span.end <= _FAR]
    named = counted.head if counted.part_of is not None else None
    if named is not None and any(child.tag_ == "CD" for child in named.children):
        return None  # "26 of the 27 leaders" names its whole itself
    if _is_relative(counted):
        at = counted.span.start
        near = [
            f
            for f in near
            if at - f.span.end <= _BESIDE_WHOLE and not any(f.span.end <= s <= at for s in starts)
        ]
    people = [f for f in near if f.unit == "person" and f.subset_of is None]
    fitting = [
        f
        for f in near
        if _same_noun(counted, f, people[:1])
        and (not member or f.measure == member or {f.measure, member} <= _CUSTODY)
        and f.unit in ({"person"} if persons else {"person", "object", "event"})
        and (counted.part_of is None or f.subset_of is None)
        and (value is None or f.number.value is None or f.number.value >= value)
    ]
    if counted.span.start in starts and counted.part_of is None:
        fitting.sort(key=lambda f: f.span.start not in starts)
    best = fitting[0] if fitting else None
    if best is None or (counted.part_of is not None and _has_rival(best, fitting)):
        return None
    return best


def _is_relative(counted: Counted) -> bool:
    """Whether a part is told behind its whole: "nine miners, three of whom died"."""
    words = counted.anchor.doc[max(0, counted.anchor.i - 3) : counted.anchor.i + 3]
    return any(word.lower_ in {"whom", "which"} for word in words)


def _has_rival(best: FigureDraft, fitting: Sequence[FigureDraft]) -> bool:
    """Whether "three of them" may be of either: "freed nine Kenyans for eight Somalis"."""
    return any(
        f.unit == "person"
        and f.measure == best.measure
        and f.of is not None
        and best.of is not None
        and f.of != best.of
        and abs(f.span.start - best.span.start) < _CLOSE
        for f in fitting
    )


def _same_noun(counted: Counted, whole: FigureDraft, nearest: Sequence[FigureDraft]) -> bool:
    """Whether a part that names its whole can be a part of a figure: "two of the guards".

    "two of its guards" is a part of no figure before it, and "six of the guards" none of nine
    miners; "six of the guards" may be of nine people, "six of the captives" of nine held.
    """
    if counted.head is None or counted.part_of is None:
        return True
    head = counted.head
    owner = next((child.lower_ for child in head.children if child.dep_ == "poss"), "")
    if owner:
        return owner not in {"its", "their", "our"} and whole.counted == counted.noun
    measure = next((person_nouns()[n] for n in noun_of(head) if person_nouns().get(n)), "")
    shared = measure == whole.measure or {measure, whole.measure} <= _CUSTODY
    if whole.counted == counted.noun or (measure and shared):
        return True
    return whole in nearest and whole.counted in {"", *_ANYBODY}


def compared(
    text: str, span: Span, found: Sequence[FigureDraft], sentence: Sentence
) -> FigureDraft | None:
    """The figure of the same sentence that a bare number is set against: "12, up from 9".

    Durations in between are no part of it: "9,800 in 11 months, from 17,000".
    """
    for last in reversed(found):
        if last.span.start < sentence.span.start:
            return None
        between = text[last.span.end : span.start]
        if last.unit not in {"money", "percent", *_TIMES} and _COMPARED.fullmatch(between):
            return last
        if last.unit not in _TIMES or not _COMPARED_LATER.search(between):
            return None
        whole = next((f for f in reversed(found) if f.unit not in _TIMES), None)
        near = whole is not None and whole.span.start >= sentence.span.start
        return whole if near and whole and whole.unit not in {"money", "percent"} else None
    return None


def more_money(
    text: str, span: Span, found: Sequence[FigureDraft], sentence: Sentence
) -> FigureDraft | None:
    """The sum of the same sentence that a bare one follows: "$4 billion, after 3 billion"."""
    if not re.search(r"[mbr]illion$", span.of(text)):
        return None
    amounts = (f for f in reversed(found) if f.unit not in _TIMES)
    last = next(amounts, None)
    near = last is not None and last.span.start >= sentence.span.start
    return last if near and last is not None and last.unit == "money" else None


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


def _stands_beside(doc: Any, draft: FigureDraft, sentence: Sentence) -> bool:
    """Whether a part is said in passing: "nine captives, two of them ministers, …"."""
    tokens = sentence.tokens(draft.span)
    first, last = tokens[0].i, tokens[-1].i
    led = first > 0 and doc[first - 1].text in {",", "(", "-", "–", "—"}
    following = doc[last + 1].tag_ if last + 1 < len(doc) else "."
    return led and following not in {"VBD", "VBN", "VBZ", "VBP", "MD", "RB"}


def told_before(counted: Counted, found: Sequence[FigureDraft]) -> FigureDraft | None:
    """The figure of persons that "the number" and "the figure" go back to: "put it at 12"."""
    anchor = counted.anchor
    if counted.head is not None or anchor.dep_ not in {"attr", "pobj", "dobj"}:
        return None
    verb = _verb(anchor)
    for child in verb.children:  # type: ignore[attr-defined]
        if (
            child.dep_ in {"nsubj", "dobj", "nsubjpass"}
            and is_tally(child)
            and not tally_of(child)
            and child.i < anchor.i
        ):
            plain = not any(c.dep_ in {"prep", "compound", "amod"} for c in child.children)
            persons = [f for f in found if f.unit == "person" and f.subset_of is None]
            near = persons and counted.span.start - persons[-1].span.end <= _FAR
            return persons[-1] if plain and near else None
    return None


def _is_whole(anchor: Any) -> bool:
    """Whether a number is the whole of a part: "two of the three"."""
    at = anchor.i
    return bool(at > 1 and anchor.nbor(-1).lower_ == "the" and anchor.nbor(-2).lower_ == "of")


def unit_without_noun(
    sentence: Sentence, counted: Counted, deed: Deed, before: FigureDraft | None
) -> str:
    """Unit of a number whose noun is left out: by its verb, else as the figure before it."""
    anchor = counted.anchor
    if deed.measure:
        return "person"
    following = sentence.tokens(counted.span)[-1].i + 1
    if following < len(anchor.doc) and anchor.doc[following].lower_ == "who":
        return "person"
    if anchor.dep_ in {"nsubj", "nsubjpass"} and lemma(anchor.head) in table("person"):
        return "person"
    if anchor.dep_ == "pobj" and anchor.head.dep_ == "agent":
        return "person" if lemma(anchor.head.head) in table("person") else "object"
    if anchor.dep_ in {"attr", "pobj"} and tally(_verb(anchor)):
        return "person"
    if counted.noun in {"others", "more"} and before is not None:
        return before.unit
    if counted.noun == "others":
        return "person"
    if before is not None and counted.head is None and _is_whole(anchor):
        return before.unit
    stands_for = counted.part_of is not None or anchor.dep_ in {
        "nsubj", "nsubjpass", "appos", "conj", "attr",
    }  # fmt: skip
    if before is not None and anchor.dep_ == "dobj":
        stands_for = before.span.start >= sentence.span.start
    return before.unit if before is not None and stands_for else "object"


def _verb(anchor: object) -> object:
    head = anchor.head  # type: ignore[attr-defined]
    return head.head if head.pos_ == "ADP" else head


def completed(
    draft: FigureDraft,
    sentence: Sentence,
    counted: Counted,
    deed: Deed,
    before: FigureDraft | None,
) -> FigureDraft:
    """A figure of persons without a noun, with what the earlier figure said of them."""
    if before is None or before.unit != "person" or before.span.end > draft.span.start:
        return draft
    part = counted.part_of is not None
    subject = counted.anchor.dep_ in {"nsubj", "nsubjpass"}
    stative = subject and counted.anchor.head.lower_ in _STATIVE
    beside = part and _stands_beside(counted.anchor.doc, draft, sentence)
    dead = part and before.measure == "killed"
    told = deed.how == "member" and deed.measure == before.measure
    silent = deed.measure in {"", "other"}
    same = (not deed.measure and (stative or beside)) or (stative and told) or (silent and dead)
    at = counted.anchor.i
    again = (
        draft.number.value == before.number.value
        and at > 0
        and counted.anchor.nbor(-1).lower_ in {"the", "these", "those"}
    )
    posted = not deed.measure and not part and before.measure == "troops"
    if posted:  # "has 2,000 troops there and will leave 400"
        draft = replace(draft, measure="troops", of=draft.of or before.of)
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


#: Values too common to tell that the same people are meant.
_DISTINCT = 11


def named_again(
    text: str, draft: FigureDraft, deed: Deed, found: Sequence[FigureDraft]
) -> FigureDraft:
    """A figure of people told of before, with what that told: who let "the two pilots" go.

    They are the same if "the" stands before the number, or if the number is one that hardly
    comes twice and nothing else is told of them; never if the two say different sides.

    Args:
        text: The article's text.
        draft: The figure, with its own sides.
        deed: What its own clause tells.
        found: The figures before it, in order.
    """
    value = draft.number.value
    definite = re.search(
        r"\b(?:the|these|those|all) $", text[: draft.span.start][-7:], re.IGNORECASE
    )
    for earlier in reversed(found):
        if earlier.number.value != value or value is None or earlier.unit != "person":
            continue
        words = [f.of.of(text) for f in (draft, earlier) if f.of is not None]
        if len(set(words)) > 1 or earlier.measure == "other" or earlier.bound != draft.bound:
            continue
        shared = draft.measure == earlier.measure or {draft.measure, earlier.measure} <= _CUSTODY
        if definite and shared and (words or draft.counted == earlier.counted):
            return replace(draft, of=draft.of or earlier.of, by=draft.by or earlier.by)
        distinct = value >= _DISTINCT and value % 10 and draft.counted in {"", *_ANYBODY}
        if distinct and not deed.measure and draft.subset_of is None:
            return replace(
                draft,
                measure=earlier.measure,
                of=draft.of or earlier.of,
                by=draft.by or earlier.by,
                found_by="named-again",
            )
    return draft
