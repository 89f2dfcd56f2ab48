"""What the timelines draw: every dated event, its actors and who tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scripts.page.charts.days import DAY, moment
from scripts.page.charts.printable import printable
from scripts.page.names import source_names
from scripts.page.sides import told_words
from scripts.page.titles import actor_name, event_days, event_title
from scripts.read.files import InputError
from scripts.trace.edition import Edition, Row


@dataclass(frozen=True)
class Part:
    """An actor's part in an event: who, its name, and its roles as words."""

    actor_id: str
    name: str
    roles: str


@dataclass(frozen=True)
class Happening:
    """A dated event.

    start, end: milliseconds since 1970 in UTC, the end exclusive. kind: code of modalities.
    dates: the interval as words. sources: who tells it, as words. independent: how many of them
    rest on nothing that another one rests on.
    """

    event_id: str
    title: str
    type: str
    kind: str
    kind_title: str
    precision: str
    start: int
    end: int
    dates: str
    sources: str
    source_count: int
    independent: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Told:
    """The dated events in order of time, how many lack one, the titles of types."""

    happenings: tuple[Happening, ...]
    undated: int
    types: tuple[str, ...]


def told(edition: Edition) -> Told:
    """The events of a package, for its timelines.

    Raises:
        InputError: if a date of an event is none.
    """
    rows = edition.rows("events")
    names = source_names(edition.rows("sources"))
    dated = [_happening(edition, row, names) for row in rows if row.get("start_date")]
    dated.sort(key=lambda one: (one.start, one.end, one.event_id))
    listed = edition.codelists.get("event_types", {})
    types = [_title(listed, code) for code in listed]
    types += sorted({one.type for one in dated} - set(types))
    return printable(Told(tuple(dated), len(rows) - len(dated), tuple(types)))


def _happening(edition: Edition, row: Row, names: Mapping[str, str]) -> Happening:
    first = _day(edition, row, "start_date")
    last = max(first, _day(edition, row, "end_date") if row.get("end_date") else first)
    lists = edition.codelists
    precision = row.get("date_precision", "") or ("day" if first == last else "range")
    reports = edition.where("reports", "event_id", row["event_id"])
    sources = list(dict.fromkeys(report.get("source_id", "") for report in reports))
    return Happening(
        event_id=row["event_id"],
        title=event_title(edition, row),
        type=_title(lists.get("event_types", {}), row.get("type", "")),
        kind=row.get("modality", ""),
        kind_title=told_as(edition, row.get("modality", "")),
        precision=precision,
        start=moment(first),
        end=moment(last) + DAY,
        dates=_dates(edition, row, precision),
        sources=some([names.get(one, one) for one in sources]),
        source_count=len(sources),
        independent=int(row.get("independent_count") or len(sources)),
        parts=tuple(_parts(edition, row["event_id"])),
    )


def _dates(edition: Edition, row: Row, precision: str) -> str:
    if precision in {"day", "range"}:
        return event_days(edition, row)
    known = _title(edition.codelists.get("date_precisions", {}), precision).lower()
    return f"{event_days(edition, row)} (known to the {known})"


def _parts(edition: Edition, event_id: str) -> list[Part]:
    roles: dict[str, dict[str, None]] = {}
    titles = edition.codelists.get("roles", {})
    for row in edition.where("participants", "event_id", event_id):
        if row.get("actor_id"):
            roles.setdefault(row["actor_id"], {})[_title(titles, row.get("role", ""))] = None
    return [
        Part(actor, actor_name(edition, actor), ", ".join(found).lower())
        for actor, found in roles.items()
    ]


def some(names: list[str], most: int = 6) -> str:
    """Names as words, the first ones if there are many."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def told_as(edition: Edition, modality: str) -> str:
    """How a thing is told, in the words of the rest of the page: "Told as done"."""
    words = told_words(edition, modality)
    return f"{words[:1].upper()}{words[1:]}"


def _title(listed: Mapping[str, Row], code: str) -> str:
    return listed.get(code, {}).get("title") or code


def _day(edition: Edition, row: Row, column: str) -> date:
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        raise InputError(
            f"data/events.csv in {edition.name}: {column} of {row['event_id']} is "
            f"{row[column]!r}, which is no date; build the package again"
        ) from None
