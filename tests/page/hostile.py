"""A package that holds what a browser might run, wherever text can stand."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from pathlib import Path

from scripts.publish.package import write_package
from scripts.trace.passage import WORDS
from tests.edited_package import Row, code_renamed, codes_saved, describe, descriptor, rows, save
from tests.small_package import META, small_articles
from tests.valid_tables import valid
from validations.files import read_sums
from validations.sums import SUMS, sha256, sums_text

#: Would run, break out of where it stands, or turn what is read; `hit` is a trap that tests set.
BAIT = (
    "<script>hit()</script><img src=x onerror=hit()></script></title></style><!-- ${hit()} `hit()`"
    " \"' onfocus='hit()' autofocus x='\" {{ 7*7 }} &amp; &lt;b&gt; \\u003c"
    " \u2028 \u202ecba\u202c 😀 ]]> </textarea> 👩‍🚒 𝔸 e\u0301 سلام\u00a0\u2009."
)
#: An address that runs when it is followed.
ADDRESS = "javascript:hit()//%22%3E"
#: A code that can be no part of a name, an attribute or an address as it stands.
CODE = 'b"><img src=x onerror=hit()>&amp;#?=%zz'
#: Where the bait stands in articles: in the words of a quotation, and at the end of sentences.
_PLACES = re.compile(r"(?<=wish to )|(?=\.\s)|$")
#: Cells that any text can stand in; those of spans are read anew from the articles.
_FREE = (
    *(("sources", column) for column in ("title", "publisher", "byline", "rights")),
    *(("statements", column) for column in ("speaker", "medium", "cue", "found_by")),
    *(("comparisons", column) for column in ("note", "ruling")),
    *(("figures", column) for column in ("counted", "found_by")),
    *(("reports", column) for column in ("date_text", "place_text", "found_by")),
    *(("actors", "name"), ("places", "name"), ("events", "label"), ("utterances", "text")),
    *(("sides", column) for column in ("value_text", "as_of", "scope")),
)


def hostile(folder: Path) -> Path:
    """Write it: a package that reads well, with the bait in its articles, cells and descriptor."""
    write_package(folder, folder, dict(valid().tables), META, small_articles())
    _bait_articles(folder)
    for table in dict.fromkeys(name for name, _ in _FREE):
        columns = [column for name, column in _FREE if name == table]
        cells = [row | {c: f"{row[c]} {BAIT}" for c in columns} for row in rows(folder, table)]
        save(folder, table, cells)
    save(folder, "sources", [row | {"url": ADDRESS} for row in rows(folder, "sources")])
    codes = [
        row | {name: f"{row[name]} {BAIT}" for name in ("title", "description") if name in row}
        for row in rows(folder, "measures")
    ]
    codes_saved(folder, "measures", codes)
    code_renamed("measures", "killed", CODE)(folder)
    described = descriptor(folder) | {"homepage": ADDRESS, "id": ADDRESS}
    for name in ("title", "description", "version", "bibliographicCitation"):
        described[name] = f"{described.get(name, '')} {BAIT}"
    described["licenses"] = [{"name": BAIT, "title": BAIT, "path": ADDRESS}]
    described["contributors"] = [{"title": BAIT, "path": ADDRESS, "roles": ["creator"]}]
    described["keywords"] = [BAIT]
    describe(folder, described)
    hashes = {name: sha256(folder / name) for name in read_sums(folder)[0]}
    (folder / SUMS).write_text(sums_text(hashes), encoding="utf-8", newline="\n")
    return folder


def _bait_articles(folder: Path) -> None:
    """Put the bait into the articles; offsets, span cells and sums follow."""
    places: dict[str, list[int]] = {}
    texts: dict[str, str] = {}
    sources = rows(folder, "sources")
    for source in sources:
        path = folder / source["path"]
        text = path.read_text(encoding="utf-8")
        places[source["source_id"]] = [found.start() for found in _PLACES.finditer(text)]
        texts[source["source_id"]] = baited = _PLACES.sub(lambda _: BAIT, text)
        path.write_text(baited, encoding="utf-8", newline="")
        source["sha256"] = hashlib.sha256(baited.encode("utf-8")).hexdigest()
        source["char_count"] = str(len(baited))
    save(folder, "sources", sources)
    source_of = {row["report_id"]: row["source_id"] for row in rows(folder, "reports")}
    for table, words in WORDS.items():
        table_rows = rows(folder, table)
        for row in table_rows:
            source_id = row.get("source_id") or source_of[row["report_id"]]
            _move(row, places[source_id])
            row[words] = texts[source_id][int(row["char_start"]) : int(row["char_end"])]
        save(folder, table, table_rows)


def _move(row: Row, places: list[int]) -> None:
    """Let the spans of a row stand where their words are now."""
    for column in row:
        if not row[column]:
            continue
        if column.endswith("char_start"):
            row[column] = str(int(row[column]) + len(BAIT) * bisect_right(places, int(row[column])))
        elif column.endswith("char_end"):
            row[column] = str(int(row[column]) + len(BAIT) * bisect_left(places, int(row[column])))
