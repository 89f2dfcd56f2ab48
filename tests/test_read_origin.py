import json

import pytest

from scripts.lexicon import rows
from scripts.read.agencies import agency, is_house_of
from scripts.read.files import read_articles
from scripts.read.origin import origin

TITLE = "Bridge reopens after flood in Lorma"
LEAD = "Crews reopened the river bridge at Lorma on Tuesday after nine days of repairs."
MORE = "Two lanes carry traffic again, the roads office said, and a third will follow in June."
LAST = "Engineers will look at the pillars once more when the water has fallen further."


def read(tmp_path, text, name="one.txt"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    findings = []
    (article,) = read_articles(path, findings)
    return article


def told(tmp_path, *, head="", lead=LEAD, last=LAST, foot="", **meta):
    front = "".join(f'{key}: "{value}"\n' for key, value in meta.items())
    parts = [TITLE, *([head] if head else []), lead, MORE, last, *([foot] if foot else [])]
    text = (f"---\n{front}---\n" if front else "") + "\n\n".join(parts) + "\n"
    return origin(read(tmp_path, text, "one.md" if front else "one.txt"))


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("LORMA (Reuters) - ", "Reuters"),
        ("(Reuters) - ", "Reuters"),
        ("LORMA, May 3 (AP) — ", "Associated Press"),
        ("LORMA, Kenya (AP) — ", "Associated Press"),
        ("Lorma, 3 May (dpa) - ", "dpa"),
        ("LORMA, May 3 (Xinhua) -- ", "Xinhua"),
        ("NEW DELHI: May 3 (PTI) - ", "PTI"),
        ("LORMA, May 3. /TASS/. ", "TASS"),
        ("LORMA, May 3, TASS. ", "TASS"),
        ("Lorma (AFP) – ", "AFP"),
        ("LORMA [Agence France-Presse] – ", "AFP"),
        ("LORMA (Northern News Agency) – ", "Northern News Agency"),
        ("LORMA (Delta Wire) – ", "Delta Wire"),
        ("LORMA, May 3 (Newswire) – ", ""),
        ("LORMA (Delta) – ", ""),
        ("LORMA (Special to the Courier) – ", ""),
        ("Reuters, Lorma – ", "Reuters"),
        ("AP – ", "Associated Press"),
        ("Xinhua — ", "Xinhua"),
        ("(AFP) ", "AFP"),
        ("LORMA: AFP – ", "AFP"),
        ("LORMA, May 3 - ", ""),
        ("LORMA (Kenya) - ", ""),
        ("LORMA (AFP/Reuters) - ", ""),
        ("LORMA, Reuters Square - ", ""),
        ("Petra, Jordan – ", ""),
    ],
)
def test_the_agency_of_a_dateline_is_the_origin(tmp_path, opening, expected):
    assert told(tmp_path, lead=opening + LEAD) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Reuters", "Reuters"),
        ("By Reuters", "Reuters"),
        ("Reuters Staff", "Reuters"),
        ("Ana Rojas, Reuters", "Reuters"),
        ("By Ana Rojas and Budi Guna, The Associated Press", "Associated Press"),
        ("Ana Rojas | AFP", "AFP"),
        ("Ana Rojas/AFP", "AFP"),
        ("Ana Rojas for Agence France-Presse", "AFP"),
        ("Xinhua News Agency", "Xinhua"),
        ("Agencies", ""),
        ("Staff and agencies", ""),
        ("Staff and Reuters", ""),
        ("Web Desk, AFP", ""),
        ("The Courier, AFP", ""),
        ("Reuters, AFP", ""),
        ("Ana Rojas, with Reuters", ""),
        ("Ana Rojas", ""),
        ("Ap Rutten", ""),
    ],
)
def test_a_byline_that_names_an_agency_alone_or_behind_its_reporter(tmp_path, byline, expected):
    assert told(tmp_path, byline=byline, publisher="Lorma Courier, The Courier") == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("By Xinhua", "Xinhua"),
        ("Reuters", "Reuters"),
        ("By Ana Rojas, The Associated Press", "Associated Press"),
        ("AFP | May 3, 2031", "AFP"),
        ("Ana Rojas, Associated Press", "Associated Press"),
        ("AFP - Agence France Presse", "AFP"),
        ("Crews look at bridge, AFP learns", ""),
        ("By Ana Rojas", ""),
        ("The river seen from the north (AFP)", ""),
        ("Crews at work on the river bridge on Monday. Photo: Reuters", ""),
    ],
)
def test_a_line_between_title_and_story_tells_who_wrote_and_no_picture_does(
    tmp_path, head, expected
):
    assert told(tmp_path, head=head) == expected


def test_a_name_alone_beside_a_caption_may_be_that_of_who_took_the_picture(tmp_path):
    head = "Crews at work on the river bridge on Monday. [File photo/AFP]\n\nReuters"
    assert told(tmp_path, head=head) == ""


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("Source: Xinhua", "Xinhua"),
        ("Source: Xinhua | Editor: Li Na", "Xinhua"),
        ("Source: Agence France-Presse", "AFP"),
        ("Source: AFP, Reuters", ""),
        ("Sources: roads office", ""),
        ("Source: Agencies", ""),
        ("Source: roads office", ""),
        ("- AFP", "AFP"),
        ("— Reuters", "Reuters"),
        ("(ANI)", "ANI"),
        ("© AFP", "AFP"),
        ("© 2031 AFP", "AFP"),
        ("Copyright 2031 The Associated Press. All rights reserved.", "Associated Press"),
        ("(c) 2031 Kyodo News", "Kyodo"),
        ("© 2031 The Courier. All rights reserved.", ""),
        ("© AFP/Ana Rojas", ""),
        ("With inputs from agencies", ""),
        ("(With inputs from PTI)", ""),
        ("With reporting by Reuters", ""),
        ("AP contributed to this report.", ""),
        ("Additional reporting by Ana Rojas of Reuters", ""),
    ],
)
def test_what_stands_below_the_story_may_say_whose_it_is(tmp_path, foot, expected):
    assert told(tmp_path, foot=foot) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (f"{LAST} - AFP", "AFP"),
        (f"{LAST} –AFP", "AFP"),
        (f"{LAST} (PTI)", "PTI"),
        (f"{LAST} /TASS/", "TASS"),
        (f"{LAST} (WAFA)", "WAFA"),
        (f"{LAST} (AFP, Reuters)", ""),
        (f"{LAST} (Fig. 2)", ""),
        ("The water will fall, an engineer told AFP.", ""),
        ("The figures were first given by Reuters.", ""),
        ("“It will hold,” the engineer told the agency – AFP could not check that.", ""),
    ],
)
def test_the_sign_off_behind_the_last_sentence_names_the_agency(tmp_path, last, expected):
    assert told(tmp_path, last=last) == expected


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("(This story originally appeared on The Lantern on December 15.)", "The Lantern"),
        ("This article was first published by Open Rivers.", "Open Rivers"),
        ("This article was originally published on May 3 in the Lorma Times.", "Lorma Times"),
        ("This piece first appeared in the May 2031 issue of River Review.", "River Review"),
        ("This story was republished with permission from Delta Wire.", "Delta Wire"),
        ("Republished from Delta Wire", "Delta Wire"),
        ("Originally published by Delta Wire on May 3, 2031", "Delta Wire"),
        ("This article was originally published by AFP.", "AFP"),
        ("(This story originally appeared on on December 15.)", ""),
        ("This article was first published in English on May 3.", ""),
        ("This article was originally published on May 3, 2031 and has been updated.", ""),
        ("This story was first published on Facebook.", ""),
        ("This story was first published by The 19th.", ""),
        ("This story has been updated since it was first published.", ""),
        ("The plan was first published by the Roads Office in May.", ""),
        ("This article was first published by Bridge News.", ""),
    ],
)
def test_a_note_that_the_text_appeared_elsewhere_first_names_the_outlet(tmp_path, foot, expected):
    assert told(tmp_path, foot=foot, publisher="Bridge News") == expected


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("Reuters", ""),
        ("Thomson Reuters", ""),
        ("Reuters India", ""),
        ("The Courier", "Reuters"),
    ],
)
def test_an_agency_that_publishes_itself_repeats_nobody(tmp_path, publisher, expected):
    assert told(tmp_path, lead=f"LORMA (Reuters) - {LEAD}", publisher=publisher) == expected


def test_the_address_tells_the_agency_where_no_publisher_is_named():
    assert is_house_of("Reuters", "", "https://www.reuters.com/world/bridge")
    assert is_house_of("Associated Press", "", "https://apnews.com/article/bridge")
    assert not is_house_of("Reuters", "", "https://courier.example/reuters/bridge")
    assert not is_house_of("Associated Press", "Apple Daily", "")


def test_no_article_is_derived_from_itself(tmp_path):
    text = f"{TITLE}\n\nLORMA (Reuters) - {LEAD}\n\n{MORE}\n"
    assert origin(read(tmp_path, text, "Reuters.txt")) == ""
    assert origin(read(tmp_path, text, "courier.txt")) == "Reuters"


def test_what_front_matter_says_stands(tmp_path):
    from scripts.find.parse import parse
    from scripts.resolve.rows import article_rows

    text = f'---\nderived_from: "Delta Wire"\n---\n{TITLE}\n\nLORMA (Reuters) - {LEAD}\n\n{MORE}\n'
    ((article, sentences),) = parse([read(tmp_path, text, "one.md")])
    assert article_rows(article, sentences).source["derived_from"] == "Delta Wire"
    text = f"{TITLE}\n\nLORMA (Reuters) - {LEAD}\n\n{MORE}\n"
    ((article, sentences),) = parse([read(tmp_path, text)])
    assert article_rows(article, sentences).source["derived_from"] == "Reuters"


def test_a_page_and_a_record_say_it_like_a_text(tmp_path):
    story = f"<p>LORMA (AFP) – {LEAD}</p><p>{MORE}</p><p>{LAST}</p>" + f"<p>{MORE} {LAST}</p>" * 3
    page = (
        f"<html><head><title>{TITLE} - The Courier</title></head><body><article><h1>{TITLE}</h1>"
        f"{story}</article></body></html>"
    )
    assert origin(read(tmp_path, page, "page.html")) == "AFP"
    author = '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Reuters"}}'
    linked = page.replace("LORMA (AFP) – ", "").replace(
        "</head>", f'<script type="application/ld+json">{author}</script></head>'
    )
    assert origin(read(tmp_path, linked, "linked.html")) == "Reuters"
    shown = page.replace("LORMA (AFP) – ", "").replace(
        "</h1>", '</h1><p class="byline">By Agence France-Presse</p>'
    )
    assert origin(read(tmp_path, shown, "shown.html")) == "AFP"
    record = {"id": "r1", "title": TITLE, "text": f"{LEAD}\n\n{MORE}\n\n{LAST}\n\nSource: Xinhua"}
    assert origin(read(tmp_path, json.dumps(record) + "\n", "one.jsonl")) == "Xinhua"
    record = {**record, "text": f"{LEAD}\n\n{MORE}", "byline": "By AFP", "publisher": "Daily Mail"}
    assert origin(read(tmp_path, json.dumps(record) + "\n", "two.jsonl")) == "AFP"


@pytest.mark.parametrize("row", rows("agencies"), ids=lambda row: row["name"])
def test_every_spelling_leads_to_an_agency_that_stands_for_itself(row):
    assert agency(row["name"]) == row["agency"]
    assert agency(row["agency"]) == row["agency"]


def test_an_abbreviation_is_an_agency_only_as_it_stands():
    assert (agency("TAP"), agency("tap"), agency("Tap")) == ("TAP", "", "")
