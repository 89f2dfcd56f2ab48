"""…, a lawmaker and two residents said on Tuesday: attributions that the parser took for a list.

The words tell more surely than the parse: a noun phrase between a comma and a verb of saying, and
behind the verb nothing but when and where it was said.
"""

from typing import Any

#: Tags of what a noun phrase is made of, and of what may stand behind the verb.
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PHRASE = _NOUNS | {"DT", "JJ", "JJS", "CD", "CC", "POS", "IN", "PRP$"}
_BEHIND = _NOUNS | {"IN", "DT", "CD", "JJ", "RB", "PRP$", "VBN", "TO"}
_LINKS = frozenset({"of", "for", "from", "in", "at", "with", "on"})
_MOST = 14
_MOST_BEHIND = 9
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def trailing_phrase(verb: Any) -> list[Any]:
    """The words between the last comma and a verb of saying that ends its sentence.

    verb: a verb of saying. Empty where what stands there is no noun phrase, or the main clause of
    the sentence does not stand before it.
    """
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.dep_ == "ROOT" or not _ends(verb):
        return []
    phrase: list[Any] = []
    for token in reversed(list(verb.doc[: verb.i])):
        if token.text == ",":
            break
        phrase.insert(0, token)
        small = token.tag_ == "IN" and token.lower_ not in _LINKS
        if token.tag_ not in _PHRASE or small or len(phrase) > _MOST:
            return []
    if not phrase or phrase[0].i == 0 or phrase[0].tag_ in {"CC", "IN", "POS"}:
        return []
    if phrase[-1].tag_ not in _NOUNS or not _tells(verb, phrase[0].i - 1):
        return []
    return phrase


def _ends(verb: Any) -> bool:
    """Whether nothing but when and how it was said stands behind a verb."""
    rest = [t for t in verb.doc[verb.i + 1 :] if not t.is_punct]
    marks = [t for t in verb.doc[verb.i + 1 : -1] if t.is_punct]
    led = not rest or rest[0].tag_ in {"IN", "NNP", "RB", "NN"}
    return led and not marks and len(rest) <= _MOST_BEHIND and all(t.tag_ in _BEHIND for t in rest)


def _tells(verb: Any, comma: int) -> bool:
    """Whether the main clause of the sentence stands before a comma, subject and all."""
    root = next((t for t in verb.doc if t.head == t), None)
    return root is not None and root.i < comma and any(c.dep_ in _SUBJECTS for c in root.lefts)


def trailing_head(verb: Any) -> Any | None:
    """The noun that such a phrase is about, its first one where several are joined."""
    phrase = trailing_phrase(verb)
    places = {token.i for token in phrase}
    for token in phrase:
        if token.tag_ in _NOUNS and token.head.i not in places:
            return token
    return None


def before_trailing(verb: Any) -> tuple[list[Any], Any] | None:
    """The words before such an attribution, from the start of the sentence, and their main verb."""
    phrase = trailing_phrase(verb)
    if not phrase:
        return None
    root = next(t for t in verb.doc if t.head == t)
    return list(verb.doc[: phrase[0].i - 1]), root
