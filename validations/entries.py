"""Entries of a curated TOML file while they are read: each hands out its keys or complains.

A message names the file, the entry and the key, says what is wrong and what is allowed.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from schemas.tables import codelist
from validations.toml import TomlError, read_toml

_KINDS = {
    int: "a whole number",
    float: "a number",
    str: "text in quotation marks",
    date: "a day such as 2031-03-05, without quotation marks",
    list: "a list in square brackets",
    dict: "a table of keys and values in curly brackets",
    bool: "true or false",
}


class CurationError(Exception):
    """A curated file cannot be read; the message says where and what to do."""


class Entry:
    """One entry of a file, or a table inside it; keys are taken out one by one.

    where: the file and the entry, as a message names them. keys: all keys taken or asked for.
    """

    def __init__(self, where: str, raw: Any) -> None:
        if not isinstance(raw, dict):
            raise CurationError(f"{where} must be {_KINDS[dict]}, not {raw!r}")
        self.where = where
        self.raw: dict[str, Any] = dict(raw)
        self.keys: list[str] = []

    def error(self, key: str, what: str) -> CurationError:
        """A complaint about a key of this entry."""
        return CurationError(f"{self.where}, key {key}: {what}")

    def take(self, key: str, kinds: Sequence[type], needed: bool) -> Any:
        """The value of a key, or None where it is left out and not needed."""
        self.keys.append(key)
        value = self.raw.pop(key, None)
        if value is None and not needed:
            return None
        if value is None:
            raise self.error(key, f"is missing; it must be {_kinds(kinds)}")
        return self.held(key, value, kinds)

    def held(self, key: str, value: Any, kinds: Sequence[type]) -> Any:
        """The value, if it is of one of these kinds."""
        allowed = (*kinds, int) if float in kinds else tuple(kinds)
        strange = isinstance(value, datetime) or (isinstance(value, bool) and bool not in kinds)
        if strange or not isinstance(value, allowed):
            raise self.error(key, f"must be {_kinds(kinds)}, not {value!r}")
        return value

    def words(self, key: str, needed: bool = True) -> str | None:
        """The text of a key, which must not be empty; None where it is left out."""
        value: str | None = self.take(key, (str,), needed)
        if value is not None and not value.strip():
            raise self.error(key, "must not be empty")
        return value

    def must(self, key: str) -> str:
        """The text of a key that must be there."""
        return self.words(key) or ""

    def code(self, key: str, codes: str | None, needed: bool = False) -> str | None:
        """The text of a key, which must be a code of that code list."""
        value = self.words(key, needed)
        if value is not None and codes is not None:
            self.known(key, value, codes)
        return value

    def known(self, key: str, value: object, codes: str) -> None:
        """Complain of a value that is no code of that code list."""
        allowed = codelist(codes).codes
        if value not in allowed:
            raise self.error(
                key, f"{value!r} is no code of codes/{codes}.csv ({', '.join(allowed)})"
            )

    def count(self, key: str, default: int = 1, least: int = 1) -> int:
        """The whole number of a key, or the default where it is left out."""
        value = self.take(key, (int,), needed=False)
        if value is not None and value < least:
            raise self.error(key, f"must be {least} or more, not {value}")
        return default if value is None else int(value)

    def part(self, key: str, raw: Any) -> "Entry":
        """A table inside this entry."""
        return Entry(f"{self.where}, {key}", raw)

    def done(self) -> None:
        """Complain of the first key that nobody asked for."""
        for key in sorted(self.raw):
            near = get_close_matches(key, self.keys, 1)
            meant = f" (did you mean {near[0]}?)" if near else ""
            allowed = ", ".join(sorted(set(self.keys)))
            raise self.error(key, f"is not a key of this entry{meant}; its keys are {allowed}")


def _kinds(kinds: Sequence[type]) -> str:
    return " or ".join(_KINDS[kind] for kind in kinds)


def read_entries(path: Path, keys: Sequence[str]) -> Mapping[str, list[Entry]]:
    """The entries of a file by kind, in its order; none of any kind if there is no such file.

    Args:
        path: The file.
        keys: The kinds of entries that it may hold.

    Raises:
        CurationError: if it is no TOML in UTF-8 or holds another kind.
    """
    name = f"curation/{path.name}"
    try:
        raw = read_toml(path)
    except FileNotFoundError:
        return {key: [] for key in keys}
    except TomlError as error:
        raise CurationError(f"{name} is not valid TOML in UTF-8: {error}") from error
    unknown = sorted(raw.keys() - set(keys))
    if unknown:
        allowed = ", ".join(f"[[{key}]]" for key in keys)
        raise CurationError(f"{name}: [[{unknown[0]}]] is no kind of entry; use {allowed}")
    found: dict[str, list[Entry]] = {}
    for key in keys:
        listed = raw.get(key, [])
        if not isinstance(listed, list):
            raise CurationError(f"{name}: {key} must be written as [[{key}]], one an entry")
        found[key] = [
            Entry(f"{name}, [[{key}]] {number}", entry) for number, entry in enumerate(listed, 1)
        ]
    return found
