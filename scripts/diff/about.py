"""What the package says of itself in two editions, and the articles that it holds."""

from collections.abc import Iterator

from scripts.diff.change import Change, told
from scripts.diff.edition import Edition

#: Different in every edition, or made from the tables and told there.
_FOLLOWS = frozenset(
    {"version", "created", "id", "bibliographicCitation", "resources", "concord:files", "sources"}
)


def package_changes(old: Edition, new: Edition) -> Iterator[Change]:
    """What two descriptors say differently of the package as a whole, its version apart."""
    if old.name != new.name:
        yield Change("", None, "package_renamed", "name", old.name, new.name)
    for name in sorted((old.described.keys() | new.described.keys()) - _FOLLOWS - {"name"}):
        values = told(old.described.get(name)), told(new.described.get(name))
        if values[0] != values[1]:
            yield Change("", None, "package_described", name, *values)


def article_changes(old: Edition, new: Edition) -> Iterator[Change]:
    """Articles added, changed and removed: path, and the SHA-256 of old and new text."""
    for path in sorted(old.articles.keys() | new.articles.keys()):
        values = old.articles.get(path), new.articles.get(path)
        if values[0] == values[1]:
            continue
        kind = "added" if values[0] is None else "removed" if values[1] is None else "changed"
        yield Change("", path, f"article_{kind}", None, *values)
