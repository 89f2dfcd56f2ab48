"""A first wording of a version's section in the changelog, for people to go through and edit."""

from collections.abc import Mapping

from scripts.diff.changelog import changelog_draft
from scripts.diff.difference import Difference
from scripts.release.changelog import DRAFT

_MARK = (
    f"{DRAFT} made by `release`. Tell it in your own words to those who use the data: first what "
    "they must do, then what changed and why. Then take this line out and release again."
)


def draft(difference: Difference | None, rows: Mapping[str, int]) -> str:
    """What to tell of a version, without the heading; it bears the mark of a draft.

    Args:
        difference: What changed since the version before; None for the first release.
        rows: Table → number of rows, told where there is no version before.
    """
    if difference is not None:
        return f"{_MARK}\n\n{changelog_draft(difference)}"
    tables = (
        f"- `{name}`: {count} row{'' if count == 1 else 's'}." for name, count in rows.items()
    )
    lines = ("You must do nothing: there is no version before it.", "", *tables)
    return f"{_MARK}\n\n" + "\n".join(lines) + "\n"
