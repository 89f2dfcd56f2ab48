"""How codes stand on the page: the sign of each, and its place among the others.

A code that is named here nowhere has a plain sign and comes last: the page shows it by its title.
"""

from collections.abc import Sequence
from types import MappingProxyType

#: Code list → code → the sign that tells it without colour.
SIGNS = MappingProxyType(
    {
        "verdicts": {"agree": "=", "compatible": "≈", "conflict": "≠", "single": "1"},
        "modalities": {"occurred": "●", "announced": "◇", "possible": "?", "denied": "✕"},
    }
)
#: A contradiction is what a reader has to see first, a lone voice last.
VERDICTS = ("conflict", "compatible", "agree", "single")
#: What facts are about, in the order in which they are told.
SUBJECTS = ("figure", "date", "place", "participant", "utterance")


def sign(codelist: str, code: str) -> str:
    """The sign of a code of a list."""
    return SIGNS[codelist].get(code, "·")


def rank(code: str, order: Sequence[str]) -> int:
    """The place of a code in an order, from 0."""
    return order.index(code) if code in order else len(order)
