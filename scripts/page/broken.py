"""BrokenPackageError, why a package gets no page."""

from collections.abc import Sequence

from scripts.read.files import InputError
from validations.rule import Finding


class BrokenPackageError(InputError):
    """A package that breaks a promise. findings: all that was found, errors first."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        errors = sum(one.severity == "error" for one in findings)
        told = "an error" if errors == 1 else f"{errors} errors"
        super().__init__(
            f"the package has {told}, told above, and gets no page; if it is yours, do what is "
            "said there and build it again, else get it again or tell those who publish it"
        )
