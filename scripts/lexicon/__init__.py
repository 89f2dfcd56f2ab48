"""Words → codes: our method, free to change. One CSV a subject, read through `rows`."""

import csv
from collections.abc import Mapping
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
