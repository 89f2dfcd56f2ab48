"""The plain words say what spaCy's own tokens say, and the table what its attribute ruler says."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import spacy

from scripts.find import looks
from scripts.find.grammar import MODEL, grammar, model
from scripts.find.parse import PLAIN, lemma
from scripts.find.words import Word, Words
from scripts.read.files import read_articles
from scripts.read.sentences import sentences

ROOT = Path(__file__).parent.parent
ARTICLES = (ROOT / "tests" / "articles", ROOT / "datapackage" / "articles")

#: What the ruler asks more than the tag for: helpers, "that", negations, white space, "there is".
ODD = (
    "There's no doubt that he'd have left,  and there were none who did.",
    "Ain't it so? They're gonna say: don't, y'all, 'cause I wo n't have it done.",
    "That which was, was; those that have had to do so did, while doin' nothin' .",
    "  No. 7 had (as was said) been got\tby them who've gotten it.\n",
    "İstanbul's 3,5 km/h… “why?” — whether or not; if so, albeit.",
    "",
)


@cache
def texts() -> tuple[str, ...]:
    found = [
        article.text[start:end].translate(PLAIN)
        for folder in ARTICLES
        for article in read_articles(folder, [])
        for block in article.story
        for start, end in sentences(article.text, block.start, block.end)
    ]
    return (*ODD, *found)


@cache
def ours() -> tuple[Words, ...]:
    return tuple(grammar(texts()))


def told(doc: Any) -> Iterator[tuple[Any, ...]]:
    for token in doc:
        near = (token.lefts, token.rights, token.children, token.subtree, token.ancestors)
        yield (
            *(token.i, token.idx, token.text, token.lower_, token.tag_, token.pos_, token.dep_),
            *(token.head.i, token.left_edge.i, token.right_edge.i),
            *(token.is_punct, token.is_space, token.is_alpha),
            *(tuple(other.i for other in some) for some in (*near, token.conjuncts)),
        )


def test_words_answer_as_the_tokens_of_the_whole_pipeline_do() -> None:
    nlp = spacy.load(MODEL, exclude=["ner", "senter"])
    for text, words in zip(texts(), ours(), strict=True):
        doc = nlp(text)
        assert list(told(words)) == list(told(doc)), text
        assert words.text == doc.text


def test_a_sentence_is_parsed_alike_among_others_and_alone() -> None:
    some = texts()[::7]
    alone = [grammar([text])[0] for text in some]
    assert [list(told(words)) for words in alone] == [list(told(words)) for words in ours()[::7]]


def test_what_a_word_looks_like_is_the_same_after_forgetting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tok2vec = spacy.load(MODEL, exclude=["ner", "senter"]).get_pipe("tok2vec").model
    docs = [model().make_doc(text) for text in texts()[:60]]
    wanted = tok2vec.layers[0].predict(docs)
    monkeypatch.setattr(looks, "_MOST", 150)
    for size in (1, 3, 60):  # few words a batch are remembered, more make room, too many are not
        kept = looks.first_layer(tok2vec)
        for at in range(0, len(docs), size):
            found = kept(docs[at : at + size])
            pairs = zip(found, wanted[at : at + size], strict=True)
            assert all((one == other).all() for one, other in pairs)


def test_the_root_of_a_word_is_its_last_ancestor() -> None:
    for words in ours():
        assert all(word.root is [word, *word.ancestors][-1] for word in words)


@pytest.mark.parametrize(("place", "by"), [(0, -1), (-1, 1)])
def test_no_word_stands_beside_the_ends_of_a_sentence(place: int, by: int) -> None:
    word: Word = next(words for words in ours() if words)[place]
    with pytest.raises(IndexError):
        word.nbor(by)


@pytest.mark.parametrize(
    ("text", "word", "known"),
    [
        ("They waged a war.", "waged", "wage"),
        ("The children were leaving.", "children", "child"),
        ("The men wounded there left.", "wounded", "wound"),
        ("Peace talks resumed.", "talks", "talk"),
    ],
)
def test_a_word_is_looked_up_by_its_dictionary_form(text: str, word: str, known: str) -> None:
    (words,) = grammar([text])
    assert [lemma(token) for token in words if token.text == word] == [known]
