"""Who is who in one article: its names, persons, two sides and home, read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.find.drafts import Mention, Span
from scripts.find.gazetteer import flat
from scripts.find.parse import Sentence
from scripts.read.article import Article
from scripts.resolve.bare import story_country
from scripts.resolve.holders import Person, persons_of
from scripts.resolve.registry import is_country
from scripts.resolve.sides import main_pair


@dataclass(frozen=True)
class Actors:
    """What an article as a whole says of its actors (made by `actors`)."""

    text: str  #: flat text of the article
    mentions: tuple[Mention, ...]
    persons: Mapping[str, Person]
    names: Mapping[str, str]  #: id of a body or group → its fullest name in the article
    acting: Mapping[str, str]  #: id of a person → alpha-3 of the country he acts for
    pair: tuple[str, ...]  #: the two sides of the story, or none
    home: str  #: alpha-3 of the country of the story, "" where it has none or several
    sentences: tuple[Sentence, ...]
    spans: tuple[Span, ...]  #: of the sentences
    blocks: tuple[Span, ...]


def actors(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Actors:
    """Reads an article once for who is who.

    Args:
        article: The article.
        sentences: Its parsed sentences.
        mentions: Its mentions (see `find_mentions`).
    """
    text = flat(article.text)
    blocks = tuple(Span(block.start, block.end) for block in article.story)
    names: dict[str, str] = {}
    for mention in mentions:
        words = mention.span.of(text)
        if mention.code and len(words) > len(names.get(mention.code, "")):
            names[mention.code] = words
    body = [Span(block.start, block.end) for block in article.story if block.kind == "body"]
    seats = [text[block.start : block.end] for block in article.blocks if block.kind == "dateline"]
    home = story_country(mentions, body, seats[0] if seats else "")
    persons = persons_of(text, blocks, mentions, home)
    acting = {code: p.acting for code, p in persons.items() if is_country(p.acting)}
    return Actors(
        text,
        tuple(mentions),
        persons,
        names,
        acting,
        main_pair(text, mentions, acting),
        home,
        tuple(sentences),
        tuple(sentence.span for sentence in sentences),
        blocks,
    )
