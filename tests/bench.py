"""How fast concord reads, against spaCy's whole small pipeline over the same texts, and in how much
memory: `nox -s bench -- ARTICLES` (a folder or a .jsonl file; default: what CONCORD_ARTICLES names,
else the digests of the first data set).

Both run in this process, in turns, on one thread. Loading is left out (of models, and of lexicons
and gazetteers): each has read the digests before. Seconds are of the processor, so that other
programs disturb little. `--times 10` builds the articles ten times
over, each copy under ids of its own, and shows what memory does; spaCy is left out then.
"""

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS"):
    os.environ.setdefault(_threads, "1")

ROOT = Path(__file__).parent.parent
DIGESTS = ROOT / "datapackage" / "articles"
LIMIT = 0.4  #: concord may take this share of spaCy's time

Result = TypeVar("Result")


def main() -> None:
    asked = argparse.ArgumentParser(prog="nox -s bench --", description=__doc__)
    default = os.environ.get("CONCORD_ARTICLES", str(DIGESTS))
    asked.add_argument("articles", nargs="?", default=default, type=Path)
    asked.add_argument("--rounds", type=int, default=2, help="how often each of the two runs")
    asked.add_argument("--times", type=int, default=1, help="build this many copies instead")
    given = asked.parse_args()
    if not given.articles.exists():
        sys.exit(
            f"{given.articles} does not exist; give a folder of articles or a .jsonl file, as an "
            "argument or in CONCORD_ARTICLES (the corpus is no part of the project)"
        )
    with tempfile.TemporaryDirectory() as home:
        if given.times > 1:
            _memory(_copied(given.articles, given.times, Path(home)), Path(home) / "package")
        else:
            _speed(given.articles, given.rounds, Path(home) / "package")


def _speed(articles: Path, rounds: int, out: Path) -> None:
    """Print tokens, seconds and tokens a second of both, and the share of the time."""
    import spacy

    from scripts.build import build_loose
    from scripts.find.grammar import MODEL
    from scripts.read.files import read_articles

    whole = spacy.load(MODEL)
    build_loose(DIGESTS, out.with_name("first"), lambda step, what: None)
    list(whole.pipe(article.text for article in read_articles(DIGESTS, [])))
    texts = [article.text for article in read_articles(articles, [])]
    print(f"{articles}: {len(texts)} articles; {' '.join(whole.pipe_names)}\n")
    print(f"{'round':<8}{'':<10}{'tokens':>10}{'seconds':>10}{'a second':>10}{'peak MB':>10}")
    spent = {"concord": 0.0, "spaCy": 0.0}

    def read() -> int:
        return sum(len(doc) for doc in whole.pipe(texts))

    def build() -> None:
        build_loose(articles, out, lambda step, what: None)

    for turn in range(1, rounds + 1):
        _, built = _timed(build)
        memory = peak()
        tokens, parsed = _timed(read)
        for name, seconds, most in (("concord", built, memory), ("spaCy", parsed, peak())):
            spent[name] += seconds
            print(f"{turn:<8}{name:<10}{tokens:>10,}{seconds:>10.1f}", end="")
            print(f"{tokens / seconds:>10,.0f}{most:>10,.0f}")
    share = spent["concord"] / spent["spaCy"]
    print(f"\nconcord takes {share:.2f} of spaCy's time (at most {LIMIT} is wanted)")


def _memory(articles: Path, out: Path) -> None:
    """Print how much memory is held as the build goes through the articles."""
    from scripts.build import build_loose
    from scripts.find.grammar import model

    model()
    print(f"{'':<32}{'seconds':>10}{'now MB':>10}{'peak MB':>10}")
    begun = time.process_time()
    read = 0
    last = ""

    def show(step: str) -> None:
        print(f"{step:<32}{time.process_time() - begun:>10.1f}{held():>10,.0f}{peak():>10,.0f}")

    def tell(step: str, what: str) -> None:
        nonlocal read, last
        read += step == "find"
        if step != last and last:
            show(f"{read} articles, before {step}")
        elif step == "find" and read % 250 == 1:
            show(f"{read - 1} articles")
        last = step

    show("models loaded")
    built = build_loose(articles, out, tell)
    show("published" if built.published else "not published")
    rows = sum(frame.height for frame in built.tables.values())
    size = sum(frame.estimated_size() for frame in built.tables.values())
    print(f"\n{rows:,} rows, {size / max(read, 1):,.0f} bytes an article in the finished tables")


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    begun = time.process_time()
    done = work()
    return done, time.process_time() - begun


def peak() -> float:
    """The most memory that this process has held so far, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def held() -> float:
    """The memory that this process holds, in megabytes; its peak where the system does not tell."""
    pages = Path("/proc/self/statm")
    if not pages.exists():
        return peak()
    return int(pages.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20


def _copied(articles: Path, times: int, home: Path) -> Path:
    """The articles several times over, each copy under its own ids."""
    if articles.is_dir():
        folder = home / "articles"
        folder.mkdir()
        for file in sorted(articles.iterdir()):
            for copy in range(times):
                shutil.copyfile(file, folder / f"{file.stem}-{copy}{file.suffix}")
        return folder
    lines = home / "articles.jsonl"
    records: list[dict[str, Any]] = [
        json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()
    ]
    with lines.open("w", encoding="utf-8") as out:
        for copy in range(times):
            for record in records:
                out.write(json.dumps({**record, "id": f"{record['id']}-{copy}"}) + "\n")
    return lines


if __name__ == "__main__":
    main()
