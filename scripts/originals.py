"""Hold published rows against the originals that the digests retell, by the same pipeline.

Rows are matched by source and content, whatever their words and their place in the text. Both ways:
what no original confirms, and what the digests lack. Digests are our own writing; this is their
check, and `expected.toml` is held to the originals as well.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from scripts.build import Progress, make_tables
from scripts.matching import Content, Match, match
from scripts.read.article import Article
from scripts.read.files import InputError, read_articles
from validations.curation import read_expected, read_rulings
from validations.meaning import check_meaning
from validations.package import read_tables
from validations.rule import Finding, Tables

#: Kinds of which every published row must be confirmed. Events are listed and judged by eye: two
#: tellings of one thing seldom name the same of its parts.
_HELD = frozenset({"figure", "quotation"})
#: Words of a row that are printed; the rest is cut.
_SHOWN = 90


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
        InputError: if the data set is not built or an original of a digest is missing.
    """
    published, unread = read_tables(dataset)
    if unread:
        raise InputError(f"{dataset}: {unread[0].sentence}")
    articles = _with_bibliography(folder, dataset, published)
    expected, rulings = read_expected(dataset / "curation"), read_rulings(dataset / "curation")
    tables, texts = make_tables(articles, rulings, tell, [])
    matches = match(published, tables)
    _print_counts(matches, console)
    for source_id in sorted(published["sources"]["source_id"].to_list()):
        _print_source(source_id, matches, console)
    broken = [
        finding
        for finding in check_meaning(tables, texts, expected, rulings)
        if finding.rule_id.startswith("ACR") and finding.severity == "error"
    ]
    console.print()
    for finding in broken:
        console.print(f"[bold red]not fulfilled on the originals[/] {escape(finding.sentence)}")
    if not broken:
        console.print("expected.toml is fulfilled on the originals")
    open_rows = [row for one in matches if one.kind in _HELD for row in one.unconfirmed]
    if open_rows:
        console.print(
            f"[bold red]published figures and quotations in no original: {len(open_rows)}[/]; "
            "correct the digest, or the rule that reads the two differently"
        )
    else:
        console.print("the originals confirm every published figure and direct quotation")
    return not broken and not open_rows


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


# ---------------------------------------------------------------------------------------------


def _print_counts(matches: Sequence[Match], console: Console) -> None:
    grid = Grid(box=None, pad_edge=False)
    for column in ("row", "published", "confirmed", "told differently", "digest only", "lacking"):
        grid.add_column(column, justify="left" if column == "row" else "right")
    for one in matches:
        unlike = len(one.differing)
        counts = (one.confirmed, unlike, len(one.unconfirmed) - unlike, len(one.lacking) - unlike)
        grid.add_row(one.kind, str(one.published), *(str(count) for count in counts))
    console.print(grid)


def _print_source(source_id: str, matches: Sequence[Match], console: Console) -> None:
    """What differs in one source: first our rows in the order of the text, then what they lack."""
    lines: list[tuple[bool, int, int, str]] = []
    for order, one in enumerate(matches):
        paired = {id(row) for pair in one.differing for row in pair}
        lines += [
            (False, ours.offset, order, f"{_row(ours)}\n{_unlike(ours, theirs)}")
            for ours, theirs in one.differing
            if ours.source_id == source_id
        ]
        for lacks, rows, words in (
            (False, one.unconfirmed, "no original confirms it"),
            (True, one.lacking, "the digest lacks it"),
        ):
            lines += [
                (lacks, row.offset, order, f"{_row(row)}\n    {words}")
                for row in rows
                if row.source_id == source_id and id(row) not in paired
            ]
    if lines:
        console.print(f"\n[bold]{escape(source_id)}[/]")
    for *_, told in sorted(lines):
        console.print(told)


def _row(row: Content) -> str:
    words = row.words if len(row.words) <= _SHOWN else f"{row.words[: _SHOWN - 1]}…"
    return escape(f"  {row.kind} {row.offset}: {words}")


def _unlike(ours: Content, theirs: Content) -> str:
    """What a published row and its nearest row of the original say differently."""
    told = dict(theirs.facts)
    unlike = [
        f"{name} {fact or 'none'}, in the original {told[name] or 'none'}"
        for name, fact in ours.facts
        if told[name] != fact
    ]
    words = theirs.words if len(theirs.words) <= _SHOWN else f"{theirs.words[: _SHOWN - 1]}…"
    return escape(f"    {'; '.join(unlike)} ({theirs.offset}: {words})")
