"""Reports of short articles bear the days that their words allow, and no others.

Each story names the verbs or nouns that tell of events (the n-th such word with `#n`) and the days
of each, worked out by hand; "open" where the text does not settle them.
"""

from typing import Any

import pytest

from scripts.find.parse import parse
from scripts.resolve.rows import article_rows
from tests.stories import story


def told(published: str, *paragraphs: str) -> list[tuple[str, dict[str, Any]]]:
    """The trigger words of the reports of an article, in order, with their rows."""
    meta = {"published": published} if published else {}
    article = story(*paragraphs, **meta)
    ((_, sentences),) = parse([article])
    return [
        (article.text[report.at :].split()[0].strip(".,;"), report.row)
        for report in article_rows(article, sentences).reports
    ]


def days(row: dict[str, Any]) -> str:
    if row["start_date"] is None:
        return "open"
    return f"{row['start_date']}/{row['end_date']} {row['date_precision']}"


def day(value: str) -> str:
    return f"{value}/{value} day"


STORIES = [
    pytest.param(
        "2023-08-21",
        [
            "Sudan's army bombed a market in Nyala on Sunday, killing 39 civilians.",
            "The strike came a day after rebel fighters attacked an army base in the city. In that "
            "raid, the fighters captured 20 soldiers.",
            "In May, the two sides signed a truce in Jeddah, but the army pulled out of the talks "
            "on July 27.",
        ],
        {
            "bombed": day("2023-08-20"),
            "captured": "open",
            "signed": "2023-05-01/2023-05-31 month",
            "pulled": day("2023-07-27"),
        },
        id="a raid that is not the strike of the lead keeps no day",
    ),
    pytest.param(
        "2022-03-30",
        [
            "Ukrainian and Russian negotiators met in Istanbul on Tuesday, and Moscow announced "
            "that it would withdraw troops from Kyiv.",
            "Russian forces shelled Chernihiv overnight, the governor said on Wednesday.",
            "Earlier this month, Russian troops seized a port. Hours later, police arrested "
            "protesters there.",
        ],
        {
            "met": day("2022-03-29"),
            "withdraw": day("2022-03-29"),
            "shelled": "2022-03-29/2022-03-30 range",
            "arrested": "open",
        },
        id="a night lies between two days and hours are not counted from a month",
    ),
    pytest.param(
        "2024-02-02",
        [
            "The foreign minister of Iran held a phone call with the foreign minister of Oman on "
            "Thursday evening.",
            "During the call, the Iranian minister condemned an Israeli attack on Rafah.",
            "The two ministers last met in Muscat on 17 January 2024. They will meet again later "
            "this month.",
        ],
        {
            "held": day("2024-02-01"),
            "condemned": day("2024-02-01"),
            "attack": "open",
            "met": day("2024-01-17"),
            "meet": "2024-02-02/2024-02-29 month",
        },
        id="what was done during a call has the day of the call",
    ),
    pytest.param(
        "2021-11-10",
        [
            "Between 4 and 9 November, police detained a further 300 people.",
            "Soldiers killed five civilians in an attack on a camp at dawn on Tuesday.",
        ],
        {"detained": "2021-11-04/2021-11-09 range", "killed": day("2021-11-09")},
        id="a relief organisation's dates",
    ),
    pytest.param(
        "2020-09-28",
        [
            "The two countries almost went to war in 1996. In the 1970s Turkey invaded Cyprus.",
            "Late last year it signed a maritime accord with Libya. Talks between Greece and "
            "Turkey will begin next month.",
        ],
        {
            "war": "1996-01-01/1996-12-31 year",
            "invaded": "1970-01-01/1979-12-31 decade",
            "signed": "2019-10-01/2019-12-31 season",
            "Talks": "2020-10-01/2020-10-31 month",
        },
        id="an explainer goes back and forth",
    ),
    pytest.param(
        "",
        [
            "Rebels attacked a convoy near Bunia on 3 May 2022, killing six soldiers. Two days "
            "later, the army bombed a rebel camp.",
            "On Friday the president visited Bunia. Last month, the rebels seized Goma.",
        ],
        {
            "attacked": day("2022-05-03"),
            "bombed": day("2022-05-05"),
            "visited": "open",
            "seized": "open",
        },
        id="without a day of publication dates rest on each other or stay open",
    ),
    pytest.param(
        "2023-10-10",
        [
            "Over the past 24 hours, Israeli jets struck 200 targets in Gaza, the army said.",
            "In 2014 Israel and Hamas fought a war that lasted seven weeks. The war ended with a "
            "truce that Egypt brokered.",
        ],
        {
            "struck": "2023-10-09/2023-10-10 range",
            "fought": "2014-01-01/2014-12-31 year",
            "brokered": "2014-01-01/2014-12-31 year",
        },
        id="what ended a war is of its time",
    ),
    pytest.param(
        "2019-02-27",
        [
            "India bombed a camp in Pakistan on Tuesday. On Wednesday morning, Pakistan shot down "
            "an Indian jet and captured its pilot.",
            "The clashes follow a suicide attack on February 14 in which a militant group killed "
            "40 Indian policemen. The pilot will be released on Friday.",
        ],
        {
            "bombed": day("2019-02-26"),
            "shot": day("2019-02-27"),
            "captured": day("2019-02-27"),
            "attack": day("2019-02-14"),
            "killed": day("2019-02-14"),
            "released": day("2019-03-01"),
        },
        id="who will be released is not free yet",
    ),
    pytest.param(
        "2016-12-01",
        [
            "The government and the rebels signed a first deal in September. The revised agreement "
            "was signed last Thursday.",
        ],
        {
            "signed": "2016-09-01/2016-09-30 month",
            "signed#2": day("2016-11-24"),
        },
        id="two agreements have two dates",
    ),
    pytest.param(
        "2024-05-15",
        [
            "Kosovo police arrested three Serbs on May 3rd. The next day, Serbia protested.",
            "NATO deployed 700 more troops in the spring of 2023, after clashes.",
        ],
        {"protested": day("2024-05-04"), "deployed": "2023-03-01/2023-05-31 season"},
        id="the next day is that after the day told",
    ),
    pytest.param(
        "2018-06-13",
        [
            "The leaders of the United States and North Korea signed a joint statement on Tuesday.",
            "Trump met Japan's prime minister the week before. North Korea freed three American "
            "prisoners in May, days before the summit was announced.",
        ],
        {"met": "2018-06-04/2018-06-10 week", "freed": "2018-05-01/2018-05-31 month"},
        id="the week before is that of the week told",
    ),
    pytest.param(
        "2020-11-20",
        [
            "On Thursday, the state broadcaster reported that soldiers had captured Shire.",
            "The fighting began on Nov. 4. More than 30,000 people have fled to Sudan since then.",
        ],
        {
            "captured": day("2020-11-19"),
            "fighting": day("2020-11-04"),
            "fled": "2020-11-04/2020-11-20 range",
        },
        id="an outlet's news is of its day",
    ),
    pytest.param(
        "2015-07-15",
        [
            "Iran and six world powers reached a deal on Tuesday, capping talks that began in "
            "November 2013.",
            "The United Nations will lift sanctions by the end of the year. The U.S. imposed "
            "sanctions on Iran in 1979.",
        ],
        {
            "reached": day("2015-07-14"),
            "talks": "2013-11-01/2013-11-30 month",
            "lift": "open",
            "imposed": "1979-01-01/1979-12-31 year",
        },
        id="by the end of the year is no date",
    ),
    pytest.param(
        "2012-08-20",
        [
            "Government forces shelled Aleppo on Sunday and Monday.",
            "Rebels captured a border post between 19 and 21 July. Turkey has closed the border "
            "since 25 July. Last year, the army besieged Homs.",
        ],
        {
            "shelled": "2012-08-19/2012-08-20 range",
            "captured": "2012-07-19/2012-07-21 range",
            "closed": "2012-07-25/2012-08-20 range",
            "besieged": "2011-01-01/2011-12-31 year",
        },
        id="two days joined are a spell",
    ),
    pytest.param(
        "2022-08-05",
        [
            "Speaker Nancy Pelosi visited Taiwan this week.",
            "On 03/08/2022 China suspended talks with Washington. Drills will continue until "
            "Sunday. China sanctioned Pelosi on the same day.",
        ],
        {"visited": "2022-08-01/2022-08-05 week", "suspended": "open", "sanctioned": "open"},
        id="the same day is not the day until which something lasts",
    ),
    pytest.param(
        "2003-03-21",
        [
            "American troops invaded Iraq on Thursday, days after Washington issued an ultimatum. "
            "Iraqi forces fired missiles at Kuwait later that day.",
        ],
        {"invaded": day("2003-03-20"), "fired": day("2003-03-20")},
        id="later that day",
    ),
    pytest.param(
        "2024-04-16",
        [
            "Iran launched 300 drones and missiles at Israel late on Saturday, two weeks after "
            "Israel bombed Iran's consulate in Damascus.",
            "Next Thursday the ministers will meet in Brussels.",
        ],
        {
            "launched": day("2024-04-13"),
            "bombed": "open",
            "meet": "2024-04-18/2024-04-25 range",
        },
        id="what a deed came after is not of its day",
    ),
    pytest.param(
        "2021-05-14",
        [
            "As of May 13, Israel had bombed 600 targets. Between Monday and Thursday, militants "
            "fired 1,800 rockets at Israel.",
            "Police stormed a mosque in Jerusalem on the night of May 7. Three days later, "
            "militants attacked Jerusalem with rockets.",
        ],
        {
            "bombed": "open",
            "fired": "2021-05-10/2021-05-13 range",
            "stormed": day("2021-05-07"),
            "attacked": day("2021-05-10"),
        },
        id="as of a day is up to it",
    ),
    pytest.param(
        "2024-01-12",
        [
            "American warplanes bombed Houthi positions in Yemen early on Friday, hours after the "
            "rebels fired a missile at a ship.",
            "The Houthis have attacked at least 27 ships since mid-November. The U.N. Security "
            "Council condemned the attacks on Wednesday.",
        ],
        {
            "bombed": day("2024-01-12"),
            "fired": "open",
            "attacked": "2023-11-11/2024-01-12 range",
            "condemned": day("2024-01-10"),
        },
        id="since the middle of a month",
    ),
    pytest.param(
        "1995-11-22",
        [
            "The presidents of Bosnia, Croatia and Serbia initialled a peace agreement on Tuesday.",
            "NATO bombed Serb positions between 30 August and 20 September.",
        ],
        {
            "initialled": day("1995-11-21"),
            "bombed": "1995-08-30/1995-09-20 range",
        },
        id="between two days of two months",
    ),
    pytest.param(
        "2013-07-04",
        [
            "Egypt's army arrested President Mohamed Morsi late on Wednesday. He was detained at a "
            "barracks.",
            "Millions protested against him on June 30, a year to the day after he took office.",
        ],
        {
            "arrested": day("2013-07-03"),
            "detained": day("2013-07-03"),
            "protested": day("2013-06-30"),
        },
        id="the next sentence tells more of the arrest",
    ),
    pytest.param(
        "2006-08-14",
        [
            "A ceasefire between Israel and Hezbollah took effect at 0500 GMT on Monday.",
            "The war began on July 12 when Hezbollah captured two Israeli soldiers. Israel "
            "withdrew from southern Lebanon in 2000.",
        ],
        {
            "ceasefire": day("2006-08-14"),
            "war": day("2006-07-12"),
            "captured": day("2006-07-12"),
            "withdrew": "2000-01-01/2000-12-31 year",
        },
        id="a clock time is no day",
    ),
    pytest.param(
        "2024-03-08",
        [
            "A Chinese delegation visited Hanoi on March 5-7. The two sides signed a memorandum on "
            "6 March.",
            "China and Vietnam will hold a joint exercise from 12 to 15 April. Earlier this week, "
            "they held a phone call.",
        ],
        {
            "visited": "2024-03-05/2024-03-07 range",
            "signed": day("2024-03-06"),
            "hold": "2024-04-12/2024-04-15 range",
            "held": "2024-03-04/2024-03-08 week",
        },
        id="a state agency's dates",
    ),
    pytest.param(
        "2018-01-20",
        [
            "Turkey bombed Afrin on Saturday. Turkey will send ground troops on Sunday.",
            "Turkey invaded Syria in August 2016. Two years ago, Kurdish fighters seized Manbij.",
        ],
        {
            "bombed": day("2018-01-20"),
            "send": day("2018-01-21"),
            "invaded": "2016-08-01/2016-08-31 month",
            "seized": "2016-01-01/2016-12-31 year",
        },
        id="a plan is for the next such day",
    ),
    pytest.param(
        "2024-05-15",
        [
            "On 04/05/2024 rebels attacked Goma. On 25/04/2024 the army bombed a rebel camp. In "
            "the week of May 6, rebels released 12 hostages.",
            "Rebels seized the town in the first week of May. In Q3 2023, the army deployed drones "
            "there. Rebels attacked the town during Ramadan.",
        ],
        {
            "attacked": "open",
            "bombed": day("2024-04-25"),
            "released": "open",
            "seized": "2024-05-01/2024-05-10 range",
        },
        id="a day that may be of either month stays open",
    ),
    pytest.param(
        "2019-06-05",
        [
            "Two guards who fled in May crossed the border on Wednesday, and nine Sudanese "
            "soldiers were handed over to Chad.",
            "In March Peru jailed a spy, and Chile freed two prisoners.",
        ],
        {"handed": day("2019-06-05"), "jailed": "2019-03-01/2019-03-31 month", "freed": "open"},
        id="a clause lends its day to the one beside it but no month",
    ),
    pytest.param(
        "2020-01-06",
        [
            "On Friday, Chad's parliament voted on a resolution to expel French troops.",
            "The vote, which binds nobody, was boycotted by opposition lawmakers from Chad.",
            "In a statement following the vote, Chad's opposition accused France of bribery.",
        ],
        {"boycotted": day("2020-01-03"), "accused": "2020-01-03/2020-01-06 range"},
        id="after a day is between it and publication",
    ),
    pytest.param(
        "2021-03-01",
        [
            "Kamal Deng was convicted of fraud, committed in his years as mayor, in 2011.",
            "During a 2018 visit to Chad, Sudan's president signed a treaty with Chad.",
        ],
        {"convicted": "2011-01-01/2011-12-31 year", "signed": "2018-01-01/2018-12-31 year"},
        id="a year behind a comma belongs to the clause before the aside",
    ),
    pytest.param(
        "2023-12-13",
        [
            "Two soldiers of Sudan had been in Chadian hands since April.",
            "Talks between Chad and Sudan have gone on since 1994 when a ceasefire was agreed on.",
        ],
        {"hands": "2023-04-01/2023-04-30 month", "agreed": "1994-01-01/1994-12-31 year"},
        id="what a state came of happened when it began",
    ),
    pytest.param(
        "2019-07-01",
        [
            "On Sunday a man wearing a fake vest stabbed a guard in Lyon. He injured two women.",
            "Police jailed a driver who had joined a protest in August 2017. In that event, he "
            "killed a nurse.",
        ],
        {
            "stabbed": day("2019-06-30"),
            "injured": day("2019-06-30"),
            "killed": "2017-08-01/2017-08-31 month",
        },
        id="he goes on, and that event was told just now",
    ),
    pytest.param(
        "2020-08-31",
        [
            "Civil unrest, still stemming from the police killing of a student in May, went on.",
            "A reporter was seized on Monday and later freed. On 8 June, a court jailed two "
            "rebels; on 10 June, the army killed their leader.",
        ],
        {
            "killing": "2020-05-01/2020-05-31 month",
            "seized": day("2020-08-31"),
            "freed": "open",
            "jailed": day("2020-06-08"),
            "killed": day("2020-06-10"),
        },
        id="what came later or of something is not of its day",
    ),
    pytest.param(
        "2010-03-01",
        [
            "In 1967, Israel captured the West Bank, and in 1982 it invaded Lebanon. It withdrew "
            "its troops three years later.",
            "Egypt and Israel signed a peace treaty on March 26, 1979, sixteen months after "
            "Egypt's president visited Jerusalem.",
        ],
        {
            "captured": "1967-01-01/1967-12-31 year",
            "invaded": "1982-01-01/1982-12-31 year",
            "withdrew": "1985-01-01/1985-12-31 year",
            "signed": day("1979-03-26"),
            "visited": "open",
        },
        id="history keeps its own years",
    ),
    pytest.param(
        "2024-06-12",
        [
            "Kyiv's forces, which recaptured Kherson in November 2022, shelled it on Tuesday.",
            "Hamas rejected the plan on Tuesday, but Qatar will hold talks with it on Thursday.",
            "Protests have been held daily since mid-April. Thousands protested on Tuesday night, "
            "a day after parliament met.",
        ],
        {
            "recaptured": "2022-11-01/2022-11-30 month",
            "rejected": day("2024-06-11"),
            "hold": day("2024-06-13"),
            "held": "2024-04-11/2024-06-12 range",
            "protested": day("2024-06-11"),
        },
        id="each clause keeps its own day",
    ),
    pytest.param(
        "2020-01-05",
        [
            "American forces killed a general from Chad in an airstrike on Thursday.",
            "Chad's embassy was hit in an attack on December 31. The United States carried out "
            "the airstrike at an airport.",
            "Chad was condemned in a joint statement by Niger and Sudan on Friday. Police charged "
            "a man from Chad in a shooting on Friday.",
        ],
        {
            "killed": day("2020-01-02"),
            "carried": day("2020-01-02"),
            "condemned": day("2020-01-03"),
            "statement": day("2020-01-03"),
            "charged": "open",
        },
        id="what is carried out again was told before",
    ),
    pytest.param(
        "2017-04-10",
        [
            "Chad and Sudan fought a war in the autumn of 2009. That ended with a truce that Egypt "
            "brokered.",
            "Under the deal, Chad sent about 300 peacekeepers to Darfur.",
            "A few days later, on April 2, Sudan released nine prisoners.",
        ],
        {
            "fought": "2009-09-01/2009-11-30 season",
            "brokered": "2009-09-01/2009-11-30 season",
            "sent": "2009-09-01/2009-11-30 season",
            "released": day("2017-04-02"),
        },
        id="under the deal",
    ),
]


@pytest.mark.parametrize(("published", "paragraphs", "expected"), STORIES)
def test_events_bear_the_days_that_their_words_allow(
    published: str, paragraphs: list[str], expected: dict[str, str]
) -> None:
    found = told(published, *paragraphs)
    seen: dict[str, int] = {}
    named: dict[str, str] = {}
    for word, row in found:
        seen[word] = seen.get(word, 0) + 1
        named[word if seen[word] == 1 else f"{word}#{seen[word]}"] = days(row)
    assert {word: named.get(word, "not found") for word in expected} == expected


@pytest.mark.parametrize(
    ("paragraphs", "word"),
    [
        (["The 29th session opened on Monday. Peru and Chile signed a treaty."], "signed"),
        (["After 44 days of war, Peru and Chile signed a treaty."], "signed"),
        (["Peru and Chile, who fought in 1998, signed a treaty."], "signed"),
        (["Peru said on Monday that Chile had attacked a patrol."], "attacked"),
        (["On Monday Peru condemned a raid in which rebels killed nine soldiers."], "killed"),
        (["Peru and Chile have fought two wars."], "fought"),
        (["Reporters saw Thursday, the two of them. Peru arrested nine rebels."], "arrested"),
    ],
)
def test_no_day_is_made_up(paragraphs: list[str], word: str) -> None:
    rows = [row for told_by, row in told("2023-12-08", *paragraphs) if told_by == word]
    assert [days(row) for row in rows] == ["open"] * len(rows)
    assert all(row["date_basis"] is None for row in rows)
