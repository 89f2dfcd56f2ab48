"""Pieces of the gate's report in HTML: style, tables, and texts that cannot become markup."""

from collections.abc import Iterable, Sequence
from html import escape

STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem;
       color: #1b1b1b; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .2rem; }
a { color: #0b4f8a; } a:focus-visible, .wide:focus-visible { outline: 3px solid #0b4f8a; }
nav ul { padding-left: 1.2rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: #444; padding: .2rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem;
         border-bottom: 1px solid #ccc; overflow-wrap: break-word; }
thead th { border-bottom: 2px solid #444; }
.matrix th, .matrix td { min-width: 7rem; }
.outcome { font-weight: 600; } td .outcome, th .outcome { white-space: nowrap; }
.held, .met, .agree { color: #14622d; } .error, .failed, .not-met, .conflict { color: #9c1c1c; }
.warning, .compatible, .ruled-on { color: #7a4b00; } .single, .not-asked { color: #444; }
mark { background: #fff2a8; color: inherit; text-decoration: underline; font-weight: 600; }
small { display: block; color: #444; font-weight: normal; } code { font-size: .9em; }
p.note { margin: .2rem 0 .5rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } nav, .skip { display: none; }
  a { color: inherit; text-decoration: none; } .wide { overflow: visible; }
  tr, h3, p.note { break-inside: avoid; } h2, h3 { break-after: avoid; } }
"""

#: Verdict or outcome → the sign that stands before its word, so that no colour is needed.
_SIGNS = {
    "agree": "=",
    "compatible": "≈",
    "conflict": "≠",
    "single": "1",
    "held": "✓",
    "met": "✓",
    "not met": "✗",
    "ruled on": "§",
    "not asked": "–",
    "error": "✗",
    "failed": "✗",
    "warning": "!",
}


class Html(str):
    """Text that is markup already; everything else is escaped where it is put into a page."""

    __slots__ = ()


def text(content: object) -> Html:
    """Content as it may stand in a page: escaped, unless it is markup."""
    return content if isinstance(content, Html) else Html(escape(str(content)))


def tag(name: str, *content: object, **attributes: str) -> Html:
    """An element; an attribute's last underscore is dropped, so that `class_` can be written."""
    told = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{told}>{''.join(text(one) for one in content)}</{name}>")


def outcome(word: str, label: str = "") -> Html:
    """A verdict or an outcome: its sign and its word, in its colour."""
    class_ = f"outcome {word.replace(' ', '-')}"
    return tag("span", f"{_SIGNS.get(word, '')} {label or word}".strip(), class_=class_)


def grid(
    caption: str, header: Sequence[object], rows: Iterable[Sequence[object]], class_: str = ""
) -> Html:
    """A table with a caption; the first cell of each row heads it.

    It scrolls inside its own frame, which the keyboard can reach, where it is too wide.
    """
    head = tag("tr", *(tag("th", cell, scope="col") for cell in header))
    lines = [
        tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in rest))
        for first, *rest in rows
    ]
    body = Html("\n".join(lines))
    table = tag(
        "table",
        tag("caption", caption),
        tag("thead", head),
        tag("tbody", body),
        class_=class_ or "plain",
    )
    return tag("div", table, class_="wide", tabindex="0", role="region", **{"aria-label": caption})


def page(title: str, style: str, *content: object) -> str:
    """A whole page, which loads nothing from elsewhere.

    Args:
        title: What the window is called.
        style: Rules beside those that all pages of the report have.
        content: What stands on it.
    """
    head = tag(
        "head",
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width">'),
        tag("title", title),
        Html(f"<style>{STYLE}{style}</style>"),
    )
    body = Html("\n".join(text(one) for one in content))
    whole = tag("html", head, tag("body", tag("main", body)), lang="en")
    return f"<!doctype html>\n{whole}\n"
