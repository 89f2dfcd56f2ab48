"""Comparisons with the ids that a release published for them."""

from collections.abc import Iterable, Sequence

from scripts.link.kept import kept_ids
from scripts.link.values import Row
from validations.published import PublishedId, fact, side_of


def keep_comparisons(
    rows: Sequence[Row], sides: Iterable[Row], published: Sequence[PublishedId]
) -> tuple[list[Row], list[Row]]:
    """The rows of `comparisons` and `sides` with published ids; nothing else changes.

    A comparison is the same one where it is about the same fact or stands on the same rows, so it
    keeps its id when the event it is about was found to be carried out by another, or when one
    source more tells what is counted.

    Args:
        rows: Rows of `comparisons`.
        sides: Rows of `sides`.
        published: The ids that were published.
    """
    if not published:
        return list(rows), list(sides)
    about = {row["comparison_id"]: row["about"] for row in rows}
    members = {row["comparison_id"]: {fact(row)} for row in rows}
    held = list(sides)
    for side in held:
        key = side["comparison_id"]
        members[key].add(side_of(about[key], side))
    ids = kept_ids("comparisons", members, published)
    return (
        [{**row, "comparison_id": ids[row["comparison_id"]]} for row in rows],
        [{**side, "comparison_id": ids[side["comparison_id"]]} for side in held],
    )
