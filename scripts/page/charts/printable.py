"""Text that a chart can draw: without what XML forbids, on which vl-convert ends the process."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

#: The characters that XML 1.0 leaves out, of those that a cell can hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Value = TypeVar("Value")


def printable(value: Value) -> Value:
    """The same value with every forbidden character in its texts replaced by U+FFFD.

    Args:
        value: Text, a frozen dataclass or a tuple of them; anything else stays as it is.
    """
    made: Any = value
    if isinstance(value, str):
        made = _FORBIDDEN.sub("\ufffd", value)
    elif isinstance(value, tuple):
        made = tuple(printable(one) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(value, **{f.name: printable(getattr(value, f.name)) for f in fields(value)})
    found: Value = made
    return found
