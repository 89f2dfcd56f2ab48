"""What is asked before a form of dates is tried may never keep a match from being found."""

from pathlib import Path

import pytest

from scripts.find.date_forms import FORMS
from scripts.read.files import read_articles

ROOT = Path(__file__).parent.parent
ARTICLES = (ROOT / "tests" / "articles", ROOT / "datapackage" / "articles")

DATED = """
On 2021-03-04 and 04.03.2021, on Tuesday, March 4th, 2021, Sept. 4-6 and 5 May last year, they
met. In early May 2021, in mid-June, late July, since August, last October, in the summer of
2019-20, the next spring, during the autumn, by the end of 2022, in the first half of 2020, in
the year 1999, of 2001 and 2004, the 1994 truce, Oslo's 1993 accord, a pact (2002), post-2014,
2014–18, the early 1990s, THE LATE SIXTIES, last Tuesday night, on Friday last week, yesterday,
the day before yesterday, early last week, the coming weekend, over the weekend, in the middle
of the month, at the end of the year, five days earlier, two and a half years ago, over a decade
later, a night before, the same day, that very same month, since then, at 10:30 p.m. GMT, at 7
am, by 5 o'clock, at 1830 hours, MAY 2020.
"""


def texts() -> list[str]:
    found = [article.text for folder in ARTICLES for article in read_articles(folder, [])]
    return [DATED, *found]


@pytest.mark.parametrize("form", FORMS, ids=[reader.__name__ for _, _, reader in FORMS])
def test_every_match_of_a_form_holds_what_is_looked_for_first(form: object) -> None:
    assert isinstance(form, tuple)
    needed, pattern, _ = form
    matches = [match.group() for text in texts() for match in pattern.finditer(text)]
    assert [words for words in matches if not needed.search(words)] == []


def test_most_forms_are_tried_here() -> None:
    tried = [reader for _, pattern, reader in FORMS if pattern.search(DATED)]
    assert len(tried) > len(FORMS) * 3 // 4
