"""Whether date words look ahead ("will meet on Monday"), by the words of their clause alone."""

import re

from scripts.find.date_words import S, either
from scripts.find.drafts import Span

_CUES = "|".join(
    (
        rf"{either('modal')}\b(?!{S}(?:not{S}|also{S}|\w+ly{S})?have\b)",
        r"\w['’]ll\b",
        rf"{either('planned')}\b",
        rf"(?:is|are|was|were|be|been){S}(?:set|going|poised){S}(?:to|for)\b",
        rf"(?:is|are|was|were){S}to\b",
    )
)
_CUE = re.compile(rf"\b(?:{_CUES})")
_COULD_NOT = re.compile(rf"\bcould(?:n['’]t|{S}not)\b")
_PAST = re.compile(rf"\b(?:{either('past_verb')})\b")
_BREAK = re.compile(
    r"[,;:!?—–\"“”()\n]|[a-z]\.\s|\b(?:but|while|which|who|after|when|as|before|because)\b"
)
_OPENS = re.compile(r"\s*(?:that\s+)?(?:(?i:on|in|from|by|until|since|late|early|the)\s+)*")
_FIRST_WORDS = re.compile(rf"(?:,?{S}?[\w’'-]+){{1,7}}")
_ENDS = re.compile(r"[.!?]\s|\n")
#: How far a clause is looked at, in characters.
_REACH = 160


def looks_ahead(text: str, span: Span) -> bool:
    """Whether date words date something still to come when the text was written.

    Args:
        text: The article's text.
        span: The date words.

    Returns:
        True where a word of the future stands before them in their clause, with no past verb
        between, or soon after them where they open it ("On Monday the court will rule").
    """
    before = text[max(0, span.start - _REACH) : span.start]
    clause = _BREAK.split(before)[-1]
    cues = [cue for cue in _CUE.finditer(clause) if not _COULD_NOT.match(clause, cue.start())]
    if cues and not _PAST.search(clause, cues[-1].end()):
        return True
    if not _OPENS.fullmatch(clause):
        return False
    first = _FIRST_WORDS.match(text, span.end)
    if first is None:
        return False
    cue = _CUE.search(first.group())
    return cue is not None and not _PAST.search(first.group(), 0, cue.start())


def sentence_looks_ahead(text: str, span: Span) -> bool:
    """Whether any word of the sentence around date words speaks of what is to come."""
    before = text[max(0, span.start - 2 * _REACH) : span.start]
    after = text[span.end : span.end + 2 * _REACH]
    return bool(_CUE.search(_ENDS.split(before)[-1]) or _CUE.search(_ENDS.split(after)[0]))
