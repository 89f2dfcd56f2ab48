"""Sums, ratios, orders, promises and words that a dataset must show, as the gate works them out.

Each function gives one row: what is demanded, how often it is not so, and an explanation. All of it
comes from figures, events, reports and statements, never from `comparisons` or `sides`.
"""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from validations.demands import (
    OrderDemand,
    PromiseDemand,
    QuotationDemand,
    RatioDemand,
    SumDemand,
)
from validations.facts import FactPick, is_counted, plain_words
from validations.gate_said import FACT, about, meant, words_of
from validations.gate_world import World, days_words
from validations.wording import CORRECT, by_source, in_range, listed, unmet, voiced

Row = dict[str, object]


def _row(demand: object, reason: str, wrong: Sequence[str], told: str) -> Row:
    explanation = unmet(told, demand, reason, listed(wrong) or "it is so", CORRECT)
    return {"demand": str(demand), "wrong": len(wrong), "explanation": explanation}


def _by_source(world: World, facts: Sequence[FactPick]) -> tuple[list[pd.DataFrame], list[str]]:
    """For each fact the least and greatest number of every source, and what is wrong with it."""
    tables, wrong = [], []
    for fact in facts:
        rows = about(world.said, world.events, fact)
        if rows.empty:
            wrong.append(f"there is no {fact}")
        elif rows["chain"].nunique() > 1:
            count = rows["chain"].nunique()
            wrong.append(f"the {fact} is {count} facts, not one; narrow its days or its kind")
        tables.append(rows)
    return tables, wrong


def _ranges(world: World, tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """A row a source, two columns a fact: its own words, or what all words of the others allow."""
    sources = sorted({source for rows in tables for source in rows["source_id"]})
    columns = {}
    for number, rows in enumerate(tables):
        ruling = next((world.ruled[one] for one in rows["figure_id"] if one in world.ruled), None)
        counts = rows
        if ruling and (rows["source_id"] == ruling.prefers).any():
            counts = rows[rows["source_id"] == ruling.prefers]
        own = counts.groupby("source_id").agg({"least": "min", "most": "max"})
        own = own.iloc[:0] if ruling else own
        every = {"least": counts["least"].min(), "most": counts["most"].max()}
        own = own.reindex(sources).astype("float64").fillna(every)
        columns[f"least{number}"] = own["least"]
        columns[f"most{number}"] = own["most"]
    return pd.DataFrame(columns, index=sources)


def _known(tables: Sequence[pd.DataFrame], broken: Collection[str]) -> bool:
    """Whether a fact contradicts what is demanded of it alone, which is a finding of its own."""
    return any(figure in broken for rows in tables for figure in rows["figure_id"])


def sum_row(world: World, demand: SumDemand, broken: Collection[str]) -> Row:
    """Whether figures add up in every source that gives one of them."""
    tables, wrong = _by_source(world, demand.facts)
    if not wrong and not _known(tables, broken):
        ranges = _ranges(world, tables)
        count = len(demand.parts)
        least = ranges[[f"least{at}" for at in range(count)]].sum(axis=1)
        most = ranges[[f"most{at}" for at in range(count)]].sum(axis=1)
        if isinstance(demand.total, FactPick):
            low, high = ranges[f"least{count}"], ranges[f"most{count}"]
        else:
            low = high = pd.Series(demand.total, index=ranges.index)
        apart = ~((least <= high) & (low <= most))
        wrong = by_source(
            (
                f"they add up to {in_range(least[source], most[source])} and not to "
                f"{in_range(low[source], high[source])}",
                source,
            )
            for source in ranges.index[apart]
        )
    return _row(demand, demand.reason, wrong, words_of(pd.concat(tables)))


def ratio_row(world: World, demand: RatioDemand, broken: Collection[str]) -> Row:
    """Whether two figures stand in a ratio in every source that gives one of them."""
    tables, wrong = _by_source(world, demand.facts)
    if not wrong and not _known(tables, broken):
        ranges = _ranges(world, tables)
        left = ranges[["least0", "most0"]] * demand.second
        right = ranges[["least1", "most1"]] * demand.first
        apart = ~((left["least0"] <= right["most1"]) & (right["least1"] <= left["most0"])).to_numpy(
            dtype=bool
        )
        wrong = by_source(
            (
                f"it is {in_range(row['least0'], row['most0'])} to "
                f"{in_range(row['least1'], row['most1'])}",
                str(source),
            )
            for source, row in ranges[apart].to_dict("index").items()
        )
    return _row(demand, demand.reason, wrong, words_of(pd.concat(tables)))


def _dated(world: World, event: str) -> pd.DataFrame:
    """The days of an event in the own words of each source; source "" has those of the event."""
    row = world.events[world.events["event_id"] == event]
    whole = row[["start_date", "end_date"]].assign(source_id="")
    told = world.reports([event])
    told = told[told["start_date"].notna() & (told["date_basis"] != "inherited")]
    told = told[["start_date", "end_date", "source_id"]]
    if event in world.dates:
        preferred = told[told["source_id"] == world.dates[event]].head(1).assign(source_id="")
        told = preferred if len(preferred) else whole
        return told.reset_index(drop=True)
    return pd.concat([whole, told], ignore_index=True)


def _gaps(world: World, earlier: str, later: str) -> pd.DataFrame:
    """Every source that dates one of two events: the least and greatest number of days between."""
    first, second = _dated(world, earlier), _dated(world, later)
    found = []
    for source in sorted({*first["source_id"], *second["source_id"]}):
        own = [
            days[days["source_id"] == source]
            if (days["source_id"] == source).any()
            else days[days["source_id"] == ""]
            for days in (first, second)
        ]
        found.append(own[0].merge(own[1], how="cross", suffixes=("", "_later")).assign(who=source))
    gaps: pd.DataFrame = pd.concat(found, ignore_index=True)
    day = {name: pd.to_datetime(gaps[name]) for name in gaps.columns if "date" in name}
    gaps["least"] = (day["start_date_later"] - day["end_date"]).dt.days
    gaps["most"] = (day["end_date_later"] - day["start_date"]).dt.days
    named: pd.DataFrame = gaps[gaps["who"] != ""]
    return named if len(named) else gaps


def order_row(world: World, demand: OrderDemand) -> Row:
    """Whether events follow each other in every source that dates them."""
    earlier = list(meant(world.events, demand.earlier)["event_id"])
    later = list(meant(world.events, demand.later)["event_id"])
    wrong = [] if earlier else [f"there is no {demand.earlier}"]
    wrong += [] if later else [f"there is no {demand.later}"]
    apart: list[tuple[str, str]] = []
    limit = np.inf if demand.max_days is None else demand.max_days
    for first, second in ((a, b) for a in earlier for b in later if a != b):
        gaps = _gaps(world, first, second)
        gaps["fits"] = (gaps["most"] >= demand.min_days) & (gaps["least"] <= limit)
        for who, rows in gaps.groupby("who"):
            if not rows["fits"].any():
                row = rows.iloc[0]
                words = (
                    f"{days_words(row['start_date_later'], row['end_date_later'])} is "
                    f"{in_range(row['least'], row['most'], 'days')} after "
                    f"{days_words(row['start_date'], row['end_date'])}"
                )
                apart.append((words, str(who)))
    wrong += by_source(apart)
    return _row(demand, demand.reason, wrong, world.told([*earlier, *later]))


def _with_parts(events: pd.DataFrame, ids: Sequence[str]) -> list[str]:
    found = list(ids)
    while True:
        parts = events[events["part_of_event_id"].isin(found)]["event_id"]
        more = [part for part in parts if part not in found]
        if not more:
            return found
        found += more


def _not_as_announced(
    world: World, ids: Sequence[str], broken: Collection[str]
) -> tuple[list[str], list[pd.DataFrame]]:
    """Announced figures that nobody carried out so, and the figures that tell of them."""
    events = _with_parts(world.events, ids)
    chains = world.said[world.said["event_id"].isin(events)]["chain"]
    rows = world.said[world.said["chain"].isin(chains) & ~world.said["part"]]
    wrong, told = [], []
    for _, fact in rows.groupby([*FACT, "claimed_by"], dropna=False):
        figures = set(fact["figure_id"])
        promised = fact[fact["modality"] == "announced"]
        done = fact[fact["modality"] == "occurred"]
        counted = is_counted(fact["measure"].iloc[0], fact["base_unit"].iloc[0])
        if promised.empty or not counted or figures & (world.ruled.keys() | set(broken)):
            continue
        if done.empty and not isinstance(fact["measure"].iloc[0], str):
            continue
        pairs = promised.merge(done, how="cross", suffixes=("", "_done"))
        meet = (pairs["least"] <= pairs["most_done"]) & (pairs["least_done"] <= pairs["most"])
        if pairs.empty or not meet.all():
            instead = (
                f"carried out {listed(sorted(set(done['text'])))}"
                if len(done)
                else "nobody tells how many it came to"
            )
            wrong.append(f"announced {listed(sorted(set(promised['text'])))}, {instead}")
            told.append(fact)
    return wrong, told


def promise_row(world: World, demand: PromiseDemand, broken: Collection[str]) -> Row:
    """Whether what was announced was carried out, by a day and as announced if so demanded."""
    events = world.events
    announced = list(meant(events, demand.announced)["event_id"])
    deeds = events[events["fulfils_event_id"].isin(announced) & (events["modality"] == "occurred")]
    wrong = [] if announced else ["nothing of the kind was announced"]
    unkept = [one for one in announced if one not in set(deeds["fulfils_event_id"])]
    labels = events[events["event_id"].isin(unkept)]["label"]
    wrong += [f"no source tells that this was carried out: {label}" for label in labels]
    if demand.by is not None:
        for deed in deeds["event_id"]:
            days = _dated(world, deed)
            own = days[days["source_id"] != ""]
            late = (own if len(own) else days)["start_date"].dropna()
            if len(late) and (late > demand.by.isoformat()).all():
                wrong.append(f"it was carried out on {late.min()}")
    told = world.told([*announced, *deeds["event_id"]])
    if demand.as_announced and not wrong:
        wrong, figures = _not_as_announced(world, announced, broken)
        told = " and ".join(words_of(rows) for rows in figures)
    return _row(demand, demand.reason, sorted(set(wrong)), told)


def quotation_row(world: World, demand: QuotationDemand) -> Row:
    """Whether words stand in so many sources, in what each quotes one speaker as saying."""
    direct = world.frames["statements"]
    direct = direct[direct["kind"] == "direct"].sort_values(["source_id", "char_start"])
    wanted = " ".join(plain_words(demand.words))
    told = {}
    for key, rows in direct.groupby(["source_id", "speaker_id"], dropna=False, sort=True):
        said = " ".join(plain_words(" ".join(rows["quote"])))
        if f" {wanted} " in f" {said} ":
            told[str(key[0])] = world.sentence(rows.iloc[0].to_dict())
    short = len(told) < demand.min_sources
    wrong = [f"they stand word for word in {listed(sorted(told)) or 'no source'}"] if short else []
    voices = voiced((source, "them", sentence, ()) for source, sentence in sorted(told.items()))
    return _row(demand, demand.reason, wrong, voices)
