"""Grids of Markdown whose cells break nothing, for the list of rules and the data dictionary."""

from collections.abc import Iterable, Sequence


def grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown, its cells on one line whatever they hold."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(_cell(one) for one in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
