"""Written figures, events and reports → what the sources say of one fact, for the gate.

A computation of its own, in pandas, that never looks at `comparisons` or `sides`: so the gate can
catch what comparing got wrong, and the other way round.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from schemas.tables import codelist
from validations.curation import Ruling
from validations.demands import EventDemand, Expected
from validations.facts import EventPick, FactPick, chains
from validations.spans import sentence_around
from validations.wording import remedy, voiced

Frames = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Across:
    """The frames of the suites across sources, and which verdicts fulfil which demand.

    demands: a row a demanded fact. values: the same without those ruled on. facts: a row for what
    several sources count. events: a row an event. wanted: a row a demanded event.
    """

    demands: pd.DataFrame
    values: pd.DataFrame
    facts: pd.DataFrame
    events: pd.DataFrame
    wanted: pd.DataFrame
    allowed: tuple[tuple[str, str], ...]

    @property
    def told(self) -> list[dict[str, str]]:
        """Of each demanded fact how many sources tell it, how they stand, and what each says."""
        return [
            {
                "demand": str(row["demand"]),
                "sources": f"{row['source_count']} of at least {row['min_sources']}",
                "verdict": str(row["verdict"]),
                "words": str(row["words"]),
            }
            for row in self.demands.to_dict("records")
        ]


def _said(frames: Frames, texts: Mapping[str, str]) -> pd.DataFrame:
    """Figures of events with their chain, and with what they allow in the unit of comparing."""
    figures = frames["figures"]
    figures = figures[figures["event_id"].notna() & figures["subset_of_figure_id"].isna()]
    figures = figures[figures["modality"] != "denied"].copy()
    events = frames["events"]
    promises = [None if pd.isna(one) else str(one) for one in events["fulfils_event_id"]]
    chain = chains(zip(events["event_id"], promises, strict=True))
    units = codelist("units").rows
    factor = figures["unit"].map(lambda unit: float(units[unit]["base_factor"] or 1))
    figures["chain"] = figures["event_id"].map(chain)
    figures["least"] = figures["low"].astype("float64") * factor
    figures["most"] = (figures["high"].astype("float64") * factor).fillna(float("inf"))
    figures["base_unit"] = figures["unit"].map(lambda unit: units[unit]["base_unit"] or unit)
    figures["sentence"] = [
        sentence_around(texts.get(source, ""), int(start), int(end))
        for source, start, end in zip(
            figures["source_id"], figures["char_start"], figures["char_end"], strict=True
        )
    ]
    return figures


def _meant(events: pd.DataFrame, pick: EventPick) -> pd.DataFrame:
    """The events that are meant; days are ISO text, which sorts as days do."""
    dated = events[events["start_date"].notna() & events["end_date"].notna()]
    meant = dated[
        (dated["type"] == pick.type)
        & (dated["start_date"] >= pick.start_date.isoformat())
        & (dated["end_date"] <= pick.end_date.isoformat())
    ]
    if pick.mode is not None:
        meant = meant[meant["mode"] == pick.mode]
    if pick.modality is not None:
        meant = meant[meant["modality"] == pick.modality]
    return meant


def _about(said: pd.DataFrame, events: pd.DataFrame, fact: FactPick) -> pd.DataFrame:
    """The figures of a fact: those of the chains that have a meant event, with equal roles."""
    own = said[said["event_id"].isin(_meant(events, fact.event)["event_id"])]
    rows = said[said["chain"].isin(own["chain"]) & (said["base_unit"] == fact.unit)]
    for column in ("measure", "of_actor_id", "by_actor_id"):
        wanted = getattr(fact, column)
        rows = rows[rows[column].isna() if wanted is None else rows[column] == wanted]
    return rows


def _verdict(rows: pd.DataFrame) -> str:
    if rows["source_id"].nunique() < 2:
        return "single"
    if len(rows[["least", "most"]].drop_duplicates()) == 1:
        return "agree"
    return "compatible" if rows["least"].max() <= rows["most"].min() else "conflict"


def _voices(rows: pd.DataFrame, every: bool = False) -> str:
    """Who says what in which sentence: one sentence for each value, or one for every source."""
    alike = ["source_id", "least", "most"] if every else ["least", "most"]
    said = []
    ordered = rows.sort_values(["source_id", "char_start"])
    for _, same in ordered.groupby(alike, sort=False, dropna=False):
        first = same.iloc[0]
        others = sorted(set(same["source_id"]) - {first["source_id"]})
        said.append((first["source_id"], first["text"], first["sentence"], others))
    return voiced(said) or "no source tells of it"


def _demand_rows(said: pd.DataFrame, events: pd.DataFrame, expected: Expected) -> pd.DataFrame:
    found = []
    for number, demand in enumerate(expected.figures, 1):
        rows = _about(said, events, demand.fact)
        outside = 0
        if demand.value is not None:
            outside = int(((rows["least"] > demand.value) | (rows["most"] < demand.value)).sum())
        value = "" if demand.value is None else f"{demand.value:.15g} and "
        verdict = _verdict(rows)
        told = "the sources contradict each other: " if verdict == "conflict" else ""
        explanation = (
            f"{told}{_voices(rows)}; curation/expected.toml demands {value}the verdict "
            f"{' or '.join(demand.verdicts)} for the {demand.fact} ({demand.reason}), but the "
            f"verdict is {verdict}; {remedy(verdict)}"
        )
        found.append(
            {
                "demand": f"{number}: {demand.fact}",
                "source_count": rows["source_id"].nunique(),
                "min_sources": demand.min_sources,
                "contradicting": outside,
                "verdict": verdict,
                "explanation": explanation,
                "words": _voices(rows, every=True),
                "figures": frozenset(rows["figure_id"]),
            }
        )
    columns = ["demand", "source_count", "min_sources", "contradicting", "verdict", "explanation"]
    return pd.DataFrame(found, columns=[*columns, "words", "figures"])


def _fact_rows(said: pd.DataFrame, ruled: frozenset[str]) -> pd.DataFrame:
    """What more than one source counts: persons of one side to whom one actor did one thing."""
    persons = said[
        (said["unit"] == "person")
        & (said["measure"] != "other")
        & said["of_actor_id"].notna()
        & said["by_actor_id"].notna()
    ]
    found = []
    for key, rows in persons.groupby(["chain", "measure", "of_actor_id", "by_actor_id"]):
        if rows["source_id"].nunique() < 2 or set(rows["figure_id"]) & ruled:
            continue
        gap = max(rows["least"].max() - rows["most"].min(), 0.0)
        explanation = f"the sources contradict each other: {_voices(rows)}; {remedy('conflict')}"
        fact = "|".join(str(part) for part in key)
        found.append({"fact": fact, "gap": gap, "explanation": explanation})
    return pd.DataFrame(found, columns=["fact", "gap", "explanation"]).astype({"gap": "float64"})


def _wanted_row(events: pd.DataFrame, demand: EventDemand) -> dict[str, str | int]:
    """How many events fulfil a demand, their sources counted from the reports."""
    found = _meant(events, demand.event)
    found = found[found["told_by"] >= demand.min_sources]
    wanted = f"{demand.event} in {demand.min_sources} or more sources"
    if demand.fulfils is not None:
        promises = _meant(events, demand.fulfils)["event_id"]
        found = found[found["fulfils_event_id"].isin(promises)]
        wanted += f" that carries out {demand.fulfils}"
    explanation = (
        f"no event is a {wanted}, which curation/expected.toml demands ({demand.reason}); "
        "correct the articles or the demand"
    )
    return {"demand": wanted, "found": len(found), "explanation": explanation}


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
    said = _said(frames, texts)
    ruled = frozenset(
        figure
        for ruling in rulings
        if ruling.fact.about == "figure"
        for figure in _about(said, events, ruling.fact)["figure_id"]
    )
    demands = _demand_rows(said, events, expected)
    still_open = [not (figures & ruled) for figures in demands["figures"]]
    demands = demands.drop(columns="figures")
    wanted = [_wanted_row(events, demand) for demand in expected.events]
    return Across(
        demands=demands,
        values=demands[pd.Series(still_open, dtype=bool)],
        facts=_fact_rows(said, ruled),
        events=events[["event_id", "source_count", "told_by"]],
        wanted=pd.DataFrame(wanted, columns=["demand", "found", "explanation"]),
        allowed=tuple(
            (row, verdict)
            for row, demand in zip(demands["demand"], expected.figures, strict=True)
            for verdict in demand.verdicts
        ),
    )
