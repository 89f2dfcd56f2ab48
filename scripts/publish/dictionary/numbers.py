"""How numbers are to be read: as stated, and as the interval that their words allow."""

from collections.abc import Mapping

import polars as pl

from schemas.tables import codelist
from scripts.publish.dictionary.codebook import codes_link
from scripts.publish.dictionary.markdown import code, flowed, link, plain
from validations.markdown import grid

HEADING = "How to read numbers"
_WORDS = """\
A row of {figures} is a number as one article prints it. `value` is the number as stated, or the
lower end of a range whose upper end is `range_to`. `bound` says how words limit it ("more than",
"about": {bounds}), and `low` and `high` are what those words allow; an open end is empty. Counts
stand as they are printed. Durations and distances are taken to be rounded, half a unit to either
side: "six weeks" are 5.5 to 6.5 weeks.

`measure` says what happened to people who are counted ({measures}), `of_actor_id` whose they are
and `by_actor_id` who did it to them; `unit` ({units}) and `counted` say what is counted. A figure
that is a part of another points to it (`subset_of_figure_id`), and a figure that somebody is quoted
with points to the words (`statement_id`).

For a number to work with, go to {comparisons} (`about` is `figure`): one row is one fact of an
event, `low` and `high` are over all its sources, and `best` is the value that most independent
sources state. {compared} tells how. A figure that belongs to no event is in `figures` alone."""


def _examples(figures: pl.DataFrame) -> str:
    """For each bound that occurs, the first figure that has it; first of all of people."""
    lines = []
    ordered = figures.sort(pl.col("measure").is_null(), maintain_order=True)
    for bound in codelist("bounds").codes:
        for row in ordered.filter(pl.col("bound") == bound).head(1).to_dicts():
            shown = ("bound", "value", "range_to", "low", "high", "unit", "measure", "figure_id")
            lines.append((f"“{plain(row['text'])}”", *(code(row[name]) for name in shown)))
    if not lines:
        return ""
    header = ("text", "bound", "value", "range_to", "low", "high", "unit", "measure", "figure")
    told = "Examples from this version, one for each bound that occurs:"
    return f"{told}\n\n{grid(header, lines)}"


def numbers_section(frames: Mapping[str, pl.DataFrame], comparing: str) -> str:
    """What numbers mean, with examples from the figures.

    Args:
        frames: Table name → its rows.
        comparing: Heading of the section that tells how sources are compared.
    """
    words = _WORDS.format(
        figures=link("figures"),
        bounds=codes_link("bounds"),
        measures=codes_link("measures"),
        units=codes_link("units"),
        comparisons=link("comparisons"),
        compared=link(comparing),
    )
    figures = frames.get("figures")
    examples = "" if figures is None else _examples(figures)
    parts = [f"## {HEADING}", flowed(words), examples]
    return "\n\n".join(part for part in parts if part)
