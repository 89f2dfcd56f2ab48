"""What a source is called on the page, so that no two of them are taken for one another."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from scripts.trace.brief import cut
from scripts.trace.edition import Row

#: Names that a sentence puts an article before.
_THE = re.compile(
    r"^(?:United|European|Democratic|Central African|Dominican) |(?:Forces?|Union|Nations|Council|"
    r"Army|Front|Movement|Republic|Islands|Emirates|Kingdom|Committee|Court|Bank|Party|Ministry|"
    r"Organi[sz]ation|Netherlands|Philippines|Bahamas|Maldives|Gambia|Comoros|Seychelles)$"
)
#: More characters of a headline are cut off where it only tells two sources apart.
_LONG = 60


def source_names(sources: Sequence[Row]) -> Mapping[str, str]:
    """source_id → publisher; with the headline, or alone the headline, where that is not enough.

    A publisher of one source is its name. Sources of one publisher get their headlines too; where
    one publisher has them all, or none is known, the headline is enough. Sources that are alike
    even so bear their id.
    """
    publishers = Counter(row.get("publisher", "") for row in sources)
    told = {row["source_id"]: _name(row, publishers, _LONG) for row in sources}
    for length in (0, -1):
        twice = _twice(told.values())
        for row in sources:
            key = row["source_id"]
            if told[key] in twice:
                name = _name(row, publishers, length)
                told[key] = name if length == 0 else f"{name} ({key})"
    return told


def _name(row: Row, publishers: Mapping[str, int], length: int) -> str:
    publisher, title = row.get("publisher", ""), row.get("title", "")
    if publisher and publishers[publisher] == 1:
        return publisher
    if not title:
        return f"{publisher} ({row['source_id']})" if publisher else row["source_id"]
    if length > 0:
        title = cut(title, length)
    alone = not publisher or len(publishers) == 1
    return f"“{title}”" if alone else f"{publisher}, “{title}”"


def _twice(names: Iterable[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count > 1}


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence: "the United Nations", "Chad"."""
    return f"the {name}" if _THE.search(name) else name
