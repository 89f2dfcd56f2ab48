"""The command line as people use it, run inside the tests, and folders compared by their bytes."""

from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from scripts.__main__ import app

FIRST = Path(__file__).parent.parent / "datapackage"


@dataclass(frozen=True)
class Run:
    """How a command ended. out: what went to standard output. err: to standard error."""

    status: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """The lines that tell an error."""
        return [line for line in self.err.splitlines() if line.startswith("error ")]

    @property
    def warnings(self) -> list[str]:
        """The lines that tell a warning."""
        return [line for line in self.err.splitlines() if line.startswith("warning ")]


def run(*arguments: object) -> Run:
    """Run `python -m scripts` with these arguments; an exception that escapes fails the test."""
    ended = CliRunner(env={"COLUMNS": "200", "TERM": "dumb"}).invoke(
        app, [str(argument) for argument in arguments], prog_name="python -m scripts"
    )
    escaped = ended.exception
    if escaped is not None and not isinstance(escaped, SystemExit):
        raise escaped
    assert "Traceback" not in ended.output
    return Run(ended.exit_code, ended.stdout, ended.stderr)


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones too, and their bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edit(path: Path, old: str, new: str) -> None:
    """Replace what stands in a file once; fails where it does not stand there."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{text.count(old)} times in {path.name}: {old}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")
