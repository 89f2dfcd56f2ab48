"""A line of a `.jsonl` file → the record of one article."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from scripts.read.text import TextError, decode

#: A longer id would be no file name.
MAX_ID = 120


@dataclass(frozen=True)
class Record:
    """One article as a JSON line gives it. meta: its other fields as text, keys in lower case."""

    id: str
    text: str
    meta: Mapping[str, str]


def record(raw: bytes) -> Record:
    """The record of a JSON line.

    Raises:
        TextError: if it is no UTF-8, no JSON, no object, lacks `id` or `text`, or has a key twice.
    """
    try:
        fields = json.loads(decode(raw), object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise TextError(f"column {error.colno} is no JSON: {error.msg}; mend the line") from None
    except (ValueError, RecursionError):
        raise TextError("it is no JSON that can be read: too deep, or a number too long") from None
    if not isinstance(fields, dict):
        raise TextError('it is no object; write {"id": …, "title": …, "text": …}')
    name, text = fields.get("id"), fields.get("text")
    if isinstance(name, bool) or not isinstance(name, str | int) or not str(name).strip():
        raise TextError("it has no id; give the article one")
    if len(str(name)) > MAX_ID or not str(name).isprintable():
        raise TextError(f"its id is over {MAX_ID} characters or not printable; give a shorter one")
    if not isinstance(text, str) or not text.strip():
        raise TextError("it has no text; give the article's text or remove the line")
    meta = {key: _value(value) for key, value in fields.items() if key != "text"}
    return Record(str(name).strip(), text, MappingProxyType(meta))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in pairs:
        name = key.strip().lower()
        if name in fields:
            raise TextError(f"it has the key {name!r} twice; keep one")
        fields[name] = value
    return fields


def _value(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        value = value["name"]
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = ", ".join(value)
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    try:
        shown.encode("utf-8")
    except UnicodeEncodeError:
        raise TextError("a field holds half a surrogate pair; mend it") from None
    return " ".join(shown.split())
