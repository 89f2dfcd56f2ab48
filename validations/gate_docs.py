"""The pages of Great Expectations, made to be read without a network, a script or a clock.

Great Expectations writes what it asked and found as pages whose look, tables and index are loaded
from outside hosts, under names that bear the second of the run. Here each page is written anew: its
own words and numbers in plain elements, under the name of its suite, with an index of our own.
Elements and attributes are picked from a list, so nothing else can come into a page.
"""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from validations.gate_docs_style import STYLE
from validations.gate_html import Html, grid, outcome, page, tag
from validations.suites import Answer
from validations.wording import how_many

DOCS = "data-docs"
#: Kinds of pages: the folder, and what stands on them.
_KINDS = (("validations", "what was found"), ("expectations", "what is expected"))
#: Element of theirs → element of ours; of one that is not named here only its content is kept.
_ELEMENTS = {"h4": "h2", "h5": "h2", "h6": "h3"} | {
    name: name
    for name in (
        *("div", "span", "p", "ul", "ol", "li", "a", "strong", "code", "pre", "br"),
        *("details", "summary", "table", "thead", "tbody", "tr", "th", "td"),
    )
}
#: Elements that go with all that is in them.
_DROPPED = frozenset(
    (
        *("script", "style", "link", "meta", "img", "svg", "iframe", "object"),
        *("form", "button", "input", "label", "select"),
    )
)
#: Class of an icon → the outcome that it stands for.
_ICONS = {"text-success": "held", "text-danger": "failed", "text-warning": "warning"}
#: More values than this in one sentence are folded.
_VALUES = 30


def clear_docs(report: Path) -> Path:
    """Take away the pages of an earlier run; gives the folder for new ones, which is not made."""
    shutil.rmtree(report / DOCS, ignore_errors=True)
    return report / DOCS


def escape_values(store: Any, answers: Iterable[Answer]) -> None:
    """Make the values of cells text that is no markup, before pages are made of them.

    Great Expectations puts the cells that it found wrong into its pages as they are, so that an
    article could write into the page, or make the rest of it vanish.

    Args:
        store: Its store of validation results.
        answers: What came of each expectation; a suite that held has no such cell.
    """
    failed = {one.suite for one in answers if one.findings}
    for key in store.list_keys():
        if key.expectation_suite_identifier.name not in failed:
            continue
        results = store.get(key)
        for one in results.results:
            one.result = _escaped(one.result)
        store.set(key, results)


def _escaped(value: Any) -> Any:
    if isinstance(value, dict):
        return {_escaped(key): _escaped(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_escaped(held) for held in value]
    return escape(value, quote=False) if isinstance(value, str) else value


def rewrite_docs(report: Path, answers: Sequence[Answer]) -> None:
    """Write every page of Great Expectations anew, and their index.

    Args:
        report: The folder of the report, in which they lie as Great Expectations wrote them.
        answers: What came of each expectation, in the order of the suites.
    """
    docs = report / DOCS
    suites = {name: list(group) for name, group in groupby(answers, key=lambda one: one.suite)}
    written = {
        (kind, path.relative_to(docs / kind).with_suffix("").parts[0]): path.read_bytes()
        for kind, _ in _KINDS
        for path in sorted((docs / kind).rglob("*.html"))
    }
    for name in (*(kind for kind, _ in _KINDS), "static"):
        shutil.rmtree(docs / name, ignore_errors=True)
    for kind, title in _KINDS:
        (docs / kind).mkdir()
        for suite in suites:
            sections = _sections(written[kind, suite])
            text = _page(kind, suite, title, list(sections))
            (docs / kind / f"{suite}.html").write_text(text, encoding="utf-8", newline="\n")
    (docs / "index.html").write_text(_index(suites), encoding="utf-8", newline="\n")


def _index(suites: dict[str, list[Answer]]) -> str:
    rows = []
    for name, answers in suites.items():
        found = [one for answer in answers for one in answer.findings]
        worst = min((one.severity for one in found), default="held")
        broken = sum(bool(answer.findings) for answer in answers)
        links = [
            tag("a", title, href=f"{kind}/{name}.html", **{"aria-label": f"{title} of {name}"})
            for kind, title in _KINDS
        ]
        rows.append((name, outcome(worst), str(len(answers)), str(broken), *links))
    header = ("suite", "outcome", "asked", "not held", "found", "expected")
    return page(
        "Pages of Great Expectations",
        STYLE,
        _crumbs(("../index.html", "Gate report")),
        tag("h1", "Pages of Great Expectations"),
        tag(
            "p",
            f"{how_many(len(suites), 'suite')}: one for each table, and some for the sources "
            "against each other.",
        ),
        grid("Suites", header, rows),
    )


def _crumbs(*links: tuple[str, str]) -> Html:
    listed = Html(" › ".join(tag("a", words, href=address) for address, words in links))
    return tag("nav", listed, class_="crumbs", **{"aria-label": "Where this page belongs"})


def _page(kind: str, suite: str, title: str, sections: Sequence[Any]) -> str:
    other, words = next(one for one in _KINDS if one[0] != kind)
    contents = [
        tag("li", tag("a", " ".join(one.findtext(".//h2", "").split()), href=f"#{one.get('id')}"))
        for one in sections
    ]
    body = Html("\n".join(_html().tostring(one, encoding="unicode") for one in sections))
    return page(
        f"{suite}: {title}",
        STYLE,
        _crumbs(("../../index.html", "Gate report"), ("../index.html", "Pages of the suites")),
        tag("h1", f"{suite}: {title}"),
        tag("p", tag("a", f"{suite}: {words}", href=f"../{other}/{suite}.html")),
        tag(
            "div",
            tag("nav", tag("ul", *contents), class_="contents", **{"aria-label": "Contents"}),
            tag("div", body),
            class_="beside",
        ),
    )


def _html() -> Any:
    # NOTE: it costs a tenth of a second, and nobody else needs it.
    from lxml import html  # type: ignore[import-untyped]  # noqa: PLC0415

    return html


def _sections(written: bytes) -> Iterator[Any]:
    """The parts of a page that hold its words, cleaned."""
    parser = _html().HTMLParser(encoding="utf-8")
    root = _html().document_fromstring(written, parser=parser)
    for section in root.xpath("//div[contains(concat(' ', @class, ' '), ' ge-section ')]"):
        section.tail = None
        _drop_innards(section)
        _name_icons(section)
        _open_folded(section)
        _plain(section)
        _tidy(section)
        yield section


def _drop_innards(section: Any) -> None:
    """What tells of the run and of its machinery: it differs each time and helps no reader."""
    paths = (
        ".//*[contains(@id, 'collapse-body')][.//*[normalize-space()='Run Time']]/..",
        ".//table[.//*[normalize-space()='Great Expectations Version']]/..",
        ".//li[hr]",
        ".//comment()",
    )
    for path in paths:
        for element in section.xpath(path):
            element.drop_tree()
    for text in section.xpath(".//br[contains(following-sibling::text()[1], 'Data asset')]"):
        text.tail = None
        text.drop_tree()


def _name_icons(section: Any) -> None:
    """Icons as words; where the words stand beside them already, as a sign."""
    for icon in section.xpath(".//i"):
        words = [word for name, word in _ICONS.items() if name in icon.get("class", "").split()]
        if words:
            new = _html().fragment_fromstring(outcome(words[0]))
            if (icon.tail or "").strip():
                icon.tail = ""
            icon.addprevious(new)
        icon.drop_tree()


def _open_folded(section: Any) -> None:
    """Folded parts: open, or to be opened without a script where a link had words for it."""
    for body in section.xpath(".//div[contains(concat(' ', @class, ' '), ' collapse ')]"):
        links = body.getparent().xpath(".//a[@data-toggle='collapse'][normalize-space()]")
        if links:
            summary = _html().fragment_fromstring("<summary></summary>")
            summary.text = " ".join(links[0].text_content().split())
            body.insert(0, summary)
            body.tag = "details"
        else:
            body.set("class", "note")
    for link in section.xpath(".//a[@data-toggle]"):
        link.drop_tree()
    for heading in section.xpath(".//h6[normalize-space()='Notes:']"):
        heading.drop_tree()


def _plain(section: Any) -> None:
    """Elements and attributes that are listed, and no others."""
    for element in list(section.iterdescendants()):
        if element.tag in _DROPPED:
            element.drop_tree()
    for element in list(section.iterdescendants()):
        name, kept = _ELEMENTS.get(element.tag), {}
        classes = element.get("class", "").split()
        if element.tag == "span" and "badge" in classes:
            name = "code"
        elif "outcome" in classes or classes == ["note"]:
            kept["class"] = element.get("class")
        if element.tag == "a":
            address = element.get("href", "")
            folder, _, file = address.removesuffix(".html").rpartition("expectations/")
            name = "a" if file and set(folder) <= {".", "/"} else None
            kept["href"] = f"../expectations/{file}.html"
        if name is None:
            element.drop_tag()
            continue
        element.tag = name
        element.attrib.clear()
        element.attrib.update(kept)
    number = section.get("id")
    section.attrib.clear()
    section.set("id", number)
    section.tag = "section"


def _tidy(section: Any) -> None:
    """What holds nothing goes, tables have heads, and long lists of values are folded."""
    for element in reversed(list(section.iterdescendants())):
        bare = element.tag not in ("br", "td", "th") and not len(element)
        if bare and not (element.text or "").strip():
            element.drop_tree()
        elif element.tag in ("div", "span") and not element.get("class"):
            element.drop_tag()
    for element in section.iter():
        element.text = _spaced(element.text)
        element.tail = _spaced(element.tail)
    for table in section.xpath(".//table"):
        for head in table.xpath("./thead[not(normalize-space())]"):
            head.drop_tree()
        for cell in table.xpath("./thead//th"):
            cell.set("scope", "col")
        for cell in table.xpath("./tbody/tr/td[1]") if not table.xpath("./thead") else ():
            cell.tag = "th"
            cell.set("scope", "row")
    for table in section.xpath("./table[thead]"):
        table.set("class", "asked")
    for table in section.xpath(".//table//table"):
        frame = _html().fragment_fromstring('<div class="wide" tabindex="0" role="group"></div>')
        frame.set("aria-label", "Unexpected values")
        table.addprevious(frame)
        frame.append(table)
    for holder in section.xpath(f".//*[count(code) > {_VALUES}]"):
        codes = holder.xpath("./code")
        details = _html().fragment_fromstring("<details><summary></summary></details>")
        details[0].text = how_many(len(codes), "value")
        codes[0].addprevious(details)
        for code in codes:
            details.append(code)


def _spaced(words: str | None) -> str | None:
    """Words with one space for each run of white space."""
    return re.sub(r"\s+", " ", words) if words else None
