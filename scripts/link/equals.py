"""Rows of one sentence beside those that were published for it: which is which, by their words.

The id of such a row is made of its place among its equals there, so a row that is found anew, or
no more, would hand on the ids of those behind it.
"""

from collections.abc import Sequence

from validations.published import PublishedId, alike


def same_rows(
    words: Sequence[str], published: Sequence[PublishedId], free: Sequence[str]
) -> list[str]:
    """The id of each row of a sentence.

    Where the words are those that were published, each row has the id of its own. Where there are
    as many rows as were in use, alike in their order, they are those: numbers were corrected. Else
    each has the first id of its own words, or of words like its own, in use before withdrawn; or a
    new one.

    Args:
        words: First words of the rows there are now, in their order.
        published: What was published for that sentence, in order of its ids' making.
        free: As many ids as there are rows, which were published for none.
    """
    used = [one for one in published if one.withdrawn is None]
    in_order = len(words) == len(used) and all(map(_like, used, words))
    if in_order and sorted(words) != sorted(one.words for one in used):
        return [one.id for one in used]
    waiting = sorted(published, key=lambda one: one.withdrawn is not None)
    found: dict[int, str] = {}
    for fits in (_equal, _like):
        for row, told in enumerate(words):
            if row in found:
                continue
            same = next((one for one in waiting if fits(one, told)), None)
            if same is not None:
                found[row] = same.id
                waiting.remove(same)
    new = iter(free)
    return [found.get(row) or next(new) for row in range(len(words))]


def _equal(one: PublishedId, words: str) -> bool:
    return one.words == words


def _like(one: PublishedId, words: str) -> bool:
    return alike(one.words, words)
