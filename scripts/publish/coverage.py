"""What a package covers, in the words that Camtrap DP uses and other readers know.

The days come from the rows. `spatial` is left out: of most places no position is known, so that
the few points there are, mostly where talks were held, would pass for the region that was covered.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from scripts.publish.records import Json


def temporal(events: pl.DataFrame) -> Json | None:
    """First and last day that the dates of the events allow, or None if none is dated."""
    first, last = events["start_date"].min(), events["end_date"].max()
    if not isinstance(first, date) or not isinstance(last, date):
        return None
    return {"start": first.isoformat(), "end": last.isoformat()}


def address(source: Mapping[str, Any]) -> str | None:
    """Where the original of an article stands on the web, if that is known."""
    url = source.get("url") or ""
    return url if url.startswith(("https://", "http://")) else None


def related(sources: pl.DataFrame) -> list[Json]:
    """The originals that the package is made from, as DataCite relates them."""
    urls = (address(row) for row in sources.sort("source_id").iter_rows(named=True))
    return [
        {
            "relationType": "IsDerivedFrom",
            "relatedIdentifier": url,
            "relatedIdentifierType": "URL",
        }
        for url in dict.fromkeys(urls)
        if url
    ]
