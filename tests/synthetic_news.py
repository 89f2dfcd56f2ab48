"""News at random, as rows: what the bench of linking is run on, the same for the same seed.

Stories lie spread over ten years, so that more of them lie closer together. Each is told by two to
eight papers within a few days; countries, towns and outlets come as often as Zipf has it, persons
belong to their story. Of every five articles about one is a wire copy, of every eight one has no
date, every third looks back on a war that many others look back on too.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, count
from typing import Any

from scripts.lexicon import rows as lexicon
from tests.linking_world import World

_FIRST_DAY = date(2011, 1, 1)
_SPREAD = 365  #: days that the stories lie spread over, however many there are
_TOWNS = 3000
_WORDS = 4000
_OUTLETS = 300
_ONSETS = ("b", "br", "d", "dr", "f", "g", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "v")
_RHYMES = ("a", "an", "ar", "e", "el", "en", "i", "in", "o", "on", "or", "u", "um")

#: Type and mode, as `World.report` takes them, and the verb.
_ATTACKS = (
    ("ASSAULT airstrike", "bombed"),
    ("ASSAULT bombard", "shelled"),
    ("ASSAULT attack", "attacked"),
    ("ASSAULT kill", "raided"),
)


@dataclass(frozen=True)
class Pool:
    """Things to draw from, the first of them most often."""

    things: Sequence[Any]
    weights: Sequence[float]

    def one(self, chance: random.Random) -> Any:
        """One of them."""
        return chance.choices(self.things, cum_weights=self.weights)[0]

    def some(self, chance: random.Random, number: int) -> list[Any]:
        """Several, perhaps one of them twice."""
        return chance.choices(self.things, cum_weights=self.weights, k=number)


def _zipf(things: Sequence[Any]) -> Pool:
    return Pool(things, list(accumulate(1 / rank for rank in range(1, len(things) + 1))))


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_ONSETS) + chance.choice(_RHYMES) for _ in range(syllables))


def _different(make: Callable[[], str], number: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < number:
        found[make()] = None
    return list(found)


@cache
def _words() -> Pool:
    chance = random.Random("words")
    return _zipf(_different(lambda: _word(chance, chance.randint(1, 4)), _WORDS))


@cache
def _countries() -> Pool:
    known = [(row["alpha_3"], row["name"]) for row in lexicon("countries")]
    random.Random("countries").shuffle(known)
    return _zipf(known)


@cache
def _outlets() -> Pool:
    chance = random.Random("outlets")
    return _zipf(_different(lambda: f"{_word(chance, 3).title()} Herald", _OUTLETS))


@cache
def _towns() -> Pool:
    chance = random.Random("towns")
    names = _different(lambda: _word(chance, 3).title(), _TOWNS)
    return _zipf([(f"place-{name.lower()}", name, _countries().one(chance)[0]) for name in names])


@cache
def _wars() -> Pool:
    """Wars that papers look back on: year, the two who fought, the dead."""
    chance = random.Random("wars")
    found = []
    for _ in range(200):
        one, other = _two_countries(chance)
        found.append((chance.randint(1950, 2020), one, other, chance.randint(10, 90) * 100))
    return _zipf(found)


def _two_countries(chance: random.Random) -> tuple[tuple[str, str], tuple[str, str]]:
    one = other = _countries().one(chance)
    while other == one:
        other = _countries().one(chance)
    return one, other


def synthetic(reports: int, seed: int = 1) -> World:
    """A world with at least so many reports, and no more than one story above.

    A larger world of the same seed holds the smaller ones.

    Args:
        reports: How many reports are wanted.
        seed: Another seed tells of other stories.
    """
    world = World()
    for place_id, name, country in _towns().things:
        chance = random.Random(place_id)
        world.place(place_id, "city", country)
        world.places[-1] |= {
            "name": name,
            "latitude": chance.uniform(-60, 60),
            "longitude": chance.uniform(-180, 180),
        }
    world.actors += [
        {"actor_id": code, "name": name, "kind": "country"} for code, name in _countries().things
    ]
    for number in count():
        if len(world.reports) >= reports:
            break
        _Story(world, number, random.Random(f"{seed}-{number}")).tell()
    return world


class _Telling:
    """One article as it is written: its lines, and what is to be noted of their words."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.notes: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def says(self, line: str) -> None:
        self.lines.append(line)

    def note(self, what: str, *cells: Any, **more: Any) -> None:
        """What `World.report`, `figure` or `statement` takes behind the source."""
        self.notes.append((what, cells, more))


class _Story:
    """What happened, and how each paper tells it."""

    def __init__(self, world: World, number: int, chance: random.Random) -> None:
        self.world = world
        self.number = number
        self.chance = chance
        self.day = _FIRST_DAY + timedelta(chance.randrange(_SPREAD))
        self.one, self.other = _two_countries(chance)
        self.place_id, self.town, _ = _towns().one(chance)
        self.persons = [self._person() for _ in range(3)]
        self.toll = chance.randint(2, 40)
        self.quotes = [self._quote(person) for person in self.persons[:2]]
        self.kind = chance.choices((_attack, _talks, _swap, _trial), weights=(4, 3, 1, 2))[0]
        self.attack = chance.choice(_ATTACKS)

    def _person(self) -> tuple[str, str]:
        first, last = (_word(self.chance, 2).title() for _ in range(2))
        actor = f"person-{first}-{last}-{self.number}".lower()
        self.world.actors.append({"actor_id": actor, "name": f"{first} {last}", "kind": "person"})
        return actor, f"{first} {last}"

    def _quote(self, person: tuple[str, str]) -> tuple[tuple[str, str], list[str]]:
        return person, _words().some(self.chance, self.chance.randint(9, 24))

    def filler(self, number: int) -> str:
        return " ".join(_words().some(self.chance, number))

    def when(self, after: int = 0) -> str | None:
        """The day of the story or some days after, as closely as one paper tells it."""
        day = self.day + timedelta(after)
        monday = day - timedelta(day.weekday())
        week = f"{monday}/{monday + timedelta(6)}"
        forms = (str(day), week, f"{day:%Y-%m}", None)
        return self.chance.choices(forms, weights=(45, 10, 8, 37))[0]

    def where(self) -> str | None:
        return self.place_id if self.chance.random() < 0.6 else None

    def tell(self) -> None:
        chance = self.chance
        told: list[_Telling] = []
        for n in range(chance.randint(2, 8)):
            source_id = f"n{self.number}-{n}"
            later = chance.choices(range(5), weights=(5, 5, 3, 2, 1))[0]
            published = None if chance.random() < 0.12 else str(self.day + timedelta(later))
            more = {"publisher": _outlets().one(chance)}
            if told and chance.random() < 0.2:
                telling = chance.choice(told)
                if chance.random() < 0.5:
                    more["derived_from"] = "Meridian Wire"
            else:
                telling = self._written(later)
            told.append(telling)
            text = "\n".join([f"{self.town}: what is known", "", *telling.lines, ""])
            self.world.article(source_id, text, published, **more)
            for what, cells, also in telling.notes:
                getattr(self.world, what)(source_id, *cells, **also)

    def _written(self, later: int) -> _Telling:
        telling = _Telling()
        self.kind(self, telling, later)
        for person, words in self.quotes:
            if self.chance.random() < 0.6:
                self._quoted(telling, person, words)
        if self.chance.random() < 0.35:
            _look_back(self, telling)
        for _ in range(2):
            telling.says(f"{self.filler(14).capitalize()}.")
        return telling

    def _quoted(self, telling: _Telling, person: tuple[str, str], words: list[str]) -> None:
        actor, name = person
        form = self.chance.random()
        said = " ".join([*words[:4], "…", *words[-4:]] if form < 0.25 else words)
        indirect = form > 0.85
        telling.says(f"{name} said {said}." if indirect else f'"{said}," {name} said.')
        telling.note("statement", said, actor, kind="indirect" if indirect else "direct")


def _attack(story: _Story, telling: _Telling, later: int) -> None:
    """An attack whose toll rises, what one side says of it, and an arrest."""
    chance, (one, by), (other, of) = story.chance, story.one, story.other
    kind, verb = story.attack
    rough = chance.random() < 0.2
    killed = story.toll + later * chance.choice((0, 0, 1, 3))
    dead = f"at least {killed} people" if rough else f"{killed} people"
    deed = f"forces of {by} {verb} {story.town} and killed {dead}"
    telling.says(f"{story.filler(6).capitalize()} {deed} in {of}, {story.filler(5)}.")
    telling.note("report", deed, kind, one, other, when=story.when(), where=story.where())
    cells = {"measure": "killed", "bound": "at_least" if rough else "exact"}
    telling.note("figure", dead, killed, high=None if rough else killed, **cells)
    if chance.random() < 0.5:
        hurt = f"{story.toll * 2 + later} residents"
        telling.says(f"Doctors in {story.town} had {hurt} wounded in that raid.")
        telling.note("report", "that raid", kind, one, other, where=story.where())
        telling.note("figure", hurt, story.toll * 2 + later, measure="wounded")
    if chance.random() < 0.5:
        who, name = story.persons[0]
        telling.says(f"{name} condemned the raid by {by}.")
        telling.note("report", "condemned the raid", "ACCUSE condemn", who, one)
    if later > 1:
        seized = f"{story.toll % 7 + 2} men"
        telling.says(f"Police of {of} arrested {seized} over it, {story.filler(4)}.")
        deed = f"arrested {seized}"
        telling.note("report", deed, "COERCE arrest", other, "", when=story.when(1))
        telling.note("figure", seized, story.toll % 7 + 2, measure="captured", by=other)


def _talks(story: _Story, telling: _Telling, later: int) -> None:
    """Talks with a mediator, and the statement that comes of them."""
    chance, (one, by), (other, of) = story.chance, story.one, story.other
    telling.says(f"{by} and {of} met in {story.town}, {story.filler(7)}.")
    helpers = {"host": _countries().one(chance)[0]} if chance.random() < 0.5 else {}
    days = {"when": story.when(), "where": story.where()}
    telling.note(
        "report", f"{by} and {of} met", "CONSULT meet", f"{one} {other}", "", **days, **helpers
    )
    if chance.random() < 0.6:
        telling.says(f"Both signed a joint statement, {story.filler(5)}.")
        both = f"{one} {other}" if chance.random() < 0.5 else ""
        kind = "AGREE joint_statement"
        telling.note("report", "a joint statement", kind, both, "", when=story.when())
    if chance.random() < 0.4:
        came = f"{story.toll * 10} delegates"
        telling.says(f"About {came} attended the meeting with {story.persons[0][1]}.")
        telling.note("report", "the meeting", "CONSULT meet", f"{one} {other}", "")
        telling.note("figure", came, story.toll * 10, bound="about", measure="other")


def _swap(story: _Story, telling: _Telling, later: int) -> None:
    """An exchange: first announced, then carried out, each way with its captives."""
    (one, by), (other, of) = story.one, story.other
    done = later > 1
    mood = {"modality": "occurred" if done else "announced"}
    days = {"when": story.when(2) if done or story.chance.random() < 0.3 else None, **mood}
    many, few = story.toll + 5, story.toll % 4 + 1
    ways = (
        (by, one, of, other, f"{many} captives", many),
        (of, other, by, one, f"{few} prisoners", few),
    )
    for giver, gives, taker, takes, freed, number in ways:
        deed = f"{giver} {'released' if done else 'will release'} {freed}"
        telling.says(f"{deed} of {taker}, {story.filler(6)}.")
        telling.note("report", deed, "RETREAT release", gives, takes, **days)
        telling.note("figure", freed, number, measure="released", of=takes, by=gives, **mood)
    if story.chance.random() < 0.5:
        telling.says(f"{by} and {of} agreed on the exchange, {story.filler(4)}.")
        both = f"{one} {other}"
        telling.note(
            "report", "agreed on the exchange", "AGREE agreement", both, "", when=story.when()
        )


def _trial(story: _Story, telling: _Telling, later: int) -> None:
    """One person is convicted; people come out into the street for or against it."""
    (one, by), (who, name) = story.one, story.persons[2]
    years = f"{story.toll % 20 + 2} years"
    deed = f"a court in {by} convicted {name} to {years}"
    telling.says(f"{story.filler(5).capitalize()} {deed}, {story.filler(6)}.")
    days = {"when": story.when(), "where": story.where()}
    telling.note("report", deed, "COERCE convict", one, who, **days)
    telling.note("figure", years, story.toll % 20 + 2, unit="year")
    if story.chance.random() < 0.6:
        crowd = f"{story.toll * 100} people"
        telling.says(f"Nearly {crowd} marched through {story.town} for {name}.")
        deed = f"{crowd} marched"
        telling.note(
            "report", deed, "PROTEST rally", "", one, when=story.when(1), where=story.place_id
        )
        low = story.toll * 90
        telling.note("figure", crowd, story.toll * 100, low=low, bound="about", measure="other")


def _look_back(story: _Story, telling: _Telling) -> None:
    year, (one, by), (other, of), dead = _wars().one(story.chance)
    fallen = f"{dead} soldiers"
    telling.says(f"{by} and {of} fought a war in {year} that killed about {fallen}.")
    words = f"a war in {year}"
    telling.note("report", words, "ASSAULT war", f"{one} {other}", "", when=str(year))
    limits = {"low": dead - 50, "high": dead + 50, "bound": "about"}
    telling.note("figure", fallen, dead, measure="killed", **limits)
