"""What `python -m scripts diff` prints and writes, and how it ends."""

import csv
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from tests import edited_package as edited
from tests.command import run
from tests.edited_package import several
from tests.repository import committed
from tests.small_package import write_small


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    folder.mkdir()
    return write_small(folder)


def newer(old: Path, *edits: edited.Edit) -> Path:
    folder = Path(shutil.copytree(old, old.parent / "new"))
    several(*edits)(folder)
    return folder


def test_packages_that_are_alike_end_with_status_0(old: Path, tmp_path: Path) -> None:
    ended = run("diff", old, newer(old), "--out", tmp_path / "changes.csv")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "ardenia-belmark 1.2.3 → 1.2.3",
        "version owed: 1.2.3, for nothing differs; 1.2.3 is enough",
    ]
    assert (tmp_path / "changes.csv").read_text(encoding="utf-8") == (
        "version_from,version_to,table,row_id,kind,column,old,new,same_as\n"
    )


def test_a_number_that_is_enough_ends_with_status_0(old: Path) -> None:
    ended = run(
        "diff", old, newer(old, edited.row_withdrawn("figures", 0), edited.version("2.0.0"))
    )
    assert (ended.status, ended.err) == (0, "")
    assert (
        "version owed: MAJOR, for 1 row withdrawn; after 1.2.3 that is 2.0.0 or more, so 2.0.0 is "
        "enough"
    ) in ended.out


def test_a_number_too_small_ends_with_status_1_and_says_which_is_owed(old: Path) -> None:
    edits = edited.cell("figures", 1, value="-0.5"), edited.code_added("modes", "parade")
    ended = run("diff", old, newer(old, *edits, edited.version("1.2.4")))
    assert ended.status == 1
    assert "version owed: MINOR, for 1 code added; after 1.2.3 that is 1.3.0 or more" in ended.out
    assert ended.err.startswith("too small version 1.2.4: after 1.2.3 at least 1.3.0 is owed;")


def test_before_the_first_whole_number_the_rule_is_told(old: Path) -> None:
    edited.version("0.3.0")(old)
    ended = run(
        "diff", old, newer(old, edited.row_withdrawn("figures", 0), edited.version("1.0.0"))
    )
    assert ended.status == 0
    assert "before 1.0.0 the second number rises for MAJOR, the third for MINOR" in ended.out


def test_the_summary_has_a_line_a_table_and_those_code_lists_that_changed(old: Path) -> None:
    edits = (
        edited.row_added("actors", 0, actor_id="XCO", name="Corland"),
        edited.row_withdrawn("actors", 1),
        edited.cell("actors", 0, cow="052", gw="052"),
        edited.cell("verdicts", 0, description="Otherwise."),
        edited.table_added("maps"),
    )
    told = run("diff", old, newer(old, *edits)).out
    summary = told.split("\n\n")[1].splitlines()
    lines = {line.split()[0]: line.split()[1:] for line in summary}
    assert lines["actors"] == ["4", "4", "1", "1", "1"]
    assert lines["places"] == ["1", "1"]
    assert lines["maps"] == ["-", "1", "1"]
    assert lines["verdicts"] == ["(codes)", "4", "4", "1"]
    assert "units" not in lines


def test_rows_are_told_with_their_words_and_with_old_and_new_value(old: Path) -> None:
    edits = (
        edited.row_added("utterances", 0, utterance_id="u-00000000000f", text="Peace [red]now[/]"),
        edited.row_withdrawn("utterances", 1),
        edited.cell("figures", 1, value="-0.5", low=""),
    )
    told = run("diff", old, newer(old, *edits)).out
    assert "  + u-00000000000f  Peace [red]now[/]\n" in told
    assert "\nfigures: 2 values corrected in 1 row (value 1, low 1)\n" in told
    assert (
        "  ~ f-000001000002\n      value: -0.25 → -0.5\n      low: 0.3333333333333333 → empty\n"
        in (told)
    )


def test_long_values_are_shown_where_they_differ(old: Path) -> None:
    first = " ".join(f"word{number}" for number in range(40))
    edited.cell("comparisons", 0, note=first)(old)
    change = edited.cell("comparisons", 0, note=first.replace("word30", "another"))
    told = run("diff", old, newer(old, change)).out
    assert "note: …word26 word27 word28 word29 word30 word31" in told
    assert "→ …word26 word27 word28 word29 another word31" in told


def test_a_row_under_another_id_is_said_to_be_the_same(old: Path) -> None:
    identity = edited.rows(old, "events")[0]["event_id"]
    told = run("diff", old, newer(old, edited.cell("events", 0, event_id="e-ffffffffffff"))).out
    assert f"(same content as {identity} before)" in told
    assert "(same content as e-ffffffffffff now)" in told
    assert "events: 1 row withdrawn, 1 of them alike in content under another id" in told


def test_what_is_not_shown_is_counted_and_all_of_it_can_be_asked_for(
    old: Path, tmp_path: Path
) -> None:
    count = len(edited.rows(old, "figures"))
    assert count > 5
    new = newer(
        old,
        lambda folder: edited.save(
            folder,
            "figures",
            [row | {"counted": "many"} for row in edited.rows(folder, "figures")],
        ),
    )
    assert f"\n  and {count - 5} more (--all shows all)\n" in run("diff", old, new).out
    written = tmp_path / "changes.csv"
    assert f"\n  and {count - 5} more in {written}\n" in run("diff", old, new, "--out", written).out
    everything = run("diff", old, new, "--all").out
    assert " more" not in everything.replace("or more", "")
    assert everything.count("  ~ f-") == count


def test_what_is_piped_is_plain_and_no_cell_takes_hold_of_the_terminal(old: Path) -> None:
    change = edited.cell("utterances", 0, text="\x1b[31mred\x07\r\nline")
    told = run("diff", old, newer(old, change)).out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", told)
    assert "text: 1e3 →  [31mred   line" in told


def test_changes_are_written_so_that_no_sheet_runs_them(old: Path, tmp_path: Path) -> None:
    change = edited.cell("places", 0, latitude="-0.75", name="=Port, Mere")
    run("diff", old, newer(old, change), "--out", tmp_path / "changes.csv")
    with (tmp_path / "changes.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1:] == [
            ["1.2.3", "1.2.3", "places", "place-portmere", "value_corrected", *cells, ""]
            for cells in (["name", "Portmere", "'=Port, Mere"], ["latitude", "'-0.5", "'-0.75"])
        ]


def test_a_file_edited_by_hand_is_warned_of(old: Path) -> None:
    new = newer(old)
    path = new / "data" / "places.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("-0.5", "-0.6"), encoding="utf-8")
    (warning,) = run("diff", old, new).warnings
    assert warning.startswith("warning data/places.csv of the newer edition was edited after")


def test_one_package_alone_is_compared_with_the_data_set(old: Path) -> None:
    new = newer(old, edited.row_added("actors", 0, actor_id="XCO", name="Corland"))
    assert "1 row added" in run("diff", old, "--in", new).out


@pytest.mark.programs
def test_zips_and_versions_are_compared_too(old: Path, tmp_path: Path) -> None:
    top = tmp_path / "repository"
    shutil.copytree(old, top / "data-set")
    committed(top, "First", "v1.2.3")
    edited.version("1.3.0")(top / "data-set")
    edited.row_added("actors", 0, actor_id="XCO", name="Corland")(top / "data-set")
    committed(top, "Second", "v1.3.0")
    packed = tmp_path / "old.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(old.rglob("*")):
            archive.write(path, path.relative_to(old))
    for one, two in ((packed, "1.3.0"), ("1.2.3", top / "data-set"), ("v1.2.3", "HEAD")):
        ended = run("diff", one, two, "--in", top / "data-set")
        assert (ended.status, ended.err) == (0, "")
        assert "version owed: MINOR, for 1 row added" in ended.out


@pytest.mark.parametrize("name", ["nowhere", "nowhere.zip", "0.0.7"])
def test_what_cannot_be_found_is_one_clear_error(old: Path, name: str) -> None:
    ended = run("diff", old, name, "--in", old)
    assert (ended.status, ended.out) == (1, "")
    assert len(ended.errors) == 1


def test_a_package_without_a_version_is_one_clear_error(old: Path) -> None:
    ended = run("diff", old, newer(old, edited.version("soon")))
    (error,) = ended.errors
    assert ended.status == 1
    assert 'version "soon" is not of the form 1.2.3' in error


def test_a_file_that_cannot_be_written_is_one_clear_error(old: Path, tmp_path: Path) -> None:
    ended = run("diff", old, old, "--out", tmp_path / "nowhere" / "changes.csv")
    (error,) = ended.errors
    assert ended.status == 1
    assert error.startswith(f"error cannot read or write {tmp_path / 'nowhere'}")


def test_descriptions_come_last_and_those_of_a_table_in_one_line(old: Path) -> None:
    names = ("text", "value", "bound")
    edits = (
        *(edited.column("figures", name, description="Otherwise.") for name in names),
        edited.entry("units", title="Units of figures"),
        edited.column_added("places", "region", 2),
    )
    new = newer(old, *edits)
    told = run("diff", old, new).out
    first = told.index("places: column region added")
    assert first < told.index("figures: 3 descriptions of columns changed: text, value, bound\n")
    assert "units (codes)" not in told
    assert "figures: column value described otherwise: " in run("diff", old, new, "--all").out
