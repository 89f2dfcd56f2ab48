"""An article as it was read: its text untouched, cut into blocks that say what they are."""

from collections.abc import Mapping
from dataclasses import dataclass

#: Kinds of block that belong to the story: rows may come from these and from no other.
STORY = frozenset({"title", "body"})


@dataclass(frozen=True)
class Block:
    """A stretch of an article (a paragraph, a heading, a caption), offsets into its text.

    kind: title | body | heading | byline | stamp | dateline | caption | credit | teaser | legal |
    promotion | other_story | other_language | front_matter.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Article:
    """One article.

    source_id: its name in every table.
    path: the file that offsets count in, relative to the package.
    text: that file's content, code point for code point.
    meta: front matter or the fields of a JSON line, as given.
    blocks: all of the text that is not white space, in order.
    """

    source_id: str
    path: str
    text: str
    sha256: str
    meta: Mapping[str, str]
    blocks: tuple[Block, ...]

    @property
    def story(self) -> tuple[Block, ...]:
        """The blocks that rows may come from."""
        return tuple(block for block in self.blocks if block.kind in STORY)
