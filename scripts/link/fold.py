"""Within one article: the mentions of one event become one account of it.

Different deeds stay apart, though the same people did them on one day: what was looted is not what
was burned, and a treaty is not a declaration.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from scripts.link.account import Account, together
from scripts.link.atlas import Atlas
from scripts.link.bare import join_bare
from scripts.link.days import meet
from scripts.link.kinds import mention_words, pace, shared_by_all
from scripts.link.sides import kind_of
from scripts.link.tellings import Mention
from scripts.link.words import WORD

#: Modes in which a war is told, or the whole of a fight that may be called one.
_WARS = frozenset({"war", "invasion", "offensive", "clash"})
#: What is told without a date is of the article's own time, no older than this.
_OWN_TIME = timedelta(days=183)
#: A longer spell is looked back on, where the article has no day of its own.
_MONTH = 31


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


def _in_force(one: Mention) -> bool:
    words = {word.lower() for word in WORD.findall(one.sentence[one.at :])}
    return not words.isdisjoint(mention_words("force"))


def _says_when(one: Mention, told: Account, mentioned: Sequence[Mention]) -> bool:
    """Whether a mention says when the truce or the fighting was that the article says is whose.

    It lies in the month before the article was printed, and is told in the same terms; what is
    agreed on one day is in force from another.
    """
    mine = one.account
    if any(_in_force(one) != _in_force(other) for other in mentioned):
        return False
    if mine.sides.all or mine.days is None or told.days is not None or len(told.sides.all) < 2:
        return False
    if mine.latest is None or (mine.latest - mine.days.start).days > _MONTH:
        return False
    classes = mine.classes & told.classes
    if mine.modes.isdisjoint(told.modes) or not shared_by_all(classes):
        return False
    return pace(classes) == "lasting" or (one.same and pace(classes) == "usual")


def _is_history(one: Mention, told: Account) -> bool:
    """Whether an account lies far before the day of an article that gives a mention no date."""
    latest = one.account.latest
    if one.account.days is not None or told.days is None:
        return False
    if latest is None:
        return told.days.width > _MONTH
    return latest - told.days.end > _OWN_TIME


def _is_war(one: Mention) -> bool:
    return "war" in one.account.modes


def _is_answer(one: Mention, other: Mention) -> bool:
    """Whether one sentence tells one deed as coming after the other, or in answer to it.

    People "killed after a bomb went off" are killed by it; "days after" tells of two deeds.
    """
    first, second = sorted((one, other), key=lambda mention: mention.at)
    words = [word.lower() for word in WORD.findall(one.sentence[first.at : second.at])]
    if not mention_words("answer").isdisjoint(words):
        return True
    turns = [at for at, word in enumerate(words) if word in mention_words("turn")]
    if "kill" in one.account.modes | other.account.modes:
        turns = [at for at in turns if at and words[at - 1] in mention_words("unit")]
    return bool(turns)


def _is_another(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell of two deeds: other words for it, done to something else.

    The same word for it, in another sentence, may tell the same with other words for its object.
    In one sentence another way of doing it is another deed.
    """
    beside = one.sentence == other.sentence
    if (
        beside
        and _is_war(one) != _is_war(other)
        and not (one.account.modes | other.account.modes) <= _WARS
    ):
        return True  # "the war began when rebels stormed the port"
    if beside and one.account.standing == other.account.standing and _is_answer(one, other):
        return True
    if one.acted_on and other.acted_on:
        apart = one.deed != other.deed or beside
        return apart and one.acted_on.isdisjoint(other.acted_on)
    told = one.deed and other.deed and (one.acted_on or other.acted_on)
    return bool(told and beside and one.account.modes.isdisjoint(other.account.modes))


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
    if any(_is_another(one, other) for other in mentioned):
        return 0.0
    if any(m.span[0] < one.span[1] and one.span[0] < m.span[1] for m in mentioned):
        return 5.0
    if any(key[2] for key in mine.numbers & told.numbers):
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
    if nameless or _points_back(one, told):
        return 2.0
    return 1.5 if _says_when(one, told, mentioned) else 0.0


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


def _touching(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """Mention by id → the others whose words run into its words."""
    found: dict[int, list[Mention]] = {}
    still_open: list[Mention] = []
    for one in sorted(mentions, key=lambda mention: mention.span):
        still_open = [other for other in still_open if other.span[1] > one.span[0]]
        for other in still_open:
            found.setdefault(id(one), []).append(other)
            found.setdefault(id(other), []).append(one)
        still_open.append(one)
    return found


@dataclass
class _Told:
    """The accounts so far, filed by what a mention must share with one to be told of it."""

    atlas: Atlas
    touching: dict[int, list[Mention]]
    accounts: list[Account] = field(default_factory=list)
    mentioned: list[list[Mention]] = field(default_factory=list)
    place_of: dict[int, int] = field(default_factory=dict)
    index: dict[tuple[object, ...], set[int]] = field(default_factory=dict)

    @staticmethod
    def _anchors(account: Account) -> Iterator[tuple[object, ...]]:
        for kind in sorted(account.classes):
            group = (account.standing, kind)
            yield group
            for actor in sorted(account.sides.all) or [""]:
                yield (*group, actor)
            for number in sorted(account.numbers):
                if number[2]:
                    yield (*group, number)

    def _candidates(self, one: Mention) -> list[int]:
        account = one.account
        if account.sides.all:
            nameless = [(account.standing, kind, "") for kind in sorted(account.classes)]
            keys = [key for key in self._anchors(account) if len(key) > 2] + nameless
        else:
            keys = list(self._anchors(account))
        if one.same:  # "the war", whoever fought it
            keys += [(account.standing, kind) for kind in sorted(account.classes)]
        found = {place for key in keys for place in self.index.get(key, ())}
        near = self.touching.get(id(one), ())
        return sorted(found | {self.place_of[id(m)] for m in near if id(m) in self.place_of})

    def best(self, one: Mention) -> tuple[int, Account] | None:
        """The one account that most speaks for, and both as one; None where none or two do."""
        most = 0.0
        fits: list[tuple[int, Account]] = []
        mine = one.account
        for place in self._candidates(one):
            told = self.accounts[place]
            if mine.standing != told.standing:
                continue
            if mine.days and told.days and not meet(mine.days, told.days):
                continue
            reason = _reason(one, told, self.mentioned[place])
            if reason <= 0 or reason < most:
                continue
            joined = together(told, mine, self.atlas)
            if joined is not None:
                fits = [*fits, (place, joined)] if reason == most else [(place, joined)]
                most = reason
        if len(fits) > 1:
            fits = [fit for fit in fits if self.accounts[fit[0]].sides.form == "mutual"]
        return fits[0] if len(fits) == 1 else None

    def add(self, one: Mention, place: int, account: Account) -> None:
        """File a mention with the account at a place; one past the last makes a new one."""
        if place == len(self.accounts):
            self.accounts.append(account)
            self.mentioned.append([])
        self.accounts[place] = account
        self.mentioned[place].append(one)
        self.place_of[id(one)] = place
        for key in self._anchors(account):
            self.index.setdefault(key, set()).add(place)


def fold(mentions: Iterable[Mention], atlas: Atlas) -> list[Account]:
    """The mentions of one article as one account an event; doubtful ones stay apart.

    What tells most comes first; a mention joins the one account that most speaks for, and none
    where two fit equally well.
    """
    held = list(mentions)
    told = _Told(atlas, _touching(held))
    for one in sorted(held, key=_fullness):
        place, account = told.best(one) or (len(told.accounts), one.account)
        told.add(one, place, account)
    of = {key: one for one in held for key in one.account.reports}

    def apart(a: Account, b: Account) -> bool:
        mine, theirs = ([of[key] for key in account.reports] for account in (a, b))
        if any(one.many or _is_introduced(one) for one in mine) or any(m.many for m in theirs):
            return True
        return any(_is_another(one, other) for one in mine for other in theirs)

    return join_bare(told.accounts, atlas, apart)


def _is_introduced(one: Mention) -> bool:
    """Whether a noun tells of something new: "for an attack"."""
    before = WORD.findall(one.sentence[: one.at])
    return bool(before) and before[-1].lower() in {"a", "an"}
