"""Everything that is run on this project, one session a task.

All sessions share one environment, `.nox/environment`, that holds exactly `requirements.txt`.
`nox -s build` builds and validates the data package, `nox -s tests` runs all tests.
"""

import hashlib
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "tests", "check"]

ROOT = Path(__file__).parent
LOCK = ROOT / "requirements.txt"
ORIGINALS = ROOT.parent / "shared" / "articles"


@nox.session(default=False)
def environment(session: nox.Session) -> None:
    """Install the locked dependencies, once for all sessions."""
    home = Path(session.virtualenv.location)
    stamp = home / "lock.sha256"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != digest:
        session.install("--require-hashes", "-r", str(LOCK))
        stamp.write_text(digest)


@nox.session(venv_backend="none", requires=["environment"])
def build(session: nox.Session) -> None:
    """Build and validate the data package (arguments go to `python -m scripts build`)."""
    run(session, "python", "-m", "scripts", "build", *session.posargs)


@nox.session(venv_backend="none", requires=["environment"])
def check(session: nox.Session) -> None:
    """Check the written data package, all four layers."""
    run(session, "python", "-m", "scripts", "check", *session.posargs)


@nox.session(venv_backend="none", requires=["environment"])
def tests(session: nox.Session) -> None:
    """Run all tests; those that need R, a browser or the originals are skipped without them."""
    run(session, "python", "-m", "pytest", *session.posargs)


@nox.session(venv_backend="none", requires=["environment"])
def lint(session: nox.Session) -> None:
    """Check style and formatting."""
    run(session, "ruff", "check", ".")
    run(session, "ruff", "format", "--check", ".")


@nox.session(venv_backend="none", requires=["environment"])
def types(session: nox.Session) -> None:
    """Check types, strictly."""
    run(session, "mypy")


@nox.session(venv_backend="none", requires=["environment"])
def gate(session: nox.Session) -> None:
    """Run the Great Expectations gate over the written files; its report goes to build/gate."""
    run(session, "python", "-m", "scripts", "check", "--layer", "release", *session.posargs)


@nox.session(venv_backend="none", requires=["environment"], default=False)
def release(session: nox.Session) -> None:
    """Write the zip of this version into dist/ (arguments go to `python -m scripts release`)."""
    run(session, "python", "-m", "scripts", "release", *session.posargs)


@nox.session(venv_backend="none", requires=["environment"])
def readers(session: nox.Session) -> None:
    """Read the package in pandas, polars, DuckDB and R (r-base-core, r-cran-jsonlite, -readr)."""
    run(session, "python", "-m", "pytest", "tests/test_readers.py", *session.posargs)


@nox.session(venv_backend="none", requires=["environment"])
def originals(session: nox.Session) -> None:
    """Hold the published rows against the original articles (pass their folder after --)."""
    folder = session.posargs or [str(ORIGINALS)]
    if not Path(folder[0]).is_dir():
        session.skip(f"the originals are not here: {folder[0]}; pass their folder after --")
    run(session, "python", "-m", "scripts", "originals", *folder)


@nox.session(venv_backend="none", requires=["environment"], default=False)
def bench(session: nox.Session) -> None:
    """Measure speed against spaCy, or memory with --times 10 (pass articles after --).

    Then measure how linking and comparing grow up to 100,000 synthetic reports.
    """
    run(session, "python", "-m", "tests.bench", *session.posargs)
    run(session, "python", "-m", "tests.bench_linking")


@nox.session(venv_backend="none", requires=["environment"], default=False)
def docs(session: nox.Session) -> None:
    """Write validations/RULES.md anew."""
    run(session, "python", "-m", "validations.catalogue")


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Resolve pyproject.toml into requirements.txt: the whole lock, with hashes, no addresses."""
    session.install("uv==0.13.9")
    session.run(
        *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
        *("--generate-hashes", "--no-annotate", "--no-header"),
        *("--group", "dev", "pyproject.toml", "--output-file", str(LOCK)),
    )


# ---------------------------------------------------------------------------------------------


def run(session: nox.Session, program: str, *args: str) -> None:
    """Run a program of the shared environment from the root of the project."""
    session.chdir(ROOT)
    shared = ROOT / ".nox" / "environment"
    folder = shared / ("Scripts" if (shared / "Scripts").is_dir() else "bin")
    found = shutil.which(program, path=str(folder))
    if found is None:
        session.error(f"{program} is not in {folder}; delete .nox and run nox again")
    session.run(found, *args, external=True)
