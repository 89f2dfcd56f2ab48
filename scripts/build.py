"""The pipeline, to be read aloud: read, find, resolve, link, compare, check, publish."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from schemas.frames import frame
from schemas.tables import tables as all_tables
from scripts.compare.compared import compare
from scripts.compare.kept import keep_comparisons
from scripts.find.parse import parse
from scripts.link.ids import assign_ids
from scripts.link.kept import keep_linked
from scripts.link.linked import link
from scripts.link.named import named
from scripts.link.once import once
from scripts.link.values import Row
from scripts.publish.articles import written_articles
from scripts.publish.metadata import PackageMeta, loose_package, read_package
from scripts.publish.package import write_package
from scripts.publish.staging import publish, recover
from scripts.read.article import Article
from scripts.read.files import InputError, read_articles
from scripts.read.shelf import Shelf
from scripts.resolve.rows import ArticleRows, article_rows, entity_rows
from validations.check import (
    REPORT,
    check_consumer,
    check_meaning,
    check_release,
    check_shape,
    errors_first,
    is_broken,
)
from validations.curation import Expected, Ruling, read_expected, read_rulings
from validations.published import PublishedId, in_use, read_published
from validations.rule import Finding, Tables
from validations.ruled import rulings_by_comparison

#: Called with what is being done and, for articles, which: ("find", "article-7").
Progress = Callable[[str, str], None]


@dataclass(frozen=True)
class Built:
    """What a build made.

    tables: the tables, whether they were published or not; empty where reading failed.
    findings: all findings, errors first. published: whether the package was replaced.
    """

    tables: Tables
    findings: tuple[Finding, ...]
    published: bool


def build(dataset: Path, progress: Progress, report: Path = REPORT) -> Built:
    """Build a data set: everything is made and checked before anything is replaced.

    Args:
        dataset: Folder with `articles/` and `curation/`.
        progress: Told what is being done.
        report: Folder for the HTML report of the gate.

    Raises:
        InputError, CurationError, SchemaError: if something that a build needs cannot be read.
    """
    recover(dataset)
    package = read_package(dataset)
    expected, rulings = read_expected(dataset / "curation"), read_rulings(dataset / "curation")
    published = read_published(dataset / "curation")
    findings: list[Finding] = []
    written = [Path(name).name for name in written_articles(dataset)]
    articles = read_articles(dataset / "articles", findings, written)
    tables, texts = make_tables(articles, rulings, progress, findings, published)
    if is_broken(findings):
        return _built({}, findings, published=False)

    def check(staged: Path) -> list[Finding]:
        found = _check_tables(tables, texts, expected, rulings, progress, published)
        if is_broken(found):
            return found
        progress("check", "release")
        found += check_release(staged, expected, rulings, home=dataset, report=report)
        progress("check", "consumer")
        return found + check_consumer(staged, home=dataset)

    return _publish(dataset, tables, package, texts, check, progress, findings)


def build_loose(path: Path, out: Path, progress: Progress) -> Built:
    """Build a package from loose articles: no curation, and shape and meaning are checked alone.

    Args:
        path: A folder of articles or one file of them.
        out: Folder of the package.
        progress: Told what is being done.

    Raises:
        InputError, SchemaError: if something that a build needs cannot be read.
    """
    if path.is_dir() and path.resolve() in {out.resolve(), (out / "articles").resolve()}:
        raise InputError(f"{out} holds the articles themselves; build into another folder")
    recover(out)
    findings: list[Finding] = []
    tables, texts = make_tables(read_articles(path, findings), (), progress, findings)
    if is_broken(findings):
        return _built({}, findings, published=False)

    def check(_: Path) -> list[Finding]:
        return _check_tables(tables, texts, None, (), progress)

    return _publish(out, tables, loose_package(out), texts, check, progress, findings)


def make_tables(
    articles: Iterable[Article],
    rulings: Sequence[Ruling],
    progress: Progress,
    findings: list[Finding],
    published: Sequence[PublishedId] = (),
) -> tuple[Tables, Mapping[str, str]]:
    """Articles → all tables, and source_id → text.

    The articles go through one by one; only their rows are kept in memory.

    Args:
        articles: The articles; their order changes nothing.
        rulings: Rulings on conflicts; the reason of each is written beside its comparison.
        progress: Told which article is being read.
        findings: Those of reading the articles; takes warnings about what stands in them, such as
            an unpaired quotation mark. After an error among them no article is gone through any
            more, and there are no tables.
        published: The ids that releases published; the rows that have them keep them.
    """
    texts = Shelf()
    read: list[ArticleRows] = []
    for article, sentences in parse(_unless_broken(articles, findings)):
        progress("find", article.source_id)
        texts.put(article.source_id, article.text)
        read.append(article_rows(article, sentences))
        findings += read[-1].findings
    if is_broken(findings):
        return {}, texts
    read.sort(key=lambda one: str(one.source["source_id"]))
    reports, participants = _reports(read, published)
    figures = assign_ids("f", _all(read, "figures"), _sentence, published)
    statements = assign_ids("s", _all(read, "statements"), _sentence, published)
    sources = [one.source for one in read]
    actors, places = entity_rows(read)
    progress("link", "")
    together = link(
        sources, reports, participants, figures, statements, texts, actors=actors, places=places
    )
    linked = keep_linked(named(once(together, in_use(published, "reports"))), published)
    progress("compare", "")
    comparisons, sides = keep_comparisons(*compare(linked, lambda _: None), published)
    rows: Mapping[str, Iterable[Row]] = {
        "sources": linked.sources,
        "events": linked.events,
        "reports": linked.reports,
        "participants": linked.participants,
        "statements": linked.statements,
        "utterances": linked.utterances,
        "figures": linked.figures,
        "comparisons": comparisons,
        "sides": sides,
        "actors": linked.actors,
        "places": linked.places,
    }
    tables = {table.name: frame(table, map(_plain, rows[table.name])) for table in all_tables()}
    return _ruled(tables, rulings), texts


def _unless_broken(articles: Iterable[Article], findings: list[Finding]) -> Iterator[Article]:
    """The articles up to the first error; those behind it are read for their own errors."""
    for article in articles:
        if not is_broken(findings):
            yield article


def _all(read: Iterable[ArticleRows], kind: str) -> list[Row]:
    return [row for one in read for row in getattr(one, kind)]


def _sentence(row: Row) -> str:
    return str(row["_sentence"])


def _plain(row: Row) -> Row:
    """The row without what only the steps hand on."""
    return {key: value for key, value in row.items() if not key.startswith("_")}


def _reports(
    read: Iterable[ArticleRows], published: Sequence[PublishedId]
) -> tuple[list[Row], list[Row]]:
    """Reports with their ids, and participants that point to them."""
    told = [one for rows in read for one in rows.reports]
    named = assign_ids("r", [{**one.row, "_told": one} for one in told], _sentence, published)
    parts = [
        {**part, "report_id": row["report_id"]} for row in named for part in row["_told"].parts
    ]
    return named, parts


def _ruled(tables: Mapping[str, pl.DataFrame], rulings: Sequence[Ruling]) -> Tables:
    """The tables with the reason of each ruling beside the conflict that it rules on."""
    reasons = {key: one.reason for key, one in rulings_by_comparison(tables, rulings).items()}
    ruled = tables["comparisons"].with_columns(
        pl.col("comparison_id")
        .replace_strict(reasons, default=None, return_dtype=pl.String)
        .alias("ruling")
    )
    return {**tables, "comparisons": ruled}


def _check_tables(
    tables: Tables,
    texts: Mapping[str, str],
    expected: Expected | None,
    rulings: Sequence[Ruling],
    progress: Progress,
    published: Sequence[PublishedId] = (),
) -> list[Finding]:
    progress("check", "shape")
    found = check_shape(tables)
    progress("check", "meaning")
    return found + check_meaning(tables, texts, expected, rulings, published)


def _publish(
    dataset: Path,
    tables: Tables,
    package: PackageMeta,
    texts: Mapping[str, str],
    check: Callable[[Path], list[Finding]],
    progress: Progress,
    findings: list[Finding],
) -> Built:
    """Write into the staging folder, check there, and replace the package if nothing is broken."""

    def fill(staging: Path) -> None:
        progress("publish", "")
        placed = tables["sources"].select("path", "source_id").iter_rows()
        articles = ((path, texts[source_id]) for path, source_id in placed)
        write_package(dataset, staging, tables, package, articles)

    found = publish(dataset, fill, check)
    return _built(tables, [*findings, *found], published=not is_broken(found))


def _built(tables: Tables, findings: Iterable[Finding], published: bool) -> Built:
    return Built(tables, tuple(errors_first(findings)), published)
