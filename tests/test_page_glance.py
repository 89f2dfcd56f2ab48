"""The first screen of the page: the heart of a package, whatever it holds."""

import json
import re
from pathlib import Path

import pytest

from scripts.page.codes import SUBJECTS
from scripts.page.content import content
from scripts.page.glance import Glance, glance
from scripts.page.page import page
from scripts.page.readme import bibtex, caveats
from scripts.page.stories import stories
from scripts.trace.edition import Edition, Row
from validations.outcomes import Outcomes


def edition(folder: Path, **kept: bool) -> Edition:
    """A package with those comparisons alone whose verdicts are kept."""
    found = Edition(folder, folder.name)
    if kept:
        rows = [row for row in found.rows("comparisons") if row["verdict"] in kept]
        ids = {row["comparison_id"] for row in rows}
        sides = [row for row in found.rows("sides") if row["comparison_id"] in ids]
        found = Edition(folder, folder.name)
        found._read.update(comparisons=tuple(rows), sides=tuple(sides))
    return found


def first(found: Edition) -> Glance:
    return glance(found, content(found))


def disputed(found: Edition, verdict: str) -> Edition:
    """The package, every fact that several sources tell under one verdict."""
    rows = [
        dict(row) | ({"verdict": verdict} if row["verdict"] != "single" else {})
        for row in found.rows("comparisons")
    ]
    found._read["comparisons"] = tuple(rows)
    return found


def test_the_first_story_tells_how_many_by_whom_when_promised_and_when_done(
    published: Path,
) -> None:
    lead = first(edition(published)).leads[0]
    assert [(one.words, one.when) for one in lead.steps] == [
        ("Announced", "7 December 2023"),
        ("Carried out", "13 December 2023"),
    ]
    assert lead.facts[0].claim == "Azerbaijan released 32 people of Armenia."
    assert lead.facts[0].counts == (
        "3 sources, 2 of them independent: 1 tells it as done, 2 announce it"
    )
    assert len(lead.facts[0].says) == 3


def test_no_code_stands_where_readers_look(published: Path) -> None:
    told = first(edition(published))
    facts = [*told.disputed, *told.differing, *(fact for lead in told.leads for fact in lead.facts)]
    words = " ".join(
        [text for fact in facts for text in (fact.title, fact.story, fact.claim)]
        + [one.words + one.told for fact in facts for one in fact.says]
        + [step.words for lead in told.leads for step in lead.steps]
    )
    assert not re.search(r"occurred|source:|target:|\d{4}-\d{2}-\d{2}|\b[a-z]+_[a-z]+\b", words)


def test_what_is_told_differently_differs_in_words(published: Path) -> None:
    told = first(edition(published))
    assert told.differing
    assert all(len(fact.says) > 1 for fact in told.differing)
    order = [SUBJECTS.index(fact.about) for fact in told.differing]
    assert order == sorted(order)


def test_nothing_stands_twice_on_the_first_screen(published: Path) -> None:
    for found in (edition(published), disputed(edition(published), "conflict")):
        told = first(found)
        beside = [fact.id for fact in (*told.disputed, *told.differing)]
        leading = [fact.id for lead in told.leads for fact in lead.facts]
        assert len(beside + leading) == len({*beside, *leading})


def test_how_long_something_took_comes_after_all_else(published: Path) -> None:
    told = first(edition(published))
    assert not any(fact.lasts for fact in told.differing)
    assert not any(fact.lasts for lead in told.leads for fact in lead.facts)
    lasting = [fact.lasts for fact in first(disputed(edition(published), "conflict")).disputed]
    assert any(lasting)
    assert lasting == sorted(lasting)


def test_words_of_a_digest_are_quoted_only_where_it_quotes(published: Path) -> None:
    found = edition(published)
    told = first(found)
    assert "our retelling of the articles" in told.digests
    says = [one for lead in told.leads for fact in lead.facts for one in fact.says]
    assert not any(one.quoted for one in says)
    originals: list[Row] = [dict(row) | {"basis": "original"} for row in found.rows("sources")]
    found = edition(published)
    found._read["sources"] = tuple(originals)
    told = first(found)
    assert told.digests == ""
    figures = [fact for lead in told.leads for fact in lead.facts if fact.about == "figure"]
    assert all(one.quoted for fact in figures for one in fact.says)


def test_days_that_no_source_gives_are_marked_where_they_stand(published: Path) -> None:
    steps = [step for lead in first(edition(published)).leads for step in lead.steps]
    assert any("meet here" in step.met for step in steps)


def test_the_only_publisher_is_named_and_an_agency_stands_with_its_source(published: Path) -> None:
    found = edition(published)
    assert any(one.name.endswith(" (Xinhua)") for one in first(found).sources)
    alike: list[Row] = [dict(row) | {"publisher": "Post"} for row in found.rows("sources")]
    found = edition(published)
    found._read["sources"] = tuple(alike)
    assert first(found).scope.startswith("5 articles of Post, from ")


def test_every_contradiction_is_listed(published: Path) -> None:
    told = first(disputed(edition(published), "conflict"))
    many = sum(row["verdict"] != "single" for row in edition(published).rows("comparisons"))
    assert len(told.disputed) == many
    assert not any(fact.claim for fact in told.disputed)


def test_a_package_of_single_facts_tells_these(published: Path) -> None:
    told = first(edition(published, single=True))
    assert told.leads
    assert all(fact.verdict == "single" for lead in told.leads for fact in lead.facts)
    assert (told.disputed, told.differing) == ((), ())


def test_a_package_without_comparisons_says_so(published: Path) -> None:
    found = edition(published)
    found._read.update(comparisons=(), sides=())
    told = first(found)
    assert (told.leads, told.facts) == ((), 0)


@pytest.mark.parametrize("verdict", ["agree", "compatible", "conflict", "single"])
def test_the_shares_of_the_verdicts_are_those_of_the_rows(published: Path, verdict: str) -> None:
    found = edition(published)
    counted = sum(row["verdict"] == verdict for row in found.rows("comparisons"))
    shown = {one.code: one for one in first(found).verdicts}[verdict]
    assert shown.count == counted
    assert shown.sign
    assert shown.title


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [
        (0, 0, "no errors, no warnings; 1,539 rules hold"),
        (1, 2, "1 error, 2 warnings; 1,539 rules hold"),
        (2, 1, "2 errors, 1 warning; 1,539 rules hold"),
    ],
)
def test_errors_and_warnings_are_counted(
    published: Path, errors: int, warnings: int, words: str
) -> None:
    found = edition(published)
    totals = {"errors": errors, "warnings": warnings, "held": 1539}
    assert glance(found, content(found) | {"checks": {"totals": totals}}).checked == words


def test_every_fact_stands_in_one_story(published: Path) -> None:
    found = edition(published)
    told = [fact for story in stories(found) for fact in story.facts]
    assert sorted(told) == sorted(row["comparison_id"] for row in found.rows("comparisons"))


def test_an_announcement_of_a_day_to_come_is_one_for_that_day(published: Path) -> None:
    found = edition(published)
    later: list[Row] = [
        dict(row) | {"start_date": "2999-01-01", "end_date": "2999-01-01"}
        if row["modality"] == "announced"
        else row
        for row in found.rows("events")
    ]
    found._read["events"] = tuple(later)
    assert first(found).leads[0].steps[0].words == "Announced for"


def test_terms_and_caveats_are_those_of_the_data_dictionary(published: Path) -> None:
    told = first(edition(published))
    assert told.bibtex.startswith("@misc{")
    assert told.bibtex.endswith("}")
    named = [one.name for one in told.caveats]
    assert named[:3] == ["found-by-rules", "announced-is-not-done", "sources-repeat-each-other"]
    assert named[3] == "digests-not-originals"
    assert named[-1] == "offsets-count-characters"
    assert "mentions-are-not-events" in named
    assert any(code for one in told.caveats for _, code in one.pieces)
    assert not any("`" in words or "](" in words for one in told.caveats for words, _ in one.pieces)


def test_a_package_without_a_data_dictionary_has_no_caveats_and_no_citation() -> None:
    assert (caveats(""), bibtex("")) == ((), "")


@pytest.mark.parametrize(
    ("path", "linked"), [("https://licence.example/by", True), ("javascript:alert(1)", False)]
)
def test_a_licence_is_linked_if_a_browser_follows_it_to_a_page(
    dataset: Path, path: str, linked: bool
) -> None:
    descriptor = dataset / "datapackage.json"
    told = json.loads(descriptor.read_text(encoding="utf-8"))
    told["licenses"] = [{"name": "by", "title": "By", "path": path}]
    descriptor.write_text(json.dumps(told), encoding="utf-8")
    nothing = Outcomes((), (), (), ())
    assert (f'href="{path}"' in page(dataset, nothing)) is linked


def test_a_code_that_is_new_in_its_list_comes_last_by_its_title(published: Path) -> None:
    found = edition(published)
    new = {"title": "Brand new", "description": "Nobody knew it."}
    for name in ("verdicts", "modalities", "comparison_subjects"):
        found.codelists[name] = found.codelists[name] | {"new": new}
    told_of, *others = found.rows("comparisons")
    found._read["comparisons"] = ({**told_of, "verdict": "new", "about": "new"}, *others)
    found._read["events"] = tuple({**row, "modality": "new"} for row in found.rows("events"))
    told = content(found)
    (story,) = (one for one in told["stories"] if told_of["comparison_id"] in one["facts"])
    alone = [found.row("comparisons", fact)["verdict"] == "single" for fact in story["facts"]]
    assert story["facts"].index(told_of["comparison_id"]) == alone.count(False) - 1
    assert told["told"]["new"] == "brand new"
    seen = glance(found, told)
    assert (seen.verdicts[-1].title, seen.verdicts[-1].count) == ("Brand new", 1)
    assert {step.words for lead in seen.leads for step in lead.steps} == {"Brand new"}
