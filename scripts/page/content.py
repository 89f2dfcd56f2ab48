"""The package as the script of the page reads it: one JSON text, made of strings and numbers.

tables: table → its columns and rows; cells are text, as in the CSV files, so that what is
downloaded from the page is what the package holds. titles: table → title, description, and the
column of its key, where that is one. fields: table → column → title, description, code list, table
that it refers to. codes: code list → code → its title, description. texts: source_id → the article.
bodies: source_id → offset behind its front matter, where it has some. sentences: id of a figure,
statement or report → first and last offset of its sentence. variants: utterance_id → its wordings,
of those that are more than one statement. events: id → title; when, in words; met, a remark on days
that no source gives so, if there is one. facts: id → words for it (`worded.fact_words`): title,
heading (in lists, where it is another one), claim, part, counts (by how many sources it is told),
says and said_by (what each side says, and on whose word: "" for its own; left out where all are),
rests. sources: id → name, agency that its text is from, day; whether words are its own is `basis`
in the table of sources. stories: facts in reading order. rules: what those rules look for that
found rows. told: how a thing is told, in plain words. signs: code list → code → its sign. counts:
"3/2" → of three sources two independent ones, in words; facts have their own.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from schemas.tables import TABLES
from schemas.tables import table as declared
from scripts.page.codes import SIGNS
from scripts.page.dated import meeting
from scripts.page.dates import day_in_words
from scripts.page.names import source_names
from scripts.page.sides import counts_words, told_words
from scripts.page.stories import Story, stories
from scripts.page.titles import event_days, event_title
from scripts.page.variants import variants
from scripts.page.worded import fact_words, rules, source_words
from scripts.read.files import InputError
from scripts.read.front_matter import front_matter
from scripts.read.text import TextError
from scripts.trace.edition import Edition, Row, Unproven
from scripts.trace.passage import passage
from validations.files import DESCRIPTOR

#: Tables whose rows are spans of an article, with the column of their id.
_SPANS = ("figures", "statements", "reports")
_META = (*("name", "title", "description", "version", "licenses", "bibliographicCitation"),)

Json = dict[str, Any]


def content(edition: Edition) -> Json:
    """All that the page shows of a package, but for charts and the outcome of checks.

    Raises:
        InputError: if the package has other columns, or an article is not the one that was read.
    """
    refuse_other_columns(edition)
    told = stories(edition)
    names = source_names(edition.rows("sources"))
    return {
        "tables": {name: _table(edition, name) for name in TABLES},
        "titles": {
            name: {"title": declared(name).title, "description": declared(name).description}
            | ({"key": key[0]} if len(key := declared(name).primary_key) == 1 else {})
            for name in TABLES
        },
        "fields": {name: _fields(name) for name in TABLES},
        "codes": _codes(edition),
        "texts": dict(_texts(edition)),
        "bodies": dict(_bodies(edition)),
        "sentences": dict(_sentences(edition)),
        "variants": dict(variants(edition)),
        "rules": rules(edition, _SPANS),
        "told": {
            code: told_words(edition, code) for code in edition.codelists.get("modalities", {})
        },
        "signs": dict(SIGNS),
        "sources": {row["source_id"]: source_words(row, names) for row in edition.rows("sources")},
        "events": {row["event_id"]: _event(edition, row) for row in edition.rows("events")},
        "facts": {
            row["comparison_id"]: fact_words(edition, row, names)
            for row in edition.rows("comparisons")
        },
        "stories": [_story(one) for one in told],
        "counts": dict(_counts(edition)),
    }


def as_json(content: Mapping[str, Any]) -> str:
    """JSON that can stand inside a script element: no `<` in it, so no tag can end it."""
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def meta(edition: Edition) -> Json:
    """What the descriptor says of the package, without its resources."""
    path = edition.folder / DESCRIPTOR
    try:
        described = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {error}; build the package again") from error
    told = {name: described.get(name, "") for name in _META}
    return told | {"day": day_in_words(str(described.get("created", ""))[:10])}


def refuse_other_columns(edition: Edition) -> None:
    """Refuse a package whose tables are not those that this program writes.

    Raises:
        InputError: if so, or if a table cannot be read.
    """
    for name in TABLES:
        rows = edition.rows(name)
        if rows and list(rows[0]) != list(declared(name).columns):
            raise InputError(
                f"data/{name}.csv in {edition.name} has other columns than this program writes; "
                "build the package again, or take the program as it was when that was built"
            )


def _table(edition: Edition, name: str) -> Json:
    rows = edition.rows(name)
    return {"columns": declared(name).columns, "rows": [list(row.values()) for row in rows]}


def _fields(name: str) -> Json:
    keys = declared(name).foreign_keys
    refers = {key.fields[0]: key.table for key in keys if len(key.fields) == 1}
    return {
        one.name: {"title": one.title, "description": one.description, "type": one.type}
        | ({"codes": one.codes} if one.codes else {})
        | ({"refers": refers[one.name]} if one.name in refers else {})
        for one in declared(name).fields
    }


def _codes(edition: Edition) -> Json:
    return {
        name: {
            code: {"title": entry.get("title", ""), "description": entry.get("description", "")}
            for code, entry in entries.items()
        }
        for name, entries in edition.codelists.items()
    }


def _texts(edition: Edition) -> Iterator[tuple[str, str]]:
    for source in edition.rows("sources"):
        text = edition.article(source)
        if isinstance(text, Unproven):
            raise InputError(text.why)
        yield source["source_id"], text


def _bodies(edition: Edition) -> Iterator[tuple[str, int]]:
    for source_id, text in _texts(edition):
        try:
            offset = front_matter(text)[1]
        except TextError:
            # NOTE: what was read as an article without front matter is shown as one.
            offset = 0
        if offset:
            yield source_id, offset


def _sentences(edition: Edition) -> Iterator[tuple[str, tuple[int, int]]]:
    for table in _SPANS:
        for row in edition.rows(table):
            found = passage(edition, table, row)
            if isinstance(found, Unproven):
                raise InputError(found.why)
            sentence = (found.start - len(found.before), found.end + len(found.behind))
            yield row[f"{table[:-1]}_id"], sentence


def _counts(edition: Edition) -> Iterator[tuple[str, str]]:
    publishers = {row.get("publisher", "") for row in edition.rows("sources")}
    publisher = min(publishers) if len(publishers) == 1 else ""
    for table in ("comparisons", "events", "utterances"):
        for row in edition.rows(table):
            sources, independent = row["source_count"], row["independent_count"]
            words = counts_words(int(sources), int(independent), publisher)
            yield f"{sources}/{independent}", words


def _event(edition: Edition, row: Row) -> Json:
    met = meeting(edition, row)
    told = {"title": event_title(edition, row), "when": event_days(edition, row)}
    return told | ({"met": met} if met else {})


def _story(one: Story) -> Json:
    phases = [{"event": p.event_id, "modality": p.modality, "when": p.when} for p in one.phases]
    return {"title": one.title, "phases": phases, "facts": one.facts}
