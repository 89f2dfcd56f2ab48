"""The first dataset: built anew it is the committed one, and it shows what it must show."""

import csv
import datetime as dt
import re
import shutil
from pathlib import Path

import polars as pl
import pytest

from scripts.build import Built, build

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "datapackage"
WRITTEN = ("articles", "curation")
ANNOUNCED, DONE = dt.date(2023, 12, 7), dt.date(2023, 12, 13)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    home = tmp_path_factory.mktemp("rebuilt")
    for part in WRITTEN:
        shutil.copytree(PACKAGE / part, home / "datapackage" / part)
    return home, build(home / "datapackage", lambda step, what: None, report=home / "gate")


@pytest.fixture(scope="module")
def tables(rebuilt: tuple[Path, Built]) -> dict[str, pl.DataFrame]:
    return dict(rebuilt[1].tables)


def generated(package: Path) -> dict[str, bytes]:
    files = sorted(path for path in package.rglob("*") if path.is_file())
    relative = {path.relative_to(package): path for path in files}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in relative.items()
        if name.parts[0] not in WRITTEN
    }


def only(frame: pl.DataFrame, **cells: object) -> dict[str, object]:
    """The one row with these cells."""
    found = where(frame, **cells)
    assert len(found) == 1, f"{len(found)} rows with {cells}"
    return found[0]


def where(frame: pl.DataFrame, **cells: object) -> list[dict[str, object]]:
    return [
        row
        for row in frame.iter_rows(named=True)
        if all(row[column] == value for column, value in cells.items())
    ]


def sources_of(tables: dict[str, pl.DataFrame], event_id: object) -> list[object]:
    return sorted(row["source_id"] for row in where(tables["reports"], event_id=event_id))


# ---------------------------------------------------------------------------------------------


def test_the_committed_package_is_what_its_articles_give(rebuilt: tuple[Path, Built]) -> None:
    home, built = rebuilt
    assert built.published, "\n".join(finding.sentence for finding in built.findings)
    anew, committed = generated(home / "datapackage"), generated(PACKAGE)
    differing = sorted(
        name for name in anew.keys() | committed.keys() if anew.get(name) != committed.get(name)
    )
    assert not differing, (
        f"{', '.join(differing)} differ from what the articles give now.\n"
        "Run `nox -s build` (or `python -m scripts build`), look at `git diff datapackage` and "
        "commit it with the change that made it."
    )


@pytest.mark.parametrize(
    ("of", "by", "count"), [("ARM", "AZE", 32), ("AZE", "ARM", 2)], ids=["32", "2"]
)
def test_three_sources_agree_on_who_was_released(
    tables: dict[str, pl.DataFrame], of: str, by: str, count: int
) -> None:
    compared = only(
        tables["comparisons"], about="figure", measure="released", of_actor_id=of, by_actor_id=by
    )
    assert (compared["low"], compared["best"], compared["high"]) == (count, count, count)
    assert compared["verdict"] == "agree"
    assert compared["source_count"] == 3
    assert compared["independent_count"] == 2
    sides = where(tables["sides"], comparison_id=compared["comparison_id"])
    assert {side["source_id"] for side in sides} == {"daily-sabah", "mirror-spectator", "xinhua"}
    families = {side["source_id"]: side["family"] for side in sides}
    assert families["daily-sabah"] == families["xinhua"] != families["mirror-spectator"]


def test_both_papers_of_december_pass_on_one_statement_and_the_later_one_does_not(
    tables: dict[str, pl.DataFrame],
) -> None:
    compared = where(tables["comparisons"], about="figure", measure="released", verdict="agree")
    for one in compared:
        sides = where(tables["sides"], comparison_id=one["comparison_id"])
        modality = {side["source_id"]: side["modality"] for side in sides}
        assert modality["mirror-spectator"] == "occurred"
        assert {modality["daily-sabah"], modality["xinhua"]} == {"announced"}


def test_the_exchange_announced_and_the_one_carried_out_are_two_linked_events(
    tables: dict[str, pl.DataFrame],
) -> None:
    announced = only(tables["events"], mode="prisoner_exchange", modality="announced")
    done = only(tables["events"], mode="prisoner_exchange", modality="occurred")
    assert (announced["start_date"], announced["end_date"]) == (ANNOUNCED, ANNOUNCED)
    assert (done["start_date"], done["end_date"]) == (DONE, DONE)
    assert done["fulfils_event_id"] == announced["event_id"]
    assert announced["fulfils_event_id"] is None


@pytest.mark.parametrize(("modality", "day"), [("announced", ANNOUNCED), ("occurred", DONE)])
def test_a_release_each_way_is_part_of_each_exchange(
    tables: dict[str, pl.DataFrame], modality: str, day: dt.date
) -> None:
    exchange = only(tables["events"], mode="prisoner_exchange", modality=modality)
    parts = where(tables["events"], part_of_event_id=exchange["event_id"])
    assert {(part["mode"], part["modality"], part["start_date"]) for part in parts} == {
        ("release", modality, day)
    }
    ways = set()
    for part in parts:
        told = where(tables["participants"], event_id=part["event_id"])
        roles = {(one["role"], one["actor_id"]) for one in told}
        ways.add(frozenset(roles))
    assert ways == {
        frozenset({("source", "AZE"), ("target", "ARM")}),
        frozenset({("source", "ARM"), ("target", "AZE")}),
    }


def test_each_release_carried_out_fulfils_the_one_announced(
    tables: dict[str, pl.DataFrame],
) -> None:
    events = {row["event_id"]: row for row in tables["events"].iter_rows(named=True)}
    done = where(tables["events"], mode="release", modality="occurred", start_date=DONE)
    assert len(done) == 2
    assert {events[str(one["fulfils_event_id"])]["start_date"] for one in done} == {ANNOUNCED}


def test_forty_four_days_and_six_weeks_are_compatible(tables: dict[str, pl.DataFrame]) -> None:
    compared = only(tables["comparisons"], about="figure", unit="day", source_count=2)
    assert compared["verdict"] == "compatible"
    sides = where(tables["sides"], comparison_id=compared["comparison_id"])
    assert [(s["source_id"], s["value_text"], s["low"], s["high"]) for s in sides] == [
        ("daily-sabah", "44 days", 43.5, 44.5),
        ("the-national", "six weeks", 38.5, 45.5),
    ]


def test_the_war_of_2020_is_one_event_of_all_who_tell_of_it(
    tables: dict[str, pl.DataFrame],
) -> None:
    of_2020 = [
        row
        for row in tables["events"].iter_rows(named=True)
        if row["type"] == "ASSAULT"
        and row["start_date"]
        and row["start_date"].year == row["end_date"].year == 2020
    ]
    assert len(of_2020) == 1, [row["label"] for row in of_2020]
    assert {"daily-sabah", "the-national"} <= set(sources_of(tables, of_2020[0]["event_id"]))


def test_the_offensive_of_september_2023_is_one_event_of_all_who_date_it(
    tables: dict[str, pl.DataFrame],
) -> None:
    offensive = only(
        tables["events"],
        type="ASSAULT",
        start_date=dt.date(2023, 9, 1),
        end_date=dt.date(2023, 9, 30),
    )
    assert {"daily-sabah", "the-national"} <= set(sources_of(tables, offensive["event_id"]))


def test_the_support_for_hosting_the_conference_is_one_event_of_three_sources(
    tables: dict[str, pl.DataFrame],
) -> None:
    bid = only(tables["events"], type="SUPPORT", mode="host_bid")
    assert sources_of(tables, bid["event_id"]) == ["daily-sabah", "mirror-spectator", "xinhua"]


@pytest.mark.parametrize(
    ("place", "source"),
    [("place-abu-dhabi", "the-national"), ("place-arlington-virginia", "ilkha")],
)
def test_talks_of_two_cities_share_nothing_with_any_other_meeting(
    tables: dict[str, pl.DataFrame], place: str, source: str
) -> None:
    talks = where(tables["events"], type="CONSULT", place_id=place)
    assert talks
    for event in talks:
        assert sources_of(tables, event["event_id"]) == [source]
        told = where(tables["reports"], event_id=event["event_id"])
        assert {row["place_id"] for row in told} <= {place, None}
        kept = event["fulfils_event_id"]
        assert kept is None or sources_of(tables, kept) == [source]
        assert event["part_of_event_id"] is None


def test_the_leaders_met_in_abu_dhabi_on_10_july_2025(tables: dict[str, pl.DataFrame]) -> None:
    day = dt.date(2025, 7, 10)
    met = only(
        tables["events"], type="CONSULT", place_id="place-abu-dhabi", start_date=day, end_date=day
    )
    told = where(tables["participants"], event_id=met["event_id"])
    assert {(one["role"], one["actor_id"]) for one in told} >= {
        ("source", "ARM"),
        ("source", "AZE"),
    }


def test_the_four_days_were_those_of_the_talks_in_arlington(
    tables: dict[str, pl.DataFrame],
) -> None:
    four = only(tables["figures"], source_id="ilkha", text="four days")
    talks = only(tables["events"], place_id="place-arlington-virginia")
    assert four["event_id"] == talks["event_id"]


def words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"[^\W_]+", text)]


with (Path(__file__).parent / "direct_quotations.csv").open(encoding="utf-8", newline="") as file:
    QUOTED = list(csv.DictReader(file))


@pytest.mark.parametrize(
    "quoted", QUOTED, ids=[f"{q['source_id']}-{q['quote'][:20]}" for q in QUOTED]
)
def test_every_quotation_of_the_articles_is_there_with_its_speaker(
    tables: dict[str, pl.DataFrame], quoted: dict[str, str]
) -> None:
    direct = where(tables["statements"], source_id=quoted["source_id"], kind="direct")
    speakers = [
        row["speaker"] for row in direct if words(str(row["quote"])) == words(quoted["quote"])
    ]
    assert speakers == [quoted["speaker"]]


def test_no_direct_quotation_is_there_that_no_article_prints(
    tables: dict[str, pl.DataFrame],
) -> None:
    known = {(quoted["source_id"], tuple(words(quoted["quote"]))) for quoted in QUOTED}
    published = {
        (row["source_id"], tuple(words(str(row["quote"]))))
        for row in where(tables["statements"], kind="direct")
    }
    assert published <= known
