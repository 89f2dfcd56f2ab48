"""From a row to the words it was read from, and what ids promise."""

import json
from collections.abc import Mapping

import polars as pl

from schemas.tables import curated
from scripts.publish.dictionary.markdown import flowed, plain
from validations.markdown import grid

TRACING = "How to trace a row"
_TABLES = ("figures", "statements", "reports")
_TEXT = {"figures": "text", "statements": "quote", "reports": "trigger_text"}
_LONG = 60  #: letters of an example


def traced_row(frames: Mapping[str, pl.DataFrame]) -> tuple[str, int, int, str, str] | None:
    """A row to show how: path of its article, first and last offset, its words and its id."""
    for name in _TABLES:
        frame = frames.get(name)
        if frame is None or "sources" not in frames:
            continue
        short = pl.col(_TEXT[name]).str.len_chars() <= _LONG
        joined = frame.filter(short).join(frames["sources"], on="source_id", maintain_order="left")
        for row in joined.head(1).to_dicts():
            key = f"{name[:-1]}_id"
            return row["path"], row["char_start"], row["char_end"], row[_TEXT[name]], row[key]
    return None


def tracing_section(frames: Mapping[str, pl.DataFrame]) -> str:
    """How to get from a row to its words, with two lines of Python and two of R."""
    parts = [
        f"## {TRACING}",
        "`char_start` and `char_end` are places in the article that `sources.path` names: the "
        "first character is number 0, and the one at `char_end` is no longer part of it. They "
        "count Unicode code points, as Python and R do, not bytes.",
    ]
    found = traced_row(frames)
    if found:
        path, start, end, words, key = found
        quoted = json.dumps(path, ensure_ascii=False)  # a text of Python and of R as well
        parts += [
            f"Row `{key}` says “{plain(words)}”, from `{start}` to `{end}` of `{path}`. In Python:",
            f'```python\ntext = open({quoted}, encoding="utf-8", newline="").read()\n'
            f"print(text[{start}:{end}])\n```",
            "In R, which counts from 1 and includes the end:",
            f"```r\ntext <- readChar({quoted}, file.size({quoted}), useBytes = TRUE)\n"
            f'Encoding(text) <- "UTF-8"; cat(substr(text, {start} + 1, {end}), "\\n")\n```',
            f"With concord, `python -m scripts trace {key}` prints the whole sentence with the "
            "words marked, the rule that found them and what other sources say.",
        ]
    return "\n\n".join(parts)


def ids_section() -> str:
    """What keeps an id, what withdraws it, what is never done with one, and where all stand."""
    words = flowed("""\
## How ids behave

An id is made of what a row is about and not of its place in a file, so that your notes and your
joins go on to hold in later versions.

- **Figures, statements and reports**: the article, the words of the sentence without its numbers,
  and the place among the rows found there. A corrected number keeps the id, a sentence that moved
  keeps it, and so does a row of which another column is read better, such as its speaker or its
  date, or of which the sentence turns out to hold another row as well. A sentence whose words
  change is another row: the old id is withdrawn.
- **Events, utterances and comparisons**: the rows that they join. They are recorded with each
  release, so that one source more renames none of them. If two events turn out to be one, it keeps
  the id of the one with more reports (of equals, the older id). If one turns out to be two, the
  part that keeps more of its reports keeps the id. So with utterances and comparisons.
- **Actors and places**: the alpha-3 code of a country, else the kind and the name. **Sources**: the
  name of the file.
- A withdrawn id is never given to another row; it comes back only with its own row, for instance
  when an article that was taken out is put in again. Which rows a version withdrew is in
  `changes.csv`.
- Rows of `participants` and `sides` have no id of their own: several columns are their key.

`curation/ids.csv` in the zip of a release lists every id that any version published:
""")
    lines = [(f"`{field.name}`", field.description) for field in curated("ids").fields]
    return f"{words.rstrip()}\n\n{grid(('column of `ids.csv`', 'what it says'), lines)}"
