import csv
import io
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from rich.console import Console

from schemas.tables import TABLES, codelists, table
from scripts.build import build_loose
from scripts.publish.rules import rules_of
from scripts.trace.lookup import RULED
from scripts.trace.trace import trace
from tests.command import edit, files, run
from tests.golden_tables import ARTICLES

ROOT = Path(__file__).parent.parent
#: A sign of a terminal's own, which no article may send to it.
ESCAPE = "\x1b"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("traced") / "package"
    assert build_loose(ARTICLES, out, lambda step, what: None).published
    return out


@pytest.fixture
def copied(package: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(package, tmp_path / "package"))


def rows(package: Path, name: str) -> list[dict[str, str]]:
    with (package / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def key(name: str, row: dict[str, str]) -> str:
    return "|".join(row[column] for column in table(name).primary_key)


def told(package: Path, row_id: str, limit: int | None = 5) -> str:
    file = io.StringIO()
    assert trace(row_id, package, Console(file=file, highlight=False), limit=limit)
    return file.getvalue()


def shown(package: Path, row_id: str, width: int, colours: bool) -> str:
    """As a terminal of that width shows it."""
    file = io.StringIO()
    system = "standard" if colours else None
    console = Console(file=file, width=width, force_terminal=True, color_system=system)
    assert trace(row_id, package, console)
    return file.getvalue()


def figure(package: Path, text: str) -> dict[str, str]:
    (found,) = [row for row in rows(package, "figures") if row["text"] == text]
    return found


def test_a_figure_is_shown_marked_in_its_sentence_with_its_source_and_rule(package: Path) -> None:
    row = figure(package, "250 police officers")
    words = told(package, row["figure_id"])
    assert "Peru will send ⟦250 police officers⟧ to the river" in words
    assert "Ecuador offered" not in words, "the sentence alone is shown"
    text = (package / "articles" / "visit-2024.txt").read_text(encoding="utf-8")
    line = text[: int(row["char_start"])].count("\n") + 1
    place = f"line {line}, characters {row['char_start']} to {row['char_end']}"
    assert f"articles/visit-2024.txt, {place}" in words
    assert f"rule {row['found_by']}: {rules_of('figures')[row['found_by']]}" in words


def test_a_figure_tells_who_else_says_the_same(package: Path) -> None:
    figures = [row for row in rows(package, "comparisons") if row["about"] == "figure"]
    compared = next(row for row in figures if row["verdict"] == "agree")
    sides = [r for r in rows(package, "sides") if r["comparison_id"] == compared["comparison_id"]]
    assert len(sides) > 1
    words = told(package, sides[0]["figure_id"])
    assert compared["note"] in words
    for side in sides:
        assert re.search(rf"^  {side['source_id']}\b.*: {side['value_text']}", words, re.MULTILINE)
    assert words.count("⟦") == len(sides), "each side in its sentence, its own not twice"


def test_who_rests_on_whom_is_told_of_sides_that_count_once(published: Path) -> None:
    sides = rows(published, "sides")
    family = next(side for side in sides if side["family"].startswith("statement:"))
    others = {
        side["source_id"]
        for side in sides
        if (side["comparison_id"], side["family"]) == (family["comparison_id"], family["family"])
    } - {family["source_id"]}
    words = told(published, family["comparison_id"])
    assert re.search(r"^    (?:passes on|rests on) the ", words, re.MULTILINE)
    assert f"counted once together with {', '.join(sorted(others))}" in words


def test_an_event_shows_every_report_of_it(package: Path) -> None:
    by_event: dict[str, list[str]] = {}
    for report in rows(package, "reports"):
        by_event.setdefault(report["event_id"], []).append(report["report_id"])
    for event_id, reports in by_event.items():
        words = told(package, event_id, limit=None)
        assert all(report_id in words for report_id in reports)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_every_table_can_be_traced(package: Path, name: str) -> None:
    listed = rows(package, name)
    assert listed
    for row in listed:
        words = told(package, key(name, row))
        assert words.startswith(f"{name[:-1]} {key(name, row)}: ")
        assert "NOT PROVEN" not in words
        for column, cell in row.items():
            if name not in {"comparisons"} and column not in {"char_start", "char_end"}:
                assert " ".join(cell.split()) in " ".join(words.split()), column


@pytest.mark.parametrize("name", codelists())
def test_every_code_is_traced_to_its_meaning_and_its_rows(published: Path, name: str) -> None:
    with (published / "codes" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    for row in listed:
        words = told(published, f"{name}|{row['code']}")
        assert row["description"] in words
        assert words in told(published, row["code"]), "without its list it is found as well"
        for one in TABLES:
            for field in table(one).fields:
                if field.codes == name:
                    all_rows = rows(published, one)
                    uses = sum(cell[field.name] == row["code"] for cell in all_rows)
                    assert f"{one}.{field.name}: {uses} of {len(all_rows)} rows" in words


@pytest.mark.parametrize("name", RULED)
def test_every_rule_that_found_a_row_is_told_in_words(
    package: Path, published: Path, name: str
) -> None:
    known = rules_of(name)
    assert {row["found_by"] for one in (package, published) for row in rows(one, name)} <= set(
        known
    )
    for rule, meaning in known.items():
        assert meaning in told(package, f"{name}|{rule}")


def test_long_lists_are_cut_and_the_way_to_all_of_them_is_told(published: Path) -> None:
    reports = [row for row in rows(published, "reports") if row["source_id"] == "mirror-spectator"]
    assert len(reports) > 5
    short, whole = told(published, "mirror-spectator"), told(published, "mirror-spectator", None)
    assert f"Events that it tells of ({len(reports)})" in short
    assert f"… and {len(reports) - 5} more; add --all to see them" in short
    assert "--all" not in whole
    assert [row["report_id"] in whole for row in reports] == [True] * len(reports)


@pytest.mark.parametrize("width", [30, 80, 200])
@pytest.mark.parametrize("colours", [True, False])
def test_a_terminal_of_any_width_shows_it_without_losing_a_word(
    package: Path, width: int, colours: bool
) -> None:
    row = figure(package, "250 police officers")
    words = shown(package, row["figure_id"], width, colours)
    assert (ESCAPE in words) == colours
    plain = re.sub(r"\x1b\[[0-9;]*m", "", words)
    assert max(map(len, plain.splitlines())) <= width
    assert "⟦250 police officers⟧" in " ".join(plain.split())
    assert " ".join(row["figure_id"].split()) in plain


def test_words_of_an_article_are_never_taken_for_signs_of_style(tmp_path: Path) -> None:
    article = tmp_path / "articles" / "signs.txt"
    article.parent.mkdir()
    words = "Peru released [bold]14 sailors[/bold] :smile: [/] [link=http://x] on 3 March 2031."
    article.write_text(f"Peru releases sailors\n\n{words}\n", encoding="utf-8")
    assert run("build", "--articles", article, "--out", tmp_path / "package").status == 0
    (row,) = rows(tmp_path / "package", "figures")
    marked = words.replace(row["text"], f"⟦{row['text']}⟧")
    assert marked in run("trace", row["figure_id"], "--in", tmp_path / "package").out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown(tmp_path / "package", row["figure_id"], 200, True))
    assert marked in plain


def test_a_sign_that_would_steer_a_terminal_does_not_reach_it(copied: Path) -> None:
    edit(copied / "data" / "sources.csv", "Andes Bulletin", f"{ESCAPE}[2J{ESCAPE}]0;title\x07")
    file = io.StringIO()
    trace(figure(copied, "250 police officers")["figure_id"], copied, Console(file=file))
    assert ESCAPE not in file.getvalue()
    assert "\x07" not in file.getvalue()


def test_an_article_that_was_changed_proves_nothing_and_says_so(copied: Path) -> None:
    row = figure(copied, "250 police officers")
    edit(copied / "articles" / "visit-2024.txt", "Peru will send 250", "Peru will send 950")
    ended = run("trace", row["figure_id"], "--in", copied)
    assert ended.status == 1
    assert "950" not in ended.out
    assert "⟦" not in ended.out
    assert "NOT PROVEN: articles/visit-2024.txt is not the text that was read" in ended.out
    assert "250 police officers" in ended.out, "what the table says is shown"
    (error,) = ended.errors
    assert "NOT PROVEN above says why" in error


def test_an_article_that_is_gone_proves_nothing_and_is_named(copied: Path) -> None:
    (copied / "articles" / "visit-2024.txt").unlink()
    ended = run("trace", figure(copied, "250 police officers")["figure_id"], "--in", copied)
    assert ended.status == 1
    assert "NOT PROVEN: articles/visit-2024.txt is missing" in ended.out


def test_a_table_that_was_changed_proves_nothing(copied: Path) -> None:
    row = figure(copied, "250 police officers")
    edit(copied / "data" / "figures.csv", ",250 police officers,", ",350 police officers,")
    ended = run("trace", row["figure_id"], "--in", copied)
    assert ended.status == 1
    assert "are not the words that data/figures.csv gives" in ended.out
    assert "⟦" not in ended.out


def zipped(package: Path, place: Path) -> Path:
    with zipfile.ZipFile(place / "package.zip", "w") as packed:
        for name, content in files(package).items():
            packed.writestr(name, content)
    return place / "package.zip"


def test_a_zip_is_traced_as_its_folder_is(package: Path, tmp_path: Path) -> None:
    row_id = figure(package, "250 police officers")["figure_id"]
    from_folder = run("trace", row_id, "--in", package)
    from_zip = run("trace", row_id, "--in", zipped(package, tmp_path))
    assert (from_zip.status, from_zip.out) == (0, from_folder.out)


def test_a_folder_that_cannot_be_written_is_traced(copied: Path) -> None:
    row_id = figure(copied, "250 police officers")["figure_id"]
    before = files(copied)
    for path in [copied, *copied.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert run("trace", row_id, "--in", copied).status == 0
    assert files(copied) == before


def test_a_slip_is_answered_with_what_is_near(package: Path) -> None:
    row_id = figure(package, "250 police officers")["figure_id"]
    slip = row_id[:-1] + ("0" if row_id[-1] != "0" else "1")
    for given in (slip, row_id.upper(), row_id[:8], f" {slip} "):
        ended = run("trace", given, "--in", package)
        (error,) = ended.errors
        assert (ended.status, ended.out) == (1, "")
        assert re.search(rf"did you mean .*{row_id}.*\?", error)


@pytest.mark.parametrize("given", ["f-000000000000", "", "nothing like it", "a|b|c", "[bold]"])
def test_an_id_that_nothing_has_is_an_error_that_says_where_ids_stand(
    package: Path, given: str
) -> None:
    ended = run("trace", given, "--in", package)
    (error,) = ended.errors
    assert (ended.status, ended.out) == (1, "")
    assert f"has the id {given or '(empty)'}" in error
    assert "first column of data/*.csv and codes/*.csv" in error
    assert "report_id|role|actor_id" in error


def test_an_id_that_was_withdrawn_tells_in_which_version(copied: Path) -> None:
    header = "table,row_id,kind,column,old,new,same_as\n"
    lines = "figures,f-000000000000,row_withdrawn,,,,f-111111111111\n"
    (copied / "changes.csv").write_text(header + lines, encoding="utf-8")
    (error,) = run("trace", "f-000000000000", "--in", copied).errors
    assert "f-000000000000 of the table figures was withdrawn in version 0.0.0" in error
    assert "what says the same now is f-111111111111" in error
    assert "add --in VERSION" in error
    listed = "table,id,since,withdrawn,members,words\n"
    held = rows(copied, "figures")[0]["figure_id"]
    listed += "figures,f-000000000000,1.0.0,1.2.0,north,12 sailors\n"
    listed += f"figures,{held},1.1.0,,north,14 pilots\n"
    (copied / "curation").mkdir()
    (copied / "curation" / "ids.csv").write_text(listed, encoding="utf-8")
    (error,) = run("trace", "f-000000000000", "--in", copied).errors
    assert "(“12 sailors”) was published in the table figures since version 1.0.0" in error
    assert "and was withdrawn in version 1.2.0; what says the same now is f-111111111111" in error
    assert "published under this id since version 1.1.0" in told(copied, held)


def test_a_folder_that_holds_no_package_is_an_error(tmp_path: Path) -> None:
    (error,) = run("trace", "f-000000000000", "--in", tmp_path).errors
    assert "is no built package" in error


def test_a_table_that_is_gone_is_named(copied: Path) -> None:
    (copied / "data" / "places.csv").unlink()
    (error,) = run("trace", "f-000000000000", "--in", copied).errors
    assert "data/places.csv" in error
    assert "is missing; build the package again" in error


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_an_output_that_knows_few_letters_gets_what_it_can_show(
    package: Path, encoding: str
) -> None:
    row_id = figure(package, "250 police officers")["figure_id"]
    ended = subprocess.run(
        [sys.executable, "-m", "scripts", "trace", row_id, "--in", package],
        cwd=ROOT,
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    marks = "⟦⟧" if encoding == "utf-8" else ("[[", "]]")
    marked = f"{marks[0]}250 police officers{marks[1]}"
    assert marked in ended.stdout.decode(encoding)


def test_a_trace_waits_for_no_library_of_tables(package: Path) -> None:
    row_id = figure(package, "250 police officers")["figure_id"]
    program = (
        "import sys; from scripts.__main__ import app\n"
        f"app(['trace', {row_id!r}, '--in', {str(package)!r}], standalone_mode=False)\n"
        "print({'numpy', 'pandas', 'polars', 'pandera'} & set(sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stdout.splitlines()[-1] == "set()"


def test_a_row_is_traced_in_a_second(package: Path) -> None:
    row_id = figure(package, "250 police officers")["figure_id"]
    arguments = [sys.executable, "-m", "scripts", "trace", row_id, "--in", package]
    took = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(arguments, cwd=ROOT, capture_output=True, check=True)
        took.append(time.perf_counter() - start)
    # NOTE: half a second on a free core; a busy machine is no fault of the command.
    assert min(took) < 2
