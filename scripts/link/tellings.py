"""Within one article: its reports as accounts, and how the words of each point to the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scripts.link.account import Account, Number
from scripts.link.days import days_of
from scripts.link.kinds import classes_of, goes_both_ways, mention_words, standing
from scripts.link.sides import Sides, kind_of, known, sides_of
from scripts.link.values import Row, by_key, in_text
from scripts.link.words import (
    full_name,
    long_words,
    names,
    opening,
    sentence_at,
    usual_names,
    without,
)


@dataclass(frozen=True)
class Mention:
    """One report as an account, and how its words point to it.

    same: they point back ("the handover"). other: they set it apart ("another attack").
    many: they tell of several at once ("sporadic clashes"). span: where they stand. sentence: the
    words around them. at: where in it they begin. deed: the word that tells it. acted_on: the
    words for what it was done to or what came of it, as far as they set it apart (see
    `find.deed_words`).
    """

    account: Account
    span: tuple[int, int]
    sentence: str
    at: int
    same: bool
    other: bool
    many: bool
    deed: str = ""
    acted_on: frozenset[str] = frozenset()


def _exchange(report: Row, sides: Sides) -> Sides:
    """Of a swap every side gives and takes, whatever roles the grammar gave them."""
    told = {word.lower() for word in str(report["trigger_text"]).split()}
    swaps = goes_both_ways(classes_of(report)) and (
        report.get("mode") == "prisoner_exchange" or told & mention_words("exchange")
    )
    if swaps and len(sides.all) > 1 and sides.form == "mutual":
        return Sides(sides.all, sides.all, sides.helpers)
    return sides


def mention(
    report: Row,
    participants: Iterable[Row],
    numbers: Iterable[Number],
    source: Row,
    text: str,
    usual: frozenset[str] = frozenset(),
) -> Mention:
    """One report as an account of its event.

    Args:
        report: A row of `reports` with its id. `_deed` and `_acted_on` may hold the word that tells
            it and those for what it was done to.
        participants: Its rows of `participants`.
        numbers: The figures it holds.
        source: Its row of `sources`.
        text: The text of its article.
        usual: Names that the article repeats all along.
    """
    held = list(participants)
    sides = _exchange(report, sides_of(held))
    done_to = [row for row in held if row["role"] == "target"]
    named = {str(row["actor_id"]): full_name(str(row["text"])) for row in done_to}
    left, right = sentence_at(text, report["char_start"], report["char_end"])
    sentence = text[left:right]
    told = [str(row["text"]) for row in held if kind_of(row["actor_id"]) != "country"]
    if report.get("place_id"):
        told.append(str(report.get("place_text") or ""))
    latest = source.get("published") or source.get("published_latest")
    words = opening(text, report["char_start"], str(report["trigger_text"]))
    further = opening(text, report["char_start"], str(report["trigger_text"]), 8)
    other = bool(words & mention_words("other") or further & mention_words("apart"))
    account = Account(
        reports=(report["report_id"],),
        told_by=(report["source_id"],),
        sources=frozenset({report["source_id"]}),
        founder=(latest or date.max, report["source_id"], report["char_start"]),
        classes=classes_of(report),
        standing=standing(report),
        sides=sides,
        days=days_of(report),
        place=report.get("place_id"),
        latest=latest if report["modality"] == "occurred" else None,
        numbers=frozenset(numbers),
        names=without(names(sentence), told) - usual,
        words=without(long_words(sentence), [*told, str(report["trigger_text"])]),
        modes=frozenset({str(report.get("mode") or "")}),
        casts=frozenset({known(sides.all)}),
        people=frozenset(
            actor.removeprefix("person-") for actor in named if kind_of(actor) == "person"
        ),
        called=frozenset(
            name for actor, name in named.items() if name and kind_of(actor) != "person"
        ),
        another=other,
        spelt=frozenset({str(report["place_text"])} if report.get("place_text") else ()),
    )
    return Mention(
        account,
        span=(report["char_start"], report["char_end"]),
        sentence=sentence,
        at=report["char_start"] - left,
        same=bool(words & mention_words("same")),
        other=other,
        many=bool(words & mention_words("plural")),
        deed=report.get("_deed") or "",
        acted_on=frozenset(report.get("_acted_on") or ()),
    )


def mentions(
    sources: Iterable[Row],
    reports: Iterable[Row],
    participants: Iterable[Row],
    numbers: Mapping[str, Iterable[Number]],
    texts: Mapping[str, str],
) -> dict[str, list[Mention]]:
    """source_id → its reports as accounts of events.

    Args:
        sources: Rows of `sources`.
        reports: Rows of `reports` with their ids.
        participants: Rows of `participants`.
        numbers: report_id → the figures that the report holds.
        texts: source_id → text of the article.
    """
    rows = {row["source_id"]: row for row in sources}
    parts = by_key(participants, "report_id")
    found: dict[str, list[Mention]] = {}
    usual: dict[str, frozenset[str]] = {}
    for report in in_text(reports):
        source, key = report["source_id"], report["report_id"]
        text = texts.get(source, "")
        if source not in usual:
            usual[source] = usual_names(text)
        one = mention(
            report,
            parts.get(key, ()),
            numbers.get(key, ()),
            rows[source],
            text,
            usual[source],
        )
        found.setdefault(source, []).append(one)
    return found
