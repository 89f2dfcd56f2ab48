import re
import tomllib
from pathlib import Path

import polars as pl

from schemas.tables import codelist
from scripts.publish.demanding import KINDS
from scripts.publish.dictionary.comparing import comparing_section, curating_section
from tests.small_package import small_tables
from validations.curation import read_rulings

TEXT = comparing_section({})
EXAMPLES = re.findall(r"```toml\n(.*?)\n```", curating_section(), re.DOTALL)


def test_every_verdict_is_told_with_an_example() -> None:
    for verdict in codelist("verdicts").codes:
        assert f"| `{verdict}` | " in TEXT


def test_every_kind_of_demand_has_an_example_that_is_toml() -> None:
    told = [key for example in EXAMPLES for key in tomllib.loads(example)]
    assert told == ["rulings", *(kind.name for kind in KINDS)]


def test_the_example_of_a_ruling_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "rulings.toml").write_text(EXAMPLES[0], encoding="utf-8")
    (ruling,) = read_rulings(tmp_path)
    assert ruling.by == "the editors"


def test_what_is_said_of_columns_and_codes_is_there() -> None:
    for words in ("`runs`", "`sides.as_of`", "`claimed_by_actor_id`", "`counted_kind`", "`scope`"):
        assert words in TEXT


def test_a_verdict_is_shown_by_a_comparison_of_the_package() -> None:
    text = comparing_section(small_tables())
    shown = small_tables()["comparisons"].filter(pl.col("about") == "figure")
    for verdict in codelist("verdicts").codes:
        (line,) = (one for one in text.split("\n") if one.startswith(f"| `{verdict}` |"))
        notes = shown.filter(pl.col("verdict") == verdict)["comparison_id"].to_list()
        assert any(key in line for key in notes) or (not notes and "(made up)" in line)
