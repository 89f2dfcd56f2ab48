import ast
from collections.abc import Iterator
from pathlib import Path

from scripts.lexicon import rows
from scripts.publish.rules import rules_of

FIND = Path(__file__).parent.parent / "scripts" / "find"
#: Functions whose last argument is the name of the rule that made a statement.
NAMING = {"piece", "_made", "Attribution"}


def calls(names: set[str]) -> Iterator[ast.Call]:
    """Every call of a function of these names in the modules that find."""
    for path in sorted(FIND.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if called and node.func.id in names:
                yield node


def constants(node: ast.AST) -> Iterator[str]:
    """The texts that an argument may come to; those that it only asks about are none."""
    if isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)
    elif isinstance(node, ast.Constant) and node.value:
        yield str(node.value)
    elif isinstance(node, ast.Call):
        yield from (name for argument in node.args for name in constants(argument))


def test_every_shape_of_a_trigger_is_a_rule_of_reports_in_words() -> None:
    shapes = {
        f"{row['pos'].lower()}-{row['shape'].strip('!').replace('_', '-')}"
        for row in rows("triggers")
    }
    assert set(rules_of("reports")) == shapes


def test_every_rule_that_the_code_names_for_a_statement_is_in_words() -> None:
    named = {name for call in calls(NAMING) for name in constants(call.args[-1])}
    assert len(named) > 10
    assert named <= set(rules_of("statements"))


def test_every_rule_that_the_code_names_for_a_figure_is_in_words() -> None:
    deeds = {name for call in calls({"Deed"}) for name in constants(call.args[-1])}
    drafts = {
        name
        for call in calls({"replace", "FigureDraft"})
        for given in call.keywords
        if given.arg == "found_by"
        for name in constants(given.value)
    }
    assert len(deeds) > 5
    assert len(drafts) > 3
    assert deeds | drafts <= set(rules_of("figures"))


def test_no_rule_is_told_twice_or_of_another_table() -> None:
    listed = [(row["table"], row["rule"]) for row in rows("rules")]
    assert len(set(listed)) == len(listed)
    assert {table for table, _ in listed} == {"figures", "reports", "statements"}
