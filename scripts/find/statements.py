"""Statements of an article: quotations with their speakers, and what is reported without marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.find.direct import (
    Attribution,
    Frame,
    attribute,
    frame,
    free_standing,
    is_sentence,
    is_statement,
    naming_span,
)
from scripts.find.drafts import Mention, Span, StatementDraft
from scripts.find.indirect import MIN_WORDS, Clause, clauses
from scripts.find.parse import Sentence
from scripts.find.quotations import Quotation, Unpaired, pair_paragraphs, trimmed
from scripts.lexicon import rows
from scripts.read.article import Article


@dataclass(frozen=True)
class _Block:
    """A block of the story with its quotations and the frames of its sentences."""

    title: bool
    quotations: tuple[Quotation, ...]
    frames: tuple[Frame, ...]


@dataclass(frozen=True)
class _Past:
    """The block before, and who said its last quotation."""

    block: _Block | None
    last: Attribution | None


def article_quotations(article: Article) -> tuple[tuple[Quotation, ...], tuple[Unpaired, ...]]:
    """The quotations of the story and its unpaired marks; quotations go on from block to block."""
    pieces = [(block.start, block.end) for block in article.story]
    return pair_paragraphs(article.text, pieces)


def find_statements(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention] = (),
    dates: Sequence[Span] = (),
) -> tuple[StatementDraft, ...]:
    """Every quotation and reported clause of an article, in the order of the text.

    mentions: names in the article; none of them is cut into when a speaker's words are trimmed.
    dates: spans of date words; one in the clause of saying becomes the statement's date.
    """
    text = article.text
    quotations, _ = article_quotations(article)
    blocks = _blocks(article, sentences, quotations)
    direct = _direct(text, blocks)
    found = [_draft(text, q, a, dates) for q, a in direct]
    quoted = tuple(quotation.span for quotation, _ in direct)
    for block in blocks:
        for a_frame in block.frames:
            for clause in clauses(text, a_frame, block.title):
                found += _reported(text, a_frame, clause, quoted, dates)
            found += _mixed(text, block, a_frame, dates)
    unique: dict[Span, StatementDraft] = {}
    for draft in found:
        if not any(draft.kind == "indirect" and span.covers(draft.span) for span in quoted):
            unique.setdefault(draft.span, draft)
    return tuple(sorted(unique.values(), key=lambda draft: draft.span))


def _blocks(
    article: Article, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> list[_Block]:
    by_block: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    found = []
    rest = list(quotations)
    for index in sorted(by_block):
        block = article.blocks[index]
        here = [q for q in rest if block.start <= q.outer.start < block.end]
        rest = (
            rest[len(here) :] if rest[: len(here)] == here else [q for q in rest if q not in here]
        )
        frames = tuple(frame(sentence, here) for sentence in by_block[index])
        found.append(_Block(block.kind == "title", tuple(here), frames))
    return found


def _direct(text: str, blocks: Sequence[_Block]) -> list[tuple[Quotation, Attribution | None]]:
    found: list[tuple[Quotation, Attribution | None]] = []
    by_span: dict[Span, Attribution | None] = {}
    past = _Past(None, None)
    for block in blocks:
        in_block: Attribution | None = None
        for quotation in block.quotations:
            speaker = attribute(text, quotation, block.frames)
            if speaker is None and quotation.continues is not None:
                speaker = by_span.get(quotation.continues)
            if speaker is None:
                speaker = _free(text, quotation, block, in_block, past)
            by_span[quotation.span] = speaker
            cued = speaker is not None
            if not is_statement(text, quotation, cued):
                continue
            if speaker is None and (block.title or not is_sentence(text, quotation)):
                continue
            found.append((quotation, speaker))
            in_block = speaker or in_block
        past = _Past(block, in_block)
    return _backwards(found)


def _free(
    text: str, quotation: Quotation, block: _Block, in_block: Attribution | None, past: _Past
) -> Attribution | None:
    """Who said a quotation whose own sentence does not tell."""
    before = [f for f in block.frames if f.sentence.span.end <= quotation.outer.start]
    if before or in_block is not None:
        return free_standing(before[-1:], in_block)
    if past.block is None or past.block.title or not is_sentence(text, quotation):
        return None
    return free_standing(past.block.frames[-1:], past.last)


def _backwards(
    found: list[tuple[Quotation, Attribution | None]],
) -> list[tuple[Quotation, Attribution | None]]:
    """A quotation over several paragraphs often names its speaker only after the last of them."""
    later: dict[Span, Attribution | None] = {}
    for quotation, speaker in reversed(found):
        if quotation.continues is not None and speaker is not None:
            later[quotation.continues] = speaker
        if speaker is None and quotation.span in later and quotation.continues is not None:
            later[quotation.continues] = later[quotation.span]
    return [(q, s or later.get(q.span)) for q, s in found]


def _draft(
    text: str, quotation: Quotation, speaker: Attribution | None, dates: Sequence[Span]
) -> StatementDraft:
    if speaker is None:
        return StatementDraft(
            quotation.span, "direct", None, "", "", None, "no-cue", quotation.continues
        )
    medium, date = _clause_facts(text, speaker.frame, speaker.verb, (), dates)
    return StatementDraft(
        quotation.span,
        "direct",
        speaker.speaker,
        speaker.cue,
        medium,
        date,
        speaker.found_by,
        quotation.continues,
    )


@cache
def _mediums() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["medium"]) for row in rows("mediums"))


def _clause_facts(
    text: str,
    a_frame: Frame | None,
    verb: Any | None,
    contents: Sequence[Span],
    dates: Sequence[Span],
) -> tuple[str, Span | None]:
    """Medium and date that the words of a sentence outside what was said give."""
    if a_frame is None:
        return "", None
    sentence = a_frame.sentence.span
    held = [*a_frame.quoted, *contents]
    outside = list(sentence.of(text))
    for span in held:
        for at in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            outside[at - sentence.start] = "\u2007"
    rest = "".join(outside)
    medium = next((code for pattern, code in _mediums() if pattern.search(rest)), "")
    free = [d for d in dates if sentence.covers(d) and not any(d.meets(span) for span in held)]
    if verb is not None:
        own = {t.i for t in verb.subtree}
        free = [d for d in free if all(t.i in own for t in a_frame.sentence.tokens(d))]
    return medium, free[0] if free else None


def _reported(
    text: str, a_frame: Frame, clause: Clause, quoted: Sequence[Span], dates: Sequence[Span]
) -> list[StatementDraft]:
    inside = [span for span in quoted if clause.span.meets(span)]
    spans = [clause.span] if not inside else _conjuncts(text, a_frame, clause, inside)
    verb = clause.saying.verb
    medium, date = _clause_facts(text, a_frame, verb, (clause.span,), dates)
    cue = a_frame.sentence.offset(verb).of(text)
    speaker = naming_span(a_frame, clause.saying)
    return [
        StatementDraft(span, "indirect", speaker, cue, medium, date, clause.rule) for span in spans
    ]


def _conjuncts(text: str, a_frame: Frame, clause: Clause, inside: Sequence[Span]) -> list[Span]:
    """The conjuncts without a quotation of a clause that holds one."""
    sentence = a_frame.sentence
    found: list[Span] = []
    tokens = [t for span in inside for t in sentence.tokens(span)]
    path: dict[int, Any] = {}
    for token in tokens:
        above = token
        while above.head != above and above.i not in path:
            path[above.i] = above
            if above == clause.head:
                break
            above = above.head
    for index in sorted(path):
        token = path[index]
        if token.dep_ == "conj" and token != clause.head:
            start = token.left_edge.i
            piece = [t for t in clause.head.subtree if t.i < start]
            while piece and (piece[-1].dep_ == "cc" or piece[-1].is_punct):
                piece = piece[:-1]
            found += _piece(text, a_frame, clause, piece, inside)
        for child in token.rights:
            if child.dep_ == "conj" and child.i not in path:
                found += _piece(text, a_frame, clause, list(child.subtree), inside)
    return found


def _piece(
    text: str, a_frame: Frame, clause: Clause, tokens: list[Any], inside: Sequence[Span]
) -> list[Span]:
    if not tokens:
        return []
    cover = a_frame.sentence.cover(tokens)
    start = max(cover.start, clause.span.start)
    span = trimmed(text, start, max(start, min(cover.end, clause.span.end)))
    led = text[: inside[0].start].rstrip("\"“«'‘ ")[-1:] == ","
    long = len(span.of(text).split()) > MIN_WORDS
    return [span] if long and not led and not any(span.meets(other) for other in inside) else []


def _mixed(text: str, block: _Block, a_frame: Frame, dates: Sequence[Span]) -> list[StatementDraft]:
    """A sentence with a word or two in marks after one that says who spoke, without saying what."""
    short = [q for q in a_frame.quoted if len(q.of(text).split()) < MIN_WORDS]
    at = block.frames.index(a_frame)
    if not short or len(short) != len(a_frame.quoted) or a_frame.sayings or at == 0:
        return []
    before = block.frames[at - 1]
    real = [s for s in before.sayings if s.real and s.speaker is not None]
    silent = len(real) == 1 and not before.quoted and not clauses(text, before)
    if not silent or text[short[0].start + 1 : short[0].start + 2].isupper():
        return []
    saying = real[0]
    medium, date = _clause_facts(text, before, saying.verb, (), dates)
    end = a_frame.sentence.span.end
    while text[end - 1] in ".!?":
        end -= 1
    span = trimmed(text, a_frame.sentence.span.start, end)
    cue = before.sentence.offset(saying.verb).of(text)
    return [
        StatementDraft(
            span, "indirect", naming_span(before, saying), cue, medium, date, "mixed-quotation"
        )
    ]
