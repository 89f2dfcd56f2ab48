"""What the sources of a fact tell, as one whole sentence: "Chad released 12 people of Peru."""

from scripts.page.titles import actor_name, in_sentence, several
from scripts.trace.edition import Edition, Row

#: Measure → verb: as it stands behind "to", and as it stands behind "were".
_VERBS = {
    "killed": ("kill", "killed"),
    "wounded": ("wound", "wounded"),
    "captured": ("capture", "captured"),
    "held": ("hold", "held"),
    "released": ("release", "released"),
    "displaced": ("drive out", "displaced"),
}


def claim(edition: Edition, comparison: Row) -> str:
    """The sentence that all sources of a fact agree on.

    Args:
        edition: The package.
        comparison: A row of `comparisons`.

    Returns:
        "" where the sources differ, for what is no number of people who suffered one thing, and
        where the number is not an exact one.
    """
    verbs = _VERBS.get(comparison.get("measure", ""))
    number = _number(comparison)
    if not verbs or not number or comparison.get("verdict") not in {"agree", "single"}:
        return ""
    sides = edition.where("sides", "comparison_id", comparison["comparison_id"])
    told = {side.get("modality", "") for side in sides}
    if not told & {"occurred", "announced"}:
        return ""
    sentence = _sentence(edition, comparison, number, verbs, done="occurred" in told)
    claimant = comparison.get("claimed_by_actor_id", "")
    if claimant:
        says = in_sentence(actor_name(edition, claimant))
        return f"According to {says}, {sentence}."
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _number(comparison: Row) -> str:
    low, best, high = (comparison.get(name, "") for name in ("low", "best", "high"))
    return f"{int(best):,}" if best.isdigit() and low == best == high else ""


def _sentence(
    edition: Edition, comparison: Row, number: str, verbs: tuple[str, str], *, done: bool
) -> str:
    to_do, was_done = verbs
    of, by = (
        in_sentence(actor_name(edition, comparison.get(column, "")))
        for column in ("of_actor_id", "by_actor_id")
    )
    kind = comparison.get("counted_kind", "")
    one = number == "1"
    people = f"{number} {(kind or 'person') if one else several(kind)}{f' of {of}' if of else ''}"
    if by and of != by:
        return f"{by} {was_done} {people}" if done else f"{by} is to {to_do} {people}"
    if done:
        return f"{people} {'was' if one else 'were'} {was_done}"
    return f"{people} {'is' if one else 'are'} to be {was_done}"
