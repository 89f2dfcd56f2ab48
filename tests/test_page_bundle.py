"""The script that draws the charts: self-contained, and safe to stand in a page."""

import re

from scripts.page.bundle import bundle


def test_the_bundle_cannot_end_the_tag_that_it_stands_in() -> None:
    assert not re.search(r"</?script|<!--|sourceMappingURL", bundle(), re.IGNORECASE)


def test_the_bundle_names_the_licences_of_what_it_holds() -> None:
    head = bundle()[:8000]
    for name in ("University of Washington Interactive Data Lab", "Mike Bostock", "BSD 3-Clause"):
        assert name in head


def test_the_bundle_loads_nothing_by_itself() -> None:
    assert not re.search(r"\bimport\s*\(|\bimportScripts\b", bundle())
