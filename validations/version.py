"""Version numbers of packages: three whole numbers such as `1.2.3`, and nothing behind them."""

import re

_FORM = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
Number = tuple[int, int, int]


def number(version: str) -> Number | None:
    """A version as three numbers that can be compared; None where it is no version."""
    match = _FORM.fullmatch(version)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None
