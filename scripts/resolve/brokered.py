"""Who hosted or brokered what was told before: "Qatar, which brokered the pause", "the host was".

Such words are no second event: the helper joins the report that they point back to.
"""

import re
from collections.abc import Sequence

from scripts.resolve.told import Told

#: Roles of those who help others to an event.
_HELPING = frozenset({"host", "mediator"})
#: What stands between such a verb and what it points back to.
_BEHIND = re.compile(r"[\w-]+ (?:together )?(?:the|this|that|these|their|both|it)\b")
_AS_HELPER = re.compile(r"(?:act|serv|share)\w* (?:as|the)\b")
_BEFORE = re.compile(
    r"\b(?:the|this|that|these|their|it)(?: [\w-]+){0,3} (?:was|were|is|are|has been|had been)"
    r"(?: \w+ly)? $",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"\b(?:the|this|that|these|their) (?:[\w-]+ ){0,2}(?:talks|meeting|conference|summit|round)"
    r"(?: (?:has|have|had))? $",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\n\s*")
_REACH = 60  #: characters before a verb in which its subject stands


def join_helpers(told: Sequence[Told], text: str) -> list[Told]:
    """The reports without those that only say who helped with one told before, who joins that one.

    Args:
        told: The reports of one article, in order; the parts of some are added to.
        text: The article's text.
    """
    kept: list[Told] = []
    for one in told:
        first = _meant(one, kept, text) if _is_help(one, text) else None
        if first is None:
            kept.append(one)
            continue
        known = {(part["role"], part["actor_id"]) for part in first.parts}
        first.parts += [p for p in one.parts if (p["role"], p["actor_id"]) not in known]
        span = (one.row["char_start"], one.row["char_end"])
        first.row["_again"] = (*first.row.get("_again", ()), span)
    return kept


def _is_help(one: Told, text: str) -> bool:
    """Whether a report says who helped, points back, and adds no sides, day or place."""
    roles = {part["role"] for part in one.parts}
    if not roles <= _HELPING or one.row["date_text"] or one.row["place_id"]:
        return False
    if not one.row["found_by"].startswith("verb"):
        return False
    behind, before = text[one.at :], text[max(0, one.at - _REACH) : one.at]
    if not roles:  # "The meeting drew nine ministers"
        return one.row["type"] == "CONSULT" and bool(_ITSELF.search(before))
    return bool(_BEHIND.match(behind) or _AS_HELPER.match(behind) or _BEFORE.search(before))


def _meant(one: Told, before: Sequence[Told], text: str) -> Told | None:
    """The one report of its kind told before, or the last one of this paragraph or the one above.

    None where that has helpers of its own in the same role.
    """
    like = [first for first in before if _is_of_kind(one, first)]
    if len(like) > 1:
        like = [f for f in like if len(_BREAK.findall(text, f.at, one.at)) <= 1]
    if not like:
        return None
    roles = {part["role"] for part in one.parts}
    taken = any(part["role"] in roles for part in like[-1].parts)
    many = like[-1].several and like[-1].row["type"] != "CONSULT"  # "talks" may be one round
    return None if taken or many else like[-1]


def _is_of_kind(one: Told, first: Told) -> bool:
    same = one.row["type"] == first.row["type"] and one.row["modality"] == first.row["modality"]
    return bool(same and (one.row["type"] == "CONSULT" or one.row["mode"] == first.row["mode"]))
