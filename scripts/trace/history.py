"""What is known of an id over the versions: since when it is published, and where it went."""

from scripts.trace.edition import Edition
from validations.published import IDS

#: Who published which id when, written by `release`.
_PUBLISHED = f"curation/{IDS}"
#: What changed since the version before, written by `release`.
_CHANGES = "changes.csv"


def since(edition: Edition, key: str) -> str:
    """The version that published an id first; "" where no release did."""
    return next(
        (row.get("since", "") for row in edition.loose(_PUBLISHED) if row.get("id") == key), ""
    )


def withdrawn(edition: Edition, key: str) -> str:
    """A sentence on an id that the data no longer has; "" where it never had it."""
    told = _by_release(edition, key) or _by_changes(edition, key)
    return f"{told}. The version that has it shows it: add --in VERSION" if told else ""


def _by_release(edition: Edition, key: str) -> str:
    for row in edition.loose(_PUBLISHED):
        if row.get("id") == key:
            words = f" (“{row['words']}”)" if row.get("words") else ""
            gone = row.get("withdrawn") or f"{edition.version}, or later"
            return (
                f"{key}{words} was published in the table {row.get('table')} since version "
                f"{row.get('since')} and was withdrawn in version {gone}{_now(edition, key)}"
            )
    return ""


def _by_changes(edition: Edition, key: str) -> str:
    for row in edition.loose(_CHANGES):
        if row.get("row_id") == key and row.get("kind") == "row_withdrawn":
            return (
                f"{key} of the table {row.get('table')} was withdrawn in version "
                f"{edition.version}{_now(edition, key)}"
            )
    return ""


def _now(edition: Edition, key: str) -> str:
    for row in edition.loose(_CHANGES):
        if row.get("row_id") == key and row.get("same_as"):
            return f"; what says the same now is {row['same_as']}"
    return ""
