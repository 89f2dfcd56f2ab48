"""The script and the style of the page, each one text made of the files of `app/`."""

import hashlib
from base64 import b64encode
from pathlib import Path

APP = Path(__file__).parent / "app"
#: The files of the script in the order in which they are joined: what others use comes first.
SCRIPTS = (
    "dom.js",
    "model.js",
    "spans.js",
    "marks.js",
    "searching.js",
    "filterable.js",
    "address.js",
    "facets.js",
    "row_texts.js",
    "passing.js",
    "lists.js",
    "facts.js",
    "choices.js",
    "filters.js",
    "found.js",
    "copy.js",
    "reasons.js",
    "cardparts.js",
    "cards.js",
    "lanes.js",
    "charts.js",
    "timeline.js",
    "numbers.js",
    "who.js",
    "when.js",
    "words.js",
    "articles.js",
    "table_rows.js",
    "tables.js",
    "checks.js",
    "theme.js",
    "print.js",
    "parts.js",
    "journey.js",
    "main.js",
)
STYLES = (
    "base.css",
    "glance.css",
    "filters.css",
    "who.css",
    "when.css",
    "words.css",
    "articles.css",
    "tables.css",
    "checks.css",
    "cards.css",
    "print.css",
)


def script() -> str:
    """The script of the page, strict, in a scope of its own."""
    parts = [f"// {name}\n{(APP / name).read_text('utf-8')}" for name in SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();"


def style() -> str:
    """The style sheet of the page."""
    return "\n".join((APP / name).read_text("utf-8") for name in STYLES)


def source_hash(code: str) -> str:
    """What a Content-Security-Policy calls a script by, so that no other one runs."""
    return f"'sha256-{b64encode(hashlib.sha256(code.encode('utf-8')).digest()).decode('ascii')}'"
