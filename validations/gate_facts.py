"""Written figures, events and reports → what the sources say of each demand, for the gate.

Like gate_said.py it never looks at `comparisons` or `sides`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from validations.curation import Ruling
from validations.demands import EventDemand, Expected, FigureDemand
from validations.gate_demands import order_row, promise_row, quotation_row, ratio_row, sum_row
from validations.gate_said import (
    FACT,
    Frames,
    about,
    meant,
    rivals,
    said_of,
    verdict,
    widest,
    words_of,
)
from validations.gate_world import World
from validations.wording import how_many, remedy, unmet

#: Columns of a frame of demands: what is demanded, how often it is not so, and how it is instead.
_DEMAND = ("demand", "wrong", "explanation")


@dataclass(frozen=True)
class Across:
    """The frames of the suites across sources.

    sources: a row a demanded fact, with its sources. values, orders, sums, ratios, promises,
    quotations, wanted: a row a demand. facts: a row for what several sources count. events: a row
    an event.
    """

    sources: pd.DataFrame
    values: pd.DataFrame
    wanted: pd.DataFrame
    orders: pd.DataFrame
    sums: pd.DataFrame
    ratios: pd.DataFrame
    promises: pd.DataFrame
    quotations: pd.DataFrame
    facts: pd.DataFrame
    events: pd.DataFrame


def _origins(sources: pd.DataFrame) -> Mapping[str, str]:
    """source_id → what it repeats by its own account, or itself; those of one origin are one.

    What is repeated is a source or its outlet. Sources may rest on one statement or one wire
    besides, so this is as many independent sources as there can be.
    """
    repeats = {
        str(source).casefold(): str(origin).casefold()
        for source, origin in zip(sources["source_id"], sources["derived_from"], strict=True)
        if pd.notna(origin)
    }
    outlets = set(repeats.values())
    found = {}
    for source, outlet in zip(sources["source_id"], sources["publisher"], strict=True):
        at, passed = str(source).casefold(), {str(source).casefold()}
        while at in repeats and repeats[at] not in passed:
            at = repeats[at]
            passed.add(at)
        is_repeated = at == str(source).casefold() and str(outlet).casefold() in outlets
        found[str(source)] = str(outlet).casefold() if is_repeated else at
    return found


def _source_row(world: World, demand: FigureDemand) -> dict[str, object]:
    rows = widest(about(world.said, world.events, demand.fact))
    sources = rows["source_id"].nunique()
    origins = rows["source_id"].map(world.origins).nunique()
    explanation = unmet(
        words_of(rows),
        demand,
        demand.reason,
        f"there are {how_many(sources, 'source')}, {origins} of them independent at most",
    )
    return {
        "demand": str(demand),
        "source_count": sources,
        "min_sources": demand.min_sources,
        "independent_most": origins,
        "min_independent": demand.min_independent,
        "explanation": explanation,
    }


def _outside(rows: pd.DataFrame, value: float) -> int:
    """How many sources say nothing that allows a value."""
    allows = (rows["least"] <= value) & (rows["most"] >= value)
    return int((~allows.groupby(rows["source_id"]).any()).sum()) if len(rows) else 0


def _value_row(world: World, demand: FigureDemand) -> tuple[dict[str, object], frozenset[str]]:
    """Whether a fact has the value and the verdict demanded, and the figures that tell of it."""
    rows = about(world.said, world.events, demand.fact)
    outside = 0 if demand.value is None else _outside(rows, demand.value)
    value = "" if demand.value is None else f"{demand.value:.15g} and "
    rows = widest(rows) if not outside else rows
    found = verdict(rows)
    told = "the sources contradict each other: " if found == "conflict" else ""
    explanation = (
        f"{told}{words_of(rows)}; curation/expected.toml demands {value}the verdict "
        f"{' or '.join(demand.verdicts)} for the {demand.fact} ({demand.reason}), but the "
        f"verdict is {found}; {remedy(found)}"
    )
    wrong = outside + (found not in demand.verdicts)
    row = {"demand": str(demand), "wrong": wrong, "explanation": explanation}
    return row, frozenset(rows["figure_id"])


def _frame(rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=[*_DEMAND])
    return frame.astype({"wrong": "int64"})


def _fact_rows(world: World) -> pd.DataFrame:
    """What more than one source counts: persons of one side to whom one actor did one thing."""
    said = world.said
    persons = said[
        ((said["unit"] == "person") & ~said["part"])
        & (said["measure"] != "other")
        & said["of_actor_id"].notna()
        & said["by_actor_id"].notna()
    ]
    found = []
    for key, rows in persons.groupby([*FACT, "claimed_by"], dropna=False):
        if rows["source_id"].nunique() < 2 or set(rows["figure_id"]) & world.ruled.keys():
            continue
        explanation = f"the sources contradict each other: {words_of(rows)}; {remedy('conflict')}"
        fact = "|".join(str(part) for part in pd.Series(key).dropna() if part != "")
        found.append({"demand": fact, "wrong": _alike(rows), "explanation": explanation})
    return _frame(found)


def _alike(rows: pd.DataFrame) -> int:
    """Pairs of sources that contradict each other on what they call by one name.

    Soldiers of one paper and civilians of another are no contradiction, and nobody demanded them.
    """
    named = [words for words in rows["word"].unique() if words]
    anybody = rows[rows["word"] == ""]
    groups = [pd.concat([anybody, rows[rows["word"] == word]]) for word in named] or [anybody]
    return len({pair for group in groups for pair in rivals(group)})


def _wanted_row(world: World, demand: EventDemand) -> dict[str, object]:
    """Whether an event fulfils a demand, its sources counted from the reports."""
    near = meant(world.events, demand.event)
    found = near[near["told_by"] >= demand.min_sources]
    if demand.fulfils is not None:
        promises = meant(world.events, demand.fulfils)["event_id"]
        found = found[found["fulfils_event_id"].isin(promises)]
    there = f"there are {len(near)} of the kind, none of them so" if len(near) else "there is none"
    explanation = unmet(world.told(near["event_id"]), demand, demand.reason, there)
    return {"demand": str(demand), "wrong": int(found.empty), "explanation": explanation}


def across(
    frames: Frames, texts: Mapping[str, str], expected: Expected, rulings: Sequence[Ruling]
) -> Across:
    """What the sources say against each other.

    Args:
        frames: Table name → written rows; days as ISO text, counts and values as numbers.
        texts: source_id → text of its article, to quote the sentences from.
        expected: What the dataset must show.
        rulings: The rulings on its conflicts.
    """
    told = frames["reports"].groupby("event_id")["source_id"].nunique()
    counted = frames["events"]["event_id"].map(told).fillna(0).astype("int64")
    events = frames["events"].assign(told_by=counted)
    said = said_of(frames, texts)
    ruled = {
        str(figure): ruling
        for ruling in reversed(rulings)
        if ruling.fact.about == "figure"
        for figure in about(said, events, ruling.fact)["figure_id"]
    }
    dates = {
        str(event): ruling.prefers
        for ruling in reversed(rulings)
        if ruling.fact.about == "date"
        for event in meant(events, ruling.fact.event)["event_id"]
    }
    world = World(frames, texts, said, events, ruled, dates, _origins(frames["sources"]))
    told_of = [_value_row(world, demand) for demand in expected.figures]
    values = [(row, figures) for row, figures in told_of if not figures & ruled.keys()]
    broken = {figure for row, figures in values if row["wrong"] for figure in figures}
    columns = ["source_count", "min_sources", "independent_most", "min_independent"]
    return Across(
        sources=pd.DataFrame(
            [_source_row(world, one) for one in expected.figures],
            columns=["demand", *columns, "explanation"],
        ).astype(dict.fromkeys(columns, "int64")),
        values=_frame(row for row, _ in values),
        wanted=_frame(_wanted_row(world, demand) for demand in expected.events),
        orders=_frame(order_row(world, demand) for demand in expected.orders),
        sums=_frame(sum_row(world, demand, broken) for demand in expected.sums),
        ratios=_frame(ratio_row(world, demand, broken) for demand in expected.ratios),
        promises=_frame(promise_row(world, demand, broken) for demand in expected.promises),
        quotations=_frame(quotation_row(world, demand) for demand in expected.quotations),
        facts=_fact_rows(world),
        events=events[["event_id", "source_count", "told_by"]],
    )
