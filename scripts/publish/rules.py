"""What the names in `found_by` mean: rules that find figures, reports and statements, in words."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from scripts.lexicon import rows


@cache
def rules_of(table: str) -> Mapping[str, str]:
    """Rule → what it looks for, in words; in the order in which people read them.

    Args:
        table: figures, reports or statements; of any other table there are none.
    """
    return MappingProxyType(
        {row["rule"]: row["meaning"] for row in rows("rules") if row["table"] == table}
    )
