"""Numbers that no table of figures wants, though they count something elsewhere."""

from scripts.find.not_figures import name_numbers
from tests.test_figures import figures


def test_a_number_that_an_article_uses_in_a_name_is_that_name_when_alone() -> None:
    text = "The list holds Boeing 707s and an Airbus A300. The firm called the 707 a cargo plane."
    assert "707" in name_numbers(text)
    assert not name_numbers("On May 8 the storm killed 8 in Lima.")
    assert [f.span for f in figures(text)] == []


def test_two_ages_behind_two_names_are_none() -> None:
    text = "The judge named Ann Roe and Max Doe, 40 and 49, in court."
    assert not figures(text)


def test_the_only_one_doing_something_is_a_pronoun() -> None:
    assert not figures("She was the only one facing such threats.")
