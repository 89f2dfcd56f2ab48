"""A package as one HTML file, to be read aloud: content, checks, charts, script, page."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.page.assets import APP, script, source_hash, style
from scripts.page.bundle import bundle
from scripts.page.charts.drawn import page_charts
from scripts.page.checked import checks
from scripts.page.content import as_json, content, meta
from scripts.page.glance import glance
from scripts.trace.edition import Edition
from validations.outcomes import Outcomes

#: Id and heading of each part of the page, in order.
SECTIONS = (
    ("glance", "At a glance"),
    ("who", "Who says what"),
    ("when", "When"),
    ("words", "In their words"),
    ("articles", "The articles"),
    ("tables", "Tables"),
    ("checks", "Checks"),
)


#: What the page is called in the zip of a release.
INDEX = "index.html"


def page(folder: Path, found: Outcomes, name: str | None = None) -> str:
    """The page of a built package.

    Args:
        folder: The package, unzipped.
        found: What came of checking it.
        name: What the user called it, for errors; None where nobody did.

    Returns:
        HTML in UTF-8 that loads nothing; the same text for the same package.

    Raises:
        InputError: if the package cannot be read, or is not as it was built.
    """
    edition = Edition(folder, name or folder.name)
    told = content(edition) | {"checks": checks(found)}
    charts = page_charts(edition)
    code = script()
    # NOTE: it is most of what a small page weighs, so a page without charts goes without it.
    library = bundle() if any(not one["empty"] for one in charts.values()) else ""
    template = Environment(
        loader=FileSystemLoader(APP),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    ).get_template("page.html.jinja")
    return template.render(
        meta=meta(edition),
        sections=SECTIONS,
        glance=glance(edition, told),
        content=as_json(told),
        charts=as_json(charts),
        library=library,
        script=code,
        script_hashes=" ".join(source_hash(one) for one in (code, library) if one),
        style=style(),
    )
