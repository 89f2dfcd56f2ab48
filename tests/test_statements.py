"""Statements: which words somebody is quoted or reported to have said, and by which rule."""

import pytest

from scripts.find.statements import article_quotations, find_statements
from scripts.read.article import Article, Block
from tests.said import drafts, said
from tests.stories import parsed, story


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('"We will be back soon," Mina Okoro said.', "We will be back soon,", "Mina Okoro"),
        ('"We will be back soon," said Mina Okoro.', "We will be back soon,", "Mina Okoro"),
        ('Mina Okoro said, "We will be back soon."', "We will be back soon.", "Mina Okoro"),
        ('Mina Okoro: "We will be back soon."', "We will be back soon.", "Mina Okoro"),
        ('"Why did nobody warn us?" Mina Okoro asked.', "Why did nobody warn us?", "Mina Okoro"),
        (
            'The ministry described the raid as "a clear breach of the truce".',
            "a clear breach of the truce",
            "The ministry",
        ),
        (
            'It was a day of praise, with Peru calling the deal "a good first step".',
            "a good first step",
            "Peru",
        ),
        (
            '"The road stays shut until spring," according to the border guard.',
            "The road stays shut until spring,",
            "the border guard",
        ),
        (
            '"The road stays shut," Mina Okoro, who runs the depot, told reporters.',
            "The road stays shut,",
            "Mina Okoro",
        ),
        ("“We were never asked.” – Mina Okoro", "We were never asked.", "Mina Okoro"),
    ],
)
def test_a_quotation_goes_to_the_speaker_of_its_clause(text: str, words: str, speaker: str) -> None:
    assert said(text, kind="direct") == [(words, speaker)]


def test_the_nearest_verb_of_another_clause_is_not_the_cue() -> None:
    text = (
        "Chad welcomed the truce, with Niger calling it an “overdue act of reason” as the “camps "
        "begin to empty at last,” and envoy Ada Bello said the talks would go on."
    )
    assert said(text, kind="direct") == [
        ("overdue act of reason", "Niger"),
        ("camps begin to empty at last,", "Niger"),
    ]
    assert said(text, kind="indirect") == [("the talks would go on", "envoy Ada Bello")]


def test_a_quotation_split_by_its_attribution_is_two_rows_of_one_speaker() -> None:
    text = '"We have waited for years," Mina Okoro said, "and we can wait one more."'
    assert said(text) == [
        ("We have waited for years,", "Mina Okoro"),
        ("and we can wait one more.", "Mina Okoro"),
    ]


def test_sentences_inside_one_pair_of_marks_are_one_row() -> None:
    text = '"We have waited. We are tired of it. We go home," Mina Okoro said.'
    assert said(text) == [("We have waited. We are tired of it. We go home,", "Mina Okoro")]


def test_a_quotation_that_names_nobody_takes_the_last_speaker_of_its_paragraph() -> None:
    text = '"We have waited long enough," said Mina Okoro. "Nobody came to see us."'
    assert said(text)[1] == ("Nobody came to see us.", "Mina Okoro")


def test_a_quotation_behind_a_sentence_that_says_who_spoke_is_his() -> None:
    text = 'Mina Okoro criticised the plan on Facebook. "It leaves the villages with nothing."'
    assert said(text) == [("It leaves the villages with nothing.", "Mina Okoro")]


def test_a_quotation_over_paragraphs_is_a_row_each_with_one_speaker() -> None:
    article, found = drafts(
        "“We came in the morning and saw the smoke.", "“By night we had left,” said Mina Okoro."
    )
    assert [d.span.of(article.text) for d in found] == [
        "We came in the morning and saw the smoke.",
        "By night we had left,",
    ]
    assert found[1].continues == found[0].span
    assert {d.speaker.of(article.text) for d in found if d.speaker} == {"Mina Okoro"}


@pytest.mark.parametrize(
    "text",
    [
        "Trucks use the so-called “middle road of salt” to the coast.",
        "Trucks use the “salt road” to the coast.",
        'Her film "The Long Way Home" opened the festival.',
        'The ship, named "Star of the North Sea", sank.',
        'The boat went to the "wet and windy" coast.',
    ],
)
def test_names_titles_and_scare_quotes_are_no_statements(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mina Okoro said that the bridge was safe and that it would open in May.",
            ["the bridge was safe", "it would open in May"],
        ),
        ("The army said the bridge was safe.", ["the bridge was safe"]),
        ("The bridge is safe again, the army said.", ["The bridge is safe again"]),
        ("The bridge is safe again, Reuters reported.", ["The bridge is safe again"]),
        (
            "According to rescue workers, there are still 12 people under the rubble.",
            ["there are still 12 people under the rubble"],
        ),
        (
            "There are 12 people under the rubble, according to the rescue workers.",
            ["There are 12 people under the rubble"],
        ),
        (
            "The town was quiet and, according to the army, the bridge was safe.",
            ["the bridge was safe"],
        ),
        (
            "Mina Okoro called on Chad and Niger to open the border at once.",
            ["Chad and Niger to open the border at once"],
        ),
        ("Mina Okoro urged both armies to pull back.", ["both armies to pull back"]),
        ("Chad called the raid unprovoked.", ["the raid unprovoked"]),
        (
            "The bridge is safe, the army said, adding that trucks may use it.",
            ["The bridge is safe", "trucks may use it"],
        ),
        (
            "The envoy was quoted as saying the bridge would open in May.",
            ["the bridge would open in May"],
        ),
        (
            "Mina Okoro told reporters on the plane that a vote could be held in May.",
            ["a vote could be held in May"],
        ),
        (
            "Both states have said a deal is near, but the talks have made no progress.",
            ["a deal is near"],
        ),
    ],
)
def test_reported_clauses_are_exact(text: str, expected: list[str]) -> None:
    assert [words for words, _ in said(text, kind="indirect")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two states agreed to sign a treaty in May.",
        "The commission agreed that the border will be marked.",
        "Mina Okoro believes that the bridge is safe.",
        "The army did not say that the bridge was safe.",
        "The army refused to say the bridge was safe.",
        "Mina Okoro asked whether the bridge was safe.",
        "If the army says the bridge is safe, trucks will use it.",
        "The pictures said nothing that the villagers did not know.",
        "That said, the bridge is safe.",
    ],
)
def test_decisions_thoughts_denials_and_questions_are_no_statements(text: str) -> None:
    assert said(text) == []


def test_a_clause_with_a_quotation_of_three_words_has_only_the_direct_row() -> None:
    text = 'The envoy said the sides were resolved to "go on with their talks in May".'
    assert said(text) == [("go on with their talks in May", "The envoy")]


def test_the_unquoted_conjunct_of_such_a_clause_has_its_own_row() -> None:
    text = (
        'Mina Okoro condemned the raid, calling it "an attack on the whole nation" as well as a '
        "breach of the rules on the use of force."
    )
    assert said(text) == [
        ("an attack on the whole nation", "Mina Okoro"),
        ("a breach of the rules on the use of force", "Mina Okoro"),
    ]


def test_two_words_in_marks_stay_inside_the_reported_clause() -> None:
    assert said('The envoy said the sides had made "good progress" this week.') == [
        ('the sides had made "good progress" this week', "The envoy")
    ]


def test_who_passes_a_speaker_on_is_not_the_speaker() -> None:
    text = "Mina Okoro said the bridge would open, the ministry said in a statement."
    assert said(text) == [("the bridge would open", "Mina Okoro")]


def test_an_agency_that_reports_a_speaker_is_not_the_speaker() -> None:
    text = "Reuters reported that Mina Okoro said the bridge was safe."
    assert said(text) == [("the bridge was safe", "Mina Okoro")]


def test_a_mixed_sentence_after_one_of_saying_is_reported() -> None:
    text = 'The envoy urged caution. The meaning of the vote should not be "overrated" yet.'
    assert said(text) == [('The meaning of the vote should not be "overrated" yet', "The envoy")]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Mina Okoro wrote on Telegram that the bridge was safe.", "social_media"),
        ("In a statement, Mina Okoro said the bridge was safe.", "statement"),
        ("Mina Okoro told reporters the bridge was safe.", "news_conference"),
        ("In an interview with a daily, Mina Okoro said the bridge was safe.", "interview"),
        ("Mina Okoro said on state television the bridge was safe.", "broadcast"),
        ("Mina Okoro said the statement on Facebook was false.", ""),
    ],
)
def test_the_medium_is_that_of_the_clause_of_saying(text: str, medium: str) -> None:
    _, found = drafts(text)
    assert [draft.medium for draft in found] == [medium]


def test_the_date_is_that_of_the_clause_of_saying() -> None:
    article, found = drafts("The army said on Monday that the bridge would open on Friday.")
    assert [d.date.of(article.text) for d in found if d.date] == ["Monday"]


def test_a_headline_reports_with_a_bare_participle() -> None:
    text = "Chad admits shelling border town"
    article = Article("story", "a.txt", text, "", {}, (Block(0, len(text), "title"),))
    sentences, mentions = parsed(article)
    found = find_statements(article, sentences, mentions)
    assert [d.span.of(text) for d in found] == ["shelling border town"]


def test_nothing_comes_from_what_is_no_story() -> None:
    text = "Mina Okoro said the bridge was safe."
    article = Article("story", "a.txt", text, "", {}, (Block(0, len(text), "caption"),))
    sentences, mentions = parsed(article)
    assert find_statements(article, sentences, mentions) == ()


def test_no_two_statements_share_a_span_and_all_stand_in_order() -> None:
    _, found = drafts(
        'Mina Okoro said "we will go home soon" and that nobody would stop them.',
        "The army, citing a report, said the road was shut, warning that it may flood.",
    )
    spans = [draft.span for draft in found]
    assert spans == sorted(set(spans))
    assert len(spans) == 4


def test_unpaired_marks_of_the_story_are_told() -> None:
    _, missing = article_quotations(story('We will go," he said.', "All was well."))
    assert [mark.offset for mark in missing] == [11]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya, which had on Monday received the envoy, said the border would open.",
        "Kenya, which had received the envoy on Monday, said that the border would open.",
        "Kenya, which had seen Ada Bello, the envoy, on Monday, said the border would open.",
    ],
)
def test_the_date_of_a_clause_about_the_speaker_is_not_that_of_the_statement(text: str) -> None:
    _, found = drafts(text)
    assert [draft.date for draft in found] == [None]


def test_a_clause_behind_while_does_not_claim_the_quotation_before_it() -> None:
    text = (
        'Ada Bello, the envoy, called it a "very late step towards peace," while Mina Okoro said '
        "that it came in time."
    )
    assert said(text) == [
        ("very late step towards peace,", "Ada Bello"),
        ("it came in time", "Mina Okoro"),
    ]


def test_words_that_a_speaker_lends_to_another_are_his_own() -> None:
    text = 'He added that the vote underlined the role of the village "in keeping the peace alive".'
    assert said(text) == [("in keeping the peace alive", "He")]
