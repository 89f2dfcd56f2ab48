"""What a sentence is about, where that decides whether rough words are meant: games, talk, mishaps.

"Attack", "beat" and "shoot" are no violence in a match report, nor is it news what somebody who is
interviewed tells of himself.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from scripts.find.drafts import Span
from scripts.find.parse import Sentence, lemma
from scripts.find.scene import classes

_SPEAKER = {"i", "me", "my", "myself", "you", "your"}
#: Words of games in a whole article that make it one about games.
_GAMES = 4


def _words(sentence: Sentence) -> set[str]:
    return {lemma(token) for token in sentence.doc if token.pos_ in {"NOUN", "PROPN", "ADJ"}}


def is_about_games(sentences: Sequence[Sentence]) -> bool:
    """Whether an article is about matches, races or athletes."""
    games = classes()["contest"]
    return len({word for one in sentences for word in _words(one) & games}) >= _GAMES


def is_game(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a match: two words of games stand in it."""
    return len(_words(sentence) & classes()["contest"]) > 1


def spoken(sentences: Sequence[Sentence], quoted: Sequence[Span]) -> frozenset[int]:
    """Paragraphs in which somebody says "I" or "you" outside quotation marks, by block."""
    return frozenset(
        one.block
        for one in sentences
        for token in one.doc
        if token.tag_ in {"PRP", "PRP$"}
        and token.lower_ in _SPEAKER
        and not any(span.covers(one.offset(token)) for span in quoted)
    )


def is_mishap(sentence: Sentence, before: Sentence | None) -> bool:
    """Whether a sentence or the one before it names an accident or a disaster."""
    near = [sentence, *([before] if before is not None else [])]
    return any(
        _words(one) & classes()["accident"]
        or any(lemma(token) in classes()["go-wrong"] for token in one.doc if token.pos_ == "VERB")
        for one in near
    )


def is_violent(sentence: Sentence, before: Sentence | None, own: Any) -> bool:
    """Whether a sentence or the one before it names those or that by which people are killed."""
    near = [sentence, *([before] if before is not None and before.block == sentence.block else [])]
    words = {
        lemma(token)
        for one in near
        for token in one.doc
        if token.pos_ in {"NOUN", "PROPN"} and not (one is sentence and token.i == own.i)
    }
    return bool(words & classes()["violence-sign"])


def is_always_killed(noun: Any) -> bool:
    """Whether people whose work is among arms do not just die: soldiers, reporters, aid workers."""
    if lemma(noun) in classes()["always-killed"]:
        return True
    kinds = {child.lower_ for child in noun.lefts if child.dep_ in {"compound", "amod"}}
    return lemma(noun) in {"worker", "staff", "volunteer"} and bool(
        kinds & classes()["relief-kind"]
    )


def is_campaign(words: Iterable[Any], sentence: Sentence, before: Sentence | None) -> bool:
    """Whether a rally is held to be voted for: its sentence or the one before is about a vote."""
    near = [sentence, *([before] if before is not None else [])]
    rallied = "rally" in {lemma(word) for word in words}
    return rallied and any(_words(one) & classes()["poll"] for one in near)
