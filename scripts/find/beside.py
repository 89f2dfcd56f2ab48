"""What stands directly beside a figure: nearer than a parse gets with names it does not know."""

from typing import Any

from scripts.find.deeds import NO_DEED, Deed, of_state, rows_beside, table
from scripts.find.parse import verb_lemma

_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBZ", "VBP"})
#: Tags that headlines give to verbs as well.
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PARTICLES = frozenset(
    {"over", "back", "home", "free", "captive", "prisoner", "hostage", "up", "out", "away"}
)


def beside_before(first: Any, context: frozenset[str]) -> Deed:
    """The verb directly before a figure: nearer than the parse gets with names it does not know."""
    at = first.i - 1
    doc = first.doc
    while at >= 0 and (doc[at].tag_ in {"DT", "PRP$", "RP"} or doc[at].lower_ in _PARTICLES):
        at -= 1
    if at < 0 or doc[at].tag_ not in _VERBS | _NOUNS:
        return NO_DEED
    word = doc[at]
    headline = first.tag_ == "CD" and not any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in doc)
    if word.tag_ in _NOUNS and not headline and not word.lower_.endswith("ing"):
        return NO_DEED
    words = " ".join(t.lower_ for t in doc[at + 1 : first.i] if t.tag_ not in {"DT", "PRP$"})
    name = verb_lemma(word)
    for how in ("object", "received", "lost"):
        for row in rows_beside(name, context):
            if row["counted"] == how and row["particle"] == words:
                return Deed(row["measure"], word, how)
    return NO_DEED


def beside_after(last: Any, context: frozenset[str]) -> Deed:
    """The participle or custody directly behind a figure: "23 men still locked up in …"."""
    doc = last.doc
    at = last.i + 1
    helped = False
    while at < len(doc) and (
        doc[at].pos_ in {"ADV", "AUX", "PART"}
        or doc[at].lower_ in {"who", "that", "were", "all", "still"}
    ):
        helped = helped or doc[at].pos_ == "AUX"
        at += 1
    if at < len(doc) and doc[at].tag_ in {"VBN", "VBD", "JJ"}:
        word = doc[at]
        measure = of_state(word)
        if not measure and word.tag_ != "JJ":
            following = " ".join(t.lower_ for t in doc[at + 1 : at + 4])
            for row in rows_beside(verb_lemma(word), context):
                if row["counted"] == "object" and following.startswith(row["particle"]):
                    measure = measure or row["measure"]
        bare = at + 1 == len(doc) or doc[at + 1].pos_ in {
            "ADP",
            "PUNCT",
            "CCONJ",
            "ADV",
            "PART",
            "SCONJ",
        }
        if measure and (helped or bare):
            return Deed(measure, word, "object" if word.tag_ != "JJ" else "state")
    return _jail_after(doc, at)


def _jail_after(doc: Any, at: int) -> Deed:
    """Such as "in Xian jails" directly behind a figure and its helpers."""
    if at >= len(doc) or doc[at].lower_ not in {"in", "behind", "inside"}:
        return NO_DEED
    for token in doc[at + 1 : at + 7]:
        if token.lower_.removesuffix("s") in table("place") or token.lower_ in table("place"):
            return Deed("held", doc[at], "place")
        if token.pos_ in {"ADP", "PUNCT"} or token.dep_ == "ROOT":
            break
    return NO_DEED
