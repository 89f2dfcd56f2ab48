"""Bodies and places by the shape of their names: capitals with a head noun that says what it is."""

import re
from collections.abc import Sequence

from scripts.find.capitals import Word, adjoin, bodies, name_words, words
from scripts.find.drafts import Mention, Span
from scripts.find.gazetteer import Name, names
from scripts.find.slugs import slug
from scripts.find.titles import titles

_JOINS = frozenset({"of", "for", "on", "against"})
_OFFICE = 40  #: letters in which an office is looked for ("Office of the Prime Minister")
#: Bodies that bear a list of tasks in their name.
_TASKED = frozenset(
    {"Ministry", "Department", "Commission", "Committee", "Council", "Office", "Agency"}
    | {"Directorate", "Institute", "Center", "Centre", "Bureau"}
)
_INSIDE = frozenset({"and", "&"})
#: Head nouns that make no name without another capital before or an "of" behind them.
_KINDS = ("organ", "armed_group", "organisation", "feature", "address", "none")
_LOWER_HEAD = re.compile(
    r" (?:autonomous )?(?P<head>region|province|district|corridor|border|enclave|exclave|peninsula"
    r"|valley|oblast|governorate|prefecture|county|municipality|airport|international airport"
    r"|air base|airbase|crossing|refugee camp|checkpoint|airfield|river|strait|mountains)(?![\w-])"
)
_OF_PLACE = re.compile(
    r"(?<![\w-])(?P<head>city|town|village|port|district|province|region|governorate|enclave"
    r"|settlement|suburb|municipality) of $"
)
_ACRONYM = re.compile(r" \((?:the )?[\"']?(?P<short>[A-Z][A-Za-z&-]{1,9})[\"']?\)")


def _head_at(listed: Sequence[Word], index: int) -> tuple[str, int] | None:
    """Kind of the head noun that ends at a word, and how many words it takes."""
    for size in (2, 1):
        if index - size + 1 < 0:
            continue
        phrase = " ".join(word.text for word in listed[index - size + 1 : index + 1])
        for kind in _KINDS:
            if phrase in bodies(kind):
                return kind, size
    return None


def _country_of(phrase: str) -> str:
    """The one country that words of a name carry, else ""."""
    found = set()
    parts = phrase.split(" ")
    for size in (4, 3, 2, 1):
        for at in range(len(parts) - size + 1):
            name = names().get(" ".join(parts[at : at + size]).rstrip(","))
            if name is not None and name.country and name.kind in {"country", "demonym"}:
                found.add(name.country)
                parts[at : at + size] = ["-"] * size
    return found.pop() if len(found) == 1 else ""


def _left(text: str, listed: Sequence[Word], index: int) -> int:
    """Index of the first word of the name that ends at `index`."""
    at = index
    while at > 0 and adjoin(text, listed[at - 1], listed[at]):
        before = listed[at - 1]
        if before.text in name_words("opener") or _is_day(text, before):
            break
        if before.capital and not before.owns:
            at -= 1
        elif (
            before.text in _INSIDE
            and 1 < at < index  # a word stands between "and" and the head noun
            and listed[at - 2].capital
            and adjoin(text, listed[at - 2], before)
            and _known_name(listed[at - 2]) is None
            and not titles(text, listed[at - 2].span.start, listed[at - 2].span.end)
        ):
            at -= 2
        else:
            break
    return at


def _is_day(text: str, word: Word) -> bool:
    """Whether a word is the day before a name: "On Friday Hill Motor Company said"."""
    led = text[max(0, word.span.start - 5) : word.span.start].lower()
    return word.text.endswith("day") and led.endswith(("on ", "last "))


def _known_name(word: Word) -> Name | None:
    return names().get(word.text)


def _right(text: str, listed: Sequence[Word], index: int) -> int:
    """Index of the last word of the name whose head stands at `index` ("of Foreign Affairs")."""
    at = index
    while at + 2 < len(listed) and listed[at + 1].text in _JOINS:
        if not adjoin(text, listed[at], listed[at + 1]):
            break
        step = at + 2
        if listed[step].text == "the" and step + 1 < len(listed):
            step += 1
        if not listed[step].capital or not adjoin(text, listed[step - 1], listed[step]):
            break
        if listed[step].text in name_words("calendar"):
            break
        office = titles(text, listed[step].span.start, listed[step].span.start + _OFFICE)
        if office and office[0].span.start == listed[step].span.start:
            while step + 1 < len(listed) and listed[step + 1].span.end <= office[0].span.end:
                step += 1
            at = step
            continue
        while step + 1 < len(listed) and listed[step + 1].capital:
            if not adjoin(text, listed[step], listed[step + 1]):
                break
            if titles(text, listed[step + 1].span.start, listed[step + 1].span.end):
                break
            step += 1
        at = _listed_on(text, listed, step) if listed[index].text in _TASKED else step
    return at


def _listed_on(text: str, listed: Sequence[Word], index: int) -> int:
    """Goes on over ", Hostages and Missing Persons" behind the words of a task."""
    if _known_name(listed[index]) is not None:
        return index
    at = index
    while at + 1 < len(listed):
        gap = text[listed[at].span.end : listed[at + 1].span.start]
        following = listed[at + 1]
        if gap == ", " and following.capital and not _closes(listed, at + 1):
            at += 1
        elif following.text == "and" and gap == " " and at + 2 < len(listed):
            last = listed[at + 2]
            if not last.capital or _closes(listed, at + 2) or not adjoin(text, following, last):
                break
            at += 2
            while at + 1 < len(listed) and listed[at + 1].capital:
                if not adjoin(text, listed[at], listed[at + 1]):
                    break
                at += 1
            return at
        else:
            return index
    return index


def _closes(listed: Sequence[Word], index: int) -> bool:
    """Whether a word begins another name rather than going on with a list of tasks."""
    word = listed[index]
    following = listed[index + 1].text if index + 1 < len(listed) else ""
    return (
        _known_name(word) is not None
        or word.text in name_words("opener")
        or _head_at(listed, index) is not None
        or following in bodies("organ") | bodies("organisation")
        or bool(titles(word.text))
    )


def _body(kind: str, text: str, span: Span, modified: bool) -> Mention | None:
    phrase = span.of(text)
    country = _country_of(phrase)
    if kind == "organ":
        return Mention(span, "organisation", country, country)
    if not modified:
        return None
    if kind in {"feature", "address"}:
        return Mention(span, "area", slug("place", phrase), country)
    if kind == "none":
        return None
    return Mention(span, kind, slug(kind, phrase), country)


def named_bodies(text: str, block: Span) -> list[Mention]:
    """Organisations, armed groups and places whose names end in (or begin with) a head noun."""
    listed = words(text, block)
    found: list[Mention] = []
    at = 0
    for index, word in enumerate(listed):
        if index < at or not word.capital:
            continue
        head = _head_at(listed, index)
        if head is None or (index + 1 < len(listed) and _longer(text, listed, index)):
            continue
        kind, size = head
        first = _left(text, listed, index)
        last = index if word.owns else _right(text, listed, index)
        modified = last > index or index - first >= size
        span = Span(listed[first].span.start, listed[last].span.end)
        mention = _body(kind, text, span, modified)
        if mention is not None:
            found.append(mention)
            at = last + 1
    return found


def _longer(text: str, listed: Sequence[Word], index: int) -> bool:
    """Whether the next capital belongs to the name as well ("Security Council", "Army Chief")."""
    following = listed[index + 1]
    return (
        following.capital
        and adjoin(text, listed[index], following)
        and (_head_at(listed, index + 1) is not None)
    )


def acronyms(text: str, found: Sequence[Mention], block: Span) -> dict[str, Mention]:
    """Short forms that the text gives in brackets behind a name, with what they stand for."""
    short: dict[str, Mention] = {}
    for mention in found:
        match = _ACRONYM.match(text, mention.span.end)
        if match and block.covers(mention.span):
            short.setdefault(match.group("short"), mention)
    return short


def _is_state(phrase: str) -> bool:
    named = names().get(phrase)
    return named is not None and named.kind != "area"


def places_by_shape(text: str, block: Span, run: Span) -> Mention | None:
    """The place that a run of capitals names beside a common noun ("X region", "village of X")."""
    phrase = run.of(text)
    after = _LOWER_HEAD.match(text, run.end)
    if after and after.end() <= block.end:
        span = Span(run.start, after.end())
        named = names().get(phrase)
        if all(_is_state(part) for part in (phrase.split("-") if named is None else [phrase])):
            return None  # "the Kenyan border", "the Kenya-Uganda border": common nouns
        code = named.code if named is not None else slug("place", span.of(text))
        return Mention(span, "area", code, named.country if named else _country_of(phrase))
    before = _OF_PLACE.search(text, max(block.start, run.start - 24), run.start)
    if before:
        kind = "city" if before.group("head") in {"city", "town", "village"} else "area"
        return Mention(run, kind, slug("place", phrase), _country_of(phrase))
    return None
