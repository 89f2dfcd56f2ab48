"""Date words become the days that they allow, and no fewer."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.tables import codelist
from scripts.find.dates import DateWords, find_dates
from scripts.find.drafts import Span
from scripts.read.article import Article
from scripts.resolve.dates import When, resolve_dates
from scripts.resolve.published import Published
from tests.stories import story

WEDNESDAY = date(2021, 6, 16)
UNKNOWN = Published(None, None, None, "unknown")


def on(day: date) -> Published:
    return Published(day, day, day, "supplied")


def found_in(article: Article) -> tuple[DateWords, ...]:
    return tuple(
        words
        for block in article.story
        for words in find_dates(article.text, block.start, block.end)
    )


NOW = on(WEDNESDAY)


def whens(*paragraphs: str, published: Published = NOW) -> list[When]:
    article = story(*paragraphs)
    return list(resolve_dates(article, found_in(article), published).values())


def days(*paragraphs: str, published: Published = NOW) -> str:
    """First and last day of the last date of some paragraphs, precision and basis."""
    when = whens(*paragraphs, published=published)[-1]
    if when.start is None:
        return "open"
    return f"{when.start}/{when.end} {when.precision} {when.basis}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 4 June 2018.", "2018-06-04/2018-06-04 day stated"),
        ("They met in June 2018.", "2018-06-01/2018-06-30 month stated"),
        ("They met in February 2020.", "2020-02-01/2020-02-29 month stated"),
        ("They met in mid-June 2018.", "2018-06-11/2018-06-20 range stated"),
        ("They met in late June 2018.", "2018-06-21/2018-06-30 range stated"),
        ("They met in 2018.", "2018-01-01/2018-12-31 year stated"),
        ("They met in early 2018.", "2018-01-01/2018-03-31 season stated"),
        ("They met in late 2018.", "2018-10-01/2018-12-31 season stated"),
        ("They met in mid-2018.", "2018-04-01/2018-09-30 range stated"),
        ("They met at the end of 2018.", "2018-10-01/2018-12-31 season stated"),
        ("They met in the first half of 2018.", "2018-01-01/2018-06-30 range stated"),
        ("They met in the spring of 2018.", "2018-03-01/2018-05-31 season stated"),
        ("They met in the fall of 2018.", "2018-09-01/2018-11-30 season stated"),
        ("They met in winter 2018-19.", "2018-12-01/2019-02-28 season stated"),
        ("They met in the winter of 2018.", "2017-12-01/2019-02-28 range stated"),
        ("They met in the 1990s.", "1990-01-01/1999-12-31 decade stated"),
        ("They met in the early 1990s.", "1990-01-01/1994-12-31 range stated"),
        ("They met between 2014 and 2016.", "2014-01-01/2016-12-31 range stated"),
        ("They met from May to June 2018.", "2018-05-01/2018-06-30 range stated"),
        ("They fought on June 4–5, 2018.", "2018-06-04/2018-06-05 range stated"),
        ("The siege of 2014–17 ended.", "2014-01-01/2017-12-31 range stated"),
        ("The 2014 drought was long.", "2014-01-01/2014-12-31 year stated"),
    ],
)
def test_words_with_a_year_stand_for_themselves(text: str, expected: str) -> None:
    assert days(text, published=UNKNOWN) == expected
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday.", "2021-06-14/2021-06-14 day"),
        ("They met on Wednesday.", "2021-06-16/2021-06-16 day"),
        ("They met on Thursday.", "2021-06-10/2021-06-10 day"),
        ("They met last Thursday.", "2021-06-10/2021-06-10 day"),
        ("They met this past Friday.", "2021-06-11/2021-06-11 day"),
        ("They met on Monday last week.", "2021-06-07/2021-06-07 day"),
        ("They will meet on Monday.", "2021-06-21/2021-06-21 day"),
        ("On Monday the court will rule.", "2021-06-21/2021-06-21 day"),
        ("They will meet next Monday.", "2021-06-21/2021-06-21 day"),
        ("They met between Friday and Monday.", "2021-06-11/2021-06-14 range"),
        ("They met today.", "2021-06-16/2021-06-16 day"),
        ("They met yesterday.", "2021-06-15/2021-06-15 day"),
        ("They meet tomorrow.", "2021-06-17/2021-06-17 day"),
        ("They met the day before yesterday.", "2021-06-14/2021-06-14 day"),
        ("They met last night.", "2021-06-15/2021-06-15 day"),
        ("They met last week.", "2021-06-07/2021-06-13 week"),
        ("They will meet next week.", "2021-06-21/2021-06-27 week"),
        ("They met this week.", "2021-06-14/2021-06-16 week"),
        ("They will meet this week.", "2021-06-16/2021-06-20 week"),
        ("They met last month.", "2021-05-01/2021-05-31 month"),
        ("They met earlier this month.", "2021-06-01/2021-06-16 month"),
        ("They are to meet later this month.", "2021-06-16/2021-06-30 month"),
        ("They met last year.", "2020-01-01/2020-12-31 year"),
        ("They met late last year.", "2020-10-01/2020-12-31 season"),
        ("They host next year's games.", "2022-01-01/2022-12-31 year"),
        ("They met over the weekend.", "2021-06-12/2021-06-13 range"),
        ("They met last spring.", "2021-03-01/2021-05-31 season"),
        ("They met last summer.", "2020-06-01/2020-08-31 season"),
        ("They met in April.", "2021-04-01/2021-04-30 month"),
        ("They met in June.", "2021-06-01/2021-06-30 month"),
        ("They met in November.", "2020-11-01/2020-11-30 month"),
        ("They met last June.", "2020-06-01/2020-06-30 month"),
        ("They met in March of last year.", "2020-03-01/2020-03-31 month"),
        ("They will meet in October.", "2021-10-01/2021-10-31 month"),
        ("They met on June 4.", "2021-06-04/2021-06-04 day"),
        ("They met on 30 December.", "2020-12-30/2020-12-30 day"),
        ("They met on Friday, June 4.", "2021-06-04/2021-06-04 day"),
        ("The trial could begin on Monday, June 28.", "2021-06-28/2021-06-28 day"),
        ("It is due within the next week.", "2021-06-16/2021-06-23 range"),
        ("They met on June 4-5.", "2021-06-04/2021-06-05 range"),
        ("They met from December to February.", "2020-12-01/2021-02-28 range"),
        ("They have waited since April.", "2021-04-01/2021-04-30 month"),
        ("They left three days ago.", "2021-06-13/2021-06-13 day"),
        ("They left two weeks ago.", "2021-05-31/2021-06-06 week"),
        ("They left three months ago.", "2021-03-01/2021-03-31 month"),
        ("They left two years ago.", "2019-01-01/2019-12-31 year"),
        ("They left about two months ago.", "2021-03-01/2021-05-31 range"),
        ("They left 20 years ago.", "1996-01-01/2006-12-31 range"),
        ("Much was lost over the past year.", "2020-06-16/2021-06-16 range"),
        ("They met between 2018 and this year.", "2018-01-01/2021-06-16 range"),
        ("They may sign by the end of the year.", "2021-10-01/2021-12-31 season"),
    ],
)
def test_words_without_a_year_are_seen_from_publication(text: str, expected: str) -> None:
    basis = "context" if "the year" in text else "publication"
    assert days(text) == f"{expected} {basis}"
    assert days(text, published=UNKNOWN) == "open"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("They left more than a year ago.", "a bound is no number"),
        ("They left a few weeks ago.", "a vague number is none"),
        ("They left years ago.", "no number at all"),
        ("It came a day after the storm.", "the storm has no date"),
        ("Such a thing came the day before.", "before which day?"),
        ("Filed 05/06/2021 in Oslo.", "May or June"),
        ("They met on 31 June 2018.", "June has thirty days"),
        ("Masks become a duty from June 28.", "hardly of last year, nor said to come"),
        ("The pass is shut until April.", "of which year?"),
        ("He said that they would meet on Friday.", "ahead of then, not of now"),
        ("Snow lies on the pass into Friday.", "of which week?"),
        ("They met on Tuesday, June 4.", "a Tuesday neither last nor next"),
        ("Six days earlier they had met.", "nothing told before"),
        ("It has been quiet since then.", "nothing told before"),
    ],
)
def test_what_cannot_be_settled_stays_open_with_its_words(text: str, why: str) -> None:
    (when,) = whens(text)
    assert (when.start, when.end, when.precision, when.basis) == (None, None, "", ""), why
    assert when.text in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote was on 4 June 2018. Six days earlier it snowed.", "2018-05-29/2018-05-29 day"),
        ("The vote was on 4 June 2018. Two weeks later he fled.", "2018-06-18/2018-06-24 week"),
        ("The vote was on 4 June 2018. He fled the next day.", "2018-06-05/2018-06-05 day"),
        ("The vote was on 4 June 2018. He fled the same day.", "2018-06-04/2018-06-04 day"),
        ("The vote was on 4 June 2018. He fled later that year.", "2018-01-01/2018-12-31 year"),
        ("The vote was on 4 June 2018. He fled the following Friday.", "2018-06-08/2018-06-08 day"),
        ("The vote was on 4 June 2018. He fled the next month.", "2018-07-01/2018-07-31 month"),
        ("The 2018 vote was rigged. That year he fled.", "2018-01-01/2018-12-31 year"),
        ("The vote was in June 2018. He fled two months later.", "2018-08-01/2018-08-31 month"),
        ("A truce of 1994 held. Talks began in 1996 and since then have failed.",
         "1996-01-01/1996-12-31 year"),
        ("He fled about a month after the end of the war in late 2018.",
         "2018-11-01/2019-01-31 range"),
        ("He fled two days before the vote of 4 June 2018.", "2018-06-02/2018-06-02 day"),
        ("Two days after the vote of 4 June 2018, he fled.", "2018-06-06/2018-06-06 day"),
        ("He fled in 2018, and by the end of the year was dead.", "2018-10-01/2018-12-31 season"),
    ],
)  # fmt: skip
def test_some_words_hang_on_a_date_told_before_or_in_their_phrase(text: str, expected: str) -> None:
    wanted = f"{expected} context"
    results = {f"{w.start}/{w.end} {w.precision} {w.basis}" for w in whens(text, published=UNKNOWN)}
    assert wanted in results


def test_an_offset_counts_from_its_anchor_and_not_from_publication() -> None:
    text = ("On June 11 the captives went home.", "The swap had been agreed six days earlier.")
    assert days(*text) == "2021-06-05/2021-06-05 day context"


def test_an_anchor_further_off_than_one_paragraph_is_none() -> None:
    text = ("On June 11 they left.", "Nobody spoke.", "Six days earlier they had met.")
    assert days(*text) == "open"


def test_days_are_not_counted_from_a_year() -> None:
    assert days("They met in 2018. Six days later they left.") == "open"


def test_an_offset_whose_clause_tells_of_something_else_stays_open() -> None:
    text = "Two days after the storm he drowned on 4 June 2018."
    assert whens(text)[0].start is None


def test_a_date_after_one_of_another_year_stays_open_in_its_paragraph() -> None:
    history = "The war began on 3 May 2018. On 4 June a truce was signed."
    assert days(history) == "open"
    assert days("The war began on 3 May 2018.", "On 4 June a truce was signed.") != "open"


def test_a_year_that_names_a_war_does_not_make_the_next_date_doubtful() -> None:
    assert days("Since the 2018 war they wait. On 4 June talks began.") != "open"


def test_last_of_a_weekday_in_this_week_may_be_either() -> None:
    assert days("They met last Monday.") == "2021-06-07/2021-06-14 range publication"


def test_today_in_a_quotation_is_the_day_on_which_it_was_said() -> None:
    article = story('"We mourn today," she said.')
    found = found_in(article)
    quote = Span(0, 16)
    unknown = resolve_dates(article, found, on(WEDNESDAY), spoken={quote: None})
    known = resolve_dates(article, found, on(WEDNESDAY), spoken={quote: date(2021, 6, 14)})
    assert [when.start for when in unknown.values()] == [None]
    assert [when.start for when in known.values()] == [date(2021, 6, 14)]


def test_who_knows_better_whether_a_date_is_to_come_may_say_so() -> None:
    article = story("The court hears him on Friday.")
    found = found_in(article)

    def friday(ahead: bool | None) -> date | None:
        return next(
            iter(resolve_dates(article, found, on(WEDNESDAY), lambda _: ahead).values())
        ).start

    assert friday(True) == date(2021, 6, 18)
    assert friday(False) == date(2021, 6, 11)
    assert friday(None) is None


@pytest.mark.parametrize(
    "text",
    [
        "They will free the men, officials said on Monday.",
        "He said on Monday that they will leave.",
        "They could have left on Monday.",
        "On Monday they said that they will leave.",
    ],
)
def test_a_promise_in_the_sentence_does_not_move_the_day_of_speaking(text: str) -> None:
    assert days(text) == "2021-06-14/2021-06-14 day publication"


def test_clock_times_have_no_days() -> None:
    assert whens("It began at 09:28 sharp.") == []


PHRASES = (
    "on 4 June 2018|in June 2018|in 2018|in late 2018|in the winter of 2018|in the 1990s|on Monday"
    "|last week|this week|last month|next year|in April|on 29 February|on May 31|last spring"
    "|two weeks ago|three months ago|30 years ago|the next day|six days earlier|over the weekend"
    "|between 2014 and this year|from Friday to Monday|this winter|last December|about a year ago"
    "|the same week|since then|next Friday|the following month|990 decades ago"
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@given(
    st.lists(st.sampled_from(PHRASES.split("|")), min_size=1, max_size=5),
    DAYS,
    st.sampled_from([True, False, None]),
)
def test_first_days_come_first_and_codes_are_known(
    phrases: list[str], day: date, ahead: bool | None
) -> None:
    article = story(*(f"They met {phrase}." for phrase in phrases))
    for when in resolve_dates(article, found_in(article), on(day), lambda _: ahead).values():
        if when.start is None or when.end is None:
            assert (when.end, when.precision, when.basis) == (None, "", "")
        else:
            assert when.start <= when.end
            assert when.precision in codelist("date_precisions").codes
            assert when.basis in codelist("date_bases").codes
            assert when.precision != "day" or when.start == when.end


@given(st.dates(date(1900, 1, 1), date(2090, 12, 31)))
def test_finer_words_lie_within_coarser(day: date) -> None:
    month = day.strftime("%B")
    phrases = (f"{day.day} {month} {day.year}", f"{month} {day.year}", f"{day.year}")
    coarse = f"{day.year - day.year % 10}s"
    found = [whens(f"They met in {words}.", published=UNKNOWN)[0] for words in (*phrases, coarse)]
    spans = [(w.start, w.end) for w in found if w.start and w.end]
    assert len(spans) == 4
    for (first, last), (start, end) in pairwise(spans):
        assert start <= first <= last <= end


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_bare_weekday_lies_in_the_seven_days_up_to_publication(day: date, name: str) -> None:
    (when,) = whens(f"They met on {name}.", published=on(day))
    assert when.start
    assert 0 <= (day - when.start).days < 7
    assert when.start.strftime("%A") == name


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("They agreed to meet in March.", 2022),
        ("They agreed to a draft treaty in March.", 2021),
        ("They agreed to the release of nine men in March.", 2021),
    ],
)
def test_who_agrees_to_a_thing_did_so_then_and_who_agrees_to_act_will(text: str, year: int) -> None:
    assert days(text).startswith(f"{year}-03-01")
