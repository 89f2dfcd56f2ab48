import gc

import pytest

from schemas.tables import codelist
from scripts.link.uncollected import uncollected
from tests import bench_linking
from tests.synthetic_news import synthetic


@pytest.fixture(scope="module")
def world():
    return synthetic(400)


@pytest.fixture(scope="module")
def rows(world):
    return world.rows()


def test_synthetic_rows_stand_in_their_texts(world, rows):
    for kind, words in (("reports", "trigger_text"), ("figures", "text"), ("statements", "quote")):
        for row in rows[kind]:
            text = world.texts[row["source_id"]]
            assert text[row["char_start"] : row["char_end"]] == row[words]


def test_synthetic_rows_have_keys_of_their_own_and_name_only_what_there_is(rows):
    keys = {"sources": "source_id", "reports": "report_id", "figures": "figure_id"}
    keys |= {"statements": "statement_id", "actors": "actor_id", "places": "place_id"}
    known = {kind: [row[column] for row in rows[kind]] for kind, column in keys.items()}
    for kind, ids in known.items():
        assert len(set(ids)) == len(ids), kind
    for row in rows["participants"]:
        assert row["actor_id"] in known["actors"]
        assert row["report_id"] in known["reports"]
    assert {row["place_id"] for row in rows["reports"]} <= {None, *known["places"]}


@pytest.mark.parametrize(
    ("kind", "column", "listed"),
    [
        ("reports", "type", "event_types"),
        ("reports", "mode", "modes"),
        ("figures", "measure", "measures"),
        ("figures", "unit", "units"),
        ("figures", "bound", "bounds"),
        ("participants", "role", "roles"),
    ],
)
def test_synthetic_rows_use_the_codes_of_the_lists(rows, kind, column, listed):
    assert {row[column] for row in rows[kind]} - {None} <= codelist(listed).rows.keys()


def test_synthetic_news_are_told_by_several_some_without_a_date_some_copied(world):
    texts = list(world.texts.values())
    assert len(set(texts)) < 0.95 * len(texts)
    undated = sum(row["published"] is None for row in world.sources)
    assert 0.05 < undated / len(world.sources) < 0.25
    kinds = {(row["type"], row["modality"]) for row in world.reports}
    assert {("RETREAT", "announced"), ("RETREAT", "occurred"), ("ASSAULT", "occurred")} <= kinds


def test_a_larger_synthetic_world_holds_the_smaller_one():
    smaller, larger = synthetic(60), synthetic(120)
    assert smaller.texts.items() <= larger.texts.items()
    assert larger.reports[: len(smaller.reports)] == smaller.reports
    assert smaller.texts != synthetic(60, seed=2).texts


def test_the_bench_of_linking_prints_a_line_a_size(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["bench_linking", "--reports", "50", "200"])
    bench_linking.main()
    head, small, large, *_ = capsys.readouterr().out.splitlines()
    assert head.split()[0] == "reports"
    assert 50 <= int(small.split()[0]) < 200 <= int(large.split()[0])
    assert float(large.split()[-2]) > 0


@pytest.mark.parametrize("before", [True, False])
def test_garbage_is_looked_for_afterwards_as_before(before):
    @uncollected()
    def work(fails):
        assert not gc.isenabled()
        if fails:
            raise KeyError("failed")

    if not before:
        gc.disable()
    try:
        work(False)
        assert gc.isenabled() is before
        with pytest.raises(KeyError):
            work(True)
        assert gc.isenabled() is before
    finally:
        gc.enable()
