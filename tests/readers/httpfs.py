"""views.sql over HTTP with DuckDB's own extension, and in DuckDB's command line.

    python -m tests.readers.httpfs PACKAGE

Runs in an environment of its own (`nox -s httpfs`), because DuckDB downloads the extension and no
test may: a package on PyPI holds it, for an older DuckDB than the one in the lock. That one is
tried too, which tells that views.sql asks for nothing newer.
"""

import subprocess
import sys
from pathlib import Path

import duckdb
import duckdb_ext

from tests.readers.web import serving

_VIEWS = "SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY view_name"


def opened(package: str, script: str) -> dict[str, list[tuple[object, ...]]]:
    """View → its rows, of a package in a folder or at an address."""
    connection = duckdb_ext.init(duckdb.connect())
    connection.execute("SET autoinstall_known_extensions = false")
    connection.execute("SET VARIABLE package = ?", [package])
    connection.execute(script)
    names = [name for (name,) in connection.execute(_VIEWS).fetchall()]
    return {name: connection.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in names}


def main(folder: Path) -> str:
    """Read a package in three ways.

    Args:
        folder: The package.

    Returns:
        What was found, in a line.

    Raises:
        SystemExit: if the ways do not give the same.
    """
    script = (folder / "views.sql").read_text(encoding="utf-8")
    here = opened(str(folder), script)
    with serving(folder) as address:
        there = opened(address, script)
    differ = [name for name in here if here[name] != there.get(name)]
    if differ or here.keys() != there.keys() or not here["figures_in_context"]:
        raise SystemExit(f"over HTTP these views differ: {', '.join(differ) or 'none is there'}")
    asked = "SELECT count(paragraph) AS n FROM figures_in_context"
    command = [str(Path(sys.executable).with_name("duckdb")), "-csv", "-c", ".read views.sql"]
    done = subprocess.run(
        [*command, "-c", asked], cwd=folder, capture_output=True, text=True, check=True, timeout=60
    )
    if done.stdout.split() != ["n", str(len(here["figures_in_context"]))]:
        raise SystemExit(f"the command line of DuckDB says: {done.stdout}{done.stderr}")
    return f"{len(here)} views over HTTP in DuckDB {duckdb.__version__} say what the folder says"


if __name__ == "__main__":
    sys.stdout.write(f"{main(Path(sys.argv[1]))}\n")
