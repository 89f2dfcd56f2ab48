"""Report drafts of one article → rows of reports and participants, each thing told once."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from schemas.tables import codelist
from scripts.find.dates import DateWords
from scripts.find.drafts import ReportDraft, Span
from scripts.read.article import Article
from scripts.resolve.brokered import join_helpers
from scripts.resolve.counted_back import date_counted_back
from scripts.resolve.dates import When
from scripts.resolve.published import Published
from scripts.resolve.retold import date_the_open
from scripts.resolve.told import DATE, Row, Told

#: Words → ids of the actors they name, in order; none if they name nobody.
Naming = Callable[[Span], Sequence[str]]
#: A report and the participants that its words name → its participants.
Completing = Callable[[ReportDraft, Sequence[Row]], list[Row]]
#: Modifiers that say when something began and leave open when it ended.
_ONGOING = {"since", "after"}
#: What stands before a noun that was spoken of already, with what may describe it.
_POINTING = re.compile(
    r"\b(?:the|this|that|these|those|their|its|his|her)(?: [\w’'-]+){0,3} $", re.IGNORECASE
)
#: Words that are more than a pronoun or a bare number: who is meant can be read there.
_NAMING = re.compile(
    r"\b(?!(?:they|them|he|him|his|she|her|it|its|their|we|us|our|you|i|who|whom|which|that|those"
    r"|these|others|all|both|each|some|many|the|a|an|one|two|three)\b)[^\W\d_]{2,}",
    re.IGNORECASE,
)
#: Titles of those who meet in office.
_OFFICE = re.compile(
    r"\b(?:president|minister|secretary|leader|envoy|ambassador|premier|chancellor|king|queen|pope"
    r"|prince|emir|general|commander|chief|negotiator|mediator|diplomat|official|delegation|mr)\b",
    re.IGNORECASE,
)
_OPEN = {"by", "before", "until"}


def report_rows(
    article: Article,
    drafts: Sequence[ReportDraft],
    dates: Sequence[DateWords],
    days: Mapping[Span, When],
    published: Published,
    actors_of: Naming,
    place_of: Callable[[Span], str],
    complete: Completing = lambda _, parts: list(parts),
) -> list[Told]:
    """The reports of one article, in order, without event ids.

    Args:
        article: The article.
        drafts: What the finder found in it.
        dates: Its date words.
        days: The days that they were resolved to.
        published: When it was published.
        actors_of: Words → actor ids.
        place_of: Words → place id, or "".
        complete: What the rest of the article says of the participants (see `parts`).

    Returns:
        Rows with their participants. Words that pass between parties are left out where they name
        neither an actor nor a place nor a day, nor anybody ("they agreed"); a deed is told by its
        words alone ("gunmen shot dead two drivers"), whoever did it.
    """
    modifiers = {words.span: words.modifier for words in dates}
    told = []
    for draft in drafts:
        when = _when(draft, days, modifiers, published)
        row: Row = {
            "source_id": article.source_id,
            "char_start": draft.span.start,
            "char_end": draft.span.end,
            "trigger_text": draft.span.of(article.text),
            "type": draft.type,
            "mode": draft.mode or None,
            "modality": draft.modality,
            "start_date": when.start if when else None,
            "end_date": when.end if when else None,
            "date_precision": when.precision if when and when.start else None,
            "date_text": when.text if when else None,
            "date_basis": when.basis if when and when.start else None,
            "place_id": (place_of(draft.place) or None) if draft.place else None,
            "place_text": draft.place.of(article.text) if draft.place else None,
            "found_by": draft.found_by,
            "_deed": draft.deed,
            "_acted_on": draft.acted_on,
        }
        parts = complete(draft, _participants(article, draft, actors_of))
        one = Told(row, parts, draft.trigger.start, draft.several, draft.pointer)
        known = parts or row["place_id"] or row["start_date"] or _is_told(draft, article.text)
        if known and not _is_private(row, parts):
            told.append(one)
        elif not known and _points_back(one, article.text):
            _told_again(one, [first for first in told if _goes_back(one, first)])
    kept = _one_agreement(_once(_apart(told), article.text), article.text)
    kept = join_helpers(kept, article.text)
    date_counted_back(kept, dates, days, article.text)
    date_the_open(kept, article.text, published)
    return kept


def _is_private(row: Row, parts: Sequence[Row]) -> bool:
    """Whether two persons merely met, wrote or called, neither of whom stands for a body."""
    return bool(
        row["type"] == "CONSULT"
        and parts
        and all(part["actor_id"].startswith("person-") for part in parts)
        and not any(_OFFICE.search(part["text"]) for part in parts)
    )


def _is_told(draft: ReportDraft, text: str) -> bool:
    if codelist("event_types").rows[draft.type]["cooperation"] == "material":
        return True
    return any(_NAMING.search(span.of(text)) for _, span in draft.roles)


def _participants(article: Article, draft: ReportDraft, actors_of: Naming) -> list[Row]:
    parts: list[Row] = []
    seen: set[tuple[str, str]] = set()
    for role in codelist("roles").codes:
        for span in (span for named, span in draft.roles if named == role):
            for actor in actors_of(span):
                if (role, actor) not in seen:
                    seen.add((role, actor))
                    parts.append(
                        {
                            "role": role,
                            "actor_id": actor,
                            "char_start": span.start,
                            "char_end": span.end,
                            "text": span.of(article.text),
                        }
                    )
    return parts


def _when(
    draft: ReportDraft,
    days: Mapping[Span, When],
    modifiers: Mapping[Span, str],
    published: Published,
) -> When | None:
    """The days of the report; of a spell that goes on since a day, from that day to publication."""
    if draft.date is None:
        return None
    when = days.get(draft.date)
    if draft.lent and (when is None or when.precision != "day"):
        return None
    if when is None or when.start is None:
        return when
    modifier = "" if draft.bare or _is_state(draft) else modifiers.get(draft.date, "")
    if modifier in _OPEN:
        return When(None, None, "", "", when.text)
    if modifier == "since" or (modifier in _ONGOING and _goes_on(draft)):
        last: date | None = published.day
        if last is None or last < when.start:
            return When(None, None, "", "", when.text)
        return When(when.start, last, "range", when.basis, when.text)
    return when


def _is_state(draft: ReportDraft) -> bool:
    """Whether a noun tells of a capture by what came of it: "in their hands since April"."""
    return draft.mode == "capture" and draft.found_by.startswith("noun")


def _goes_on(draft: ReportDraft) -> bool:
    """Whether a noun in the plural or a shared act tells of a spell rather than of one deed."""
    return draft.found_by.startswith("noun-mutual")


def _apart(told: list[Told]) -> list[Told]:
    """Leave out a second report whose words, type and place in the text are those of a first."""
    kept: list[Told] = []
    for one in told:
        key = (one.row["char_start"], one.row["char_end"], one.row["type"])
        if all((k.row["char_start"], k.row["char_end"], k.row["type"]) != key for k in kept):
            kept.append(one)
    return kept


def _once(told: list[Told], text: str) -> list[Told]:
    """Leave out a noun that points back to what was told before: "the raid", "their talks"."""
    kept: list[Told] = []
    for one in told:
        known = [first for first in kept if _goes_back(one, first)]
        if known and _points_back(one, text):
            _told_again(one, known)
        else:
            kept.append(one)
    return kept


def _points_back(one: Told, text: str) -> bool:
    before = text[max(0, one.at - 60) : one.at]
    return one.row["found_by"].startswith("noun") and bool(_POINTING.search(before))


def _told_again(one: Told, known: Sequence[Told]) -> None:
    """Keep with the last of the reports it can mean where a noun that is no report points back.

    What is counted there may be of that report: "The talks lasted six hours".
    """
    if known:
        row = known[-1].row
        row["_again"] = (*row.get("_again", ()), (one.row["char_start"], one.row["char_end"]))


def _goes_back(one: Told, first: Told) -> bool:
    """Whether a report adds nothing to an earlier one: type, actors, day and place are there."""
    same = all(first.row[column] == one.row[column] for column in ("type", "modality"))
    date = [one.row[column] for column in ("start_date", "end_date")]
    known = [first.row[column] for column in ("start_date", "end_date")]
    place = one.row["place_id"]
    return bool(
        same
        and one.actors <= first.actors
        and (one.row["date_text"] is None or (date[0] is not None and date == known))
        and place in {None, first.row["place_id"]}
    )


def _one_agreement(told: list[Told], text: str) -> list[Told]:
    """Join what one paragraph tells of an agreement between the same actors.

    "Chad and Sudan have agreed to meet, according to a joint statement that they issued on Monday":
    the first telling stands and takes the day of the second, where it has none.
    """
    kept: list[Told] = []
    for one in told:
        if one.row["type"] == "AGREE" and one.actors:
            first = next((k for k in kept if _is_same(k, one, text)), None)
            if first is not None:
                if first.row["start_date"] is None:
                    first.row.update({column: one.row[column] for column in DATE})
                continue
        kept.append(one)
    return kept


def _other_text(first: Row, one: Row) -> bool:
    """Whether two agreements are put down in texts of two kinds: a treaty and a declaration."""
    texts = set(first["_acted_on"]), set(one["_acted_on"])
    return bool(texts[0] and texts[1] and not texts[0] & texts[1])


def _is_same(first: Told, one: Told, text: str) -> bool:
    days = first.row["start_date"], one.row["start_date"]
    between = text[first.row["char_end"] : one.row["char_start"]]
    return bool(
        first.row["type"] == "AGREE"
        and first.row["modality"] == one.row["modality"]
        and first.actors == one.actors
        and not _other_text(first.row, one.row)
        and (None in days or days[0] == days[1])
        and "\n" not in between
    )
