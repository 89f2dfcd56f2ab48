"""Where and when something was said, by the words of its sentence outside what was said."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import islice, takewhile
from typing import Any

from scripts.find.direct import Frame
from scripts.find.drafts import Span
from scripts.lexicon import rows

#: How words hang on a verb that are no words of when it was said.
_NOT_WHEN = {"nsubj", "nsubjpass", "appos", "dobj", "dative", "ccomp", "agent"}


@cache
def _mediums() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), row["medium"]) for row in rows("mediums")
    )


@cache
def _any_medium() -> re.Pattern[str]:
    """All mediums at once: most sentences name none, and one search says so."""
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows("mediums")), re.IGNORECASE)


def circumstances(
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
    pieces, at = [], sentence.start
    for span in sorted(held):
        pieces.append(text[at : max(at, min(span.start, sentence.end))])
        at = max(at, span.end)
    rest = "\u2007".join([*pieces, text[at : max(at, sentence.end)]])
    medium = ""
    if _any_medium().search(rest):
        medium = next((code for pattern, code in _mediums() if pattern.search(rest)), "")
    first = bisect_left(dates, sentence.start, key=lambda d: d.start)
    near = takewhile(lambda d: d.start < sentence.end, islice(dates, first, None))
    free = [d for d in near if sentence.covers(d) and not any(d.meets(span) for span in held)]
    if verb is not None:
        free = [d for d in free if _hangs_on(a_frame, d, verb)]
    return medium, free[0] if free else None


def _hangs_on(a_frame: Frame, date: Span, verb: Any) -> bool:
    """Whether date words belong to a verb of saying, not to its subject or another verb."""
    tokens = a_frame.sentence.tokens(date)
    if not tokens:
        return False
    # A clause about the subject may own what the parser hangs on the verb behind it.
    about = [c for noun in verb.lefts for c in noun.children if c.dep_ in {"relcl", "acl"}]
    if any(clause.i < tokens[0].i < verb.i for clause in about):
        return False
    below = tokens[0]
    for above in tokens[0].ancestors:
        if above == verb:
            return below.dep_ not in _NOT_WHEN
        if above.pos_ in {"VERB", "AUX"} or below.dep_ in _NOT_WHEN:
            return False
        below = above
    return False
