"""The texts of articles, put aside on disk: memory holds none of them while others are read."""

import tempfile
import weakref
from collections.abc import Iterator, Mapping


class Shelf(Mapping[str, str]):
    """source_id → text, in a nameless file that goes when the shelf does."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  NOTE: open as long as the shelf
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        self._last = ("", "")  # rows of one article are asked for one after the other
        weakref.finalize(self, self._file.close)

    def put(self, source_id: str, text: str) -> None:
        """Put a text aside; a text that lies there under the same id is forgotten."""
        content = text.encode("utf-8")
        self._file.seek(self._end)
        self._file.write(content)
        self._places[source_id] = (self._end, len(content))
        self._end += len(content)
        self._last = (source_id, text)

    def __getitem__(self, source_id: str) -> str:
        if self._last[0] != source_id:
            start, size = self._places[source_id]
            self._file.seek(start)
            self._last = (source_id, self._file.read(size).decode("utf-8"))
        return self._last[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
