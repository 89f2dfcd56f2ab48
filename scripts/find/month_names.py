"""Which months' names somebody bears in a text: "Theresa May" says nothing of a month."""

import re
from functools import lru_cache

from scripts.find.date_words import S, folded, words

_AFTER_NAME = re.compile(
    rf"\b([A-Z][\w.]+){S}({'|'.join(name.title() for name in words('month_also'))})\b(?!{S}\d)"
)
_ARTICLES = {"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "and"}


@lru_cache(maxsize=8)
def bearers(text: str) -> frozenset[str]:
    """Months whose name somebody bears in this text, lower case."""
    no_name = {*words("month_cue"), *words("modifier"), *words("part"), *words("shift")}
    found = _AFTER_NAME.finditer(text)
    return frozenset(m[2].lower() for m in found if folded(m[1]) not in no_name | _ARTICLES)
