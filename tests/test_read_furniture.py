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
        ("This interview has been edited for length.", "promotion"),
        ("The talk was edited for clarity.", "promotion"),
        ("It has been edited for brevity.", "promotion"),
        ("The talk has been edited and condensed.", "promotion"),
        ("Our talk, condensed and edited, follows.", "promotion"),
        ("Do you have a story for us?", "promotion"),
        ("Do you have a tip?", "promotion"),
        ("Do you have information on this?", "promotion"),
        ("Have you been affected by the floods?", "promotion"),
        ("Are you affected by this?", "promotion"),
        ("With a story of your own, call the newsroom.", "promotion"),
        ("The site contains only a portion of what the agency sends.", "legal"),
        ("Write to the desk for subscription options.", "promotion"),
        ("This text represents the views of its author.", "legal"),
        ("These lines represent the views of two people.", "legal"),
        ("These are the views of the author alone.", "legal"),
        ("The views here are the author's own.", "legal"),
        ("The views here are the authors' own.", "legal"),
        ("The views here are the writer's own.", "legal"),
        ("This blog is closed now.", "promotion"),
        ("This live blog has ended.", "promotion"),
        ("This live page is no longer updated.", "promotion"),
        ("Our live coverage ends here.", "promotion"),
        ("That's all for today.", "promotion"),
        ("That's all from our team in Juba.", "promotion"),
        ("Correction, June 12: Two names were misspelt.", "promotion"),
        ("Clarification, June 12: Two names were misspelt.", "promotion"),
        ("Except for the headline, nothing here was edited.", "legal"),
        ("It is published from a syndicated feed.", "legal"),
        ("Hello, and welcome back.", "promotion"),
        ("Hello and welcome to the letter.", "promotion"),
        ("Welcome to our coverage.", "promotion"),
        ("Welcome back to the letter.", "promotion"),
        ("Was this email forwarded to you?", "promotion"),
        ("Was this newsletter forwarded to you?", "promotion"),
        ("Endnotes", "teaser"),
        ("Notes and references", "teaser"),
        ("Save articles to read later.", "promotion"),
        ("Some information in this report came from Reuters.", "credit"),
        ("Some information for this report came from Reuters.", "credit"),
        ("(Web editor: Amal Noor, Jo Doe)", "credit"),
        ("Editor: Amal Noor", "credit"),
        ("Editors: Amal Noor, Jo Doe", "credit"),
        ("Reporter: Amal Noor", "credit"),
        ("Writer: Amal Noor", "credit"),
        ("Translator: Amal Noor", "credit"),
        ("Author: Amal Noor", "credit"),
        ("Facebook Twitter Print Email", "promotion"),
        ("Home / News / World", "teaser"),
        ("May 3, 202412:41 PM UTCUpdated 2 hours ago", "stamp"),
        ("Posted by Amal Noor on May 3, 2024", "stamp"),
        ("Submitted on May 3, 2024", "stamp"),
        ("News release 3 May 2024", "stamp"),
        ("Statement, 3 May 2024", "stamp"),
        ("2024-05-03T08:15:00Z", "stamp"),
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
        "Welcome to hell, a soldier wrote on the wall of the camp at Bara.",
        "Release of prisoners began on 3 May 2024",
        "Statement by the army on May 3, 2024 said nothing of this.",
        "Correction, not punishment, is what the court wants, its head said.",
        "Comments by the minister angered Chad.",
        "This blog is read by thousands, the writer told the court.",
        "Posted to Bara on 3 May 2024, the colonel found no soldiers.",
        "Some information in this report was wrong, the army said.",
        "Save articles of faith, nothing was left.",
        "Submitted by Chad on May 3, 2024, the draft names 12 men.",
        "Ministry of Defence officials said 12 men died.",
        "Editors: they were freed on Monday.",
        "Press freedom died there on 3 May 2024",
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


def test_a_live_entry_with_more_from_somewhere_is_story_and_a_title_is_not():
    entry = (
        "More from the palace: President Amos Waweru met his Chadian counterpart on Monday and "
        "promised to keep the road open."
    )
    assert own(entry).kind == ""
    assert own("More from the palace: Waweru meets Chadian counterpart").kind == "teaser"
