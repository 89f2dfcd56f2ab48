"""Nouns that bear no name and yet mean somebody: "the army", "the rebels", "the group"."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from scripts.find.drafts import Mention, Span
from scripts.find.gazetteer import known
from scripts.lexicon import rows
from scripts.resolve.phrases import leading
from scripts.resolve.registry import known_actors

_COUNTED = frozenset({"country", "demonym", "capital", "city"})
_DOMINANT = 2  #: times that a country is named for each time of the next, to be the story's own
_REACH = 4  #: sentences that "the rebels" may go back
_FIRST_WORD = re.compile(r"^[\w'-]+ ?")
#: Gunmen of whom nobody knows whose they are.
_UNKNOWN = re.compile(r"\b(?:unknown|unidentified|unnamed|masked)\b", re.IGNORECASE)
#: "gunmen from the", "militants linked to", "fighters loyal to the".
_LINKED = re.compile(r"^(?: \w+){0,3} (?:of|from|to|with|be|are|were)(?: the)? $")
#: Nouns for any body: "the group" may be each.
_ANY_BODY = frozenset({"", "group", "sect", "outfit", "organisation", "organization", "faction"})
_CAPITAL = re.compile(r"[^\W\d_a-zß-ÿ]")


@cache
def _listed(use: str) -> str:
    words = sorted(
        (row["word"] for row in rows("actor_nouns") if row["use"] == use),
        key=lambda word: (-len(word), word),
    )
    return "|".join(words)


@cache
def _organ_pattern() -> re.Pattern[str]:
    heads = f"{_listed('organ')}|{_listed('service')}"
    return re.compile(rf"(?:|.*?[ -])(?P<head>{heads})", re.IGNORECASE)


@cache
def _foreign_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_listed('elsewhere')})(?![\w-])", re.IGNORECASE)


@cache
def _group_pattern() -> re.Pattern[str]:
    armed = rf"(?:(?:armed|rebel|militant|{_listed('armed')}) )?"
    return re.compile(
        rf"(?:the|these|those|this|that) {armed}(?:(?P<armed>{_listed('armed')})"
        rf"|(?P<vague>{_listed('vague')}))",
        re.IGNORECASE,
    )


def organ(phrase: str, opening: bool = False) -> str:
    """The organ of a state, or its people in service, that a phrase without a name is about.

    It is "army" for "the army", and "" for "Sunni lawmakers" or "foreign troops". opening: the
    phrase begins a sentence, so that its first capital says nothing.
    """
    found = _organ_pattern().fullmatch(phrase)
    if found is None or _foreign_pattern().search(phrase[: found.start("head")]):
        return ""
    before = phrase[: found.start("head")].removeprefix("The ")
    before = _FIRST_WORD.sub("", before) if opening else before
    return "" if _CAPITAL.search(before) else found.group("head").lower()


@cache
def _nameless() -> re.Pattern[str]:
    listed = f"{_listed('armed')}|fighters"
    before = (
        rf"(?:(?:{_listed('unsure')}|the|an?|some|more|other|few|dozens|scores|hundreds|of|{listed}"
    )
    return re.compile(rf"{before}|[\d,.]+)[ -])*(?:{listed})", re.IGNORECASE)


def is_nameless(phrase: str, opening: bool = False) -> bool:
    """Whether a phrase for armed people tells nothing of whose they are: "suspected militants".

    opening: the phrase begins a sentence, so that its first capital says nothing.
    """
    words = leading().sub("", phrase).strip(" \"“”'")
    return bool(_nameless().fullmatch(words)) and (opening or not _CAPITAL.search(words))


def story_group(
    text: str,
    mentions: Sequence[Mention],
    sentences: Sequence[Span],
    blocks: Sequence[Span],
    span: Span,
) -> Mention | None:
    """The one armed group of a story that nameless gunmen of its paragraph belong to, if any.

    Its paragraph must name the group in another sentence, or link the two ("loyal to"): gunmen who
    fight the group are not of it.

    Args:
        text: The flat text.
        mentions: Its mentions, in order.
        sentences: Spans of its sentences, in order.
        blocks: Its paragraphs.
        span: Where the phrase stands.
    """
    able = [m for m in mentions if m.kind == "armed_group" and m.code]
    if len({m.code for m in able}) != 1 or _UNKNOWN.search(span.of(text)):
        return None
    sentence = next((s for s in sentences if s.covers(span)), span)
    block = next((b for b in blocks if b.covers(span)), sentence)
    here = [m for m in able if sentence.covers(m.span)]
    if here:
        linked = any(_LINKED.search(text[span.end : m.span.start]) for m in here)
        return here[0] if linked else None
    return next((m for m in able if block.covers(m.span)), None)


def office(phrase: str) -> str:
    """The office of state that a phrase without a name is about ("president"), "" if none."""
    words = phrase.lower().removeprefix("the ")
    return words if words in _listed("office").split("|") else ""


def story_country(mentions: Sequence[Mention], body: Sequence[Span], dateline: str) -> str:
    """The country that an article is at home in, "" where it could be several.

    It is the only one named; or one of the first paragraph that is named twice as often as any
    other; or that of the dateline, if no other is named more often.

    Args:
        mentions: The mentions of the article, in order.
        body: The paragraphs of its story.
        dateline: The flat text of its dateline, "" where it has none.
    """
    counts = Counter(m.country for m in mentions if m.kind in _COUNTED and m.country)
    seat = {m.country for m in known(dateline) if m.country}
    counts.update(seat)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or not body:
        return ""
    first, most = ranked[0]
    if len(ranked) == 1:
        return first
    lead = {m.country for m in mentions if m.kind in _COUNTED and m.span.meets(body[0])}
    if most >= _DOMINANT * ranked[1][1] and first in lead | seat:
        return first
    return min(seat) if len(seat) == 1 and counts[min(seat)] == most else ""


def organ_country(
    text: str,
    mentions: Sequence[Mention],
    sentence: Span,
    span: Span,
    head: str,
    home: str,
    about: frozenset[str],
) -> str:
    """The country whose organ a bare noun means, "" where it stays open.

    Args:
        text: The flat text.
        mentions: Its mentions, in order.
        sentence: The sentence of the noun.
        span: The noun phrase.
        head: The organ or office (see `organ`, `office`); people in service, unlike the army,
            are not those of whom the article told before.
        home: The country of the story (see `story_country`).
        about: The countries that the clauses before the noun are about.
    """
    serving = head in _listed("service").split("|")
    told = {
        m.country
        for m in mentions
        if m.country
        and not serving
        and m.kind in {"country", "demonym", "capital"}
        and re.match(rf"(?:'s?)? (?:[\w-]+ )?{re.escape(head)}(?!\w)", text[m.span.end :])
    }
    if len(told) == 1:
        return told.pop()
    if told:
        return ""
    before = {
        m.country
        for m in mentions
        if m.country and m.kind in _COUNTED and sentence.start <= m.span.start < span.start
    }
    if before <= {home}:
        return home
    return min(about) if len(about) == 1 and not serving else ""


def _is_called(text: str, mention: Mention, head: str) -> bool:
    """Whether a body bears a noun in its name or beside it: "the X alliance", "X, an alliance"."""
    behind = text[mention.span.end : mention.span.end + 60].lower()
    near = re.match(rf"(?: \([^)]*\))?,? (?:(?:a|an|the) )?(?:[\w-]+ ){{0,4}}?{head}\b", behind)
    return head in mention.span.of(text).lower().split(" ") or bool(near)


def group_before(
    text: str,
    mentions: Sequence[Mention],
    sentences: Sequence[Span],
    span: Span,
    words: str,
) -> Mention | None:
    """The named group that "the rebels" or "the group" goes back to, None where it stays open.

    Sentence by sentence backwards, the first that names such a body decides, if it names only
    one. Else it is the only armed group, or body of no world fame, that the article has named.

    Args:
        text: The flat text.
        mentions: Its mentions, in order.
        sentences: Spans of its sentences, in order.
        span: Where the phrase stands.
        words: The phrase.
    """
    found = _group_pattern().fullmatch(words)
    if found is None:
        return None
    head = (found.group("vague") or "").lower()
    if head not in _ANY_BODY:  # "the coalition" is no group that nobody called one
        able_names = {m.code for m in mentions if m.code and _is_called(text, m, head)}
        mentions = [m for m in mentions if m.code in able_names]
    kinds = {"armed_group"} if found.group("armed") else {"armed_group", "organisation"}
    able = [m for m in mentions if m.kind in kinds and m.code and not m.country]
    at = max((i for i, s in enumerate(sentences) if s.start <= span.start), default=-1)
    for sentence in sentences[max(0, at - _REACH) : at + 1][::-1]:
        here = [m for m in able if sentence.covers(m.span) and m.span.end <= span.start]
        near = {m.code: m for m in here if m.kind == "armed_group"} or {m.code: m for m in here}
        if near:
            return next(iter(near.values())) if len(near) == 1 else None
    # Bodies that the whole world knows are in every article; "the group" is one that is not.
    named = [m for m in able if m.span.end <= span.start]
    every = {m.code: m for m in named if m.kind == "armed_group" or m.code not in known_actors()}
    return next(iter(every.values())) if len(every) == 1 else None
