"""Who has a part in an event though its clause does not name him, and who seems to and has none.

A shared act without a name is the act of the story's two sides; captives let go by nobody were
let go by the other side; a town that is struck stands for the state it lies in.
"""

import re
from collections.abc import Sequence
from typing import Any

from scripts.find.drafts import ReportDraft, Span
from scripts.resolve.actors import speaker_at
from scripts.resolve.bare import organ
from scripts.resolve.cast import Actors
from scripts.resolve.phrases import one_country
from scripts.resolve.registry import is_country
from scripts.resolve.told import Told

Row = dict[str, Any]
#: Modes of shared acts that have two sides in every story.
_SHARED = frozenset({"war", "clash", "ceasefire", "agreement", "negotiate", "meet", "peace_deal"})
#: What a figure says befell those it counts, and the types of such events.
_BEFELL = frozenset({"killed", "wounded", "captured", "held", "released"})
_ON_PEOPLE = frozenset({"ASSAULT", "COERCE", "RETREAT"})
#: Modes of a war that strike a place for the state that it belongs to.
_STRIKING = frozenset({"ASSAULT", "MOBILIZE"})
#: What befalls a person alone, whatever his office.
_IN_PERSON = frozenset(
    {"arrest", "abduct", "capture", "charge", "trial", "convict", "arrest_warrant"}
)
#: Wars that have not the sides of the story.
_OTHER_WAR = re.compile(r"\b(?:civil|world|cold|drug|gang|trade|class|culture)[ -]", re.IGNORECASE)
_SIDES = frozenset({"country", "demonym", "armed_group", "polity"})
_PLACES = frozenset({"country", "capital", "city", "area"})
#: What makes a name that of a broker, wherever it stands.
_BEHIND = re.compile(r"-(?:brokered|mediated|hosted|led|sponsored|backed|facilitated)\b")
#: Who is let go by a court belongs to no other side.
_JUDGED = re.compile(r"\b(?:bail|parole|courts?|judges?|acquitted|acquittal)\b", re.IGNORECASE)


def complete(
    index: Actors, draft: ReportDraft, parts: Sequence[Row], figures: Sequence[Row]
) -> list[Row]:
    """The participants of a report, with what the article says of them elsewhere.

    Args:
        index: The actors of the article.
        draft: The report.
        parts: Its participants as its own words name them (role, actor_id, span, text).
        figures: The figures of the article, in order.
    """
    found = [*parts, *_counted(index, draft, parts, figures)]
    found += _struck(index, draft, found)
    found = [_himself(index, draft, part) for part in found]
    found = _not_itself(index, draft, found)
    brokers = {*_ids(found, "mediator"), *_ids(found, "host")}
    if draft.found_by.endswith(("mediator", "brokered", "host")):  # who brokers is no side
        found = [p for p in found if p["role"] != "source" or p["actor_id"] not in brokers]
    found += _sides(index, draft, found)
    found += _other_side(index, draft, found)
    once = {(part["role"], part["actor_id"]): part for part in reversed(found)}
    return [part for part in found if once[part["role"], part["actor_id"]] is part]


def _ids(parts: Sequence[Row], role: str) -> list[str]:
    return [part["actor_id"] for part in parts if part["role"] == role]


def _row(index: Actors, role: str, actor: str, span: Span) -> Row:
    words = span.of(index.text)
    return {
        "role": role,
        "actor_id": actor,
        "char_start": span.start,
        "char_end": span.end,
        "text": words,
    }


def _counted(
    index: Actors, draft: ReportDraft, parts: Sequence[Row], figures: Sequence[Row]
) -> list[Row]:
    """Whose the people are that a report counts, and who did it to them, as their figure says."""
    if draft.type not in _ON_PEOPLE:
        return []
    held = [
        figure
        for figure in figures
        if figure["measure"] in _BEFELL
        and draft.span.covers(Span(figure["char_start"], figure["char_end"]))
    ]
    found = []
    for role, column in (("target", "of_actor_id"), ("source", "by_actor_id")):
        told = {figure[column] for figure in held}
        if len(told) == 1 and None not in told and not _ids(parts, role):
            span = Span(held[0]["char_start"], held[0]["char_end"])
            found.append(_row(index, role, held[0][column], span))
    return found


def lend(reports: Sequence[Told], figures: Sequence[Row]) -> None:
    """Give figures of people the side that a report gives those very people.

    "The rebels freed nine soldiers" tells whose soldiers they are only with the rest of the story,
    which the report has looked at. Sets `of_actor_id` where it is empty and all reports agree.
    """
    sided: dict[Span, set[str]] = {}
    for told in reports:
        if told.row["type"] in _ON_PEOPLE:
            for part in told.parts:
                if part["role"] == "target":
                    span = Span(part["char_start"], part["char_end"])
                    sided.setdefault(span, set()).add(part["actor_id"])
    for figure in figures:
        if figure["measure"] not in _BEFELL or figure["of_actor_id"]:
            continue
        counted = Span(figure["char_start"], figure["char_end"])
        told_of = {actor for span, ids in sided.items() if span.meets(counted) for actor in ids}
        if len(told_of) == 1 and is_country(min(told_of)) and not told_of & {figure["by_actor_id"]}:
            figure["of_actor_id"] = min(told_of)


def _struck(index: Actors, draft: ReportDraft, parts: Sequence[Row]) -> list[Row]:
    """The state of a town or region that another state strikes or enters."""
    doers = _ids(parts, "source")
    if draft.type not in _STRIKING or _ids(parts, "target"):
        return []
    if not any(map(is_country, doers)) and draft.place is not None:
        there = one_country([m for m in index.mentions if m.span.meets(draft.place)])
        for role, span in draft.roles:
            if role == "target" and there and organ(span.of(index.text)):
                return [_row(index, "target", there, span)]  # "rebels attacked a police post in"
    if not doers:
        return []
    if draft.mode == "offensive" and not all(map(is_country, doers)):
        return []  # what a group takes may be anybody's
    for role, span in draft.roles:
        inside = [m for m in index.mentions if m.span.meets(span) and m.kind in _PLACES]
        country = one_country(inside)
        if role == "target" and country and country not in doers:
            return [_row(index, "target", country, span)]
    return []


def _himself(index: Actors, draft: ReportDraft, part: Row) -> Row:
    """A person who is arrested or charged is himself, not the company that he worked for."""
    held = draft.type in {"COERCE", "ACCUSE"} and part["role"] == "target"
    if not held or (is_country(part["actor_id"]) and draft.mode not in _IN_PERSON):
        return part
    said = speaker_at(index, Span(part["char_start"], part["char_end"]))
    return {**part, "actor_id": said.actor_id} if said and said.kind == "person" else part


def _not_itself(index: Actors, draft: ReportDraft, parts: Sequence[Row]) -> list[Row]:
    """Leaves out a target that is the source again; a person is then himself, not his state."""
    if draft.type not in {"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "REJECT", "THREATEN"}:
        return list(parts)
    if not draft.found_by.endswith("act"):
        return list(parts)
    doers = set(_ids(parts, "source"))
    kept = []
    for part in parts:
        if part["role"] != "target" or part["actor_id"] not in doers:
            kept.append(part)
            continue
        span = Span(part["char_start"], part["char_end"])
        inside = [m for m in index.mentions if m.span.meets(span)]
        said = speaker_at(index, span)
        if said is not None and said.kind == "person":  # "arrested him"
            if said.actor_id not in doers:
                kept.append({**part, "actor_id": said.actor_id})
            continue
        people = [m for m in index.mentions if m.kind == "person"]
        named = [m for m in people if m.span.meets(span) or _next_to(index, span, m.span)]
        person = named[0].code if named else ""
        if person:
            kept.append({**part, "actor_id": person})
        elif any(m.kind == "demonym" for m in inside):
            kept.append(part)  # "arrested four of its own nationals"
    return kept


def _next_to(index: Actors, span: Span, name: Span) -> bool:
    """Whether a name stands right behind an office: "Ruritania's president, Jane Roe"."""
    return span.end < name.start and index.text[span.end : name.start] in {" ", ", "}


def _sides(index: Actors, draft: ReportDraft, parts: Sequence[Row]) -> list[Row]:
    """The two sides of the story for a shared act whose clause names none of them."""
    shared = draft.found_by.split("-")[-1] == "mutual" and draft.mode in _SHARED
    if not (shared and index.pair) or any(role == "source" for role, _ in draft.roles):
        return []
    sentence = next((s for s in index.spans if s.covers(draft.trigger)), draft.span)
    if _OTHER_WAR.search(index.text, max(0, draft.trigger.start - 12), draft.trigger.start):
        return []
    aside = [span for role, span in draft.roles if role != "target"]
    aside += [draft.place] if draft.place else []
    kinds = _SIDES | ({"organisation"} if draft.type == "CONSULT" else frozenset())
    for mention in index.mentions:
        if not sentence.covers(mention.span) or mention.kind not in kinds:
            continue
        if (mention.country or mention.code) in index.pair:
            continue
        brokering = _BEHIND.match(index.text, mention.span.end)
        if not (brokering or any(span.meets(mention.span) for span in aside)):
            return []  # somebody else may be meant
    return [_row(index, "source", side, draft.trigger) for side in index.pair]


def _other_side(index: Actors, draft: ReportDraft, parts: Sequence[Row]) -> list[Row]:
    """The other side of the story, which let captives go or was given back its land."""
    ceded = draft.mode == "cede_territory"
    role, other_role = ("source", "target") if ceded else ("target", "source")
    held = set(_ids(parts, role))
    if not (ceded or draft.mode == "release") or any(name == other_role for name, _ in draft.roles):
        return []
    if len(held) != 1 or not held <= set(index.pair) or _ids(parts, other_role):
        return []
    sentence = next((s for s in index.spans if s.covers(draft.trigger)), draft.span)
    if _JUDGED.search(sentence.of(index.text)):
        return []
    other = next(side for side in index.pair if side not in held)
    return [_row(index, other_role, other, draft.trigger)]
