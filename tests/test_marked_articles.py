"""Articles as scraped, each line marked: T its title, + the story, - what stands around it."""

from pathlib import Path

import pytest

from scripts.read.article import STORY
from scripts.read.blocks import blocks

MARKED = (Path(__file__).parent / "marked_articles.txt").read_text(encoding="utf-8")
ARTICLES = dict(part.split("\n", 1) for part in MARKED.split("===== ")[1:])


def ends_as_dateline(line: str) -> bool:
    """Whether a marked line is the dateline of the paragraph that is marked below it."""
    return line.endswith((" -", " –", " —", " --", "/.")) and (line[0].isupper() or line[0] == "(")


@pytest.mark.parametrize("name", list(ARTICLES))
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_each_line_of_a_scraped_article_is_told_apart(name: str, gap: str) -> None:
    text, marks = "", []
    for marked in filter(None, ARTICLES[name].split("\n")):
        joint = " " if marks and marks[-1][0] == "-" and ends_as_dateline(marks[-1][1]) else gap
        text += joint if text else ""
        marks.append((marked[0], marked[2:], len(text)))
        text += marked[2:]
    found = blocks(text)
    wrong = []
    for mark, line, start in marks:
        kinds = {b.kind for b in found if b.start < start + len(line) and b.end > start}
        right = {
            "T": kinds == {"title"},
            "+": kinds in ({"body"}, {"body", "dateline"}),
            "-": not kinds & STORY,
        }
        if not right[mark]:
            wrong.append(f"{mark} {sorted(kinds)} {line}")
    assert wrong == []
