"""Why sources of one family count once, in words: what they print, repeat or rest on together."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from scripts.compare.notes import listed
from scripts.find.slugs import slug
from scripts.lexicon import rows as lexicon
from scripts.link.independence import united
from scripts.link.sides import kind_of
from scripts.resolve.registry import known_actors

_KINDS = re.compile(r"^(?:organisation|armed-group|polity|person|group|document)-")


def ties(rests: Mapping[str, Sequence[str]], family: Mapping[str, str]) -> str:
    """What ties the sources of each family together, a clause of plain words; "" for nothing.

    Args:
        rests: source_id → everything it rests on.
        family: source_id → its family.
    """
    told: list[str] = []
    members: dict[str, list[str]] = {}
    for source in sorted(family):
        members.setdefault(family[source], []).append(source)
    for name in sorted(members):
        told += _of_family(members[name], rests)
    return ", and ".join(told)


def _of_family(members: Sequence[str], rests: Mapping[str, Sequence[str]]) -> list[str]:
    """The fewest ties that hold a family together, those of the most members first."""
    holders: dict[str, list[str]] = {}
    for source in members:
        for name in dict.fromkeys(rests[source]):
            holders.setdefault(name, []).append(source)
    told: list[str] = []
    pairs: list[tuple[str, str]] = []
    tied = united(members, pairs)
    for name in sorted(holders, key=lambda name: (-len(holders[name]), _rank(name), name)):
        if len({tied[source] for source in holders[name]}) > 1:
            told.append(_tie(name, holders[name]))
            pairs += pairwise(holders[name])
            tied = united(members, pairs)
    return told


def _rank(name: str) -> int:
    return ("statement", "origin", "source").index(name.partition(":")[0])


def _tie(name: str, sources: Sequence[str]) -> str:
    does, what = _rests(name)
    both = "both " if len(sources) == 2 else "all "
    return f"{listed(sources)} {both if does == 'rest on' else ''}{does} {what}"


def rested(family: str, source: str, names: Mapping[str, str] | None = None) -> str:
    """What one source of a family does, in words: "passes on the statement of Chad of 2031-03-04".

    Args:
        family: As `sides.family` names it.
        source: The source; "" comes back for a family of its own.
        names: What sources are called; those that it lacks are called by their ids.
    """
    does, what = _rests(family)
    if family.startswith("source:"):
        first = family.partition(":")[2]
        return (
            "" if first == source else f"prints the same text as {(names or {}).get(first, first)}"
        )
    verb, _, rest = does.partition(" ")
    return " ".join(filter(None, [f"{verb}es" if verb.endswith("ss") else f"{verb}s", rest, what]))


def whose_word(family: str) -> str:
    """Who speaks through the sources of a family: "Chad", "the joint statement of Chad and Peru".

    Args:
        family: As `sides.family` names it; "" comes back for one of an outlet, which speaks itself.
    """
    kind, _, what = family.partition(":")
    return "" if kind in {"origin", "source"} else _spoken(what)[1]


def _rests(name: str) -> tuple[str, str]:
    """What sources of a family do, and with what."""
    kind, _, what = name.partition(":")
    if kind == "origin":
        return "repeat", _outlet(what)
    if kind == "source":
        return "print", "the same text"
    does, who, day = _spoken(what)
    return does, f"{who} of {day}" if day else who


def _spoken(what: str) -> tuple[str, str, str]:
    """What sources do with a statement or a witness, whose it is, and the day of a statement."""
    body, _, last = what.rpartition(":")
    if body and (last[:1].isdigit() or last == "undated"):
        issuers = body.split("+")
        joint = "joint statement" if len(issuers) > 1 else "statement"
        day = "" if last == "undated" else last
        return "pass on", f"the {joint} of {listed([_actor(one) for one in issuers])}", day
    return "rest on", _witness(body, last), ""


def _witness(country: str, who: str) -> str:
    """Who vouches: a body by its name, of its country where it has one."""
    if kind_of(who) == "country" or _KINDS.match(who):
        return _actor(who)
    named = f"the {who.replace('-', ' ')}"
    return f"{named} of {_actor(country)}" if country else named


def _actor(actor: str) -> str:
    """An actor as the registry names it, else by the words of its id."""
    known = known_actors().get(actor)
    if known:
        return known["name"]
    words = _KINDS.sub("", actor).split("-")
    if actor.startswith("person-"):
        return " ".join(words).title()
    # A document's id begins with its issuers: "arm-aze-joint-statement".
    issuers = [known_actors()[w.upper()]["name"] for w in words if w.upper() in known_actors()]
    title = [word for word in words if word.upper() not in known_actors()]
    if actor.startswith("document-") and issuers and title:
        return f"the {' '.join(title)} of {listed(issuers)}"
    return f"the {' '.join(words)}"


@cache
def _agencies() -> Mapping[str, str]:
    return {slug(row["agency"]): row["agency"] for row in lexicon("agencies")}


def _outlet(named: str) -> str:
    """An agency as it is best known, another outlet by the words of its name."""
    return _agencies().get(named) or named.replace("-", " ").title()
