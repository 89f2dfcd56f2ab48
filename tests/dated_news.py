"""Short articles with the days of their events, worked out by hand: news of a day or two."""

import pytest


def day(value: str) -> str:
    """Words for one day."""
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
]
