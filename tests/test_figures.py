import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.find.dates import find_dates
from scripts.find.drafts import FigureDraft
from scripts.find.figures import find_figures
from scripts.find.names import find_mentions
from scripts.find.parse import parse
from scripts.read.article import Article, Block


def figures(text: str, kind: str = "body") -> list[FigureDraft]:
    article = Article("a", "a.txt", text, "", {}, (Block(0, len(text), kind),))
    ((_, sentences),) = parse([article])
    mentions = find_mentions(article, sentences)
    return list(find_figures(article, sentences, mentions, find_dates(text)))


def only(text: str) -> FigureDraft:
    (found,) = figures(text)
    return found


@pytest.mark.parametrize(
    ("text", "span", "bound"),
    [
        ("The storm hurt at least 56 sailors.", "at least 56 sailors", "at_least"),
        ("The storm hurt more than 30 sailors.", "more than 30 sailors", "more_than"),
        ("The blast killed over 200 people.", "over 200 people", "more_than"),
        ("The siege lasted over four days.", "over four days", "more_than"),
        ("Upwards of 900 goats were lost.", "Upwards of 900 goats", "more_than"),
        ("Some 200 people left.", "Some 200 people", "about"),
        ("It has an estimated 40 wells.", "an estimated 40 wells", "about"),
        ("The march took under 40 minutes.", "under 40 minutes", "less_than"),
        ("Nearly 300 farmers left.", "Nearly 300 farmers", "less_than"),
        ("It was over within 40 minutes.", "within 40 minutes", "at_most"),
        ("As many as nine firms came.", "As many as nine firms", "at_most"),
        ("Its 100,000 or so farmers left.", "100,000 or so farmers", "about"),
        ("Dozens of farmers left.", "Dozens of farmers", "vague"),
    ],
)
def test_a_bound_that_governs_the_number_is_part_of_the_figure(
    text: str, span: str, bound: str
) -> None:
    found = only(text)
    assert (found.span.of(text), found.bound) == (span, bound)


@pytest.mark.parametrize(
    "text",
    [
        "The talks were held over five days in Vienna.",
        "Kenya was handing over nine captives.",
        "They spoke about two prisoners.",
    ],
)
def test_particles_and_prepositions_are_no_bounds(text: str) -> None:
    assert only(text).bound == "exact"


def test_a_bound_governs_both_members_of_a_conversion() -> None:
    found = figures("They built a road of about 160 km (100 miles) there.")
    assert [(f.bound, f.unit) for f in found] == [("about", "distance")] * 2


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("The 44-day siege ended.", "day", "day"),
        ("They fought two wars.", "event", "wars"),
        ("It cost $3.5 billion.", "money", ""),
        ("It cost 20 million euros.", "money", "euros"),
        ("It grew by 12 percent.", "percent", "percent"),
        ("They burned 300 hectares.", "area", "hectares"),
        ("They sent 18 kilograms.", "object", "kilograms"),
        ("Gusts reached 80 km/h.", "object", "km"),
        ("The two countries agreed.", "object", "countries"),
        ("The bus held 12 Kenyans.", "person", "kenyans"),
    ],
)
def test_the_noun_settles_the_unit(text: str, unit: str, counted: str) -> None:
    found = only(text)
    assert (found.unit, found.counted) == (unit, counted)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The flood killed 12 farmers.", "killed"),
        ("Officials reported 12 deaths.", "killed"),
        ("The dam burst left 12 farmers dead.", "killed"),
        ("Some houses fell and 12 farmers were injured.", "wounded"),
        ("Peru arrested 12 smugglers.", "captured"),
        ("Police took 12 smugglers captive.", "captured"),
        ("Peru has 12 smugglers behind bars.", "held"),
        ("There are 12 Peruvians in Chilean custody.", "held"),
        ("Peru let 12 sailors go.", "released"),
        ("Peru handed over 12 sailors to Chile.", "released"),
        ("Peru will release 32 captured sailors.", "released"),
        ("The release of 12 hostages came late.", "released"),
        ("Now 12 hikers are missing.", "missing"),
        ("The fire drove 300 villagers from the valley.", "displaced"),
        ("Then 300 villagers fled.", "displaced"),
        ("Ghana deployed 300 soldiers.", "troops"),
        ("Then 300 teachers attended.", "other"),
    ],
)
def test_persons_are_measured_by_what_governs_them(text: str, measure: str) -> None:
    assert [f.measure for f in figures(text) if f.unit == "person"] == [measure]


def test_a_participle_before_the_noun_is_none_of_the_number_whatever_the_number_is() -> None:
    # NOTE: the parser takes some of these numbers for those who captured, and not others.
    for number in range(3, 60):
        text = (
            f"Under the deal, {number} captured Kenyan service members will be released by Peru, "
            "and Chile in turn will free two pilots."
        )
        found = figures(text)[0]
        assert found.span.of(text) == f"{number} captured Kenyan service members"
        assert found.measure == "released"


def test_those_who_captured_something_are_not_captured() -> None:
    assert only("Of the crew, 12 captured the bridge while the others fled.").measure != "captured"


def test_nothing_but_persons_is_measured() -> None:
    assert {f.measure for f in figures("They destroyed 12 tanks and 3 bridges in two days.")} == {
        ""
    }


def test_each_verb_of_a_clause_has_its_own_number() -> None:
    found = figures("The blast killed 12 and wounded 30.")
    assert [(f.number.value, f.measure) for f in found] == [(12, "killed"), (30, "wounded")]


def test_each_clause_has_its_own_subject() -> None:
    text = "Peru will release 32 seized Chilean sailors while Chile will free two Peruvian pilots."
    first, second = figures(text)
    for found, of, by in ((first, "Chilean", "Peru"), (second, "Peruvian", "Chile")):
        assert found.of is not None
        assert found.by is not None
        assert (found.of.of(text), found.by.of(text)) == (of, by)
        assert found.modality == "announced"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Peru arrested 12 Chileans.", "Peru"),
        ("In all 12 Chileans were freed by Peru.", "Peru"),
        ("Peru's capture of 12 Chileans drew anger.", "Peru"),
        ("There are 12 Chileans in Peruvian jails.", "Peruvian"),
        ("Aid went ahead, with Peru releasing 12 Chileans.", "Peru"),
        ("Peru agreed to free 12 Chileans.", "Peru"),
        ("In all 12 Chileans were freed.", None),
        ("Then 12 Chileans died.", None),
    ],
)
def test_who_did_it_is_named_or_empty(text: str, by: str | None) -> None:
    found = only(text)
    assert (found.by.of(text) if found.by else None) == by


def test_own_soldiers_belong_to_the_subject_and_come_from_the_other_side() -> None:
    text = "In the swap Peru got back two of its own soldiers from captivity in Chile."
    found = only(text)
    assert found.span.of(text) == "two of its own soldiers"
    assert found.of is not None
    assert found.by is not None
    assert (found.of.of(text), found.by.of(text)) == ("Peru", "Chile")


def test_a_part_points_to_its_whole() -> None:
    text = "Peru holds 12 Chileans. Three of them were arrested in May."
    whole, part = figures(text)
    assert part.subset_of == whole.span
    assert part.of == whole.of


def test_a_list_behind_a_colon_shares_what_befell_its_whole() -> None:
    text = "Peru said 15 Chileans were in its jails: six sailors, eight miners and one nurse."
    whole, *listed = figures(text)
    assert [f.number.value for f in listed] == [6, 8, 1]
    assert {f.subset_of for f in listed} == {whole.span}
    assert {f.measure for f in listed} == {"held"}


def test_a_number_compared_with_another_counts_the_same() -> None:
    first, second = figures("The death toll rose to 45, up from 38.")
    assert (first.measure, second.measure) == ("killed", "killed")
    assert second.unit == "person"


def test_what_is_denied_is_marked() -> None:
    assert only("The army denied that 14 soldiers had been killed.").modality == "denied"


def test_a_duration_in_date_words_counts_and_a_day_does_not() -> None:
    found = figures("They met on 4 May 2019, six days earlier than planned.")
    assert [(f.number.value, f.unit) for f in found] == [(6, "day")]


def test_the_date_of_its_clause_goes_with_a_figure() -> None:
    text = "Peru freed 12 sailors on Friday."
    found = only(text)
    assert found.date is not None
    assert "Friday" in found.date.of(text)


def test_only_the_story_is_read() -> None:
    assert figures("The flood killed 12 farmers.", kind="caption") == []


_CLAUSES = st.sampled_from(
    [
        "Peru freed 12 sailors.",
        "Dozens of farmers fled.",
        "About 40 km (25 miles) of road was lost.",
        "Two of them died.",
        "Between 5 and 7 tents fell in 2019.",
        "Of the 40 men, nine were held.",
        "It cost $3 million or more.",
        "“Twenty-three men are waiting,” she said.",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_CLAUSES, min_size=1, max_size=4))
def test_spans_lie_in_the_text_and_hold_their_number(clauses: list[str]) -> None:
    text = " ".join(clauses)
    spans = set()
    for found in figures(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.span.covers(found.number.span)
        assert found.span.of(text) == found.span.of(text).strip()
        assert (found.measure == "") == (found.unit != "person")
        assert (found.bound == "vague") == (found.number.value is None)
        assert found.span not in spans
        spans.add(found.span)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Doctors put the number of dead at 37.", "killed"),
        ("Two patients of the clinic died, raising the toll to 37.", "killed"),
        ("The coroner revised the death toll to 37.", "killed"),
        ("The coroner gave a death toll of 37.", "killed"),
        ("A ferry sank. The harbour master said the toll is 37.", "killed"),
        ("The number of deaths reached 37.", "killed"),
        ("The storm brings the number of injured to 37.", "wounded"),
        ("The landslide claimed 37 lives.", "killed"),
        ("In the landslide 37 lives were lost.", "killed"),
        ("The surgeon saved 37 lives.", "other"),
        ("Casualties rose to 37.", "other"),
    ],
)
def test_a_toll_tells_what_befell_the_people_it_counts(text: str, measure: str) -> None:
    found = next(f for f in figures(text) if f.number.value == 37)
    assert (found.unit, found.measure) == ("person", measure)


def test_how_gravely_they_are_hurt_makes_a_number_a_part_of_the_wounded() -> None:
    hurt, gravely = figures("The crash injured 37 passengers, three critically.")
    assert (gravely.measure, gravely.subset_of) == ("wounded", hurt.span)


def test_one_dead_is_a_person_and_a_lone_one_is_not() -> None:
    found = figures("The riot left six guards wounded and one dead.")
    assert [(f.number.value, f.measure) for f in found] == [(6, "wounded"), (1, "killed")]
    assert figures("It was the one that sank.") == []
