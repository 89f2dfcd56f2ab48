"""How a finding between sources is worded: who says what, what was demanded, what to do."""

from collections.abc import Iterable, Sequence

#: What to do where nothing more can be told.
CORRECT = "correct the articles or the demand"
#: Verdict → what to do where it is not the one that is demanded.
_REMEDIES = {
    "conflict": "correct the article, or rule on the conflict in curation/rulings.toml and give "
    "the reason",
    "compatible": "correct the article, or let the demand allow the verdict compatible",
}


def remedy(verdict: str) -> str:
    """What somebody has to do whose sources stand to each other otherwise than is demanded."""
    return _REMEDIES.get(verdict, CORRECT)


def voiced(said: Iterable[tuple[str, str, str, Sequence[str]]]) -> str:
    """Who says what in which sentence, for a finding.

    Args:
        said: A source, its value, its sentence, and the other sources that have the same value.
    """
    return " and ".join(
        f"{source} has {value} in “{sentence}”"
        + (f" (so has {', '.join(others)})" if others else "")
        for source, value, sentence, others in said
    )


def unmet(told: str, demand: object, reason: str, found: str, to_do: str = CORRECT) -> str:
    """A demand that is not met, in one sentence.

    Args:
        told: Who says what, as `voiced` has it; "" if nobody says anything.
        demand: What expected.toml demands, as a clause behind "that".
        reason: Why, as expected.toml has it.
        found: What is there instead, as a clause behind "but".
        to_do: What to do about it.
    """
    first = f"{told}; " if told else ""
    return f"{first}curation/expected.toml demands that {demand} ({reason}), but {found}; {to_do}"


def in_range(least: float, most: float, unit: str = "") -> str:
    """What is allowed in words: `34`, `33 to 35`, `33 or more`, with its unit behind it."""
    if least == most:
        words = f"{least:.15g}"
    elif most == float("inf"):
        words = f"{least:.15g} or more"
    elif least == -float("inf"):
        words = f"{most:.15g} or less"
    else:
        words = f"{least:.15g} to {most:.15g}"
    return f"{words} {unit}".strip()


def by_source(found: Iterable[tuple[str, str]]) -> list[str]:
    """What sources have otherwise than is demanded, each thing once with all its sources.

    Args:
        found: What is there and the source that has it so, "" if no source does by itself.
    """
    sources: dict[str, list[str]] = {}
    for what, source in found:
        held = sources.setdefault(what, [])
        if source and source not in held:
            held.append(source)
    return [
        f"{what} as {listed(sorted(who))} {'has' if len(who) == 1 else 'have'} it" if who else what
        for what, who in sorted(sources.items())
    ]


def how_many(number: int, noun: str) -> str:
    """A number with its noun: 1 source, 3 sources."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(words: Sequence[str], most: int = 6) -> str:
    """Words as a list in prose, the rest of a long one counted."""
    shown = list(words[:most])
    if len(words) > most:
        shown.append(f"{len(words) - most} more")
    return ", ".join(shown[:-1]) + (f" and {shown[-1]}" if len(shown) > 1 else "".join(shown))
