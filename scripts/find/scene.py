"""A sentence with the names and dates that stand in it, and what its nouns stand for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.find import clauses
from scripts.find.drafts import Mention, Span
from scripts.find.parse import Sentence, lemma, noun_lemma
from scripts.lexicon import rows

_PERSONAL = {
    "he",
    "she",
    "him",
    "her",
    "they",
    "them",
    "who",
    "whom",
    "those",
    "others",
    "all",
    "their",
    "its",
    "his",
    "our",
}
#: What may stand between a noun and its date.
_GAP = re.compile(r",? ?(?:(?:in|on|of|since|from|during) (?:the )?)?")
#: What may stand between a date and the noun that it owns: "Monday's deadly bombing".
_OWNS = re.compile(r"['’]s (?:[a-z-]+ )?")
_QUANTIFIERS = {"some", "many", "most", "several", "dozens", "scores", "hundreds", "thousands"}
ACTING = {"country", "demonym", "capital", "organisation", "armed_group", "polity", "pair", "group"}


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Class of words → its words, by lemma (`lexicon/objects.csv`, `lexicon/persons.csv`)."""
    found: dict[str, set[str]] = {}
    for row in rows("objects"):
        found.setdefault(row["class"], set()).add(row["noun"])
    found["people"] |= {row["singular"] for row in rows("persons")}
    return {key: frozenset(value) for key, value in found.items()}


def _is_one(token: Any) -> bool:
    """Whether a people's name stands for one of them: "a Kenyan was arrested"."""
    counted = any(c.dep_ == "det" and c.lower_ in {"a", "an", "another"} for c in token.children)
    return counted and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj"}


def _word(token: Any) -> str:
    """The dictionary form; the tagger may take a noun that opens a sentence for a name."""
    opens = token.i == 0 and token.tag_ in {"NNP", "NNPS"}
    return noun_lemma(token) if opens else lemma(token)


@dataclass(frozen=True)
class Scene:
    """A sentence with the names that stand in it."""

    sentence: Sentence
    mentions: Sequence[Mention]
    days: Sequence[Span] = ()  #: date words in it
    before: Sentence | None = None  #: the sentence before it

    def mention(self, token: Any) -> Mention | None:
        """The name that a token is part of."""
        span = self.sentence.offset(token)
        for mention in self.mentions:
            if mention.span.meets(span):
                return mention
        return None

    def is_people(self, token: Any) -> bool:
        """Whether a noun stands for people: by its word, as a name, or as a bare number of them."""
        if token.lower_ in _PERSONAL or _word(token) in classes()["people"]:
            return True
        if token.pos_ == "NUM" or token.lower_ in _QUANTIFIERS:
            inside = clauses.phrases(token, {"of"}, deep=False)
            return any(map(self.is_people, inside)) or (token.pos_ == "NUM" and not inside)
        named = self.mention(token)
        if named is None:
            return False
        several = token.tag_ in {"NNPS", "NNS"}
        return named.kind == "person" or (named.kind == "demonym" and (several or _is_one(token)))

    def is_meant(self, token: Any, name: str) -> bool:
        """Whether a pronoun or a bare number can stand for a class of people.

        It can if the sentence, or for a pronoun the one before, speaks of such people.
        """
        near = [*self.sentence.doc]
        if token.pos_ in {"PRON", "NUM"} and self.before is not None:
            near += [*self.before.doc]
        words = classes()[name]
        # "received 192": of a bare number only the word itself says that it counts captives
        anybody = name == "people" or (name != "freed" and token.pos_ == "PRON")
        return any(
            lemma(t) in words or (anybody and t.tag_ in {"NNPS", "NNS"} and self.is_people(t))
            for t in near
            if t.i != token.i and t.tag_.startswith("NN")
        )

    def is_named(self, token: Any) -> bool:
        """Whether a noun phrase holds the name of somebody who can act."""
        nouns = [token, *clauses.phrases(token, {"of"}, deep=False)]
        nouns += [child for child in token.children if child.dep_ == "appos"]
        spans = [clauses.noun_phrase(self.sentence, noun) for noun in nouns]
        return any(
            m.kind in ACTING | {"person"} and m.span.meets(span)
            for m in self.mentions
            for span in spans
        )

    def is_acting(self, token: Any) -> bool:
        """Whether a noun stands for somebody who can act: a name, people or a body of people."""
        if (
            token.lower_ in _PERSONAL
            or self.is_people(token)
            or _word(token) in classes()["acting"]
        ):
            return True
        if token.lower_ == "it":  # "it attacked"; never "it is agreed that"
            deed = token.head.pos_ == "VERB" and not clauses.is_passive(token.head)
            return bool(token.dep_ == "nsubj" and deed and token.head.dep_ != "relcl")
        own = self.mention(token)
        return own is not None and own.kind in ACTING | {"person"}

    def is_dated(self, noun: Any) -> bool:
        """Whether date words stand at a noun: "the war in 2020", "Monday's bombing"."""
        own = self.sentence.offset(noun)
        text = self.sentence.doc.text
        first = self.sentence.span.start
        return any(
            (day.start >= own.end and _GAP.fullmatch(text[own.end - first : day.start - first]))
            or (day.end <= own.start and _OWNS.fullmatch(text[day.end - first : own.start - first]))
            for day in self.days
        )

    def is_place(self, token: Any) -> bool:
        """Whether a noun phrase holds the name of a place."""
        span = clauses.noun_phrase(self.sentence, token)
        kinds = {"country", "capital", "city", "area", "polity"}
        led = token.tag_ == "NN" and lemma(token) not in classes()["territory"]
        for mention in self.mentions:
            if mention.kind in kinds and mention.span.meets(span):
                # "in a US operation" tells whose it was, not where
                first = self.sentence.tokens(mention.span)[0]
                if not (
                    led and mention.kind == "country" and first.dep_ in {"compound", "nmod", "amod"}
                ):
                    return True
        return False
