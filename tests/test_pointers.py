"""A clause points to the event on which it hangs its time, if it names it bare."""

import pytest

from scripts.find.drafts import Pointer
from scripts.find.parse import read_sentence
from scripts.find.pointers import pointer
from scripts.lexicon import rows
from tests.report_stories import reports


def pointers(text: str) -> list[Pointer | None]:
    return [report.pointer for report in reports(text)]


@pytest.mark.parametrize(
    ("text", "relation", "noun"),
    [
        ("In the raid, rebels from Chad captured 20 soldiers.", "within", "raid"),
        ("During that call, Chad condemned Sudan.", "within", "call"),
        ("Under the deal, Chad freed nine prisoners.", "under", "deal"),
        ("After the attack, Chad condemned Sudan.", "after", "attack"),
        ("In a statement following the vote, Chad condemned Sudan.", "after", "vote"),
    ],
)
def test_a_bare_noun_is_pointed_to(text: str, relation: str, noun: str) -> None:
    found = [one for one in pointers(text) if one is not None]
    assert [(one.relation, one.noun) for one in found] == [(relation, noun)]


@pytest.mark.parametrize(
    "text",
    [
        "In the raid on the depot, rebels from Chad captured 20 soldiers.",
        "In a raid, rebels from Chad captured 20 soldiers.",
        "In the first raid, rebels from Chad captured 20 soldiers.",
        "Before the raid, rebels from Chad captured 20 soldiers.",
    ],
)
def test_a_noun_that_is_described_or_new_is_not(text: str) -> None:
    assert all(one is None for one in pointers(text))


def words_of(kind: str) -> list[str]:
    return [row["noun"] for row in rows("objects") if row["class"] == kind]


PAST = {"oversee": "overseen", "chair": "chaired", "skip": "skipped"}


@pytest.mark.parametrize("verb", words_of("attending"))
def test_who_attends_an_event_acts_at_its_time(verb: str) -> None:
    done = PAST.get(verb, verb + ("d" if verb.endswith("e") else "ed"))
    doc = read_sentence(f"The summit was {done} by lawmakers.").doc
    found = pointer(doc[3], [], "CONSULT")
    assert found is not None
    assert (found.relation, found.noun) == ("within", "summit")


def test_broad_nouns_are_those_that_stand_for_any_deed_of_their_kind() -> None:
    assert set(words_of("broad")) == {
        "accord",
        "agreement",
        "assault",
        "attack",
        "deal",
        "event",
        "incident",
        "meeting",
        "pact",
        "talk",
        "violence",
    }


def test_what_is_condemned_in_the_present_was_done_on_the_day_behind_it() -> None:
    text = "The Nile Union condemns the attack on a convoy in Upper Nile on Sunday."
    told = {one.type: one.date and one.date.of(text) for one in reports(text, "Sunday")}
    assert told == {"ACCUSE": None, "ASSAULT": "Sunday"}


def test_what_happened_on_a_day_that_a_deed_closed_bears_its_date() -> None:
    text = (
        "Kenya and Mali signed a pact on Friday, closing a day on which their ministers also "
        "initialed a treaty."
    )
    assert [one.date and one.date.of(text) for one in reports(text, "Friday")] == ["Friday"] * 2
