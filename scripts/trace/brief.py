"""A row in one line, a code in its words, a source with its day: what stands beside an id."""

from collections.abc import Mapping

from scripts.trace.edition import Edition, Row, codes_of

#: More characters of a quotation or label are cut off where a row is only named.
_LONG = 90


def cut(words: str, most: int = _LONG) -> str:
    """Words that fit in a line; `…` stands for the rest."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def days(row: Row) -> str:
    """The day of an event or the first and last that its words allow; "" where none is known."""
    first, last = row.get("start_date", ""), row.get("end_date", "")
    return first if first == last else f"{first or '…'} to {last or '…'}"


def named(edition: Edition, table: str, key: str) -> str:
    """Id → name of an actor, place, source or event; the id itself where it has none."""
    row = edition.row(table, key)
    return row.get("name") or row.get("title") or row.get("label") or key


def brief(edition: Edition, table: str, row: Row) -> str:
    """What a row says, in one line."""

    def told(*parts: str) -> str:
        return ", ".join(part for part in parts if part)

    def actor(key: str) -> str:
        return named(edition, "actors", key) if key else ""

    words: Mapping[str, str] = {
        "sources": told(f"“{row.get('title') or row.get('source_id', '')}”", published(row)),
        "events": told(row.get("label", ""), row.get("modality", "")),
        "reports": told(row.get("mode") or row.get("type", ""), row.get("modality", ""), days(row)),
        "participants": f"{actor(row.get('actor_id', ''))} as {row.get('role', '')} of "
        f"{named(edition, 'events', row.get('event_id', ''))}",
        "statements": actor(row.get("speaker_id", "")) or row.get("speaker") or "nobody named",
        "utterances": cut(row.get("text", "")),
        "figures": told(
            row.get("text", ""),
            row.get("measure", "").replace("other", ""),
            row.get("modality", ""),
        ),
        "comparisons": f"{row.get('verdict', '')}: {row.get('note', '')}",
        "sides": row.get("value_text", "")
        + (f" ({row['modality']})" if row.get("modality") not in {None, "", "occurred"} else ""),
        "actors": told(row.get("name", ""), row.get("kind", "")),
        "places": told(row.get("name", ""), actor(row.get("country_id", ""))),
    }
    return words[table]


def published(source: Row) -> str:
    """Publisher and day of a source, as far as they are known."""
    return ", ".join(filter(None, [source.get("publisher", ""), day_of(source)]))


def day_of(source: Row) -> str:
    """The day on which a source was published, or the days between which it was; "" for none."""
    first, last = source.get("published_earliest", ""), source.get("published_latest", "")
    return source.get("published") or (f"between {first} and {last}" if first and last else "")


def meaning(edition: Edition, table: str, column: str, cell: str) -> str:
    """What a code of a code list means; "" for a cell that is none."""
    codes = codes_of(table, column)
    entry = edition.codelists.get(codes, {}).get(cell, {}) if codes else {}
    return entry.get("description") or entry.get("title", "")
