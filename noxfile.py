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
CITATION_LOCK = ROOT / "requirements" / "citation.txt"
METADATA_LOCK = ROOT / "requirements" / "metadata.txt"
HTTPFS_LOCK = ROOT / "requirements" / "httpfs.txt"
#: What those who archive or cite a repository look for at its root.
COPIED = ("CITATION.cff", ".zenodo.json")
ORIGINALS = ROOT.parent / "shared" / "articles"


@nox.session(default=False)
def environment(session: nox.Session) -> None:
    """Install the locked dependencies, once for all sessions."""
    install(session, LOCK)


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
def page(session: nox.Session) -> None:
    """Write the package as one HTML file, build/page.html (arguments go to `… scripts page`)."""
    run(session, "python", "-m", "scripts", "page", *session.posargs)


@nox.session(venv_backend="none", requires=["environment"], default=False)
def release(session: nox.Session) -> None:
    """Write the zip of this version into dist/ (arguments go to `python -m scripts release`).

    Then copy its records and its page here as `docs` does, unless it is another data set.
    """
    run(session, "python", "-m", "scripts", "release", *session.posargs)
    if all(argument.startswith("-") for argument in session.posargs[:1]):
        copy(session)


@nox.session(venv_backend="none", requires=["environment"])
def readers(session: nox.Session) -> None:
    """Read the package in pandas, polars, DuckDB and R (r-base-core, r-cran-jsonlite, -readr)."""
    files = [*sorted(ROOT.glob("tests/test_readers*.py")), ROOT / "tests" / "test_publish_views.py"]
    run(session, "python", "-m", "pytest", *map(str, files), *session.posargs)
    session.notify("httpfs", posargs=[])


@nox.session(default=False)
def httpfs(session: nox.Session) -> None:
    """Open the package over HTTP with DuckDB's own extension, and in DuckDB's command line."""
    install(session, HTTPFS_LOCK)
    session.run("python", "-m", "tests.readers.httpfs", *(session.posargs or ["datapackage"]))


@nox.session(requires=["environment"], default=False)
def citation(session: nox.Session) -> None:
    """Validate CITATION.cff with cffconvert, in an environment of its own."""
    validate(session, CITATION_LOCK, "citation")


@nox.session(requires=["environment", "citation"], default=False)
def metadata(session: nox.Session) -> None:
    """Validate the records for catalogues (pass the folder of a package after --).

    mlcroissant, datacite and rocrate read the package and two made-up ones, and have to see faults
    that are put into copies; all without network once they are installed.
    """
    validate(session, METADATA_LOCK, "croissants", "deposits", "crates")


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
    """Write validations/RULES.md anew; copy records and page of the data set here.

    These are CITATION.cff, .zenodo.json and docs/page.html, the page of what was built.
    """
    run(session, "python", "-m", "validations.catalogue")
    copy(session)


@nox.session(venv_backend="none", requires=["environment"], default=False)
def screenshot(session: nox.Session) -> None:
    """Take the pictures of docs/page.html that the README shows, in Chromium, light and dark."""
    run(session, "python", "-m", "tests.page.screenshot")


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Resolve pyproject.toml into requirements.txt: the whole lock, with hashes, no addresses.

    The validators of the records for catalogues and DuckDB's extension for addresses get locks of
    their own, in requirements/.
    """
    session.install("uv==0.13.9")
    locks = {LOCK: ("--group", "dev", "pyproject.toml")}
    locks |= {lock: ("--group", lock.stem) for lock in (CITATION_LOCK, METADATA_LOCK, HTTPFS_LOCK)}
    for lock, wanted in locks.items():
        session.run(
            *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
            *("--generate-hashes", "--no-annotate", "--no-header"),
            *(*wanted, "--output-file", str(lock)),
        )


# ---------------------------------------------------------------------------------------------


def install(session: nox.Session, lock: Path) -> None:
    """Install a lock into the environment of a session, unless it is there already."""
    stamp = Path(session.virtualenv.location) / "lock.sha256"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != digest:
        session.install("--require-hashes", "-r", str(lock))
        stamp.write_text(digest)


def validate(session: nox.Session, lock: Path, *validators: str) -> None:
    """Run validators of tests/metadata over a package and over two made-up ones."""
    install(session, lock)
    packages = [Path(folder).resolve() for folder in session.posargs] or [ROOT / "datapackage"]
    examples = Path(session.create_tmp()).resolve() / "examples"
    shutil.rmtree(examples, ignore_errors=True)
    run(session, "python", "-m", "tests.metadata.examples", str(examples))
    folders = [*packages, *sorted(examples.iterdir())]
    for validator in validators:
        session.run("python", "-m", f"tests.metadata.{validator}", *map(str, folders))


def copy(session: nox.Session) -> None:
    """Copy what GitHub and Zenodo look for at the root; write the page that the README links."""
    for name in COPIED:
        shutil.copyfile(ROOT / "datapackage" / name, ROOT / name)
    run(session, "python", "-m", "scripts", "page", "--out", "docs/page.html")


def run(session: nox.Session, program: str, *args: str) -> None:
    """Run a program of the shared environment from the root of the project."""
    session.chdir(ROOT)
    shared = ROOT / ".nox" / "environment"
    folder = shared / ("Scripts" if (shared / "Scripts").is_dir() else "bin")
    found = shutil.which(program, path=str(folder))
    if found is None:
        session.error(f"{program} is not in {folder}; delete .nox and run nox again")
    session.run(found, *args, external=True)
