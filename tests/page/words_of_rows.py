"""The words that a row is found by, and whether they hold what somebody looks for, in Python."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from schemas.tables import table

Row = Mapping[str, Any]
Tables = Mapping[str, pl.DataFrame]
ALONE = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
)


def plain(text: str) -> str:
    """Small letters without accents, one space between words."""
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(one for one in apart if not unicodedata.category(one).startswith("M"))
    words = "".join(one if one.isalnum() else " " for one in bare.lower().translate(ALONE))
    return " ".join(words.split())


def holds(texts: Sequence[str], ids: set[str], query: str) -> bool:
    """Whether every word, number and phrase of a query is in the plain texts of a row, or an id."""
    for phrase, word in re.findall(r'"([^"]*)"|(\S+)', re.sub("[“”„«»]", '"', query)):
        wanted = plain(phrase or word)
        if not wanted or (phrase or word) in ids:
            continue
        whole = phrase or re.fullmatch(r"[\d ]+", wanted)
        pattern = f" {wanted} " if whole else f" {wanted}"
        if not any(pattern in f" {text} " for text in texts):
            return False
    return True


def words_of(tables: Tables, told: Row, name: str, row: Row) -> tuple[list[str], set[str]]:
    """Plain texts and ids of a row. `told`: what scripts.page.content tells of the package."""
    texts, ids = list(_more(tables, told, name, row)), set()
    refers = {key.fields[0]: key.table for key in table(name).foreign_keys}
    keys = table(name).primary_key if len(table(name).primary_key) == 1 else ()
    for field in table(name).fields:
        cell = row[field.name]
        if cell is None or field.type == "integer" or field.name.endswith("sha256"):
            continue
        if field.name in refers or field.name in keys:
            ids.add(cell)
            texts.append(_name(tables, told, refers.get(field.name, ""), cell))
        else:
            listed = told["codes"].get(field.codes or "", {})
            texts += [cell, listed.get(cell, {}).get("title", "")]
    return [plain(text) for text in texts if text], ids


def _name(tables: Tables, told: Row, name: str, key: str | None) -> str:
    if not key:
        return ""
    if name == "sources":
        return str(told["sources"][key]["name"])
    if name == "events":
        return str(told["events"][key]["title"])
    if name in {"actors", "places"}:
        found = tables[name].filter(pl.col(f"{name[:-1]}_id") == key)["name"].to_list()
        return found[0] or key if found else key
    return ""


def _more(tables: Tables, told: Row, name: str, row: Row) -> list[str | None]:
    """What stands in other tables and belongs to a row."""

    def of(other: str, column: str) -> list[dict[str, str]]:
        return tables[other].filter(pl.col(column) == row[column]).to_dicts()

    def actors(column: str) -> list[str | None]:
        return [
            _name(tables, told, "actors", one["actor_id"]) for one in of("participants", column)
        ]

    def source(one: Row) -> str:
        return _name(tables, told, "sources", one["source_id"])

    if name == "sources":
        return [told["texts"][row["source_id"]]]
    if name == "events":
        event = told["events"][row["event_id"]]
        words = [one["trigger_text"] for one in of("reports", "event_id")]
        return [event["title"], event["when"], *actors("event_id"), *words]
    if name == "reports":
        return actors("report_id")
    if name == "utterances":
        said = of("statements", "utterance_id")
        return [text for one in said for text in (one["quote"], source(one))]
    if name not in {"comparisons", "sides"}:
        return []
    fact = told["facts"][row["comparison_id"]]
    title = f"{fact['title']} {fact.get('part', '')}"
    if name == "comparisons":
        sides = of("sides", "comparison_id")
        return [title, *(text for one in sides for text in (one["value_text"], source(one)))]
    (compared,) = of("comparisons", "comparison_id")
    return [title, _name(tables, told, "events", compared["event_id"])]
