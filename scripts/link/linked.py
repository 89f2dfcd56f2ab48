"""Reports → events, figures → events, quotations → utterances; then inherit, once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from scripts.link.account import Account, of_one_story
from scripts.link.atlas import Atlas, atlas
from scripts.link.bounds import Shared, bounded
from scripts.link.carry import carry
from scripts.link.copies import copies
from scripts.link.describe import event_row
from scripts.link.disputed import join_disputed
from scripts.link.events import join
from scripts.link.figures import holders, numbers_by_report
from scripts.link.fold import fold
from scripts.link.heard import heard_from, of_one_country
from scripts.link.independence import (
    families,
    origins,
    quoted_behind,
    statements_behind,
    throughout,
)
from scripts.link.inherit import inherit_between, inherit_dates, unsure
from scripts.link.parts import Event, parts
from scripts.link.printed import printed
from scripts.link.promises import fulfilments
from scripts.link.reprints import join_reprints
from scripts.link.series import series, with_series
from scripts.link.sides import kind_of
from scripts.link.sole import join_sole
from scripts.link.stories import neighbours
from scripts.link.suppose import suppose
from scripts.link.tellings import mentions
from scripts.link.topics import topics
from scripts.link.uncollected import uncollected
from scripts.link.utterances import utterances
from scripts.link.values import Linked, Row, in_text
from scripts.link.ways import join_ways, mark_returns


@uncollected()
def link(
    sources: Iterable[Row],
    reports: Iterable[Row],
    participants: Iterable[Row],
    figures: Iterable[Row],
    statements: Iterable[Row],
    texts: Mapping[str, str],
    *,
    actors: Iterable[Row] = (),
    places: Iterable[Row] = (),
) -> Linked:
    """Say which rows of different articles are about the same thing.

    Args:
        sources: Rows of `sources`.
        reports: Rows of `reports` with ids, without events.
        participants: Rows of `participants` with report ids, without events.
        figures: Rows of `figures` with ids, without events and statements. `_subset_of` may hold
            the span of the figure that one is a part of.
        statements: Rows of `statements` with ids, without utterances. `_continues` may hold the
            span of the quotation that one goes on from.
        texts: source_id → text of the article, as offsets count in it.
        actors: Rows of `actors`, for names in labels.
        places: Rows of `places`; without them a place is only ever equal to itself.

    The order of rows changes nothing. Keys that are no columns are kept as they are.
    """
    told = in_text(reports)
    numbers = in_text(figures)
    said = in_text(statements)
    source_rows = tuple(sorted(sources, key=lambda row: str(row["source_id"])))
    held = list(participants)
    where = atlas(places)
    actor_rows = tuple(actors)
    published = {row["source_id"]: row.get("published") for row in source_rows}
    papers = printed([*told, *numbers, *said], texts)
    copied = copies(papers, {row["source_id"]: row.get("word_count") for row in source_rows})
    near = neighbours(papers, texts, published, copied)
    carried = holders(numbers, told, held, texts)

    by_source = mentions(source_rows, told, held, numbers_by_report(numbers, carried), texts)
    tellings = [
        one for found in by_source.values() for one in mark_returns(suppose(fold(found, where)))
    ]
    rows = {row["report_id"]: row for row in told}
    accounts = join(join_reprints(tellings, rows, texts, copied, where), where, near)
    # What articles date differently is told of by those that date it not at all.
    accounts = join_disputed(join_ways(accounts, where), where, near)
    accounts = join_sole(accounts, told, where, near, published)

    names = {
        row["actor_id"]: row["name"] for row in actor_rows if kind_of(row["actor_id"]) != "country"
    }
    events = [
        Event(event_row(one, [rows[key] for key in one.reports], where, names), one)
        for one in accounts
    ]
    events = _tied(events, near, where)
    origin = origins(source_rows, copied, near)
    spoken, words = utterances(said, source_rows, origin, texts)
    behind = quoted_behind(events, statements_behind(events, told), spoken)
    titles = {row["source_id"]: str(row.get("title") or "") for row in source_rows}
    heard = heard_from(events, told, spoken, titles, texts)
    behind = heard | throughout(events, behind)
    figure_rows, figure_behind = carry(numbers, carried, events, behind, spoken, texts)

    alike = topics(figure_rows, events, texts, near)
    figure_rows = [_on_topic(row, alike.get(row["figure_id"])) for row in figure_rows]

    figure_rows = with_series(figure_rows, series(figure_rows, events))
    event_of = {key: event.id for event in events for key in event.account.reports}
    counted = {row["figure_id"]: row["event_id"] for row in figure_rows}
    behind = of_one_country({**behind, **figure_behind}, {**event_of, **counted})
    placed = [{**row, "event_id": event_of[row["report_id"]]} for row in told]
    event_rows = inherit_between(
        {**event.row, "independent_count": _witnesses(event.account, rows, origin, behind)}
        for event in events
    )
    told_as = {key: one for one in tellings for key in one.reports}
    weak = unsure((event.account for event in events), told_as, near, where)
    dated = inherit_dates(placed, {row["event_id"]: row for row in event_rows}, weak)
    shared = Shared(told_as, rows, near, origin, texts, where)
    return Linked(
        sources=bounded(source_rows, events, shared),
        events=tuple(sorted(event_rows, key=lambda row: str(row["event_id"]))),
        reports=tuple(dated),
        participants=tuple(
            {**row, "event_id": event_of[row["report_id"]]}
            for row in sorted(held, key=lambda r: (r["report_id"], r["role"], r["actor_id"]))
        ),
        figures=tuple(figure_rows),
        statements=tuple(spoken),
        utterances=tuple(words),
        actors=actor_rows,
        places=tuple(where.rows.values()),
        origins=origin,
        rests_on=behind,
    )


def _on_topic(figure: Row, topic: tuple[str, str] | None) -> Row:
    """The figure with the event that it goes with in several articles, and what it counts there."""
    if topic is None:
        return figure
    return {**figure, "event_id": topic[0], "_topic": topic[1]}


def _tied(events: Sequence[Event], near: Mapping[str, frozenset[str]], where: Atlas) -> list[Event]:
    """The events with their wholes and with the promises that they carry out."""
    part_of = parts(events)
    fulfils = fulfilments(events, part_of, partial(of_one_story, near=near), where)
    return [
        replace(
            event,
            row={
                **event.row,
                "part_of_event_id": part_of.get(event.id),
                "fulfils_event_id": fulfils.get(event.id),
            },
        )
        for event in events
    ]


def _witnesses(
    account: Account,
    reports: Mapping[str, Row],
    origin: Mapping[str, str],
    behind: Mapping[str, str],
) -> int:
    rests: dict[str, list[str]] = {source: [origin[source]] for source in sorted(account.sources)}
    for key in account.reports:
        if key in behind:
            rests[reports[key]["source_id"]].append(behind[key])
    return len(set(families(rests).values()))
