"""Warnings that stop a release: those that the package does not tell its readers.

A build goes on after a warning; a release does not, because those who use it never see the build.
Some warnings nobody can mend, for instance words that an article itself prints wrongly. A caveat in
`package.toml` that names the id of the rule lets them pass: then the readers are told. What lies
among the articles and was not read is no part of the package, so a warning of that stops nothing.
"""

import re
from collections.abc import Iterable
from types import MappingProxyType

from scripts.publish.metadata import PackageMeta
from validations.rule import Finding

#: Tells of files that were not read, and so are not released.
_NOT_READ = "READ-008"
#: A suite of the gate that holds the same contradictions by itself → the rule that tells them.
_AGAIN = MappingProxyType({"across-facts": "ACR-003"})


def untold_warnings(package: PackageMeta, findings: Iterable[Finding]) -> list[Finding]:
    """The warnings whose rule no caveat of the package names.

    Args:
        package: What the package says of itself.
        findings: What a build found; errors among them are not asked for here.
    """
    caveats = " ".join(f"{caveat.name} {caveat.text}" for caveat in package.caveats)

    def is_told(rule: str) -> bool:
        return (
            rule == _NOT_READ
            or re.search(rf"(?<![\w-]){re.escape(rule)}(?![\w-])", caveats) is not None
        )

    def is_excused(rule: str) -> bool:
        return is_told(rule) or is_told(_AGAIN.get(rule.partition(":")[0], rule))

    return [one for one in findings if one.severity == "warning" and not is_excused(one.rule_id)]
