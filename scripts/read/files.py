"""Files → articles, one at a time; whatever cannot be read becomes a finding, nothing gets lost.

A folder of `.md`, `.txt`, `.jsonl` and `.html` files, or one of them. Files keep their text but for
byte order mark, line ends and breaks at a fixed width (`scripts/read/text.py`); `Article.text` is
what offsets count in and what a build writes. A line of `.jsonl` becomes an article of its own:
title, empty line, text; a page becomes its title and story (`scripts/read/pages.py`). In a data
set, where files stay as people put them, a text that was changed in reading (`x.txt` as Windows
writes it) becomes a file of its own, `x.read.txt`.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from scripts.read.article import STORY, Article
from scripts.read.blocks import blocks
from scripts.read.encodings import page_text
from scripts.read.front_matter import front_matter, unfenced, unread_keys
from scripts.read.pages import page
from scripts.read.records import MAX_ID, Record, record
from scripts.read.shapes import same
from scripts.read.text import TextError, clean, decode, unwrap
from validations.rule import Finding, Severity
from validations.sums import digest

#: The formats that are read.
SUFFIXES = (".md", ".txt", ".jsonl", ".html", ".htm")
_PAGES = frozenset({".html", ".htm"})
#: What people keep texts in that no program reads as they stand.
_DOCUMENTS = frozenset({".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf"})
#: What no cell may begin with: sheets would take it for a sum.
_FORMULA = "=+-@ "
#: A file of more bytes is no article.
MAX_BYTES = 20_000_000

#: Rule id → what holds for everything given to read; findings of other severity than error go on.
RULES: Mapping[str, tuple[Severity, str]] = MappingProxyType(
    {
        "READ-001": ("error", "An article file can be opened."),
        "READ-002": ("error", "An article is UTF-8 text, one paragraph a line."),
        "READ-003": ("error", "An article file holds text."),
        "READ-004": ("error", "Front matter is closed and holds each key once, as key: value."),
        "READ-005": ("error", "A line of .jsonl is an object with id and text, each key once."),
        "READ-006": ("error", "No two articles have one id."),
        "READ-007": ("error", f"A file name or id is printable and at most {MAX_ID} characters."),
        "READ-008": ("warning", "Everything in a folder of articles is an article."),
        "READ-009": ("warning", "A file has line feeds, no tabs, byte order mark or fixed width."),
        "READ-010": ("warning", "An article tells a story in English."),
        "READ-011": ("error", "A page of HTML can be decoded and holds a story."),
        "READ-012": ("warning", "Front matter holds only keys that are read."),
        "READ-013": ("warning", "Front matter stands between two lines of three hyphens."),
        "READ-014": ("warning", "No article is there twice."),
    }
)


class InputError(Exception):
    """Nothing can be read at all; the message says what, where and what to do."""


def source_id(name: str) -> str:
    """The id of the source whose file has this stem, or whose JSON line has this id."""
    dashed = re.sub(r"[^A-Za-z0-9_-]", "-", name)
    return dashed if re.match(r"[A-Za-z]", dashed) else f"s{dashed}"


def read_articles(
    path: Path, findings: list[Finding], written: Collection[str] | None = None
) -> Iterator[Article]:
    """The articles of a folder or file, in the order of their names, one at a time.

    Args:
        path: a folder of `.md`, `.txt`, `.jsonl` and `.html` files, or one of them.
        written: names of files in that folder that a build wrote; they are passed over, since what
            they were read from stands beside them. None if it is not the folder of a data set.
        findings: takes a finding for everything that is no article, or is one with a fault. It
            is complete when the iterator is at its end; an error in it must stop the build.

    Raises:
        InputError: if there is no such folder or file, or no article in it (raised at once).
    """
    files = _files(path, written or ())
    return _articles(files, path.is_dir(), findings, in_place=written is not None)


def _files(path: Path, written: Collection[str]) -> list[Path]:
    formats = ", ".join(SUFFIXES)
    try:
        files = sorted(path.iterdir(), key=lambda file: file.name) if path.is_dir() else [path]
    except OSError as error:
        raise InputError(f"{path} cannot be listed: {error.strerror}; allow reading it") from None
    pages = {file.stem for file in files if file.suffix.lower() in _PAGES}
    files = [file for file in files if file.name not in written and not _belongs(file, pages)]
    if not path.is_dir():
        if not path.exists():
            raise InputError(f"{path} does not exist; give a folder of articles or one file")
        if path.suffix.lower() not in SUFFIXES:
            raise InputError(f"{path} is none of the formats that are read: {formats}")
    elif not any(_is_article(file) for file in files):
        other = next((file for file in files if not file.name.startswith(".")), None)
        why = f" ({other.name} {_unread(other)})" if other else ""
        raise InputError(f"{path} holds no articles; put {formats} files there{why}")
    return files


def _belongs(file: Path, pages: Collection[str]) -> bool:
    """Whether a browser saved this folder of pictures and styles beside a page."""
    return file.is_dir() and re.sub(r"(?:_files|\.files|_file)$", "", file.name) in pages


def _is_article(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES and not file.name.startswith(".") and not file.is_dir()


def _finding(
    rule: str, where: str, sentence: str, value: str = "", column: str = "path"
) -> Finding:
    shown = where.encode("utf-8", "backslashreplace").decode("utf-8")
    return Finding(
        rule, RULES[rule][0], "sources", shown, column, value[:80], f"{shown}: {sentence}"
    )


def _articles(
    files: list[Path], folder: bool, findings: list[Finding], in_place: bool
) -> Iterator[Article]:
    taken: dict[str, str] = {}
    read: dict[tuple[object, ...], str] = {}
    for file in files:
        if folder and not _is_article(file):
            findings.append(_passed_over(file))
            continue
        for article, where in _from_file(file, findings, in_place):
            key = article.source_id.casefold()
            if key in taken:
                sentence = (
                    f"its id {article.source_id!r} is that of {taken[key]} already; rename one"
                )
                findings.append(
                    _finding("READ-006", where, sentence, article.source_id, "source_id")
                )
                continue
            taken[key] = where
            first = read.setdefault((article.sha256, *sorted(article.meta.items())), where)
            if first != where:
                sentence = f"it is {first} once more; delete one, or say what tells them apart"
                findings.append(_finding("READ-014", where, sentence))
            kinds = {block.kind for block in article.blocks}
            if not kinds & STORY or ("other_language" in kinds and "body" not in kinds):
                sentence = "no line of it is read as a story in English, so no row comes from it"
                findings.append(_finding("READ-010", where, sentence))
            yield article


def _passed_over(file: Path) -> Finding:
    return _finding("READ-008", file.name, _unread(file))


def _unread(file: Path) -> str:
    """Why a file is no article, and what to do about it."""
    if file.name.startswith("."):
        return "is hidden and was not read"
    if file.is_dir():
        return "is a folder and was not read; give it by itself"
    remedy = "; save it as plain text (.txt)" if file.suffix.lower() in _DOCUMENTS else ""
    return f"was not read; the formats that are read are {', '.join(SUFFIXES)}{remedy}"


def _from_file(
    file: Path, findings: list[Finding], in_place: bool
) -> Iterator[tuple[Article, str]]:
    """The articles of one file, each with where it was found; faults go to the findings."""
    name = file.name
    if not name.isprintable() or len(file.stem) > MAX_ID:
        sentence = f"its name is over {MAX_ID} characters or not printable; rename it"
        findings.append(_finding("READ-007", name, sentence))
        return
    try:
        if not file.is_file():
            findings.append(_finding("READ-001", name, "it is no regular file; put the text there"))
        elif file.suffix.lower() == ".jsonl":
            yield from _from_lines(file, findings)
        elif file.stat().st_size > MAX_BYTES:
            sentence = f"it has more than {MAX_BYTES:,} bytes; that is no article"
            findings.append(_finding("READ-002", name, sentence))
        else:
            raw = file.read_bytes()
            if file.suffix.lower() in _PAGES:
                article = _from_page(name, raw, findings)
            else:
                article = _from_text(name, raw, findings, in_place)
            if article:
                yield article, name
    except OSError as error:
        sentence = f"it cannot be read ({error.strerror}); allow reading it"
        findings.append(_finding("READ-001", name, sentence))


def _from_text(name: str, raw: bytes, findings: list[Finding], in_place: bool) -> Article | None:
    try:
        given = decode(raw)
    except TextError as error:
        findings.append(_finding("READ-002", name, str(error)))
        return None
    try:
        meta, start = front_matter(given)
    except TextError as error:
        findings.append(_finding("READ-004", name, str(error), column="title"))
        return None
    if not given[start:].strip():
        what = "it holds front matter only" if start else "it is empty"
        findings.append(_finding("READ-003", name, f"{what}; put the article there or remove it"))
        return None
    findings += [_finding("READ-012", name, told, column="") for told in unread_keys(meta)]
    bare = unfenced(given) if not start else ""
    if bare:
        sentence = (
            f"{bare!r} is read as part of the story; put a line --- before the lines that tell of "
            "the article, and one behind them"
        )
        findings.append(_finding("READ-013", name, sentence, column=""))
    text, path = unwrap(given, start), Path(name)
    if text.encode("utf-8") != raw and in_place:
        name = f"{path.stem}.read{path.suffix}"
    elif text.encode("utf-8") != raw:
        sentence = "line ends, tabs, byte order mark or a fixed width were changed in reading"
        findings.append(
            _finding("READ-009", name, f"{sentence}; offsets count in the changed text")
        )
    return _article(source_id(path.stem), f"articles/{name}", text, start, meta)


def _from_page(name: str, raw: bytes, findings: list[Finding]) -> Article | None:
    try:
        found = page(page_text(raw))
        text = clean(found.text)
    except TextError as error:
        findings.append(_finding("READ-011", name, str(error)))
        return None
    named = source_id(Path(name).stem)
    return _article(named, f"articles/{named}.txt", text, 0, found.meta)


def _from_lines(file: Path, findings: list[Finding]) -> Iterator[tuple[Article, str]]:
    seen = False
    with file.open("rb") as lines:
        for number, raw in enumerate(lines, 1):
            where = f"{file.name}:{number}"
            if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
                continue
            seen = True
            try:
                article = _from_record(record(raw))
            except TextError as error:
                findings.append(_finding("READ-005", where, str(error), column="source_id"))
                continue
            yield article, where
    if not seen:
        findings.append(_finding("READ-003", file.name, "it is empty; put a JSON object a line"))


def _from_record(given: Record) -> Article:
    """The article of a JSON line: its title, an empty line and its text."""
    text = clean(given.text).strip("\n")
    title = given.meta.get("title", "")
    head = text.lstrip().partition("\n")[0]
    if title and not same(head, title):
        text = f"{title}\n\n{text}"
    name = source_id(given.id)
    return _article(name, f"articles/{name}.txt", unwrap(text.rstrip() + "\n"), 0, given.meta)


def _language(given: str) -> str:
    """The two letters of a language tag ("en-GB", "en_US"), "" where it is none."""
    found = re.match(r"([a-z]{2})(?:[-_]\w+)*$", given.strip().lower())
    return found.group(1) if found else ""


def _article(name: str, path: str, text: str, start: int, meta: Mapping[str, str]) -> Article:
    meta = MappingProxyType({key: value.lstrip(_FORMULA) for key, value in meta.items()})
    if meta.get("language"):
        meta = MappingProxyType({**meta, "language": _language(meta["language"])})
    return Article(
        name,
        path,
        text,
        digest(text.encode("utf-8")),
        meta,
        blocks(text, start, meta.get("title", "")),
    )
