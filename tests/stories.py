"""Articles made of a few sentences, for tests of finding and resolving."""

from scripts.find.drafts import Mention
from scripts.find.names import find_mentions
from scripts.find.parse import Sentence, parse
from scripts.read.article import Article, Block


def story(*paragraphs: str, **meta: str) -> Article:
    """An article whose body is these paragraphs, each a block."""
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(at, at + len(paragraph), "body"))
        at += len(paragraph) + 1
    text = "\n".join(paragraphs) + "\n"
    return Article("story", "articles/story.txt", text, "", meta, tuple(blocks))


def parsed(article: Article) -> tuple[tuple[Sentence, ...], tuple[Mention, ...]]:
    """Its sentences and the names in it."""
    ((_, sentences),) = parse([article])
    return sentences, find_mentions(article, sentences)
