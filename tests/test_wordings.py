import pytest

from scripts.lexicon import rows
from scripts.link.prints import likeness
from scripts.link.wordings import negations, plain_words, pointers, stem, wording

SPELLINGS = {
    kind: [(row["printed"], row["plain"]) for row in rows("spellings") if row["kind"] == kind]
    for kind in {row["kind"] for row in rows("spellings")}
}


@pytest.mark.parametrize(("printed", "plain"), SPELLINGS["word"])
def test_a_listed_word_is_read_as_its_other_spelling(printed, plain):
    assert wording(f"It was {printed} then").words == wording(f"It was {plain} then").words


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("organisations", "organizations"),
        ("normalising", "normalizing"),
        ("analysed", "analyzed"),
        ("labourers", "laborers"),
        ("neighbouring", "neighboring"),
        ("theatres", "theaters"),
        ("centred", "centered"),
        ("dialogue", "dialog"),
        ("travelled", "traveled"),
        ("labelling", "labeling"),
        ("towards", "toward"),
        ("judgement", "judgment"),
    ],
)
def test_british_and_american_endings_are_one_spelling(printed, plain):
    assert plain_words(printed) == plain_words(plain)


def test_every_ending_of_the_lexicon_is_needed():
    words = ["normalise", "analyse", "labour", "theatre", "centred", "dialogue", "travelled"]
    words += ["towards", "judgement"]
    changed = {word: plain_words(word) for word in words}
    assert len(SPELLINGS["ending"]) == len(words)
    assert all(found != (word,) for word, found in changed.items())


@pytest.mark.parametrize("word", ["four", "hours", "more", "called", "rise", "entire", "journey"])
def test_a_word_that_only_looks_british_stays_what_it_is(word):
    assert plain_words(word) == (word,)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("can't", "can not"),
        ("won’t", "will not"),
        ("shan't", "shall not"),
        ("ain't", "is not"),
        ("let's", "let us"),
        ("isn’t", "is not"),
        ("they'll", "they will"),
        ("we've", "we have"),
        ("they're", "they are"),
        ("I'm", "I am"),
        ("he'd", "he"),
        ("Chile's", "Chile"),
        ("o'clock", "oclock"),
    ],
)
def test_short_forms_are_written_out(short, full):
    assert wording(f"so {short} then").words == wording(f"so {full} then").words


@pytest.mark.parametrize("prefix", [printed for printed, _ in SPELLINGS["prefix"]])
def test_a_hyphen_behind_a_prefix_parts_no_word(prefix):
    assert wording(f"the {prefix}-planned road").words == ("the", f"{prefix}planned", "road")


@pytest.mark.parametrize("word", sorted(negations()))
def test_a_word_that_turns_a_sentence_round_is_seen(word):
    first = wording("The two sides will open the long road in the spring")
    other = wording(f"The two sides will {word} open the long road in the spring")
    found = likeness(first, other)
    assert found is not None
    assert found.kind == "shared"
    assert found.differs == "negation"


@pytest.mark.parametrize(("one", "other"), [(r["one"], r["other"]) for r in rows("opposites")])
def test_a_sentence_with_the_opposite_word_is_another_sentence(one, other):
    a = wording(
        f"Our farmers told the minister that the {one} market was what their sons asked of him"
    )
    b = wording(
        f"Our farmers told the minister that the {other} market was what their sons asked of him"
    )
    assert likeness(a, b) is None


def test_function_words_carry_no_meaning_and_pointers_are_among_them():
    assert not any(stem(row["word"]) for row in rows("function_words"))
    assert pointers() < {row["word"] for row in rows("function_words")}


@pytest.mark.parametrize(
    "forms",
    [
        ("discuss", "discussing", "discussions"),
        ("normalize", "normalization"),
        ("agree", "agreed", "agreement"),
        ("country", "countries"),
        ("south", "southern"),
        ("release", "releasing", "released"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms):
    assert len({stem(form) for form in forms}) == 1


def test_cuts_and_brackets_part_the_words_and_letters_in_brackets_do_not():
    found = wording("[W]e will open [the pass] … and keep it open")
    assert found.segments() == (("we", "will", "open"), ("and", "keep", "it", "open"))
    assert found.added == ((3, "the pass"),)
    assert wording("We normali[s]e it.").words == ("we", "normalize", "it")


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("thirty-two", ("32",)),
        ("1,500", ("1500",)),
        ("3.5 million", ("3500000",)),
        ("5%", ("5", "per", "cent")),
        ("five per cent", ("5", "per", "cent")),
        ("the U.S. army", ("the", "us", "army")),
        ("Erdoğan", ("erdogan",)),
        ("no one", ("no", "one")),
    ],
)
def test_numbers_initials_and_accents_are_folded(printed, words):
    assert wording(printed).words == words
