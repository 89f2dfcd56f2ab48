"""What must be read out of each page in `tests/pages`: twenty shapes that news pages come in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Golden:
    """One page. published: day and basis. paragraphs: blocks of its story but the title.

    told: words of the story. kept_out: words that stand in no story block, or nowhere.
    """

    name: str
    title: str
    publisher: str | None
    published: tuple[str | None, str]
    paragraphs: int
    told: tuple[str, ...]
    kept_out: tuple[str, ...]


PAGES = (
    Golden(
        "wire",
        "Sudan's army and rebels agree to reopen road to Kadugli",
        "Meridian Wire",
        ("2024-05-03", "stated"),
        5,
        ("agreed on Friday to reopen the road", "leaves for six weeks,” he told", "shells hit a"),
        (
            "812 partners",
            "Chad shuts",
            "$81 a barrel",
            "900 people",
            "Reporting by",
            "5 stories",
            "Trucks wait",
            "15 minutes",
            "(Meridian)",
        ),
    ),
    Golden(
        "state_agency",
        "Thai, Cambodian commanders meet at border",
        "Siam State News",
        ("2025-07-29", "stated"),
        5,
        ("Both sides will not move forces", "The café at the crossing", "15 Thai civilians"),
        ("Tags", "Royal news", "hyperlink", "/SSN/"),
    ),
    Golden(
        "ngo_release",
        "Mali: Free 31 villagers held without charge",
        "Prison Watch Sahel",
        ("2023-11-21", "stated"),
        6,
        ("31 men whom soldiers seized", "They tied my sons", "It has not done so."),
        ("Donate", "000-0000", "14 staff", "founded in 2006", "please visit", "Taken From"),
    ),
    Golden(
        "regional_weekly",
        "Farmers return to Cabo Delgado village",
        "The Karoo Weekly",
        ("2024-03-14", "stated"),
        5,
        ("four years after an attack emptied", "The men killed 17 people", "5,000 meticais"),
        ("Est. 1921", "Lions lose", "41 per cent", "555 0101", "Nomsa Dube"),
    ),
    Golden(
        "live_blog",
        "Haiti live: police retake port terminal",
        "Caribbean Post",
        ("2024-03-07", "supplied"),
        5,
        ("after a fight of three hours", "We follow the law", "some 3,800 prisoners"),
        ("Tweet", "now closed", "14.20", "Kenya waits"),
    ),
    Golden(
        "amp",
        "Ethiopia and Tigray forces set date for handing over heavy guns",
        "Abay Standard",
        ("2022-11-13", "supplied"),
        4,
        ("four places within 15 days", "words become deeds", "2.3 million people"),
        ("Advertisement", "Nile dam", "Sport", "By Lensa"),
    ),
    Golden(
        "old_table",
        "Leaders agree to open two crossings",
        None,
        ("2003-02-22", "stated"),
        5,
        ("agreed on Friday to open two more", "for 28 years", "within a month"),
        ("Archive", "Front page", "Copyright 2003", "NICOSIA"),
    ),
    Golden(
        "wordpress",
        "Bougainville sets a year for independence",
        "Pacific Notes",
        ("2025-03-12", "stated"),
        6,
        ("by September 2027", "A vote was promised within 15 years", "to report in June"),
        ("400 storms", "300 dead", "Great post", "Twitter", "Tonga", "Archives", "Moana"),
    ),
    Golden(
        "drupal",
        "Colombia: guerrillas free nine soldiers in Arauca",
        "Andes Monitor",
        ("2024-09-18", "supplied"),
        5,
        ("19 days after they had taken them", "wounded 25 at a base", "still holds 14 people"),
        ("redaccion", "Skip to", "Tags"),
    ),
    Golden(
        "single_page_app",
        "Damascus and Suwayda elders agree on truce & exchange",
        "Levant Now",
        ("2025-07-20", "supplied"),
        4,
        ("More than 900 people have been killed", "Nobody wins a war", "some 80 prisoners"),
        ("JavaScript",),
    ),
    Golden(
        "opinion",
        "The talks on Western Sahara need a clock",
        "Tangier Review",
        ("2023-10-05", "supplied"),
        5,
        ("Some 173,000 people still live", "Patience is also a weapon"),
        ("Salek Brahim", "editorial stance"),
    ),
    Golden(
        "explainer",
        "What is the fighting in eastern Congo about?",
        "Lakes Report",
        ("2025-01-29", "stated"),
        9,
        ("some 8,000 fighters", "Kenya calls both presidents", "At least 700 people"),
        ("Who are the M23?", "2,400,000", "North Kivu"),
    ),
    Golden(
        "interview",
        "“We count every crossing”: a monitor on the Libyan front line",
        "Syrte Magazine",
        ("2021-07-08", "supplied"),
        5,
        ("There are 14 of us on the road", "Some 300 left in May.", "Petrol and time."),
        ("How many monitors", "edited for length"),
    ),
    Golden(
        "gallery",
        "In pictures: a ferry line reopens after the truce in Mindanao",
        "Visayas Observer",
        ("2019-02-22", "supplied"),
        3,
        ("five years after the government", "a bomb killed 8 passengers"),
        ("50 tickets", "Lito Cruz", "queue before dawn"),
    ),
    Golden(
        "related_middle",
        "Nepal's parliament votes to widen war crimes commission",
        "Himal Chronicle",
        ("2024-08-14", "stated"),
        6,
        ("164 votes to 21", "1,300 are missing", "The army has not commented."),
        ("35 dead", "82 runs", "Maoists fear", "Advertisement", "Gold falls"),
    ),
    Golden(
        "two_languages",
        "Kosovo, Serbia agree on licence plates",
        "Prishtina Desk",
        ("2022-11-24", "stated"),
        3,
        ("About 10,000 drivers", "until Thursday"),
        ("10 mijë", "Kosova dhe", "Shqip"),
    ),
    Golden(
        "print_version",
        "Yemen prisoner flights begin",
        None,
        ("2023-04-14", "stated"),
        4,
        ("A plane with 35 prisoners", "more than 1,050 people"),
        ("48812", "Close window", "All rights", "Copyright"),
    ),
    Golden(
        "paywall",
        "Myanmar's army loses its last base on the Chinese border",
        "The Strait Observer",
        ("2024-08-03", "stated"),
        2,
        ("after a siege of 23 days", "Some 600 soldiers"),
        ("$1 a month", "40 years", "subscriber"),
    ),
    Golden(
        "odd_charset",
        "Transnistria talks resume in Bendery",
        None,
        ("2016-04-21", "stated"),
        4,
        ("“It is a small door, but it is open,”", "(Виталий Игнатьев)", "98 criminal cases"),
        ("Dniester Bulletin", "Новости"),
    ),
    Golden(
        "correction",
        "Ukraine and Russia swap 150 prisoners each",
        "The Dnipro Herald",
        ("2025-02-05", "stated"),
        4,
        ("exchanged 150 prisoners of war each", "the fourth exchange this winter"),
        ("115 prisoners", "First Light", "Melnyk"),
    ),
)
