"""A comparison as it is traced: its verdict, the ruling, and every side with its sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence

from scripts.compare.rests import rested
from scripts.read.files import InputError
from scripts.trace.brief import brief, meaning, published
from scripts.trace.edition import Edition, Row
from scripts.trace.parts import Heading, Line, Part
from scripts.trace.rows import more, words
from validations.entries import CurationError

#: Table → the column of `sides` that names the row that a side was read from.
_READ_FROM = {"figures": "figure_id", "statements": "statement_id", "reports": "report_id"}


def comparisons_of(edition: Edition, table: str, row: Row) -> list[Row]:
    """The comparisons in which a row is a side or is what is compared."""
    key = row.get(f"{table[:-1]}_id", "")
    if table == "comparisons":
        return [row]
    if table in {"sides", "utterances"}:
        column = "comparison_id" if table == "sides" else "utterance_id"
        return list(edition.where("comparisons", column, row.get(column, "")))
    if table == "events":
        carried = edition.where("events", "fulfils_event_id", key)
        kept = [key, row.get("fulfils_event_id", ""), *(one["event_id"] for one in carried)]
        return [one for event in kept for one in edition.where("comparisons", "event_id", event)]
    if table == "participants":
        sides = edition.where("sides", "report_id", row.get("report_id", ""))
        return [one for one in _of(edition, sides) if one.get("about") == "participant"]
    if table == "reports":
        sides = edition.where("sides", "report_id", key)
        return [one for one in _of(edition, sides) if one.get("about") != "figure"]
    if table in _READ_FROM:
        return _of(edition, edition.where("sides", _READ_FROM[table], key))
    return []


def _of(edition: Edition, sides: Sequence[Row]) -> list[Row]:
    found = dict.fromkeys(side["comparison_id"] for side in sides)
    return [edition.row("comparisons", one) for one in found if edition.row("comparisons", one)]


def verdict(edition: Edition, comparison: Row) -> Iterator[Part]:
    """The verdict of a comparison in words, its note and the ruling on it."""
    said = comparison.get("verdict", "")
    yield Line(f"{said}. {meaning(edition, 'comparisons', 'verdict', said)}", style="bold")
    yield Line(comparison.get("note", ""))
    if comparison.get("ruling"):
        yield Line(
            f"ruling of the curators: {comparison['ruling']}{_ruled_by(edition, comparison)}"
        )
    elif said == "conflict":
        yield Line("no ruling: nobody has said which of them is right", style="dim")
    independent = comparison.get("independent_count", "")
    yield Line(
        f"{comparison['comparison_id']}; sources: {comparison.get('source_count', '')}, "
        f"independent ones: {independent}",
        style="dim",
    )


def _ruled_by(edition: Edition, comparison: Row) -> str:
    """Who ruled, when, and for whom, where the curation says it."""
    from validations.curation import read_rulings  # noqa: PLC0415 (costs a third of a second)

    def plain(words: str) -> str:
        return re.sub(r"\s+", " ", words).strip()

    try:
        rulings = read_rulings(edition.folder / "curation")
    except (CurationError, InputError, OSError):
        return ""
    same = [one for one in rulings if plain(one.reason) == plain(comparison["ruling"])]
    if len(same) != 1:
        return ""
    prefers = f", who prefer {same[0].prefers}" if same[0].prefers else ""
    return f" ({same[0].by}, {same[0].ruled_on}{prefers})"


def sides(edition: Edition, comparison: Row, row_is: Row, limit: int | None) -> Iterator[Part]:
    """Every side of a comparison with its sentence, and on whom its source rests.

    Args:
        edition: The package.
        comparison: The comparison.
        row_is: The row that is traced, whose own sentence stands above already.
        limit: As many sides are shown; None shows all.
    """
    listed = edition.where("sides", "comparison_id", comparison["comparison_id"])
    families: dict[str, list[str]] = {}
    for side in listed:
        families.setdefault(side.get("family", ""), []).append(side["source_id"])
    for side in listed[:limit]:
        yield from _side(edition, side, families, row_is)
    if limit is not None and len(listed) > limit:
        yield more(len(listed) - limit)


def _side(
    edition: Edition, side: Row, families: Mapping[str, Sequence[str]], row_is: Row
) -> Iterator[Part]:
    source = edition.row("sources", side["source_id"])
    said_by = published(source)
    heading = f"{side['source_id']}{f' ({said_by})' if said_by else ''}: "
    table, row = _read_from(edition, side)
    own = bool(row) and all(row.get(name) == row_is.get(name) for name in row)
    own = own or dict(side) == dict(row_is)
    above = " (the row above)" if own else ""
    yield Line(f"{heading}{brief(edition, 'sides', side)}{above}", style="bold")
    if (row and not own) or dict(side) == dict(row_is):
        yield from words(edition, table, row, 4)
    resting = rested(side.get("family", ""), side["source_id"])
    others = [one for one in families[side.get("family", "")] if one != side["source_id"]]
    if resting:
        alone = f"; counted once together with {', '.join(dict.fromkeys(others))}" if others else ""
        yield Line(f"{resting}{alone}", 4, "dim")


def _read_from(edition: Edition, side: Row) -> tuple[str, Row]:
    """The table and row that a side was read from."""
    for table, column in _READ_FROM.items():
        if side.get(column):
            return table, edition.row(table, side[column])
    return "reports", {}


def compared(edition: Edition, table: str, row: Row, limit: int | None) -> Iterator[Part]:
    """What other sources say of a row: its comparisons, in full where it is a side of them."""
    found = comparisons_of(edition, table, row)
    if not found:
        if table in {"figures", "statements", "reports", "participants"}:
            yield Heading("What other sources say")
            yield Line("nothing that is held against this row")
        return
    if table in {"events", "utterances"}:
        yield Heading(f"Compared across sources ({len(found)})")
        for one in found[:limit]:
            yield Line(f"{one['comparison_id']}: {brief(edition, 'comparisons', one)}")
        if limit is not None and len(found) > limit:
            yield more(len(found) - limit)
        return
    for one in found:
        if table == "comparisons":
            yield Heading("Its sides")
        else:
            yield Heading(f"What other sources say ({one.get('about', '')})")
            yield from verdict(edition, one)
        yield from sides(edition, one, row, limit)
