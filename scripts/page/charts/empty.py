"""What stands in place of a chart that has nothing to draw."""

import altair as alt

from scripts.page.charts.theme import Theme, config


def sentence(theme: Theme, title: str, why: str) -> alt.Chart:
    """A chart that is one sentence."""
    chart: alt.Chart = (
        alt.Chart(alt.InlineData([{"why": why}]))
        .mark_text(align="left", color=theme.faint)
        .encode(x=alt.value(0), y=alt.value(12), text="why:N", description="why:N")
        .properties(
            title=title,
            description=why,
            width=640 if theme.mode == "print" else "container",
            height=24,
            padding=12 if theme.mode == "print" else 4,
        )
        .configure(**config(theme).to_dict())
    )
    return chart
