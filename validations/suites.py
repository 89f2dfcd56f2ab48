"""What the gate expects of each written table, as values that Great Expectations is asked for.

Everything here follows from the Table Schemas and from which columns stand beside each other;
Great Expectations itself is imported in gate.py alone, because that costs seconds.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from schemas.tables import TABLES, Field, Table, codelist
from schemas.tables import tables as all_tables
from validations.rule import Finding, Severity


@dataclass(frozen=True)
class Expectation:
    """One expectation of a suite.

    kind: name of the class in `great_expectations.expectations`.
    sentence: what is expected, for people. arguments: what the class takes.
    """

    kind: str
    sentence: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    severity: Severity = "error"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it looks at; none if it looks at the table as a whole."""
        single = [self.arguments.get(name) for name in ("column", "column_A", "column_B")]
        return tuple(str(one) for one in (*single, *self.arguments.get("column_list", ())) if one)

    @property
    def name(self) -> str:
        """The name that Great Expectations gives its class in results."""
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in self.kind).lstrip("_")


@dataclass(frozen=True)
class Suite:
    """The expectations of one table or of the sources against each other.

    key: columns that name a row in a finding.
    """

    name: str
    expectations: tuple[Expectation, ...]
    key: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What came of one expectation of a suite.

    suite: name of the suite. rows: how many rows were looked at. findings: none if it held.
    """

    suite: str
    expectation: Expectation
    rows: int
    findings: tuple[Finding, ...] = ()


#: Columns of which the first must not be below the second, where a table has both.
_NOT_BELOW = (
    ("end_date", "start_date", True),
    ("published_latest", "published_earliest", True),
    ("high", "low", True),
    ("source_count", "independent_count", True),
    ("char_end", "char_start", False),
    ("speaker_char_end", "speaker_char_start", False),
)
_DATE = r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$"
_UNSAFE = r"^[=+\-@]|[\t\r\n]"


def _of_field(column: Field, refers: bool) -> Iterator[Expectation]:
    """What is expected of one column; one that refers to a key is held to the keys elsewhere."""
    name = {"column": column.name}
    if column.required:
        yield Expectation(
            "ExpectColumnValuesToNotBeNull", f"Every row has a value for {column.name}.", name
        )
    if column.codes:
        yield Expectation(
            "ExpectColumnValuesToBeInSet",
            f"Every {column.name} is a code of codes/{column.codes}.csv.",
            name | {"value_set": list(codelist(column.codes).codes)},
        )
    if column.pattern:
        yield Expectation(
            "ExpectColumnValuesToMatchRegex",
            f"Every {column.name} matches {column.pattern}.",
            # NOTE: pandas warns of groups that capture, since nothing takes what they catch.
            name | {"regex": re.sub(r"(?<!\\)\((?!\?)", "(?:", column.pattern)},
        )
    if column.minimum is not None or column.maximum is not None:
        yield Expectation(
            "ExpectColumnValuesToBeBetween",
            f"Every {column.name} lies within its limits.",
            name | {"min_value": column.minimum, "max_value": column.maximum},
        )
    if column.type == "date":
        yield Expectation(
            "ExpectColumnValuesToMatchRegex",
            f"Every {column.name} is a day, written year, month, day.",
            name | {"regex": _DATE},
        )
    if column.type == "string" and not (column.codes or column.pattern or refers):
        yield Expectation(
            "ExpectColumnValuesToNotMatchRegex",
            f"No {column.name} could be run as a formula or breaks its line.",
            name | {"regex": _UNSAFE},
        )


def _unique(columns: Sequence[str]) -> Expectation:
    sentence = f"No two rows have the same {', '.join(columns)}."
    if len(columns) == 1:
        return Expectation("ExpectColumnValuesToBeUnique", sentence, {"column": columns[0]})
    return Expectation(
        "ExpectCompoundColumnsToBeUnique",
        sentence,
        {"column_list": list(columns), "ignore_row_if": "any_value_is_missing"},
    )


def _pairs(table: Table) -> Iterator[Expectation]:
    for upper, lower, equal in _NOT_BELOW:
        if upper in table.columns and lower in table.columns:
            yield Expectation(
                "ExpectColumnPairValuesAToBeGreaterThanB",
                f"No {upper} is below {lower}.",
                {
                    "column_A": upper,
                    "column_B": lower,
                    "or_equal": equal,
                    "ignore_row_if": "either_value_is_missing",
                },
            )


def table_suite(table: Table, rows: int | None, keys: Mapping[str, Sequence[str]]) -> Suite:
    """What is expected of one written table.

    Args:
        table: Its Table Schema.
        rows: The number of rows that the descriptor gives, or None if it gives none.
        keys: Table name → the ids that its rows have, for columns that refer to them.
    """
    refers = {name for link in table.foreign_keys for name in link.fields}
    expected = [
        Expectation(
            "ExpectTableColumnsToMatchOrderedList",
            "The columns are those of the Table Schema, in its order.",
            {"column_list": list(table.columns)},
        ),
        Expectation(
            "ExpectTableRowCountToEqual",
            "There are as many rows as the descriptor says.",
            # NOTE: a descriptor without a count must fail here, and no table has -1 rows.
            {"value": -1 if rows is None else rows},
        ),
        _unique(table.primary_key),
        *(_unique(key) for key in table.unique_keys),
        *(one for column in table.fields for one in _of_field(column, column.name in refers)),
        *_pairs(table),
        *(
            Expectation(
                "ExpectColumnValuesToBeInSet",
                f"Every {link.fields[0]} is that of a row of {link.table}.",
                {"column": link.fields[0], "value_set": list(keys.get(link.table, ()))},
            )
            for link in table.foreign_keys
        ),
    ]
    return Suite(table.name, tuple(expected), table.primary_key)


def _demanded(name: str, sentence: str, severity: Severity = "error") -> Suite:
    """A suite over a frame of demands, of which each row says how often it is not as demanded."""
    expectation = Expectation(
        "ExpectColumnValuesToBeInSet",
        sentence,
        {"column": "wrong", "value_set": [0]},
        severity,
    )
    return Suite(f"across-{name}", (expectation,), ("demand", "explanation"))


def all_suites() -> Iterator[Suite]:
    """Every suite as it is asked of a package without rows: its expectations, none of its keys."""
    keys: dict[str, list[str]] = {name: [] for name in TABLES}
    for table in all_tables():
        yield table_suite(table, 0, keys)
    yield from across_suites()


def across_suites() -> tuple[Suite, ...]:
    """What is expected of the sources against each other, over the frames of gate_facts.py."""
    sources = Suite(
        "across-sources",
        tuple(
            Expectation(
                "ExpectColumnPairValuesAToBeGreaterThanB",
                f"Every demanded fact is told by as many {noun} as expected.toml demands.",
                {"column_A": there, "column_B": wanted, "or_equal": True},
            )
            for there, wanted, noun in (
                ("source_count", "min_sources", "sources"),
                ("independent_most", "min_independent", "independent sources"),
            )
        ),
        ("demand", "explanation"),
    )
    events = Suite(
        "across-events",
        (
            Expectation(
                "ExpectColumnPairValuesToBeEqual",
                "Every event has as many sources as reports of it come from.",
                {"column_A": "source_count", "column_B": "told_by"},
            ),
        ),
        ("event_id",),
    )
    return (
        sources,
        _demanded(
            "values",
            "Facts have the value and the verdict that expected.toml demands, unless ruled on.",
        ),
        _demanded("wanted", "Every event that expected.toml demands is there."),
        _demanded("orders", "Events follow each other as expected.toml demands."),
        _demanded("sums", "Figures add up as expected.toml demands."),
        _demanded("ratios", "Figures stand in the ratio that expected.toml demands."),
        _demanded("promises", "Promises were kept as expected.toml demands."),
        _demanded("quotations", "Words stand in as many sources as expected.toml demands."),
        _demanded(
            "facts",
            "Sources that count the same persons can all be right, unless it is ruled on.",
            "warning",
        ),
        events,
    )
