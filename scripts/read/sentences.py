"""Cut a block into sentences by its marks alone, so that offsets and quotations survive.

A sentence ends at . ! ? or … with what closes behind it, before white space and a capital, a digit
or an opening mark. Abbreviations, initials and list numbers do not end one. Sentences inside a
quotation are cut like any other; who said them is asked of the quotation, not of the sentence.
"""

import re

#: Abbreviations that a capital or a digit may follow in the middle of a sentence.
_TITLES = (
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Sgt Cmdr Adm Brig Gov Sen Rep Rev Hon St Sheikh Messrs "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun "
    "No Nos Art vs approx Fig pp vol al ca"
)
#: Abbreviations that end a sentence only before a word that often begins one.
_BODIES = "U.S U.K U.N E.U U.A.E D.C a.m p.m Inc Ltd Co Corp Jr Sr etc Bros"
_STARTERS = (
    "The A An In On At It He She They We I This That These Those But And However Meanwhile "
    "According After Before When While If For As There His Her Their Its Our Both Some"
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_a-zà-öø-ÿ])")
_LAST_WORD = re.compile(r"[\w.’'-]*$")
_NEXT_WORD = re.compile(r"\s+[\"'“‘«(\[]*([\w’']+)")
_TITLE_SET = frozenset(_TITLES.split())
_BODY_SET = frozenset(_BODIES.split())
_STARTER_SET = frozenset(_STARTERS.split())


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    tail = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    word = tail.group() if tail else ""
    if word in _TITLE_SET or (len(word) == 1 and word.isupper() and mark == "."):
        return False
    if word in _BODY_SET or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word):
        following = _NEXT_WORD.match(text, match.end())
        return bool(following) and following.group(1) in _STARTER_SET
    return not re.fullmatch(r"\d{1,2}", word) or text[start : match.start()].strip() != word


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as (start, end), white space around them left out."""
    found = []
    at = start
    for match in _END.finditer(text, start, end):
        if _ends(text, start, match):
            found.append((at, match.end()))
            at = match.end()
    found.append((at, end))
    trimmed = []
    for first, last in found:
        piece = text[first:last]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right > left:
            trimmed.append((first + left, first + right))
    return trimmed
