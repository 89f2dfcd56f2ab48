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

    clause: "yes" where a clause without marks is reported speech, "that" where one led by "that"
    is, "marks" where only a quotation is. infinitive: how it calls on somebody to do something
    (object, or prepositions).
    small_clause: bare ("called it an error"), as ("described it as an error"). needs: medium, where
    the word reports only beside words like "in a statement"; speaker, where things do it as well
    ("the delay suggests that …").
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
def phrases() -> Mapping[str, Mapping[str, Cue]]:
    """Verbs that report only with a word behind them ("go on", "put it"): verb → word → cue."""
    found: dict[str, dict[str, Cue]] = {}
    for row in rows("cues"):
        if row["kind"] == "phrase":
            verb, word = row["cue"].split(" ")
            cue = Cue(row["cue"], row["clause"], frozenset(), frozenset(), "")
            found.setdefault(verb, {})[word] = cue
    return found


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in the lexicon of cues: document, issue, stance, outlet, title."""
    return frozenset(row["cue"] for row in rows("cues") if row["kind"] == kind)


@cache
def person_nouns() -> frozenset[str]:
    """Nouns for what a person is or does, in the singular and in the plural."""
    listed = rows("persons")
    return frozenset(row[form].lower() for row in listed for form in ("singular", "plural"))


def cue_of(token: Any) -> Cue | None:
    """The cue that a token is; a main verb that was tagged as a noun ("reports") counts too."""
    if token.tag_ in VERB_TAGS:
        form = lemma(token)
        cue = verbs().get(form) or verbs().get(token.lower_.removesuffix("s"))
        return _phrase(token, form) if cue is None and form in phrases() else cue
    if token.dep_ == "ROOT" and any(child.dep_ == "nsubj" for child in token.lefts):
        return verbs().get(lemma(token))
    return None


def _phrase(verb: Any, form: str) -> Cue | None:
    for child in verb.rights:
        if child.i == verb.i + 1 and not any(c.dep_ == "xcomp" for c in verb.rights):
            return phrases()[form].get(child.lower_)
    return None


def is_document(noun: Any) -> bool:
    """Whether a noun is a text that can speak: a statement, a letter, a press release."""
    if lemma(noun) == "release":
        return any(c.dep_ == "compound" and c.lower_ in {"press", "news"} for c in noun.lefts)
    return lemma(noun) in words("document")
