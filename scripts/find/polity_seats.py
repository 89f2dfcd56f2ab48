"""Seats of governments that few states recognise: "Pristina" where Kosovo is spoken of."""

import re
from collections.abc import Sequence
from functools import cache

from scripts.find.drafts import Mention, Span
from scripts.lexicon import rows

#: Before a seat that is a place, and behind one that is told with its land.
_PLACED = re.compile(
    r"\b(?:in|from|near|at|to|of|outside|around|towards?|into|through|over) (?:the )?$", re.I
)
_TOLD = re.compile(r",? [^\W\d_a-zß-ÿ]|,? (?:airport|city|district|region|suburbs?|streets?)\b")


@cache
def _pattern() -> re.Pattern[str]:
    listed = "|".join(re.escape(row["words"]) for row in rows("seats"))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])")


def polity_seats(text: str, blocks: Sequence[Span], taken: Sequence[Mention]) -> list[Mention]:
    """Mentions of towns that stand for the government that sits in them.

    The article must name the polity, and the words beside must not make a place of the town.

    Args:
        text: A flat text.
        blocks: Its story.
        taken: What is known already.
    """
    named = {mention.code for mention in taken if mention.kind == "polity"}
    known = {row["words"]: row["actor_id"] for row in rows("seats")}
    held = [m.span for m in taken if m.kind not in {"city", "area"}]
    found = []
    for block in blocks if named & set(known.values()) else ():
        for match in _pattern().finditer(text, block.start, block.end):
            span, code = Span(*match.span()), known[match.group()]
            before = text[max(block.start, span.start - 12) : span.start]
            placed = _PLACED.search(before) or _TOLD.match(text, span.end, block.end)
            if code in named and not placed and not any(span.meets(other) for other in held):
                found.append(Mention(span, "polity", code, ""))
    return found
