"""What find hands to resolve: spans of words in an article, with no identity yet.

Every offset counts in the article's own text. A role (who did it, whom it hit, where, when) is
the span of the words that fill it; `scripts/resolve/` turns words into actors, places and days.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of an article: 0-based, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Mention:
    """Words that name an actor or a place.

    kind: country | demonym | capital | city | area | organisation | armed_group | person |
    polity | group | role ("the minister") | pronoun | pair ("the two sides").
    code: actor_id or place_id where the words alone settle it, else "".
    country: alpha-3 that the words carry ("Chadian", "Khartoum"), else "".
    """

    span: Span
    kind: str
    code: str
    country: str


@dataclass(frozen=True)
class Number:
    """A number in running text, before anybody asks what it counts.

    value: as stated, the lower of a range; None for vague words ("dozens").
    low, high: what vague words allow (from the lexicon), else None.
    """

    span: Span
    value: float | None
    range_to: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class FigureDraft:
    """A number with what it counts and the words that fill its roles."""

    span: Span  #: bound + number + noun phrase as far as the head noun
    number: Number
    bound: str
    unit: str
    counted: str
    measure: str
    of: Span | None
    by: Span | None
    modality: str
    subset_of: Span | None  #: span of the figure that this one is a part of
    date: Span | None  #: date words of its clause
    found_by: str


@dataclass(frozen=True)
class StatementDraft:
    """Words that somebody said, and the words that name who."""

    span: Span
    kind: str
    speaker: Span | None  #: noun phrase or pronoun that names the speaker there
    cue: str
    medium: str
    date: Span | None
    found_by: str
    continues: Span | None = None  #: the quotation that this one goes on from (next paragraph)


@dataclass(frozen=True)
class Pointer:
    """An event told elsewhere in the article that says when a clause happened.

    relation: within | under (a deal) | after. noun: its lemma. many: whether it is in the plural.
    types: what the noun can tell of.
    """

    relation: str
    noun: str
    many: bool
    types: frozenset[str]


@dataclass(frozen=True)
class ReportDraft:
    """Words that tell of an event, and the words that fill its roles."""

    span: Span
    trigger: Span  #: the trigger word alone
    type: str
    mode: str
    modality: str
    roles: tuple[tuple[str, Span], ...]  #: (source | target | mediator | host, words)
    date: Span | None
    place: Span | None
    found_by: str
    bare: bool = False  #: the date holds without the "since" or "until" before it
    several: bool = False  #: it tells of more than one event
    pointer: Pointer | None = None  #: what the clause hangs its time on
    lent: bool = False  #: the date is that of a clause beside it, and holds only to the day
    deed: str = ""  #: the word for what was done, where it sets the deed apart
    acted_on: tuple[str, ...] = ()  #: words for what it was done to (see `find.deed_words`)
