"""What a data set can be made to show, told once for curators and for readers of the package.

The heads of `curation/expected.toml` and `curation/rulings.toml` are made of it, and so is a
section of the data dictionary; a test reads every example.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of entry: what it demands, its keys with their meanings, and an example."""

    name: str
    what: str
    keys: tuple[tuple[str, str], ...]
    example: str


_FACT = (
    (
        "event",
        "which events are meant: type, start_date and end_date of the days within which the event "
        "lies; mode and modality if they matter. Or the name of an entry of [[events]]. A promise "
        "and what carries it out are one here, so meaning either is meaning both.",
    ),
    (
        "measure, unit, of_actor_id, by_actor_id, counted_kind, claimed_by_actor_id",
        "as in comparisons.csv; one left out means that it is empty there, but for counted_kind: "
        "left out, people of every kind are meant, or the one kind that is counted. Durations are "
        "compared in days.",
    ),
)
_REASON = ("reason", "why, in a sentence; every entry must have it")

KINDS = (
    Kind(
        "events",
        "an event that must be there.",
        (
            ("name", "what other entries call it; optional"),
            (
                "event",
                "which: type, start_date, end_date, and mode and modality if they matter",
            ),
            ("fulfils", "the event that it must carry out, written in the same way; optional"),
            ("min_sources", "how many sources must tell of it; 1 if left out"),
            _REASON,
        ),
        """\
[[events]]
name = "the promise"
event = { type = "RETREAT", modality = "announced", start_date = 2031-03-05, end_date = 2031-03-05 }
min_sources = 2
reason = "both papers report what was announced"
""",
    ),
    Kind(
        "figures",
        "a fact that must be there, with its value, its sources and how they stand to each other.",
        (
            ("name", "what other entries call it; optional"),
            *_FACT,
            ("value", "what the words of every source must allow; left out, any value will do"),
            ("verdicts", "the verdicts that fulfil it: agree, compatible, conflict, single"),
            (
                "min_sources, min_independent",
                "how many sources must say it, how many of them independent; 1 if left out",
            ),
            _REASON,
        ),
        """\
[[figures]]
name = "sailors freed"
event = { type = "RETREAT", start_date = 2031-03-01, end_date = 2031-03-31 }
measure = "released"
of_actor_id = "PER"
by_actor_id = "CHL"
unit = "person"
value = 12
min_sources = 3
min_independent = 2
verdicts = ["agree"]
reason = "three papers count the sailors alike"
""",
    ),
    Kind(
        "orders",
        "two events of which one comes first, in every source that dates one of them.",
        (
            ("earlier, later", "the events, written as above or by name"),
            (
                "min_days, max_days",
                "days from the earlier to the later one: 0 at least if left out, and no limit",
            ),
            _REASON,
        ),
        """\
[[orders]]
earlier = "the promise"
later = { type = "RETREAT", modality = "occurred", start_date = 2031-03-01, end_date = 2031-03-31 }
max_days = 7
reason = "it was to be done within a week"
""",
    ),
    Kind(
        "sums",
        "figures of several facts that add up, in every source that gives one of them.",
        (
            ("parts", "the facts: names of entries of [[figures]], or written as those are"),
            ("total", "a number, or a fact in the same way"),
            _REASON,
        ),
        """\
[[sums]]
parts = ["sailors freed", "pilots freed"]
total = 15
reason = "all captives went home"
""",
    ),
    Kind(
        "ratios",
        "two facts that stand to each other as two numbers do.",
        (
            ("of, to", "the facts, by name or written as in [[figures]]"),
            ("ratio", 'the two numbers, such as "4 to 1"'),
            _REASON,
        ),
        """\
[[ratios]]
of = "sailors freed"
to = "pilots freed"
ratio = "4 to 1"
reason = "four were let go for one"
""",
    ),
    Kind(
        "promises",
        "an announced event that must have been carried out.",
        (
            ("announced", "the event, by name or written as above"),
            ("by", "the last day for it; optional"),
            ("as_announced", "true if its figures must be those that were announced"),
            _REASON,
        ),
        """\
[[promises]]
announced = "the promise"
by = 2031-03-12
as_announced = true
reason = "the captives went home as it was agreed"
""",
    ),
    Kind(
        "quotations",
        "words that must stand in so many sources as somebody's words, none left out or changed.",
        (
            ("words", "the words; case and signs do not count"),
            ("min_sources", "in how many sources; 1 if left out"),
            _REASON,
        ),
        """\
[[quotations]]
words = "we wish to live in peace"
min_sources = 2
reason = "two papers print the statement's first sentence"
""",
    ),
)
_WIDTH = 100
_INDENT = 19


def _wrapped(text: str, first: str, indent: int) -> list[str]:
    """Text as comment lines of limited width; `first` begins the first line."""
    lines, line = [], first
    for word in text.split():
        if len(line) + 1 + len(word) > _WIDTH and line.strip("# "):
            lines.append(line)
            line = "#" + " " * indent + word
        else:
            line += ("" if line.endswith("  ") else " ") + word
    return [*lines, line]


def _comment(kind: Kind) -> list[str]:
    lines = _wrapped(kind.what, f"# [[{kind.name}]]:", 1)
    for keys, meaning in kind.keys:
        head = f"#   {keys}"
        if len(head) < _INDENT:
            lines += _wrapped(meaning, head.ljust(_INDENT + 1) + " ", _INDENT + 1)
        else:
            lines += [head, *_wrapped(meaning, "#" + " " * (_INDENT + 1), _INDENT + 1)]
    lines.append("#   For instance:")
    return lines + [f"#     {line}" for line in kind.example.splitlines()]


def expected_head() -> str:
    """The head of `curation/expected.toml`."""
    lines = [
        "# What this dataset must show. A build that does not show it stops and publishes nothing;",
        "# the error names the sources, quotes their sentences and says what to do. Everything is",
        "# found by what it is and not by its id, and numbers are compared as what their words",
        "# allow.",
    ]
    for kind in KINDS:
        lines += ["#", *_comment(kind)]
    lines += [
        "#",
        "# Where sources come to contradict each other, correct the article or rule on it in",
        "# rulings.toml.",
    ]
    return "\n".join(lines) + "\n"


RULINGS_HEAD = """\
# Rulings on conflicts: where sources contradict each other, a curator may say which is to be
# preferred and why. The conflict is still published, with every side of it and with the reason
# beside it in comparisons.csv. Where expected.toml demands agreement, only a ruling lets a build
# go on.
#
# [[rulings]]: one conflict, found by what it is and not by its id.
#   event, measure, unit, of_actor_id, by_actor_id, counted_kind, claimed_by_actor_id
#                    which comparison is meant, written as in expected.toml
#   about            what is compared: figure (if left out), date, place or participant
#   prefers          source_id of the source held to be right; left out if none is
#   reason           one sentence, which is published
#   by               who rules, such as "concord contributors"
#   date             when, such as 2024-01-31
#
# A ruling that applies to no conflict is an error: correct or remove it. For instance:
#
#   [[rulings]]
#   event = { type = "RETREAT", start_date = 2031-03-01, end_date = 2031-03-31 }
#   measure = "released"
#   of_actor_id = "PER"
#   by_actor_id = "CHL"
#   unit = "person"
#   prefers = "north-wire"
#   reason = "the other two papers were printed before the last bus came"
#   by = "the editors"
#   date = 2031-04-02
"""
