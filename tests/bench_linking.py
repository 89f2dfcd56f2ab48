"""How linking and comparing grow with the number of reports, in time and in memory.

`python -m tests.bench_linking --reports 1000 10000 100000`, and a part of `nox -s bench`.

The reports are made at random (`tests.synthetic_news`), the same for the same seed; making them is
left out. Each size runs in a process of its own, so that its peak of memory is its own. Seconds are
of the processor.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from tests.bench import peak
from tests.linking_world import World

ROOT = Path(__file__).parent.parent
SIZES = (1_000, 10_000, 100_000)
FOLD = 12  #: at most so many times the time for ten times the reports
MOST = 4_096  #: megabytes at the largest size
_COLUMNS = ("reports", "articles", "events", "link s", "compare s", "times", "peak MB")


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.bench_linking", description=__doc__)
    asked.add_argument("--reports", nargs="+", type=int, default=SIZES, help="sizes, growing")
    asked.add_argument("--seed", type=int, default=1, help="another seed, other news")
    asked.add_argument("--alone", action="store_true", help="measure one size here, print JSON")
    given = asked.parse_args()
    if given.alone:
        print(json.dumps(measured(given.reports[0], given.seed)))
        return
    print("".join(f"{name:>12}" for name in _COLUMNS))
    before: dict[str, float] = {}
    for reports in given.reports:
        here = _in_a_process(reports, given.seed)
        spent = here["link s"] + here["compare s"]
        here["times"] = spent / (before["link s"] + before["compare s"]) if before else 0.0
        shown = [_cell(name, here[name]) for name in _COLUMNS]
        print("".join(f"{cell:>12}" for cell in shown), flush=True)
        before = here
    print(f"\nat most {FOLD} times the time for ten times the reports, and {MOST} MB, are wanted")


def measured(reports: int, seed: int) -> dict[str, float]:
    """What linking and comparing so many synthetic reports costs, by column of the printed table.

    Args:
        reports: How many reports are made, at least.
        seed: That of the synthetic news.
    """
    from tests.synthetic_news import synthetic

    _timed(synthetic(100, seed))  # loads what is loaded once: lexicons, patterns
    spent = _timed(synthetic(reports, seed))
    return {**spent, "peak MB": peak()}


def _timed(world: World) -> dict[str, float]:
    from scripts.compare.compared import compare
    from scripts.link.linked import link

    rows = world.rows()
    begun = time.process_time()
    linked = link(texts=world.texts, **rows)
    between = time.process_time()
    compare(linked, lambda _: None)
    return {
        "reports": len(rows["reports"]),
        "articles": len(rows["sources"]),
        "events": len(linked.events),
        "link s": between - begun,
        "compare s": time.process_time() - between,
    }


def _in_a_process(reports: int, seed: int) -> dict[str, float]:
    asked = ["--alone", "--reports", str(reports), "--seed", str(seed)]
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench_linking", *asked],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    found: dict[str, float] = json.loads(told.stdout)
    return found


def _cell(column: str, value: float) -> str:
    if column.endswith(" s"):
        return f"{value:,.2f}"
    if column == "times":
        return f"{value:.1f}" if value else ""
    return f"{value:,.0f}"


if __name__ == "__main__":
    main()
