"""What each layer asked of a written package and what came of it, one function a layer.

A finding stands where it was asked for; nothing is checked here a second time.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from schemas.tables import Field, Table
from schemas.tables import tables as all_tables
from validations import consumer, package, shape
from validations.asked import Asked, Layer, answered
from validations.catalogue import meaning_rules
from validations.check import Checked
from validations.demands import Expected
from validations.files import DESCRIPTOR, read_sums
from validations.files import RULES as FILES
from validations.outcome_demands import ASKED_BY
from validations.rule import Finding
from validations.suites import Answer, Expectation, all_suites
from validations.sums import SUMS

Found = Mapping[str, list[Finding]]

#: Rule of shapes → the columns of which it says something.
_COLUMNS: Mapping[str, Callable[[Field], bool]] = MappingProxyType(
    {
        "SHP-002": lambda field: True,
        "SHP-003": lambda field: field.required,
        "SHP-004": lambda field: bool(field.pattern),
        "SHP-005": lambda field: field.minimum is not None or field.maximum is not None,
        "SHP-006": lambda field: bool(field.codes),
    }
)
#: Rules of shapes that have to hold before anything else can be asked of a table.
_FIRST = ("SHP-001", "SHP-002")
_READ = "The table can be read, and its cells as the numbers and days that they are."
_LEFT_OUT = "this layer was not asked"
_NO_DESCRIPTOR = f"{DESCRIPTOR} cannot be read"


def _by_rule(checked: Checked) -> Found:
    found: dict[str, list[Finding]] = defaultdict(list)
    for one in checked.findings:
        found[one.rule_id].append(one)
    return found


def _columns(rule: str, table: Table) -> tuple[str, ...]:
    if rule == "SHP-007":
        return table.primary_key
    names = _COLUMNS.get(rule)
    return tuple(field.name for field in table.fields if names and names(field))


def shape_layer(checked: Checked) -> Layer:
    """The layer of shape: one question for each table and each rule that its schema makes."""
    found = _by_rule(checked)
    asked = []
    for table in all_tables():
        broken = any(one.table == table.name for rule in _FIRST for one in found.get(rule, ()))
        why_not = "the columns or types are not those of the Table Schema" if broken else ""
        left_out = "" if "shape" in checked.layers else _LEFT_OUT
        for rule, sentence in shape.RULES.items():
            columns = _columns(rule, table)
            if rule != "SHP-001" and not columns:
                continue
            own = [one for one in found.get(rule, ()) if one.table == table.name]
            reason = left_out or ("" if rule in _FIRST else why_not)
            asked.append(answered(rule, table.name, sentence, "error", own, reason, columns))
    question = (
        "Does every table have the columns, types, required cells, patterns, limits, codes and "
        "keys that its Table Schema declares?"
    )
    return Layer("shape", "pandera", question, tuple(asked))


def _demands_none(kind: str, expected: Expected, dataset: Path) -> str:
    """Why a demand of a kind is not asked for; "" if there is one."""
    if getattr(expected, kind):
        return ""
    if not (dataset / "curation" / "expected.toml").is_file():
        return "there is no curation/expected.toml"
    return f"curation/expected.toml demands no {kind}"


def _unasked_rule(rule_id: str, table: str, checked: Checked, dataset: Path) -> str:
    """Why a rule has nothing to be asked of; "" if it has."""
    for kind, (rules, _) in ASKED_BY.items():
        if rule_id in rules:
            return _demands_none(kind, checked.expected, dataset)
    if rule_id in ("ACR-004", "ACR-005") and not checked.rulings:
        return "nobody has ruled on a conflict"
    if rule_id.startswith("IDS-") and not checked.published:
        return "no release has published an id"
    if table != "*" and not checked.tables[table].height:
        return f"{table} has no rows"
    return ""


def meaning_layer(checked: Checked, dataset: Path) -> Layer:
    """The layer of meaning: every rule on rows, between tables and between sources."""
    found = _by_rule(checked)
    misshapen = sorted({one.table for rule in _FIRST for one in found.get(rule, ())})
    cannot = f"the columns or types of {', '.join(misshapen)} are wrong" if misshapen else ""
    if "meaning" not in checked.layers:
        cannot = _LEFT_OUT
    asked = [
        answered(
            rule.id,
            rule.table,
            rule.sentence,
            rule.severity,
            found.get(rule.id, ()),
            cannot or _unasked_rule(rule.id, rule.table, checked, dataset),
        )
        for rule in meaning_rules()
    ]
    question = (
        "Can every row be true: does it fit itself, the words that it stands on, the other tables, "
        "the other sources and what the curators demand?"
    )
    return Layer("meaning", "rules in polars, run by pandera", question, tuple(asked))


def _unasked_suite(
    suite: str, expectation: Expectation, rows: int, checked: Checked, dataset: Path
) -> str:
    """Why an expectation has nothing to be asked of; "" if it has."""
    if rows or expectation.kind.startswith("ExpectTable"):
        return ""
    for kind, (_, suites) in ASKED_BY.items():
        if suite in suites:
            return _demands_none(kind, checked.expected, dataset)
    return "there is nothing in the package to ask it of"


def _of_suite(
    name: str, answers: Mapping[str, list[Answer]], checked: Checked, dataset: Path
) -> Iterator[Asked]:
    for answer in answers[name]:
        one = answer.expectation
        yield answered(
            f"{name}: {one.name}",
            name,
            one.sentence,
            one.severity,
            answer.findings,
            _unasked_suite(name, one, answer.rows, checked, dataset),
            one.columns,
        )


def release_layer(checked: Checked, dataset: Path) -> Layer:
    """The layer of release: every expectation, and before those of a table whether it opens."""
    found = _by_rule(checked)
    answers = {
        name: list(group) for name, group in groupby(checked.answers, key=lambda one: one.suite)
    }
    tables = {table.name for table in all_tables()}
    left_out = "" if "release" in checked.layers else _LEFT_OUT
    why_not = left_out or ("a table lacks columns" if answers else "a table cannot be read")
    asked: list[Asked] = []
    for suite in all_suites():
        if suite.name in tables:
            rule = f"{suite.name}: read"
            asked.append(answered(rule, suite.name, _READ, "error", found.get(rule, ()), left_out))
        if suite.name in answers:
            asked += _of_suite(suite.name, answers, checked, dataset)
            continue
        asked += [
            answered(
                f"{suite.name}: {one.name}",
                suite.name,
                one.sentence,
                one.severity,
                (),
                why_not,
                one.columns,
            )
            for one in suite.expectations
        ]
    question = "Would a careful reader accept the written files?"
    return Layer("release", "Great Expectations", question, tuple(asked))


def _unasked_file(rule_id: str, found: Found, listed: bool, layers: Sequence[str]) -> str:
    """Why a rule of the files has nothing to be asked of; "" if it has."""
    if rule_id in package.RULES:  # what the layers of shape and meaning find when they read
        return "" if {"shape", "meaning"} & set(layers) else _LEFT_OUT
    if "consumer" not in layers:
        return _LEFT_OUT
    if rule_id == "CON-001":
        return ""
    if found.get("CON-001"):
        return _NO_DESCRIPTOR
    if rule_id in FILES and rule_id != "PKG-001" and found.get("PKG-001"):
        return _NO_DESCRIPTOR
    if rule_id in ("PKG-002", "PKG-003", "PKG-004") and not listed:
        return f"{SUMS} names no file"
    return ""


def consumer_layer(checked: Checked, dataset: Path) -> Layer:
    """The layer of the consumer: the files, the official profile, frictionless, and the rest."""
    found = _by_rule(checked)
    listed = bool(read_sums(dataset)[0])
    rules = [(rule, severity, sentence) for rule, (severity, sentence) in sorted(FILES.items())]
    rules += [(rule, "error", sentence) for rule, sentence in package.RULES.items()]
    rules += [(rule, "error", sentence) for rule, sentence in consumer.RULES.items()]
    asked = [
        answered(
            rule,
            "*",
            sentence,
            severity,
            found.get(rule, ()),
            _unasked_file(rule, found, listed, checked.layers),
        )
        for rule, severity, sentence in rules
    ]
    question = (
        "Does it open clean in other programs, with every file there as it was written and as the "
        "descriptor says?"
    )
    tool = "frictionless, the Data Package 2.0 profile, and rules on what both skip"
    return Layer("consumer", tool, question, tuple(asked))
