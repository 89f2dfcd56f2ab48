"""`curation/ids.csv`: the ids that releases published, and what identifies the row of each.

An event is its reports, an utterance its statements, a comparison its fact and the rows of its
sides; what stands in one article is that source and its own words. A row that shares a member with
what an id was published for is that row still; one that shares none is another.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from schemas.tables import curated, table
from validations.entries import CurationError
from validations.rule import Tables

IDS = "ids.csv"
#: Characters of a row's words that are kept.
_LONG = 120
#: Stands between members in a cell; no member holds it.
BETWEEN = "|"
#: Table → the letter that its ids begin with.
LETTERS: Mapping[str, str] = {
    "events": "e",
    "reports": "r",
    "statements": "s",
    "utterances": "u",
    "figures": "f",
    "comparisons": "c",
}
#: Tables whose rows stand for rows of others: what the members of each are.
JOINED: Mapping[str, str] = {
    "events": "reports",
    "utterances": "statements",
    "comparisons": "sides",
}
#: Table in which a row is a place in an article → the column that holds its words.
PRINTED: Mapping[str, str] = {
    "reports": "trigger_text",
    "statements": "quote",
    "figures": "text",
}
_WORD = re.compile(r"[^\W\d_]+")
#: Share of the fewer words that two texts of one row have in common at least.
_COMMON = 1 / 3
#: Cells of a comparison that could be mistaken for one another in its fact → their sign there.
_SIGNED: Mapping[str, str] = {
    "of": "of_actor_id",
    "by": "by_actor_id",
    "in": "unit",
    "kind": "counted_kind",
    "claimed": "claimed_by_actor_id",
}


@dataclass(frozen=True)
class PublishedId:
    """An id that a release published.

    since: the version that published it first. withdrawn: the version from which on no row has it,
    or None while a row has. members: what identifies its row, as it was published last. words: the
    first words of that row.
    """

    table: str
    id: str
    since: str
    withdrawn: str | None
    members: tuple[str, ...]
    words: str = ""


def in_use(published: Iterable[PublishedId], table_name: str) -> frozenset[str]:
    """The ids of a table that were published and not withdrawn."""
    return frozenset(
        one.id for one in published if one.table == table_name and one.withdrawn is None
    )


def fact(comparison: Mapping[str, Any]) -> str:
    """What a comparison is about, as a member: `figure e-0a1b2c3d4e5f released of:XBE by:XAR`.

    Args:
        comparison: A row of `comparisons`.
    """
    told = (
        comparison["about"],
        comparison.get("event_id") or comparison.get("utterance_id"),
        comparison.get("measure"),
        *(
            f"{sign}:{comparison[column]}"
            for sign, column in _SIGNED.items()
            if comparison.get(column)
        ),
    )
    return " ".join(str(part) for part in told if part).replace(BETWEEN, "/")


def side_of(about: str, side: Mapping[str, Any]) -> str:
    """The row that a side of a comparison stands on, as a member: `date:r-0a1b2c3d4e5f`.

    Args:
        about: What the comparison is about.
        side: A row of `sides`.
    """
    column = {"figure": "figure_id", "utterance": "statement_id"}.get(about, "report_id")
    return f"{about}:{side[column]}"


def members_of(tables: Tables) -> dict[str, dict[str, list[str]]]:
    """Table → id → what identifies its row, sorted; see the columns of `ids.csv`."""
    found: dict[str, dict[str, list[str]]] = {
        "events": _grouped(tables["reports"].select("event_id", "report_id").iter_rows()),
        "utterances": _grouped(
            tables["statements"].select("utterance_id", "statement_id").iter_rows()
        ),
    }
    for name in PRINTED:
        rows = tables[name].select(*table(name).primary_key, "source_id").iter_rows()
        found[name] = _grouped(rows)
    compared = {row["comparison_id"]: row for row in tables["comparisons"].iter_rows(named=True)}
    pairs = [(key, fact(row)) for key, row in compared.items()]
    for side in tables["sides"].iter_rows(named=True):
        key = side["comparison_id"]
        if key in compared:
            pairs.append((key, side_of(compared[key]["about"], side)))
    found["comparisons"] = _grouped(pairs)
    return found


def words_of(tables: Tables) -> dict[str, str]:
    """Id → the first words of its row, for every table of `ids.csv`."""
    found: dict[str, str] = {}
    labels = dict(tables["events"].select("event_id", "label").iter_rows())
    said = dict(tables["utterances"].select("utterance_id", "text").iter_rows())
    for name, column in PRINTED.items():
        found.update(tables[name].select(*table(name).primary_key, column).iter_rows())
    for row in tables["comparisons"].iter_rows(named=True):
        about = labels.get(row["event_id"]) or said.get(row["utterance_id"]) or ""
        found[row["comparison_id"]] = f"{row['about']}: {about}"
    found |= labels | said
    return {key: first_words(text) for key, text in found.items() if text}


def first_words(text: str) -> str:
    """The first words of a text on one line, as many as `ids.csv` keeps."""
    words = " ".join(text.split())
    return words if len(words) <= _LONG else words[: _LONG + 1].rpartition(" ")[0] or words[:_LONG]


def alike(before: str, now: str) -> bool:
    """Whether two texts of one sentence may be one row's: enough words in common, or no words.

    Args:
        before: First words of the row that was published.
        now: First words of the row that there is now.
    """
    told = [set(_WORD.findall(text.casefold())) for text in (before, now)]
    fewer = min(map(len, told))
    return not fewer or len(told[0] & told[1]) >= _COMMON * fewer


def _grouped(pairs: Iterable[tuple[Any, ...]]) -> dict[str, list[str]]:
    groups: dict[str, set[str]] = {}
    for key, member in pairs:
        if key is not None:
            groups.setdefault(key, set()).add(member)
    return {key: sorted(held) for key, held in groups.items()}


def read_published(curation: Path) -> tuple[PublishedId, ...]:
    """The published ids of a data set, from `ids.csv`; none if there is no such file.

    Args:
        curation: The dataset's `curation/`.

    Raises:
        CurationError: if the file cannot be read, a line is not as `schemas/curated/ids.json`
            says, or an id stands there twice or under another table than its letter tells.
    """
    try:
        text = (curation / IDS).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError as error:
        raise _error("", f"is not UTF-8: {error}") from error
    return parse_published(text)


def parse_published(text: str) -> tuple[PublishedId, ...]:
    """The published ids in the text of an `ids.csv`; see `read_published`."""
    columns = curated("ids").columns
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    found: dict[str, PublishedId] = {}
    try:
        head = next(rows, [])
        if tuple(head) != columns:
            raise _error("line 1", f"must be {','.join(columns)}, not {','.join(head)!r}")
        for cells in rows:
            where = f"line {rows.line_num}"
            if len(cells) != len(columns):
                raise _error(where, f"has {len(cells)} cells, not {len(columns)}")
            one = _published(where, dict(zip(columns, cells, strict=True)))
            if one.id in found:
                raise _error(where, f"{one.id} stands in the file twice")
            found[one.id] = one
    except csv.Error as error:
        raise _error(f"line {rows.line_num}", f"is no CSV: {error}") from error
    return tuple(found.values())


def _error(where: str, what: str) -> CurationError:
    place = f"curation/{IDS}{', ' if where else ''}{where}"
    return CurationError(f"{place}: {what}; restore the file from version control or a release")


def _published(where: str, row: Mapping[str, str]) -> PublishedId:
    for field in curated("ids").fields:
        cell = row[field.name]
        if field.required and not cell:
            raise _error(where, f"{field.name} is empty")
        if cell and field.pattern and not re.fullmatch(field.pattern, cell):
            raise _error(where, f"{field.name} {cell!r} does not match {field.pattern}")
    if not row["id"].startswith(f"{LETTERS[row['table']]}-"):
        raise _error(where, f"{row['id']} is no id of {row['table']}")
    members = tuple(row["members"].split(BETWEEN))
    if not all(members):
        raise _error(where, f"members {row['members']!r} holds an empty one")
    withdrawn = row["withdrawn"] or None
    return PublishedId(row["table"], row["id"], row["since"], withdrawn, members, row["words"])
