"""The script that draws the charts: self-contained, and safe to stand in a page."""

import re
import subprocess
import sys

from scripts.page.bundle import bundle


def test_the_bundle_is_the_same_in_every_run() -> None:
    print_it = (
        "import hashlib; from scripts.page.bundle import bundle;"
        "print(hashlib.sha256(bundle().encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", print_it],
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    }
    assert len(found) == 1


def test_the_bundle_cannot_end_the_tag_that_it_stands_in() -> None:
    assert not re.search(r"</?script|<!--|sourceMappingURL", bundle(), re.IGNORECASE)


def test_the_bundle_names_the_licences_of_what_it_holds() -> None:
    head = bundle()[:8000]
    for name in ("University of Washington Interactive Data Lab", "Mike Bostock", "BSD 3-Clause"):
        assert name in head


def test_the_bundle_loads_nothing_by_itself() -> None:
    assert not re.search(r"\bimport\s*\(|\bimportScripts\b", bundle())
