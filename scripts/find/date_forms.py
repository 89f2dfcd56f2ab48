"""The forms that date words take in English: a regular expression and the reader of its match."""

import re
from collections.abc import Callable, Mapping

from scripts.find import date_fields as read
from scripts.find.date_words import (
    ANY_WEEKDAY,
    DASH,
    DAY,
    LAST_DAY,
    MONTH,
    NUMBER,
    PART,
    WEEKDAY,
    WHICH,
    YEAR,
    S,
    either,
)

Reader = Callable[[re.Match[str]], read.Fields | None]

_DAY_NAME = rf"(?:\b{ANY_WEEKDAY}{S}(?:the{S})?)?"
_TO_DAY = rf"(?:(?:{DASH}|{S}(?:and|to|or){S}){LAST_DAY})?"
_ZONE = rf"(?:[^\S\n]{{0,2}}\(?{either('timezone')}\b)"
_AMPM = r"(?:[^\S\n]{0,2}[AaPp](?:\.[Mm]\.|[Mm]\b))"
_IN_DAY = rf"(?:{S}{either('day_part')}\b)?"
#: Behind words of a spell: "within next 48 hours"; never "will last seven days".
_THROUGH = (
    "(?:"
    + "|".join(rf"(?<=\b{one}\s)" for one in ("[Ii]n", "[Ww]ithin", "[Oo]ver", "[Ff]or"))
    + ")"
)
_NAMED_YEAR = rf"(?P<named_year>last|this|next){S}year\b"
_YEAR_OR_NAMED = rf"(?:{YEAR}|{_NAMED_YEAR})"
_UNIT = rf"(?P<unit>{either('unit')})"
_SEASON = rf"(?P<season>{either('season')})\b"
_SEASON_NOT_FALL = r"(?P<season>spring|summer|autumn|winter)\b"
_OWN = r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Tt]his)|['’]s|s['’])"
_PART_OF_UNIT = (
    rf"(?:the{S})?\b(?P<part>{either('part_of_unit', 'part', 'part_noun')})(?:{S}(?:in|of))?{S}"
)
_DAYTIME = r"(?i:day|night|morning|afternoon|evening)"

_PATTERNS: tuple[tuple[str, Reader], ...] = (
    (
        r"(?<![\w-])(?P<year>(?:1[5-9]|20)\d\d)([-/])(?P<month>0?[1-9]|1[0-2])\2"
        r"(?P<day>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?(?![\w-])",
        read.iso,
    ),
    (
        r"(?<![\w./-])(?P<first>\d{1,2})([./-])(?P<second>\d{1,2})\2"
        r"(?P<year>(?:1[5-9]|20)\d\d)(?![\w/-])",
        read.numeric,
    ),
    (
        rf"{_DAY_NAME}\b{MONTH}{S}(?:the{S})?{DAY}{_TO_DAY}(?:,?{S}(?:of{S})?{_YEAR_OR_NAMED})?",
        read.full_day,
    ),
    (
        rf"{_DAY_NAME}(?<![\w.:/$£€])(?<!\d[-–,]){DAY}{_TO_DAY}{S}(?:of{S})?{MONTH}"
        rf"(?:,?{S}(?:of{S})?{_YEAR_OR_NAMED})?",
        read.full_day,
    ),
    (rf"(?:{PART})?\b{MONTH},?{S}(?:of{S})?{YEAR}", read.month_and_year),
    (
        rf"\b(?P<cue>{either('month_cue')}){S}{MONTH}(?:{S}(?:of{S})?{_NAMED_YEAR})?",
        read.bare_month,
    ),
    (
        rf"(?:{_OWN}{S}{MONTH}(?={S}(?:[a-z-]+{S})?{either('event')}\b)"
        rf"|\b{MONTH.replace('<month>', '<before>')}(?=,{S}when\b))",
        read.month_of_event,
    ),
    (rf"{PART}{MONTH}", read.part_of_month),
    (rf"(?:{PART})?{WHICH}{S}{MONTH}", read.which_month),
    (
        rf"(?:the{S})?(?:{PART})?\b{_SEASON}{S}(?:of{S})?(?P<year>(?:1[5-9]|20)\d\d)"
        r"(?P<second>[-–/](?:\d{4}|\d\d))?(?![\w,]*\d)",
        read.season,
    ),
    (rf"(?P<date>{WHICH}{S}{_SEASON})", read.which_season),
    (
        rf"\b(?:[Ii]n|since|until|by|during|over|before|after){S}(?P<date>the{S}{_SEASON_NOT_FALL})"
        rf"(?!{S}(?:of|and|or|to)\b)(?P<which>)",
        read.which_season,
    ),
    (rf"{PART}{YEAR}", read.part_of_year),
    (rf"\b(?P<cue>{either('year_cue')}){S}(?:(?:the{S})?year{S})?{YEAR}", read.bare_year),
    (rf"{_OWN}{S}{YEAR}(?={S}[A-Za-z])", read.attributive_year),
    (rf"(?P<cue>\(){YEAR}(?=\))", read.parenthetical_year),
    (rf"\b(?P<side>[Pp]ost|[Pp]re)[-–]{YEAR}", read.beside_year),
    (
        r"(?<![\w$£€.,/-])(?P<first>(?:1[5-9]|20)\d\d)[-–—/](?P<last>(?:1[5-9]|20)\d\d|\d\d)"
        r"(?![\w/]|[-–]\d)",
        read.years,
    ),
    (
        r"(?:\b[Tt]he[^\S\n])?(?:\b(?P<part>(?i:early|mid|late))(?:[-–]|[^\S\n]))?"
        r"\b(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b",
        read.decade,
    ),
    (
        rf"(?:(?P<the>[Tt]he{S})?{WHICH}{S})?\b{WEEKDAY}(?!s)"
        rf"{_IN_DAY}(?:{S}(?:of{S})?(?P<week>last|this|next){S}week\b)?",
        read.weekday,
    ),
    (rf"\b(?P<today>{either('today')})\b{_IN_DAY}", read.today),
    (
        rf"(?:{_PART_OF_UNIT})?(?P<the>\b[Tt]he{S})?{WHICH}{S}(?P<unit>{either('unit')}|weekend)"
        rf"(?![\w-]|{S}of\b)",
        read.relative,
    ),
    (
        rf"(?:\b[Tt]he{S}|{_THROUGH})\b(?P<which>{either('rolling')}){S}{NUMBER}{S}"
        rf"(?P<unit>{either('unit', 'hours')})s?(?![\w-]|{S}of\b)",
        read.rolling,
    ),
    (
        rf"(?:\b[Tt]he{S})?\b(?P<which>{either('vague_rolling')}){S}"
        rf"(?P<unit>{either('unit', 'hours')})s(?![\w-]|{S}of\b)",
        read.vague_rolling,
    ),
    (rf"\b[Oo]vernight\b(?!{S}(?:on|in|into|to|from|{ANY_WEEKDAY}))", read.overnight),
    (rf"\b{_PART_OF_UNIT}the{S}{_UNIT}(?![\w-]|{S}of\b)", read.part_of_unit),
    (rf"\b(?i:over|at|during|on){S}(?P<date>the{S}weekend)\b", read.weekend),
    (
        rf"(?:\b(?P<bound>{either('bound')}){S})?(?:{NUMBER}{S}|\b(?P<the>[Tt]he){S})?"
        rf"\b(?P<unit>{either('unit', 'hours')}s?|night|morning)(?P<half>{S}and{S}a{S}half)?"
        rf"{S}(?P<side>{either('side')})\b",
        read.offset,
    ),
    (
        rf"\b(?i:the{S}(?:very{S})?same|that(?:{S}same)?){S}"
        rf"(?P<unit>{either('unit')}|weekend|{_DAYTIME})(?![\w-])",
        read.same,
    ),
    (rf"\b(?P<cue>(?i:since|until|till|by)){S}then\b", read.then),
    (
        rf"(?<![\w:])(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?{_AMPM}?{_ZONE}?"
        rf"|\.[0-5]\d(?:{_AMPM}{_ZONE}?|{_ZONE})|{_AMPM}{_ZONE}?|{S}o['’]clock)(?![\w:])",
        read.clock,
    ),
    (rf"(?<![\w.,])(?:[01]\d|2[0-3])[0-5]\d{_ZONE}", read.clock),
)

_DIGITS = r"\d\d"
_ANY_MONTH = re.sub(r"\?P<\w+>", "?:", MONTH)
_ANY_YEAR = r"(?:1[5-9]|20)\d\d"
_ANY_SEASON = either("season")
_ANY_UNIT = rf"(?:{either('unit')}|weekend)"
#: What any match of a reader's forms holds: most paragraphs do not, and this is found out sooner.
_HELD: Mapping[Reader, str] = {
    read.iso: _DIGITS,
    read.numeric: _DIGITS,
    read.full_day: _ANY_MONTH,
    read.month_and_year: _ANY_MONTH,
    read.bare_month: _ANY_MONTH,
    read.part_of_month: _ANY_MONTH,
    read.month_of_event: _ANY_MONTH,
    read.which_month: _ANY_MONTH,
    read.season: _ANY_SEASON,
    read.which_season: _ANY_SEASON,
    read.part_of_year: _ANY_YEAR,
    read.bare_year: _ANY_YEAR,
    read.attributive_year: _ANY_YEAR,
    read.parenthetical_year: _ANY_YEAR,
    read.beside_year: _ANY_YEAR,
    read.years: _ANY_YEAR,
    read.decade: _ANY_YEAR,
    read.weekday: either("weekday"),
    read.relative: rf"{either('shift')}{S}{_ANY_UNIT}",
    read.part_of_unit: rf"the{S}{_ANY_UNIT}",
    read.rolling: rf"{either('rolling')}{S}",
    read.vague_rolling: rf"{either('vague_rolling')}{S}",
    read.overnight: "vernight",
    read.offset: rf"(?:{either('unit', 'hours')}s?|night|morning|half){S}{either('side')}\b",
    read.clock: r"\d",
}

#: What any match holds, the form, its reader. Where forms match at one place the longest match
#: wins, then the form that stands first.
FORMS = tuple(
    (re.compile(_HELD.get(reader, "")), re.compile(pattern), reader)
    for pattern, reader in _PATTERNS
)
