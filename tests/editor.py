"""What a careful editor says of some stories, held against what comparing them gives.

`tests/contradictions/verdicts.csv` was written before the stories were ever read by the pipeline: a
row is a fact, the articles that tell it, the words of each, and the verdict.
"""

import csv
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scripts.build import make_tables
from scripts.read.files import read_articles
from validations.rule import Tables

STORIES = Path(__file__).parent / "contradictions"
_WORD = re.compile(r"\w+")
_SMALL = frozenset({"a", "an", "by", "from", "in", "near", "of", "on", "that", "the", "to", "with"})

Row = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """One row of the table: words by article, and what is to be said of them."""

    story: str
    about: str
    verdict: str
    independent: str
    words: Mapping[str, str]
    why: str

    def __str__(self) -> str:
        told = "; ".join(f"{article}: {words}" for article, words in self.words.items())
        return f"{self.story}, {self.about}, {self.verdict}: {told}"


@dataclass(frozen=True)
class Outcome:
    """How a wanted row came out: right, or what stands instead."""

    wanted: Wanted
    found: str

    @property
    def right(self) -> bool:
        """Whether the pipeline says what the editor says."""
        return self.found == self.wanted.verdict


def wanted_rows(folder: Path = STORIES) -> list[Wanted]:
    """The rows of the table in a folder of stories."""
    with (folder / "verdicts.csv").open(encoding="utf-8", newline="") as file:
        return [
            Wanted(
                row["story"],
                row["about"],
                row["verdict"],
                row["independent"],
                dict(side.split("=", 1) for side in row["sides"].split("; ")),
                row["why"],
            )
            for row in csv.DictReader(file)
        ]


@cache
def story_tables(
    folder: Path, only: frozenset[str] = frozenset()
) -> tuple[Tables, Mapping[str, str]]:
    """Tables and texts of one story, or of some of its articles only."""
    articles = (one for one in read_articles(folder, []) if not only or one.source_id in only)
    tables, texts = make_tables(articles, (), lambda step, what: None, [])
    return tables, {source: texts[source] for source in tables["sources"]["source_id"]}


class _Story:
    """The rows of one story, to be asked which of them some words stand for."""

    def __init__(self, folder: Path, only: frozenset[str] = frozenset()) -> None:
        self.folder, self.only = folder, only
        tables, self.texts = story_tables(folder, only)
        self.rows: dict[str, list[Row]] = {name: t.to_dicts() for name, t in tables.items()}
        self.sides: dict[str, list[Row]] = {}
        for side in self.rows["sides"]:
            self.sides.setdefault(side["comparison_id"], []).append(side)

    def span(self, article: str, words: str) -> tuple[int, int]:
        text = self.texts[article]
        body = text.index("\n---\n", 3) if text.startswith("---") else 0
        start = text.index(words, body)
        assert text.find(words, start + 1) < 0, f"{article} prints {words} twice"
        return start, start + len(words)

    def under(self, table: str, article: str, words: str) -> list[Row]:
        """The rows whose span runs into the words, the one that shares most of them first."""
        start, end = self.span(article, words)

        def shared(row: Row) -> int:
            return min(end, row["char_end"]) - max(start, row["char_start"])

        reports = {row["report_id"]: row["source_id"] for row in self.rows["reports"]}
        rows = [
            row
            for row in self.rows[table]
            if (row.get("source_id") or reports.get(row.get("report_id"))) == article
            and row.get("char_start") is not None
            and shared(row) > 0
        ]
        return sorted(rows, key=lambda row: (-shared(row), row["char_end"] - row["char_start"]))

    def holds(self, side: Row, about: str, article: str, words: str) -> bool:
        """Whether a side of a comparison is what an article says in these words."""
        if side["source_id"] != article:
            return False
        if about == "figure":
            figures = self.under("figures", article, words)[:1]
            told = {row["figure_id"]: row for row in self.rows["figures"]}
            mine = told.get(side["figure_id"])
            return any(
                row["figure_id"] == side["figure_id"]
                or (
                    mine is not None
                    and all(row[c] == mine[c] for c in ("event_id", "low", "high", "measure"))
                )
                for row in figures
            )
        if about == "utterance":
            said = self.under("statements", article, words)[:1]
            utterances = {r["statement_id"]: r["utterance_id"] for r in self.rows["statements"]}
            return any(row["utterance_id"] == utterances[side["statement_id"]] for row in said)
        if about == "participant":
            events = {row["report_id"]: row["event_id"] for row in self.rows["reports"]}
            parts = self.under("participants", article, words)
            return any(events[side["report_id"]] == part["event_id"] for part in parts)
        value = {w.lower() for w in _WORD.findall(side["value_text"].split(" (")[0])} - _SMALL
        return bool(value & {word.lower() for word in _WORD.findall(words)})

    def outcome(self, wanted: Wanted) -> Outcome:
        """What the tables say of a wanted fact."""
        if wanted.about == "event":
            return Outcome(wanted, self._events(wanted))
        best: tuple[int, str] = (0, "not compared")
        for comparison in self.rows["comparisons"]:
            if comparison["about"] != wanted.about:
                continue
            sides = self.sides[comparison["comparison_id"]]
            held = [
                article
                for article, words in wanted.words.items()
                if any(self.holds(side, wanted.about, article, words) for side in sides)
            ]
            if len(held) < 2:
                continue
            found = comparison["verdict"]
            told = {side["source_id"] for side in sides}
            if len(held) == len(wanted.words) < len(told) and found != wanted.verdict:
                # The editor speaks of some of the sources: ask what these say by themselves.
                return _Story(self.folder, frozenset(wanted.words)).outcome(wanted)
            if len(held) < len(wanted.words):
                found += f" of {', '.join(held)} only"
            counted = str(comparison["independent_count"])
            if wanted.independent not in {"", counted} and len(held) == len(wanted.words):
                found += f", {counted} independent, not {wanted.independent}"
            best = max(best, (len(held), found))
        if wanted.verdict == "apart":
            return Outcome(wanted, "apart" if best[0] == 0 else f"compared: {best[1]}")
        return Outcome(wanted, best[1])

    def _events(self, wanted: Wanted) -> str:
        ids = []
        for article, words in wanted.words.items():
            told = self.under("reports", article, words) or self._beside(article, words)
            ids.append({row["event_id"] for row in told[:1]})
        if wanted.verdict == "apart":
            return "apart" if not set.intersection(*ids) else "same"
        missing = [a for a, found in zip(wanted.words, ids, strict=True) if not found]
        if missing:
            return f"no report in {', '.join(missing)}"
        return "same" if set.intersection(*ids) else "apart"

    def _beside(self, article: str, words: str) -> list[Row]:
        """Reports of the line that holds the words, where none has just these words.

        An article has one report of an event; of its other tellings only figures are left.
        """
        start, _ = self.span(article, words)
        text = self.texts[article]
        first, last = text.rfind("\n", 0, start), text.find("\n", start)
        rows = [*self.rows["reports"], *self.rows["figures"]]
        near = [
            row
            for row in rows
            if row["source_id"] == article and row["event_id"] and first < row["char_start"] < last
        ]
        return sorted(near, key=lambda row: abs(row["char_start"] - start))

    def false_conflicts(self, wanted: Sequence[Wanted]) -> list[str]:
        """Notes of conflicts that the editor does not see."""
        known = [one for one in wanted if one.verdict == "conflict"]
        return [
            f"{row['about']}: {row['note']}"
            for row in self.rows["comparisons"]
            if row["verdict"] == "conflict"
            and not any(
                one.about == row["about"]
                and sum(
                    any(
                        self.holds(side, one.about, article, words)
                        for article, words in one.words.items()
                    )
                    for side in self.sides[row["comparison_id"]]
                )
                > 1
                for one in known
            )
        ]


def outcomes(folder: Path = STORIES) -> tuple[list[Outcome], list[str]]:
    """How every row of the table came out, and the conflicts that are none."""
    rows = wanted_rows(folder)
    found: list[Outcome] = []
    false: list[str] = []
    for name in dict.fromkeys(row.story for row in rows):
        story = _Story(folder / name)
        mine = [row for row in rows if row.story == name]
        found += [story.outcome(row) for row in mine]
        false += [f"{name}, {note}" for note in story.false_conflicts(mine)]
    return found, false


def write_open(found: Sequence[Outcome], folder: Path = STORIES) -> None:
    """Write the rows that do not come out as the editor has them, with what stands instead."""
    with (folder / "open.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("wanted", "found"))
        writer.writerows((str(one.wanted), one.found) for one in found if not one.right)


def main(folder: Path = STORIES, write: str = "") -> None:
    """Print what differs from the table, and the shares that are right.

    Args:
        folder: The stories and their table.
        write: `write` to list what differs in the folder's `open.csv`.
    """
    found, false = outcomes(folder)
    if write:
        write_open(found, folder)
    for one in found:
        if not one.right:
            print(f"{one.wanted}\n    -> {one.found}")
    for note in false:
        print(f"FALSE CONFLICT {note}")
    for kinds in (
        {"agree", "compatible", "conflict"},
        {"apart"},
        {"same"},
        {one.wanted.verdict for one in found},
    ):
        held = [one for one in found if one.wanted.verdict in kinds]
        right = sum(one.right for one in held)
        print(f"{', '.join(sorted(kinds))}: {right} of {len(held)} = {right / len(held):.2f}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]), *sys.argv[2:3])
