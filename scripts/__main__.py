"""The command line: `python -m scripts COMMAND`."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from scripts.console import (
    counted,
    err,
    lenient,
    one_clear_error,
    out,
    print_findings,
    print_summary,
    progress,
    refuse,
    report_place,
    this_command,
)
from scripts.options import COMPARED, DATASET, DIST, PAGE, Dataset, Report, refuse_with_articles
from validations.layers import LAYERS, REPORT, is_broken

app = typer.Typer(
    help="News articles in, a checked and citable data package out.",
    epilog="Begin with `new` and `build`; docs/your-own-articles.md goes through it step by step.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def new(
    path: Annotated[Path, typer.Argument(help="Folder to make; it must be empty or not there.")],
) -> None:
    """Start a data set: a folder with two invented articles that builds at once."""
    with one_clear_error():
        from scripts.new.layout import lay_out  # noqa: PLC0415

        for file in lay_out(path):
            out.print(f"wrote {escape(str(file))}")
    out.print(f"{escape(str(path / 'START-HERE.md'))} says what is what. Build it:")
    out.print(f"  {escape(this_command('build', path))}")
    out.print("Then look at what one of the articles says, and at where the two differ:")
    out.print(f"  {escape(this_command('trace', 'harbour-post', '--in', path))}")
    out.print(f"  {escape(this_command('trace', 'conflict', '--in', path))}")


@app.command()
def build(
    context: typer.Context,
    dataset: Dataset = DATASET,
    articles: Annotated[
        Path | None,
        typer.Option(help="Read these loose articles (a folder, or one file) without curation."),
    ] = None,
    out_folder: Annotated[
        Path | None, typer.Option("--out", help="Folder of the package, with --articles.")
    ] = None,
    report: Report = REPORT,
) -> None:
    """Read the articles, check everything, and replace the package as a whole or not at all."""
    if (articles is None) != (out_folder is None):
        refuse("--articles and --out go together: give both or neither")
    if articles is not None:
        refuse_with_articles(context)
    with one_clear_error():
        report = report_place(report, dataset)
        from scripts.build import build as build_dataset  # noqa: PLC0415
        from scripts.build import build_loose  # noqa: PLC0415 (costs a second)

        with progress() as tell:
            if articles is not None and out_folder is not None:
                built = build_loose(articles, out_folder, tell)
            else:
                built = build_dataset(dataset, tell, report)
        target = out_folder or dataset
        print_findings(built.findings)
        if built.tables:
            print_summary(built.tables)
        errors = sum(finding.severity == "error" for finding in built.findings)
        warnings = len(built.findings) - errors
        out.print(f"findings: {counted(errors, 'error')}, {counted(warnings, 'warning')}")
        if not built.published:
            err.print(f"[bold red]not published[/]: {escape(str(target))} is as it was")
            raise typer.Exit(1)
        where = escape(str(target / "datapackage.json"))
        out.print(f"[bold green]published[/] {where}")
        if articles is None:
            out.print(f"who says what, source by source: {escape(str(report / 'index.html'))}")


@app.command()
def check(
    context: typer.Context,
    dataset: Annotated[
        str,
        typer.Argument(
            metavar="PACKAGE",
            help="Folder of the data set, a zip of a release, or a version in git.",
        ),
    ] = str(DATASET),
    layer: Annotated[
        list[str] | None,
        typer.Option(help=f"Ask this layer alone: {', '.join(LAYERS)}. May be given repeatedly."),
    ] = None,
    report: Report = REPORT,
    articles: Annotated[
        Path | None,
        typer.Option(
            help="Hold these loose articles (a folder, or one file) against each other instead: "
            "print what they agree on and where they contradict each other, and write it as CSV."
        ),
    ] = None,
    out_file: Annotated[
        Path, typer.Option("--out", help="The CSV file, with --articles.")
    ] = COMPARED,
) -> None:
    """Check a written package, all four layers or some of them; or loose articles.

    shape: columns, types, codes and keys.

    meaning: every rule of validations/RULES.md, on rows and between them.

    release: would a careful reader accept it? (Great Expectations)

    consumer: does it open clean in other programs? (frictionless)
    """
    if articles is not None:
        refuse_with_articles(context)
        _check_articles(articles, out_file)
        return
    layers = tuple(layer or LAYERS)
    unknown = [name for name in layers if name not in LAYERS]
    if unknown:
        refuse(f"there is no layer {unknown[0]}; the layers are {', '.join(LAYERS)}")
    with one_clear_error(), err.status("checking"):
        from scripts.editions import opened  # noqa: PLC0415
        from validations.check import check_package  # noqa: PLC0415 (costs a second)
        from validations.files import changed_files  # noqa: PLC0415

        with opened(dataset, DATASET) as folder:
            gate = report_place(report, folder)
            found = changed_files(folder)
            if not any(finding.rule_id == "PKG-001" for finding in found):
                # NOTE: the layer of the consumer looks at the files, too.
                found = list(dict.fromkeys([*found, *check_package(folder, layers, gate)]))
    print_findings(found)
    if is_broken(found):
        err.print(
            "what to do: if the package is yours, do what the errors say and build it again; if "
            "it was given to you, get it again or tell those who publish it"
        )
        raise typer.Exit(1)
    out.print(f"[bold green]{escape(dataset)} holds[/]: {', '.join(layers)}")
    if "release" in layers:
        out.print(f"who says what, source by source: {escape(str(gate / 'index.html'))}")


def _check_articles(articles: Path, out_file: Path) -> None:
    with one_clear_error():
        from scripts.hold import hold  # noqa: PLC0415 (costs a second)

        with progress() as tell:
            found = hold(articles, out_file, tell, out)
    print_findings(found)
    if is_broken(found):
        raise typer.Exit(1)


@app.command()
def trace(
    row_id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Id of a row of any table, as its first column gives it (of participants and "
            "sides: the parts of the key with | between them, in quotation marks); or a code.",
        ),
    ],
    package: Annotated[
        str,
        typer.Option(
            "--in", metavar="WHAT", help="The package: a folder, a zip, or a version in git."
        ),
    ] = str(DATASET),
    everything: Annotated[
        bool, typer.Option("--all", help="Show all related rows, not only the first of each kind.")
    ] = False,
) -> None:
    """Show a row: its words in their sentence, its source, how it was found, who else says it.

    For instance: trace f-0a1b2c3d4e5f, trace 'r-0a1b2c3d4e5f|source|PER', trace RETREAT
    """
    with one_clear_error():
        from scripts.editions import opened  # noqa: PLC0415
        from scripts.trace.trace import SHOWN  # noqa: PLC0415
        from scripts.trace.trace import trace as trace_row  # noqa: PLC0415

        with opened(package, DATASET) as folder:
            proven = trace_row(row_id, folder, out, package, None if everything else SHOWN)
    if not proven:
        refuse("not every row could be proven; NOT PROVEN above says why")


@app.command()
def release(
    dataset: Dataset = DATASET,
    since: Annotated[
        str | None,
        typer.Option(
            help="The version before: a folder, a zip or a version in git. Without it the highest "
            "one below, among the zips in --dist and the tags of the repository."
        ),
    ] = None,
    dist: Annotated[Path, typer.Option(help="Folder of the zips.")] = DIST,
    tag: Annotated[
        str | None, typer.Option(help="Refuse unless the version is that of this tag.")
    ] = None,
    report: Report = REPORT,
) -> None:
    """Build, compare with the version before, and write the zip of this version."""
    with one_clear_error():
        from scripts.release.released import release as make  # noqa: PLC0415 (costs a second)
        from scripts.release.telling import print_outcome  # noqa: PLC0415

        with progress() as tell:
            made = make(dataset, dist, tell, since=since, tag=tag, report=report)
        print_findings(made.findings)
        for refusal in made.refusals:
            err.print(f"[bold red]error[/] {escape(refusal)}")
        if made.refusals:
            err.print(f"[bold red]not released[/]: {escape(str(dist))} is as it was")
            raise typer.Exit(1)
        print_outcome(made, dataset, out)


@app.command()
def page(
    package: Annotated[
        str,
        typer.Argument(
            metavar="DATASET",
            help="Folder of a built data set, a zip of a release, or a version in git.",
        ),
    ] = str(DATASET),
    out_file: Annotated[Path, typer.Option("--out", help="The HTML file.")] = PAGE,
    figures: Annotated[
        Path | None,
        typer.Option(help="Write the charts as SVG into this folder too, for papers."),
    ] = None,
) -> None:
    """Write the package as one HTML file that anybody can open: no server, no network.

    For instance: page ../river-talks --out river-talks.html
    """
    with one_clear_error():
        from scripts.editions import opened  # noqa: PLC0415
        from scripts.page.write import write_page  # noqa: PLC0415 (costs a second)

        with progress() as tell, opened(package, DATASET) as folder:
            written = write_page(folder, package, out_file, figures, tell)
    for path in written:
        size = f"{path.stat().st_size / 1e6:.1f} MB"
        out.print(f"[bold green]wrote[/] {escape(str(path))}, {size}")


@app.command()
def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="A",
            help="The older package: a folder, a zip, or a version, tag or commit in git.",
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(metavar="B", help="The newer one; without it the built data set."),
    ] = None,
    dataset: Annotated[
        Path, typer.Option("--in", help="Folder of the data set, in whose history versions lie.")
    ] = DATASET,
    out_file: Annotated[
        Path | None, typer.Option("--out", help="Write every change into this CSV file too.")
    ] = None,
    show_all: Annotated[bool, typer.Option("--all", help="Show every row that changed.")] = False,
) -> None:
    """Tell what changed from package A to package B, and which version number that asks for.

    Ends with status 0 if nothing differs or B's version number is large enough, and with 1 if it is
    too small or something went wrong.
    """
    with one_clear_error():
        from scripts.diff.changes_csv import changes_csv  # noqa: PLC0415
        from scripts.diff.compare import compare_editions  # noqa: PLC0415
        from scripts.diff.report import print_report  # noqa: PLC0415
        from scripts.editions import opened  # noqa: PLC0415

        with opened(old, dataset) as before, opened(new or str(dataset), dataset) as after:
            with err.status("comparing"):
                difference = compare_editions(before, after)
            if out_file is not None:
                with out_file.open("wb") as file:
                    file.writelines(changes_csv(difference))
            print_report(difference, out, out_file, show_all)
        for caution in difference.cautions:
            err.print(f"[yellow]warning[/] {escape(caution)}")
        if not difference.is_enough:
            err.print(
                f"[bold red]too small[/] version {escape(difference.version_to)}: after "
                f"{difference.version_from} at least {difference.least} is owed; raise the version "
                "in curation/package.toml and build again (or name the older package first)"
            )
            raise typer.Exit(1)


@app.command()
def originals(
    folder: Annotated[Path, typer.Argument(help="Folder of the original articles.")],
    dataset: Dataset = DATASET,
) -> None:
    """Hold the published rows against the original articles that the digests retell.

    Prints the rows that no original confirms, and what an original tells that its digest lacks.
    """
    with one_clear_error():
        from scripts.originals import originals as hold  # noqa: PLC0415

        with progress() as tell:
            kept = hold(folder, dataset, tell, out)
        if not kept:
            raise typer.Exit(1)


if __name__ == "__main__":
    lenient()
    sys.exit(app())
