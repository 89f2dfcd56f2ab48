"""What a careful user has to know before counting, each under a name that can be cited."""

from scripts.publish.dictionary.markdown import link, listed
from scripts.publish.metadata import Caveat, PackageMeta

HEADING = "What to know before you count"
#: What holds for every package, however it was curated. Those of the first screen come first.
CAVEATS = (
    Caveat(
        "mentions-are-not-events",
        "`reports`, `figures` and `statements` have a row for each telling, so one release that "
        "three papers report is three rows or more. Count things in `events`, and take numbers "
        "from `comparisons`, where one fact of an event is one row; never add up `figures`.",
    ),
    Caveat(
        "announced-is-not-done",
        "`modality` tells a promise from a deed. Leave it out of a filter and both are counted. A "
        "promise and the deed that keeps it are two events, joined by `fulfils_event_id`.",
    ),
    Caveat(
        "empty-is-not-zero",
        "An empty cell means that the article does not say, or that its words leave it open. "
        "Nothing is filled in by a guess or a default.",
    ),
    Caveat(
        "sources-repeat-each-other",
        "Several articles that rest on one statement or one wire are several in `source_count` and "
        "one in `independent_count`.",
    ),
    Caveat(
        "found-by-rules",
        "Rows are found by rules, named in `found_by`; nobody typed them in. What no rule knows is "
        "not there, and a rule can be wrong: count rows to learn what was found, not what "
        "happened, and read the words of the rows that your result rests on.",
    ),
    Caveat(
        "events-have-parts",
        "An exchange of prisoners is one event, and the release each way is another that is a part "
        "of it (`part_of_event_id`). Count either wholes or parts: take rows where "
        "`part_of_event_id` is empty, or leave out events that others are parts of.",
    ),
    Caveat(
        "numbers-of-all-kinds",
        "`figures` holds every number that is a quantity, “two countries” as well as the dead. "
        "Filter by `measure` for people and by `unit` for the rest.",
    ),
    Caveat(
        "low-and-high-are-words",
        "`low` and `high` are what the printed words allow. They are no confidence interval.",
    ),
    Caveat(
        "dates-are-intervals",
        "`start_date` and `end_date` are the first and last day that the words allow, and "
        "`date_precision` says how close that is. They do not say that something lasted so long.",
    ),
    Caveat(
        "conflicts-stay",
        "Where sources cannot all be right, `verdict` is `conflict` and every side is in `sides`. "
        "None is dropped, and `best` settles nothing.",
    ),
    Caveat(
        "two-kinds-of-source",
        "`source_id` names an article. The role `source` in `participants` is the actor that acts, "
        "as in other event data; the `target` is acted on.",
    ),
    Caveat(
        "countries-stand-for-their-people",
        "An `actor_id` of three capital letters is a country and whoever acts for it: government, "
        "army, and in `of_actor_id` its nationals.",
    ),
    Caveat(
        "offsets-count-characters",
        "`char_start` and `char_end` count Unicode code points from 0, the end excluded, in the "
        "file that `sources.path` names. Bytes and UTF-16 units give other numbers.",
    ),
)
_FIRST = 5  #: of `CAVEATS`, told in full on the first screen


def first_caveats(package: PackageMeta) -> str:
    """The caveats that change most counts, and links to all others."""
    told = [f"- {one.text} {link(one.name, '¶')}" for one in CAVEATS[:_FIRST]]
    others = [link(one.name) for one in (*package.caveats, *CAVEATS[_FIRST:])]
    return "\n".join([*told, f"- Then these, by name: {listed(others)}."])


def caveats_section(package: PackageMeta) -> str:
    """All caveats, each a heading of its own; those of the dataset before those of all packages."""
    parts = [
        f"## {HEADING}",
        f"Each has a name that can be cited, such as `README.md#{CAVEATS[0].name}`.",
        *(f"### {one.name}\n\n{one.text}" for one in (*package.caveats, *CAVEATS)),
    ]
    return "\n\n".join(parts)
