"""The `key: value` lines between two `---` at the top of an article."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

import yaml

from scripts.read.text import TextError

#: The keys that are read.
KEYS = (
    "title",
    "publisher",
    "byline",
    "published",
    "published_basis",
    "url",
    "language",
    "derived_from",
    "original_sha256",
    "rights",
)
#: What people write for some of them.
_MEANT = MappingProxyType(
    {
        "headline": "title",
        "source": "publisher",
        "outlet": "publisher",
        "newspaper": "publisher",
        "author": "byline",
        "date": "published",
        "day": "published",
        "link": "url",
        "address": "url",
        "website": "url",
        "licence": "rights",
        "license": "rights",
        "copyright": "rights",
    }
)
#: So many keys among so many first lines are no accident.
_ENOUGH, _LOOKED_AT = 2, 4
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_OPEN = re.compile(r"---[ \t]*(?:\n|\Z)")
_ADVICE = "write `key: value` lines, a value with a colon or a mark in quotation marks"


def front_matter(text: str) -> tuple[Mapping[str, str], int]:
    """The front matter of a text and the offset behind it.

    Values come as they are written (dates as ISO, nothing as ""), so that no number or yes loses
    its form. Text that does not begin with a `---` line has none: ({}, 0).

    Raises:
        TextError: if it is not closed, is no mapping, or has a key twice.
    """
    opening = _OPEN.match(text)
    if not opening:
        return MappingProxyType({}), 0
    closing = _FENCE.search(text, opening.end())
    if not closing:
        raise TextError(
            "front matter opens with --- in line 1 and is not closed; close it with ---"
        )
    return MappingProxyType(_pairs(text[opening.end() : closing.start()])), closing.end()


def unread_keys(meta: Mapping[str, str]) -> list[str]:
    """A sentence on each key of front matter that is not read, and what to write instead."""
    found = []
    for key in meta:
        if key not in KEYS:
            meant = _meant(key)
            remedy = f"write {meant}: …" if meant else "take the line out"
            found.append(
                f"front matter has the key {key!r}, which is not read; {remedy} (keys that are "
                f"read: {', '.join(KEYS)})"
            )
    return found


def _meant(key: str) -> str:
    """The key that somebody meant who wrote another one; "" where that is not clear."""
    for word in reversed(re.findall(r"[a-z]+", key)):
        if word in KEYS or word in _MEANT:
            return _MEANT.get(word, word)
    near = get_close_matches(key, KEYS, 1)
    return near[0] if near else ""


def unfenced(text: str) -> str:
    """The first line of a text that begins like front matter without a `---`, else ""."""
    lines = text.lstrip().splitlines()[:_LOOKED_AT]
    keys = [line.partition(":")[0].strip().lower() for line in lines if ":" in line]
    if sum(key in KEYS for key in keys) < _ENOUGH or lines[0].partition(":")[0].lower() not in KEYS:
        return ""
    return lines[0]


def _pairs(source: str) -> dict[str, str]:
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark else ""
        problem = getattr(error, "problem", None) or "it is no YAML"
        raise TextError(f"front matter is broken{where}: {problem}; {_ADVICE}") from None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise TextError(f"front matter is no list of keys and values; {_ADVICE}")
    pairs: dict[str, str] = {}
    for key, value in root.value:
        name = source[key.start_mark.index : key.end_mark.index].strip("'\" \t").lower()
        if name in pairs:
            line = key.start_mark.line + 2
            raise TextError(f"front matter has the key {name!r} twice (line {line}); keep one")
        pairs[name] = _value(source, value)
    return pairs


def _value(source: str, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        return " ".join(source[node.start_mark.index : node.end_mark.index].split())
    if node.tag == "tag:yaml.org,2002:null":
        return ""
    if node.tag == "tag:yaml.org,2002:timestamp":
        try:
            return str(yaml.SafeLoader("").construct_yaml_timestamp(node).isoformat())
        except ValueError:
            return str(node.value)  # like 2023-02-30: whoever reads the date says so
    return " ".join(str(node.value).split())
