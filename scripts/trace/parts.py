"""What a trace is made of, and how it is printed: in a terminal folded to its width, else not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

#: What stands around the words of a row where a terminal shows no colours.
_MARKS = ("⟦", "⟧")
_PLAIN_MARKS = ("[[", "]]")
#: Characters that would steer a terminal; no article holds them, a table edited by hand may.
_CONTROL = {code: "\ufffd" for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if code != 0x0A}


@dataclass(frozen=True)
class Heading:
    """The name of what follows. level: 0 for the row itself, 1 for a section."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Words:
    """Words in their sentence; those of the row are marked."""

    before: str
    marked: str
    behind: str
    indent: int = 2


@dataclass(frozen=True)
class Line:
    """A line of text. style: a style of rich, `dim` for what is said beside."""

    text: str
    indent: int = 2
    style: str = ""


@dataclass(frozen=True)
class Doubt:
    """Why something that was asked for cannot be shown; a trace with one has failed."""

    text: str
    indent: int = 2


@dataclass(frozen=True)
class Facts:
    """Names with what they stand for: (name, value, what the value means)."""

    rows: Sequence[tuple[str, str, str]]


Part = Heading | Words | Line | Doubt | Facts


def show(parts: Iterable[Part], console: Console) -> None:
    """Print a trace: folded to the width of a terminal; in a file one line a paragraph."""
    marks = _marks(console)
    for part in parts:
        if isinstance(part, Facts):
            _show_facts(part, console)
        else:
            _print(_text(part, marks), 0 if isinstance(part, Heading) else part.indent, console)


def _marks(console: Console) -> tuple[str, str]:
    try:
        "".join(_MARKS).encode(console.encoding)
    except UnicodeEncodeError:
        return _PLAIN_MARKS
    return _MARKS


def _clean(words: str) -> str:
    return words.translate(_CONTROL).replace("\n", " ")


def _text(part: Heading | Words | Line | Doubt, marks: tuple[str, str]) -> Text:
    if isinstance(part, Heading):
        ahead = "" if part.level == 0 else "\n"
        return Text(ahead + _clean(part.text), style="bold" if part.level == 0 else "bold cyan")
    if isinstance(part, Doubt):
        return Text(f"NOT PROVEN: {_clean(part.text)}", style="bold red")
    if isinstance(part, Line):
        return Text(_clean(part.text), style=part.style)
    return Text.assemble(
        _clean(part.before),
        (f"{marks[0]}{_clean(part.marked)}{marks[1]}", "bold yellow"),
        _clean(part.behind),
    )


def _print(text: Text, indent: int, console: Console) -> None:
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent), expand=False), soft_wrap=False)
    else:
        console.print(Text(" " * indent) + text, soft_wrap=True)


def _show_facts(facts: Facts, console: Console) -> None:
    widest = max((len(name) for name, _, _ in facts.rows), default=0)
    listed = [
        (Text(name, style="cyan"), Text.assemble(_clean(value), (_clean(meaning), "dim")))
        for name, value, meaning in facts.rows
    ]
    if not console.is_terminal:
        for name, value in listed:
            name.align("left", widest)
            console.print(Text("  ") + name + Text("  ") + value, soft_wrap=True)
        return
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in listed:
        grid.add_row(name, value)
    console.print(Padding(grid, (0, 0, 0, 2), expand=False), soft_wrap=False)
