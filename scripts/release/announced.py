"""Whether the changelog tells of a version; where it does not, a draft is put there for people."""

from collections.abc import Callable
from pathlib import Path

from scripts.publish.whole import write_whole
from scripts.release.changelog import is_draft, is_empty, read_changelog, section, with_section


def announced(path: Path, version: str, draft: Callable[[], str]) -> str | None:
    """Why a version may not be released as it is told of; None if it may.

    Args:
        path: The changelog. Where it has no section on the version, it is given one.
        version: The version.
        draft: Gives the words of that section.

    Raises:
        InputError: if the changelog cannot be read as UTF-8.
    """
    text = read_changelog(path)
    told = section(text, version)
    if told is None:
        write_whole(path, with_section(text, version, draft()).encode("utf-8"))
        return (
            f"{path} told nothing of version {version}; a draft stands there now: edit it for "
            "those who use the data, take out the line that calls it a draft, and release again"
        )
    if is_draft(told):
        return (
            f"what {path} tells of version {version} is still a draft; edit it for those who use "
            "the data, take out the line that calls it a draft, and release again"
        )
    if is_empty(told):
        return (
            f"what {path} tells of version {version} is empty; write what those who use the data "
            "must do and what changed, or take the heading out and release again: then a draft is "
            "made"
        )
    return None
