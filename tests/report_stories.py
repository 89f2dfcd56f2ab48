"""Reports of a sentence or two, for the tests of the finder."""

from scripts.find.drafts import ReportDraft, Span
from scripts.find.reports import find_reports
from tests.stories import parsed, story


def reports(text: str, *days: str, quoted: tuple[Span, ...] = ()) -> list[ReportDraft]:
    article = story(text)
    sentences, mentions = parsed(article)

    class Day:
        def __init__(self, words: str) -> None:
            start = text.index(words)
            self.span = Span(start, start + len(words))

    return list(find_reports(article, sentences, mentions, [Day(d) for d in days], quoted))


def roles(text: str, report: ReportDraft) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for role, span in report.roles:
        found.setdefault(role, []).append(span.of(text))
    return found
