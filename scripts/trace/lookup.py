"""Id → the rows, codes and rules that bear it; an id that nothing bears → what is near it."""

from dataclasses import dataclass

from schemas.tables import table as declared
from scripts.publish.rules import rules_of
from scripts.read.files import InputError
from scripts.trace.edition import Edition, Row, key_of, tables_of
from scripts.trace.history import withdrawn

#: Tables whose rows say by which rule they were found.
RULED = ("figures", "reports", "statements")
#: As many ids as are offered in place of an unknown one.
_NEAR = 3
#: Of 100: below it an id is no likely slip of another.
_LIKELY = 70


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
        if wanted in {key_of(table.name, row), key_of(table.name, row, escaped=True)}
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
    gone = withdrawn(edition, wanted)
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
