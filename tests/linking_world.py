"""Build small sets of articles by hand: words in a text, and the rows that a reader would make."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scripts.compare.compared import compare
from scripts.link.ids import assign_ids
from scripts.link.linked import link
from scripts.link.values import Linked, Row
from scripts.link.words import sentence_of
from validations.published import PublishedId


def days(when: str | None) -> tuple[date | None, date | None, str | None]:
    """First day, last day and precision of a day, a month, a year or two days with a stroke."""
    if when is None:
        return None, None, None
    if "/" in when:
        first, last = when.split("/")
        return date.fromisoformat(first), date.fromisoformat(last), "range"
    if len(when) == 4:
        return date(int(when), 1, 1), date(int(when), 12, 31), "year"
    if len(when) == 7:
        year, month = map(int, when.split("-"))
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), date.fromordinal(after.toordinal() - 1), "month"
    day = date.fromisoformat(when)
    return day, day, "day"


@dataclass
class World:
    """Articles and the rows found in them, spans looked up by their words."""

    texts: dict[str, str] = field(default_factory=dict)
    sources: list[Row] = field(default_factory=list)
    reports: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    roles: list[tuple[Row, str, str]] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)
    actors: list[Row] = field(default_factory=list)
    called: dict[str, str] = field(default_factory=dict)

    def article(self, source_id: str, text: str, published: str | None = None, **more: Any) -> None:
        self.texts[source_id] = text
        day = date.fromisoformat(published) if published else None
        self.sources.append({"source_id": source_id, "published": day, **more})

    def place(self, place_id: str, precision: str, country: str) -> None:
        self.places.append(
            {
                "place_id": place_id,
                "name": place_id.split("-", 1)[1].title(),
                "country_id": country,
                "place_precision": precision,
            }
        )

    def _span(self, source_id: str, words: str, nth: int = 0) -> tuple[int, int]:
        at = -1
        for _ in range(nth + 1):
            at = self.texts[source_id].index(words, at + 1)
        return at, at + len(words)

    def report(
        self,
        source_id: str,
        words: str,
        kind: str,
        source: str = "",
        target: str = "",
        when: str | None = None,
        where: str | None = None,
        modality: str = "occurred",
        **more: Any,
    ) -> None:
        """`kind` is "TYPE mode"; source and target are actor ids between blanks."""
        start, end = self._span(source_id, words, more.pop("nth", 0))
        first, last, precision = days(when)
        type_, mode = kind.split()
        row = {
            "source_id": source_id,
            "char_start": start,
            "char_end": end,
            "trigger_text": words,
            "type": type_,
            "mode": mode,
            "modality": modality,
            "start_date": first,
            "end_date": last,
            "date_precision": precision,
            "date_text": when,
            "date_basis": "stated" if when else None,
            "place_id": where,
            "place_text": where,
            "found_by": "by-hand",
        }
        self.reports.append(row)
        roles = {"source": source, "target": target, **more}
        for role, actors in roles.items():
            self.roles.extend((row, role, actor) for actor in actors.split())

    def figure(
        self,
        source_id: str,
        words: str,
        value: float | None,
        unit: str = "person",
        measure: str | None = None,
        of: str | None = None,
        by: str | None = None,
        modality: str = "occurred",
        bound: str = "exact",
        **more: Any,
    ) -> None:
        start, end = self._span(source_id, words, more.pop("nth", 0))
        self.figures.append(
            {
                "source_id": source_id,
                "char_start": start,
                "char_end": end,
                "text": words,
                "value": value,
                "range_to": None,
                "low": value,
                "high": value,
                "bound": bound,
                "unit": unit,
                "counted": words.rsplit(maxsplit=1)[-1].lower(),
                "measure": measure,
                "of_actor_id": of,
                "by_actor_id": by,
                "modality": modality,
                "subset_of_figure_id": None,
                "found_by": "by-hand",
                **more,
            }
        )

    def statement(
        self, source_id: str, words: str, speaker: str | None, kind: str = "direct", **more: Any
    ) -> None:
        start, end = self._span(source_id, words, more.pop("nth", 0))
        self.statements.append(
            {
                "source_id": source_id,
                "char_start": start,
                "char_end": end,
                "kind": kind,
                "quote": words,
                "speaker": speaker,
                "speaker_id": speaker,
                **more,
            }
        )

    def _sentence(self, row: Row) -> str:
        return sentence_of(self.texts[row["source_id"]], row["char_start"], row["char_end"])

    def rows(self, published: Sequence[PublishedId] = ()) -> dict[str, list[Row]]:
        """Every list of rows that `link` takes, with ids, by the name of the parameter."""
        reports = assign_ids("r", self.reports, self._sentence, published)
        key = {(r["source_id"], r["char_start"], r["char_end"], r["type"]): r for r in reports}
        participants = [
            {
                "report_id": key[r["source_id"], r["char_start"], r["char_end"], r["type"]][
                    "report_id"
                ],
                "role": role,
                "actor_id": actor,
                "char_start": r["char_start"],
                "char_end": r["char_end"],
                "text": self.called.get(actor, actor),
            }
            for r, role, actor in self.roles
        ]
        return {
            "sources": self.sources,
            "reports": reports,
            "participants": participants,
            "figures": assign_ids("f", self.figures, self._sentence, published),
            "statements": assign_ids("s", self.statements, self._sentence, published),
            "actors": self.actors,
            "places": self.places,
        }

    def linked(self, order: Callable[[list[Row]], list[Row]] = list) -> Linked:
        """The world linked; `order` shuffles every list of rows before it goes in."""
        ordered = {name: order(rows) for name, rows in self.rows().items()}
        return link(texts=self.texts, **ordered)

    def compared(self, order: Callable[[list[Row]], list[Row]] = list) -> tuple[Linked, Any, Any]:
        linked = self.linked(order)
        rows, sides = compare(linked, lambda _: None)
        return linked, rows, sides


def events_of(linked: Linked, source_id: str | None = None, **columns: Any) -> list[Row]:
    """Events with these cells, told by that source if one is named, in order of their days."""
    told = {r["event_id"] for r in linked.reports if source_id in {None, r["source_id"]}}
    found = [
        row
        for row in linked.events
        if row["event_id"] in told and all(row[name] == cell for name, cell in columns.items())
    ]
    return sorted(found, key=lambda row: (str(row["start_date"]), row["label"]))
