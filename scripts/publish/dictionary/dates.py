"""How days are to be read: intervals, their precision, EDTF, and what the words were."""

from collections.abc import Mapping

import polars as pl

from schemas.tables import codelist
from scripts.link.days import days_of, edtf
from scripts.publish.dictionary.codebook import codes_link
from scripts.publish.dictionary.markdown import code, flowed, link, plain
from validations.markdown import grid

HEADING = "How to read dates"
_WORDS = """\
Newspapers rarely print a date; they say "on Thursday" or "in the autumn of 2030". `start_date` and
`end_date` are the first and the last day that such words allow, and the event lies somewhere
between them, both days included. They do not mean that it lasted so long: a war that began "in
2030" has the days from 1 January to 31 December. Both are given or neither is; nothing is narrowed
by a guess.

- `date_precision` says what is known ({precisions}); `day` means that both dates are one day.
- `date_text`, in {reports}, is the words, and `date_basis` how days were made of them ({bases}).
- In {events} the interval is what all reports of it allow together. Where they contradict each
  other, it covers all the days that they tell, and a row of {comparisons} says who tells which.
- "since 1994" and the like end on the day on which the article was published."""
_EDTF = """\
`date_edtf` writes the same days for programs that read the Extended Date/Time Format (EDTF, ISO
8601-2:2019). It keeps to level 0 and uses a date in one of three forms, `2031-03-05`, `2031-03`
and `2031`, or an interval of two dates of one form, `2030-09/2030-11`, whichever is shortest; a
decade is `1990/1999`. No time, no season and none of the signs of higher levels (`?`, `~`, `%`,
`X`, `..`) occurs.

To select by date, decide what becomes of events that may or may not lie in your period, whose
first day is `from` and whose last is `to`:

- **surely within**: `start_date >= from` and `end_date <= to`;
- **possibly within**: `start_date <= to` and `end_date >= from`;
- **known to the day**: `date_precision` is `day`.

Each of them leaves out rows without a date: count these apart. When sources are compared, two dates
conflict only where they have no day in common."""


def _examples(reports: pl.DataFrame) -> str:
    """For each precision that occurs, the first report whose words give it."""
    worded = pl.col("date_text").is_not_null() & pl.col("start_date").is_not_null()
    dated = reports.filter(worded).sort("source_id", "char_start")
    lines = []
    for precision in codelist("date_precisions").codes:
        for row in dated.filter(pl.col("date_precision") == precision).head(1).to_dicts():
            days = days_of(row)
            lines.append(
                (
                    f"“{plain(row['date_text'])}”",
                    *(code(row[name]) for name in ("date_precision", "date_basis")),
                    *(code(row[name]) for name in ("start_date", "end_date")),
                    code(edtf(days)) if days else "",
                    code(row["report_id"]),
                )
            )
    if not lines:
        return ""
    header = (
        "words",
        "date_precision",
        "date_basis",
        "start_date",
        "end_date",
        "as EDTF",
        "report",
    )
    return (
        f"Examples from this version, one for each precision that occurs:\n\n{grid(header, lines)}"
    )


def dates_section(frames: Mapping[str, pl.DataFrame]) -> str:
    """What dates mean, with examples from the reports."""
    words = _WORDS.format(
        precisions=codes_link("date_precisions"),
        bases=codes_link("date_bases"),
        reports=link("reports"),
        events=link("events"),
        comparisons=link("comparisons"),
    )
    reports = frames.get("reports")
    examples = "" if reports is None else _examples(reports)
    parts = [f"## {HEADING}", flowed(words), examples, flowed(_EDTF)]
    return "\n\n".join(part for part in parts if part)
