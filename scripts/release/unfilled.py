"""What `new` wrote into `package.toml` for people to replace, and they have not."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts.publish.metadata import PackageMeta

#: What a new data set begins with.
_LAID_OUT = Path(__file__).parent.parent / "new" / "files"


def unfilled(package: PackageMeta, dataset: Path, where: str) -> str | None:
    """Why what a package says of itself is not yet its own; None if it is.

    Args:
        package: What the package says of itself.
        dataset: The folder of the data set.
        where: The file in which it says so.
    """
    found = list(_left(package, dataset))
    if not found:
        return None
    return f"{where} still says what `new` wrote: {'; '.join(found)}; then release again"


def _left(package: PackageMeta, dataset: Path) -> Iterator[str]:
    laid_out = (_LAID_OUT / "curation" / "package.toml").read_text(encoding="utf-8")
    first = tomllib.loads(laid_out.replace("@NAME@", "''").replace("@TITLE@", "''"))
    titles = {one["title"] for one in first["contributors"]}
    for one in package.contributors:
        if one.title in titles:
            yield f"write who made the data set instead of “{one.title}” under [[contributors]]"
    if package.created == first["created"]:
        yield f"write the day of this version instead of created = {package.created}"
    invented = [path.name for path in (_LAID_OUT / "articles").iterdir()]
    if any((dataset / "articles" / name).exists() for name in invented):
        return
    if package.description.strip() == str(first["description"]).strip():
        yield "write what the data set covers as its description"
    texts = {str(one["text"]).strip() for one in first["caveats"]}
    for caveat in package.caveats:
        if caveat.text.strip() in texts:
            yield f"take out the caveat {caveat.name}, since those articles are gone"
