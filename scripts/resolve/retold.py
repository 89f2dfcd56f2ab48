"""Days of reports that no date of their own dates: those of the event that they hang on.

An act announced takes the day of the accord that is the news; a clause that points to an event
told elsewhere ("in the raid", "under the deal") takes the days of that event; what happened after
it lies between it and publication. What points to nothing that has a day stays open.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from scripts.find.drafts import Pointer
from scripts.find.scene import classes
from scripts.resolve.published import Published
from scripts.resolve.told import DATE, Told

#: Days before publication up to which an event is news.
_NEWS = timedelta(days=31)
#: Words back to which "the deal" means the one told last, over one break at most.
_NEAR = 80
#: About as far as a sentence goes to either side of a word.
_REACH = 200
_END = re.compile(r"(?<=[a-z\d”\"])[.!?][\"”]?\s|\n")
#: Words of a sentence that may put it at another time than what was told before.
_OTHER_TIME = re.compile(
    r"\b(?:previously|earlier|formerly|once|again|another|also|since|later|then|had|has|have|before"
    r"|after|following|repeatedly|often|regularly|never|who|whom|which)\b|['’](?:ve|d)\b"
)
_PRONOUN = re.compile(r"(?:\w+ly,? )?(?:he|she|they)\b", re.IGNORECASE)
_BREAK = re.compile(r"\n\s*")


def date_the_open(told: Sequence[Told], text: str, published: Published) -> None:
    """Give days to the reports of one article that have none, where another report settles them.

    Args:
        told: The reports, in order; their rows are changed.
        text: The article's text.
        published: When it was published.
    """
    for one in told:
        if one.row["date_text"] is None and one.pointer is not None:
            _take(one, _pointed(one, one.pointer, told, text, published))
        if one.row["date_text"] is None and one.row["found_by"].startswith("verb"):
            _take(one, _told_again(one, told, text, published))
    _date_by_accord(told, published)


def _take(one: Told, dated: dict[str, Any] | None) -> None:
    if dated is not None:
        one.row.update({**dated, "date_basis": "context"})


def _pointed(
    one: Told, pointer: Pointer, told: Sequence[Told], text: str, published: Published
) -> dict[str, Any] | None:
    """The days of a report by the event that its clause points to."""
    event = _meant(one, pointer, told, text, published)
    if event is None:
        return None
    found = {column: event.row[column] for column in DATE}
    to_the_day = event.row["date_precision"] == "day"
    if pointer.relation == "within":
        return found
    if pointer.relation == "under":  # what a deal brought may have come days later
        return found if not to_the_day or one.row["modality"] == "announced" else None
    if not (to_the_day and published.day and _is_news(event, published)):
        return None
    known = event.row["start_date"] == published.day
    return {**found, "end_date": published.day, "date_precision": "day" if known else "range"}


def _told_again(
    one: Told, told: Sequence[Told], text: str, published: Published
) -> dict[str, Any] | None:
    """The day of what was told before of the same deed and actors: in the lead, or just before.

    "Police said that Ali attacked two guards on Monday. He attacked them with a knife".
    """
    sentence = _sentence(text, one.at)
    if one.row["modality"] != "occurred" or _OTHER_TIME.search(sentence):
        return None
    before = [other for other in told if other.at < one.at and other.row["type"] == one.row["type"]]
    if not before:
        return None
    last = before[-1]
    shared = _shares_sides(one, last)
    alike = last.row["mode"] == one.row["mode"] or not (one.parts and last.parts)
    goes_on = alike and _PRONOUN.match(sentence.strip())
    if len({one.row["place_id"], last.row["place_id"]} - {None}) > 1:
        return None
    news = last is told[0] and _is_news(last, published) and last.row["mode"] == one.row["mode"]
    ends = len(_END.findall(text, last.at, one.at))
    beside = ends <= 1 and "\n" not in text[last.at : one.at]
    if not ((news and shared) or (beside and (shared or goes_on))):
        return None
    if last.row["date_precision"] != "day":
        return None
    return {column: last.row[column] for column in DATE}


def _shares_sides(one: Told, other: Told) -> bool:
    """Whether two reports name an actor in common, and no others in one role."""
    shared = False
    for role in ("source", "target"):
        ours, theirs = ({p["actor_id"] for p in t.parts if p["role"] == role} for t in (one, other))
        if ours and theirs and not ours & theirs:
            return False
        shared = shared or bool(ours & theirs)
    return shared


def _meant(
    one: Told, pointer: Pointer, told: Sequence[Told], text: str, published: Published
) -> Told | None:
    """The event that a noun means: the last such one of two paragraphs, else that of the lead."""
    like = [other for other in told if other.at < one.at and _fits(pointer, other, text)]
    near = [other for other in like if len(text[other.at : one.at].split()) <= _NEAR]
    near = [other for other in near if len(_BREAK.findall(text, other.at, one.at)) <= 1]
    near = [other for other in near if not _goes_back(other, pointer.noun)]
    if near:
        return near[-1] if near[-1].row["start_date"] is not None else None
    news = [other for other in like if _is_news(other, published)]
    return news[0] if news and news[0] is like[0] else None


def _goes_back(other: Told, noun: str) -> bool:
    """Whether a report without a day points back itself: "carried out the raid"."""
    words = rf"\b(?:the|this|that|these|those) {re.escape(noun)}"
    return other.row["start_date"] is None and bool(re.search(words, other.row["trigger_text"]))


def _fits(pointer: Pointer, other: Told, text: str) -> bool:
    """Whether a noun can mean a report: by its word, or as a broad word for all of its type."""
    if other.several and not pointer.many:
        return False
    truce = other.row["mode"] == "ceasefire" and "AGREE" in pointer.types
    typed = not pointer.types or other.row["type"] in pointer.types
    if pointer.noun in classes()["broad"] and (typed or truce):
        return True
    stem = re.escape(pointer.noun[: max(4, len(pointer.noun) - 1)])
    return typed and bool(re.search(rf"\b{stem}", _sentence(text, other.at), re.IGNORECASE))


def _sentence(text: str, at: int) -> str:
    before, after = _END.split(text[max(0, at - _REACH) : at]), _END.split(text[at : at + _REACH])
    return before[-1] + after[0]


def _is_news(one: Told, published: Published) -> bool:
    start: date | None = one.row["start_date"]
    if start is None:
        return False
    if published.day is None:
        return bool(one.row["date_basis"] == "context")
    return timedelta(0) <= published.day - start <= _NEWS


def _date_by_accord(told: Sequence[Told], published: Published) -> None:
    """Date an announced act by the one agreement that is the article's news, where it has no day.

    "Under the accord, Chad will free nine" was announced when the accord was made. An agreement is
    news if it is told by words that are seen from the day of publication, or lies within a month
    before it. With two such agreements on different days nobody can tell, and the act stays open.
    """
    accords = {
        (one.row["start_date"], one.row["end_date"], one.row["date_precision"]): one.row[
            "date_text"
        ]
        for one in reversed(told)
        if one.row["type"] == "AGREE"
        and one.row["modality"] == "occurred"
        and _is_news(one, published)
    }
    if len(accords) != 1:
        return
    ((start, end, precision), words), *_ = accords.items()
    for one in told:
        if one.row["modality"] == "announced" and one.row["date_text"] is None:
            days = dict(zip(DATE, (start, end, precision, words, "context"), strict=True))
            one.row.update(days)
