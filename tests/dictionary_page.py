"""The data dictionary of the small package, and how to find a section or a row of a grid in it."""

import re

from schemas.tables import tables
from scripts.publish.codes import published_codelists
from scripts.publish.dictionary.page import dictionary
from tests.small_package import META, small_tables


def small_page() -> str:
    return dictionary(META, tables(), published_codelists(), small_tables())


def section(text: str, heading: str, level: str = "###") -> str:
    found = re.search(
        rf"^{level} {re.escape(heading)}\n(.*?)(?=^##+ |\Z)", text, re.MULTILINE | re.DOTALL
    )
    assert found, heading
    return found.group(1)


def row_of(part: str, name: str) -> list[str]:
    """The cells of the row of a grid whose first cell is that name."""
    (line,) = (line for line in part.split("\n") if line.startswith(f"| `{name}` |"))
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
