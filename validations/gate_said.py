"""Written figures → what each source says of each fact, for the gate.

A computation of its own, in pandas, that never looks at `comparisons` or `sides`: so the gate can
catch what comparing got wrong, and the other way round. How sources stand to each other follows
what the data dictionary says of verdicts; where the gate knows less than comparing does, it leaves
room.
"""

import re
from collections.abc import Mapping
from itertools import combinations

import pandas as pd

from schemas.tables import codelist
from validations.facts import EventPick, FactPick, chains
from validations.spans import sentence_around
from validations.wording import voiced

Frames = Mapping[str, pd.DataFrame]

#: Columns of `said` that name a fact.
FACT = ("chain", "measure", "of_actor_id", "by_actor_id", "base_unit", "kind")
#: Measures that one actor does to another: where the words leave a side out, the event tells it.
_HANDED = ("released", "captured", "held")
#: Words that leave open which people are counted; any other may count people of one kind alone.
_ANYBODY = frozenset(
    {
        *("people", "person", "persons", "members", "others", "lives", "bodies", "dead"),
        *("casualties", "victims", "prisoners", "captives", "detainees", "hostages"),
    }
)
_PLURALS = {"child": "children", "man": "men", "woman": "women", "police": "policemen"}
#: A day that a count stands at, named beside it: then it may be older than its article.
_STATED_DAY = re.compile(
    r"\b(?:by|as of|as at|until|till)\s+(?:\w+\s+){0,2}?"
    r"(?:\d{1,2}\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|midnight|noon|"
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)",
    re.IGNORECASE,
)


def _chain_of(events: pd.DataFrame) -> Mapping[str, str]:
    promises = [None if pd.isna(one) else str(one) for one in events["fulfils_event_id"]]
    return chains(zip(events["event_id"], promises, strict=True))


def _only(parts: pd.DataFrame, role: str) -> Mapping[str, str]:
    """event_id → its one actor in a role, where it has just one."""
    held = parts[parts["role"] == role].groupby("event_id")["actor_id"].unique()
    return {str(event): str(actors[0]) for event, actors in held.items() if len(actors) == 1}


def _claimants(frames: Frames, figures: pd.DataFrame) -> list[str | None]:
    """For each figure the party of its event whose claim it is, by who says it."""
    parts = frames["participants"]
    parties = parts[parts["role"].isin(["source", "target"])]
    party = set(zip(parties["event_id"], parties["actor_id"], strict=True))
    statements = frames["statements"]
    speakers = statements[["affiliation_id", "speaker_id"]].itertuples(index=False)
    said = {
        statement: [one for one in who if pd.notna(one)]
        for statement, who in zip(statements["statement_id"], speakers, strict=True)
    }
    country = _cells(frames["actors"], "actor_id", "country_id")
    found: list[str | None] = []
    for event, statement in zip(figures["event_id"], figures["statement_id"], strict=True):
        who = said.get(statement, [])
        who = [*who, *(country[one] for one in who if one in country)]
        found.append(next((str(one) for one in who if (event, one) in party), None))
    return found


def _cells(frame: pd.DataFrame, key: str, column: str) -> Mapping[str, str]:
    """Key → cell, where there is one; of rows that share a key wrongly the last."""
    held = frame[frame[column].notna()]
    return dict(zip(held[key], held[column], strict=True))


def said_of(frames: Frames, texts: Mapping[str, str]) -> pd.DataFrame:
    """Figures of events: the fact that each tells of, and what its words allow in one unit.

    Args:
        frames: Table name → written rows; days as ISO text, counts and values as numbers.
        texts: source_id → text of its article, to quote the sentences from.
    """
    figures = frames["figures"]
    figures = figures.assign(part=~_is_whole(figures))
    figures = figures[figures["event_id"].notna()]
    figures = figures[figures["modality"].isin(["occurred", "announced"])].copy()
    figures["chain"] = figures["event_id"].map(_chain_of(frames["events"]))
    units = codelist("units").rows
    factors = {unit: float(row["base_factor"] or 1) for unit, row in units.items()}
    factor = figures["unit"].map(factors).fillna(1.0).astype("float64")
    figures["least"] = figures["low"].astype("float64") * factor
    figures["most"] = (figures["high"].astype("float64") * factor).fillna(float("inf"))
    figures["least"] = figures["least"].fillna(-float("inf"))
    figures["base_unit"] = figures["unit"].map(
        lambda unit: units.get(unit, {}).get("base_unit") or unit
    )
    counted = figures["counted"].fillna("").str.lower()
    is_named = (figures["measure"] == "other") | (
        (figures["base_unit"] == figures["unit"]) & ~figures["unit"].isin(["person", "day"])
    )
    figures["kind"] = counted.where(is_named, "")
    figures["word"] = counted.where(~counted.isin(_ANYBODY), "")
    figures["target"] = figures["event_id"].map(_only(frames["participants"], "target"))
    handed = figures["measure"].isin(_HANDED)
    for column, role in (("by_actor_id", "source"), ("of_actor_id", "target")):
        told = figures["event_id"].map(_only(frames["participants"], role))
        figures[column] = figures[column].where(figures[column].notna() | ~handed, told)
    figures["claimant"] = _claimants(frames, figures)
    figures["day"] = figures["source_id"].map(_days(frames["sources"]))
    figures["sentence"] = [
        sentence_around(texts.get(source, ""), int(start), int(end))
        for source, start, end in zip(
            figures["source_id"], figures["char_start"], figures["char_end"], strict=True
        )
    ]
    return _without_rivals(figures)


def _is_whole(figures: pd.DataFrame) -> pd.Series:
    """Whether a figure is no part of another, or tells what else happened to such a part."""
    measures = _cells(figures, "figure_id", "measure")
    other = figures["subset_of_figure_id"].map(measures)
    elsewhere = other.notna() & (other != "other") & (other != figures["measure"])
    whole: pd.Series = figures["subset_of_figure_id"].isna() | elsewhere
    return whole


def _days(sources: pd.DataFrame) -> Mapping[str, str]:
    """source_id → the day of publication, if one day alone is possible."""
    first, last = sources["published_earliest"], sources["published_latest"]
    day = sources["published"].where(sources["published"].notna() | (first != last), first)
    return _cells(sources.assign(day=day), "source_id", "day")


def _meet(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Whether something that one says and something that the other says overlap."""
    return any(
        low <= most and least <= high
        for low, high in one[["least", "most"]].itertuples(index=False)
        for least, most in other[["least", "most"]].itertuples(index=False)
    )


def _without_rivals(said: pd.DataFrame) -> pd.DataFrame:
    """The same with `claimed_by`: a party, where two parties claim differently of one fact."""
    said["claimed_by"] = None
    claims = said[said["claimant"].notna() & ~said["part"]]
    for _, rows in claims.groupby([*FACT, "modality"], dropna=False):
        parties = [claimed for _, claimed in rows.groupby("claimant")]
        if not all(_meet(one, other) for one, other in combinations(parties, 2)):
            said.loc[rows.index, "claimed_by"] = rows["claimant"]
    return said


def meant(events: pd.DataFrame, pick: EventPick) -> pd.DataFrame:
    """The events that are meant; days are ISO text, which sorts as days do."""
    dated = events[events["start_date"].notna() & events["end_date"].notna()]
    found = dated[
        (dated["type"] == pick.type)
        & (dated["start_date"] >= pick.start_date.isoformat())
        & (dated["end_date"] <= pick.end_date.isoformat())
    ]
    if pick.mode is not None:
        found = found[found["mode"] == pick.mode]
    if pick.modality is not None:
        found = found[found["modality"] == pick.modality]
    return found


def _named_or_left_out(rows: pd.DataFrame, fact: FactPick) -> pd.DataFrame:
    """Figures with the roles of a fact; where the words leave one out, the event may tell it.

    A doer whom a source leaves out is the one whom all others name. Whom people of one kind, such
    as soldiers, belong to is told by whom the event was done to.
    """
    if fact.of_actor_id is None:
        rows = rows[rows["of_actor_id"].isna()]
    else:
        told = rows["of_actor_id"].where(
            rows["of_actor_id"].notna() | (rows["word"] == ""), rows["target"]
        )
        rows = rows[told == fact.of_actor_id]
    doers = rows.groupby("chain")["by_actor_id"].nunique()
    if fact.by_actor_id is None:
        return rows[rows["by_actor_id"].isna()]
    left_out = rows["by_actor_id"].isna() & (rows["chain"].map(doers) == 1)
    by = rows["by_actor_id"].where(~left_out, fact.by_actor_id)
    return rows[by == fact.by_actor_id]


def about(said: pd.DataFrame, events: pd.DataFrame, fact: FactPick) -> pd.DataFrame:
    """The figures of a fact: those of the chains that have a meant event, with its roles.

    Which words name one kind of people the gate does not know: of a fact about one kind it takes
    the figures that name it, or else all that name some kind, or else all that count a part.
    """
    links = zip(events["event_id"], events["event_id"].map(_chain_of(events)), strict=True)
    ids = set(meant(events, fact.event)["event_id"])
    wanted = {chain for event, chain in links if event in ids}
    rows = said[said["chain"].isin(wanted) & (said["base_unit"] == fact.unit)]
    for column, cell in (("measure", fact.measure), ("claimed_by", fact.claimed_by_actor_id)):
        rows = rows[rows[column].isna() if cell is None else rows[column] == cell]
    rows = _named_or_left_out(rows, fact)
    if fact.counted_kind is None:
        rows = rows[~rows["part"]]
        return rows if rows["kind"].nunique() == 1 else rows[rows["kind"] == ""]
    stem = fact.counted_kind.lower()
    named = rows[rows["word"].isin([stem, f"{stem}s", f"{stem}es", _PLURALS.get(stem, stem)])]
    # NOTE: a currency may be a sign before its number; a kind of people is always a word.
    other = (rows["word"] == "") == (fact.unit != "person")
    return next((held for held in (named, rows[other]) if len(held)), rows[rows["part"]])


def widest(rows: pd.DataFrame) -> pd.DataFrame:
    """Of figures of several chains those of the chain that the most sources tell of."""
    told = rows.groupby("chain")["source_id"].nunique()
    return rows[rows["chain"] == told.idxmax()] if len(told) > 1 else rows


def _can_both_be(one: pd.DataFrame, other: pd.DataFrame, runs: str) -> bool:
    """Whether two sources can both be right in one mood.

    Who counts people of several kinds apart may mean them all together.
    """
    first, second = one["day"].iloc[0], other["day"].iloc[0]
    if runs and pd.notna(first) and pd.notna(second) and first != second:
        early, late = (one, other) if first < second else (other, one)
        stated = any(
            _STATED_DAY.search(sentence) for rows in (one, other) for sentence in rows["sentence"]
        )
        return runs == "any" or stated or bool(early["least"].min() <= late["most"].max())
    several = [rows["word"].nunique() > 1 for rows in (one, other)]
    together = (several[0] and other["most"].max() >= one["least"].max()) or (
        several[1] and one["most"].max() >= other["least"].max()
    )
    return bool(together) or _meet(one, other)


def rivals(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Pairs of sources that cannot both be right about a fact; of alike sources the first.

    What is announced is held against what is announced, what was done against what was done. A
    count that goes on (`runs` in codes/measures.csv) may rise from one day to the next.
    """
    measure = rows["measure"].iloc[0] if len(rows) else None
    runs = codelist("measures").rows.get(str(measure), {}).get("runs", "")
    found = []
    for _, mood in rows.groupby("modality"):
        # NOTE: sources that say alike stand alike to all others; a toll is told by hundreds.
        alike: dict[object, tuple[str, pd.DataFrame]] = {}
        for source, told in mood.groupby("source_id"):
            values = told[["least", "most", "word"]].itertuples(index=False, name=None)
            stated = told["sentence"].str.contains(_STATED_DAY).any()
            key = (frozenset(values), str(told["day"].iloc[0]), bool(stated))
            alike.setdefault(key, (str(source), told))
        for (one, said), (other, told) in combinations(alike.values(), 2):
            if not _can_both_be(said, told, runs):
                found.append((one, other))
    return found


def verdict(rows: pd.DataFrame) -> str:
    """How the sources of a fact stand to each other."""
    if rows["source_id"].nunique() < 2:
        return "single"
    if rivals(rows):
        return "conflict"
    values = [
        set(map(tuple, said[["least", "most"]].to_numpy())) for _, said in rows.groupby("source_id")
    ]
    return "agree" if set.intersection(*values) else "compatible"


def words_of(rows: pd.DataFrame, every: bool = False) -> str:
    """Who says what in which sentence: one sentence for each value, or one for every source."""
    alike = ["source_id", "least", "most"] if every else ["least", "most"]
    found = []
    ordered = rows.sort_values(["source_id", "char_start"])
    for _, same in ordered.groupby(alike, sort=False, dropna=False):
        first = same.iloc[0]
        others = sorted(set(same["source_id"]) - {first["source_id"]})
        found.append((first["source_id"], first["text"], first["sentence"], others))
    return voiced(found) or "no source tells of it"
