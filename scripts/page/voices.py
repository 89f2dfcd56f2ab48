"""Who stands behind what a source says: a speaker that it names, or the source itself."""

import re
from functools import cache

from scripts.compare.rests import whose_word
from scripts.lexicon import rows as lexicon
from scripts.page.names import in_sentence
from scripts.trace.brief import named
from scripts.trace.edition import Edition, Row, Unproven
from scripts.trace.passage import passage

_WORD = re.compile(r"[a-z]+")


def said_by(edition: Edition, side: Row) -> str:
    """Whose word a source passes on: "Armenia", "the joint statement of Chad and Peru".

    Args:
        edition: The package.
        side: A row of `sides`.

    Returns:
        "" where the source says it in its own voice, and for words, whose speaker is their own.
    """
    if not side.get("figure_id") and not side.get("report_id"):
        return ""
    figure = edition.row("figures", side.get("figure_id", ""))
    statement = edition.row("statements", figure.get("statement_id", ""))
    if statement.get("speaker_id"):
        return in_sentence(named(edition, "actors", statement["speaker_id"]))
    if statement:
        return statement.get("speaker") or "somebody not named"
    return in_sentence(whose_word(side["family"])) if side.get("family") else ""


def hedged(edition: Edition, side: Row) -> bool:
    """Whether the sentence of a number keeps its distance: "reportedly", "allegedly".

    Such words are made of the verbs of claiming that the lexicon has: allege, report, confirm.
    """
    figure = edition.row("figures", side.get("figure_id", ""))
    found = passage(edition, "figures", figure) if figure else None
    if found is None or isinstance(found, Unproven):
        return False
    words = _WORD.findall(f"{found.before}{found.marked}{found.behind}".lower())
    return not _hedges().isdisjoint(words)


@cache
def _hedges() -> frozenset[str]:
    past = {
        f"{verb}d" if verb.endswith("e") else f"{verb}ed"
        for verb in (row["verb"] for row in lexicon("claim_verbs"))
    }
    return frozenset({f"{verb}ly" for verb in past} | {f"un{verb}" for verb in past})
