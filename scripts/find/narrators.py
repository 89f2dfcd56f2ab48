"""Who tells a story himself: "he" of a narrator means persons whom the article may never name.

In an interview or an account in the first person a pronoun goes back within the narrator's own
telling, not to the last speaker of the article, and what he says that somebody said in passing is
no statement of the article's.
"""

import re
from collections.abc import Sequence

from scripts.find.direct import Frame
from scripts.find.drafts import Span, StatementDraft
from scripts.find.quotations import Quotation

_FIRST = re.compile(r"(?<![\w’'-])(?:I(?:['’](?:m|ve|d|ll))?|me|my|myself|[Ww]e|our)(?![\w’'-])")
#: A narrator says more than one thing of himself.
_TIMES = 2
_PASSING = frozenset({"he", "she", "they", "it", "him", "her", "them"})
_GAP = re.compile(r"[\s,:]*")


def narrated(text: str, block: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether a block is told in the first person outside its quotations."""
    quoted = [quotation.outer for quotation in quotations]
    own = [
        match
        for match in _FIRST.finditer(text, block.start, block.end)
        if not any(span.meets(Span(*match.span())) for span in quoted)
    ]
    return len(own) >= _TIMES


def in_passing(text: str, draft: StatementDraft) -> bool:
    """Whether a statement in a narrated block has no speaker whom the article names."""
    if draft.speaker is None:
        return True
    return draft.speaker.of(text).lower() in _PASSING


def unsaid(text: str, quotation: Quotation, frames: Sequence[Frame]) -> bool:
    """Whether nobody said the words: "some might say, “…”"."""
    for a_frame in frames:
        for saying in a_frame.sayings:
            end = a_frame.sentence.offset(saying.verb).end
            led = end <= quotation.outer.start
            near = led and _GAP.fullmatch(text, end, quotation.outer.start)
            if near and not saying.real and saying.rule != "writer":
                return True
    return False
