"""What `curation/ids.csv` says after a release: every id that a release published, for ever."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import StringIO

from schemas.tables import curated
from validations.published import BETWEEN, PublishedId, members_of, words_of
from validations.rule import Tables


def ids_text(published: Sequence[PublishedId], tables: Tables, version: str) -> str:
    """The text of `ids.csv` after a release; recording one release again changes nothing.

    Args:
        published: The ids that were published before (`read_published`).
        tables: The tables that the release publishes.
        version: Its version.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(curated("ids").columns)
    for one in recorded(published, tables, version):
        members = BETWEEN.join(one.members)
        writer.writerow(
            (one.table, one.id, one.since, one.withdrawn or "", members, one.words),
        )
    return text.getvalue()


def recorded(
    published: Iterable[PublishedId], tables: Tables, version: str
) -> tuple[PublishedId, ...]:
    """The published ids after a release, by table and id.

    What the tables hold is in use, and identified as they tell; what they lack and was in use is
    withdrawn with this version and stays as it was.

    Args:
        published: The ids that were published before.
        tables: The tables that the release publishes.
        version: Its version.
    """
    known = {one.id: one for one in published}
    words = words_of(tables)
    for name, rows in members_of(tables).items():
        for key, members in rows.items():
            since = known[key].since if key in known else version
            known[key] = PublishedId(name, key, since, None, tuple(members), words.get(key, ""))
    held = {key for rows in members_of(tables).values() for key in rows}
    for key in known.keys() - held:
        if known[key].withdrawn is None:
            known[key] = replace(known[key], withdrawn=version)
    return tuple(sorted(known.values(), key=lambda one: (one.table, one.id)))
