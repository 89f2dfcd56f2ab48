"""Hold loose articles against each other: what they agree on, and what cannot all be true.

No curation, no package: the pipeline runs to its comparisons, these are printed for a person to
read, and written as CSV with one row for what each source says, its sentence beside it.
"""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from schemas.tables import codelist
from scripts.build import Progress, make_tables
from scripts.compare.notes import standing
from scripts.read.files import InputError, read_articles
from validations.check import check_meaning, check_shape, is_broken
from validations.rule import Finding, Tables
from validations.spans import sentence_around

Row = Mapping[str, Any]
#: Verdicts in the order in which a person wants to know them, and their headings.
_HEADINGS = {
    "conflict": "They contradict each other",
    "compatible": "They differ, and all can be true",
    "agree": "They agree",
}
_COLOURS = {"conflict": "bold red", "compatible": "yellow", "agree": "green"}
#: Comparisons of one verdict that are printed; the CSV holds all.
_SHOWN = 30
#: Where a side's words stand, by the column that names the row.
_ROWS = {"figure_id": "figures", "report_id": "reports", "statement_id": "statements"}
#: Columns of the CSV.
COLUMNS = (
    "verdict",
    "about",
    "fact",
    "event",
    "source_id",
    "publisher",
    "published",
    "says",
    "sentence",
    "char_start",
    "char_end",
    "modality",
    "as_of",
    "claimed_by",
    "rests_on",
    "source_count",
    "independent_count",
    "note",
    "comparison_id",
)


@dataclass(frozen=True)
class Fact:
    """One comparison of two sources or more: its row, what it is about in words, and its sides."""

    row: Row
    words: str
    event: str
    sides: tuple[Row, ...]


def hold(path: Path, out: Path, tell: Progress, console: Console) -> list[Finding]:
    """Read loose articles, print where they agree and where not, and write it as CSV.

    Args:
        path: A folder of articles or one file of them.
        out: The CSV file; one that is there is replaced.
        tell: Told what is being done.
        console: Where to print.

    Returns:
        Findings of reading and of the rules that every table must keep, errors first. After an
        error among them nothing is printed or written.

    Raises:
        InputError: if the articles cannot be read or the file cannot be written there.
    """
    if out.is_dir():
        raise InputError(f"{out} is a folder; name a file, such as {out / 'compared.csv'}")
    findings: list[Finding] = []
    tables, texts = make_tables(read_articles(path, findings), (), tell, findings)
    if not is_broken(findings):
        tell("check", "")
        findings += check_shape(tables) + check_meaning(tables, texts, None, ())
        # NOTE: what is printed here need not be warned of as well, and nobody can rule on it.
        findings = [one for one in findings if one.rule_id != "ACR-003"]
    findings = sorted(set(findings), key=lambda one: (one.severity, one))
    if is_broken(findings):
        return findings
    facts = facts_of(tables)
    _print(facts, tables, console)
    rows = list(_csv_rows(facts, tables, texts))
    _write(rows, out)
    console.print(f"{len(rows)} rows, one for what each source says: {escape(str(out))}")
    return findings


def facts_of(tables: Tables) -> list[Fact]:
    """The comparisons of two sources or more, those that contradict each other first."""
    names = _names(tables)
    labels = dict(tables["events"].select("event_id", "label").iter_rows())
    words = dict(tables["utterances"].select("utterance_id", "text").iter_rows())
    sides: dict[str, list[Row]] = {}
    for side in tables["sides"].iter_rows(named=True):
        sides.setdefault(side["comparison_id"], []).append(side)
    found = [
        Fact(
            row,
            _words(row, names, words),
            labels.get(row["event_id"], ""),
            tuple(sides[row["comparison_id"]]),
        )
        for row in tables["comparisons"].iter_rows(named=True)
        if row["verdict"] in _HEADINGS
    ]
    order = list(_HEADINGS)
    return sorted(
        found,
        key=lambda one: (
            order.index(one.row["verdict"]),
            -one.row["source_count"],
            one.event,
            one.words,
            one.row["comparison_id"],
        ),
    )


def _names(tables: Tables) -> dict[str, str]:
    return dict(tables["actors"].select("actor_id", "name").iter_rows())


def _words(row: Row, names: Mapping[str, str], utterances: Mapping[str, str]) -> str:
    """What a comparison is about, in words: "released of Armenia by Azerbaijan"."""
    if row["about"] == "utterance":
        return f"words: {utterances.get(row['utterance_id'], '')}"
    if row["about"] != "figure":
        return str(codelist("comparison_subjects").rows[row["about"]]["title"]).lower()
    measure = str(row["measure"] or "")
    parts = [measure if measure not in {"", "other"} else "number"]
    if measure in {"", "other"} and not row["counted_kind"]:
        parts = [str(codelist("units").rows[row["unit"]]["title"]).lower()]
    if row["counted_kind"]:
        parts.append(f"({row['counted_kind']})")
    if row["of_actor_id"]:
        parts.append(f"of {names.get(row['of_actor_id'], row['of_actor_id'])}")
    if row["by_actor_id"]:
        parts.append(f"by {names.get(row['by_actor_id'], row['by_actor_id'])}")
    if row["claimed_by_actor_id"]:
        parts.append(f"as claimed by {names.get(row['claimed_by_actor_id'], '')}".rstrip())
    return " ".join(parts)


def _print(facts: Sequence[Fact], tables: Tables, console: Console) -> None:
    articles = tables["sources"].height
    for verdict, heading in _HEADINGS.items():
        held = [fact for fact in facts if fact.row["verdict"] == verdict]
        if not held:
            continue
        console.print(f"\n[{_COLOURS[verdict]}]{heading}[/] ({len(held)})")
        console.print(_grid(held[:_SHOWN]), soft_wrap=False)
        if len(held) > _SHOWN:
            console.print(f"and {len(held) - _SHOWN} more, in the CSV")
    told = Counter(tables["comparisons"]["verdict"].to_list())
    counted = ", ".join(f"{told[verdict]} {verdict}" for verdict in (*_HEADINGS, "single"))
    console.print(f"\n{articles} articles; comparisons: {counted}")
    if not facts:
        console.print("no fact is told by two of them: there is nothing to hold against each other")


def _grid(facts: Sequence[Fact]) -> Grid:
    grid = Grid(show_lines=True, pad_edge=False)
    grid.add_column("fact", ratio=3, overflow="fold")
    grid.add_column("who says what", ratio=4, overflow="fold")
    grid.add_column("independent", justify="right")
    grid.add_column("how it stands", ratio=4, overflow="fold")
    for fact in facts:
        said = "\n".join(f"{escape(one['source_id'])}: {escape(_said(one))}" for one in fact.sides)
        about = escape(fact.words) + (f"\n[dim]{escape(fact.event)}[/]" if fact.event else "")
        counted = f"{fact.row['independent_count']} of {fact.row['source_count']}"
        grid.add_row(about, said, counted, escape(standing(fact.row["note"])))
    return grid


def _said(side: Row) -> str:
    mood = side["modality"]
    return str(side["value_text"]) + (f" ({mood})" if mood not in {None, "occurred"} else "")


def _csv_rows(facts: Sequence[Fact], tables: Tables, texts: Mapping[str, str]) -> list[Row]:
    sources = {row["source_id"]: row for row in tables["sources"].iter_rows(named=True)}
    names = _names(tables)
    placed = {
        column: {row[column]: row for row in tables[table].iter_rows(named=True)}
        for column, table in _ROWS.items()
    }
    found: list[Row] = []
    for fact in facts:
        row = fact.row
        for side in fact.sides:
            source = sources[side["source_id"]]
            column = next(name for name in _ROWS if side[name] is not None)
            at = placed[column][side[column]]
            start, end = at["char_start"], at["char_end"]
            cells = {
                "verdict": row["verdict"],
                "about": row["about"],
                "fact": fact.words,
                "event": fact.event,
                "source_id": side["source_id"],
                "publisher": source["publisher"],
                "published": source["published"],
                "says": side["value_text"],
                "sentence": sentence_around(texts.get(side["source_id"], ""), start, end),
                "char_start": start,
                "char_end": end,
                "modality": side["modality"],
                "as_of": side["as_of"],
                "claimed_by": names.get(row["claimed_by_actor_id"], row["claimed_by_actor_id"]),
                "rests_on": side["family"],
                "source_count": row["source_count"],
                "independent_count": row["independent_count"],
                "note": row["note"],
                "comparison_id": row["comparison_id"],
            }
            found.append({key: _cell(value) for key, value in cells.items()})
    return found


def _write(rows: Sequence[Row], out: Path) -> None:
    """Write the rows beside the file and then in its place: no half of one is ever there."""
    beside = out.with_name(f".{out.name}.part")
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    beside.replace(out)


def _cell(value: object) -> str:
    """A cell that no spreadsheet runs as a formula and no reader breaks at."""
    return "" if value is None else " ".join(str(value).split()).lstrip("=+-@ ")
