"""What a source says of a fact, in words for readers: roles, days and names instead of codes."""

import re
from collections.abc import Sequence

from scripts.compare.notes import listed
from scripts.page.dates import in_words, with_days_in_words
from scripts.page.names import in_sentence
from scripts.page.titles import actor_name, code_title, who_did_what
from scripts.trace.edition import Edition, Row

#: How a thing is told, as a reader would say it, where its title does not.
_TOLD = {
    "occurred": "told as done",
    "possible": "told as possible",
}
_ROLES = {"mediator": "mediated by", "host": "hosted by"}
_ROLE = re.compile(r"(?:^|; )(source|target|mediator|host): ")


def side_words(edition: Edition, about: str, side: Row) -> str:
    """The words of one side of a comparison.

    Args:
        edition: The package.
        about: What the comparison is about, a code of `comparison_subjects`.
        side: A row of `sides`.
    """
    if about == "date":
        return _date(edition, side)
    if about == "participant":
        return _participants(edition, side)
    marks = ", ".join(side_marks(edition, side))
    return f"{side.get('value_text', '')}{f' ({marks})' if marks else ''}"


def told_words(edition: Edition, modality: str) -> str:
    """How a thing is told, in a word or three: "told as done", "announced"."""
    return _TOLD.get(modality) or code_title(edition, "events", "modality", modality).lower()


def side_marks(edition: Edition, side: Row) -> list[str]:
    """What sets a number apart from others of its source: "earlier", "a part"."""
    told = edition.where("sides", "comparison_id", side.get("comparison_id", ""))
    own = [one.get("as_of", "") for one in told if one["source_id"] == side["source_id"]]
    earlier = side.get("as_of", "") != max(own, default="")
    part = side.get("scope") == "part"
    return [mark for mark, holds in (("earlier", earlier), ("a part", part)) if holds]


def in_its_words(edition: Edition, row: Row) -> bool:
    """Whether the words of a row are those of its source, and not of a digest of it."""
    return edition.row("sources", row.get("source_id", "")).get("basis") != "digest"


def counts_words(sources: int, independent: int, publisher: str = "") -> str:
    """How many sources, and how many of them do not rest on each other.

    Args:
        sources: How many there are.
        independent: How many count.
        publisher: Who published all of them; "" where it is not one and the same.
    """
    if sources == 1:
        return "1 source"
    if publisher:
        rests = ", which rest on one, so they count as one" if independent == 1 else ""
        return f"{sources} articles of {publisher}{rests}"
    if independent == sources:
        return f"{sources} sources, {'both' if sources == 2 else 'all'} independent"
    if independent == 1:
        return f"{sources} sources that rest on one, so they count as one"
    return f"{sources} sources, {independent} of them independent"


def fact_counts(edition: Edition, comparison: Row) -> str:
    """How many sources, of which publishers, how many rest on no other, and how they tell it.

    "3 sources, 2 of them independent: 1 tells it as done, 2 announce it"; "3 articles of Post".
    """
    sides = edition.where("sides", "comparison_id", comparison["comparison_id"])
    sources = list(dict.fromkeys(side["source_id"] for side in sides))
    publishers = {edition.row("sources", one).get("publisher") or one for one in sources}
    independent = int(comparison.get("independent_count") or 0)
    if len(sources) < 2:
        counting = comparison.get("about") == "figure"
        several = len({side.get("value_text", "") for side in sides}) if counting else 1
        return f"1 source, which gives {several} numbers" if several > 1 else "1 source"
    if 1 < len(publishers) < len(sources) and independent > 1:
        words = f"{len(sources)} sources of {len(publishers)} publishers"
        words += f", {independent} of them independent" if independent < len(publishers) else ""
    else:
        alone = min(publishers) if len(publishers) == 1 else ""
        words = counts_words(len(sources), independent, alone)
    return f"{words}{_told_how(sides)}"


def _told_how(sides: Sequence[Row]) -> str:
    """How many tell a thing as done and how many announce it, where both happen."""
    by_source: dict[str, set[str]] = {}
    for side in sides:
        by_source.setdefault(side["source_id"], set()).add(side.get("modality", ""))
    done = sum("occurred" in told for told in by_source.values())
    promised = sum(told & {"announced", "occurred"} == {"announced"} for told in by_source.values())
    if not done or not promised:
        return ""
    return (
        f": {done} {'tells' if done == 1 else 'tell'} it as done, "
        f"{promised} {'announces' if promised == 1 else 'announce'} it"
    )


def _date(edition: Edition, side: Row) -> str:
    """The day, and the words that say so: "7 December 2023 (“Thursday”)"."""
    report = edition.row("reports", side.get("report_id", ""))
    when = in_words(
        report.get("start_date", ""), report.get("end_date", ""), report.get("date_precision", "")
    )
    words = report.get("date_text", "")
    if not when:
        return with_days_in_words(side.get("value_text", ""))
    if not words or words.lower() == when.lower():
        return when
    return f"{when} ({f'“{words}”' if in_its_words(edition, report) else words})"


def _participants(edition: Edition, side: Row) -> str:
    """Who took part, and how: "by Chad, concerning Peru, mediated by Chile"."""
    written = side.get("value_text", "")
    cut = _ROLE.split(written)
    told = dict(zip(cut[1::2], cut[2::2], strict=True))
    if cut[0] or not told:
        return written
    rows = edition.where("participants", "report_id", side.get("report_id", ""))
    names = {role: _names(edition, rows, role, words) for role, words in told.items()}
    acting, suffering = names.get("source", []), names.get("target", [])
    if acting and sorted(acting) == sorted(suffering):
        parts = [f"{listed(acting)}, to one another"]
    else:
        parts = [who_did_what(acting, suffering, shared=not suffering)]
    parts += [f"{words} {listed(names[role])}" for role, words in _ROLES.items() if role in names]
    return ", ".join(filter(None, parts))


def _names(edition: Edition, rows: Sequence[Row], role: str, written: str) -> list[str]:
    """The actors of a role, as the report names them; as they are written where it has others."""
    actors = sorted({row["actor_id"] for row in rows if row.get("role") == role})
    found = sorted(actor_name(edition, actor) for actor in actors)
    if ", ".join(found) != written:
        return [written]
    return [in_sentence(name) for name in found]
