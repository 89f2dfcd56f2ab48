"""BrokenPackageError, why a package gets no page."""

from collections.abc import Sequence

from scripts.read.files import InputError
from validations.rule import Finding


class BrokenPackageError(InputError):
    """A package that breaks a promise. findings: all that was found, errors first."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        errors = sum(one.severity == "error" for one in findings)
        rules = "one rule is" if errors == 1 else f"{errors} rules are"
        super().__init__(
            f"the package is not sound, so it gets no page: {rules} broken, as told above; "
            "correct its articles or its curation and build it again"
        )
