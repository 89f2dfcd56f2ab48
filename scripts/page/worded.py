"""Facts, sources and rules in words, as the script of the page reads them."""

from collections.abc import Mapping, Sequence
from typing import Any

from scripts.compare.rests import rested
from scripts.lexicon import rows as lexicon
from scripts.page.claims import claim
from scripts.page.dates import day_in_words, with_days_in_words
from scripts.page.sides import fact_counts, side_words
from scripts.page.titles import fact_heading, fact_title, part_of_story
from scripts.page.voices import said_by
from scripts.trace.brief import day_of
from scripts.trace.edition import Edition, Row

Json = dict[str, Any]


def rules(edition: Edition, tables: Sequence[str]) -> Json:
    """Table → rule that found a row of it → what that rule looks for."""
    meanings = {(row["table"], row["rule"]): row["meaning"] for row in lexicon("rules")}
    return {
        table: {
            rule: meanings[table, rule]
            for rule in sorted({row["found_by"] for row in edition.rows(table)})
            if (table, rule) in meanings
        }
        for table in tables
    }


def source_words(row: Row, names: Mapping[str, str]) -> Json:
    """A source in words: its name, the agency that its text is from, the days of publication."""
    day, agency = day_of(row), row.get("derived_from", "")
    return {
        "name": names[row["source_id"]],
        "agency": agency if agency != row.get("publisher") else "",
        "day": day_in_words(day) if len(day) == len("2000-01-31") else with_days_in_words(day),
    }


def fact_words(edition: Edition, comparison: Row, names: Mapping[str, str]) -> Json:
    """A fact in words, for the matrix and the cards.

    title, part: of the fact, and of the story that it is of. heading: its title where no story
    stands above it, if that is another one. claim: its headline, "" for none but its title.
    counts: by how many sources it is told. says, said_by: what each side says, and on whose word
    ("" for its own), in the order of the table. rests: source → on whom it rests.
    """
    title, heading = fact_title(edition, comparison), fact_heading(edition, comparison)
    told: Json = {"title": title, "claim": claim(edition, comparison, names)}
    if heading != title:
        told["heading"] = heading
    part = part_of_story(edition, comparison)
    if part:
        told["part"] = part
    told["counts"] = fact_counts(edition, comparison)
    sides = edition.where("sides", "comparison_id", comparison["comparison_id"])
    told["says"] = [side_words(edition, comparison.get("about", ""), side) for side in sides]
    voices = [said_by(edition, side) for side in sides]
    if any(voices):
        told["said_by"] = voices
    rests = {
        side["source_id"]: with_days_in_words(rested(side["family"], side["source_id"], names))
        for side in sides
        if side.get("family")
    }
    rests = {source: words for source, words in rests.items() if words}
    return told | ({"rests": rests} if rests else {})
