"""What is said in a few paragraphs, for tests of statements."""

from scripts.find.dates import find_dates
from scripts.find.drafts import StatementDraft
from scripts.find.statements import find_statements
from scripts.read.article import Article
from tests.stories import parsed, story


def drafts(*paragraphs: str) -> tuple[Article, tuple[StatementDraft, ...]]:
    """The article of some paragraphs and its statements."""
    article = story(*paragraphs)
    sentences, mentions = parsed(article)
    dates = [words.span for words in find_dates(article.text)]
    return article, find_statements(article, sentences, mentions, dates)


def said(*paragraphs: str, kind: str = "") -> list[tuple[str, str]]:
    """Words and the words for their speaker."""
    article, found = drafts(*paragraphs)
    return [
        (d.span.of(article.text), d.speaker.of(article.text) if d.speaker else "")
        for d in found
        if not kind or d.kind == kind
    ]
