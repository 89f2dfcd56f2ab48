import pytest

from schemas.tables import codelist
from scripts.find.classed import KINDS
from scripts.find.drafts import Span
from scripts.find.needs import CONDITIONS, parts
from scripts.find.report_dates import LONGEST
from scripts.find.reports import find_reports
from scripts.lexicon import rows
from tests.report_stories import reports, roles
from tests.stories import parsed, story


@pytest.mark.parametrize(
    ("text", "kind", "mode", "modality", "parts"),
    [
        (
            "Sudan released 14 Chadian drivers on Monday.",
            "RETREAT",
            "release",
            "occurred",
            {"source": ["Sudan"], "target": ["14 Chadian drivers"]},
        ),
        (
            "Twelve Ethiopian soldiers were freed by Eritrea.",
            "RETREAT",
            "release",
            "occurred",
            {"source": ["Eritrea"], "target": ["Twelve Ethiopian soldiers"]},
        ),
        (
            "Kenya will hand over six Ugandan fishermen to their families.",
            "RETREAT",
            "release",
            "announced",
            {"source": ["Kenya"], "target": ["six Ugandan fishermen"]},
        ),
        (
            "Israel and Lebanon signed an agreement in Naqoura.",
            "AGREE",
            "agreement",
            "occurred",
            {"source": ["Israel", "Lebanon"]},
        ),
        (
            "The attack by Eritrea on Ethiopia came at dawn.",
            "ASSAULT",
            "attack",
            "occurred",
            {"source": ["Eritrea"], "target": ["Ethiopia"]},
        ),
        (
            "Uganda sent 600 troops to the border.",
            "MOBILIZE",
            "deploy",
            "occurred",
            {"source": ["Uganda"]},
        ),
        (
            "Colombia and Venezuela are at odds after a Norwegian-brokered ceasefire.",
            "RETREAT",
            "ceasefire",
            "occurred",
            {"mediator": ["Norwegian"]},
        ),
        (
            "Rwanda arrested a Burundian officer.",
            "COERCE",
            "arrest",
            "occurred",
            {"source": ["Rwanda"], "target": ["a Burundian officer"]},
        ),
        (
            "Kenya did not release the Ugandan fishermen.",
            "RETREAT",
            "release",
            "denied",
            {"source": ["Kenya"]},
        ),
    ],
)
def test_a_clause_gives_type_mode_modality_and_roles(
    text: str, kind: str, mode: str, modality: str, parts: dict[str, list[str]]
) -> None:
    found = [r for r in reports(text) if r.mode == mode]
    assert len(found) == 1, reports(text)
    report = found[0]
    assert (report.type, report.modality) == (kind, modality)
    told = roles(text, report)
    for role, words in parts.items():
        assert told.get(role) == words


@pytest.mark.parametrize(
    "text",
    [
        "Kenya released a statement on Monday.",
        "Peru plans to attack inflation with a new law.",
        "Its bid to host the summit pleased Kenya.",
        "Kenya may release the Ugandan fishermen.",
        "Nobody in Kenya knows when the fishermen were captured.",
        "Chad held its breath.",
        "The Gulf War is the subject of his book.",
        "Norway took part in the games.",
        "Kenya's president held his first campaign rally.",
        "The general died of a heart attack in Kenya.",
        "Several Kenyans moved to Uganda.",
        "Kenya sent the police a plan for the march.",
        "The committee returned the report to Kenya.",
        "She is treated as a queen by the Kenyans.",
        "Rwanda backs the rebels of Burundi.",
        "Kenya still means to sign a treaty.",
        "Families of the 23 Kenyans jailed in Juba wept.",
        "Nine Kenyans were killed when a bridge fell.",
        "The Kenyan told of the film's release.",
        "Her withdrawal from the race pleased Kenya.",
        "The Kenyan bank began operations in Uganda.",
        "Kenya's senator ended his bid.",
    ],
)
def test_what_only_looks_like_an_event_gives_none(text: str) -> None:
    assert reports(text) == []


def test_each_half_of_a_swap_has_its_own_subject() -> None:
    text = "Chad will release nine Sudanese herders while Sudan will free three Chadian guards."
    found = {roles(text, r)["source"][0]: roles(text, r)["target"][0] for r in reports(text)}
    assert found == {"Chad": "nine Sudanese herders", "Sudan": "three Chadian guards"}


def test_a_gerund_behind_with_or_for_keeps_its_own_subject() -> None:
    text = (
        "The deal held, with Chad handing over nine captives in return for Sudan releasing three."
    )
    found = {roles(text, r).get("source", [""])[0] for r in reports(text)}
    assert found >= {"Chad"}


def test_the_date_is_that_of_the_clause_and_not_of_its_neighbour() -> None:
    text = "Peru expelled the envoy of Chile in May, but Chile opened talks with Peru in June."
    found = {r.mode: r.date.of(text) for r in reports(text, "May", "June") if r.date}
    assert found == {"expel_diplomats": "May", "negotiate": "June"}


def test_a_nested_clause_takes_the_date_of_the_clause_above() -> None:
    text = "On May 4 Chad made a swap on the border, with Chad handing over nine Sudanese captives."
    found = [r for r in reports(text, "May 4") if r.mode == "release"]
    assert [r.date.of(text) for r in found if r.date] == ["May 4"]


def test_words_inside_quotation_marks_are_left_to_the_speaker() -> None:
    text = '"Eritrea attacked Ethiopia," the minister said.'
    assert reports(text, quoted=(Span(1, text.index(',"')),)) == []
    assert reports(text) != []


def test_headlines_repeat_the_story_and_give_no_report() -> None:
    article = story("Eritrea attacked Ethiopia on Monday.")
    sentences, mentions = parsed(article)
    blocks = tuple(type(b)(b.start, b.end, "title") for b in article.blocks)
    titled = type(article)(**{**article.__dict__, "blocks": blocks})
    assert find_reports(article, sentences, mentions, [])
    assert not find_reports(titled, sentences, mentions, [])


def test_a_report_never_runs_over_its_length() -> None:
    filler = ", which the people of the region had long expected and feared in equal measure," * 5
    text = f"Eritrea{filler} attacked Ethiopia on Monday."
    assert all(r.span.end - r.span.start <= LONGEST for r in reports(text))


def test_every_trigger_leads_to_a_mode_of_its_type() -> None:
    modes = codelist("modes").rows
    for row in rows("triggers"):
        assert modes[row["mode"]]["type"] == row["type"], row


def test_every_need_is_a_condition_or_a_class_of_nouns() -> None:
    classes = {row["class"] for row in rows("objects")} | set(KINDS)
    nominal = {"anchored", "told", "held", "was-held", "struck", "by", "possessed", "troops-or-by"}
    for row in rows("triggers"):
        for needs in row["needs"].split():
            asked = [name for part in parts(needs) for name in part.name.split("|")]
            assert set(asked or [needs]) <= classes | {*CONDITIONS} | nominal, row
