"""The front page of the gate's report: one HTML file that needs no network and no scripts.

What a person must see stands here: what has to be decided, what the dataset must show, who says
what of every fact, and what was expected of each table. The pages of Great Expectations itself lie
beside it, made readable by gate_docs.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from validations.gate_docs import DOCS
from validations.gate_html import Html, grid, outcome, page, tag, text
from validations.gate_sides import Compared, Shown, SideShown, compared
from validations.outcome_demands import DemandOutcome, demand_outcomes, settled_facts
from validations.rule import Finding
from validations.suites import Answer
from validations.wording import how_many

#: More sources than this do not fit beside each other; each fact has its own list anyhow.
_COLUMNS = 12


def write_page(
    report: Path,
    answers: Sequence[Answer],
    unread: Iterable[Finding] = (),
    shown: Shown | None = None,
) -> None:
    """Write `index.html` into the folder of the report.

    Args:
        report: The folder.
        answers: What came of each expectation, in the order of the suites.
        unread: Files and cells that could not be read.
        shown: The package, to show who says what; None if it cannot be read.
    """
    unread = sorted(set(unread))
    found = sorted({*unread, *(one for answer in answers for one in answer.findings)})
    facts = compared(shown) if shown else ()
    parts = [
        tag("a", "To the facts, source by source", href="#sources", class_="skip"),
        tag("h1", "Would a careful reader accept this package?"),
        _summary(answers, found, facts),
        _contents(facts),
        *_decide(found, facts),
        *(_demands(shown, found) if shown else ()),
        *_matrix(facts),
        tag("h2", "Who says what, source by source", id="sources"),
        *(_fact(one) for one in facts),
        tag("h2", "What was expected of each table", id="tables"),
        *_unread(unread),
        *_tables(answers),
    ]
    report.mkdir(parents=True, exist_ok=True)
    text_ = page("Gate report", "", *parts)
    (report / "index.html").write_text(text_, encoding="utf-8", newline="\n")


def _summary(
    answers: Sequence[Answer], found: Sequence[Finding], facts: Sequence[Compared]
) -> Html:
    errors = sum(one.severity == "error" for one in found)
    warned = how_many(len(found) - errors, "warning")
    suites = len({answer.suite for answer in answers})
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
            f"{len(answers)} expectations in {suites} suites over the written files; "
            f"{how_many(len(facts), 'fact')} that several sources tell or that expected.toml "
            f"demands{': ' + told if told else ''}. ",
            *_pages(answers),
        )
    )


def _pages(answers: Sequence[Answer]) -> Iterator[Html]:
    """The way to the pages of Great Expectations, which are written if it was asked."""
    if answers:
        yield tag("a", "Pages of Great Expectations, suite by suite", href=f"{DOCS}/index.html")
        yield text(".")


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


def _demands(shown: Shown, found: Sequence[Finding]) -> Iterator[Html]:
    yield tag("h2", "What the dataset must show", id="demands")
    settled = settled_facts(shown.tables, shown.expected, shown.rulings)
    rows = [
        (outcome(one.outcome), one.kind, one.demand, _why(one))
        for one in demand_outcomes(shown.expected, found, settled)
    ]
    if rows:
        header = ("outcome", "kind", "demanded", "why")
        yield grid("Demands of curation/expected.toml", header, rows)
    else:
        yield tag("p", "curation/expected.toml demands nothing.")


def _why(one: DemandOutcome) -> Html:
    """Why it is demanded and, where it was not asked, why not."""
    return Html(text(one.reason) + (tag("small", one.why_not) if one.why_not else ""))


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


def _found(finding: Finding) -> str:
    where = " ".join(part for part in (finding.row, finding.column, finding.value) if part)
    return f"{where}: {finding.sentence}" if where else finding.sentence


def _unread(found: Sequence[Finding]) -> Iterator[Html]:
    if found:
        rows = [(outcome(one.severity), one.table, _found(one)) for one in found]
        yield grid("What could not be read", ("outcome", "table", "found"), rows)


def _tables(answers: Sequence[Answer]) -> Iterator[Html]:
    for suite, asked in groupby(answers, key=lambda answer: answer.suite):
        rows: list[tuple[object, ...]] = []
        for answer in asked:
            sentence = answer.expectation.sentence
            rows += [(outcome(one.severity), sentence, _found(one)) for one in answer.findings]
            if not answer.findings:
                rows.append((outcome("held"), sentence, ""))
        yield tag("h3", suite)
        yield grid(f"Expected of {suite}", ("outcome", "expected", "found"), rows)
