"""What must hold for every participant."""

from validations.logic import as_long_as_span
from validations.rule import Rule

TABLE = "participants"

RULES = (
    Rule(
        "PAR-001",
        TABLE,
        "The span of a participant is as long as its words.",
        "error",
        lambda: as_long_as_span("text"),
        "text",
    ),
)
