"""News agencies under all the names that papers print them by (`lexicon/agencies.csv`)."""

import re
from collections.abc import Mapping
from functools import cache

from scripts.lexicon import rows

#: A shorter name is an abbreviation, and is one only as it stands: "tap" is no agency.
_ABBREVIATION = 4
#: Agencies that no list has: "Northern News Agency".
_SHAPE = re.compile(
    r"(?:[Tt]he\s)?((?:[^\W\d_a-z][\w'’-]+\s){1,4}(?:(?:News|Press)\s(?:Agency|Service)|Newswire))"
)
_SPACE = re.compile(r"\s+")


@cache
def _known() -> Mapping[str, str]:
    return {_key(row["name"]): row["agency"] for row in rows("agencies")}


def _key(name: str) -> str:
    return name if len(name) <= _ABBREVIATION else name.casefold()


def agency(name: str) -> str:
    """The agency that a name names, as it is best known; "" if it names none.

    The name must be nothing but the agency's ("The Associated Press", "AP").
    """
    name = _SPACE.sub(" ", name).strip()
    known = _known()
    found = known.get(_key(name)) or known.get(_key(re.sub(r"^[Tt]he\s", "", name)))
    if found:
        return found
    shaped = _SHAPE.fullmatch(name)
    return shaped.group(1) if shaped else ""


@cache
def may_be_place(name: str) -> bool:
    """Whether a name of an agency is that of a place as well: Petra, where it stands unmarked."""
    return any(row["name"] == name and row["place_too"] for row in rows("agencies"))


@cache
def _spellings(found: str) -> tuple[str, ...]:
    return tuple(row["name"] for row in rows("agencies") if row["agency"] == found) or (found,)


def is_house_of(found: str, publisher: str, url: str = "") -> bool:
    """Whether a publisher is the agency itself, by its name or, where it has none, its address.

    Args:
        found: An agency as `agency` names it, or the name of an outlet.
        publisher: The publisher's name, "" where it is not known.
        url: The article's address, "" where it is not known.
    """
    host = re.match(r"https?://(?:www\.)?([^/:?#]+)", url.lower())
    for name in _spellings(found):
        short = len(name) <= _ABBREVIATION
        flags = re.NOFLAG if short else re.IGNORECASE
        if publisher and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", publisher, flags):
            return True
        joined = re.sub(r"\W", "", name.casefold())
        labels = host.group(1).split(".") if host else []
        if not publisher and (joined in labels or (not short and labels[:1] == [joined])):
            return True
    return False
