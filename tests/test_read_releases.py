"""What stands behind a release or says who wrote is furniture; the story above it is none."""

import pytest

from scripts.read.blocks import blocks
from scripts.read.languages import foreign_lines

LEAD = (
    "The army and the rebels of Kordofan exchanged prisoners near Bara on Monday, both sides said."
)
NEXT = "The swap near Bara was the first since May, said Mariam Haroun, a lawyer who led the talks."
LAST = "Haroun added that the rebels of Kordofan had promised to free the others this year."
NOTE = "The group has watched prisons in Kordofan since 2004 and has 12 members."


def kinds(*lines: str) -> list[str]:
    return [b.kind for b in blocks("\n\n".join(["Army and rebels swap prisoners", *lines]))][1:]


@pytest.mark.parametrize("mark", ["###", "# # #", "ENDS", "-ends-", "(END)", "-30-"])
def test_what_stands_behind_the_end_of_a_release_is_not_told(mark: str) -> None:
    assert kinds(LEAD, NEXT, mark, NOTE)[-1] == "promotion"


@pytest.mark.parametrize("mark", ["###", "END"])
def test_a_mark_with_more_story_below_it_than_above_ends_nothing(mark: str) -> None:
    assert kinds(LEAD, NEXT, mark, LAST, LEAD, NEXT, LAST).count("body") == 6


def test_a_sender_tells_of_itself_below_its_name() -> None:
    sender = "Prison Watch is a group of 12 lawyers who have watched prisons since 2004."
    contact = "Contact: press@watch.example"
    assert kinds(LEAD, NEXT, "About Prison Watch", sender, contact)[-2] == "promotion"
    assert kinds(LEAD, NEXT, "About Prison Watch", sender, LAST)[-2:] == ["body", "body"]


@pytest.mark.parametrize(
    "note",
    [
        "Jo Doe is a writer based in Juba.",
        "*Amal Noor is the editor of the Bara Review and the author of two books.*",
        "Dr. Amal Noor and Jo Doe are researchers at the Institute of the Nile.",
    ],
)
def test_the_last_paragraph_may_say_who_wrote(note: str) -> None:
    assert kinds(LEAD, NEXT, LAST, note)[-1] == "promotion"


@pytest.mark.parametrize(
    "line",
    [
        "Mariam Haroun is a lawyer and the author of two books on prisons.",
        "Kordofan is a region of 8 million people.",
        "Jo Doe is a journalist who was taken in May.",
        "Jo Doe is a journalist detained in Juba since May.",
        "Jo Doe is a soldier of the army and was freed on Monday.",
    ],
)
def test_whom_the_story_names_or_what_it_explains_is_of_the_story(line: str) -> None:
    assert kinds(LEAD, NEXT, LAST, line)[-1] == "body"


def test_a_publisher_that_tells_of_itself_behind_a_credit_is_not_told() -> None:
    sender = "The Bara Review is an independent source of news."
    assert kinds(LEAD, NEXT, LAST, "Reporting by Jo Doe", sender)[-1] == "promotion"
    assert kinds(LEAD, NEXT, LAST, sender)[-1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "El ejército y los rebeldes de Kordofán intercambiaron presos cerca de Bara, según ambos.",
        "Die Armee und die Rebellen von Kordofan haben bei Bara Gefangene ausgetauscht, hiess es "
        "am Montag von beiden Seiten.",
        "Армия и повстанцы обменялись пленными.",
        "الجيش والمتمردون تبادلوا الأسرى",
    ],
)
def test_a_line_in_another_language_is_none_of_the_story(line: str) -> None:
    assert foreign_lines([LEAD, line, NEXT]) == {1}


@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        "Soldiers, rebels, mothers, children, dogs, goats, trucks, guns.",
        "Abdelaziz al-Hilu, Malik Agar and Mini Minnawi met Abdel Fattah al-Burhan in Juba.",
        "He wrote “Новости” on the wall.",
        "57",
    ],
)
def test_a_line_of_english_is_never_taken_for_another_language(line: str) -> None:
    assert foreign_lines([LEAD, line, NEXT]) == set()


def test_a_short_line_is_judged_by_those_around_it() -> None:
    spanish = "El ejército y los rebeldes intercambiaron presos cerca de Bara, según ambos bandos."
    assert foreign_lines([spanish, "Fueron 12 hombres.", spanish]) == {0, 1, 2}
