"""The lexicon of saying: which words report speech, and what they do (`lexicon/cues.csv`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.find.parse import lemma
from scripts.lexicon import rows

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


@dataclass(frozen=True)
class Cue:
    """A verb of saying and what it does.

    clause: "yes" where a clause without marks is reported speech, "marks" where only a quotation
    is. infinitive: how it calls on somebody to do something (object, or prepositions).
    small_clause: bare ("called it an error"), as ("described it as an error"). needs: medium, where
    the word reports only beside words like "in a statement".
    """

    word: str
    clause: str
    infinitive: frozenset[str]
    small_clause: frozenset[str]
    needs: str


@cache
def verbs() -> Mapping[str, Cue]:
    """The verbs of saying by dictionary form."""
    return {
        row["cue"]: Cue(
            row["cue"],
            row["clause"],
            frozenset(row["infinitive"].split()),
            frozenset(row["small_clause"].split()),
            row["needs"],
        )
        for row in rows("cues")
        if row["kind"] == "verb"
    }


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in the lexicon of cues: document, issue, outlet, not_speaker, title."""
    return frozenset(row["cue"] for row in rows("cues") if row["kind"] == kind)


def cue_of(token: Any) -> Cue | None:
    """The cue that a token is; a main verb that was tagged as a noun ("reports") counts too."""
    if token.tag_ in VERB_TAGS:
        return verbs().get(lemma(token)) or verbs().get(token.lower_.removesuffix("s"))
    if token.dep_ == "ROOT" and any(child.dep_ == "nsubj" for child in token.lefts):
        return verbs().get(lemma(token))
    return None


def is_document(noun: Any) -> bool:
    """Whether a noun is a text that can speak: a statement, a letter, a press release."""
    if lemma(noun) == "release":
        return any(c.dep_ == "compound" and c.lower_ in {"press", "news"} for c in noun.lefts)
    return lemma(noun) in words("document")
