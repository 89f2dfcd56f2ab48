"""Packages whose pages are looked at: one full of conflicts, and a big one."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from scripts.build import build_loose
from tests.command import run
from tests.editor import STORIES

CURATION = """
name = "stories"
title = "Stories told in several ways"
description = "Invented articles whose sources contradict each other."
version = "0.1.0"
created = 2033-01-31
keywords = ["test"]
contributors = [{ title = "concord contributors", roles = ["creator"] }]

[[licenses]]
name = "CC0-1.0"
title = "CC0 1.0"
path = "https://creativecommons.org/publicdomain/zero/1.0/"
scope = "data"
"""
REASON = "the families were there, and counted"
RULINGS = f"""
[[rulings]]
event = {{ type = "RETREAT", start_date = 2031-03-01, end_date = 2031-03-31 }}
measure = "released"
of_actor_id = "ERI"
by_actor_id = "ETH"
unit = "person"
prefers = "swap-voice"
reason = "{REASON}"
by = "concord contributors"
date = 2033-01-31
"""
#: How often the stories are told again in the big package, a year earlier each time.
TIMES = 9


def contradictory(folder: Path) -> Path:
    """A built data set of all stories of `tests/contradictions`, with a ruling on one conflict."""
    (folder / "articles").mkdir(parents=True)
    (folder / "curation").mkdir()
    for path in sorted(STORIES.glob("*/*.md")):
        shutil.copyfile(path, folder / "articles" / path.name)
    (folder / "curation" / "package.toml").write_text(CURATION, encoding="utf-8")
    (folder / "curation" / "rulings.toml").write_text(RULINGS, encoding="utf-8")
    built = run("build", folder, "--report", folder.parent / "gate")
    assert built.status == 0, built.err
    return folder


def big(folder: Path) -> Path:
    """A package of about 300 articles: the stories again and again, each time a year earlier."""
    loose(folder, retold(TIMES))
    return folder


def retold(times: int) -> list[dict[str, str]]:
    """The articles of the stories, told so many times."""
    return [article for year in range(times) for article in _retold(year)]


def _retold(year: int) -> Iterator[dict[str, str]]:
    for path in sorted(STORIES.glob("*/*.md")):
        head, _, text = path.read_text(encoding="utf-8").partition("\n---\n")
        told = dict(re.findall(r"^(\w+): (.*)$", head, re.MULTILINE))
        if "published" in told:
            # The same day of the week, so that "on Monday" still names a day that fits.
            day = date.fromisoformat(told["published"]) - timedelta(days=364 * year)
            told["published"] = day.isoformat()
        yield told | {"id": f"{path.stem}-{year}", "text": text}


def loose(folder: Path, articles: list[dict[str, str]]) -> None:
    """Build a package of articles that are given as the lines of a .jsonl file."""
    lines = folder.with_suffix(".jsonl")
    lines.write_text("".join(f"{json.dumps(one)}\n" for one in articles), encoding="utf-8")
    assert build_loose(lines, folder, lambda step, what: None).published
