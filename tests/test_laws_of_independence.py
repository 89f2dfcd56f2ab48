"""What a copy, another subject and another order may change of who counts as a witness: nothing."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.build import make_tables
from scripts.read.files import read_articles

HEAD = '---\ntitle: "{title}"\npublisher: "{publisher}"\npublished: 2031-05-0{day}\n---\n\n'
STORY = {
    "herald": (
        "Raid on the depot",
        "Norwegian police arrested 14 people in Bergen on Saturday, the interior ministry of "
        "Norway said.\n\nThe ministry said on Sunday that 14 people had been arrested in the raid "
        "on a depot by the docks. Lorries were taken away and the gates sealed with tape.\n",
    ),
    "gazette": (
        "Fourteen held in Bergen",
        "Police in Norway arrested 14 people in the city of Bergen on Saturday. Neighbours heard "
        "shouts before dawn and saw vans drive off without lights.\n\nA lawyer for three of them "
        "said that none had been charged with anything so far.\n",
    ),
    "courier": (
        "Depot raid",
        "BERGEN, Norway (AFP) – Norwegian police on Saturday arrested 14 people in Bergen in a "
        "raid on a depot. “We will hold them as long as the law lets us and not an hour more,” "
        "Norway said in a statement.\n",
    ),
    "mail": (
        "Police raid depot in Bergen",
        "BERGEN (AFP) – Police of Norway arrested 14 people in Bergen on Saturday.\n\n“We will "
        "hold them as long as the law lets us and not an hour more,” Norway said.\n",
    ),
}
OTHER = (
    "Talks on fish",
    "Ministers of Peru and Chile met in Lima on Friday and spoke for six hours about the catch of "
    "anchovies along the coast. Peru said that 30 boats had been let go.\n",
)


def written(folder, names, extra=()):
    for day, name in enumerate(names):
        title, text = STORY[name]
        head = HEAD.format(title=title, publisher=name.title(), day=3 + day % 4)
        (folder / f"{name}.md").write_text(head + text, encoding="utf-8")
    for name, publisher, (title, text) in extra:
        head = HEAD.format(title=title, publisher=publisher, day=6)
        (folder / f"{name}.md").write_text(head + text, encoding="utf-8")


@cache
def _base(tmp):
    tmp.mkdir(exist_ok=True)
    written(tmp, STORY)
    return tables(tmp)


def tables(folder, turned=False):
    articles = list(read_articles(folder, []))
    found, _ = make_tables(articles[::-1] if turned else articles, (), lambda *_: None, [])
    return found


def counts(found, name, *key):
    """What each row is about → its number of independent sources."""
    rows = found[name].to_dicts()
    return {tuple(row[column] for column in key): row["independent_count"] for row in rows}


KEYS = {"events": ("event_id",), "utterances": ("utterance_id",), "comparisons": ("comparison_id",)}


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    return tmp_path_factory.mktemp("story")


def test_the_story_has_comparisons_of_several_witnesses(story):
    found = _base(story)
    assert max(counts(found, "comparisons", "comparison_id").values()) == 3
    assert max(found["events"]["source_count"]) == 4
    notes = " ".join(found["comparisons"]["note"])
    assert "courier and mail repeat AFP" in notes


@pytest.mark.parametrize("again", STORY)
@pytest.mark.parametrize("named", ["zz-copy", "aa-copy"])
def test_a_source_added_twice_adds_no_independence_anywhere(story, tmp_path, again, named):
    before = _base(story)
    written(tmp_path, STORY, [(named, "The Copier", STORY[again])])
    after = tables(tmp_path)
    # The copy is dated later than what it copies, so that it founds nothing.
    for name, key in KEYS.items():
        old, new = counts(before, name, *key), counts(after, name, *key)
        assert {one: new[one] for one in old} == old
        assert all(new[one] == 1 for one in new.keys() - old.keys())


def test_an_article_on_another_subject_changes_no_family(story, tmp_path):
    before = _base(story)
    agency = (OTHER[0], f"LIMA (AFP) – {OTHER[1]}")
    written(tmp_path, STORY, [("a-fish", "Herald", OTHER), ("z-fish", "AFP", agency)])
    after = tables(tmp_path)
    sides, more = (
        set(one["sides"].select("comparison_id", "source_id", "family").rows())
        for one in (before, after)
    )
    assert sides <= more
    for name, key in KEYS.items():
        assert counts(before, name, *key).items() <= counts(after, name, *key).items()


def test_the_order_of_articles_changes_nothing(story):
    before, after = _base(story), tables(story, turned=True)
    assert all(before[name].equals(after[name]) for name in before)


names = st.sampled_from(["source:a", "origin:w", "statement:x", "statement:y", "statement:NGA:z"])


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from("stuv"), st.lists(names, min_size=1, max_size=3)))
def test_every_side_of_a_family_is_named_in_what_ties_it(rests):
    from scripts.compare.rests import ties
    from scripts.link.independence import families

    family = families(rests)
    told = ties(rests, family)
    words = set(told.replace(",", "").split())
    for source in rests:
        alone = list(family.values()).count(family[source]) == 1
        assert (source in words) is not alone
