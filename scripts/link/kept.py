"""Ids that a release published, kept by the same rows: one source more renames nothing.

The row of this build that holds most of what an id was published for has that id. Of two published
events that became one the larger gives its id, of equals the older, and the other id is withdrawn;
where one became two, the part that holds more of it keeps the id. An id comes back with its own
row or not at all.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from scripts.link.ids import row_id
from scripts.link.values import Linked, Row
from validations.published import PublishedId
from validations.version import number


def kept_ids(
    table: str, rows: Mapping[str, Collection[str]], published: Iterable[PublishedId]
) -> dict[str, str]:
    """The id that each row of a table is to have; its own where no other was published for it.

    A published id goes to the row that shares most members with it, one id a row. Of pairs that
    share as many the older id comes first, then the id that the row's content makes, then the
    lesser of each. An id that was withdrawn is given only to a row that none in use fits. A row
    whose own id was published for another row gets the next one that was not.

    Args:
        table: Its name.
        rows: The id that each row's content makes → what identifies the row (`members_of`).
        published: The ids that were published, of any table.
    """
    known = [one for one in published if one.table == table]
    holders: dict[str, list[str]] = {}
    for row, members in rows.items():
        for member in members:
            holders.setdefault(member, []).append(row)
    found: dict[str, str] = {}
    for withdrawn in (False, True):
        asked = [one for one in known if (one.withdrawn is not None) is withdrawn]
        _match(asked, holders, found)
    # NOTE: nobody may get what was published for another, nor what another's content makes.
    taken = {one.id for one in known} | rows.keys()
    free = rows.keys() - {one.id for one in known}
    for row in sorted(rows.keys() - found.keys()):
        found[row] = row if row in free else _next(row, taken)
        taken.add(found[row])
    return found


def _match(
    asked: Iterable[PublishedId], holders: Mapping[str, Sequence[str]], found: dict[str, str]
) -> None:
    """Give published ids to the rows that hold their members; adds to `found`."""
    pairs = []
    for one in asked:
        shared = Counter(row for member in one.members for row in holders.get(member, ()))
        for row, count in shared.items():
            if row not in found:
                pairs.append((-count, number(one.since) or (0, 0, 0), one.id != row, one.id, row))
    given: set[str] = set()
    for *_, key, row in sorted(pairs):
        if row not in found and key not in given:
            found[row] = key
            given.add(key)


def _next(row: str, taken: Collection[str]) -> str:
    """The first id made of a row's own and a number that nobody has."""
    place = 1
    while (key := row_id(row[0], row, str(place))) in taken:
        place += 1
    return key


def keep_linked(linked: Linked, published: Sequence[PublishedId]) -> Linked:
    """The linked tables with the published ids of their events and utterances.

    Nothing else changes, the order of rows neither.

    Args:
        linked: The linked tables, one report an article and event.
        published: The ids that were published.
    """
    if not published:
        return linked
    events = kept_ids("events", _members(linked.reports, "event_id", "report_id"), published)
    spoken = _members(linked.statements, "utterance_id", "statement_id")
    words = kept_ids("utterances", spoken, published)
    ids = {
        "event_id": events,
        "part_of_event_id": events,
        "fulfils_event_id": events,
        "utterance_id": words,
    }
    return replace(
        linked,
        events=_renamed(linked.events, ids),
        reports=_renamed(linked.reports, ids),
        participants=_renamed(linked.participants, ids),
        figures=_renamed(linked.figures, ids),
        statements=_renamed(linked.statements, ids),
        utterances=_renamed(linked.utterances, ids),
    )


def _members(rows: Iterable[Row], joint: str, key: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row[joint], []).append(row[key])
    return found


def _renamed(rows: Iterable[Row], ids: Mapping[str, Mapping[str, str]]) -> tuple[Row, ...]:
    """Copies of the rows with other ids in those columns; what has none there keeps none."""
    return tuple(
        {
            **row,
            **{
                column: known[row[column]]
                for column, known in ids.items()
                if row.get(column) is not None
            },
        }
        for row in rows
    )
