from datetime import date

import pytest

from schemas.tables import codelist
from scripts.lexicon import rows as lexicon
from scripts.link.alike import alike
from scripts.link.printed import printed
from scripts.link.stories import neighbours
from scripts.link.words import names, sentence_of

PEOPLE = "Yesterday Adamo, Berulle, Cintra, Dubrovin and Esterhaz spoke to Fontaine at length.\n"


def story(second, days=3, row_at=0):
    texts = {"one": PEOPLE, "two": second}
    rows = [{"source_id": source, "char_start": row_at} for source in texts]
    published = {"one": date(2020, 1, 1), "two": date(2020, 1, 1 + days)}
    return neighbours(printed(rows, texts), texts, published)


def test_papers_that_name_the_same_people_in_one_week_are_of_one_story():
    other = "It was Adamo with Berulle, Cintra, Dubrovin and Esterhaz who walked out.\n"
    assert story(other) == {"one": frozenset({"two"}), "two": frozenset({"one"})}
    assert story(other, days=25) == {}


def test_papers_that_print_the_same_words_are_of_one_story_whenever():
    assert story(PEOPLE, days=25)["one"] == {"two"}


def test_lines_that_no_row_comes_from_tell_nothing():
    legal = "All rights are with the house and nobody may copy this without asking first.\n"
    texts = {"one": f"Mali won.\n{legal}", "two": f"Peru lost.\n{legal}"}
    rows = [{"source_id": source, "char_start": 0} for source in texts]
    assert neighbours(printed(rows, texts), texts, {}) == {}


def test_countries_days_and_first_words_are_no_names():
    assert names("Nobody in Malian Mopti met Keita on Monday at COP-31.") == {
        "mopti",
        "keita",
        "cop31",
    }


def test_a_sentence_is_found_by_the_place_of_its_words():
    text = "Title\nMali won. Peru lost on Friday.\n"
    assert sentence_of(text, text.index("lost"), text.index("lost") + 4) == "Peru lost on Friday."


@pytest.mark.parametrize("name", ["mode_classes", "event_classes"])
def test_types_and_modes_of_the_lexicon_are_codes(name):
    types, modes = codelist("event_types").codes, codelist("modes").codes
    for row in lexicon(name):
        type_, mode = row.get("type"), row.get("mode")
        if name == "event_classes":
            if "/" not in row["class"]:
                continue
            type_, mode = row["class"].split("/")
        assert type_ in types
        assert mode in modes


def test_every_class_that_is_described_is_used():
    used = {row["class"] for row in lexicon("mode_classes")}
    assert {row["class"] for row in lexicon("event_classes") if "/" not in row["class"]} <= used


OPENED = "Dunmore court jailed former minister Ana Roe over bribes paid by contractors on Monday."
AGAIN = "Ana Roe, once a minister, was jailed in Dunmore for taking bribes from road contractors."
OTHER = "A ferry sank off Dunmore after heavy weather. The company blamed an unusual current."


@pytest.mark.parametrize(
    ("first", "second", "day", "one_story"),
    [
        (OPENED, AGAIN, date(2031, 5, 3), True),
        (OPENED, AGAIN, date(2031, 5, 30), False),
        (OPENED, OTHER, date(2031, 5, 3), False),
        (OPENED, AGAIN, None, False),
    ],
)
def test_short_articles_tell_one_story_by_their_names_and_their_words(
    first: str, second: str, day: date | None, one_story: bool
) -> None:
    texts = {"a": first, "b": second}
    lines = {source: [(0, len(text))] for source, text in texts.items()}
    found = alike(lines, texts, {"a": date(2031, 5, 2), "b": day})
    assert found == ([("a", "b")] if one_story else [])


MINE = "Rescuers in Kolwe found Joao Tembo and Peter Aslan alive in the flooded Orro mine."
MINE_TOO = "Joao Tembo and Peter Aslan left the flooded mine of Orro, rescuers in Kolwe said."
FEW = "Joao Tembo thanked rescuers at the flooded mine of Orro."
LONG = "Then Ada, Bem, Cox, Dov, Eze, Fay, Gil, Hob, Ike, Joe, Kit and Lou sang of rescuers."


@pytest.mark.parametrize(
    ("first", "second", "one_story"),
    [
        (MINE, MINE_TOO, True),
        (MINE, "", False),
        (MINE, "Joao Tembo and Peter Aslan sang in Kolwe.", False),  # no word in common
        (OPENED, AGAIN, False),  # two names
        (FEW, "Orro mine owners flooded it, said Nia Tembo.", False),  # two names
        (MINE, f"{MINE_TOO} {LONG}", False),  # one of which tells much else
    ],
)
def test_an_article_without_a_day_is_of_the_story_that_it_shares_most_with(
    first: str, second: str, one_story: bool
) -> None:
    texts = {"a": first, "b": second}
    lines = {source: [(0, len(text))] for source, text in texts.items()}
    for days in ({"a": date(2031, 5, 2), "b": None}, {}):
        assert alike(lines, texts, days) == ([("a", "b")] if one_story else [])


def test_long_articles_of_one_week_may_share_fewer_of_their_names():
    first = f"{FEW} Later Ada, Bem and Cox told reporters there of the flooded shafts."
    second = f"{FEW} Then Fay, Gil and Hob counted those who came out of the flooded shafts."
    texts = {"a": first, "b": second}
    lines = {source: [(0, len(text))] for source, text in texts.items()}
    day = date(2031, 5, 2)
    assert alike(lines, texts, {"a": day, "b": day}) == [("a", "b")]
    assert alike(lines, texts, {"a": day, "b": None}) == []
