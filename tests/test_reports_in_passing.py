"""Deeds that a sentence tells in passing: who brokered them, where, and of which day they are."""

import pytest

from scripts.find.dates import find_dates
from scripts.resolve.rows import article_rows
from tests.stories import parsed, story

CASES = """
CONSULT negotiate | Aid was pledged at a conference in Nairobi that ended on Wednesday. | | nairobi
CONSULT negotiate | A conference on Somalia opened in the Kenyan capital on Tuesday. | | nairobi
ASSAULT attack | The toll from Monday's bombing of a market in Quetta rose to 19. | | quetta
ASSAULT airstrike | An air strike on a market in the town of Mopti, in Mali's Sikasso region, hit \
nine people. | | mopti
ASSAULT attack | Peru struck back after Monday's attack on Lyon. | | lyon
ASSAULT clash | Some 900 people have fled clashes between Congolese troops and rebels around the \
town of Goma, in Congo. | source COD | goma
RETREAT flee | Some 900 people have fled fighting between Congolese troops and rebels near Goma. \
| | goma
COERCE displace | At least 900 people have been displaced by fighting near Goma. | | goma
CONSULT meet | The ministers of Peru and Chile met in Doha on Monday, with Qatar as mediator. \
| source PER; source CHL; mediator QAT | doha
CONSULT negotiate | Peru and Chile held talks in Doha on Monday, mediated by Qatar, over a border. \
| source PER; source CHL; mediator QAT | doha
RETREAT ceasefire | Peru and Chile signed a truce on Monday under Qatari mediation. \
| source PER; source CHL; mediator QAT |
RETREAT prisoner_exchange | The exchange of prisoners had been mediated by Kenya. | mediator KEN |
AGREE agreement | Kenya mediated the deal. | mediator KEN |
RETREAT ceasefire | Kenya facilitated the truce. | mediator KEN |
ASSAULT attack | Gunmen fled hours after Chadian shelling killed two Malian soldiers. \
| source TCD; target MLI |
CONSULT negotiate | Envoys from 57 countries gathered in Brussels for the conference. | | brussels
CONSULT negotiate | Ministers assembled in Brussels for a summit. | | brussels
AID relief | Donors promised $1.9 billion to Peru. | target PER |
ASSAULT attack | A bomb exploded in Potiskum on Monday, officials of Yobe State said. | | potiskum
AID relief | Delegates met in Oslo on Tuesday and pledged $1.2 billion. | |
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_deed_told_in_passing_has_its_people_and_its_place(case: str) -> None:
    kind, sentence, people, place = (part.strip() for part in case.split("|"))
    type_, mode = kind.split()
    article = story(sentence)
    sentences, _ = parsed(article)
    told = [
        one
        for one in article_rows(article, sentences).reports
        if (one.row["type"], one.row["mode"]) == (type_, mode)
    ]
    assert told, "no such report"
    wanted = {tuple(one.split()) for one in people.split(";") if one.strip()}
    assert any(
        {(p["role"], p["actor_id"]) for p in one.parts} == wanted
        and (one.row["place_id"] or "").removeprefix("place-") == place
        for one in told
    ), [(one.parts, one.row["place_id"]) for one in told]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The truce will last seven days.", []),
        ("Rain fell in the last seven days.", ["the last seven days"]),
        ("Aid came within next 48 hours.", ["next 48 hours"]),
    ],
)
def test_what_will_last_some_days_is_no_date(text: str, found: list[str]) -> None:
    assert [date.span.of(text) for date in find_dates(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian capital Damascus was shelled by Turkey.",
        "Turkey shelled the Syrian capital, Damascus.",
        "Turkey shelled the Syrian capital.",
    ],
)
def test_a_capital_is_known_by_its_country_as_well_as_by_its_name(text: str) -> None:
    article = story(text)
    sentences, _ = parsed(article)
    (told,) = article_rows(article, sentences).reports
    assert told.row["place_id"] == "place-damascus"


def test_soldiers_of_ones_own_are_no_part_of_those_told_of_before() -> None:
    text = "Peru said it had killed nine soldiers. Chile said two of its soldiers were killed."
    article = story(text)
    sentences, _ = parsed(article)
    rows = article_rows(article, sentences).figures
    assert [row.get("_subset_of") for row in rows] == [None, None]


def test_a_bare_noun_that_adds_nothing_lends_its_place_in_the_text_to_what_it_points_to() -> None:
    article = story("Chad and Mali held talks in Doha on Monday. The talks lasted six hours.")
    sentences, _ = parsed(article)
    (told,) = article_rows(article, sentences).reports
    ((start, end),) = told.row["_again"]
    assert "talks" in article.text[start:end]
    assert start > article.text.index(".")


@pytest.mark.parametrize(
    "text",
    [
        "The former interior minister of Chad, Ana Roe, was sentenced to 12 years on Monday.",
        "The former interior minister, Ana Roe, was sentenced to 12 years on Monday.",
    ],
)
def test_a_name_set_off_by_commas_is_that_of_the_office_before_it(text: str) -> None:
    article = story(text)
    sentences, _ = parsed(article)
    (told,) = article_rows(article, sentences).reports
    assert [(p["role"], p["actor_id"]) for p in told.parts] == [("target", "person-ana-roe")]


def test_a_prefix_that_the_parser_cuts_off_belongs_to_its_noun() -> None:
    article = story("Six co-defendants were jailed. Two ex-soldiers were killed by rebels.")
    sentences, _ = parsed(article)
    found = [(row["text"], row["unit"]) for row in article_rows(article, sentences).figures]
    assert found == [("Six co-defendants", "person"), ("Two ex-soldiers", "person")]


def test_parties_at_odds_within_a_country_are_not_the_country() -> None:
    article = story(
        "Yemen's government and the Houthis met on Monday. The warring parties freed 9 captives."
    )
    sentences, _ = parsed(article)
    _, freed = article_rows(article, sentences).reports
    assert {p["actor_id"] for p in freed.parts} == {"YEM", "armed-group-houthis"}


def test_what_took_effect_on_a_day_is_of_that_day_though_its_place_stands_between() -> None:
    article = story("The truce around El Obeid, which took effect on Monday, held in Sudan.")
    sentences, _ = parsed(article)
    (told,) = article_rows(article, sentences).reports
    assert told.row["date_text"] == "Monday"
