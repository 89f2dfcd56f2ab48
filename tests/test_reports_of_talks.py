"""Talks, truces and strikes told by other words: who took part, hosted, mediated, and when."""

import pytest

from scripts.find.dates import find_dates
from scripts.resolve.rows import article_rows
from tests.stories import parsed, story

PER, CHL, NOR, UN = "PER", "CHL", "NOR", "organisation-united-nations"


def rows(text: str, **meta: str) -> list[tuple[str, str, str, str | None, str | None]]:
    article = story(text, **meta)
    sentences, _ = parsed(article)
    columns = ("type", "mode", "modality", "date_text", "place_id")
    found = article_rows(article, sentences).reports
    return [tuple(one.row[column] for column in columns) for one in found]  # type: ignore[misc]


def parts(text: str) -> list[list[tuple[str, str]]]:
    article = story(text)
    sentences, _ = parsed(article)
    found = article_rows(article, sentences).reports
    return [sorted((part["role"], part["actor_id"]) for part in one.parts) for one in found]


TALKS = ("CONSULT", "negotiate", "occurred")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials from Peru and Chile took part in talks in Geneva on Monday.",
            [(*TALKS, "Monday", "place-geneva")],
        ),
        (
            "Ministers of Peru participated in a conference in Geneva on Monday.",
            [(*TALKS, "Monday", "place-geneva")],
        ),
        (
            "Peruvian and Chilean negotiators ended two days of border talks in Geneva on Friday.",
            [(*TALKS, "Friday", "place-geneva")],
        ),
        (
            "Envoys of Peru wound up a two-day meeting in Geneva on Thursday.",
            [(*TALKS, "Thursday", "place-geneva")],
        ),
        ("The meeting drew 42 countries.", [(*TALKS, None, None)]),
        ("The talks brought together 25 delegates.", [(*TALKS, None, None)]),
        (
            "The minister spoke after the April talks in Geneva.",
            [(*TALKS, "April", "place-geneva")],
        ),
        (
            "Envoys from 57 countries gathered in Geneva for the conference, which Peru organised.",
            [(*TALKS, None, "place-geneva")],
        ),
        (
            "The release follows talks in Geneva, which Norway mediated.",
            [(*TALKS, None, "place-geneva")],
        ),
        (
            "Peru and Chile agreed on Monday to exchange 90 prisoners after talks in Geneva.",
            [
                ("RETREAT", "prisoner_exchange", "announced", "Monday", None),
                (*TALKS, None, "place-geneva"),
            ],
        ),
        ("Workers read one page of the report that follows talks.", []),
        (
            "A strike on a market in Aleppo killed nine people on Monday.",
            [("ASSAULT", "attack", "occurred", "Monday", "place-aleppo")],
        ),
        ("A hunger strike at the port of Aleppo ended.", []),
        (
            "The armies have fought for the city of Mosul for three months.",
            [("ASSAULT", "clash", "occurred", None, "place-mosul")],
        ),
        (
            "Aircraft bombed the outskirts of Mosul in northern Iraq on Monday.",
            [("ASSAULT", "bombard", "occurred", "Monday", "place-mosul")],
        ),
        (
            "A bomb exploded at the main bus station of Mosul on Tuesday.",
            [("ASSAULT", "attack", "occurred", "Tuesday", "place-mosul")],
        ),
        (
            "Peru's army announced a prisoner exchange on Wednesday.",
            [("RETREAT", "prisoner_exchange", "announced", "Wednesday", None)],
        ),
        (
            "Peru and Chile signed a ceasefire on Monday that will start on Friday.",
            [
                ("RETREAT", "ceasefire", "occurred", "Monday", None),
                ("RETREAT", "ceasefire", "announced", "Friday", None),
            ],
        ),
        (
            "Peru and Chile signed a truce on Monday that took effect at once.",
            [("RETREAT", "ceasefire", "occurred", "Monday", None)],
        ),
        (
            "Peru's High Court on Friday jailed nine men for plotting to overthrow the government.",
            [("COERCE", "convict", "occurred", "Friday", None)],
        ),
        (
            "Ann Moe and six other men were found guilty in Lima.",
            [("COERCE", "convict", "occurred", None, "place-lima")],
        ),
        (
            "One compared the month with March, when gunmen killed nine soldiers in Peru.",
            [("ASSAULT", "kill", "occurred", "March", "place-peru")],
        ),
        (
            "One compared it with March, when an ambush at Mosul killed nine soldiers.",
            [("ASSAULT", "attack", "occurred", "March", "place-mosul")],
        ),
        (
            "Insurgents raided two villages near Mosul on Monday.",
            [("ASSAULT", "attack", "occurred", "Monday", "place-mosul")],
        ),
        (
            "Police raided a house in Mosul on Monday.",
            [("COERCE", "raid", "occurred", "Monday", "place-mosul")],
        ),
        (
            "A tribunal in Lima sent 14 officers to prison for a revolt.",
            [("COERCE", "convict", "occurred", None, "place-lima")],
        ),
        (
            "Ministers met in Geneva on Monday. The meeting drew 42 countries.",
            [("CONSULT", "meet", "occurred", "Monday", "place-geneva")],
        ),
    ],
)
def test_a_deed_is_told_by_the_words_that_carry_it(text: str, expected: list[object]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The deal was reached on Monday with the help of Norway.",
            [[("mediator", NOR)]],
        ),
        (
            "Peru and Chile held talks in Geneva under the auspices of the United Nations.",
            [[("mediator", UN), ("source", CHL), ("source", PER)]],
        ),
        (
            "The exchange follows talks in Geneva at which Norway acted as mediator.",
            [[("mediator", NOR)]],
        ),
        (
            "The truce was arranged by the United Nations.",
            [[("mediator", UN)]],
        ),
        (
            "Norway, which hosted the meeting together with Peru, was pleased.",
            [[("host", NOR), ("host", PER)]],
        ),
        (
            "Norway, which shared the chair with Peru, asked for more.",
            [[("host", NOR), ("host", PER)]],
        ),
        (
            "Officials from Peru and Chile took part in talks in Geneva on Monday.",
            [[("source", CHL), ("source", PER)]],
        ),
        (
            "Norwegian mediators had brought the rivals together in March.",
            [[("mediator", NOR)]],
        ),
        (
            "A ceasefire came into force in Aleppo on Tuesday. The lull was arranged by Norway.",
            [[("mediator", NOR)]],
        ),
        (
            "Peru and Chile signed a treaty on Monday. Norway brokered the treaty.",
            [[("mediator", NOR), ("source", CHL), ("source", PER)]],
        ),
        (
            "A round of talks was held in Geneva. Norway again acted as mediator.",
            [[("mediator", NOR)]],
        ),
        (
            "Peru and Chile met in Geneva on Monday with Norwegian mediators.",
            [[("mediator", NOR), ("source", CHL), ("source", PER)]],
        ),
        (
            "Peru and Chile held talks in Geneva with mediators from Norway.",
            [[("mediator", NOR), ("source", CHL), ("source", PER)]],
        ),
        (
            "Nine teachers were freed on Monday after four days of talks brokered by Norway.",
            [[], [("mediator", NOR)]],
        ),
        # another helper is another round
        (
            "Peru held talks mediated by Chile in Geneva on Monday. Norway mediated the round.",
            [[("mediator", CHL), ("source", PER)], [("mediator", NOR)]],
        ),
    ],
)
def test_who_helps_is_neither_a_side_nor_an_event(text: str, expected: list[object]) -> None:
    assert parts(text) == expected


def days(text: str) -> list[str | None]:
    article = story(text, published="2031-05-08")
    sentences, _ = parsed(article)
    found = [one.row["start_date"] for one in article_rows(article, sentences).reports]
    return [day and day.isoformat() for day in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen attacked Mosul on Tuesday, three days after soldiers shelled Ati.",
            ["2031-05-06", "2031-05-03"],
        ),
        (
            "The agency said on Tuesday it was ready, a day after envoys signed a deal in Geneva.",
            ["2031-05-05"],
        ),
        (
            "Gunmen attacked Mosul on Tuesday, two days before soldiers shelled Ati.",
            ["2031-05-06", "2031-05-08"],
        ),
        # about as many days, and a day that nobody tells
        (
            "Gunmen attacked Mosul on Tuesday, about three days after soldiers shelled Ati.",
            ["2031-05-06", None],
        ),
        ("Gunmen attacked Mosul three days after soldiers shelled Ati.", [None, None]),
        ("On Friday of last week gunmen attacked Mosul.", ["2031-05-02"]),
    ],
)
def test_a_deed_that_another_is_counted_from_takes_its_day(
    text: str, expected: list[str | None]
) -> None:
    assert days(text) == expected


def figures(text: str) -> list[tuple[str, str | None, str | None]]:
    article = story(text)
    sentences, _ = parsed(article)
    found = article_rows(article, sentences).figures
    return [(one["text"], one["unit"], one["measure"]) for one in found]


def test_flights_and_passers_by_are_counted_for_what_they_are() -> None:
    told = "Four flights carried nine guards to the capital and 12 soldiers in another direction."
    assert ("12 soldiers", "person", "other") in figures(told)
    assert figures("Eleven passers-by were hurt in Mosul.")[0][1:] == ("person", "wounded")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("after the April talks in Lima", ["April"]),
        ("its June offensive", ["June"]),
        ("compared it with March, when nine died", ["March"]),
        ("the April flowers", []),
        ("Theresa May spoke. The May deal failed.", []),
    ],
)
def test_a_month_dates_the_event_that_it_names(text: str, expected: list[str]) -> None:
    assert [one.span.of(text) for one in find_dates(text)] == expected
