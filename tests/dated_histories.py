"""Short articles with the days of their events, worked out by hand: clauses, history, plans."""

import pytest

from tests.dated_news import day

STORIES = [
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
            "Chad and Sudan have been talking since 1994, when they agreed to a truce.",
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
