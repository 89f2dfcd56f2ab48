"""Peoples and bands by the words beside their names: "Ruritanian Serbs", "Free Orvana rebels"."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from scripts.find.capitals import name_words, runs
from scripts.find.drafts import Mention, Span
from scripts.find.gazetteer import Name, names
from scripts.find.slugs import slug
from scripts.find.titles import titles
from scripts.lexicon import rows

#: "a militant group called", "the rebel group".
_LED_BY = re.compile(
    r"(?:armed|rebel|militant|guerrilla|jihadist|insurgent|paramilitary|separatist|extremist)"
    r" (?:group|movement|organi[sz]ation|outfit|faction|militia)(?:,? (?:called|named|known as))? $"
)
_ARMED = r"(?:fighters|rebels|militants|insurgents|guerrillas|militiamen|militia|gunmen)"
#: "fighters of the Orvana group".
_THEIRS = re.compile(rf"{_ARMED} (?:of|from) the $", re.IGNORECASE)
_GROUP = re.compile(r" (?:group|movement|militia)(?![\w-])")
_BEHIND = re.compile(rf" {_ARMED}(?![\w-])")


@cache
def _common() -> frozenset[str]:
    """Words that say of armed people what they are, not whose."""
    armed = {row["word"] for row in rows("actor_nouns") if row["use"] in {"armed", "civil"}}
    return frozenset(armed)


def peoples(text: str, taken: Sequence[Mention]) -> list[Mention]:
    """Nationals told by two peoples at once, who are not the state of either.

    Args:
        text: A flat text.
        taken: Its known names, in order.
    """
    found = []
    demonyms = [mention for mention in taken if mention.kind == "demonym"]
    for left, right in pairwise(demonyms):
        joined = Span(left.span.start, right.span.end)
        plural = names().get(right.span.of(text))
        if (
            text[left.span.end : right.span.start] == " "
            and left.country != right.country
            and plural is not None
            and _is_plural(right.span.of(text), plural)
        ):
            found.append(Mention(joined, "group", slug("group", joined.of(text)), ""))
    return found


@cache
def _plurals() -> frozenset[str]:
    return frozenset(
        word for row in rows("countries") for word in row["plurals"].split(";") if word
    )


def _is_plural(words: str, name: Name) -> bool:
    return name.kind == "demonym" and words in _plurals()


def bands(text: str, blocks: Iterable[Span], taken: Sequence[Mention]) -> list[Mention]:
    """Armed groups that no list has, by the words beside their names.

    "Free Orvana fighters" are of Free Orvana, "the rebel group Orvana" is one; the name alone
    means it everywhere.

    Args:
        text: A flat text.
        blocks: Its story.
        taken: What is known already.
    """
    known: set[str] = set()
    loose: list[Span] = []
    for block in blocks:
        spans = [mention.span for mention in taken if mention.span.meets(block)]
        for run in runs(text, block):
            kept = [word for word in run if word.text not in name_words("opener")]
            if not kept or kept[-1] is not run[-1]:
                continue
            span = Span(kept[0].span.start, kept[-1].span.end)
            if any(other.meets(span) for other in spans) or not _can_be_band(text, span):
                continue
            loose.append(span)
            before = text[max(block.start, span.start - 40) : span.start]
            theirs = _THEIRS.search(before) and _GROUP.match(text, span.end)
            # One word alone may be of a people or a creed: "Orvan rebels".
            armed = len(kept) > 1 and _BEHIND.match(text, span.end)
            if _LED_BY.search(before) or theirs or armed:
                known.add(span.of(text))
    return [
        Mention(span, "armed_group", slug("armed_group", span.of(text)), "")
        for span in loose
        if span.of(text) in known
    ]


def _can_be_band(text: str, span: Span) -> bool:
    words = span.of(text)
    first = words.split(" ")[0]
    return not (first in name_words("calendar") or words.lower() in _common() or titles(words))
