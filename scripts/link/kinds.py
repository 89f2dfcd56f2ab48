"""What kinds of event may be the same: modes in classes, and how each class behaves."""

from collections.abc import Mapping
from functools import cache

from schemas.tables import codelist
from scripts.lexicon import rows as lexicon
from scripts.link.values import Row


@cache
def _classes() -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for row in lexicon("mode_classes"):
        found.setdefault((row["type"], row["mode"]), set()).add(row["class"])
    return {key: frozenset(value) for key, value in found.items()}


@cache
def _class_rows() -> Mapping[str, Mapping[str, str]]:
    return {row["class"]: row for row in lexicon("event_classes")}


def classes_of(report: Row) -> frozenset[str]:
    """The classes that a report's type and mode fall in; a mode of no class is its own."""
    key = (report["type"], report.get("mode") or "")
    return _classes().get(key, frozenset({"/".join(key)}))


def _flag(classes: frozenset[str], column: str) -> bool:
    return any(_class_rows().get(name, {}).get(column) == "yes" for name in classes)


@cache
def shared_by_all(classes: frozenset[str]) -> bool:
    """Whether every side of such an event is a source (talks, wars, accords)."""
    return _flag(classes, "shared")


@cache
def goes_both_ways(classes: frozenset[str]) -> bool:
    """Whether two such events in opposite directions make one exchange (releases)."""
    return _flag(classes, "exchange")


@cache
def is_statement(classes: frozenset[str]) -> bool:
    """Whether such an event puts a text into the world that papers then pass on."""
    return _flag(classes, "statement")


@cache
def done_once(classes: frozenset[str]) -> bool:
    """Whether such a thing is seldom done to the same people twice (killed, seized, freed)."""
    return _flag(classes, "once")


@cache
def pace(classes: frozenset[str]) -> str:
    """How often such events come: lasting (a year tells it), usual or frequent (a day may not)."""
    found = {_class_rows().get(name, {}).get("pace", "usual") for name in classes}
    for one in ("frequent", "usual"):
        if one in found:
            return one
    return "lasting"


@cache
def parent_rank(type_: str, mode: str) -> int:
    """How well an accord of this mode stands for an announced exchange; 0: not at all."""
    ranks = [
        int(row["parent_rank"])
        for row in lexicon("mode_classes")
        if (row["type"], row["mode"]) == (type_, mode) and row["parent_rank"]
    ]
    return min(ranks, default=0)


@cache
def _deed(type_: str) -> bool:
    row = codelist("event_types").rows.get(type_, {})
    return row.get("cooperation") == "material" or type_ in {"CONSULT", "AGREE"}


def standing(report: Row) -> str:
    """What a telling says of its event, as far as it keeps events apart.

    A deed announced is not the deed done, nor what will be signed what was (both may be compared
    later, as a chain); but backing somebody, or blaming him, is done by announcing it.
    """
    modality = str(report["modality"])
    if modality in {"occurred", "announced"} and not _deed(str(report["type"])):
        return "said"
    return modality


@cache
def mention_words(kind: str) -> frozenset[str]:
    """The words of `lexicon/mention_words.csv` of one kind."""
    return frozenset(row["word"] for row in lexicon("mention_words") if row["kind"] == kind)
