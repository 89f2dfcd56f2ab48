"""Write a file as a whole or not at all, whatever ends the run on the way."""

from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all; the same content leaves it untouched."""
    if path.is_file() and path.read_bytes() == content:
        return
    place = path.resolve()
    new = place.with_name(f".concord-{place.name}")
    try:
        new.write_bytes(content)
        new.replace(place)
    except OSError:
        new.unlink(missing_ok=True)
        raise
