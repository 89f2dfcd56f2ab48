"""A digest and its original side by side: what is confirmed, what differs, what either lacks."""

import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from scripts.build import build_loose
from scripts.matching import Match, match
from scripts.originals import originals
from scripts.read.files import InputError
from validations.package import read_tables

ROOT = Path(__file__).parent.parent
RAW = ROOT.parent / "shared" / "articles"

DIGEST = """\
---
title: Chad frees drivers
publisher: The Lakeside Courier
published: 2024-05-15
published_basis: supplied
original_sha256: {zeros}
rights: Invented for tests; free to use.
---

Chad frees drivers

Chad released 14 Sudanese drivers on Monday.

Three farmers were wounded near Ati.

"The road is open again," said Adoum Brahim, the minister of transport.

Niger sent 200 soldiers to the border.
""".format(zeros="0" * 64)
ORIGINAL = """\
Chad frees drivers

On Monday, 14 Sudanese drivers were released by Chad.

Adoum Brahim, the minister of transport, said: “The road is open again,” and “nobody will close it.”

Four farmers were wounded near Ati. Niger sent about 200 soldiers to the border.
"""
EXPECTED = """
[[figures]]
event = {{ type = "RETREAT", start_date = 2024-05-01, end_date = 2024-05-31 }}
measure = "released"
of_actor_id = "SDN"
by_actor_id = "TCD"
unit = "person"
value = {value}
min_sources = 1
verdicts = ["single"]
reason = "the drivers were counted"
"""


def quiet(step: str, what: str) -> None:
    pass


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("dataset")
    written = home / "written"
    written.mkdir()
    (written / "drivers.md").write_text(DIGEST, encoding="utf-8")
    (home / "originals").mkdir()
    (home / "originals" / "drivers.txt").write_text(ORIGINAL, encoding="utf-8")
    assert build_loose(written, home / "package", quiet).published
    (home / "package" / "curation").mkdir()
    (home / "package" / "curation" / "rulings.toml").write_text("")
    return home


def hold(dataset: Path, value: int = 14, folder: str = "originals") -> tuple[bool, str]:
    expected = dataset / "package" / "curation" / "expected.toml"
    expected.write_text(EXPECTED.format(value=value), encoding="utf-8")
    told = io.StringIO()
    console = Console(file=told, width=500, highlight=False, soft_wrap=True)
    kept = originals(dataset / folder, dataset / "package", quiet, console)
    return kept, told.getvalue()


def test_rows_are_confirmed_differ_or_stand_on_one_side_only(dataset: Path) -> None:
    kept, told = hold(dataset)
    assert not kept
    lines = told.splitlines()

    def below(words: str) -> str:
        (at,) = [index for index, line in enumerate(lines) if words in line]
        return lines[at + 1].strip()

    assert not any("14 Sudanese" in line for line in lines), "a row that is confirmed is not listed"
    assert not any("The road is open again" in line for line in lines)
    assert below("Three farmers") == "no original confirms it"
    assert below("Four farmers") == "the digest lacks it"
    assert below("nobody will close it") == "the digest lacks it"
    assert below(": 200 soldiers") == "bound exact, in the original about (224: about 200 soldiers)"


def test_the_counts_add_up(dataset: Path) -> None:
    _, told = hold(dataset)
    counts = {
        line.split()[0]: [int(cell) for cell in line.split()[1:]]
        for line in told.splitlines()
        if re.fullmatch(r"(?:figure|quotation|event)(?: +\d+)+", line.strip())
    }
    assert counts["figure"] == [3, 1, 1, 1, 1]
    assert counts["quotation"] == [1, 1, 0, 0, 1]
    for published, confirmed, differing, only, _ in counts.values():
        assert published == confirmed + differing + only


def test_what_the_data_set_must_show_is_asked_of_the_originals_too(dataset: Path) -> None:
    assert "expected.toml is fulfilled on the originals" in hold(dataset)[1]
    kept, told = hold(dataset, value=15)
    assert not kept
    assert "not fulfilled on the originals" in told


def test_a_digest_that_keeps_everything_is_confirmed(dataset: Path) -> None:
    same = dataset / "same"
    same.mkdir(exist_ok=True)
    text = DIGEST.partition("---\n\n")[2].replace(
        '"The road is open again,"', "“The road is open again,”"
    )
    (same / "drivers.txt").write_text(text, encoding="utf-8")
    kept, told = hold(dataset, folder="same")
    assert kept, told
    assert "the originals confirm every published figure and direct quotation" in told


def test_a_digest_without_an_original_is_named(dataset: Path) -> None:
    other = dataset / "other"
    other.mkdir(exist_ok=True)
    (other / "elsewhere.txt").write_text("Chad freed nine.\n", encoding="utf-8")
    with pytest.raises(InputError, match="no original of drivers"):
        hold(dataset, folder="other")


def test_a_data_set_that_is_not_built_is_an_error(tmp_path: Path, dataset: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        originals(dataset / "originals", tmp_path, quiet, Console(file=io.StringIO()))


def test_a_reading_confirms_itself(dataset: Path) -> None:
    tables, _ = read_tables(dataset / "package")
    for one in match(tables, tables):
        assert isinstance(one, Match)
        assert one.confirmed == one.published > 0
        assert not one.lacking
        assert not one.differing


# ---------------------------------------------------------------------------------------------


@pytest.mark.originals
@pytest.mark.skipif(
    not RAW.is_dir(), reason="the originals are copyrighted and not beside this project"
)
def test_the_originals_confirm_every_figure_and_quotation_of_the_first_dataset() -> None:
    told = io.StringIO()
    kept = originals(RAW, ROOT / "datapackage", quiet, Console(file=told, width=200))
    assert kept, told.getvalue()
    assert "expected.toml is fulfilled on the originals" in told.getvalue()
