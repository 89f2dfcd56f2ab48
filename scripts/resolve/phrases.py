"""Phrases that bear no known name: what their nouns say of them, and a group named by its words."""

import re
from collections.abc import Sequence
from functools import cache

from scripts.find.drafts import Mention
from scripts.find.slugs import slug
from scripts.lexicon import rows
from scripts.resolve.registry import Named


@cache
def nouns(use: str) -> re.Pattern[str]:
    """The nouns of `lexicon/actor_nouns.csv` for a use, anywhere in a phrase."""
    listed = "|".join(re.escape(row["word"]) for row in rows("actor_nouns") if row["use"] == use)
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


@cache
def leading() -> re.Pattern[str]:
    """Articles and counts before a name: "the", "nearly 200", "dozens of"."""
    counts = "|".join(
        re.escape(row["word"])
        for row in sorted(rows("numbers"), key=lambda row: -len(row["word"]))
        if row["kind"] in {"small", "magnitude", "vague"}
    )
    bounds = "|".join(
        re.escape(row["phrase"]) for row in rows("bounds") if row["place"] == "before"
    )
    number = rf"(?:\d[\d,.]*|{counts})"
    determiners = "the|an?|some|several|many|his|her|its|their|those|these"
    return re.compile(
        rf"^(?:[\"“'(]*(?:{determiners}|(?:(?:{bounds}) )?{number}(?:[ -]{number})*(?: of)?) )+",
        re.IGNORECASE,
    )


def group(phrase: str, kind: str, inside: Sequence[Mention]) -> list[Named]:
    """A group that bears no name but the words for it."""
    words = leading().sub("", phrase).strip(" \"“”'")
    return [Named(slug(kind, words), words, kind, one_country(inside))] if slug(words) else []


def one_country(inside: Sequence[Mention]) -> str:
    """Alpha-3 of the one country that some mentions carry, "" for none or several."""
    countries = {m.country for m in inside if m.country}
    return countries.pop() if len(countries) == 1 else ""
