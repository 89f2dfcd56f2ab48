import pytest

from schemas.tables import TABLES
from tests.golden_tables import COMMAND, differences, given, kept


@pytest.fixture(scope="module")
def now() -> dict[str, list[dict[str, str]]]:
    return given()


@pytest.mark.parametrize("name", TABLES)
def test_the_articles_of_the_tests_give_the_tables_that_were_looked_at(
    now: dict[str, list[dict[str, str]]], name: str
) -> None:
    golden = kept()
    assert name in golden, f"tests/golden/{name}.csv is missing; write it with `{COMMAND}`"
    unlike = list(differences(name, golden[name], now[name]))
    assert not unlike, (
        f"{len(unlike)} differences (- was, + is, ~ changed):\n"
        + "\n".join(unlike)
        + f"\nIf each is meant, write the tables anew with `{COMMAND}` and commit them."
    )
    assert golden[name] == now[name], f"rows stand in another order; `{COMMAND}` writes them"


def test_no_golden_table_is_left_of_a_table_that_is_gone() -> None:
    assert sorted(kept()) == sorted(TABLES)


def test_a_difference_names_the_row_the_column_and_both_values() -> None:
    old = [{"actor_id": "XAA", "name": "Old", "kind": "country"}]
    new = [{"actor_id": "XAA", "name": "New", "kind": "country"}]
    assert list(differences("actors", old, new)) == ["~ actors XAA: name 'Old' → 'New'"]
    assert list(differences("actors", old, [])) == [
        "- actors: actor_id=XAA, name=Old, kind=country"
    ]
