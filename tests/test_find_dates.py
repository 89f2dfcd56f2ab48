"""Date words are found by their form alone, and nothing else is taken for them."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.find.dates import DateWords, find_dates


def only(text: str) -> DateWords:
    found = find_dates(text)
    assert len(found) == 1, [date.span.of(text) for date in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "year", "month", "day"),
    [
        ("The log ends on 2021-03-09.", "2021-03-09", 2021, 3, 9),
        ("Filed 2021-03-09T10:15:00Z by hand.", "2021-03-09T10:15:00Z", 2021, 3, 9),
        ("Filed 2021/3/9 by hand.", "2021/3/9", 2021, 3, 9),
        ("Signed 23/11/2019 in Oslo.", "23/11/2019", 2019, 11, 23),
        ("Signed 11/23/2019 in Oslo.", "11/23/2019", 2019, 11, 23),
        ("Signed 05.05.2019 in Oslo.", "05.05.2019", 2019, 5, 5),
        ("The ferry sank on 4 June 2018 at dawn.", "4 June 2018", 2018, 6, 4),
        ("The ferry sank on 4th of June, 2018.", "4th of June, 2018", 2018, 6, 4),
        ("The ferry sank on June 4, 2018, at dawn.", "June 4, 2018", 2018, 6, 4),
        ("The ferry sank on Nov. 4, 2018, at dawn.", "Nov. 4, 2018", 2018, 11, 4),
        ("It sank on Wednesday, June 4, 2018.", "Wednesday, June 4, 2018", 2018, 6, 4),
        ("It sank on Wed., 4 June 2018.", "Wed., 4 June 2018", 2018, 6, 4),
        ("The ferry sank on June 4 near Bergen.", "June 4", None, 6, 4),
        ("The ferry sank on Sept. 24, and two days passed.", "Sept. 24", None, 9, 24),
        ("The raid of June 27th failed.", "June 27th", None, 6, 27),
        ("GENEVA, JUNE 4", "JUNE 4", None, 6, 4),
        ("The ferry\u00a0sank on 4\u00a0June\u00a02018.", "4\u00a0June\u00a02018", 2018, 6, 4),
        ("By the vote of March of last year", "March of last year", None, 3, None),
        ("Rain fell in June of the delta.", "June", None, 6, None),
        ("Rain fell in June 2018.", "June 2018", 2018, 6, None),
        ("Rain fell through June, 2018.", "through June, 2018", 2018, 6, None),
    ],
)
def test_days_and_months_are_read(
    text: str, words: str, year: int | None, month: int, day: int | None
) -> None:
    found = find_dates(text)[-1]
    assert found.span.of(text) == words
    assert (found.year, found.month, found.day) == (year, month, day)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("They met in 2014.", "2014", "year"),
        ("The 2014 drought began it.", "2014", "year"),
        ("Its treaty (1998) still holds.", "1998", "year"),
        ("The post-2014 order is new.", "post-2014", "year"),
        ("They met in the spring of 2014.", "the spring of 2014", "season"),
        ("Prices rose in fall 2014.", "fall 2014", "season"),
        ("They met last spring.", "last spring", "season"),
        ("They had met in the summer.", "the summer", "season"),
        ("Born in the 1970s.", "the 1970s", "decade"),
        ("Since the late 1970s, nothing.", "Since the late 1970s", "decade"),
        ("They met on Thursday.", "Thursday", "weekday"),
        ("They met last Thursday.", "last Thursday", "weekday"),
        ("They meet next Monday.", "next Monday", "weekday"),
        ("They met late Sunday night.", "Sunday night", "weekday"),
        ("They met on Monday last week.", "Monday last week", "weekday"),
        ("They met the day before yesterday.", "the day before yesterday", "relative"),
        ("Tonight they meet.", "Tonight", "relative"),
        ("They met last night.", "last night", "relative"),
        ("They met last week in Oslo.", "last week", "relative"),
        ("They met earlier this month.", "earlier this month", "relative"),
        ("A deal by the end of the year is near.", "by the end of the year", "relative"),
        ("They met over the weekend.", "the weekend", "relative"),
        ("On the same day they left.", "the same day", "relative"),
        ("Later that year they left.", "that year", "relative"),
        ("They had left six days earlier.", "six days earlier", "offset"),
        ("They left two years ago.", "two years ago", "offset"),
        ("They left 15 years ago.", "15 years ago", "offset"),
        ("They left a few weeks ago.", "a few weeks ago", "offset"),
        ("It came a day after the storm.", "a day after", "offset"),
        ("It came the day before the storm.", "the day before", "offset"),
        ("It came about a month after the storm.", "about a month after", "offset"),
        ("The next day they left.", "The next day", "offset"),
        ("Much was lost over the past year.", "the past year", "rolling"),
        ("Nothing has moved since then.", "since then", "then"),
        ("Filed 05/11/2019 in Oslo.", "05/11/2019", "ambiguous"),
    ],
)
def test_every_form_of_date_words_is_found(text: str, words: str, kind: str) -> None:
    found = only(text)
    assert (found.span.of(text), found.kind) == (words, kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It lasted from March to May 2017.", "from March to May 2017"),
        ("It lasted between 2014 and 2017.", "between 2014 and 2017"),
        ("It lasted between 2014 and this year.", "between 2014 and this year"),
        ("The siege (2014-2017) ended.", "2014-2017"),
        ("The siege of 2014–17 ended.", "2014–17"),
        ("It lasted from December to February.", "from December to February"),
        ("The raid of June 19–20 failed.", "June 19–20"),
        ("The raid of 19-20 June 2018 failed.", "19-20 June 2018"),
        ("From 27 June to 10 July 2018 it burned.", "From 27 June to 10 July 2018"),
        ("Between Monday and Wednesday it burned.", "Between Monday and Wednesday"),
        ("It burned on June 3 and 4, and then no more.", "June 3 and 4"),
        ("It burned from 2014 until 2016.", "from 2014 until 2016"),
    ],
)
def test_a_range_is_one_date_with_two_ends(text: str, words: str) -> None:
    found = only(text)
    assert found.span.of(text) == words
    assert found.to is not None


def test_a_range_over_new_year_gives_its_first_end_the_year_before() -> None:
    found = only("The blockade held between December 30 and January 2, 2020.")
    assert found.year == 2019
    assert found.to is not None
    assert found.to.year == 2020


def test_listed_years_and_months_are_dates_of_their_own() -> None:
    text = "Votes were held in 2011, 2013 and 2017, in March and April 2019."
    assert [date.span.of(text) for date in find_dates(text)] == [
        "2011",
        "2013",
        "2017",
        "March and April 2019",
    ]
    assert find_dates(text)[3].year == 2019


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("They have waited since April.", "since"),
        ("The pass is shut until June.", "until"),
        ("They must leave by Friday.", "by"),
        ("They must leave no later than Friday.", "by"),
        ("They left before June 2018.", "before"),
        ("They left prior to June 2018.", "before"),
        ("They left after June 2018.", "after"),
        ("Schools shut following Friday's quake.", "after"),
        ("They left around June 4.", "about"),
        ("They left on June 4.", ""),
        ("They left in June 2018.", ""),
    ],
)
def test_a_word_that_changes_the_meaning_belongs_to_the_date(text: str, modifier: str) -> None:
    found = only(text)
    assert found.modifier == modifier
    first = found.span.of(text).split()[0].lower()
    assert (first in {"on", "in"}) is False
    assert bool(modifier) == (first not in {"june", "april", "friday"})


@pytest.mark.parametrize(
    "text",
    [
        "The siege lasted 44 days.",
        "The talks took place over four days.",
        "For more than three decades they had waited.",
        "He served eight months in custody.",
        "They won in the second half.",
        "About 2,000 peacekeepers came.",
        "About 2000 peacekeepers came.",
        "The force of 2000 soldiers left.",
        "COP31 and COP-31 and the G20 met.",
        "Resolution 2254 was read out.",
        "A Boeing 737-800 landed.",
        "They may go. You may 5 times ask.",
        "They march on the capital; the march was long.",
        "The Sun and the Sunday Times wrote about it.",
        "Black Friday sales rose.",
        "The fall of the city was near; shares fall.",
        "The Arab Spring changed much.",
        "He was hurt in the fall.",
        "The 29th Session opened.",
        "Every Friday they pray; on Mondays they fast.",
        "On May 3,000 people fled.",
        "Theresa May spoke, and by May nothing had changed.",
        "After March for Life the square was empty.",
        "He reads USA Today and watches Last Week Tonight.",
        "She is a 15-year-old from Basra.",
        "Turnout rose to 64.5 percent and 1,994 votes were void.",
        "The bill passed 12-11 in room 2020-B.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text) == ()


def test_a_count_after_a_month_is_no_day() -> None:
    text = "In May 20 people were hurt."
    found = only(text)
    assert (found.span.of(text), found.day) == ("May", None)


def test_a_count_after_a_date_is_no_year() -> None:
    text = "On June 4, 2000 people were hurt."
    found = only(text)
    assert (found.span.of(text), found.year) == ("June 4", None)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("It began at 09:28 sharp.", "09:28"),
        ("It began at 6:41 PM EDT in rain.", "6:41 PM EDT"),
        ("It began at 6am.", "6am"),
        ("It began at 6 a.m. in rain.", "6 a.m."),
        ("It began at 1430 GMT in rain.", "1430 GMT"),
        ("It began at 5 o’clock.", "5 o’clock"),
        ("It began at 18.30 local time.", "18.30 local time"),
    ],
)
def test_clock_times_are_found_as_such(text: str, clock: str) -> None:
    found = only(text)
    assert (found.kind, found.span.of(text)) == ("clock", clock)


def test_a_stamp_is_a_clock_time_and_a_date() -> None:
    kinds = [date.kind for date in find_dates("Published: 09:28, June 8, 2021")]
    assert kinds == ["clock", "day"]


def test_an_abbreviated_month_may_stand_at_a_sentence_break() -> None:
    text = "They came on Oct. 2 and left on Dec. 3. Nobody knew."
    assert [date.span.of(text) for date in find_dates(text)] == ["Oct. 2", "Dec. 3"]


def test_the_bound_of_an_offset_belongs_to_it_and_takes_its_number() -> None:
    text = "They left more than a year ago."
    found = only(text)
    assert found.span.of(text) == "more than a year ago"
    assert found.shift is None


def test_no_date_crosses_a_line_break() -> None:
    text = "They left on June\n4, 2018 was cold."
    assert all("\n" not in date.span.of(text) for date in find_dates(text))


SENTENCE = "On June 4, 2018 they met; two days later, between 2019 and 2020, they left last week."


@given(st.text(alphabet=string.ascii_lowercase + " .\n", max_size=40))
def test_text_before_moves_spans_and_nothing_else(before: str) -> None:
    lead = before + "\n"
    plain = find_dates(SENTENCE)
    moved = find_dates(lead + SENTENCE, len(lead))
    assert [(date.kind, date.year, date.shift) for date in plain] == [
        (date.kind, date.year, date.shift) for date in moved
    ]
    for one, other in zip(plain, moved, strict=True):
        assert other.span.start == one.span.start + len(lead)
        assert other.span.of(lead + SENTENCE) == one.span.of(SENTENCE)


_PIECES = (
    "in|since|May|4|June|,|2018|2019|–|last|week|Monday|and|the end of|two|days|earlier|to|from"
    "|(|1990s|the|\n|ago|10:15|year|by|of|between"
)


@given(st.lists(st.sampled_from(_PIECES.split("|")), max_size=14))
def test_found_spans_are_in_order_apart_and_not_blank(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for date in find_dates(text):
        words = date.span.of(text)
        assert date.span.start >= last
        assert words == words.strip() != ""
        last = date.span.end


def test_time_grows_no_faster_than_the_text() -> None:
    import time

    def seconds(times: int) -> float:
        begun = time.process_time()
        find_dates("Since May they met in March, on June 4, 2018, to 2019 and last week. " * times)
        return time.process_time() - begun

    seconds(10)
    assert seconds(1600) < 20 * max(seconds(200), 0.01)
