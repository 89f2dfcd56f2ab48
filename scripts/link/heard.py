"""Whose word a telling is, where its article has it from somebody alone."""

from collections.abc import Iterable, Mapping, Sequence

from scripts.link.independence import speaker_behind
from scripts.link.parts import Event
from scripts.link.sides import kind_of
from scripts.link.values import Row, by_key
from scripts.link.words import WORD, line_of, plain

_WITNESS = "statement:"


def heard_from(
    events: Sequence[Event],
    reports: Iterable[Row],
    statements: Iterable[Row],
    titles: Mapping[str, str],
    texts: Mapping[str, str],
) -> dict[str, str]:
    """report_id → the speaker on whose word it rests.

    An article has an event from a speaker where all that it tells of it is said by that speaker;
    what it tells in its own voice beside makes it a witness of its own. A title attributes nothing
    and tells nothing.

    Args:
        events: All events.
        reports: Rows of `reports`.
        statements: Rows of `statements`.
        titles: source_id → title of the article.
        texts: source_id → text of the article.
    """
    said = by_key(statements, "source_id")
    rows = {row["report_id"]: row for row in reports}
    found: dict[str, str] = {}
    for event in events:
        told: dict[str, list[Row]] = {}
        for key in event.account.reports:
            told.setdefault(rows[key]["source_id"], []).append(rows[key])
        for source, held in sorted(told.items()):
            if source not in said:
                continue
            inside = [row for row in held if not _in_title(row, titles, texts)]
            who = {_speaker(row, said[source]) for row in inside}
            name = who.pop() if len(who) == 1 else None
            if name:
                found.update({row["report_id"]: name for row in held})
    return found


def _in_title(report: Row, titles: Mapping[str, str], texts: Mapping[str, str]) -> bool:
    text = texts.get(report["source_id"], "")
    start, end = line_of(text, report["char_start"])
    title = titles.get(report["source_id"]) or ""
    return bool(title) and _words(text[start:end]) == _words(title)


def _words(line: str) -> list[str]:
    return [plain(word) for word in WORD.findall(line)]


def _speaker(report: Row, said: Iterable[Row]) -> str | None:
    """Who says a report, by the narrowest statement that holds it."""
    around = [
        (row["char_end"] - row["char_start"], row["char_start"], row["statement_id"], row)
        for row in said
        if row["char_start"] <= report["char_start"] and report["char_end"] <= row["char_end"]
    ]
    return speaker_behind(min(around)[-1]) if around else None


def of_one_country(
    rests_on: Mapping[str, str], event_of: Mapping[str, str | None]
) -> dict[str, str]:
    """The same with one name for a body that papers name more and less closely on one event.

    "The police" are those of a country where just one country's police are heard; a state is its
    ministry where just one of its bodies is heard.

    Args:
        rests_on: report_id or figure_id → the statement that it rests on.
        event_of: report_id or figure_id → its event.
    """
    closer: dict[tuple[str | None, str], set[str]] = {}
    for key, name in rests_on.items():
        country, colon, body = name.removeprefix(_WITNESS).partition(":")
        if colon and kind_of(country) == "country" and not body[0].isdigit():
            for less in (country, body):
                closer.setdefault((event_of.get(key), less), set()).add(name)
    found = dict(rests_on)
    for key, name in rests_on.items():
        named = closer.get((event_of.get(key), name.removeprefix(_WITNESS)), set())
        if len(named) == 1:
            found[key] = min(named)
    return found
