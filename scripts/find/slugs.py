"""Names as ids: kind and name in ascii, lower case, words joined by dashes."""

import re
import unicodedata
import zlib
from functools import lru_cache

_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "'": "", "’": ""}
)


def slug(*parts: str) -> str:
    """The parts as one id (`slug("person", "Zoë O’Hara")` is `person-zoe-ohara`).

    A part in another script, which leaves no ascii letter, becomes its checksum, so that it stays
    apart from others; a part without letters or digits is left out. The result may be empty and
    never begins with a digit, because an id must begin with a letter.
    """
    found = "-".join(filter(None, map(_folded, parts)))
    return f"n{found}" if found[:1].isdigit() else found


@lru_cache(maxsize=10_000)
def _folded(part: str) -> str:
    spelled = part.replace("İ", "I").lower().translate(_PLAIN)
    plain = "".join(
        m for m in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(m)
    )
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not found and any(mark.isalnum() for mark in part):
        return f"x{zlib.crc32(part.encode()):08x}"
    return found
