"""Statements of an article: quotations with their speakers, and what is reported without marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from scripts.find.circumstances import circumstances
from scripts.find.direct import (
    Attribution,
    Frame,
    attribute,
    frame,
    free_standing,
    is_sentence,
    is_statement,
    naming_span,
    stands_alone,
)
from scripts.find.drafts import Mention, Span, StatementDraft
from scripts.find.indirect import MIN_WORDS, Clause, clauses, undated
from scripts.find.narrators import in_passing, narrated, unsaid
from scripts.find.parse import Sentence
from scripts.find.quotations import Quotation, Unpaired, pair_paragraphs, trimmed
from scripts.read.article import Article


@dataclass(frozen=True)
class _Block:
    """A block of the story with its quotations and the frames of its sentences."""

    title: bool
    quotations: tuple[Quotation, ...]
    frames: tuple[Frame, ...]
    begins: tuple[int, ...]
    announces: bool  #: ends with a colon

    def around(self, quotation: Quotation) -> tuple[Frame, ...]:
        """The frames that hold a quotation and the one behind them."""
        last = bisect_left(self.begins, quotation.outer.end)
        return self.frames[self._first(quotation) : last + 1]

    def before(self, quotation: Quotation) -> tuple[Frame, ...]:
        """The frame right before those that hold a quotation."""
        first = self._first(quotation)
        return self.frames[max(first - 1, 0) : first]

    def _first(self, quotation: Quotation) -> int:
        return max(bisect_right(self.begins, quotation.outer.start) - 1, 0)


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

    Args:
        article: The article; only its story is read.
        sentences: Its parsed sentences.
        mentions: Its mentions, in order; the words for a speaker never end inside one.
        dates: Spans of its date words, in order; one in a clause of saying dates the statement.

    Returns:
        Statements in the order of the text, no two with the same span.
    """
    text = article.text
    quotations, _ = article_quotations(article)
    blocks = _blocks(article, sentences, quotations)
    direct = _direct(text, blocks)
    found = [_draft(text, q, a, dates) for q, a in direct]
    quoted = {quotation.outer: quotation.span for quotation, _ in direct}
    for block in blocks:
        for a_frame in block.frames:
            for told in clauses(text, a_frame, block.title):
                clause = undated(text, told, a_frame, dates)
                found += _reported(text, a_frame, clause, quoted, dates)
        for before, a_frame in pairwise(block.frames):
            found += _mixed(text, before, a_frame, dates)
    unique: dict[Span, StatementDraft] = {}
    for draft in found:
        unique.setdefault(draft.span, draft)
    accounts = [
        Span(block.start, block.end)
        for block in article.story
        if narrated(text, Span(block.start, block.end), quotations)
    ]
    kept = (
        draft
        for draft in unique.values()
        if not in_passing(text, draft) or not any(block.covers(draft.span) for block in accounts)
    )
    ordered = sorted(kept, key=lambda draft: draft.span)
    starts = [mention.span.start for mention in mentions]
    return tuple(_whole_name(draft, mentions, starts) for draft in ordered)


def _whole_name(
    draft: StatementDraft, mentions: Sequence[Mention], starts: Sequence[int]
) -> StatementDraft:
    """The draft with a speaker whose last name is not cut in two."""
    if draft.speaker is None:
        return draft
    at = bisect_left(starts, draft.speaker.end) - 1
    cut = at >= 0 and mentions[at].span.start < draft.speaker.end < mentions[at].span.end
    if not cut:
        return draft
    return replace(draft, speaker=Span(draft.speaker.start, mentions[at].span.end))


def _blocks(
    article: Article, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> list[_Block]:
    by_block: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    by_start: dict[int, list[Quotation]] = {}
    starts = [block.start for block in article.blocks]
    for quotation in quotations:
        by_start.setdefault(bisect_right(starts, quotation.outer.start) - 1, []).append(quotation)
    found = []
    for index in sorted(by_block):
        block = article.blocks[index]
        here = tuple(by_start.get(index, ()))
        frames = tuple(frame(sentence, here) for sentence in by_block[index])
        begins = tuple(a_frame.sentence.span.start for a_frame in frames)
        last = article.text[block.start : block.end].rstrip()[-1:]
        found.append(_Block(block.kind == "title", here, frames, begins, last == ":"))
    return found


def _direct(text: str, blocks: Sequence[_Block]) -> list[tuple[Quotation, Attribution | None]]:
    found: list[tuple[Quotation, Attribution | None]] = []
    by_span: dict[Span, Attribution | None] = {}
    past = _Past(None, None)
    for block in blocks:
        in_block: Attribution | None = None
        for quotation in block.quotations:
            speaker = attribute(text, quotation, block.around(quotation))
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
            if speaker is None and (
                unsaid(text, quotation, block.around(quotation))
                or (quotation.continues is None and _embedded(text, quotation, block))
            ):
                continue
            found.append((quotation, speaker))
            in_block = speaker or in_block
        past = _Past(block, in_block)
    return _backwards(found)


def _free(
    text: str, quotation: Quotation, block: _Block, in_block: Attribution | None, past: _Past
) -> Attribution | None:
    """Who said a quotation whose own sentence does not tell."""
    announced = past.block is not None and past.block.announces
    if not announced and (_embedded(text, quotation, block) or not stands_alone(text, quotation)):
        return None
    before = block.before(quotation)
    if before or in_block is not None:
        return free_standing(before, in_block)
    if past.block is None or past.block.title:
        return None
    if not announced and not is_sentence(text, quotation):
        return None
    return free_standing(past.block.frames[-1:], past.last)


def _embedded(text: str, quotation: Quotation, block: _Block) -> bool:
    """Whether a quotation is a part of a sentence of the writer's, not a sentence of its own."""
    around = block.around(quotation)
    start = around[0].sentence.span.start if around else quotation.outer.start
    lead = text[start : quotation.outer.start].rstrip()
    told = lead.endswith(":") or lead.lower().endswith((" he", " she", " it", " they"))
    return bool(lead.strip("\"'“”‘’([ ")) and not told


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
    medium, date = circumstances(text, speaker.frame, speaker.verb, (), dates)
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


def _reported(
    text: str, a_frame: Frame, clause: Clause, quoted: Mapping[Span, Span], dates: Sequence[Span]
) -> list[StatementDraft]:
    said = [quoted[outer] for outer in a_frame.quoted if outer in quoted]
    inside = [span for span in said if clause.span.meets(span)]
    if not inside and any(_follows(text, clause.span, outer) for outer in a_frame.quoted):
        return []
    spans = [clause.span] if not inside else _conjuncts(text, a_frame, clause, inside)
    verb = clause.saying.verb
    medium, date = circumstances(text, a_frame, verb, (clause.span,), dates)
    cue = a_frame.sentence.offset(verb).of(text)
    speaker = naming_span(a_frame, clause.saying)
    return [
        StatementDraft(span, "indirect", speaker, cue, medium, date, clause.rule) for span in spans
    ]


def _follows(text: str, clause: Span, outer: Span) -> bool:
    """Whether a quotation of some words goes on from a clause: it holds them then."""
    near = clause.end <= outer.start and not text[clause.end : outer.start].strip()
    return near and len(outer.of(text).split()) >= MIN_WORDS


def _conjuncts(text: str, a_frame: Frame, clause: Clause, inside: Sequence[Span]) -> list[Span]:
    """The conjuncts without a quotation of a clause that holds one."""
    sentence = a_frame.sentence
    found: list[Span] = []
    if inside[0].start <= clause.span.start + 1:
        return []
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


def _mixed(text: str, before: Frame, a_frame: Frame, dates: Sequence[Span]) -> list[StatementDraft]:
    """A sentence with a word or two in marks after one that says who spoke, without saying what."""
    short = [q for q in a_frame.quoted if len(q.of(text).split()) < MIN_WORDS]
    if not short or len(short) != len(a_frame.quoted) or a_frame.sayings:
        return []
    real = [s for s in before.sayings if s.real and s.speaker is not None]
    silent = (
        len(real) == 1
        and real[0].cue.clause != "yes"
        and not before.quoted
        and not clauses(text, before)
    )
    own = [t for t in a_frame.sentence.doc if t.dep_ in {"nsubj", "nsubjpass"}]
    silent = silent and bool(own) and own[0].tag_ not in {"NNP", "NNPS", "PRP"}
    if not silent or text[short[0].start + 1 : short[0].start + 2].isupper():
        return []
    saying = real[0]
    medium, date = circumstances(text, before, saying.verb, (), dates)
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
