"""The front page of the gate's report: one HTML file that needs no network and no scripts.

Great Expectations writes pages of its own beside it (`data-docs/`); their look and their index come
from outside hosts, so what a person must see stands here: what has to be decided, what the dataset
must show, who says what of every fact, and what was expected of each table.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from validations.demands import Expected
from validations.gate_html import STYLE, Html, grid, outcome, tag, text
from validations.gate_sides import Compared, Shown, SideShown, compared
from validations.rule import Finding
from validations.suites import Suite
from validations.wording import how_many

#: More sources than this do not fit beside each other; each fact has its own list anyhow.
_COLUMNS = 12
#: Kind of demand → the suites that ask for it.
_ASKED = {
    "figures": ("across-sources", "across-values"),
    "events": ("across-wanted",),
    "orders": ("across-orders",),
    "sums": ("across-sums",),
    "ratios": ("across-ratios",),
    "promises": ("across-promises",),
    "quotations": ("across-quotations",),
}


def write_page(
    report: Path,
    suites: Sequence[Suite],
    findings: Iterable[Finding],
    shown: Shown | None = None,
) -> None:
    """Write `index.html` into the folder of the report.

    Args:
        report: The folder.
        suites: The suites that were asked, in order.
        findings: What they found; `Finding.rule_id` is "suite: expectation".
        shown: The package, to show who says what; None if it cannot be read.
    """
    found = sorted(set(findings))
    facts = compared(shown) if shown else ()
    parts = [
        tag("a", "To the facts, source by source", href="#sources", class_="skip"),
        tag("h1", "Would a careful reader accept this package?"),
        _summary(suites, found, facts),
        _contents(facts),
        *_decide(found, facts),
        *(_demands(shown.expected, found, facts) if shown else ()),
        *_matrix(facts),
        tag("h2", "Who says what, source by source", id="sources"),
        *(_fact(one) for one in facts),
        tag("h2", "What was expected of each table", id="tables"),
        *_tables(suites, found),
    ]
    head = tag(
        "head",
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width">'),
        tag("title", "Gate report"),
        Html(f"<style>{STYLE}</style>"),
    )
    page = tag("html", head, tag("body", tag("main", Html("\n".join(parts)))), lang="en")
    report.mkdir(parents=True, exist_ok=True)
    (report / "index.html").write_text(f"<!doctype html>\n{page}\n", "utf-8", newline="\n")


def _summary(suites: Sequence[Suite], found: Sequence[Finding], facts: Sequence[Compared]) -> Html:
    errors = sum(one.severity == "error" for one in found)
    warned = how_many(len(found) - errors, "warning")
    asked = sum(len(suite.expectations) for suite in suites)
    verdicts: dict[str, int] = defaultdict(int)
    for fact in facts:
        verdicts[fact.verdict] += 1
    told = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items())
    sentence = (
        outcome("error", f"{how_many(errors, 'error')}, {warned}: not to be published as it is.")
        if errors
        else outcome("held", f"Accepted: no error, {warned}.")
    )
    return Html(
        tag("p", sentence)
        + tag(
            "p",
            f"{asked} expectations in {len(suites)} suites over the written files; "
            f"{how_many(len(facts), 'fact')} that several sources tell or that is demanded"
            f"{': ' + told if told else ''}. ",
            tag("a", "Pages of Great Expectations", href="data-docs/index.html"),
            " (their layout is loaded from the network).",
        )
    )


def _contents(facts: Sequence[Compared]) -> Html:
    links = [
        ("decide", "What has to be decided"),
        ("demands", "What the dataset must show"),
        ("matrix", "All facts and sources at a glance"),
        ("sources", f"Who says what, source by source ({len(facts)})"),
        ("tables", "What was expected of each table"),
    ]
    items = [tag("li", tag("a", words, href=f"#{target}")) for target, words in links]
    return tag("nav", tag("ul", *items), **{"aria-label": "Contents"})


def _decide(found: Sequence[Finding], facts: Sequence[Compared]) -> Iterator[Html]:
    """Demands that are not met and conflicts, what nobody ruled on first."""
    yield tag("h2", "What has to be decided", id="decide")
    unmet = [one for one in found if one.rule_id.startswith("across-")]
    conflicts = [one for one in facts if one.verdict == "conflict"]
    if not unmet and not conflicts:
        yield tag("p", "Nothing: every demand is met, and no two sources contradict each other.")
        return
    if unmet:
        told = [(outcome(one.severity), one.row, one.sentence) for one in unmet]
        yield grid("Demands that are not met, and what to do", ("outcome", "what", "found"), told)
    if conflicts:
        header = ("verdict", "fact", "who says what", "ruling")
        rows = [
            (
                outcome("conflict"),
                tag("a", f"{one.fact} ({one.event})", href=f"#{one.comparison_id}"),
                one.note,
                one.ruling or "nobody has ruled on it",
            )
            for one in conflicts
        ]
        yield grid("Conflicts between sources", header, rows)


def _demands(
    expected: Expected, found: Sequence[Finding], facts: Sequence[Compared]
) -> Iterator[Html]:
    yield tag("h2", "What the dataset must show", id="demands")
    broken = {(one.rule_id.partition(":")[0], one.row) for one in found}
    ruled = {demand for fact in facts if fact.ruling for demand in fact.demanded}
    rows = []
    for kind, suites in _ASKED.items():
        for demand in getattr(expected, kind):
            is_met = not any((suite, str(demand)) in broken for suite in suites)
            status = outcome("met") if is_met else outcome("unmet", "not met")
            if is_met and str(demand) in ruled:
                status = outcome("ruled", "ruled on")
            rows.append((status, kind, str(demand), demand.reason))
    if rows:
        header = ("outcome", "kind", "demanded", "why")
        yield grid("Demands of curation/expected.toml", header, rows)
    else:
        yield tag("p", "curation/expected.toml demands nothing.")


def _cell(fact: Compared, source: str) -> Html:
    said = [
        f"{one.words} ({one.told})" if one.told else one.words
        for one in fact.sides
        if one.source_id == source
    ]
    return text("; ".join(said) or "–")


def _matrix(facts: Sequence[Compared]) -> Iterator[Html]:
    """Facts down and sources across."""
    yield tag("h2", "All facts and sources at a glance", id="matrix")
    sources = sorted({side.source_id for fact in facts for side in fact.sides})
    if not 1 < len(sources) <= _COLUMNS:
        yield tag("p", f"{how_many(len(sources), 'source')}; each fact is listed below.")
        return
    rows = [
        (
            tag("a", f"{fact.fact} ({fact.event})", href=f"#{fact.comparison_id}"),
            outcome(fact.verdict),
            *(_cell(fact, source) for source in sources),
        )
        for fact in sorted(facts, key=lambda one: (one.event, one.fact, one.comparison_id))
    ]
    yield grid("What each source says of each fact", ("fact", "verdict", *sources), rows, "matrix")


def _side(side: SideShown) -> tuple[object, ...]:
    before, words, after = side.sentence
    whole = Html(text(before) + tag("mark", words) + text(after)) if words else text("")
    named = ", ".join(part for part in (side.publisher, side.title) if part)
    who = Html(text(side.source_id) + (tag("small", named) if named else ""))
    how = ", ".join(part for part in (side.voice, side.told) if part)
    return who, side.words, whole, how, side.as_of, side.family


def _fact(fact: Compared) -> Html:
    """One fact: how the sources stand, and what each of them says in which sentence."""
    head = tag("h3", outcome(fact.verdict), f" {fact.fact}", id=fact.comparison_id)
    lines = [tag("p", f"{fact.event}. {fact.counts}. {fact.note}", class_="note")]
    if fact.ruling:
        lines.append(tag("p", tag("strong", "Ruling: "), fact.ruling, class_="note"))
    lines += [
        tag("p", tag("strong", "Demanded: "), demand, class_="note") for demand in fact.demanded
    ]
    header = ("source", "its words", "its sentence", "whose words, and how told", "day", "family")
    table = grid(f"What each source says: {fact.fact}", header, map(_side, fact.sides))
    return Html(head + "".join(lines) + table)


def _tables(suites: Sequence[Suite], found: Sequence[Finding]) -> Iterator[Html]:
    broken: Mapping[str, list[Finding]] = defaultdict(list)
    for finding in found:
        broken[finding.rule_id.split(":")[0]].append(finding)
    for suite in suites:
        rows: list[tuple[object, ...]] = []
        for one in suite.expectations:
            rule = f"{suite.name}: {_snake(one.kind)}"
            mine = [f for f in broken[suite.name] if f.rule_id == rule and _is_of(f, one.arguments)]
            if not mine:
                rows.append((outcome("held"), one.sentence, ""))
            for finding in mine:
                parts = (finding.row, finding.column, finding.value)
                where = " ".join(part for part in parts if part)
                told = f"{where}: {finding.sentence}"
                rows.append((outcome(finding.severity), one.sentence, told))
        yield tag("h3", suite.name)
        yield grid(f"Expected of {suite.name}", ("outcome", "expected", "found"), rows)


def _is_of(finding: Finding, arguments: Mapping[str, object]) -> bool:
    """Whether a finding is of the expectation with these arguments: they name the same columns."""
    columns = [arguments.get(name) for name in ("column", "column_A", "column_B")]
    listed = arguments.get("column_list")
    named = [*columns, *(listed if isinstance(listed, list) else [])]
    return finding.column == "|".join(str(column) for column in named if column)


def _snake(kind: str) -> str:
    """The name that Great Expectations gives a class of expectations in its results."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in kind).lstrip("_")
