"""Millions of rows hold each other in no circle: looking for such garbage finds nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile; as a decorator, while the function runs.

    Python looks through all that is held whenever a quarter more is, which with a hundred thousand
    reports takes longer than linking them.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
