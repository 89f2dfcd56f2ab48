"""An account as a row of `events`: what its reports have in common, and a label."""

from collections.abc import Iterable, Mapping, Sequence

from scripts.link.account import Account
from scripts.link.atlas import Atlas
from scripts.link.days import Days, common, days_of, edtf
from scripts.link.ids import row_id
from scripts.link.kinds import shared_by_all
from scripts.link.sides import Sides
from scripts.link.values import Row

#: What an event is told as, when its reports differ: the first of these that any of them says.
_MODALITIES = ("occurred", "announced", "possible", "denied")
_NAMED = 3  #: actors that a label names a side, and days that it tells


def _most_told(reports: Sequence[Row], column: str) -> str | None:
    """The value that most sources give; of equals the one told first."""
    told: dict[str, set[str]] = {}
    for report in reports:
        if report.get(column):
            told.setdefault(report[column], set()).add(report["source_id"])
    return max(told, key=lambda value: len(told[value]), default=None)


def _listed(actors: Iterable[str], names: Mapping[str, str]) -> str:
    shown = [names.get(actor, actor) for actor in sorted(actors)]
    if len(shown) > _NAMED:
        return f"{', '.join(shown[:_NAMED])} and others"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _who(sides: Sides, shared: bool, names: Mapping[str, str]) -> str:
    if not sides.all:
        return ""
    if shared or sides.form == "mutual":
        return (" between " if len(sides.all) > 1 else " by ") + _listed(sides.all, names)
    by = f" by {_listed(sides.sources, names)}" if sides.sources else ""
    of = f" of {_listed(sides.targets, names)}" if sides.targets else ""
    return by + of


def _told(reports: Iterable[Row]) -> list[Days]:
    """The days that each article gives in words of its own, one interval an article."""
    found: dict[str, Days] = {}
    for report in reports:
        days = days_of(report)
        if days is None:
            continue
        known = found.setdefault(report["source_id"], days)
        found[report["source_id"]] = common(known, days) if _share(known, days) else known
    return list(found.values())


def _share(a: Days, b: Days) -> bool:
    return max(a.start, b.start) <= min(a.end, b.end)


def _spanning(days: Days | None, told: Sequence[Days]) -> tuple[Days | None, str]:
    """The days of an event and how a label tells them.

    Where articles contradict each other the event is of all the days that they tell most closely,
    and the label says of which: nobody knows who is right.
    """
    if not told or max(one.start for one in told) <= min(one.end for one in told):
        return days, edtf(days) if days else ""
    known = set(told)
    closest = sorted(
        {one for one in known if not any(_holds(one, other) for other in known)},
        key=lambda one: (one.start, one.end),
    )
    span = Days(closest[0].start, max(one.end for one in closest), "range")
    written = dict.fromkeys(edtf(one) for one in closest)
    return span, " or ".join(written) if len(written) <= _NAMED else edtf(span)


def _holds(wide: Days, close: Days) -> bool:
    return wide.start <= close.start and close.end <= wide.end and wide.width > close.width


def event_row(
    account: Account, reports: Sequence[Row], atlas: Atlas, names: Mapping[str, str]
) -> Row:
    """The row of `events` of one account, links and independence still open.

    Args:
        account: The account of all its reports.
        reports: Their rows, the founder first.
        atlas: The places.
        names: actor_id → name, for actors that are no countries.

    The id is made of the founding report alone: the earliest published, so that a source more,
    unless it is older than all others, renames nothing.
    """
    type_ = _most_told(reports, "type") or ""
    mode = _most_told([row for row in reports if row["type"] == type_], "mode")
    told = {row["modality"] for row in reports}
    days, when = _spanning(account.days, _told(reports))
    label = (mode or type_).replace("_", " ").lower()
    label += _who(account.sides, shared_by_all(account.classes), names)
    if account.place is not None:
        label += f", {atlas.name(account.place)}"
    if when:
        label += f", {when}"
    return {
        "event_id": row_id("e", reports[0]["report_id"]),
        "label": label,
        "type": type_,
        "mode": mode,
        "modality": next((one for one in _MODALITIES if one in told), "occurred"),
        "start_date": days.start if days else None,
        "end_date": days.end if days else None,
        "date_precision": days.precision if days else None,
        "date_edtf": edtf(days) if days else None,
        "place_id": account.place,
        "part_of_event_id": None,
        "fulfils_event_id": None,
        "source_count": len(account.sources),
        "independent_count": 1,
    }
