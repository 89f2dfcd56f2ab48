"""What must hold between tables: events and their reports, figures and their statements.

Keys are in keys.py, words in their articles in spans.py, comparisons in compared.py, their sides in
sided.py, verdicts on figures in counted.py; `link_rules` gives all of them. A dangling key is the
finding of one rule in keys.py only: the rules here join, and so look at rows whose keys exist.
"""

from collections.abc import Callable, Mapping

import polars as pl

from schemas.tables import codelist
from validations import cells, compared, counted, keys, sided
from validations.find import link_rule
from validations.rule import LinkRule, Tables
from validations.spans import span_rules


def _counted_by(owner: str, told_in: str, key: str) -> Callable[[Tables], pl.DataFrame]:
    """Rows of `owner` whose source_count is not the number of sources among rows of `told_in`."""

    def broken(tables: Tables) -> pl.DataFrame:
        counts = tables[told_in].group_by(key).agg(pl.col("source_id").n_unique().alias("counted"))
        return (
            tables[owner].join(counts, on=key).filter(pl.col("source_count") != pl.col("counted"))
        )

    return broken


def _untold(owner: str, told_in: str, key: str) -> Callable[[Tables], pl.DataFrame]:
    return lambda tables: tables[owner].join(tables[told_in], on=key, how="anti")


def _wrong_event(tables: Tables) -> pl.DataFrame:
    reports = tables["reports"].select("report_id", pl.col("event_id").alias("told"))
    return (
        tables["participants"]
        .join(reports, on="report_id")
        .filter(pl.col("event_id") != pl.col("told"))
    )


def _with_event(tables: Tables, table: str, key: str = "event_id") -> pl.DataFrame:
    """Rows beside the event that a column names, whose columns are prefixed `of_`."""
    events = tables["events"].select(pl.all().name.prefix("of_"))
    return tables[table].join(events, left_on=key, right_on="of_event_id")


def _untold_type(tables: Tables) -> pl.DataFrame:
    told = tables["events"].join(tables["reports"], on="event_id", how="semi")
    return told.join(tables["reports"], on=["event_id", "type"], how="anti")


def _other_class(tables: Tables) -> pl.DataFrame:
    """Reports in words of an event in deeds, or the other way round."""
    classes = {code: row["cooperation"] for code, row in codelist("event_types").rows.items()}
    own, event = (
        pl.col(name).replace_strict(classes, default=None, return_dtype=pl.String)
        for name in ("type", "of_type")
    )
    return _with_event(tables, "reports").filter(own.ne_missing(event))


def _apart(key: str, table: str) -> Callable[[Tables], pl.DataFrame]:
    """Rows whose days share none with those of the event that a column names."""
    return lambda tables: _with_event(tables, table, key).filter(
        # NOTE: an interval the wrong way round is the finding of its own table's rule.
        (pl.col("start_date") <= pl.col("end_date"))
        & (pl.col("of_start_date") <= pl.col("of_end_date"))
        & (
            (pl.col("start_date") > pl.col("of_end_date"))
            | (pl.col("end_date") < pl.col("of_start_date"))
        )
    )


def _untold_days(tables: Tables) -> pl.DataFrame:
    """Events that begin before or end after all days that their reports allow."""
    told = (
        tables["reports"]
        .group_by("event_id")
        .agg(pl.col("start_date").min().alias("first"), pl.col("end_date").max().alias("last"))
    )
    return (
        tables["events"]
        .join(told, on="event_id")
        # NOTE: an interval the wrong way round is the finding of its own table's rule.
        .filter(pl.col("start_date") <= pl.col("end_date"))
        .filter((pl.col("start_date") < pl.col("first")) | (pl.col("end_date") > pl.col("last")))
    )


def _too_early(tables: Tables) -> pl.DataFrame:
    return _with_event(tables, "events", "fulfils_event_id").filter(
        pl.col("end_date") < pl.col("of_start_date")
    )


def _after_publication(table: str, day: str, only: pl.Expr) -> Callable[[Tables], pl.DataFrame]:
    return lambda tables: (
        tables[table]
        .join(tables["sources"].select("source_id", "published_latest"), on="source_id")
        .filter(only & (pl.col(day) > pl.col("published_latest")))
    )


def _not_told_there(tables: Tables) -> pl.DataFrame:
    return (
        tables["figures"]
        .join(tables["events"].select("event_id"), on="event_id")
        .join(tables["reports"], on=["event_id", "source_id"], how="anti")
    )


def _with_statement(tables: Tables) -> pl.DataFrame:
    statements = tables["statements"].select(
        "statement_id", pl.col("source_id", "char_start", "char_end").name.prefix("said_")
    )
    return tables["figures"].join(statements, on="statement_id")


def _other_source(tables: Tables) -> pl.DataFrame:
    return _with_statement(tables).filter(pl.col("source_id") != pl.col("said_source_id"))


def _outside(tables: Tables) -> pl.DataFrame:
    return _with_statement(tables).filter(
        (pl.col("source_id") == pl.col("said_source_id"))
        & (
            (pl.col("char_start") < pl.col("said_char_start"))
            | (pl.col("char_end") > pl.col("said_char_end"))
        )
    )


def _with_whole(tables: Tables) -> pl.DataFrame:
    whole = tables["figures"].select(pl.all().name.prefix("whole_"))
    return tables["figures"].join(whole, left_on="subset_of_figure_id", right_on="whole_figure_id")


def _elsewhere(tables: Tables) -> pl.DataFrame:
    return _with_whole(tables).filter(pl.col("source_id") != pl.col("whole_source_id"))


def _too_many(tables: Tables) -> pl.DataFrame:
    return _with_whole(tables).filter(pl.col("low") > pl.col("whole_high"))


def _other_speaker(tables: Tables) -> pl.DataFrame:
    said = tables["statements"].select("utterance_id", pl.col("speaker_id").alias("said_by"))
    differing = (
        tables["utterances"]
        .join(said.drop_nulls(), on="utterance_id")
        .filter(pl.col("speaker_id") != pl.col("said_by"))
    )
    return differing.unique("utterance_id", maintain_order=True)


RULES = (
    link_rule(
        "LNK-010",
        "events",
        ("event_id",),
        _untold("events", "reports", "event_id"),
        "Every event is told by a report.",
        "no report tells of the event",
    ),
    link_rule(
        "LNK-011",
        "events",
        ("source_count",),
        _counted_by("events", "reports", "event_id"),
        "An event has as many sources as tell of it.",
        "{counted} sources tell of the event, not {source_count}",
    ),
    link_rule(
        "LNK-012",
        "participants",
        ("event_id",),
        _wrong_event,
        "A participant takes part in the event that its report tells of.",
        "report {report_id} tells of event {told}",
    ),
    link_rule(
        "LNK-013",
        "events",
        ("type",),
        _untold_type,
        "An event is of the type of one of its reports.",
        "no report of the event is of type {type}",
    ),
    link_rule(
        "LNK-014",
        "reports",
        ("start_date", "end_date"),
        _apart("event_id", "reports"),
        "The days of a report and of its event meet.",
        "event {event_id} is dated {of_start_date} to {of_end_date}",
        "warning",
    ),
    link_rule(
        "LNK-015",
        "events",
        ("start_date", "end_date"),
        _apart("part_of_event_id", "events"),
        "The days of a part and of its whole meet.",
        "its whole, event {part_of_event_id}, is dated {of_start_date} to {of_end_date}",
        "warning",
    ),
    link_rule(
        "LNK-016",
        "events",
        ("end_date",),
        _too_early,
        "No event carries out an announcement of later days.",
        "the announcement {fulfils_event_id} is dated {of_start_date} or later",
    ),
    link_rule(
        "LNK-017",
        "reports",
        ("start_date",),
        _after_publication("reports", "start_date", pl.col("modality") == "occurred"),
        "What a source tells as done did not begin after its publication.",
        "{source_id} was published no later than {published_latest}",
        "warning",
    ),
    link_rule(
        "LNK-018",
        "statements",
        ("said_date",),
        _after_publication("statements", "said_date", pl.lit(value=True)),
        "No words were said after they were published.",
        "{source_id} was published no later than {published_latest}",
        "warning",
    ),
    link_rule(
        "LNK-019",
        "figures",
        ("event_id",),
        _not_told_there,
        "A figure's event is told by the figure's source.",
        "no report of {source_id} tells of event {event_id}",
    ),
    link_rule(
        "LNK-020",
        "figures",
        ("statement_id",),
        _other_source,
        "A figure and the statement that holds it are of one source.",
        "statement {statement_id} is of {said_source_id}",
    ),
    link_rule(
        "LNK-021",
        "figures",
        ("statement_id",),
        _outside,
        "The statement that holds a figure covers its words.",
        "statement {statement_id} covers characters {said_char_start} to {said_char_end}",
    ),
    link_rule(
        "LNK-022",
        "figures",
        ("subset_of_figure_id",),
        _elsewhere,
        "A figure and the one of which it is a part are of one source.",
        "figure {subset_of_figure_id} is of {whole_source_id}",
    ),
    link_rule(
        "LNK-023",
        "figures",
        ("low",),
        _too_many,
        "A part is not greater than its whole.",
        "figure {subset_of_figure_id}, of which it is a part, is {whole_high} at most",
        "warning",
    ),
    link_rule(
        "LNK-024",
        "utterances",
        ("utterance_id",),
        _untold("utterances", "statements", "utterance_id"),
        "Every utterance is printed in a statement.",
        "no statement prints the utterance",
    ),
    link_rule(
        "LNK-025",
        "utterances",
        ("source_count",),
        _counted_by("utterances", "statements", "utterance_id"),
        "An utterance has as many sources as print it.",
        "{counted} sources print the utterance, not {source_count}",
    ),
    link_rule(
        "LNK-026",
        "utterances",
        ("speaker_id",),
        _other_speaker,
        "No statement gives an utterance another speaker.",
        "a statement has it from {said_by}",
    ),
    link_rule(
        "LNK-027",
        "reports",
        ("type",),
        _other_class,
        "A report and its event are both in words or both in deeds.",
        "{type} is not in words or deeds as {of_type} is, the type of event {event_id}",
    ),
    link_rule(
        "LNK-028",
        "events",
        ("start_date", "end_date"),
        _untold_days,
        "An event begins and ends within the days that its reports tell.",
        "its reports tell of {first} to {last}",
    ),
)


def link_rules(texts: Mapping[str, str]) -> tuple[LinkRule, ...]:
    """All rules between tables, and between tables and articles.

    Args:
        texts: source_id → the whole text of its article.
    """
    comparing = (*compared.RULES, *sided.RULES, *counted.RULES)
    return (*cells.RULES, *keys.RULES, *RULES, *span_rules(texts), *comparing)
