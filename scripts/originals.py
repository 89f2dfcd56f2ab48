"""Hold published rows against the originals that the digests retell, by the same pipeline.

Rows are matched by source and content: a figure by value, range, bound, unit, measure and sides; a
quotation by its words; a report of an event by type, interval and roles. Both ways: what no
original confirms, and what the digests lack. Digests are our own writing; this is their check.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from scripts.build import Progress, make_tables
from scripts.read.article import Article
from scripts.read.files import InputError, read_articles
from validations.curation import read_expected, read_rulings
from validations.meaning import check_meaning
from validations.package import read_tables
from validations.rule import Finding, Tables

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Content:
    """What a row says, whatever its place in the text: a kind, a source, a key and its words."""

    kind: str
    source_id: str
    key: Hashable
    words: str


@dataclass(frozen=True)
class Match:
    """Rows of one kind on both sides."""

    kind: str
    published: int
    unconfirmed: tuple[Content, ...]
    lacking: tuple[Content, ...]


def originals(folder: Path, dataset: Path, tell: Progress, console: Console) -> bool:
    """Run the pipeline over the originals and print how the published rows stand to them.

    Args:
        folder: The original articles, named as the digests are.
        dataset: The data set; it must be built.
        tell: Told what is being done.
        console: Where to print.

    Returns:
        Whether every published figure and direct quotation is confirmed and `expected.toml` is
        fulfilled on the originals too.

    Raises:
        InputError: if the data set is not built or no original belongs to a digest.
    """
    published, unread = read_tables(dataset)
    if unread:
        raise InputError(f"{dataset}: {unread[0].sentence}")
    articles = _with_bibliography(folder, dataset, published)
    rulings = read_rulings(dataset / "curation")
    findings: list[Finding] = []
    tables, texts = make_tables(articles, rulings, tell, findings)
    matches = [
        _match(kind, rows(published), rows(tables))
        for kind, rows in (("figure", _figures), ("quotation", _quotations), ("event", _events))
    ]
    _print(matches, console)
    expected = read_expected(dataset / "curation")
    broken = [
        finding
        for finding in check_meaning(tables, texts, expected, rulings)
        if finding.rule_id.startswith("ACR") and finding.severity == "error"
    ]
    for finding in broken:
        console.print(f"[bold red]not fulfilled on the originals[/] {escape(finding.sentence)}")
    if not broken:
        console.print("expected.toml is fulfilled on the originals")
    return not broken and not any(
        match.unconfirmed for match in matches if match.kind in {"figure", "quotation"}
    )


def _with_bibliography(folder: Path, dataset: Path, published: Tables) -> list[Article]:
    """The originals of the digests, each with its digest's front matter: they name no day."""
    ignored: list[Finding] = []
    meta = {a.source_id: a.meta for a in read_articles(dataset / "articles", ignored)}
    found: list[Finding] = []
    read = list(read_articles(folder, found))
    if any(finding.severity == "error" for finding in found):
        raise InputError("; ".join(f"{finding.row}: {finding.sentence}" for finding in found))
    known = set(published["sources"]["source_id"].to_list())
    articles = [
        replace(article, meta=meta.get(article.source_id, {}))
        for article in read
        if article.source_id in known
    ]
    missing = sorted(known - {article.source_id for article in articles})
    if missing:
        raise InputError(
            f"{folder} holds no original of {', '.join(missing)}; name the files as the digests are"
        )
    return articles


def _figures(tables: Tables) -> Iterator[Content]:
    columns = ("value", "range_to", "bound", "unit", "measure", "of_actor_id", "by_actor_id")
    for row in tables["figures"].iter_rows(named=True):
        key = tuple(row[column] for column in columns)
        yield Content("figure", row["source_id"], key, row["text"])


def _quotations(tables: Tables) -> Iterator[Content]:
    for row in tables["statements"].filter(pl.col("kind") == "direct").iter_rows(named=True):
        key = tuple(word.casefold() for word in _WORD.findall(row["quote"]))
        yield Content("quotation", row["source_id"], key, row["quote"])


def _events(tables: Tables) -> Iterator[Content]:
    roles: dict[str, set[tuple[str, str]]] = {}
    for part in tables["participants"].iter_rows(named=True):
        roles.setdefault(part["report_id"], set()).add((part["role"], part["actor_id"]))
    for row in tables["reports"].iter_rows(named=True):
        key = (
            row["type"],
            row["start_date"],
            row["end_date"],
            frozenset(roles.get(row["report_id"], ())),
        )
        yield Content("event", row["source_id"], key, row["trigger_text"])


def _match(kind: str, ours: Iterator[Content], theirs: Iterator[Content]) -> Match:
    """Rows of either side that the other does not hold, each as often as it stands there."""
    published, original = list(ours), list(theirs)
    return Match(kind, len(published), _beyond(published, original), _beyond(original, published))


def _beyond(rows: Sequence[Content], others: Sequence[Content]) -> tuple[Content, ...]:
    left = Counter((row.source_id, row.key) for row in others)
    beyond = []
    for row in rows:
        if left[(row.source_id, row.key)]:
            left[(row.source_id, row.key)] -= 1
        else:
            beyond.append(row)
    return tuple(beyond)


def _print(matches: Sequence[Match], console: Console) -> None:
    grid = Grid(box=None, pad_edge=False)
    for column in ("row", "published", "confirmed", "in originals only"):
        grid.add_column(column, justify="left" if column == "row" else "right")
    for match in matches:
        confirmed = match.published - len(match.unconfirmed)
        grid.add_row(match.kind, str(match.published), str(confirmed), str(len(match.lacking)))
    console.print(grid)
    listed: tuple[tuple[str, Callable[[Match], tuple[Content, ...]]], ...] = (
        ("no original confirms", lambda match: match.unconfirmed),
        ("the digest lacks", lambda match: match.lacking),
    )
    for words, pick in listed:
        for match in matches:
            for row in pick(match):
                console.print(f"{words} {match.kind} of {row.source_id}: {escape(row.words[:120])}")
