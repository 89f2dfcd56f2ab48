"""Bytes of a page → its text: by byte order mark, as UTF-8 if they are it, as it declares."""

import codecs
import re

from scripts.read.text import TextError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
#: A declaration stands in so many first bytes.
_HEAD = 4096
#: What browsers read under names that mean less by themselves.
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
#: Western pages that declare nothing are in this.
_UNDECLARED = "cp1252"


def page_text(raw: bytes) -> str:
    """The source of a page as text, as a browser would read it, without control characters.

    Bytes that are good UTF-8 are that whatever the page declares: saving rewrites pages and leaves
    their declarations. A declaration of UTF-8 over bytes that are none is passed over as well,
    unless most of them are.

    Raises:
        TextError: if the bytes are no text in the encoding that the page declares.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], encoding)
    try:
        return _CONTROL.sub("", raw.decode("utf-8"))
    except UnicodeDecodeError:
        encoding = _declared(raw)
    if encoding.startswith("utf"):
        replaced = raw.decode("utf-8", "replace")
        foreign = sum(character > "\x7f" for character in replaced)
        if 2 * replaced.count("\ufffd") < foreign:
            return _CONTROL.sub("", replaced)
        encoding = _UNDECLARED
    return _decoded(raw, encoding)


def _declared(raw: bytes) -> str:
    match = _DECLARED.search(raw[:_HEAD])
    if match is None:
        return _UNDECLARED
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return _UNDECLARED
    return _READ_AS.get(name, name)


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        # Windows code pages have holes that browsers read as control characters.
        errors = "ignore" if encoding.startswith("cp125") else "strict"
        return _CONTROL.sub("", raw.decode(encoding, errors))
    except (UnicodeDecodeError, LookupError) as error:
        at = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else "it"
        raise TextError(
            f"{at} is not {encoding}, which the page declares; save it as UTF-8"
        ) from None
