"""What speaks for two accounts being of one event, in points, and what must speak for it."""

from datetime import date, timedelta

from scripts.link.account import Account
from scripts.link.atlas import Atlas
from scripts.link.days import Days
from scripts.link.kinds import done_once, pace
from scripts.link.words import WORD, plain

#: Widest interval in days → what meeting within it is worth, by how often such events come.
_DATE_POINTS = {
    "usual": ((2, 3.0), (7, 2.5), (31, 2.0), (92, 1.5), (366, 1.0), (3653, 0.5)),
    "lasting": ((2, 3.0), (31, 2.5), (366, 2.0), (3653, 1.5)),
    "frequent": ((2, 1.5), (7, 1.0), (31, 0.5)),
}
#: What two accounts must share, in points, to be taken for one event.
ENOUGH = 3.5
#: By how much the best candidate must be ahead of the next.
MARGIN = 0.5
#: Days between an event and an article that gives it no day: it tells what is new, and seldom
#: what is long ago.
_NEW, _LONG_AGO = 3, 92


def date_points(a: Days | None, b: Days | None, pace_: str) -> float:
    """What it says that two intervals meet: much for a day, little for a year."""
    if a is None or b is None:
        return 0.0
    widest = max(a.width, b.width)
    return next((points for width, points in _DATE_POINTS[pace_] if widest <= width), 0.0)


def is_timed(a: Days | None, b: Days | None, pace_: str) -> bool:
    """Whether that two intervals meet says enough to look for one by the other."""
    return date_points(a, b, pace_) > 0.5


def town_names(account: Account, atlas: Atlas) -> list[frozenset[str]]:
    """The words of each name of the town or of the spot in one; none of what is wider."""
    if account.place is None or atlas.fineness(account.place) < 2:
        return []
    names = sorted({atlas.name(account.place), *account.spelt})
    return [frozenset(plain(word) for word in WORD.findall(name)) for name in names]


def same_person(a: Account, b: Account) -> bool:
    """Whether both are done to one person, of a kind that is done to nobody twice in a while."""
    if not done_once(a.classes & b.classes):
        return False
    return bool(a.people & (b.people | b.called) or b.people & a.called)


def _names_the_person(one: Account, other: Account) -> bool:
    """Whether the words of one, which gives no full name, name a person it was done to."""
    if one.people or one.called or not done_once(one.classes & other.classes):
        return False
    people = (frozenset(name.split("-")) for name in other.people | other.called)
    return any(len(words) > 1 and words <= one.names for words in people)


def _supposed_points(a: Account, b: Account) -> float:
    if a.days is None or b.days is None:
        return 0.0
    first, second = a.sides.all or a.supposed, b.sides.all or b.supposed
    return 1.5 if len(first & second) > 1 else 0.0


def _side_points(a: Account, b: Account) -> float:
    if same_person(a, b):
        return 3.0
    both = a.sides.all & b.sides.all
    named = 1.5 if _names_the_person(a, b) or _names_the_person(b, a) else 0.0
    if not both:
        return named or _supposed_points(a, b)
    points = 2.0 if len(both) > 1 else 1.5 if a.casts & b.casts else 1.0
    return points + named + (0.5 if a.sides.helpers & b.sides.helpers else 0.0)


def _is_named(one: Account, other: Account, atlas: Atlas) -> bool:
    """Whether the words of one, which has no place, name the town that the other was in."""
    if one.place is not None:
        return False
    return any(town and town <= one.names for town in town_names(other, atlas))


def in_one_town(a: Account, b: Account, atlas: Atlas) -> bool:
    """Whether both tell of one town or spot, be it that one only names it."""
    if a.place is not None and a.place == b.place:
        return atlas.fineness(a.place) >= 2
    return _is_named(a, b, atlas) or _is_named(b, a, atlas)


def place_points(a: Account, b: Account, atlas: Atlas) -> float:
    """What it says where both were: much for a town, little for a country."""
    if a.place is None or b.place is None:
        return 1.0 if in_one_town(a, b, atlas) else 0.0
    wide = min(atlas.fineness(a.place), atlas.fineness(b.place))
    if a.place == b.place:
        return 2.0 if wide else 0.5
    if not atlas.nested(a.place, b.place):
        return 0.0
    return 1.0 if wide else 0.5


def shared_numbers(a: Account, b: Account) -> frozenset[tuple[str, float]]:
    """The figures that both give, as measure and value; one may leave out of whom they are."""
    told: dict[tuple[str, float], set[str]] = {}
    for measure, value, of in a.numbers:
        told.setdefault((measure, value), set()).add(of)
    found = set()
    for measure, value, of in b.numbers:
        whose = told.get((measure, value), set())
        if of in whose or (whose and (not of or "" in whose)):
            found.add((measure, value))
    return frozenset(found)


def counts_differ(a: Account, b: Account) -> bool:
    """Whether both count the same people and never to the same number."""
    first, second = ({measure for measure, _, _ in one.numbers} for one in (a, b))
    return bool(first & second) and not shared_numbers(a, b)


def number_points(a: Account, b: Account) -> float:
    """What the figures say that both give: more for those that are not small."""
    return min(3.0, sum(2.0 if value >= 10 else 1.0 for _, value in shared_numbers(a, b)))


def _word_points(a: Account, b: Account, pace_: str) -> float:
    named = len(a.names & b.names)
    said = len(a.words & b.words)
    points = 1.5 if named > 1 else float(named)
    # Of what happens every week the same people are told in the same words.
    dated = a.days is not None and b.days is not None
    most = 1.0 if pace_ == "frequent" and not dated else 1.5
    return min(most, points + (1.0 if said > 4 else 0.5 if said > 2 else 0.0))


def _is_told(a: Account, b: Account, atlas: Atlas, one_story: bool) -> bool:
    """Whether both share something of this one event, and not only of all that are like it."""
    pace_ = pace(a.classes & b.classes)
    timed = is_timed(a.days, b.days, pace_)
    if (pace_ != "frequent" and timed) or same_person(a, b) or (a.returned and b.returned):
        return True
    if _names_the_person(a, b) or _names_the_person(b, a):
        return True
    numbers = number_points(a, b)
    where = place_points(a, b, atlas) >= 1.0
    named = len(a.names & b.names)
    if _is_news_of_both(a, b):
        return numbers > 0 or where or named > 0 or len(a.words & b.words) > 2
    if pace_ != "frequent":
        return numbers > 0 or where or named > 1
    if not timed:
        return numbers >= 2.0 or (numbers > 0 and (where or named > 0))
    both = len(a.sides.all & b.sides.all) > 1 and not done_once(a.classes & b.classes)
    return numbers > 0 or where or named > 0 or one_story or both


def days_before(account: Account) -> list[date]:
    """The days of which an article that gives no day, but names two sides, may be the news."""
    printed = account.founder[0]
    if account.days is not None or len(account.sides.all) < 2 or printed == date.max:
        return []
    return [printed - timedelta(days=age) for age in range(_NEW + 1)]


def _age(a: Account, b: Account) -> int | None:
    """Days from the event that one dates to the printing of the other, which gives no day."""
    if (a.days is None) == (b.days is None):
        return None
    days, printed = (a.days, b.founder[0]) if a.days else (b.days, a.founder[0])
    return None if days is None or printed == date.max else (printed - days.end).days


def _is_new(a: Account, b: Account) -> bool:
    age, days = _age(a, b), a.days or b.days
    return age is not None and days is not None and 0 <= age <= _NEW and days.width <= _NEW


def _is_news_of_both(a: Account, b: Account) -> bool:
    """Whether what one dates is printed at once by the other, of the same two or more."""
    if pace(a.classes & b.classes) == "frequent" or a.another or b.another:
        return False
    return _is_new(a, b) and a.sides.all == b.sides.all and len(a.sides.all) > 1


def _age_points(a: Account, b: Account) -> float:
    """What it says how long after the event an article was printed that gives it no day."""
    if _is_new(a, b):
        return 1.0 if _is_news_of_both(a, b) else 0.5
    lasting = pace(a.classes & b.classes) == "lasting"
    old = (_age(a, b) or 0) > _LONG_AGO
    return -1.0 if old and not lasting and not same_person(a, b) else 0.0


def likeness(a: Account, b: Account, atlas: Atlas, one_story: bool) -> float:
    """What speaks for two compatible accounts being of one event, in points.

    Type, actors and a story alone never do where such events are frequent, nor where no day
    tells one from the next.

    Args:
        a: One account.
        b: The other.
        atlas: The places.
        one_story: Whether articles of theirs print the same words elsewhere too.
    """
    if not _is_told(a, b, atlas, one_story):
        return 0.0
    pace_ = pace(a.classes & b.classes)
    return (
        date_points(a.days, b.days, pace_)
        + _side_points(a, b)
        + place_points(a, b, atlas)
        + number_points(a, b)
        + _word_points(a, b, pace_)
        + (1.0 if one_story else 0.0)
        + (1.0 if a.returned and b.returned else 0.0)
        + _age_points(a, b)
    )
