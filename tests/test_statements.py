"""Statements: which words somebody is quoted or reported to have said, and by which rule."""

import pytest

from scripts.find.dates import find_dates
from scripts.find.drafts import StatementDraft
from scripts.find.statements import article_quotations, find_statements
from scripts.read.article import Article, Block
from tests.stories import parsed, story


def drafts(*paragraphs: str) -> tuple[Article, tuple[StatementDraft, ...]]:
    article = story(*paragraphs)
    sentences, mentions = parsed(article)
    dates = [words.span for words in find_dates(article.text)]
    return article, find_statements(article, sentences, mentions, dates)


def said(*paragraphs: str, kind: str = "") -> list[tuple[str, str]]:
    """Words and the words for their speaker."""
    article, found = drafts(*paragraphs)
    return [
        (d.span.of(article.text), d.speaker.of(article.text) if d.speaker else "")
        for d in found
        if not kind or d.kind == kind
    ]


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


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('"It was dark," she went on.', "It was dark,", "she"),
        ('"It was a warning," the envoy shot back.', "It was a warning,", "the envoy"),
        (
            "As the guard put it, “the hill is ours for now”.",
            "the hill is ours for now",
            "the guard",
        ),
        (
            "In the words of one nurse, “there was nothing left to eat”.",
            "there was nothing left to eat",
            "one nurse",
        ),
        (
            '"The sea is warming," said study co-author Karen Ode.',
            "The sea is warming,",
            "co-author Karen Ode",
        ),
        (
            'The mayor said a dam was near and said people are "learning to live" with it.',
            "learning to live",
            "The mayor",
        ),
        (
            "Bank president Okey Ora said the cut of local taxes “costs us two billion,” further "
            "saying, “Beyond that, it reduces trade.”",
            "Beyond that, it reduces trade.",
            "Bank president Okey Ora",
        ),
        (
            'The verdict, read out over two hours, said the accused had "lied from start to end".',
            "lied from start to end",
            "The verdict",
        ),
    ],
)
def test_the_forms_of_attribution_that_a_parser_gets_wrong(
    text: str, words: str, speaker: str
) -> None:
    assert (words, speaker) in said(text, kind="direct")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said on Tuesday it had left.", [("it had left", "The army")]),
        ("The army said last year 300 men died.", [("last year 300 men died", "The army")]),
        (
            "Mali demanded that the envoy be released.",
            [("the envoy be released", "Mali")],
        ),
        (
            "The minister voiced hope that the truce would hold.",
            [("the truce would hold", "The minister")],
        ),
        ("The minister voiced hope.", []),
        (
            "Nine people drowned, local officials were quoted as saying.",
            [("Nine people drowned", "local officials")],
        ),
        (
            "The port is shut, Reuters reported, citing port director Ibo Sal.",
            [("The port is shut", "port director Ibo Sal")],
        ),
        ("Per the accord, inspectors will return.", [("inspectors will return", "the accord")]),
        ("The car was sold for 12 crowns per kilo, they heard.", []),
        ("The relic was followed by, according to reports, two boats.", []),
        (
            "Carter predicted Shaw would lose in a landslide and asked voters to stay calm.",
            [("Shaw would lose in a landslide", "Carter"), ("voters to stay calm", "Carter")],
        ),
        ("The guard told residents to leave.", [("residents to leave", "The guard")]),
        ("How do your friends describe you as a player?", []),
        (
            "The party's leader, Jon Korb announced he will not run.",
            [("he will not run", "Jon Korb")],
        ),
        (
            "A spokesman for the Defence Ministry, Ivan Petrov, said the road was open.",
            [("the road was open", "Ivan Petrov")],
        ),
        (
            "The BBC cited Budi Guna, chief of the state agency, as saying the men were freed.",
            [("the men were freed", "Budi Guna")],
        ),
    ],
)
def test_reported_clauses_and_their_speakers(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, kind="indirect") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("To those who voted and who wrote it, I say, “There is a better way.”", ""),
        (
            "“No one was hurt;” read the statement; “we will not be moved by these attacks.”",
            "the statement",
        ),
        (
            "Ann Roe commented — which the BBC found unusual — and said: “It is far too late.”",
            "Ann Roe",
        ),
    ],
)
def test_quotations_of_the_writer_and_of_turned_clauses(text: str, expected: str) -> None:
    assert {speaker for _, speaker in said(text, kind="direct")} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Carter claimed the papers were safe. Officials tried to add the question, “Is this person "
        "a citizen?”, to the count.",
        "She said the film was long. Last June they put up the “Rivers are for us” photo in town.",
    ],
)
def test_a_quotation_inside_a_sentence_of_the_writer_is_not_the_last_speakers(text: str) -> None:
    assert all(speaker == "" for _, speaker in said(text, kind="direct"))


@pytest.mark.parametrize(
    "text",
    [
        "No candidate mentioned that there were dealers near the school.",
        "The council announced the official name of the disease first seen in May.",
        "The delay suggests that the talks have stalled.",
        "The daily reported location data falsely showing the ship in port.",
        "The league's nominee wins a seat, the union's nominee proposes a new law.",
        "I said the bridge was safe.",
    ],
)
def test_no_clause_is_reported_where_nobody_speaks(text: str) -> None:
    assert said(text, kind="indirect") == []


def test_earlier_before_a_reported_clause_is_when_it_was_said() -> None:
    text = "Erdem also said earlier he might rename the gate."
    assert said(text) == [("he might rename the gate", "Erdem")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "If the findings hold, doctors say, treating the virus may take years.",
            [("treating the virus may take years", "doctors")],
        ),
        (
            "According to the news agency, the mayor, Ali Merani, said the ten must go, adding the "
            "town will pursue the case.",
            [("the ten must go", "Ali Merani"), ("the town will pursue the case", "Ali Merani")],
        ),
        ("The judge ruled, according to the summary, “that the order was void from May”.", []),
        ("She said she did this to show others “there is nothing to fear now”.", []),
        ("The town was encouraging farmers to sell their land.", []),
        (
            "The paper's news editor, Rachel Gies, said the pleas had come late.",
            [("the pleas had come late", "Rachel Gies")],
        ),
    ],
)
def test_reported_clauses_around_their_attribution(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, kind="indirect") == expected


def test_a_verb_behind_a_quotation_without_a_comma_is_one_of_saying() -> None:
    text = "“I am in awe of those who ran to help” tweeted Mayor of Leeds Sadie Kahn. It rained."
    assert said(text) == [("I am in awe of those who ran to help", "Mayor of Leeds Sadie Kahn")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The parents had Wasim released by saying they forgave him.", "the parents"),
        ("Let's say the bridge was safe.", None),
        ("So it indicates that the bridge was safe.", None),
    ],
)
def test_who_speaks_is_never_a_mere_word_of_grammar(text: str, speaker: str | None) -> None:
    found = [(who or "").lower() for _, who in said(text)]
    assert found == ([speaker] if speaker else [])


def test_what_somebody_thought_in_marks_is_the_writers() -> None:
    assert said("I saw it and I'm like: “Oh no, they still do it.” It rained.") == [
        ("Oh no, they still do it.", "")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From the desk of Ann Roe: “We close in May.”", [("We close in May.", "Ann Roe")]),
        (
            "\"It was a mistake,\" Tim O'Dea's lawyer said. The O'Dea case is over.",
            [("It was a mistake,", "Tim O'Dea's lawyer")],
        ),
        (
            'The paper lists " various parts of the accord" in full, the envoy said.',
            [("various parts of the accord", "the envoy")],
        ),
        (
            "The note said: “The sides agreed to end the … row and to open the road.”",
            [("The sides agreed to end the … row and to open the road.", "The note")],
        ),
        (
            "Ann Roe said ‘we go on now’ and that ‘nobody can stop us’.",
            [("we go on now", "Ann Roe"), ("nobody can stop us", "Ann Roe")],
        ),
        (
            "He called it “a ‘deal’ that no one will honour”, Ann Roe said.",
            [("a ‘deal’ that no one will honour", "Ann Roe")],
        ),
        (
            "The Vice President, Ann Roe, said on Friday it was “a day of great joy”.",
            [("a day of great joy", "Ann Roe")],
        ),
    ],
)
def test_quotations_that_other_readers_lose(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, kind="direct") == expected


def test_who_behind_a_source_is_the_source() -> None:
    text = "The raid began at ten, according to police, who said guards came six minutes later."
    assert ("guards came six minutes later", "police") in said(text)
