"""Claims of the parties of an event: what each says of one fact, kept apart where they differ."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from scripts.compare.comparison import Side
from scripts.compare.notes import listed, low_first
from scripts.compare.verdicts import can_both_be, in_moods
from scripts.link.values import Linked, Row

#: Roles of those who did it and those it was done to; who mediates or hosts is no party.
_PARTIES = frozenset({"source", "target"})


def parties(linked: Linked, chain: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """event_id that others are compared under → the parties of all of its chain."""
    found: dict[str, set[str]] = {}
    for row in linked.participants:
        if row["role"] in _PARTIES:
            found.setdefault(chain[row["event_id"]], set()).add(row["actor_id"])
    return {event: frozenset(actors) for event, actors in found.items()}


def claimants(linked: Linked) -> Callable[[Row, frozenset[str]], str | None]:
    """A function from a figure and the parties of its event to the party that claims it.

    A figure is a party's claim where the one who says it is a party, or speaks for the one state
    that is: its officials, its ministries. Hospitals and monitors speak for themselves.
    """
    said = {row["statement_id"]: row for row in linked.statements}
    homes = {row["actor_id"]: row.get("country_id") or "" for row in linked.actors}

    def of(figure: Row, among: frozenset[str]) -> str | None:
        row = said.get(str(figure.get("statement_id") or ""), {})
        own = [row.get("speaker_id"), row.get("affiliation_id"), *figure.get("_claimants", ())]
        for actor in filter(None, own):
            if actor in among:
                return str(actor)
        for actor in filter(None, own):
            if homes.get(str(actor)) in among:
                return homes[str(actor)]
        return None

    return of


def differ(sides: Iterable[Side], runs: str) -> bool:
    """Whether two parties claim what cannot both be true."""
    held: dict[str, list[Side]] = {}
    for side in sides:
        if side.claimed_by:
            held.setdefault(side.claimed_by, []).append(side)
    told = [in_moods([side.said for side in held[party]], runs) for party in sorted(held)]
    return any(
        not can_both_be(a[mood], b[mood], runs)
        for a, b in combinations(told, 2)
        for mood in sorted(a.keys() & b.keys())
    )


def apart(sides: Sequence[Side], runs: str) -> dict[str, list[Side]]:
    """Claimant → the sides of one comparison; "" alone unless two parties claim differently.

    Args:
        sides: All sides that are about one fact.
        runs: How the measure goes on.
    """
    if not differ(sides, runs):
        return {"": list(sides)}
    found: dict[str, list[Side]] = {}
    for side in sides:
        found.setdefault(side.claimed_by, []).append(side)
    return found


def rival_claims(
    claimant: str, groups: Mapping[str, Sequence[Side]], names: Mapping[str, str]
) -> str:
    """What the other parties claim, as a clause; "" where nobody claims otherwise."""
    others = [
        f"{names.get(party, party)} claims {low_first(groups[party][0].row['value_text'])}"
        for party in sorted(groups)
        if party and party != claimant
    ]
    if not others:
        return ""
    own = f"this is the claim of {names.get(claimant, claimant)}, " if claimant else ""
    return f"{own}but {listed(others)}"
