"""Who said a quotation: the clause around it first, what stands before it in the paragraph last."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from scripts.find.cues import verbs, words
from scripts.find.drafts import Span
from scripts.find.naming import naming
from scripts.find.parse import Sentence
from scripts.find.quotations import Quotation
from scripts.find.sayings import ACCORDING, Saying, sayings

MIN_WORDS = 3
#: A piece of a sentence as long as this is quoted for its words, not for their sound.
_LONG = 6
#: Subjects before a colon that name no speaker.
_NOBODY = {"it", "there", "this", "that", "i", "we", "you", "what", "who", "which"}

_TITLE_WORD = re.compile(
    r"^(?:[A-Z0-9ÀÖ-ÞØ].*|of|the|a|an|and|in|on|for|to|at|with|by|from|de|la|[&–—-])$"
)
_TITLED = re.compile(r"([\w’'-]+)[\s,:(]*$")
_LEADS = re.compile(r"\b(?P<word>[a-z]{3,}), $")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*$")
#: "From the desk of X:" names who writes; the parser sees no clause in it.
_DESK = re.compile(r"^From the (?:desk|office|pen) of ((?:[A-Z][\w.’'-]+ ?){1,4}):\s*$")
_CREDIT = re.compile(r"\s*[–—-]{1,2}\s*((?:[A-Z][\w.’'-]*\s?){1,5})")


@dataclass(frozen=True)
class Frame:
    """A sentence with its quotations and its words of saying outside them."""

    sentence: Sentence
    quoted: tuple[Span, ...]  #: outer spans, marks included
    sayings: tuple[Saying, ...]

    def outside(self, token: Any) -> bool:
        """Whether a token stands outside every quotation."""
        place = self.sentence.offset(token)
        return not any(place.meets(span) for span in self.quoted)


@dataclass(frozen=True)
class Attribution:
    """Who said it and how that was found."""

    speaker: Span | None
    cue: str
    frame: Frame | None
    verb: Any | None
    found_by: str


def frame(sentence: Sentence, quotations: Sequence[Quotation]) -> Frame:
    """The frame of a sentence, of which `quotations` are those of its block."""
    quoted = tuple(q.outer for q in quotations if q.outer.meets(sentence.span))
    return Frame(sentence, quoted, sayings(sentence, quoted))


def is_statement(text: str, quotation: Quotation, cued: bool) -> bool:
    """Whether a quotation holds somebody's words rather than a name, a title or a scare quote.

    cued: whether a word of saying governs it; then capitals alone do not make it a title.
    """
    inner = [w for w in quotation.span.of(text).split() if any(c.isalnum() for c in w)]
    if len(inner) < MIN_WORDS:
        return False
    before = _TITLED.search(text, max(0, quotation.outer.start - 40), quotation.outer.start)
    if before and before.group(1).lower() in words("title"):
        return False
    titled = all(_TITLE_WORD.match(w) for w in inner) and not _ENDED.search(inner[-1].rstrip(","))
    if titled and (not cued or _apposed_title(text, quotation)):
        return False
    comma = text[: quotation.outer.start].rstrip()[-1:] in {",", ":"}
    return not (titled and not comma and not inner[-1].endswith((",", ".", "!", "?")))


def _apposed_title(text: str, quotation: Quotation) -> bool:
    """Whether a quotation in capitals stands between commas behind a noun: 'his play, "X", was'."""
    lead = _LEADS.search(text, max(0, quotation.outer.start - 40), quotation.outer.start)
    closed = text[quotation.outer.end :].lstrip()[:1] == ","
    if lead is None or not closed:
        return False
    word = lead["word"].lower()
    return not any(word.removesuffix(ending) in verbs() for ending in ("", "s", "d", "ed"))


def naming_span(a_frame: Frame, saying: Saying) -> Span | None:
    """The words that name the speaker of a saying."""
    if saying.speaker is None:
        return None
    named = naming(saying.speaker)
    if any(token == saying.verb for token in named):
        named = [token for token in named if token.i > saying.verb.i]
    return a_frame.sentence.cover(named)


def attribute(text: str, quotation: Quotation, frames: Sequence[Frame]) -> Attribution | None:
    """Who said a quotation by the sentences that hold it; None where they do not tell.

    frames: those that hold it, in order, and the one behind them in the paragraph.
    """
    held = [f for f in frames if f.sentence.span.meets(quotation.outer)]
    if not held:
        return None
    follower = next(
        (f for f in frames if f.sentence.span.start >= held[-1].sentence.span.end), None
    )
    found = _behind(text, quotation, held[-1]) or _next_sentence(
        text, quotation, held[-1], follower
    )
    for a_frame in (held[0], held[-1]) if found is None else ():
        found = found or _by_clause(quotation, a_frame)
    found = found or _before(text, quotation, held[0])
    for a_frame in (held[-1], held[0]) if found is None else ():
        found = found or _whole_sentence(quotation, a_frame)
    return found or _credit(text, quotation, held[-1]) or _own(held)


def _own(frames: Sequence[Frame]) -> Attribution | None:
    """I say, “…”: the writer's own words, whose name the text does not give."""
    for a_frame in frames:
        for saying in a_frame.sayings:
            if saying.rule == "writer":
                return _made(a_frame, saying, "writer")
    return None


def _made(a_frame: Frame, saying: Saying, rule: str) -> Attribution:
    cue = a_frame.sentence.offset(saying.verb)
    offset = cue.start - a_frame.sentence.span.start
    word = a_frame.sentence.doc.text[offset : offset + cue.end - cue.start]
    return Attribution(naming_span(a_frame, saying), word, a_frame, saying.verb, rule)


def _behind(text: str, quotation: Quotation, a_frame: Frame) -> Attribution | None:
    """“…,” X said / said X / according to X."""
    tail = quotation.span.of(text).rstrip("]")[-1:]
    comma = tail in {",", "?", "!", "—", "–", "-", "…"} or text[quotation.outer.end :].startswith(
        ","
    )
    after = [
        t
        for t in a_frame.sentence.doc
        if a_frame.sentence.offset(t).start >= quotation.outer.end and not t.is_space
    ]
    while after and after[0].is_punct:
        after = after[1:]
    if not after or after[0].dep_ in {"cc", "mark"} or not a_frame.outside(after[0]):
        return None
    first = after[0]
    turned = any(
        s.verb == first and first.tag_ in {"VBD", "VBN"} and s.speaker is not None
        for s in a_frame.sayings
    )
    if not comma and not turned:
        return None
    for saying in a_frame.sayings:
        if saying.verb.i < first.i:
            continue
        led = saying.verb.i - first.i <= 1 and first.pos_ in {"VERB", "ADV"}
        led = led and saying.verb.tag_ != "VBG"
        own = [c for c in saying.verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
        named = any(c.left_edge.i - first.i in {0, 1} for c in own)
        between = a_frame.sentence.doc[first.i : saying.verb.i]
        if not all(a_frame.outside(t) for t in between):
            return None
        if led or named:
            return _made(a_frame, saying, "behind")
        return _unparsed(a_frame, saying, first)
    return None


def _unparsed(a_frame: Frame, saying: Saying, first: Any) -> Attribution | None:
    """“…,” the noun said, where the parser saw no subject: the words between mark and verb."""
    between = list(a_frame.sentence.doc[first.i : saying.verb.i])
    plain = all(t.pos_ in {"DET", "ADJ", "NOUN", "PROPN"} for t in between)
    if not between or len(between) > 5 or not plain or saying.speaker is not None:
        return None
    made = _made(a_frame, saying, "behind")
    return replace(made, speaker=a_frame.sentence.cover(between))


def _next_sentence(
    text: str, quotation: Quotation, held: Frame, follower: Frame | None
) -> Attribution | None:
    """“Why now?” X asked: cut in two because a capital follows a question mark."""
    if follower is None or text[quotation.outer.end : follower.sentence.span.start].strip():
        return None
    if quotation.span.of(text)[-1:] not in {"?", "!", "…"} or not follower.sayings:
        return None
    saying = follower.sayings[0]
    own = [c for c in saying.verb.lefts if c.dep_ == "nsubj"]
    holds = any(c.dep_ in {"ccomp", "dobj", "xcomp"} for c in saying.verb.children)
    if not own or own[0].left_edge.i > 0 or holds or held.sayings:
        return None
    return _made(follower, saying, "behind")


def _by_clause(quotation: Quotation, a_frame: Frame) -> Attribution | None:
    """The nearest word of saying above the quotation's words in the grammar of the sentence."""
    by_verb = {saying.verb.i: saying for saying in a_frame.sayings if saying.real}
    inside = [t for t in a_frame.sentence.tokens(quotation.span) if not t.is_punct]
    held = {t.i for t in inside}
    for token in inside:
        if token.head.i in held and token.head != token:
            continue
        path = [token, *token.ancestors]
        for below, above in pairwise(path):
            if above.i not in by_verb:
                continue
            own = below.dep_ == "advcl" and below.i in held
            if own or below.dep_ not in {"nsubj", "nsubjpass", "conj", "advcl", "cc"}:
                saying = by_verb[above.i]
                part = below.i not in held and below.dep_ in {"dobj", "attr"}
                loose = part or below.dep_ == "prep"
                if loose and saying.cue.clause == "yes":
                    saying = _outer(by_verb, above) or saying
                return _made(a_frame, saying, "clause")
    return None


def _outer(by_verb: Mapping[int, Saying], verb: Any) -> Saying | None:
    """Who reports a clause in which somebody stresses "a few words" of the reporter's."""
    for above in verb.ancestors:
        saying = by_verb.get(above.i)
        if saying is not None and saying.cue.clause == "yes" and saying.speaker is not None:
            return saying
    return None


def _before(text: str, quotation: Quotation, a_frame: Frame) -> Attribution | None:
    """X said: “…”; X defended it, “…”; X: “…”."""
    doc = a_frame.sentence.doc
    ahead = [t for t in doc if a_frame.sentence.offset(t).end <= quotation.outer.start]
    if not ahead or not all(a_frame.outside(t) for t in ahead[-1:]):
        return None
    mark = text[: quotation.outer.start].rstrip()[-1:]
    own = {"writer": "writer"}
    earlier = [s for s in a_frame.sayings if s.verb.i <= ahead[-1].i and (s.real or s.rule in own)]
    if earlier and (mark in {":", ",", ";"} or earlier[-1].verb.i >= ahead[-1].i - 2):
        return _made(a_frame, earlier[-1], own.get(earlier[-1].rule, "before"))
    if mark != ":":
        return None
    start = a_frame.sentence.span.start
    desk = _DESK.match(text[start : quotation.outer.start])
    if desk is not None:
        name = Span(start + desk.start(1), start + desk.end(1))
        return Attribution(name, "", a_frame, None, "colon")
    root = next((t for t in ahead if t.head == t or t.head.i > ahead[-1].i), None)
    if root is None or (root.head != root and root.tag_ not in {"VBD", "VBZ"}):
        return None
    for child in root.lefts:
        if child.dep_ == "nsubj" and child.lower_ in {"i", "we"}:
            return Attribution(None, "", a_frame, root, "writer")
        if child.dep_ == "nsubj" and child.lower_ not in _NOBODY:
            return Attribution(a_frame.sentence.cover(naming(child)), "", a_frame, root, "colon")
    if root.pos_ in {"PROPN", "NOUN"} and len(ahead) <= 8:
        return Attribution(a_frame.sentence.cover(naming(root)), "", a_frame, root, "colon")
    return None


def _whole_sentence(quotation: Quotation, a_frame: Frame) -> Attribution | None:
    """An attribution that governs the whole sentence: according to X; …, the text said."""
    main = [s for s in a_frame.sayings if s.real and s.speaker is not None]
    ahead = [s for s in main if s.cue is ACCORDING]
    if ahead:
        return _made(a_frame, ahead[0], "according-to")
    end = a_frame.sentence.span.end
    for saying in main:
        last = a_frame.sentence.offset(saying.verb)
        leads = saying.verb.head == saying.verb or saying.verb.dep_ == "parataxis"
        if leads and last.start >= quotation.outer.end and end - last.end < 80:
            return _made(a_frame, saying, "behind")
    ahead = [s for s in main if a_frame.sentence.offset(s.verb).end <= quotation.outer.start]
    ahead = [s for s in ahead if s.verb.dep_ != "relcl"] or ahead
    alone = ahead if len(ahead) == 1 else main if len(main) == 1 else []
    if alone and (ahead or alone[0].verb.head == alone[0].verb) and alone[0].verb.dep_ != "relcl":
        return _made(a_frame, alone[0], "same-sentence")
    return None


def _credit(text: str, quotation: Quotation, a_frame: Frame) -> Attribution | None:
    """“…” – X."""
    match = _CREDIT.match(text, quotation.outer.end)
    if match is None or a_frame.sayings:
        return None
    rest = text[match.end() : match.end() + 2]
    if rest.strip() and rest[0] not in ",.(\n":
        return None
    start = match.start(1)
    return Attribution(
        Span(start, start + len(match.group(1).rstrip())), "", a_frame, None, "credit"
    )


def free_standing(before: Sequence[Frame], last: Attribution | None) -> Attribution | None:
    """Who said a quotation whose sentence names nobody.

    before: the frames of the block before it (or of the paragraph before, at a block's start).
    last: the attribution of the last quotation among them.
    """
    speaker = last
    if before:
        latest = before[-1]
        real = [s for s in latest.sayings if s.real and s.speaker is not None]
        newer = (
            last is None or last.frame is None or last.frame.sentence.span < latest.sentence.span
        )
        if real and newer:
            speaker = _made(latest, real[0], "previous-sentence")
    if speaker is None or speaker.speaker is None:
        return None
    rule = speaker.found_by if speaker.found_by == "previous-sentence" else "same-paragraph"
    return Attribution(speaker.speaker, speaker.cue, speaker.frame, speaker.verb, rule)


def stands_alone(text: str, quotation: Quotation) -> bool:
    """Whether a quotation that no word of saying governs can be somebody's words at all."""
    return is_sentence(text, quotation) or len(quotation.span.of(text).split()) >= _LONG


def is_sentence(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is at least one whole sentence, not a piece of the writer's own."""
    inner = quotation.span.of(text)
    return inner.lstrip("[(…. ")[:1].isupper() and bool(_ENDED.search(inner.rstrip(",")))
