"""Names as ids: kind and name in ascii, lower case, words joined by dashes."""

import re
import unicodedata

_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "'": "", "’": ""}
)


def slug(*parts: str) -> str:
    """The parts as one id (`slug("person", "Zoë O’Hara")` is `person-zoe-ohara`).

    Letters that have no ascii form are left out; the result may be empty and never begins with a
    digit, because an id must begin with a letter.
    """
    joined = "-".join(parts).replace("İ", "I").lower().translate(_PLAIN)
    folded = unicodedata.normalize("NFKD", joined)
    ascii_only = "".join(mark for mark in folded if not unicodedata.combining(mark))
    found = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    return f"n{found}" if found[:1].isdigit() else found
