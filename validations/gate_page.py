"""The front page of the gate's report: one HTML file that needs no network and no scripts.

Great Expectations writes pages of its own beside it (`data-docs/`); their look and their index come
from outside hosts, so what a person must see stands here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from validations.rule import Finding
from validations.suites import Suite

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem;
       color: #1b1b1b; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem;
         border-bottom: 1px solid #ddd; }
.held { color: #14622d; } .error { color: #9c1c1c; font-weight: 600; }
.warning { color: #7a4b00; font-weight: 600; } code { font-size: .9em; }
"""


def write_page(
    report: Path,
    suites: Sequence[Suite],
    findings: Iterable[Finding],
    told: Sequence[Mapping[str, str]],
) -> None:
    """Write `index.html` into the folder of the report.

    Args:
        report: The folder.
        suites: The suites that were asked, in order.
        findings: What they found; `Finding.rule_id` is "suite: expectation".
        told: What expected.toml demands and what each source says of it: demand, verdict, words.
    """
    broken: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        broken[finding.rule_id.split(":")[0]].append(finding)
    asked = sum(len(suite.expectations) for suite in suites)
    errors = sum(one.severity == "error" for found in broken.values() for one in found)
    warned = sum(map(len, broken.values())) - errors
    verdict = (
        f'<p class="error">{errors} errors, {warned} warnings: not to be published as it is.</p>'
        if errors
        else f'<p class="held">Accepted: no error, {warned} warnings.</p>'
    )
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8"><title>Gate report</title>',
        f"<style>{_STYLE}</style></head><body>",
        "<h1>Would a careful reader accept this package?</h1>",
        verdict,
        f"<p>{asked} expectations in {len(suites)} suites over the written files. "
        '<a href="data-docs/index.html">Pages of Great Expectations</a> (their layout is loaded '
        "from the network).</p>",
        "<h2>What the sources must show</h2>",
        _grid(
            ("demanded", "sources", "verdict", "who says what"),
            [(row["demand"], row["sources"], row["verdict"], row["words"]) for row in told],
        ),
    ]
    for suite in suites:
        parts.append(f"<h2>{escape(suite.name)}</h2>")
        parts.append(_suite(suite, broken.get(suite.name, [])))
    parts.append("</body></html>\n")
    report.mkdir(parents=True, exist_ok=True)
    (report / "index.html").write_text("\n".join(parts), encoding="utf-8", newline="\n")


def _suite(suite: Suite, found: Sequence[Finding]) -> str:
    rows = []
    for one in suite.expectations:
        rule = f"{suite.name}: {_snake(one.kind)}"
        mine = [f for f in found if f.rule_id == rule and _is_of(f, one.arguments)]
        if not mine:
            rows.append(("held", one.sentence, ""))
        for finding in mine:
            where = " ".join(part for part in (finding.row, finding.column, finding.value) if part)
            rows.append((finding.severity, one.sentence, f"{where}: {finding.sentence}"))
    lines = ["<table><tr><th>outcome</th><th>expected</th><th>found</th></tr>"]
    for outcome, sentence, words in rows:
        lines.append(
            f'<tr><td class="{outcome}">{outcome}</td><td>{escape(sentence)}</td>'
            f"<td>{escape(words)}</td></tr>"
        )
    return "\n".join([*lines, "</table>"])


def _is_of(finding: Finding, arguments: Mapping[str, object]) -> bool:
    """Whether a finding is of the expectation with these arguments: they name the same columns."""
    columns = [arguments.get(name) for name in ("column", "column_A", "column_B")]
    listed = arguments.get("column_list")
    named = [*columns, *(listed if isinstance(listed, list) else [])]
    return finding.column == "|".join(str(column) for column in named if column)


def _snake(kind: str) -> str:
    """The name that Great Expectations gives a class of expectations in its results."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in kind).lstrip("_")


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    body = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    lines = "\n".join(f"<tr>{row}</tr>" for row in (head, *body))
    return f"<table>{lines}</table>"
