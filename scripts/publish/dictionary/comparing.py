"""How sources are compared and ruled on, and what can be demanded, for the data dictionary."""

from collections.abc import Mapping

import polars as pl

from schemas.tables import codelist
from scripts.publish.demanding import KINDS, RULINGS_HEAD
from scripts.publish.dictionary.markdown import flowed, plain
from validations.markdown import grid

COMPARING = "How sources are compared"
_FACTS = """\
Rows are compared only where they are about the same event, and figures only where they count the
same: one row of [comparisons](#comparisons) is one fact, its [sides](#sides) are what each source
says of it. An announcement and what carries it out are one chain and are compared together, under
the event that was carried out. `verdict` says how the sides stand to each other, and `note` says in
one sentence who says what, and why the verdict is what it is."""
_VERDICTS = """\
Figures are intervals: `low` and `high` are what the words allow, in one unit, so that a conflict is
only where they do not overlap.

- **Counts that go on.** A toll rises: the figure of a later day may be higher than an earlier one,
  and the two are `compatible` ("the count rose from 14 to 19"). The measures of which this holds
  have `runs` in [codes](#codes-measures); `sides.as_of` is the day that a count stands at. A later
  count that is lower, or two counts of one day, are a `conflict`.
- **Announced and carried out.** 40 announced and 36 released are no conflict of sources but
  `compatible`; among those who announce, and among those who tell of the deed, figures are held
  against each other as ever.
- **Claims of parties.** Where two parties of an event claim differently ("Kyiv says 70, Moscow
  90"), each claim is a comparison of its own with the party in `claimed_by_actor_id`; they are
  never averaged. Police, hospitals and monitors are no parties. A claim that no other party
  disputes stands among all others, and the note says whose it is.
- **Kinds of people.** Eight soldiers and 19 civilians are two facts (`counted_kind`), and both are
  parts of 27 people: a part (`scope`) conflicts only with a whole that is smaller.
- **Families.** Sources that pass on one wire report, one statement or one another count once in
  `independent_count`; `sides.family` is what each of them rests on, and the note names it.
- **Rulings.** A conflict is published with every side of it and stays one. Where a curator ruled on
  it, `ruling` says which source is to be preferred, or that none is, and why.
"""
#: Verdict → an example, where the package holds none.
_INVENTED = {
    "agree": "three papers say 12",
    "compatible": "40 days and six weeks; “about 30” and 29",
    "conflict": "12 and 14 of one release",
    "single": "nobody else counts the pilots",
}


def _shown(verdict: str, comparisons: pl.DataFrame | None) -> str:
    """The note of a comparison of figures of that verdict; made up if there is none."""
    if comparisons is not None:
        told = comparisons.filter(
            (pl.col("verdict") == verdict) & (pl.col("about") == "figure")
        ).sort("source_count", descending=True, maintain_order=True)
        for row in told.head(1).to_dicts():
            return f"`{row['comparison_id']}`: {plain(row['note'])}"
    return f"{_INVENTED[verdict]} (made up)"


def comparing_section(frames: Mapping[str, pl.DataFrame]) -> str:
    """What verdicts mean and what is compared with what, as Markdown.

    Args:
        frames: Table name → its rows, for examples.
    """
    comparisons = frames.get("comparisons")
    lines = [
        (f"`{code}`", row["description"], _shown(code, comparisons))
        for code, row in codelist("verdicts").rows.items()
    ]
    verdicts = grid(("verdict", "it means", "for instance"), lines)
    return "\n\n".join([f"## {COMPARING}", flowed(_FACTS), verdicts, flowed(_VERDICTS)])


def _example(text: str) -> str:
    return f"```toml\n{text.strip()}\n```"


def _ruling() -> str:
    lines = RULINGS_HEAD[RULINGS_HEAD.index("#   [[rulings]]") :].splitlines()
    return _example("\n".join(line.removeprefix("#   ") for line in lines))


def curating_section() -> str:
    """How rulings are made and what can be demanded of a data set, as Markdown."""
    parts = [
        "## For those who curate a data set",
        "Readers of the data need nothing of this.",
        "### Rulings on conflicts",
        "Where sources contradict each other, a curator may rule on it in `curation/rulings.toml`: "
        "which source is to be preferred, or that none is, why, who says so and when. The reason "
        "stands in `comparisons.ruling` beside the conflict, which stays one. A ruling that "
        "applies to no conflict any more is an error of the build.",
        _ruling(),
        "### What a data set must show",
        "`curation/expected.toml` demands it; a build that does not show it publishes nothing. Its "
        "error names the sources and quotes their sentences, says what was demanded and found, and "
        "what to do. Events and facts are picked by what they are: `name` gives one a name, by "
        "which other entries can mean it. Numbers and days count as what their words allow. The "
        "head of that file explains every key.",
    ]
    for kind in KINDS:
        parts += [f"**{kind.name.capitalize()}**: {kind.what}", _example(kind.example)]
    parts.append(
        "A sum, a ratio and an order are held against every source by itself: what it does not say "
        "is taken from the others. Of a fact that is ruled on only the preferred source counts. "
        "Two layers hold all demands apart from each other: one from `comparisons` and `sides`, "
        "the other (Great Expectations) from figures, events, reports and statements alone; its "
        "report, `build/gate/index.html`, shows source by source who says what."
    )
    return "\n\n".join(parts)
