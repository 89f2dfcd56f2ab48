"""Why figures stand as they do: one clause in plain words."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from scripts.compare.comparison import Side
from scripts.compare.intervals import Interval
from scripts.compare.notes import MONTHS, listed, low_first, number_words
from scripts.compare.verdicts import Count, Told, in_moods, rivals, summed


def day_words(day: date, other: date) -> str:
    """A day as people write it; with its year where the other day has another."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == other.year else f"{words} {day.year}"


def _said(one: Interval) -> str:
    """The number that is meant, as it is best named."""
    if one.value is not None:
        return number_words(one.value)
    return number_words(one.low)


def _held(sides: Sequence[Side]) -> dict[str, list[Count]]:
    found: dict[str, list[Count]] = {}
    for side in sides:
        found.setdefault(side.source, []).append(side.said)
    return found


def _words(sides: Sequence[Side], source: str, mood: str, among: Sequence[Interval]) -> str:
    """The words of the first of some values that a source gives."""
    fitting = [s for s in sides if s.source == source and s.said.modality == mood]
    chosen = [s for s in fitting if s.said.said in among] or fitting
    return low_first(str(chosen[0].row["value_text"]))


def reason_of(sides: Sequence[Side], runs: str, verdict: str) -> str:
    """Why the sides of a comparison of figures stand so; "" where the sides show it.

    Args:
        sides: Its sides; `said` of each is a `Count`.
        runs: How the measure goes on.
        verdict: The verdict.
    """
    if verdict == "conflict":
        return _of_conflict(sides, runs)
    if verdict == "compatible":
        return _of_peace(sides, runs)
    return ""


def _of_conflict(sides: Sequence[Side], runs: str) -> str:
    counts = _held(sides)
    first, second, mood = rivals(counts, runs)[0]
    moods = {source: in_moods(counts[source], runs)[mood] for source in (first, second)}
    a, b = moods[first], moods[second]
    if a.day is not None and b.day is not None and a.day != b.day:
        early, late = (first, second) if a.day < b.day else (second, first)
        more = _words(sides, early, mood, moods[early].last)
        less = _words(sides, late, mood, moods[late].last)
        then, before = max(a.day, b.day), min(a.day, b.day)
        return (
            f"{late} gives {less} as of {day_words(then, before)}, less than the {more} that "
            f"{early} gives as of {day_words(before, then)}"
        )
    for one, other in ((first, second), (second, first)):
        parts = _parts(sides, one, mood)
        if parts and summed([side.said.said for side in parts]).low > moods[other].most:
            whole = _words(sides, other, mood, moods[other].last)
            return _too_many(parts, one, whole)
    texts = [_words(sides, source, mood, moods[source].last) for source in (first, second)]
    return f"{texts[0]} and {texts[1]} exclude each other"


def _parts(sides: Sequence[Side], source: str, mood: str) -> list[Side]:
    """The parts that a source gives in a mood, if it gives no whole."""
    own = [side for side in sides if side.source == source and side.said.modality == mood]
    return own if all(side.said.part for side in own) else []


def _too_many(parts: Sequence[Side], source: str, whole: str) -> str:
    texts = [low_first(str(side.row["value_text"])) for side in parts]
    if len(parts) == 1:
        return f"{texts[0]} are more than {whole} in all"
    total = number_words(summed([side.said.said for side in parts]).low)
    return f"the parts that {source} gives add up to {total}, more than {whole}"


def _of_peace(sides: Sequence[Side], runs: str) -> str:
    found = [
        _promise(sides),
        _rise(_held(sides), runs),
        _adding_up(sides),
        _before(sides, runs),
    ]
    clauses = [clause for clause in found if clause]
    return listed(clauses) if clauses else _fit(sides)


def _promise(sides: Sequence[Side]) -> str:
    """What was announced and what was carried out, where the numbers differ."""
    moods: dict[str, list[str]] = {}
    for side in sides:
        words = _said(side.said.said)
        texts = moods.setdefault(side.said.modality, [])
        if words not in texts:
            texts.append(words)
    announced, done = moods.get("announced", []), moods.get("occurred", [])
    if not announced or not done or set(announced) == set(done):
        return ""
    return f"announced {' or '.join(announced)}, carried out {' or '.join(done)}"


def _rise(counts: Mapping[str, Sequence[Count]], runs: str) -> str:
    """From which day to which a count that goes on changed."""
    days: dict[date, Told] = {}
    for source in sorted(counts):
        for said in in_moods(counts[source], runs).values():
            if said.day is not None:
                days.setdefault(said.day, said)
    if not runs or len(days) < 2:
        return ""
    first, last = min(days), max(days)
    x, y = days[first].last[0], days[last].last[0]
    if x.meets(y):
        return ""
    verb = "rose" if x.high < y.low else "went"
    return (
        f"the count {verb} from {_said(x)} on {day_words(first, last)} "
        f"to {_said(y)} on {day_words(last, first)}"
    )


def _adding_up(sides: Sequence[Side]) -> str:
    """What the parts of a source add up to, of the first that gives several."""
    told: dict[tuple[str, str], list[Side]] = {}
    for side in sides:
        told.setdefault((side.source, side.said.modality), []).append(side)
    for (source, _), own in sorted(told.items(), key=lambda item: item[0]):
        if len(own) > 1 and all(side.said.part for side in own):
            total = number_words(summed([side.said.said for side in own]).low)
            return f"the parts that {source} gives add up to {total}"
    return ""


def _before(sides: Sequence[Side], runs: str) -> str:
    """The earlier count that a source names itself and that another gives."""
    counts = _held(sides)
    told = [(s, said) for s in sorted(counts) for said in in_moods(counts[s], runs).values()]
    for one, said in [(source, said) for source, said in told if said.before]:
        for other, theirs in told:
            if one == other or said.day != theirs.day:
                continue
            if any(x.meets(y) for x in said.last for y in theirs.last):
                continue
            for x in said.before:
                if any(x.meets(y) for y in theirs.last):
                    return f"{_said(x)} is the earlier count that {one} names too"
    return ""


def _fit(sides: Sequence[Side]) -> str:
    """Which words lie within which."""
    for a, b in combinations(sides, 2):
        if a.source == b.source or a.said.said.equals(b.said.said):
            continue
        narrow, wide = sorted((a, b), key=lambda s: (s.said.said.width, s.source))
        x, y = narrow.said.said, wide.said.said
        if y.low <= x.low and x.high <= y.high:
            return f"{_text(narrow)} {_verb(narrow)} within {_text(wide)}"
        if x.meets(y):
            return f"{_text(narrow)} and {_text(wide)} overlap"
    return ""


def _text(side: Side) -> str:
    return low_first(str(side.row["value_text"]))


def _verb(side: Side) -> str:
    """Lies or lie: one thing lies, and so does a number that stands before its noun ("72-hour")."""
    text = str(side.row["value_text"])
    single = side.said.said.value == 1 or ("-" in text and " " not in text)
    return "lies" if single else "lie"
