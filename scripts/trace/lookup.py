"""Id → the rows, codes and rules that bear it; an id that nothing bears → what is near it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.tables import TABLES
from schemas.tables import table as declared
from scripts.publish.rules import rules_of
from scripts.read.files import InputError
from scripts.trace.edition import Edition, Row, key_of, tables_of

#: Tables whose rows say by which rule they were found.
RULED = ("figures", "reports", "statements")
#: As many ids as are offered in place of an unknown one.
_NEAR = 3
#: Of 100: below it an id is no likely slip of another.
_LIKELY = 70
#: Kinds of line in `changes.csv` that take a row out of the data.
_GONE = frozenset({"row_withdrawn"})


@dataclass(frozen=True)
class Hit:
    """What an id stands for.

    kind: `row`, `code` or `rule`. table: the table, the code list, or the table of the rule.
    row: the row of the table or of the code list; of a rule, its words under `meaning`.
    """

    kind: str
    table: str
    row: Row


def lookup(edition: Edition, given: str) -> list[Hit]:
    """Everything that bears an id: rows first, then codes, then rules of `found_by`.

    Args:
        edition: The package.
        given: A row's key, the parts of a compound one joined by `|`; a code; or a rule. A code
            may be given with its list before it, as in `verdicts|agree`.

    Raises:
        InputError: if nothing bears it; the message offers what is near, and says where ids stand.
    """
    wanted = given.strip()
    hits = [
        Hit("row", table.name, row)
        for table in tables_of(edition)
        for row in edition.rows(table.name)
        if key_of(table.name, row) == wanted
    ]
    hits += [
        Hit("code", name, row)
        for name, codes in edition.codelists.items()
        for code, row in codes.items()
        if wanted in {code, f"{name}|{code}"}
    ]
    hits += [
        Hit("rule", table, {"rule": rule, "meaning": meaning})
        for table in RULED
        for rule, meaning in rules_of(table).items()
        if wanted in {rule, f"{table}|{rule}"}
    ]
    if not hits:
        raise InputError(_unknown(edition, wanted))
    return hits


def _unknown(edition: Edition, wanted: str) -> str:
    gone = next(_withdrawn(edition, wanted), "")
    if gone:
        return gone
    near = _near(edition, wanted)
    offered = f"; did you mean {' or '.join(near)}?" if near else "."
    return (
        f"nothing in {edition.name} has the id {wanted or '(empty)'}{offered} "
        "Ids stand in the first column of data/*.csv and codes/*.csv; an id of participants is "
        f"'{_form('participants')}', one of sides '{_form('sides')}', in quotation marks"
    )


def _form(table: str) -> str:
    return "|".join(declared(table).primary_key)


def _near(edition: Edition, wanted: str) -> list[str]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (needed for a slip alone)

    known = dict.fromkeys(
        key_of(table.name, row) for table in tables_of(edition) for row in edition.rows(table.name)
    )
    known |= dict.fromkeys(code for codes in edition.codelists.values() for code in codes)
    folded = {key: key.casefold() for key in known}
    best = process.extract(
        wanted.casefold(), folded, scorer=fuzz.ratio, limit=_NEAR, score_cutoff=_LIKELY
    )
    begun = [key for key, plain in folded.items() if wanted and plain.startswith(wanted.casefold())]
    return list(dict.fromkeys([*begun[:_NEAR], *(key for _, _, key in best)]))[:_NEAR]


def _withdrawn(edition: Edition, wanted: str) -> Iterator[str]:
    """What is known of an id that the data no longer has."""
    for row in _loose(edition, "changes.csv"):
        if row.get("row_id") == wanted and row.get("kind") in _GONE:
            again = row.get("same_as")
            now = f"; what says the same now is {again}" if again else ""
            yield (
                f"{wanted} of the table {row.get('table')} was withdrawn in version "
                f"{edition.version}{now}; changes.csv tells what changed, and an earlier version "
                "still has it: add --in VERSION"
            )
    for row in _loose(edition, "curation/ids.csv"):
        if wanted in row.values():
            kept = {name: cell for name, cell in row.items() if cell and cell != wanted}
            told = ", ".join(f"{name} {cell}" for name, cell in kept.items())
            yield (
                f"{wanted} is no row of version {edition.version}, but was published before "
                f"(curation/ids.csv: {told}); an earlier version still has it: add --in VERSION"
            )


def _loose(edition: Edition, path: str) -> Iterator[Row]:
    """The rows of a file that a package may have and need not."""
    try:
        with (edition.folder / path).open(encoding="utf-8", newline="") as file:
            yield from list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error):
        return


def known_tables() -> tuple[str, ...]:
    """The tables whose rows have ids: all of them."""
    return TABLES
