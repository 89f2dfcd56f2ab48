"""Within one article: reports as accounts, and the mentions of one event as one account."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.link.account import Account, Number, together
from scripts.link.atlas import Atlas
from scripts.link.days import days_of
from scripts.link.kinds import (
    classes_of,
    goes_both_ways,
    mention_words,
    pace,
    shared_by_all,
    standing,
)
from scripts.link.sides import Sides, kind_of, sides_of
from scripts.link.values import Row, by_key, in_text
from scripts.link.words import long_words, names, opening, sentence_of, without

#: What is told without a date is of the article's own time, no older than this.
_OWN_TIME = timedelta(days=183)
#: A longer spell is looked back on, where the article has no day of its own.
_MONTH = 31


@dataclass(frozen=True)
class Mention:
    """One report as an account, and how its words point to it.

    same: they point back ("the handover"). other: they set it apart ("another attack").
    many: they tell of several at once ("sporadic clashes"). span: where they stand. sentence: the
    words around them.
    """

    account: Account
    span: tuple[int, int]
    sentence: str
    same: bool
    other: bool
    many: bool


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
) -> Mention:
    """One report as an account of its event.

    Args:
        report: A row of `reports` with its id.
        participants: Its rows of `participants`.
        numbers: The figures it holds.
        source: Its row of `sources`.
        text: The text of its article.
    """
    held = list(participants)
    sides = _exchange(report, sides_of(held))
    sentence = sentence_of(text, report["char_start"], report["char_end"])
    known = [str(row["text"]) for row in held if kind_of(row["actor_id"]) != "country"]
    if report.get("place_id"):
        known.append(str(report.get("place_text") or ""))
    latest = source.get("published") or source.get("published_latest")
    words = opening(text, report["char_start"], str(report["trigger_text"]))
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
        names=without(names(sentence), known),
        words=without(long_words(sentence), [*known, str(report["trigger_text"])]),
        modes=frozenset({str(report.get("mode") or "")}),
        casts=frozenset({sides.all}),
    )
    return Mention(
        account,
        span=(report["char_start"], report["char_end"]),
        sentence=sentence,
        same=bool(words & mention_words("same")),
        other=bool(words & mention_words("other")),
        many=bool(words & mention_words("plural")),
    )


def _tells_little(account: Account) -> bool:
    return account.days is None and account.place is None and not account.numbers


def _points_back(one: Mention, told: Account) -> bool:
    """Whether a mention takes up what was told: "the talks", "the fighting in autumn"."""
    if not one.same:
        return False
    if _tells_little(one.account):
        return one.account.sides.all <= told.sides.all
    # A war is fought once in its days, whoever is not named again as fighting it.
    dated = one.account.days is not None and told.days is not None
    return dated and not one.account.sides.all and pace(told.classes) == "lasting"


def _same_days(a: Account, b: Account) -> bool:
    return a.days is not None and a.days == b.days and a.days.width <= 7


def _is_history(one: Mention, told: Account) -> bool:
    """Whether an account lies far before the day of an article that gives a mention no date."""
    latest = one.account.latest
    if one.account.days is not None or told.days is None:
        return False
    if latest is None:
        return told.days.width > _MONTH
    return latest - told.days.end > _OWN_TIME


def _reason(one: Mention, told: Account, mentioned: Sequence[Mention]) -> float:
    """What speaks for a mention being one of the event already told; 0: nothing.

    Words in common (two triggers of one clause) and a shared figure outweigh equal roles, and all
    of these a bare "the talks".

    Args:
        one: The mention.
        told: An account that it could be one with.
        mentioned: The mentions of that account.
    """
    mine = one.account
    if any(m.span[0] < one.span[1] and one.span[0] < m.span[1] for m in mentioned):
        return 5.0
    measured = {key for key in mine.numbers & told.numbers if key[2]}
    if measured:
        return 4.0
    if one.other or one.many:
        return 0.0
    sides, theirs = mine.sides, told.sides
    known = len(sides.all) > 1 or (bool(sides.all) and mine.place is not None)
    equal = (sides.sources, sides.targets) == (theirs.sources, theirs.targets)
    widest = max(mine.days.width, told.days.width) if mine.days and told.days else None
    alike = (mine.modes & told.modes or one.same) and not _is_history(one, told)
    if equal and known and (widest or alike):
        return 3.0
    if widest and widest <= 7 and sides.all & theirs.all:
        return 2.5
    together_told = any(m.sentence == one.sentence for m in mentioned)
    if together_told and mine.days and mine.days == told.days and sides.all == theirs.all:
        return 2.5
    person = any(kind_of(actor) == "person" for actor in sides.targets & theirs.targets)
    if person and pace(mine.classes & told.classes) == "frequent":
        return 2.5
    # "They agreed, said a statement": the one names who, the other when.
    beside = together_told and shared_by_all(mine.classes)
    nameless = not (sides.all and theirs.all) and (beside or _same_days(mine, told))
    return 2.0 if nameless or _points_back(one, told) else 0.0


def _fullness(one: Mention) -> tuple[bool, bool, int, bool, int, int]:
    account = one.account
    return (
        not account.sides.all,
        account.days is None,
        account.days.width if account.days else 0,
        account.place is None,
        -len(account.sides.all) - len(account.numbers),
        account.founder[2],
    )


def fold(mentions: Iterable[Mention], atlas: Atlas) -> list[Account]:
    """The mentions of one article as one account an event; doubtful ones stay apart.

    What tells most comes first; a mention joins the one account that most speaks for, and none
    where two fit equally well.
    """
    told: list[Account] = []
    mentioned: list[list[Mention]] = []
    for one in sorted(mentions, key=_fullness):
        fits = [
            (_reason(one, account, mentioned[place]), place, joined)
            for place, account in enumerate(told)
            if (joined := together(account, one.account, atlas)) is not None
        ]
        best = max((reason for reason, _, _ in fits), default=0.0)
        chosen = [fit for fit in fits if fit[0] == best]
        if len(chosen) > 1:
            chosen = [fit for fit in chosen if told[fit[1]].sides.form == "mutual"]
        if best > 0 and len(chosen) == 1:
            told[chosen[0][1]] = chosen[0][2]
            mentioned[chosen[0][1]].append(one)
        else:
            told.append(one.account)
            mentioned.append([one])
    return sorted(told, key=lambda account: account.founder)


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
    for report in in_text(reports):
        source, key = report["source_id"], report["report_id"]
        one = mention(
            report, parts.get(key, ()), numbers.get(key, ()), rows[source], texts.get(source, "")
        )
        found.setdefault(source, []).append(one)
    return found
