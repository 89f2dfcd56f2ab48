import pytest

from validations.version import number


def test_versions_are_compared_as_numbers() -> None:
    assert sorted(["1.10.0", "1.9.10", "0.20.0", "1.9.9"], key=number) == [
        "0.20.0",
        "1.9.9",
        "1.9.10",
        "1.10.0",
    ]


@pytest.mark.parametrize(
    "text", ["1.0", "v1.0.0", "1.0.0-rc.1", "01.0.0", "1.0.0\n", "1.0.\u0662", ""]
)
def test_what_is_no_version_has_no_number(text: str) -> None:
    assert number(text) is None
