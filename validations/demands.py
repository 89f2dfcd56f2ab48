"""What a dataset must show, as frozen values: what `curation/expected.toml` says, read."""

from dataclasses import dataclass
from datetime import date

from validations.facts import EventPick, FactPick
from validations.wording import how_many


@dataclass(frozen=True)
class FigureDemand:
    """A fact that the dataset must show, with the sources and the verdict it must have.

    value: what every side's words must allow, or None for any value.
    verdicts: the verdicts that fulfil it.
    """

    fact: FactPick
    value: float | None
    min_sources: int
    min_independent: int
    verdicts: tuple[str, ...]
    reason: str

    def __str__(self) -> str:
        value = "" if self.value is None else f"is {self.value:.15g} and "
        sources = how_many(self.min_sources, "source")
        return (
            f"the {self.fact} {value}has the verdict {' or '.join(self.verdicts)}, told by "
            f"{sources} or more, {self.min_independent} of them independent"
        )


@dataclass(frozen=True)
class EventDemand:
    """An event that the dataset must hold, and the announcement that it must carry out, if any."""

    event: EventPick
    fulfils: EventPick | None
    min_sources: int
    reason: str

    def __str__(self) -> str:
        told = f"{how_many(self.min_sources, 'source')} or more tell of the event {self.event}"
        return told if self.fulfils is None else f"{told}, which carries out the {self.fulfils}"


@dataclass(frozen=True)
class OrderDemand:
    """Two events of which one comes first, as far as the words of every source allow.

    min_days, max_days: least and greatest number of days from the earlier to the later one; None
    for no limit.
    """

    earlier: EventPick
    later: EventPick
    min_days: int
    max_days: int | None
    reason: str

    def __str__(self) -> str:
        if self.max_days is None:
            after = f"{self.min_days} days or more after" if self.min_days else "not before"
        elif self.max_days == self.min_days:
            after = f"{self.min_days} days after"
        else:
            after = f"{self.min_days} to {self.max_days} days after"
        return f"the {self.later} comes {after} the {self.earlier}"


@dataclass(frozen=True)
class SumDemand:
    """Facts whose figures add up to another fact's or to a number."""

    parts: tuple[FactPick, ...]
    total: FactPick | float
    reason: str

    @property
    def facts(self) -> tuple[FactPick, ...]:
        """All facts that it is about; the total comes last."""
        whole = (self.total,) if isinstance(self.total, FactPick) else ()
        return (*self.parts, *whole)

    def __str__(self) -> str:
        parts = " and ".join(f"the {part}" for part in self.parts)
        total = f"the {self.total}" if isinstance(self.total, FactPick) else f"{self.total:.15g}"
        return f"{parts} add up to {total}"


@dataclass(frozen=True)
class RatioDemand:
    """Two facts that stand to each other as two numbers do.

    first, second: the numbers, such as 3 and 1.
    """

    of: FactPick
    to: FactPick
    first: float
    second: float
    reason: str

    @property
    def facts(self) -> tuple[FactPick, ...]:
        """The two facts."""
        return (self.of, self.to)

    def __str__(self) -> str:
        return f"the {self.of} is to the {self.to} as {self.first:.15g} to {self.second:.15g}"


@dataclass(frozen=True)
class PromiseDemand:
    """An announced event that must have been carried out.

    by: the last day for it, or None for any. as_announced: whether with the figures announced.
    """

    announced: EventPick
    by: date | None
    as_announced: bool
    reason: str

    def __str__(self) -> str:
        day = f" by {self.by}" if self.by else ""
        same = " with the figures announced" if self.as_announced else ""
        return f"what was announced ({self.announced}) is carried out{day}{same}"


@dataclass(frozen=True)
class QuotationDemand:
    """Words that must stand in so many sources as somebody's words, not one left out or changed."""

    words: str
    min_sources: int
    reason: str

    def __str__(self) -> str:
        sources = how_many(self.min_sources, "source")
        return f"the words “{self.words}” stand in {sources} or more"


@dataclass(frozen=True)
class Expected:
    """All that a dataset must show."""

    figures: tuple[FigureDemand, ...] = ()
    events: tuple[EventDemand, ...] = ()
    orders: tuple[OrderDemand, ...] = ()
    sums: tuple[SumDemand, ...] = ()
    ratios: tuple[RatioDemand, ...] = ()
    promises: tuple[PromiseDemand, ...] = ()
    quotations: tuple[QuotationDemand, ...] = ()
