import pytest

from scripts.read.blocks import blocks
from scripts.read.cues import cue
from scripts.read.shapes import own

LEAD = (
    "The army and the rebels of Kordofan exchanged prisoners near Bara on Monday, both sides said."
)
NEXT = "The swap near Bara was the first since May, said Mariam Haroun, who led the talks."
LAST = "Haroun added that the rebels of Kordofan had promised to free the others this year."


def kinds(text, title=""):
    return [b.kind for b in blocks(text, 0, title)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ MORE: Rebels name new chief", "teaser"),
        ("ALSO READ:\u00a0Rebels name new chief", "teaser"),
        ("READ MORE Rebels name new chief", "teaser"),
        ("Related: Rebels name new chief", "teaser"),
        ("More reporting on: Sudan | Chad | Prisons", "teaser"),
        ("GALLERY: 7 pictures from the crossing", "teaser"),
        ("https://news.example/rebels", "teaser"),
        ("#Sudan #Darfur", "teaser"),
        ("Photo: Families wait at the gate.", "caption"),
        ("In this file photo dated May 3, 2021, a boy rides past the gate.", "caption"),
        ("A view shows the gate of the prison in Bara, Sudan, May 3, 2021.", "caption"),
        ("Families wait at the gate (PHOTO / AFP)", "caption"),
        ("Families wait at the gate. [Omar Noor/Reuters]", "caption"),
        ("Families wait at the gate (army screengrab)", "caption"),
        ("FILE - This photo shows the gate, Nov. 19, 2023. (Army via AP, File)", "caption"),
        ("Families wait at the gate. REUTERS/Omar Noor/File Photo", "caption"),
        ("(Photo by Jo Doe/Pool via Wire)", "caption"),
        ("Families wait at the gate Image: Omar Noor.", "caption"),
        ("██ Held by the army", "caption"),
        ("![Families at the gate](gate.jpg)", "caption"),
        ("Get the Courier in your inbox:", "promotion"),
        ("Sign up for our evening letter.", "promotion"),
        ("Share this story: Facebook X Email", "promotion"),
        ("Follow the Courier’s coverage of Sudan in the app.", "promotion"),
        ("Story continues below advertisement", "promotion"),
        ("Donate now to help us go on.", "promotion"),
        ("(This story originally appeared elsewhere on May 3.)", "promotion"),
        ("Press office: press@army.example, +249 000 000", "promotion"),
        ("© 2024 The Courier. All rights reserved.", "legal"),
        ("When using the material a hyperlink to the Courier is required.", "legal"),
        ("The views expressed here are those of the author.", "legal"),
        ("Reporting by Amal Noor in Juba; Editing by Jo Doe", "credit"),
        ("(Additional reporting by Jo Doe)", "credit"),
        ("Jo Doe reported from Juba, and Amal Noor from Chad.", "credit"),
        ("♦ Download the Courier app for your phone.", "promotion"),
        ("20 March 2023 Peace and Security", "stamp"),
        ("Wire writer Jo Doe in Juba contributed to this report.", "credit"),
        ("By Amal Noor", "byline"),
        ("By Amal Noor | JUBA | May 3, 2024", "byline"),
        ("*By Amal Noor, Africa Correspondent*", "byline"),
        ("Published: 09:28, May 3, 2024 | Updated: 09:40, May 3, 2024", "stamp"),
        ("3 May 2024 17:42 (UTC+04:00)", "stamp"),
        ("Updated 6:41 PM EDT, May 3, 2024", "stamp"),
        ("Friday, May 3, 2024\u00a0", "stamp"),
        ("Juba, May 3, City News Desk", "stamp"),
        ("5 min read", "stamp"),
        ("2024-05-03", "stamp"),
        ("___", "heading"),
        ("* * *", "heading"),
    ],
)
def test_a_line_that_is_no_story_tells_so_itself(line, kind):
    assert own(line).kind == kind


@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        "By Monday the army had freed 25 men, and the rebels 15.",
        "“Sign up for the army or leave,” he told them.",
        "Reporting by the United Nations shows that 300 people died.",
        "Sponsored by Norway, the talks went on for a week.",
        "This image of calm was broken on Monday, an official said.",
        "A view of the war as a contest of neighbours gains ground, analysts said.",
        "Under the law the president may serve two terms of service.",
        "Follow-up talks are planned for May 3, 2024.",
        "More than 40 people were killed, and photos of the scene were shared widely.",
        "Read alone, the text promises little; read with the map, it promises 12 villages.",
        "Sources in the army said that 25 men were free.",
        "Research by the Courier found that 12 villages were burned.",
        "The agreement was signed in Juba on May 3, 2024.",
        "Any use of force would end the talks, the envoy said.",
        "In this picture of ruin, she said, nobody wins.",
        "Support our call or stay away, the rebels told the envoy.",
        "57 soldiers were taken in April.",
    ],
)
def test_a_line_of_the_story_is_never_furniture_by_its_words(line):
    assert own(line).kind == ""


def test_a_call_in_the_second_sentence_does_not_take_the_first_along():
    assert cue(f"{LEAD} Sign up for our newsletter.") == ("", False)


def test_title_byline_stamp_and_caption_stand_above_the_story():
    text = (
        "Published: 09:28, May 3, 2024\nArmy and rebels exchange prisoners\nBy Amal Noor\n\n"
        f"Families wait at the gate. (AFP Photo)\n\n{LEAD}\n\n{NEXT}\n"
    )
    assert kinds(text) == ["stamp", "title", "byline", "caption", "body", "body"]


def test_a_caption_above_the_title_is_not_the_title():
    text = f"Families wait at the gate (AFP)\n\nArmy and rebels exchange prisoners\n\n{LEAD}\n"
    assert kinds(text) == ["caption", "title", "body"]


def test_a_short_sentence_with_its_agency_above_the_story_is_a_caption():
    text = f"Army and rebels swap prisoners\n\nMen wait at the gate. (AFP)\n\n{LEAD}\n\n{NEXT}\n"
    assert kinds(text) == ["title", "caption", "body", "body"]


def test_a_deck_stands_above_the_byline():
    text = f"Army and rebels swap\nBoth sides speak of more.\nBy Amal Noor\n\n{LEAD}\n\n{NEXT}\n"
    assert kinds(text) == ["title", "caption", "byline", "body", "body"]


def test_a_story_may_begin_without_a_title():
    assert kinds(f"{LEAD}\n{NEXT}\n{LAST}\n") == ["body", "body", "body"]


def test_the_given_title_is_found_below_a_label():
    text = f"The long read today\nArmy and rebels swap prisoners\n\n{LEAD}\n"
    assert kinds(text, "Army and rebels swap prisoners | Courier") == ["heading", "title", "body"]


def test_a_title_that_asks_is_a_title():
    assert kinds(f"Will the truce hold in Kordofan?\n\n{LEAD}\n\n{NEXT}\n")[0] == "title"


def test_a_dated_sentence_below_the_title_is_a_caption():
    text = f"Army and rebels swap\n\nPrisoners walk home in Bara, Sudan, May 3, 2021.\n\n{LEAD}\n"
    assert kinds(text) == ["title", "caption", "body"]


def test_a_sentence_set_apart_below_the_title_is_a_caption():
    text = f"Army and rebels swap\nMen of both sides walk home.\n\n\n{LEAD}\n\n{NEXT}\n\n{LAST}"
    assert kinds(text) == ["title", "caption", "body", "body", "body"]


def test_a_lead_right_below_the_title_is_the_story():
    assert kinds(f"Army and rebels swap\n{LEAD}\n{NEXT}\n{LAST}\n") == ["title"] + ["body"] * 3
    assert kinds(f"Army and rebels swap\n{LEAD}\n\n{NEXT}\n\n{LAST}")[1:] == ["body"] * 3


def test_short_lines_between_paragraphs_are_headings():
    text = (
        f"{LEAD}\nA long quarrel\n{NEXT}\nWhat happens next?\n{LAST}\n'We want them all'\n{NEXT}\n"
    )
    assert kinds(text)[1::2] == ["heading"] * 3


def test_a_list_that_the_story_announces_is_story():
    text = (
        f"{LEAD}\n\nThe two sides agreed on:\n\n- a pause of six weeks\n- talks in Juba\n\n{LAST}\n"
    )
    assert kinds(text) == ["body"] * 5


def test_titles_below_a_list_heading_are_teasers_and_the_story_goes_on():
    text = (
        f"{LEAD}\n\nRelated stories\nRebels name new chief\nDrought in Chad\n\n{NEXT}\n\n{LAST}\n"
    )
    assert kinds(text) == ["body", "teaser", "teaser", "teaser", "body", "body"]


def test_a_newsletter_call_in_the_middle_ends_nothing():
    text = f"{LEAD}\n\nGet the Courier in your inbox:\n\n{NEXT}\n\n{LAST}\n"
    assert kinds(text) == ["body", "promotion", "body", "body"]


OTHERS = (
    "Norway's parliament voted on Tuesday to raise taxes on salmon farms.\n"
    "A ferry sank off Lombok, and 12 passengers are missing, rescuers said.\n"
    "Six ministers of Sudan's government resigned after a quarrel over wheat.\n"
)


def test_paragraphs_behind_a_legal_notice_are_other_stories():
    text = f"{LEAD}\n{NEXT}\n{LAST}\n© 2024 All rights reserved.\n{OTHERS}"
    assert kinds(text) == ["body"] * 3 + ["legal"] + ["other_story"] * 3


def test_paragraphs_behind_those_who_reported_are_other_stories():
    text = f"{LEAD}\n{NEXT}\n{LAST}\nReporting by Amal Noor; Editing by Jo Doe\n{OTHERS}"
    assert kinds(text) == ["body"] * 3 + ["credit"] + ["other_story"] * 3


def test_a_story_that_names_the_same_people_goes_on_behind_a_legal_notice():
    text = f"{LEAD}\n{NEXT}\n© 2024 All rights reserved.\n{LAST}\nHaroun left Bara later.\n"
    assert kinds(text) == ["body", "body", "legal", "body", "body"]


def test_an_agency_in_brackets_behind_the_story_is_a_credit():
    assert kinds(f"{LEAD}\n{NEXT}\n{LAST} (NEWS)\n") == ["body"] * 3 + ["credit"]


def test_a_box_for_subscribers_takes_no_quotation_along():
    box = "Sign up to The World\nGet a weekly letter with our best reports\nPrivacy notice: no.\n"
    text = f"{LEAD}\n\n{NEXT}\n\n{box}\n“We left it all,” said Marie Kabila in a camp.\n"
    assert kinds(text) == ["body", "body"] + ["promotion"] * 3 + ["body"]


def test_a_city_in_capitals_above_the_story_is_its_dateline():
    text = f"Army and rebels swap\nAmal Noor in Juba\nEL OBEID\n\n{LEAD}\n"
    assert kinds(text) == ["title", "byline", "dateline", "body"]


def test_a_day_between_paragraphs_is_a_heading_and_not_the_day_of_publication():
    text = f"{LEAD}\n\n{NEXT}\n\nMay 3, 2024\n\n{LAST}\n"
    assert kinds(text) == ["body", "body", "heading", "body"]


def test_the_days_of_a_timeline_are_headings_from_the_first_on():
    text = f"A war day by day\n\nMay 3, 2023\n{LEAD}\nMay 4, 2023\n{NEXT}\nMay 9, 2023\n{LAST}\n"
    assert kinds(text) == ["title", *["heading", "body"] * 3]


def test_lines_behind_the_last_paragraph_are_no_story():
    text = f"{LEAD}\n{NEXT}\nOther news of the day\nWheat harvest is large\nMay 3, 2024\n"
    assert kinds(text) == ["body", "body", "teaser", "teaser", "teaser"]


def test_markdown_headings_and_rules_are_no_story():
    text = f"# Army and rebels swap\n\n{LEAD}\n\n## The quarrel\n\n{NEXT}\n\n---\n\n{LAST}\n"
    assert kinds(text) == ["title", "body", "heading", "body", "heading", "body"]
