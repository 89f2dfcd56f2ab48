"""Start a data set: a folder with what people write, ready for the first article."""

import json
import re
from pathlib import Path

from scripts.read.files import InputError

_PACKAGE = """\
# Who and what this data set is. The version is written here and nowhere else.
name = {name}
title = {title}
version = "0.1.0"
created = 2000-01-01  # day of this version, ISO; set it by hand at each release
description = "One sentence on what the data set covers."
keywords = []

[[licenses]]
name = "CC-BY-4.0"
path = "https://creativecommons.org/licenses/by/4.0/"
title = "Creative Commons Attribution 4.0"
scope = "data"

[[contributors]]
title = "Your name or your group"
roles = ["creator"]
"""
_EXPECTED = """\
# What this dataset must show. A build that does not show it stops and publishes nothing.
#
# [[figures]]: a fact that sources must agree on, found by what it is and not by its id.
#   event            which events are meant: type, start_date and end_date of the days within which
#                    the event lies; mode and modality if they matter. A promise and what carries it
#                    out are one, so meaning either is meaning both.
#   measure, of_actor_id, by_actor_id, unit
#                    of the comparison; one left out means that it is empty there. Durations are
#                    compared in days.
#   value            what the words of every source must allow; left out, any value will do
#   verdicts         the verdicts that fulfil it: agree, compatible, conflict, single
#   min_sources, min_independent
#                    how many sources must say it, how many of them independent; 1 if left out
#   reason           why it is demanded
#
# [[events]]: an event that must be there.
#   event            as above
#   fulfils          the event that it must carry out, written in the same way; optional
#   min_sources      how many sources must tell of it; 1 if left out
#   reason           why it is demanded
#
# Where sources come to contradict each other, correct the article or rule on it in rulings.toml.
"""
_RULINGS = """\
# Rulings on conflicts: where sources contradict each other, a curator may say which is to be
# preferred and why. The conflict is still published, with every side of it and with the reason
# beside it in comparisons.csv. Where expected.toml demands agreement, only a ruling lets a build
# go on.
#
# [[rulings]]: one conflict, found by what it is and not by its id.
#   event, measure, of_actor_id, by_actor_id, unit
#                    which comparison is meant, written as in expected.toml
#   about            what is compared: figure (if left out), date, place or participant
#   prefers          source_id of the source held to be right; left out if none is
#   reason           one sentence, which is published
#   by               who rules, such as "concord contributors"
#   date             when, such as 2024-01-31
#
# A ruling that applies to no conflict is an error: correct or remove it. For instance:
#
#   [[rulings]]
#   event = { type = "RETREAT", start_date = 2031-03-01, end_date = 2031-03-31 }
#   measure = "released"
#   of_actor_id = "PER"
#   by_actor_id = "CHL"
#   unit = "person"
#   prefers = "north-wire"
#   reason = "the other two papers were printed before the last bus came"
#   by = "the editors"
#   date = 2031-04-02
"""
_EXAMPLE = """\
---
title: Headline of the article
publisher: Name of the outlet
byline:
published: 2000-01-01
published_basis: supplied
url:
language: en
derived_from:
rights:
---

Headline of the article

The text of the article, one paragraph a line.

Take the ending `.draft` off the name of this file, and build reads it.
"""


def _quoted(text: str) -> str:
    """A text as TOML writes it."""
    # NOTE: a JSON string is a TOML string, but for the one control character that JSON allows.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def new(path: Path) -> list[Path]:
    """Make the folder of a new data set.

    Args:
        path: Where; it must not exist or must be empty.

    Returns:
        The files written.

    Raises:
        InputError: if the folder holds something or cannot be written.
    """
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise InputError(f"{path} exists and is not an empty folder; name another one")
        title = path.resolve().name
        slug = "-".join(re.findall(r"[a-z0-9]+", title.lower())) or "dataset"
        texts = {
            path / "curation" / "package.toml": _PACKAGE.format(
                name=_quoted(slug), title=_quoted(title)
            ),
            path / "curation" / "expected.toml": _EXPECTED,
            path / "curation" / "rulings.toml": _RULINGS,
            path / "articles" / "example.md.draft": _EXAMPLE,
        }
        for file, text in texts.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"cannot write to {path}: {error.strerror or error}") from error
    return list(texts)
