"""Statements: the forms of attribution that parsers and other readers get wrong."""

import pytest

from tests.said import said


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


def test_what_a_narrator_thought_in_marks_is_no_statement() -> None:
    assert said("I saw it and I'm like: “Oh no, they still do it.” It rained.") == []


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to the town's first mayor, Chris Kern, there were ten on board.",
            ["there were ten on board"],
        ),
        ("They did not do what the guards were asking us to do.", []),
    ],
)
def test_half_a_clause_is_not_reported(text: str, expected: list[str]) -> None:
    assert [words for words, _ in said(text, kind="indirect")] == expected


def test_where_or_when_is_no_part_of_a_name() -> None:
    text = "“It is late,” wrote student protester Josh Wang on Twitter. It rained."
    assert said(text) == [("It is late,", "student protester Josh Wang")]
    text = "The Commission on Human Rights said the bridge was safe."
    assert said(text) == [("the bridge was safe", "The Commission on Human Rights")]


def test_a_saying_behind_a_comma_inside_marks_reports_the_clause_around_it() -> None:
    text = 'The weight of the pact should not be "overestimated," she said, since it binds nobody.'
    assert said(text, kind="indirect") == [
        ('The weight of the pact should not be "overestimated,"', "she")
    ]
