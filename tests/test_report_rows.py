"""Drafts of reports → rows: days by what stands before a date, agreements joined, acts dated."""

from dataclasses import replace
from datetime import date

import pytest

from scripts.find.dates import find_dates
from scripts.find.drafts import ReportDraft, Span
from scripts.read.article import Article
from scripts.resolve.dates import resolve_dates
from scripts.resolve.published import Published
from scripts.resolve.reports import report_rows
from scripts.resolve.told import Told
from tests.named_stories import span
from tests.stories import story

NAMES = {"Chad": "TCD", "Sudan": "SDN", "Niger": "NER", "They": ""}
DAY = date(2024, 5, 15)  #: a Wednesday
KNOWN = Published(DAY, DAY, DAY, "supplied")
UNKNOWN = Published(None, None, None, "unknown")


def draft(
    text: str,
    words: str,
    kind: str = "AGREE agreement",
    modality: str = "occurred",
    when: str = "",
    where: str = "",
    found_by: str = "verb-act",
    **roles: str,
) -> ReportDraft:
    type_, _, mode = kind.partition(" ")
    named = tuple(
        (role, span(text, name)) for role, listed in roles.items() for name in listed.split()
    )
    told = span(text, words)
    return ReportDraft(
        told,
        told,
        type_,
        mode,
        modality,
        named,
        span(text, when) if when else None,
        span(text, where) if where else None,
        found_by,
    )


def rows(article: Article, *drafts: ReportDraft, published: Published = KNOWN) -> list[Told]:
    text = article.text
    dates = tuple(
        words for block in article.story for words in find_dates(text, block.start, block.end)
    )
    return report_rows(
        article,
        drafts,
        dates,
        resolve_dates(article, dates, published),
        published,
        lambda found: [NAMES[found.of(text)]] if NAMES.get(found.of(text)) else [],
        lambda found: "place-ati" if found.of(text) == "Ati" else "",
    )


def days(told: Told) -> tuple[str, str, str | None, str | None]:
    row = told.row
    return str(row["start_date"]), str(row["end_date"]), row["date_precision"], row["date_basis"]


# ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "when", "found_by", "expected"),
    [
        pytest.param(
            "Clashes between Chad and Sudan since March 2023 have not ended.",
            "since March 2023",
            "noun-mutual",
            ("2023-03-01", "2024-05-15", "range", "stated"),
            id="a-spell-goes-on-until-the-day-of-publication",
        ),
        pytest.param(
            "The release by Chad came before 3 May 2024.",
            "before 3 May 2024",
            "verb-act",
            ("None", "None", None, None),
            id="before-leaves-the-first-day-open",
        ),
        pytest.param(
            "Chad is to release them by Friday.",
            "by Friday",
            "verb-act",
            ("None", "None", None, None),
            id="by-leaves-it-open-too",
        ),
        pytest.param(
            "Chad released them on 3 May 2024.",
            "on 3 May 2024",
            "verb-act",
            ("2024-05-03", "2024-05-03", "day", "stated"),
            id="a-day-is-that-day",
        ),
    ],
)
def test_what_stands_before_a_date_says_which_days_it_leaves(
    text: str, when: str, found_by: str, expected: tuple[str, ...]
) -> None:
    words = find_dates(text, 0, len(text))
    printed = next(w.span.of(text) for w in words)
    assert printed in when or when in printed
    article = story(text)
    (told,) = rows(article, draft(text, "Chad", when=printed, found_by=found_by, source="Chad"))
    assert days(told) == expected
    assert told.row["date_text"] == printed


def test_a_spell_has_no_days_where_nobody_knows_when_the_article_is_from() -> None:
    text = "Clashes between Chad and Sudan since March 2023 have not ended."
    printed = next(iter(find_dates(text, 0, len(text)))).span.of(text)
    (told,) = rows(
        story(text),
        draft(text, "Clashes", when=printed, found_by="noun-mutual", source="Chad Sudan"),
        published=UNKNOWN,
    )
    assert days(told)[:2] == ("None", "None")


def test_a_draft_that_names_neither_actor_nor_place_nor_day_is_no_report() -> None:
    text = "They met again, some say in Ati."
    assert rows(story(text), draft(text, "They met", "CONSULT meet", source="They")) == []
    assert len(rows(story(text), draft(text, "They met", "CONSULT meet", where="Ati"))) == 1


def test_a_deed_of_unnamed_people_is_a_report_though_nobody_is_known() -> None:
    text = "Gunmen shot the drivers. Rebels rejected it. They rejected that."
    told = draft(text, "Gunmen shot", "ASSAULT kill", source="Gunmen")
    named = draft(text, "Rebels rejected", "REJECT refuse", source="Rebels")
    bare = draft(text, "They rejected", "REJECT refuse", source="They")
    assert [one.row["mode"] for one in rows(story(text), told, named, bare)] == ["kill", "refuse"]


def test_a_noun_that_points_back_to_a_deed_of_nobody_is_not_told_again() -> None:
    text = "Gunmen raided a mill. The raid shook them."
    first = draft(text, "Gunmen raided", "ASSAULT attack", source="Gunmen")
    again = draft(text, "raid shook", "ASSAULT attack", found_by="noun-act")
    assert len(rows(story(text), first, again)) == 1


def test_two_persons_who_meet_are_no_event_unless_one_holds_an_office() -> None:
    text = "Ngo met Adou. President Ngo met Adou."
    private = draft(text, "Ngo met", "CONSULT meet", source="Ngo Adou")
    named = (("source", span(text, "President Ngo")), ("source", span(text, "Adou")))
    official = replace(private, span=span(text, "President Ngo met"), roles=named)
    published = Published(None, None, None, "unknown")
    article = story(text)

    def told(one: ReportDraft) -> list[Told]:
        return report_rows(
            article, [one], (), {}, published, lambda words: ["person-" + words.of(text)], str
        )

    assert told(private) == []
    assert len(told(official)) == 1


def test_an_actor_named_twice_in_one_role_has_one_part() -> None:
    text = "Chad said that Chad met Sudan."
    one = draft(text, "met", "CONSULT meet", source="Sudan")
    twice = (("source", Span(0, 4)), ("source", Span(15, 19)), *one.roles)
    (told,) = rows(story(text), ReportDraft(**{**vars(one), "roles": twice}))
    assert [(p["role"], p["actor_id"], p["char_start"]) for p in told.parts] == [
        ("source", "TCD", 0),
        ("source", "SDN", 24),
    ]


def test_the_same_words_read_twice_are_one_report() -> None:
    text = "Chad and Sudan met in Ati."
    met = draft(text, "met", "CONSULT meet", source="Chad")
    assert len(rows(story(text), met, met)) == 1


# ---------------------------------------------------------------------------------------------

ACCORD = "Chad and Sudan agreed on Monday to end the dispute."


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ("Under the accord, Chad will free nine.", ("2024-05-13", "2024-05-13", "day", "context")),
        (
            "Under the accord, Chad will free nine on 20 May 2024.",
            ("2024-05-20", "2024-05-20", "day", "stated"),
        ),
    ],
    ids=["undated", "dated"],
)
def test_an_announced_act_without_a_day_is_dated_by_the_accord(
    then: str, expected: tuple[str, ...]
) -> None:
    text = f"{ACCORD}\n{then}"
    article = story(ACCORD, then)
    when = [words.span.of(text) for words in find_dates(text, 0, len(text))]
    free = draft(
        text,
        "Chad will free",
        "RETREAT release",
        "announced",
        when=when[1] if len(when) > 1 else "",
        source="Chad",
    )
    _, told = rows(article, draft(text, "agreed", when=when[0], source="Chad Sudan"), free)
    assert days(told) == expected


@pytest.mark.parametrize(
    "accord",
    [
        pytest.param("Chad and Sudan agreed in October 1998 to end the dispute.", id="an-old-one"),
        pytest.param("Chad and Sudan agreed to end the dispute.", id="one-without-a-day"),
    ],
)
def test_an_accord_that_is_not_the_news_dates_nothing(accord: str) -> None:
    then = "Now Chad will free nine."
    text = f"{accord}\n{then}"
    when = next((words.span.of(text) for words in find_dates(text, 0, len(text))), "")
    _, told = rows(
        story(accord, then),
        draft(text, "agreed", when=when, source="Chad Sudan"),
        draft(text, "Chad will free", "RETREAT release", "announced", source="Chad"),
    )
    assert days(told)[:2] == ("None", "None")
    assert told.row["date_text"] is None


def test_of_two_accords_on_different_days_none_dates_an_act() -> None:
    first, second = ACCORD, "Chad and Niger agreed on Tuesday to trade."
    then = "Now Chad will free nine."
    text = f"{first}\n{second}\n{then}"
    again = Span(text.index("agreed on Tuesday"), text.index("agreed on Tuesday") + 6)
    monday, tuesday = (words.span.of(text) for words in find_dates(text, 0, len(text)))
    two = draft(text, "agreed", when=tuesday, source="Niger")
    two = ReportDraft(**{**vars(two), "span": again, "trigger": again})
    told = rows(
        story(first, second, then),
        draft(text, "agreed", when=monday, source="Chad Sudan"),
        two,
        draft(text, "Chad will free", "RETREAT release", "announced", source="Chad"),
    )
    assert days(told[-1])[:2] == ("None", "None")


def test_what_happened_already_is_not_dated_by_the_accord() -> None:
    then = "Chad has freed nine."
    text = f"{ACCORD}\n{then}"
    monday = next(iter(find_dates(text, 0, len(text)))).span.of(text)
    _, told = rows(
        story(ACCORD, then),
        draft(text, "agreed", when=monday, source="Chad Sudan"),
        draft(text, "has freed", "RETREAT release", source="Chad"),
    )
    assert told.row["start_date"] is None


# ---------------------------------------------------------------------------------------------

JOINT = "Chad and Sudan have agreed to meet, says a joint statement that they issued on Monday."


def agreement(text: str, words: str, when: str = "", source: str = "Chad Sudan") -> ReportDraft:
    return draft(text, words, when=when, source=source)


def test_one_paragraphs_tellings_of_an_agreement_are_one_and_take_the_day() -> None:
    monday = next(iter(find_dates(JOINT, 0, len(JOINT)))).span.of(JOINT)
    (told,) = rows(
        story(JOINT), agreement(JOINT, "have agreed"), agreement(JOINT, "joint statement", monday)
    )
    assert told.row["trigger_text"] == "have agreed"
    assert days(told) == ("2024-05-13", "2024-05-13", "day", "publication")


@pytest.mark.parametrize(
    ("paragraphs", "source"),
    [
        pytest.param(tuple(JOINT.split(", ")), "Chad Sudan", id="another-paragraph"),
        pytest.param((JOINT,), "Chad", id="other-actors"),
    ],
)
def test_agreements_of_other_paragraphs_or_actors_stay_apart(
    paragraphs: tuple[str, ...], source: str
) -> None:
    text = "\n".join(paragraphs)
    told = rows(
        story(*paragraphs),
        agreement(text, "have agreed"),
        agreement(text, "joint statement", source=source),
    )
    assert len(told) == 2


def test_agreements_of_two_days_stay_apart() -> None:
    text = "Chad and Sudan agreed on Monday on roads and signed a treaty on Tuesday."
    monday, tuesday = (words.span.of(text) for words in find_dates(text, 0, len(text)))
    told = rows(story(text), agreement(text, "agreed", monday), agreement(text, "signed", tuesday))
    assert [days(one)[0] for one in told] == ["2024-05-13", "2024-05-14"]
