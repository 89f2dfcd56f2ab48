"""Which rows filters leave, computed from the files of a package with polars and nothing else.

A row is known by its place in its table. Every answer is a frame of places (`at`) and values.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import polars as pl

from schemas.tables import TABLES, table
from scripts.page.content import content
from scripts.trace.edition import Edition
from tests.page.words_of_rows import holds, words_of

Frame = pl.DataFrame
NAMING = {
    "sources": [(name, "source_id") for name in ("reports", "figures", "statements", "sides")],
    "actors": [
        *(("participants", "actor_id"), ("statements", "speaker_id")),
        *(("statements", "affiliation_id"), ("figures", "of_actor_id"), ("figures", "by_actor_id")),
        *(("comparisons", f"{role}_actor_id") for role in ("of", "by", "claimed_by")),
    ],
    "places": [("reports", "place_id"), ("events", "place_id")],
}
OWN = {"sources": {"q", "source", "from", "to"}, "actors": {"q", "actor"}, "places": {"q"}}


class Package:
    """The tables of a package as frames of text, and what its rows can be filtered by."""

    def __init__(self, folder: Path) -> None:
        read = {
            name: pl.read_csv(folder / f"data/{name}.csv", infer_schema=False) for name in TABLES
        }
        # What was edited has its empty cells in quotation marks.
        self.tables = {
            name: frame.with_columns(pl.all().replace("", None)).with_row_index("at")
            for name, frame in read.items()
        }
        self.content = content(Edition(folder, folder.name))

    def left(self, name: str, filters: Mapping[str, str]) -> set[int]:
        """Places of the rows of a table that filters leave."""
        if not filters:
            return set(self.tables[name]["at"])
        if name not in OWN:
            return self.answering(name, filters)
        own = {key: value for key, value in filters.items() if key in OWN[name]}
        others = {key: value for key, value in filters.items() if key not in OWN[name]}
        found = self.answering(name, own)
        if not others:
            return found
        named: set[str] = set()
        for other, column in NAMING[name]:
            rows = self.tables[other].filter(
                pl.col("at").is_in(list(self.answering(other, others)))
            )
            named |= set(rows[column].drop_nulls())
        key = table(name).primary_key[0]
        return found & set(self.tables[name].filter(pl.col(key).is_in(list(named)))["at"])

    def answering(self, name: str, filters: Mapping[str, str]) -> set[int]:
        """Places of the rows of a table that answer to every filter themselves."""
        found = set(self.tables[name]["at"])
        for key in ("source", "actor", "event", "measure", "verdict"):
            if key in filters:
                values = getattr(self, f"{key}s")(name)
                found &= set(values.filter(pl.col("value") == filters[key])["at"])
        if "from" in filters or "to" in filters:
            first, last = filters.get("from", ""), filters.get("to", "9999-12-31")
            meet = (pl.col("first") <= last) & (pl.col("last") >= first)
            found &= set(self.days(name).filter(meet)["at"]) if first <= last else set()
        if "q" in filters:
            found &= {at for at in found if self._holds(name, at, filters["q"])}
        return found

    def through(self, name: str, column: str, other: str, values: Frame, key: str = "") -> Frame:
        """What the rows have that a column points to: rows of `other`, by that column or `key`."""
        to = self.tables[other].select(
            pl.col("at").alias("there"), pl.col(key or column).alias("k")
        )
        here = self.tables[name].select("at", pl.col(column).alias("k")).drop_nulls()
        joined = here.join(to, on="k").join(values.rename({"at": "there"}), on="there")
        return joined.drop("k", "there").unique()

    def own(self, name: str, *columns: str) -> Frame:
        """The cells of columns."""
        frame = self.tables[name]
        return pl.concat(
            [frame.select("at", pl.col(one).alias("value")).drop_nulls() for one in columns]
        )

    def sources(self, name: str) -> Frame:
        if "source_id" in self.tables[name].columns:
            return self.own(name, "source_id")
        given = {
            "events": ("event_id", "reports"),
            "participants": ("report_id", "reports"),
            "utterances": ("utterance_id", "statements"),
            "comparisons": ("comparison_id", "sides"),
        }
        column, other = given[name]
        return self.through(name, column, other, self.own(other, "source_id"))

    def actors(self, name: str) -> Frame:
        """Actors, and the countries of those who have one."""
        named = self._actors(name)
        country = self.tables["actors"].select(value="actor_id", to="country_id").drop_nulls()
        countries = named.join(country, on="value").select("at", value="to")
        return pl.concat([named, countries])

    def _actors(self, name: str) -> Frame:
        parts = self.own("participants", "actor_id")
        if name in {"participants", "actors"}:
            return self.own(name, "actor_id")
        if name == "statements":
            return self.own(name, "speaker_id", "affiliation_id")
        if name == "utterances":
            said = self.through(name, "utterance_id", "statements", self._actors("statements"))
            return pl.concat([self.own(name, "speaker_id"), said])
        if name == "reports":
            return self.through(name, "report_id", "participants", parts)
        if name == "sides":
            return self.through(name, "comparison_id", "comparisons", self._actors("comparisons"))
        of_event = self.through(name, "event_id", "participants", parts)
        if name == "events":
            return of_event
        found = [of_event, self.own(name, "of_actor_id", "by_actor_id")]
        if name == "comparisons":
            speakers = self.own("utterances", "speaker_id")
            said = self.through(name, "utterance_id", "utterances", speakers)
            found += [self.own(name, "claimed_by_actor_id"), said]
        return pl.concat(found)

    def events(self, name: str) -> Frame:
        """Types, and modes behind their type."""
        if name in {"events", "reports"}:
            frame = self.tables[name]
            modes = frame.select("at", value=pl.col("type") + "/" + pl.col("mode")).drop_nulls()
            return pl.concat([self.own(name, "type"), modes])
        if name == "statements":
            figures = self.through(name, "statement_id", "figures", self.events("figures"))
            span = pl.col("char_start").cast(int), pl.col("char_end").cast(int)
            mine = self.tables[name].select("at", "source_id", *span)
            told = self.tables["reports"].select(pl.col("at").alias("there"), "source_id", *span)
            within = mine.join(told, on="source_id").filter(
                pl.col("char_start") <= pl.col("char_start_right"),
                pl.col("char_end") >= pl.col("char_end_right"),
            )
            kinds = self.events("reports").rename({"at": "there"})
            return pl.concat([figures, within.join(kinds, on="there").select("at", "value")])
        if name == "utterances":
            return self.through(name, "utterance_id", "statements", self.events("statements"))
        if name == "participants":
            return self.through(name, "report_id", "reports", self.events("reports"))
        if name == "sides":
            return self.through(name, "comparison_id", "comparisons", self.events("comparisons"))
        found = self.through(name, "event_id", "events", self.events("events"))
        return (
            pl.concat([found, self._of_sides(self.events("reports"))])
            if name == "comparisons"
            else found
        )

    def _of_sides(self, values: Frame) -> Frame:
        """What the reports of the sides of comparisons have."""
        sides = self.through("sides", "report_id", "reports", values)
        return self.through("comparisons", "comparison_id", "sides", sides)

    def measures(self, name: str) -> Frame:
        own = self.own("figures", "measure")
        if name in {"figures", "comparisons"}:
            return self.own(name, "measure")
        if name == "events":
            compared = self.through(
                name, "event_id", "comparisons", self.own("comparisons", "measure")
            )
            return pl.concat([self.through(name, "event_id", "figures", own), compared])
        if name == "statements":
            return self.through(name, "statement_id", "figures", own)
        if name == "utterances":
            return self.through(name, "utterance_id", "statements", self.measures("statements"))
        if name == "sides":
            return self.through(
                name, "comparison_id", "comparisons", self.own("comparisons", "measure")
            )
        if name == "participants":
            return self.through(name, "report_id", "reports", self.measures("reports"))
        figures = (
            self.tables["figures"].select("event_id", "source_id", value="measure").drop_nulls()
        )
        return (
            self.tables["reports"].join(figures, on=["event_id", "source_id"]).select("at", "value")
        )

    def verdicts(self, name: str) -> Frame:
        own = self.own("comparisons", "verdict")
        if name == "comparisons":
            return own
        sides = self.through("sides", "comparison_id", "comparisons", own)
        if name == "sides":
            return sides
        if name in {"reports", "figures", "statements"}:
            return self.through(name, f"{name[:-1]}_id", "sides", sides)
        if name == "participants":
            return self.through(name, "report_id", "reports", self.verdicts("reports"))
        column, others = {
            "events": ("event_id", ("reports", "figures")),
            "utterances": ("utterance_id", ("statements",)),
        }[name]
        return pl.concat(
            self.through(name, column, other, self.verdicts(other))
            for other in ("comparisons", *others)
        )

    def days(self, name: str) -> Frame:
        pairs = {
            "sources": ("published_earliest", "published_latest"),
            "statements": ("said_date", "said_date"),
            **dict.fromkeys(("events", "reports"), ("start_date", "end_date")),
        }
        if name in pairs:
            first, last = (pl.col(one) for one in pairs[name])
            if name == "sources":
                first, last = (pl.coalesce(one, "published") for one in pairs[name])
            known = self.tables[name].filter(first.is_not_null() | last.is_not_null())
            return known.select(
                "at", first=first.fill_null("0000"), last=last.fill_null("9999-12-31")
            )
        if name == "utterances":
            return self.through(name, "utterance_id", "statements", self.days("statements"))
        if name == "participants":
            return self.through(name, "report_id", "reports", self.days("reports"))
        if name == "sides":
            return self.through(name, "comparison_id", "comparisons", self.days("comparisons"))
        found = self.through(name, "event_id", "events", self.days("events"))
        if name == "figures":
            return found
        said = self.through("sides", "statement_id", "statements", self.days("statements"))
        said = self.through("comparisons", "comparison_id", "sides", said)
        return pl.concat([found, self._of_sides(self.days("reports")), said])

    def _holds(self, name: str, at: int, query: str) -> bool:
        return holds(*self._words[name][at], query)

    @cached_property
    def _words(self) -> dict[str, list[tuple[list[str], set[str]]]]:
        return {
            name: [words_of(self.tables, self.content, name, row) for row in frame.to_dicts()]
            for name, frame in self.tables.items()
        }
