"""All comparisons of a set of articles, and what each source says in them."""

from collections.abc import Callable

from scripts.compare.events import compare_events
from scripts.compare.figures import compare_figures
from scripts.compare.utterances import compare_utterances
from scripts.link.uncollected import uncollected
from scripts.link.values import Linked, Row


@uncollected()
def compare(
    linked: Linked, ruling_for: Callable[[Row], str | None]
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Rows of `comparisons` and of `sides`.

    Args:
        linked: What `link` gave.
        ruling_for: A row of `comparisons` → the curator's ruling on it, or None or "".
    """
    rows: list[Row] = []
    sides: list[Row] = []
    for step in (compare_figures, compare_events, compare_utterances):
        found, its_sides = step(linked)
        rows.extend(found)
        sides.extend(its_sides)
    ruled = [{**row, "ruling": ruling_for(row) or None} for row in rows]
    return (
        tuple(sorted(ruled, key=lambda row: str(row["comparison_id"]))),
        tuple(
            sorted(
                sides,
                key=lambda row: (row["comparison_id"], row["source_id"], row["value_text"]),
            )
        ),
    )
