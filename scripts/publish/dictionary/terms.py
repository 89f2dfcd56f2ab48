"""Under which terms the data and the quotations stand, and how the data are cited."""

import re

from scripts.publish.dictionary.markdown import names
from scripts.publish.metadata import PackageMeta

_QUOTED = ("statements.quote", "utterances.text")
#: What TeX takes for commands.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def licence_section(package: PackageMeta) -> str:
    """Who may do what with the data, and apart from it with the quotations."""
    if package.licenses:
        lines = [f"- **{one.scope}**: [{one.title}]({one.path})" for one in package.licenses]
        told = "\n".join(lines)
    else:
        told = "Nobody has given a licence for this package."
    return (
        f"## Licence\n\n{told}\n\nQuotations are not covered: the words in {names(_QUOTED)} and "
        "between quotation marks anywhere else, in the articles too, are those of their speakers, "
        "as the named publisher printed them. Quote them as the law lets you quote, with speaker "
        "and publisher. `sources.rights` says of each article who may do what with its text."
    )


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def _bibtex(package: PackageMeta) -> str:
    authors = " and ".join(
        _tex(one.inverted) if one.kind == "person" else f"{{{_tex(one.title)}}}"
        for one in package.creators
    )
    assert package.created is not None
    entries = {
        "author": authors,
        "title": f"{{{_tex(package.title)}}}",
        "year": str(package.created.year),
        "version": package.version,
        "publisher": _tex(package.publisher or ""),
        "doi": package.doi or "",
        "url": "" if package.doi else package.homepage or package.repository or "",
        "note": "Data set",
    }
    key = re.sub(r"[^a-z0-9]+", "-", package.name)
    lines = [f"  {name} = {{{value}}}," for name, value in entries.items() if value]
    return "\n".join([f"@misc{{{key}-{package.version},", *lines, "}"])


def citation(package: PackageMeta) -> str:
    """How the data are cited, in words; empty where nobody signed or dated them."""
    if not package.creators or package.created is None:
        return ""
    makers = "; ".join(one.inverted for one in package.creators)
    parts = [f"{makers} ({package.created.year}). {package.title}. Version {package.version}."]
    parts.append(f"{package.publisher}. Data set." if package.publisher else "Data set.")
    address = package.id if package.doi else package.homepage or package.repository
    return " ".join([*parts, *([address] if address else [])])


def citing_section(package: PackageMeta) -> str:
    """How the data are cited, in words and as BibTeX; empty where nobody signed or dated them."""
    words = citation(package)
    if not words:
        return ""
    return (
        f"## How to cite\n\n{words}\n\nName the version, because rows differ between versions, and "
        "the id of a row where your argument rests on it.\n\n"
        f"```bibtex\n{_bibtex(package)}\n```"
    )
