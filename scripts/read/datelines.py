"""The dateline that a paragraph may begin with: "CITY, Country, Dec. 3 (Agency) - "."""

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:[A-Z][a-z]+day,?\s+)?(?i:{_MONTH})\s+{_DAY}(?:,?\s+\d{{4}})?"
    rf"|(?:[A-Z][a-z]+day,?\s+)?{_DAY}\s+(?i:{_MONTH})(?:,?\s+\d{{4}})?)"
)
_CAPS = r"[A-ZÀ-Þ](?:[A-ZÀ-Þ'’-]|\.(?=[A-Z\s,]))+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?:\s(?:[A-ZÀ-Þ][\w.'’-]+|of|the|de|el|al|and)){0,4}"
_AGENCY = r"(?:\([^()]{2,40}\)|/[^/]{2,40}/|\[[^\[\]]{2,40}\])"
_DASH = r"\s*(?:--+|[–—])\s*|\s+-\s+"
_PLACES = rf"{_CAPS}(?:\s?/\s?{_CAPS})*(?:,\s+{_NAME}){{0,2}}"

_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # (City, December 3, 2023) –    and (City) –
        rf"\((?:{_NAME})(?:,\s+{_NAME}){{0,2}}(?:,\s+{_DATE})?\)(?:{_DASH})",
        # CITY/CITY, Country, Dec. 3 (Agency) -
        rf"{_PLACES}(?:,?\s+{_DATE})?(?:\s+\({_DATE}\))?,?(?:\s*{_AGENCY})?(?:{_DASH}|:\s+)",
        # CITY, December 3, AGENCY.    and CITY, Country, December 3. /Agency/.
        rf"{_PLACES},\s+{_DATE}[.,]\s*(?:{_AGENCY}\.?|[A-Z][A-Z.]+[.,])\s*(?:(?:{_DASH}))?",
        # CITY, Country, May 4. The
        rf"{_PLACES},\s+{_DATE}\.\s+(?=[A-Z])",
        # June 11, 2024 (CITY) –
        rf"{_DATE}\s+\((?:{_NAME}|{_CAPS})\)(?:{_DASH})",
        # City/City, December 3 (Agency) -    and City (Agency) -
        rf"{_NAME}(?:\s?/\s?{_NAME})*(?:,\s+{_NAME})?(?:,\s+{_DATE}|\s+\({_DATE}\))\.?,?(?:\s*{_AGENCY})?(?:{_DASH}|:\s+)",
        rf"{_NAME}(?:,\s+{_NAME})?\s*{_AGENCY}(?:{_DASH})",
        # City, Country –
        rf"{_NAME},\s+{_NAME}(?:\s*(?:--+|[–—])\s+)(?!.*\s[–—]\s)",
    )
)
#: How much of a paragraph is looked at; a dash further on says nothing of its start.
_LOOKED_AT = 500
#: No place is as long as this; what is longer is a sentence that happens to fit.
_LONGEST = 90


def dateline(paragraph: str) -> int:
    """How many characters at the start of a paragraph are its dateline; 0 if it has none.

    The white space behind it counts with it. Something always follows it.
    """
    unmarked = paragraph[:_LOOKED_AT].replace("*", " ").replace("_", " ")
    begin = len(unmarked) - len(unmarked.lstrip())
    for shape in _SHAPES:
        match = shape.match(unmarked, begin)
        if match and match.end() <= _LONGEST and paragraph[match.end() :].strip():
            return match.end()
    return 0
