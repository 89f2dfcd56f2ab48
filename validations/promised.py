"""Events in order of time, and promises that were kept, as expected.toml demands them."""

from collections.abc import Container, Mapping, Sequence
from datetime import date

import polars as pl

from validations.curation import Ruling
from validations.demanded import contradicted
from validations.demands import Expected, OrderDemand
from validations.facts import chain_frame, fact_words, is_counted, picked
from validations.rule import Finding, LinkRule, Tables
from validations.ruled import rulings_by_comparison
from validations.voices import Voice, quoted, reported, values, voices_of
from validations.wording import by_source, listed, unmet

Texts = Mapping[str, str]
Days = tuple[date, date]


def day_words(start: date, end: date) -> str:
    """Days as a finding has them: one day, or the first to the last."""
    return f"{start}" if start == end else f"{start} to {end}"


def _told_days(
    tables: Tables, event: str, preferred: Mapping[str, str | None]
) -> Mapping[str, list[Days]]:
    """source_id → the days on which it has the event in its own words; "" → those of the event."""
    row = tables["events"].filter(pl.col("event_id") == event).row(0, named=True)
    found: dict[str, list[Days]] = {"": [(row["start_date"], row["end_date"])]}
    if event in preferred and preferred[event] is None:
        return found
    dated = tables["reports"].filter(
        (pl.col("event_id") == event)
        & pl.col("start_date").is_not_null()
        & pl.col("date_basis").ne_missing("inherited")
    )
    for report in dated.iter_rows(named=True):
        days = (report["start_date"], report["end_date"])
        if event not in preferred:
            found.setdefault(report["source_id"], []).append(days)
        elif report["source_id"] == preferred[event]:
            found[""] = [days]
    return found


def _gap_words(earlier: Days, later: Days) -> str:
    least, most = (later[0] - earlier[1]).days, (later[1] - earlier[0]).days
    shown = f"{least}" if least == most else f"{least} to {most}"
    return f"{day_words(*later)} is {shown} days after {day_words(*earlier)}"


def _allows(demand: OrderDemand, earlier: Days, later: Days) -> bool:
    least, most = (later[0] - earlier[1]).days, (later[1] - earlier[0]).days
    return most >= demand.min_days and (demand.max_days is None or least <= demand.max_days)


def _out_of_order(
    tables: Tables,
    demand: OrderDemand,
    events: tuple[str, str],
    preferred: Mapping[str, str | None],
) -> list[tuple[str, str]]:
    """What each source says of two events that stand otherwise than is demanded."""
    first, second = (_told_days(tables, event, preferred) for event in events)
    found = []
    for source in sorted({*first, *second} - {""}) or [""]:
        before, after = first.get(source, first[""]), second.get(source, second[""])
        pairs = [(earlier, later) for earlier in before for later in after]
        if not any(_allows(demand, *pair) for pair in pairs):
            found.append((_gap_words(*pairs[0]), source))
    return found


def _reports_of(tables: Tables, texts: Texts, events: Sequence[str]) -> list[Voice]:
    """What the dated reports of some events say; of those without a date, if none has one."""
    told = tables["reports"].filter(pl.col("event_id").is_in(list(events)))
    dated = told.filter(pl.col("start_date").is_not_null())
    return [
        reported(
            row,
            day_words(row["start_date"], row["end_date"])
            if row["start_date"]
            else row["trigger_text"],
            texts,
        )
        for row in (dated if dated.height else told).iter_rows(named=True)
    ]


def _ruled_dates(tables: Tables, rulings: Sequence[Ruling]) -> Mapping[str, str | None]:
    """event_id → the source whose date of it is preferred by a ruling, or None if none is."""
    events = dict(tables["comparisons"].select("comparison_id", "event_id").iter_rows())
    ruled = rulings_by_comparison(tables, rulings)
    return {events[key]: one.prefers for key, one in ruled.items() if one.fact.about == "date"}


def _orders(
    tables: Tables, texts: Texts, rulings: Sequence[Ruling], demands: Sequence[OrderDemand]
) -> list[Finding]:
    found = []
    dates = _ruled_dates(tables, rulings)
    for demand in demands:
        earlier = sorted(picked(tables["events"], demand.earlier))
        later = sorted(picked(tables["events"], demand.later))
        wrong = [
            f"there is no {pick}"
            for pick, ids in ((demand.earlier, earlier), (demand.later, later))
            if not ids
        ]
        if not wrong:
            pairs = [(a, b) for a in earlier for b in later if a != b]
            wrong = by_source(
                gap for pair in pairs for gap in _out_of_order(tables, demand, pair, dates)
            )
        if wrong:
            told = quoted(_reports_of(tables, texts, sorted({*earlier, *later})))
            sentence = unmet(told, demand, demand.reason, listed(wrong))
            row = later[0] if later else ""
            found.append(Finding("ACR-010", "error", "events", row, "start_date", "", sentence))
    return found


def _with_parts(tables: Tables, events: Sequence[str]) -> list[str]:
    """Events and their parts, and the parts of these."""
    parts = tables["events"].select("part_of_event_id", "event_id").drop_nulls().iter_rows()
    below: dict[str, list[str]] = {}
    for whole, part in parts:
        below.setdefault(whole, []).append(part)
    found = list(events)
    for event in found:
        found += [part for part in below.get(event, ()) if part not in found]
    return found


def _not_as_announced(
    tables: Tables, texts: Texts, events: Sequence[str], elsewhere: Container[str]
) -> tuple[list[str], list[Voice]]:
    """Announced figures that nobody carried out so, and who says what of them."""
    chain = dict(chain_frame(tables["events"]).iter_rows())
    wanted = {chain[event] for event in _with_parts(tables, events)}
    members = [event for event, joined in chain.items() if joined in wanted]
    facts = tables["comparisons"].filter(
        (pl.col("about") == "figure") & pl.col("event_id").is_in(members)
    )
    found: list[str] = []
    told: list[Voice] = []
    for row in facts.iter_rows(named=True):
        voices = voices_of(tables, texts, row["comparison_id"])
        promised = [one for one in voices if one.modality == "announced"]
        done = [one for one in voices if one.modality == "occurred"]
        meet = [a.least <= b.most and b.least <= a.most for a in promised for b in done]
        counted = is_counted(row["measure"], row["unit"])
        if not promised or not counted or row["comparison_id"] in elsewhere:
            continue
        # NOTE: who tells of a deed need not repeat how long or how far it was to be.
        if all(meet) if meet else not row["measure"]:
            continue
        told += voices
        instead = f"carried out {values(done)}" if done else "nobody tells how many it came to"
        found.append(f"{fact_words(row)}: announced {values(promised)}, {instead}")
    return found, told


def _promises(
    tables: Tables, texts: Texts, rulings: Sequence[Ruling], expected: Expected
) -> list[Finding]:
    found = []
    # NOTE: what is ruled on, or contradicts what is demanded of it alone, is told elsewhere.
    elsewhere = {
        *rulings_by_comparison(tables, rulings),
        *contradicted(tables, expected, rulings),
    }
    events = tables["events"]
    for demand in expected.promises:
        announced = sorted(picked(events, demand.announced))
        deeds = events.filter(
            pl.col("fulfils_event_id").is_in(announced) & (pl.col("modality") == "occurred")
        )
        kept = set(deeds["fulfils_event_id"])
        voices = _reports_of(tables, texts, [*announced, *deeds["event_id"]])
        wrong = [] if announced else ["nothing of the kind was announced"]
        labels = dict(events.select("event_id", "label").iter_rows())
        wrong += [
            f"no source tells that this was carried out: {labels[event]}"
            for event in announced
            if event not in kept
        ]
        wrong += [
            f"it was carried out on {day_words(row['start_date'], row['end_date'])}"
            for row in deeds.iter_rows(named=True)
            if demand.by and row["start_date"] and row["start_date"] > demand.by
        ]
        if demand.as_announced and not wrong:
            wrong, voices = _not_as_announced(tables, texts, announced, elsewhere)
        if wrong:
            sentence = unmet(quoted(voices), demand, demand.reason, listed(sorted(set(wrong))))
            row_id = announced[0] if announced else ""
            found.append(Finding("ACR-011", "error", "events", row_id, "", "", sentence))
    return found


def promise_rules(
    expected: Expected, rulings: Sequence[Ruling], texts: Texts
) -> tuple[LinkRule, ...]:
    """The rules on the order of events and on promises.

    Args:
        expected: What the dataset must show.
        rulings: The rulings on its conflicts.
        texts: source_id → text of its article, to quote the sentences from.
    """
    return (
        LinkRule(
            "ACR-010",
            "events",
            "Events follow each other as expected.toml demands, in every source that dates them.",
            "error",
            lambda tables: _orders(tables, texts, rulings, expected.orders),
        ),
        LinkRule(
            "ACR-011",
            "events",
            "Promises were kept as expected.toml demands.",
            "error",
            lambda tables: _promises(tables, texts, rulings, expected),
        ),
    )
