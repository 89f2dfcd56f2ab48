"""Words → codes: our method, free to change. One CSV a subject, read through `rows`."""

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from schemas.tables import SchemaError

HERE = Path(__file__).parent


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `lexicon/<name>.csv` in file order, cells as text.

    Raises:
        SchemaError: if the file is missing or is not UTF-8.
    """
    try:
        with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return tuple(MappingProxyType(row) for row in csv.DictReader(file))
    except FileNotFoundError:
        raise SchemaError(
            f"lexicon scripts/lexicon/{name}.csv is missing; restore it from version control"
        ) from None
    except UnicodeDecodeError as error:
        raise SchemaError(f"lexicon scripts/lexicon/{name}.csv is not UTF-8: {error}") from error


def any_of(patterns: Iterable[str]) -> str:
    """A pattern for any of some patterns, in their order; a letter is tried before what it begins.

    So most places of a text cost one look at a letter, not one a word of the lexicon. For patterns
    that are compiled with `re.IGNORECASE` (or stand in `(?i:…)`) alone.
    """
    begun: dict[str, list[str]] = {}
    for pattern in patterns:
        first = pattern[:1].lower() if pattern[:1].isalpha() else ""
        begun.setdefault(first, []).append(pattern[len(first) :])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in begun.items())
