"""Read one entry of `package.toml`; a fault in its kind or form says what to write instead."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from scripts.read.files import InputError

Raw = Mapping[str, Any]

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
#: What both DataCite and the Citation File Format take for a DOI.
_DOI = re.compile(r"https://doi\.org/(10\.\d{4,9}/[A-Za-z0-9:/_;\-.()\[\]]+)")
_ORCID = re.compile(r"(?:https://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")


def _one_line(text: str, key: str, where: str) -> str:
    line = " ".join(text.split())
    if any(unicodedata.category(sign) == "Cc" for sign in line):
        raise InputError(f'{where}: "{key}" holds a control character; take it out')
    return line


def text(raw: Raw, key: str, where: str) -> str:
    """A text that has to be there, as one line."""
    value = raw.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f'{where}: "{key}" is missing or is not a text; add {key} = "…"')
    return _one_line(value, key, where)


def text_or_none(raw: Raw, key: str, where: str) -> str | None:
    """A text that may be left out."""
    if key not in raw:
        return None
    value = raw[key]
    if not isinstance(value, str) or not value.strip():
        raise InputError(
            f'{where}: "{key}" is empty or is not a text; write {key} = "…" or take the line out'
        )
    return _one_line(value, key, where)


def texts(raw: Raw, key: str, where: str) -> tuple[str, ...]:
    """A list of texts, none of them twice."""
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(
        isinstance(item, str) and item.strip() for item in value
    ):
        raise InputError(f'{where}: "{key}" is not a list of texts; write {key} = ["…", "…"]')
    found = tuple(_one_line(item, key, where) for item in value)
    for item in found:
        if found.count(item) > 1:
            raise InputError(f'{where}: "{key}" has "{item}" twice; keep one of them')
    return found


def blocks(raw: Raw, key: str, known: frozenset[str], where: str) -> list[Raw]:
    """A list of TOML tables that have no keys but the known ones."""
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise InputError(f'{where}: "{key}" is not a list of tables; begin each with [[{key}]]')
    for item in value:
        only(item, known, f"{where}: [[{key}]]")
    return value


def only(raw: Raw, known: frozenset[str], where: str) -> None:
    """Refuse keys that nobody reads: most are misspelt."""
    unknown = sorted(raw.keys() - known)
    if unknown:
        raise InputError(
            f'{where}: "{unknown[0]}" is not known; known are {", ".join(sorted(known))}'
        )


def day(raw: Raw, key: str, where: str) -> date:
    """A day that has to be there."""
    value = raw.get(key)
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InputError(f'{where}: "{key}" is missing or is no day; add {key} = 2024-01-31')
    return value


def address(raw: Raw, key: str, where: str) -> str | None:
    """A web address that may be left out."""
    value = text_or_none(raw, key, where)
    if value is not None and not _ADDRESS.fullmatch(value):
        raise InputError(
            f'{where}: {key} "{value}" is no web address; write {key} = "https://…"'
            + ("" if key == "path" else " or take the line out")
        )
    return value


def doi(raw: Raw, key: str, where: str) -> str | None:
    """The address of a DOI that may be left out."""
    value = text_or_none(raw, key, where)
    if value is not None and not _DOI.fullmatch(value):
        raise InputError(
            f'{where}: {key} "{value}" is not the address of a DOI; write '
            f'{key} = "https://doi.org/10.…/…", or take the line out until there is one'
        )
    return value


def bare_doi(link: str) -> str:
    """`10.…/…` of the address of a DOI."""
    return link.removeprefix("https://doi.org/")


def orcid(raw: Raw, key: str, where: str) -> str | None:
    """The address of an ORCID iD that may be left out; given bare or as an address.

    The last sign is a check digit (ISO 7064 MOD 11-2, as orcid.org documents it), so that a slip of
    the pen is seen.
    """
    value = text_or_none(raw, key, where)
    if value is None:
        return None
    found = _ORCID.fullmatch(value)
    if found is None:
        raise InputError(
            f'{where}: {key} "{value}" is no ORCID iD; write it as on the person\'s page at '
            "orcid.org, four times four signs with dashes between, or take the line out"
        )
    digits = found[1].replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    if "0123456789X"[(12 - total % 11) % 11] != digits[-1]:
        raise InputError(
            f'{where}: {key} "{value}" has a wrong digit (the last one checks the others); copy it '
            "anew from the person's page at orcid.org"
        )
    return f"https://orcid.org/{found[1]}"


def license_name(raw: Raw, key: str, where: str) -> str:
    """A name of the SPDX list, or `LicenseRef-…` for terms of one's own."""
    value = text(raw, key, where)
    try:
        if " " not in value:
            return canonicalize_license_expression(value)
    except InvalidLicenseExpression:
        pass
    raise InputError(
        f'{where}: {key} "{value}" is no name of the SPDX list (spdx.org/licenses); write for '
        f'instance {key} = "CC-BY-4.0", or {key} = "LicenseRef-…" for terms of your own'
    )
