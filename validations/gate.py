"""The gate before a release: Great Expectations over the written files, with a report in HTML.

Reads the CSV files with pandas, asks one suite a table and more across sources, writes the report,
and gives back findings like every other layer. Nothing is sent anywhere.
"""

import json
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from schemas.tables import Table
from schemas.tables import tables as all_tables
from validations.curation import Ruling
from validations.demands import Expected
from validations.files import DESCRIPTOR
from validations.find import shown
from validations.gate_docs import clear_docs, escape_values, rewrite_docs
from validations.gate_facts import across
from validations.gate_page import write_page
from validations.gate_sides import Shown
from validations.package import read_tables
from validations.rule import Finding
from validations.suites import Answer, Expectation, Suite, across_suites, table_suite

_SITE = "gate"


@dataclass(frozen=True)
class Asked:
    """What the gate asked and what came of it.

    answers: one for each expectation; none if a table cannot be read. unread: files and cells that
    cannot be read.
    """

    answers: tuple[Answer, ...]
    unread: tuple[Finding, ...]

    @property
    def findings(self) -> list[Finding]:
        """All that was found, each once."""
        return sorted({*self.unread, *(one for each in self.answers for one in each.findings)})


def _number(text: pd.Series, kind: str) -> pd.Series:
    numbers = pd.to_numeric(text, errors="coerce").astype("Float64")
    if kind == "integer":
        return numbers.where(numbers == numbers.round()).astype("Int64")
    return numbers


def _read(folder: Path, table: Table) -> tuple[pd.DataFrame | None, list[Finding]]:
    """One written table: numbers as numbers, all else as text, and what could not be read."""
    try:
        frame = pd.read_csv(
            folder / "data" / f"{table.name}.csv", dtype=str, keep_default_na=False, na_values=[""]
        ).astype(object)
    except (OSError, ValueError) as error:
        sentence = f"data/{table.name}.csv cannot be read: {error}"
        return None, [Finding(f"{table.name}: read", "error", table.name, "", "", "", sentence)]
    found = []
    for column in table.fields:
        if column.type not in ("integer", "number", "date") or column.name not in frame.columns:
            continue
        text = frame[column.name]
        if column.type == "date":
            days = pd.to_datetime(text, format="%Y-%m-%d", errors="coerce")
            read = text.where(days.notna(), None)
        else:
            read = _number(text, column.type)
        found += [
            Finding(
                f"{table.name}: read",
                "error",
                table.name,
                "|".join(_text(frame.at[at, name]) for name in table.primary_key),
                column.name,
                str(text[at]),
                f"the cell cannot be read as {column.type}; build the package again",
            )
            for at in frame.index[text.notna() & read.isna()]
        ]
        frame[column.name] = read
    return frame, found


def _rows_said(folder: Path) -> Mapping[str, int]:
    """Table → the number of rows that the descriptor gives; empty if there is none to read."""
    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        resources = descriptor["resources"]
        return {one["name"]: one["concord:rows"] for one in resources if "concord:rows" in one}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _texts(places: Sequence[Path], sources: pd.DataFrame) -> dict[str, str]:
    texts = {}
    for source, path in zip(sources["source_id"], sources["path"], strict=True):
        files = [place / str(path) for place in places if (place / str(path)).is_file()]
        if files:
            texts[str(source)] = files[0].read_bytes().decode("utf-8", errors="replace")
    return texts


def _class_arguments(expectation: Expectation) -> dict[str, Any]:
    arguments = dict(expectation.arguments)
    pairs = arguments.get("value_pairs_set")
    if pairs is not None:
        arguments["value_pairs_set"] = [tuple(pair) for pair in pairs]
    return arguments


def _run(suites: Sequence[tuple[Suite, pd.DataFrame]], report: Path) -> tuple[Answer, ...]:
    """Ask Great Expectations, write the report, and give what came of each expectation."""
    # NOTE: read at import; the gate talks to no network.
    os.environ["GX_ANALYTICS_ENABLED"] = "False"
    with warnings.catch_warnings():
        # NOTE: its dependencies announce their own changes; our warnings stay errors.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", FutureWarning)
        warnings.simplefilter("ignore", ResourceWarning)
        import great_expectations as gx  # noqa: PLC0415
        import great_expectations.expectations as kinds  # noqa: PLC0415

        context = gx.get_context(mode="ephemeral")
        bars: Any = {"globally": False, "metric_calculations": False}
        context.variables.progress_bars = bars
        docs = clear_docs(report)
        # NOTE: where it cannot write, Great Expectations prints pages of its own innards.
        docs.mkdir(parents=True, exist_ok=True)
        (docs / "index.html").touch()
        context.add_data_docs_site(
            site_name=_SITE,
            site_config={
                "class_name": "SiteBuilder",
                "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
                "store_backend": {
                    "class_name": "TupleFilesystemStoreBackend",
                    "base_directory": str(docs.resolve()),
                },
            },
        )
        files = context.data_sources.add_pandas("files")
        answers: list[Answer] = []
        for suite, frame in suites:
            asset = files.add_dataframe_asset(suite.name)
            batch = asset.add_batch_definition_whole_dataframe("written")
            listed = gx.ExpectationSuite(
                name=suite.name,
                expectations=[
                    getattr(kinds, one.kind)(
                        **_class_arguments(one), notes=one.sentence, meta={"number": number}
                    )
                    for number, one in enumerate(suite.expectations)
                ],
            )
            validation = context.validation_definitions.add(
                gx.ValidationDefinition(
                    name=suite.name, data=batch, suite=context.suites.add(listed)
                )
            )
            checkpoint = gx.Checkpoint(
                name=suite.name,
                validation_definitions=[validation],
                result_format={
                    "result_format": "COMPLETE",
                    "unexpected_index_column_names": list(suite.key),
                },
            )
            outcome = checkpoint.run(batch_parameters={"dataframe": frame})
            for one in outcome.run_results.values():
                answers += _answers(suite, len(frame), one.results)
        escape_values(context.validation_results_store, answers)
        context.build_data_docs(site_names=[_SITE])
    return tuple(answers)


def _raised(information: Mapping[str, Any]) -> str:
    """The message of an exception inside an expectation, which looks like a mere failure."""
    each = [information, *(one for one in information.values() if isinstance(one, Mapping))]
    messages = [str(one.get("exception_message")) for one in each if one.get("raised_exception")]
    return messages[0] if messages else ""


def _answers(suite: Suite, rows: int, results: Sequence[Any]) -> Iterator[Answer]:
    """What came of the expectations of a suite, in its order and not in that of the results."""
    by_number = {one.expectation_config.meta["number"]: one for one in results}
    for number, asked in enumerate(suite.expectations):
        found = _findings(suite, asked, by_number[number])
        yield Answer(suite.name, asked, rows, tuple(sorted(set(found))))


def _findings(suite: Suite, expectation: Expectation, result: Any) -> Iterator[Finding]:
    if result.success:
        return
    rule = f"{suite.name}: {expectation.name}"
    named = expectation.columns
    told = result.result or {}
    problem = _raised(result.exception_info or {})
    rows = told.get("unexpected_index_list") or []
    if problem or not rows:
        value = problem or shown(told.get("observed_value"))
        yield Finding(
            rule, expectation.severity, suite.name, "", "|".join(named), value, expectation.sentence
        )
        return
    for row in rows:
        yield Finding(
            rule,
            expectation.severity,
            suite.name,
            "|".join(_text(row.get(name)) for name in suite.key if name != "explanation"),
            "|".join(named),
            "|".join(_text(row.get(name)) for name in named),
            str(row.get("explanation") or expectation.sentence),
        )


def _text(value: object) -> str:
    return "" if value is None or value is pd.NA or value != value else shown(value)  # noqa: PLR0124


def ask(
    folder: Path,
    expected: Expected | None,
    rulings: Sequence[Ruling],
    home: Path | None,
    report: Path,
) -> Asked:
    """Ask what would keep a careful reader from accepting the written package.

    Args:
        folder: The package, with `datapackage.json` and `data/`.
        expected: What the dataset must show.
        rulings: The rulings on its conflicts.
        home: The dataset that the package is made for, where articles are looked for that the
            folder lacks; None if the folder is the dataset.
        report: Folder for the HTML report, whose earlier report is replaced.
    """
    frames: dict[str, pd.DataFrame] = {}
    unread: list[Finding] = []
    for table in all_tables():
        frame, faults = _read(folder, table)
        unread += faults
        if frame is not None:
            frames[table.name] = frame
    if len(frames) < len(all_tables()):
        clear_docs(report)
        write_page(report, (), unread)
        return Asked((), tuple(unread))
    rows = _rows_said(folder)
    keys = {
        table.name: sorted(frames[table.name][table.primary_key[0]].dropna().astype(str))
        for table in all_tables()
        if set(table.primary_key) <= set(frames[table.name].columns)
    }
    suites = [
        (table_suite(table, rows.get(table.name), keys), frames[table.name])
        for table in all_tables()
    ]
    texts: dict[str, str] = {}
    whole = all(set(table.columns) <= set(frames[table.name].columns) for table in all_tables())
    if whole:
        texts = _texts((folder, home or folder), frames["sources"])
        compared = across(frames, texts, expected or Expected(), rulings)
        suites += [
            (suite, getattr(compared, suite.name.removeprefix("across-")))
            for suite in across_suites()
        ]
    answers = _run(suites, report)
    rewrite_docs(report, answers)
    shown = Shown(read_tables(folder)[0], texts, expected or Expected(), rulings)
    write_page(report, answers, unread, shown if whole else None)
    return Asked(answers, tuple(unread))
