"""The views of `views.sql` that join tables: each answers a question that researchers ask.

A column is taken over from a table, under its own name and with its own description, or is made
here, with a description of its own. Names of actors stand where the tables have their ids.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """One column of a joined view.

    Attributes:
        sql: `table.column` where it is taken over, else an expression.
        name: Its name in the view; empty for that of the column taken over.
        description: What it says; empty where the table's own description holds.
    """

    sql: str
    name: str = ""
    description: str = ""

    @property
    def column(self) -> str:
        """The name of the column in the view."""
        return self.name or self.sql.rpartition(".")[2]


@dataclass(frozen=True)
class JoinedView:
    """One view over several tables: its name, what a row is, its columns, and where from."""

    name: str
    description: str
    columns: tuple[Shown, ...]
    source: str


def _kept(table: str, *columns: str) -> tuple[Shown, ...]:
    return tuple(Shown(f"{table}.{column}") for column in columns)


def _name_of(actors: str, name: str, description: str) -> Shown:
    return Shown(f"{actors}.name", name, description)


def _paragraph(table: str) -> Shown:
    return Shown(
        f"paragraph_around(articles.content, {table}.char_start, {table}.char_end)",
        "paragraph",
        "The paragraph (line) of the article that the words stand in. Empty where the article's "
        "file is not the one that was read.",
    )


def _acting(role: str, table: str, name: str) -> Shown:
    """The names of the actors in one role, in one cell."""
    return Shown(
        "(SELECT string_agg(DISTINCT actors.name, '; ' ORDER BY actors.name) FROM participants "
        f"JOIN actors USING (actor_id) WHERE participants.role = '{role}' "
        f"AND participants.{table}_id = {table}s.{table}_id)",
        name,
        f"Names of the actors whose role is {role}, in alphabetical order, with '; ' between them.",
    )


_ROLES = (
    ("source", "source_actors"),
    ("target", "target_actors"),
    ("mediator", "mediators"),
    ("host", "hosts"),
)
_PLACE = Shown("places.name", "place_name", "Name of the place where it happened.")
_SOURCE = (
    *_kept("sources", "publisher", "published"),
    Shown("sources.title", "source_title"),
)
_COUNTED = (
    _name_of("of_actors", "of_actor", "Name of the nationality or side of the persons counted."),
    _name_of("by_actors", "by_actor", "Name of the actor that did it to them."),
)
_ARTICLES = "LEFT JOIN articles ON articles.source_id = "

JOINED_VIEWS = (
    JoinedView(
        "who_said_what",
        "Who said what, when, according to whom: one row is a statement as one source prints it.",
        (
            *_kept("statements", "statement_id"),
            _name_of("speakers", "speaker_name", "Name of the speaker as an actor."),
            _name_of(
                "affiliations",
                "affiliation_name",
                "Name of the country or body that the speaker speaks for.",
            ),
            *_kept("statements", "kind", "quote", "speaker", "cue", "said_date", "medium"),
            *_kept("statements", "source_id"),
            *_SOURCE,
            *_kept("statements", "utterance_id"),
            *_kept("utterances", "source_count", "independent_count"),
            _paragraph("statements"),
        ),
        f"""statements
JOIN sources ON sources.source_id = statements.source_id
JOIN utterances ON utterances.utterance_id = statements.utterance_id
LEFT JOIN actors AS speakers ON speakers.actor_id = statements.speaker_id
LEFT JOIN actors AS affiliations ON affiliations.actor_id = statements.affiliation_id
{_ARTICLES}statements.source_id""",
    ),
    JoinedView(
        "figures_in_context",
        "Each figure with its text, its source, its event and how other sources stand to it: one "
        "row is a figure.",
        (
            *_kept("figures", "figure_id", "text", "value", "range_to", "low", "high", "bound"),
            *_kept("figures", "unit", "counted", "measure"),
            *_COUNTED,
            *_kept("figures", "modality"),
            _name_of(
                "speakers", "speaker_name", "Name of the speaker whose number it is, if stated."
            ),
            *_kept("figures", "source_id"),
            *_SOURCE,
            *_kept("figures", "event_id"),
            Shown("events.label", "event_label"),
            Shown("events.type", "event_type"),
            *_kept("events", "start_date", "end_date"),
            Shown(
                "held.comparison_id",
                "comparison_id",
                "The comparison that holds the figure against other sources. Empty where none "
                "does: nobody else counts it, or its source gives the same number again.",
            ),
            *_kept("comparisons", "verdict", "ruling", "note"),
            _paragraph("figures"),
        ),
        # A part of a sum stands in two comparisons: its own, and that of the sum.
        f"""figures
JOIN sources ON sources.source_id = figures.source_id
LEFT JOIN statements ON statements.statement_id = figures.statement_id
LEFT JOIN actors AS speakers ON speakers.actor_id = statements.speaker_id
LEFT JOIN actors AS of_actors ON of_actors.actor_id = figures.of_actor_id
LEFT JOIN actors AS by_actors ON by_actors.actor_id = figures.by_actor_id
LEFT JOIN events ON events.event_id = figures.event_id
LEFT JOIN (
  SELECT figure_id, comparison_id FROM sides
  WHERE figure_id IS NOT NULL
  QUALIFY row_number() OVER (
    PARTITION BY figure_id ORDER BY scope = 'whole' DESC, comparison_id
  ) = 1
) AS held ON held.figure_id = figures.figure_id
LEFT JOIN comparisons ON comparisons.comparison_id = held.comparison_id
{_ARTICLES}figures.source_id""",
    ),
    JoinedView(
        "who_did_what",
        "Who did what to whom, when and where: one row is an event, once for all sources.",
        (
            *_kept("events", "event_id", "label", "type", "mode", "modality"),
            *_kept("events", "start_date", "end_date", "date_precision"),
            _PLACE,
            *(_acting(role, "event", name) for role, name in _ROLES),
            *_kept("events", "source_count", "independent_count"),
            Shown(
                "(SELECT string_agg(DISTINCT coalesce(sources.publisher, sources.source_id), '; ' "
                "ORDER BY coalesce(sources.publisher, sources.source_id)) FROM reports "
                "JOIN sources USING (source_id) WHERE reports.event_id = events.event_id)",
                "publishers",
                "Outlets that tell of it, with '; ' between them.",
            ),
            *_kept("events", "part_of_event_id", "fulfils_event_id"),
            Shown(
                "promises.label",
                "fulfils_label",
                "The promise that it carries out, in a few words.",
            ),
        ),
        """events
LEFT JOIN places ON places.place_id = events.place_id
LEFT JOIN events AS promises ON promises.event_id = events.fulfils_event_id""",
    ),
    JoinedView(
        "events_by_source",
        "Each event as each source tells it: one row is a report.",
        (
            *_kept("reports", "report_id", "event_id"),
            Shown("events.label", "event_label"),
            *_kept("reports", "source_id"),
            *_SOURCE,
            *_kept("reports", "trigger_text", "type", "mode", "modality"),
            *_kept("reports", "start_date", "end_date", "date_precision", "date_text"),
            _PLACE,
            *_kept("reports", "place_text"),
            *(_acting(role, "report", name) for role, name in _ROLES),
            _paragraph("reports"),
        ),
        f"""reports
JOIN events ON events.event_id = reports.event_id
JOIN sources ON sources.source_id = reports.source_id
LEFT JOIN places ON places.place_id = reports.place_id
{_ARTICLES}reports.source_id""",
    ),
    JoinedView(
        "sides_by_side",
        "What each source says of one fact, beside the others: one row is a side of a comparison.",
        (
            *_kept("comparisons", "comparison_id", "about", "verdict"),
            Shown("events.label", "event_label"),
            *_kept("comparisons", "measure"),
            *_COUNTED,
            _name_of(
                "claimants",
                "claimed_by",
                "Name of the party whose claim this is, where two parties claim differently.",
            ),
            *_kept("sides", "source_id"),
            *_SOURCE,
            *_kept("sides", "value_text", "low", "high", "modality", "as_of", "scope", "family"),
            *_kept("comparisons", "best", "source_count", "independent_count", "ruling", "note"),
        ),
        """sides
JOIN comparisons ON comparisons.comparison_id = sides.comparison_id
JOIN sources ON sources.source_id = sides.source_id
LEFT JOIN events ON events.event_id = comparisons.event_id
LEFT JOIN actors AS of_actors ON of_actors.actor_id = comparisons.of_actor_id
LEFT JOIN actors AS by_actors ON by_actors.actor_id = comparisons.by_actor_id
LEFT JOIN actors AS claimants ON claimants.actor_id = comparisons.claimed_by_actor_id""",
    ),
)
