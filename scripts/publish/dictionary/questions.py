"""Which table answers which question: for readers who know what they ask and not what it is called.

Names of tables, columns, codes and views stand between backquotes; tests hold them to the schemas.
"""

from validations.markdown import grid

#: A question → where its answer stands → the view of `views.sql` that has it joined, if one has.
QUESTIONS = (
    (
        "Who did what to whom, when and where?",
        "`events`, and for the actors `participants` by `event_id`: `role` is `source` for who "
        "acts and `target` for whom it is done to",
        "who_did_what",
    ),
    (
        "What does each source tell of it?",
        "`reports` by `event_id`: one row for each telling, with its words and its own date",
        "events_by_source",
    ),
    (
        "Who said what?",
        "`statements`: `speaker` and `quote`; where `kind` is `direct` the words are quoted. "
        "`affiliation_id` is the country or body that the speaker speaks for",
        "who_said_what",
    ),
    (
        "Which words stand in several sources?",
        "`utterances` where `source_count` is 2 or more; what each source prints is in "
        "`statements` by `utterance_id`, quoted (`direct`) or in other words (`indirect`)",
        "",
    ),
    (
        "How many, and do the sources agree?",
        "`comparisons` where `about` is `figure`: `low`, `best` and `high`, `verdict`, and the "
        "reason in `note`; what each source says is in `sides`",
        "sides_by_side",
    ),
    (
        "Which number does a source print, of what?",
        "`figures`: `value`, `measure`, `of_actor_id`, `by_actor_id`",
        "figures_in_context",
    ),
    (
        "Was a promise kept?",
        "`events` where `modality` is `announced`: the event that carries it out has its id as "
        "`fulfils_event_id`",
        "",
    ),
    (
        "Do two sources know it from one hand?",
        "`independent_count` beside `source_count`; `sides` has for each source the `family` that "
        "it belongs to",
        "",
    ),
)


def questions_section() -> str:
    """The questions with where to look, as Markdown."""
    lines = [(asked, where, f"`{view}`" if view else "") for asked, where, view in QUESTIONS]
    return "\n\n".join(
        [
            "## Where to look",
            "The last column names the view of `views.sql`, for DuckDB, that has the tables "
            "joined already.",
            grid(("question", "where the answer stands", "view"), lines),
        ]
    )
