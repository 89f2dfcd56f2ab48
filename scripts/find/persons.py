"""Persons by the shape of their names: capitals beside a title, a verb of saying or a role.

Two capitals in a row are no person yet ("Baghdad Airport", "Good Friday"): something in the text
must speak for it. A surname alone is a person once the full name or a title has named it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.find.capitals import Word, bodies, name_words, runs
from scripts.find.cues import person_nouns
from scripts.find.drafts import Mention, Span
from scripts.find.slugs import slug
from scripts.find.titles import Title, titles

_SAYS = (
    r"(?:said|says|told|tweeted|wrote|added|warned|announced|stated|argued|claimed|noted|insisted"
    r"|explained|replied|remarked|acknowledged|admitted|denied|urged|vowed|pledged|testified"
    r"|resigned|met|visited|phoned|travel(?:l)?ed|attended|apologi[sz]ed|commented|recalled|praised|criticised|criticized|thanked)"
)
_BEHIND = re.compile(
    rf"(?:,? (?:also |has |had |later |then )?{_SAYS}\b|, who\b|, \d\d,|, aged \d)"
)
_BEFORE = re.compile(
    r"(?:\b(?:according to|said|says|added|wrote|told|warned|explained) |named |called |, [\"'])$"
)
_ROLE_BEHIND = re.compile(r"(?: \([^)]{1,40}\))?, ")
#: "X, a nurse from Y": what somebody is, in small letters.
_CALLING = re.compile(r"(?:an?|the) (?:[a-z][\w-]* ){0,3}?(?P<noun>[a-z][\w-]+)\b")
#: "nurse X": the same right before the name.
_CALLED = re.compile(r"(?<![\w-])(?P<noun>[a-z][a-z-]{2,}) $")
#: Between a title and the name behind it: a comma or the body that the title belongs to.
_TITLE_TAIL = re.compile(r", | (?:of|for|to|at) [^,.;:\"]{2,60} ")
_REACH = 80
#: Titles that go with a first name.
_FIRST_NAMES = frozenset(
    {"Sheikh", "Shaikh", "Sheik", "Prince", "Crown Prince", "Princess", "King", "Queen", "Pope"}
    | {"Sir", "Dame", "Sultan", "Emperor", "Empress"}
)
_MAX_NAME = 5
_OPENING = re.compile(r"[\"'(]*([^\W\d_]{3,})")
_LOWER = re.compile(r"(?<!\w)[a-zß-ÿ]{3,}(?!\w)")


@dataclass(frozen=True)
class _Piece:
    """Capitals that may name a person, and the title right before them."""

    words: tuple[Word, ...]
    title: Title | None

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def last(self) -> str:
        return self.words[-1].text

    @property
    def key(self) -> str:
        """The surname without marks, so that "Erdoğan" and "Erdogan" are one."""
        return slug(self.last)

    @property
    def size(self) -> int:
        return sum(word.capital for word in self.words)


def _split(
    run: Sequence[Word], taken: Sequence[Span], offices: Sequence[Title], text: str
) -> Iterable[_Piece]:
    """The parts of a run of capitals between titles, known names, openers and calendar words."""
    held: list[Word] = []
    title: Title | None = None
    behind = _behind_calling(run)
    for at, word in enumerate(run):
        office = next((t for t in offices if t.span.meets(word.span)), None)
        if at < behind and office is None:
            held, title = [], _calling(run[:behind], text)
        elif office is not None or any(span.meets(word.span) for span in taken):
            if office is None or not _is_task(held, title):
                yield from _close(held, title)
            held, title = [], office
        elif word.text in name_words("opener") and not held:
            title = None
        elif word.text in name_words("calendar") and len(run) > 1 and not held and title is None:
            yield from _close(held, title)
            held, title = [], None
        else:
            if not held and title is None:
                title = next((t for t in offices if _leads(t, word, text)), None)
            held.append(word)
    yield from _close(held, title)


def _behind_calling(run: Sequence[Word]) -> int:
    """Where a full name begins behind what somebody is ("Railway Manager Jane Roe"), else 0."""
    for at in range(len(run) - 2, 0, -1):
        noun = run[at - 1]
        if noun.text.lower() in person_nouns() and noun.text[1:].islower() and not noun.owns:
            return at
    return 0


def _calling(words: Sequence[Word], text: str) -> Title:
    span = Span(words[0].span.start, words[-1].span.end)
    return Title(span, span.of(text), "office", "no")


def _is_task(held: Sequence[Word], title: Title | None) -> bool:
    """Whether a word between two titles belongs to them: "Chief Technical Officer"."""
    return title is not None and len(held) == 1 and not held[0].owns


def _leads(title: Title, word: Word, text: str) -> bool:
    return title.span.end < word.span.start and text[title.span.end : word.span.start] == " "


def _close(held: list[Word], title: Title | None) -> Iterable[_Piece]:
    kept = list(held)
    while kept and not kept[-1].capital:
        kept.pop()
    while kept and not kept[0].capital and title is None:
        kept.pop(0)
    if kept:
        yield _Piece(tuple(kept), title)


def _plausible(piece: _Piece) -> bool:
    """Whether the words could be a name at all."""
    if piece.size > _MAX_NAME or any(re.search(r"\d", word.text) for word in piece.words):
        return False
    if piece.last.isupper() and len(piece.last) > 1 and piece.title is None:
        return False
    last = piece.last
    if piece.title is None and piece.size > 1 and piece.words[0].text in name_words("thing"):
        return False
    return not any(last in bodies(kind) for kind in ("none", "feature", "address", "organ")) or (
        piece.title is not None and piece.size > 1
    )


def _spoken_for(piece: _Piece, text: str, alone: set[str]) -> bool:
    """Whether the text treats a full name as a person."""
    span = piece.span
    if piece.title is not None or piece.key in alone:
        return True
    if any(word.initial or word.text in {"bin", "ibn", "von", "van"} for word in piece.words):
        return True
    if _BEHIND.match(text, span.end) or _BEFORE.search(text, max(0, span.start - 20), span.start):
        return True
    called = _CALLED.search(text, max(0, span.start - _REACH), span.start)
    if called and called["noun"].removeprefix("co-") in person_nouns():
        return True
    comma = _ROLE_BEHIND.match(text, span.end)
    if comma:
        clause = re.match(r"[^,.;\"]{3,70}", text[comma.end() :])
        if clause and titles(text, comma.end(), comma.end() + clause.end()):
            return True
        calling = _CALLING.match(text, comma.end())
        if calling and calling["noun"] in person_nouns():
            return True
    before = text[max(0, span.start - _REACH) : span.start]
    # "the minister of Chad, Jane Roe, said": the name stands between two commas
    set_off = text[span.end : span.end + 1] == "," and " " in span.of(text)
    leads = [before, *([f"{before[:-2]} "] if set_off and before.endswith(", ") else [])]
    return any(_TITLE_TAIL.fullmatch(lead, t.span.end) for lead in leads for t in titles(lead))


def _lone(pieces: Sequence[_Piece]) -> set[str]:
    """Words that stand alone as a name somewhere in the article."""
    return {
        piece.key
        for piece in pieces
        if piece.size == 1 and piece.last not in name_words("calendar") and len(piece.last) > 2
    }


def _single(piece: _Piece, full: dict[str, str], text: str) -> str | None:
    """The id of a person named by one word, None where the word is no known person."""
    last = piece.last
    if last in name_words("calendar") and not (piece.title or _BEHIND.match(text, piece.span.end)):
        return None
    if piece.key in full:
        return full[piece.key]
    if piece.title is not None and piece.title.words in _FIRST_NAMES:
        return full.get(f"{piece.key} *", slug("person", piece.title.words, last))
    if piece.title is not None:
        return slug("person", last)
    return None


def common_starts(text: str, starts: Iterable[Span]) -> set[int]:
    """Offsets where a sentence begins with a word that the text also writes in lower case."""
    found = set()
    lower = set(_LOWER.findall(text))
    for sentence in starts:
        match = _OPENING.match(text, sentence.start, sentence.end)
        if match and match.group(1).lower() in lower:
            found.add(match.start(1))
    return found


def persons(
    text: str, blocks: Sequence[Span], taken: Sequence[Mention], common: set[int]
) -> list[Mention]:
    """Mentions of persons in a flat text.

    Args:
        text: The flat text of the article.
        blocks: Its story.
        taken: What is known already: countries, bodies, places.
        common: Offsets of capitals that only begin a sentence (see `common_starts`).

    Returns:
        A mention a name, with one id for the full name and the surname.
    """
    pieces: list[_Piece] = []
    for block in blocks:
        spans = [mention.span for mention in taken if mention.span.meets(block)]
        offices = titles(text, block.start, block.end)
        for run in runs(text, block):
            plain = run[0].span.start in common and not _behind_calling(run)
            kept = run[1:] if plain else run
            if kept:
                pieces += [p for p in _split(kept, spans, offices, text) if _plausible(p)]
    alone = _lone(pieces)
    full: dict[str, str] = {}
    for mention in taken:
        if mention.kind == "person":
            _learn(mention.span.of(text).split(" "), mention.code, full)
    found: list[Mention] = []
    for piece in pieces:
        if piece.size > 1 and _spoken_for(piece, text, alone):
            code = slug("person", piece.span.of(text))
            _learn([word.text for word in piece.words], code, full)
            found.append(Mention(piece.span, "person", code, ""))
    for piece in pieces:
        if piece.size == 1 and piece.title is not None and piece.title.words not in _FIRST_NAMES:
            full.setdefault(piece.key, slug("person", piece.last))
    for piece in pieces:
        named = _single(piece, full, text) if piece.size == 1 else None
        if named:
            found.append(Mention(_titled(piece), "person", named, ""))
    return found


def _learn(name: Sequence[str], code: str, full: dict[str, str]) -> None:
    """Notes whom a surname, or a first name behind "Sheikh" and the like, means from now on."""
    full.setdefault(slug(name[-1]), code)
    full.setdefault(f"{slug(name[0])} *", code)


def _titled(piece: _Piece) -> Span:
    """The words of a single name; the title belongs to it where only a first name follows."""
    if piece.title is not None and piece.title.words in _FIRST_NAMES:
        return Span(piece.title.span.start, piece.span.end)
    return piece.span
