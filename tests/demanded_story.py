"""An invented exchange in three papers, all that can be demanded of it, and one fault a demand."""

ARTICLES = {
    "lima-post": """\
---
title: Peru and Chile to exchange prisoners
publisher: Lima Post
published: 2031-03-06
---

Chile and Peru will exchange prisoners, the two governments announced \
in a joint statement on Wednesday.

Chile will release 12 Peruvian sailors and Peru will release three Chilean pilots, \
according to the statement.

"We wish to live in peace with our neighbours," the joint statement said.
""",
    "andes-daily": """\
---
title: Captives to go home
publisher: Andes Daily
published: 2031-03-06
---

Peru and Chile will exchange prisoners, their governments announced on Wednesday. \
Chile will release 12 Peruvian sailors and Peru will release three Chilean pilots.

The joint statement said: "We wish to live in peace with our neighbours."
""",
    "coast-wire": """\
---
title: Sailors and pilots freed
publisher: Coast Wire
published: 2031-03-12
---

Chile and Peru carried out a prisoner exchange on Tuesday, which had been announced last week.

Chile released 12 Peruvian sailors, while Peru released three Chilean pilots on the border.
""",
}
EXPECTED = """
[[events]]
name = "the promise"
min_sources = 2
reason = "two papers report what was announced"
[events.event]
type = "RETREAT"
mode = "prisoner_exchange"
modality = "announced"
start_date = 2031-03-05
end_date = 2031-03-05

[[events]]
name = "the exchange"
reason = "the captives went home in March"
[events.event]
type = "RETREAT"
mode = "prisoner_exchange"
modality = "occurred"
start_date = 2031-03-01
end_date = 2031-03-31

[[figures]]
name = "sailors freed"
event = { type = "RETREAT", mode = "release", start_date = 2031-03-01, end_date = 2031-03-31 }
measure = "released"
of_actor_id = "PER"
by_actor_id = "CHL"
unit = "person"
min_sources = 3
min_independent = 2
verdicts = ["agree", "compatible", "conflict"]
reason = "all papers count the sailors"

[[figures]]
name = "pilots freed"
event = { type = "RETREAT", mode = "release", start_date = 2031-03-01, end_date = 2031-03-31 }
measure = "released"
of_actor_id = "CHL"
by_actor_id = "PER"
unit = "person"
verdicts = ["agree"]
reason = "all papers count the pilots alike"

[[orders]]
earlier = "the promise"
later = "the exchange"
max_days = 7
reason = "it was to be done within a week"

[[sums]]
parts = ["sailors freed", "pilots freed"]
total = 15
reason = "all captives went home"

[[ratios]]
of = "sailors freed"
to = "pilots freed"
ratio = "4 to 1"
reason = "four were let go for one"

[[promises]]
announced = "the promise"
by = 2031-03-12
as_announced = true
reason = "the captives went home as it was agreed"

[[quotations]]
words = "we wish to live in peace with our neighbours"
min_sources = 2
reason = "two papers print the statement's first sentence"
"""

Fault = tuple[tuple[str, str, str], ...]
_LATER: Fault = (
    ("coast-wire", "on Tuesday", "on March 14"),
    ("coast-wire", "published: 2031-03-12", "published: 2031-03-15"),
)
_UNDONE: Fault = (
    ("coast-wire", "carried out a prisoner exchange on Tuesday, which had been announced", "met"),
    ("coast-wire", "Chile released 12 Peruvian sailors, while Peru released three", "None of the"),
    ("coast-wire", "pilots on the border", "pilots is home"),
)
_ELEVEN: Fault = (("coast-wire", "12 Peruvian", "11 Peruvian"),)

#: What is changed in which articles, the rule that must find it, and the suite that must.
FAULTS: dict[str, tuple[Fault, str, str]] = {
    "a value that one paper has otherwise": (
        (("lima-post", "three Chilean", "four Chilean"),),
        "ACR-001",
        "values",
    ),
    "a paper that no longer tells of it": (
        (("coast-wire", "Chile released 12 Peruvian sailors, while Peru", "Peru"),),
        "ACR-002",
        "sources",
    ),
    "papers that repeat each other": (
        (
            ("coast-wire", "publisher: ", "derived_from: Lima Post\npublisher: "),
            ("andes-daily", "publisher: ", "derived_from: Lima Post\npublisher: "),
        ),
        "ACR-002",
        "sources",
    ),
    "an event that nobody tells of": (_UNDONE, "ACR-007", "wanted"),
    "a sum that is one short": (_ELEVEN, "ACR-008", "sums"),
    "a ratio that is another": (_ELEVEN, "ACR-009", "ratios"),
    "an event that comes too late": (_LATER, "ACR-010", "orders"),
    "a promise that was not kept in time": (_LATER, "ACR-011", "promises"),
    "a promise that was not kept": (_UNDONE, "ACR-011", "promises"),
    "a promise that was kept otherwise": (_ELEVEN, "ACR-011", "promises"),
    "words that one paper has otherwise": (
        (("andes-daily", "in peace with", "in concord with"),),
        "ACR-012",
        "quotations",
    ),
}
