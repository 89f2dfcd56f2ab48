"""Write packages whose records hold little and much, for validators that cannot import the project.

Their tables are plain: mlcroissant reads CSV with the defaults of pandas, and breaks over numbers
that no 64 bits hold.
"""

import sys
from pathlib import Path

from scripts.publish.package import write_package
from tests.small_package import FULL, META, small_articles
from tests.valid_tables import valid

if __name__ == "__main__":
    for name, package in (("little", META), ("much", FULL)):
        folder = Path(sys.argv[1]) / name
        write_package(folder, folder, dict(valid().tables), package, small_articles())
