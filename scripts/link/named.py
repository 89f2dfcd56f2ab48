"""The actors and places that rows still name, once every event has its one report a source."""

from collections.abc import Iterable
from dataclasses import replace

from schemas.tables import table
from scripts.link.values import Linked, Row


def named(linked: Linked) -> Linked:
    """Leave out actors and places that no row names, and nobody who is named.

    A country that a named actor or place belongs to stays. Which columns name actors and places
    is asked of the foreign keys of the Table Schemas.

    Args:
        linked: The linked tables.
    """
    told = {
        "events": linked.events,
        "reports": linked.reports,
        "participants": linked.participants,
        "statements": linked.statements,
        "utterances": linked.utterances,
        "figures": linked.figures,
    }
    place_ids = {one for name, rows in told.items() for one in _names(name, "places", rows)}
    places = [row for row in linked.places if row["place_id"] in place_ids]
    actor_ids = {one for name, rows in told.items() for one in _names(name, "actors", rows)}
    actor_ids |= _names("places", "actors", places)
    kept = [row for row in linked.actors if row["actor_id"] in actor_ids]
    actor_ids |= _names("actors", "actors", kept)
    actors = [row for row in linked.actors if row["actor_id"] in actor_ids]
    return replace(linked, actors=tuple(actors), places=tuple(places))


def _names(name: str, target: str, rows: Iterable[Row]) -> set[str]:
    """Ids of `target` that rows of a table hold."""
    keys = [key.fields[0] for key in table(name).foreign_keys if key.table == target]
    return {row[key] for row in rows for key in keys if row.get(key)}
