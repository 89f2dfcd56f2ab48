"""Whether date words look ahead ("will meet on Monday"), by the words of their clause alone."""

import re

from scripts.find.date_words import S, either, words
from scripts.find.drafts import Span

#: What stands ready before a cue turns it into a matter of the past or the future ("was due on").
_WAS = rf"(?:was|were|had{S}been){S}(?:\w+ly{S})?"
#: What "agreed to" stands before when it is no verb: who agreed to a deal in May did so then.
_THING = r"(?:an?|the|this|that|these|those|its|their|his|her|our)"
_CUE = re.compile(
    rf"\b(?P<modal>{either('modal')})\b(?!{S}(?:(?:not|also|\w+ly){S})?have\b)|\w['’]ll\b"
    rf"|\b(?P<was>{_WAS})?(?:{either('planned')}|(?:set|going|poised){S}(?:to|for))\b"
    rf"(?!(?<=\bto){S}{_THING}\b)"
    rf"|\b(?P<to>is|are|was|were){S}to\b"
)
#: A participle after "be" is none: "will be released on Friday".
_PAST = re.compile(rf"(?<!\bbe )(?<!\bbeen )(?<!ly )\b(?:{either('past_verb')})\b")
#: A participle behind a noun tells of the past: "will release the men captured in May".
_DONE = re.compile(
    r"(?<!\bbe)(?<!\bbeen)(?<!\bbeing)(?<!\band)(?<!\bor)(?<!\bto)(?<!ly)(?<!,)\s"
    r"[a-z]{3,}ed\s(?:(?:on|in|during|since|the)\s)*$"
)
_BREAK = re.compile(
    r"[,;:!?—–\"“”()\n]|[a-z]\.\s|\b(?:but|while|which|who|after|when|as|before|because)\b"
)
_OPENS = re.compile(r"\s*(?:that\s+)?(?:(?i:on|in|from|by|until|since|late|early|the)\s+)*")
_FIRST_WORDS = re.compile(rf"(?:,?{S}?[\w’'-]+){{1,7}}")
_ENDS = re.compile(r"[.!?]\s|\n")
#: How far a clause is looked at, in characters.
_REACH = 160


def looks_ahead(text: str, span: Span) -> bool | None:
    """Whether date words date something still to come when the text was written.

    Args:
        text: The article's text.
        span: The date words.

    Returns:
        True where a word of the future stands before them in their clause, with no past verb
        between, or soon after them where they open it ("On Monday the court will rule"); None
        where that word is of the past's future ("would meet on Monday"); else False.
    """
    clause = _BREAK.split(text[max(0, span.start - _REACH) : span.start])[-1]
    cues = list(_CUE.finditer(clause))
    if cues:
        past = _PAST.search(clause, cues[-1].end()) or _DONE.search(clause, cues[-1].end())
        return False if past else _sure(cues[-1])
    first = _FIRST_WORDS.match(text, span.end) if _OPENS.fullmatch(clause) else None
    cue = _CUE.search(first.group()) if first else None
    if first is None or cue is None or _PAST.search(first.group(), 0, cue.start()):
        return False
    return _sure(cue)


def _sure(cue: re.Match[str]) -> bool | None:
    if cue["modal"]:
        return True if words("modal")[cue["modal"].lower()] == "ahead" else None
    return None if cue["was"] or cue["to"] in {"was", "were"} else True


def sentence_looks_ahead(text: str, span: Span) -> bool:
    """Whether any word of the sentence around date words speaks of what is to come."""
    before = text[max(0, span.start - 2 * _REACH) : span.start]
    after = text[span.end : span.end + 2 * _REACH]
    return bool(_CUE.search(_ENDS.split(before)[-1]) or _CUE.search(_ENDS.split(after)[0]))
