"""Which version number a change asks for.

After the Data Package Version recipe, in the terms of those who read the tables: the first number
rises where a program that read the old edition may fail or miss rows, the second where there is
more to read, the third where values or descriptions were put right. Before 1.0.0 the second number
takes the part of the first, the third that of the other two.
"""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from scripts.read.files import InputError
from validations.version import Number, number


class Level(IntEnum):
    """How much a change asks of those who use the data; the larger one wins."""

    NOTHING = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


#: Kind of change, as it stands in `changes.csv` → what it asks for. In the order of telling.
KINDS: Mapping[str, Level] = MappingProxyType(
    {
        "package_renamed": Level.MAJOR,
        "package_described": Level.PATCH,
        "article_added": Level.PATCH,
        "article_changed": Level.PATCH,
        "article_removed": Level.PATCH,
        "table_added": Level.MINOR,
        "table_removed": Level.MAJOR,
        "table_renamed": Level.MAJOR,
        "table_moved": Level.MAJOR,
        "table_reformatted": Level.MAJOR,
        "table_described": Level.PATCH,
        "column_added": Level.MAJOR,
        "column_removed": Level.MAJOR,
        "column_renamed": Level.MAJOR,
        "columns_reordered": Level.MAJOR,
        "column_retyped": Level.MAJOR,
        "column_tightened": Level.MAJOR,
        "column_loosened": Level.MINOR,
        "column_described": Level.PATCH,
        "key_changed": Level.MAJOR,
        "code_added": Level.MINOR,
        "code_removed": Level.MAJOR,
        "code_renamed": Level.MAJOR,
        # NOTE: semantic versioning asks for a minor version where something is deprecated.
        "code_retired": Level.MINOR,
        "code_reinstated": Level.MINOR,
        "code_reworded": Level.PATCH,
        "row_added": Level.MINOR,
        "row_withdrawn": Level.MAJOR,
        "value_corrected": Level.PATCH,
        "value_added": Level.PATCH,
        "value_withdrawn": Level.PATCH,
    }
)


def numbers(version: str) -> Number:
    """A version as three numbers.

    Raises:
        InputError: if it is not of the form 1.2.3.
    """
    found = number(version)
    if found is None:
        raise InputError(
            f'version "{version}" is not of the form 1.2.3; write it so in curation/package.toml '
            "and build again"
        )
    return found


def least_version(old: str, owed: Level) -> str:
    """The smallest version number that may follow `old`.

    Args:
        old: Version of the older edition, such as `1.2.3`.
        owed: What the changes since ask for.

    Raises:
        InputError: if `old` is not of the form 1.2.3.
    """
    first, second, third = numbers(old)
    if owed is Level.NOTHING:
        return old
    if first == 0:
        owed = Level(owed - 1) if owed > Level.PATCH else owed
    if owed is Level.MAJOR:
        return f"{first + 1}.0.0"
    if owed is Level.MINOR:
        return f"{first}.{second + 1}.0"
    return f"{first}.{second}.{third + 1}"


def enough(old: str, new: str, owed: Level) -> bool:
    """Whether the version number `new` may follow `old`, given what the changes ask for.

    A larger number than is owed is always enough, so 1.0.0 may follow any 0.x.

    Raises:
        InputError: if one of the two is not of the form 1.2.3.
    """
    return numbers(new) >= numbers(least_version(old, owed))
