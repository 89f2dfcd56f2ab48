"""What a version number promises, how to check a package, and which files lie beside the tables."""

from dataclasses import dataclass

from scripts.publish.metadata import PackageMeta
from validations.markdown import grid

#: Number, when it rises, what to do then.
_NUMBERS = (
    (
        "MAJOR (**1**.0.0)",
        "a table, column or code was removed or renamed, a column was added, moved or given "
        "another type or key, or a row was withdrawn",
        "read the changelog, then run your script again from the start",
    ),
    (
        "MINOR (1.**0**.0)",
        "rows, codes or tables were added, or a code was retired",
        "run it again; counts rise, nothing that was there is gone",
    ),
    (
        "PATCH (1.0.**0**)",
        "values or descriptions were corrected",
        "run it again; the rows are the same",
    ),
)


#: Column of `changes.csv` → what it says.
CHANGES = (
    ("version_from, version_to", "the two versions that were compared"),
    ("table", "table or code list; empty for what belongs to the package as a whole"),
    ("row_id", "key of the row, its parts joined by a bar where it has several"),
    (
        "kind",
        "what happened, such as `row_added`, `row_withdrawn`, `value_corrected`, `value_added`, "
        "`column_renamed` or `code_retired`",
    ),
    ("column", "the column, where a value or a column changed"),
    (
        "old, new",
        "the value before and after, empty where there was none; behind an apostrophe where a "
        "spreadsheet would run it as a formula",
    ),
    ("same_as", "id of the row of the other version that says the same, where ids changed"),
)


@dataclass(frozen=True)
class File:
    """A file or folder of a package: what it is for, and when it is there.

    always: in every package. Else only where the package is signed, licensed and dated.
    """

    path: str
    what: str
    readers: str
    always: bool = True


#: What lies in a package beside this page, in the order in which it is told.
FILES = (
    File("data/", "the tables, as CSV and Parquet", "you"),
    File("codes/", "the code lists", "you"),
    File("articles/", "the texts that offsets count in", "you"),
    File(
        "datapackage.json",
        "the descriptor: every column with type, keys and codes, hashes and sizes",
        "frictionless, in Python and R, and other readers of Data Packages",
    ),
    File("entities.svg", "the diagram above", "you"),
    File("views.sql", "the tables joined as views that answer common questions", "DuckDB"),
    File("SHA256SUMS", "a hash of every file", "`sha256sum -c`"),
    File("CITATION.cff", "the citation", "GitHub, Zotero, `cffconvert`", always=False),
    File("datacite.json", "the record for a DOI", "DataCite and repositories", always=False),
    File(
        "croissant.json",
        "tables and columns as JSON-LD, which is also schema.org/Dataset",
        "machine learning tools, dataset search",
        always=False,
    ),
    File("ro-crate-metadata.json", "the package as an RO-Crate", "research archives", always=False),
    File(".zenodo.json", "the upload form, filled in", "Zenodo", always=False),
)
#: Only in the zip of a release, or only where people keep a data set by hand.
_ELSEWHERE = (
    "The zip of a release also holds `index.html` (the data set as a page to look at), `curation/` "
    "(what its curators wrote: metadata, demands, rulings), `CHANGELOG.md` and, if there was a "
    "version before, `changes.csv`."
)


def versions_section(package: PackageMeta) -> str:
    """What the three numbers mean to a user, and where changes are told."""
    before = (
        " Before 1.0.0 the second number takes the part of the first, and the third that of both "
        "others."
        if package.version.startswith("0.")
        else ""
    )
    return "\n\n".join(
        [
            "## Versions",
            f"This is version {package.version}. The three numbers say what a change asks of "
            f"you.{before}",
            grid(("number", "rises when", "what to do"), _NUMBERS),
            "`CHANGELOG.md` tells each version in words, and first what you must do. `changes.csv` "
            "lists every row that was added, corrected or withdrawn since the version before. Both "
            "are in the zip of a release. `python -m scripts diff A B` compares any two versions.",
            grid(
                ("column of `changes.csv`", "what it says"),
                [
                    (", ".join(f"`{one}`" for one in name.split(", ")), what)
                    for name, what in CHANGES
                ],
            ),
        ]
    )


def checking_section() -> str:
    """How a reader makes sure that nothing was lost or changed on the way."""
    return "\n\n".join(
        [
            "## How to check the package",
            "In the folder of this file, each of these tells whether something was lost or changed "
            "on the way:",
            "- `sha256sum -c SHA256SUMS` (on a Mac `shasum -a 256 -c SHA256SUMS`): every file "
            "is as it was published;\n"
            "- `frictionless validate datapackage.json` (after `pip install frictionless`): every "
            "cell has the type, code and key that the descriptor declares;\n"
            "- `python -m scripts check FOLDER` in a copy of concord, the program that made this "
            "package: these and all rules by which it was made, from offsets to the comparisons of "
            "sources.",
        ]
    )


def files_section(package: PackageMeta) -> str:
    """Which files lie beside the tables, and who reads them."""
    lines = [
        (f"[{file.path}]({file.path.rstrip('/')})", file.what, file.readers)
        for file in FILES
        if file.always or package.citable
    ]
    return "\n\n".join(
        ["## The files", grid(("file", "what it is", "who reads it"), lines), _ELSEWHERE]
    )
