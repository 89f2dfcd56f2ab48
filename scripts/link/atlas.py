"""Places against each other: which can be one, which holds the other, which names it closest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from scripts.link.values import Row

_FINE = {"country": 0, "area": 1, "city": 2, "address": 3}
#: Kilometres between the points of two places beyond which one cannot lie in the other.
_REACH = {"area": 300.0, "city": 40.0, "address": 5.0}
_EARTH_KM = 6371.0


@dataclass(frozen=True)
class Atlas:
    """The rows of `places` by place_id; a place that has no row is only ever equal to itself."""

    rows: Mapping[str, Row]

    def fineness(self, place: str) -> int:
        """0 country, 1 area, 2 city, 3 address; an unknown place counts as a city."""
        return _FINE.get(str(self.rows.get(place, {}).get("place_precision")), 2)

    def name(self, place: str) -> str:
        """The place's name, or its id where it has no row."""
        return str(self.rows.get(place, {}).get("name") or place)

    def country(self, place: str | None) -> str | None:
        """The id of the country that a place lies in, where it is known."""
        return self.rows.get(place, {}).get("country_id") or None if place else None

    def compatible(self, a: str | None, b: str | None) -> bool:
        """Whether two places can be where one event was: the same, one in the other, or not told.

        Two towns, two areas and two countries are never one; of a town and an area in one country
        nothing is known unless their points lie too far apart.
        """
        if a is None or b is None or a == b:
            return True
        wide, close = sorted((a, b), key=lambda place: (self.fineness(place), place))
        if self.fineness(wide) == self.fineness(close):
            return False
        if not self._same_country(wide, close):
            return False
        if self.fineness(wide) == 0:
            return True
        reach = _REACH[str(self.rows.get(wide, {}).get("place_precision") or "city")]
        apart = self._kilometres(wide, close)
        return apart is None or apart <= reach

    def nested(self, a: str, b: str) -> bool:
        """Whether it is known, and not merely possible, that one of two places holds the other."""
        first, second = self.rows.get(a, {}), self.rows.get(b, {})
        if self.name(a) in self.name(b) or self.name(b) in self.name(a):
            return True
        wide = min(self.fineness(a), self.fineness(b))
        same = bool(first.get("country_id")) and first.get("country_id") == second.get("country_id")
        return same and (wide == 0 or self._kilometres(a, b) is not None)

    def closest(self, a: str | None, b: str | None) -> str | None:
        """The finer of two compatible places."""
        if a is None or b is None:
            return a if b is None else b
        return max(a, b, key=lambda place: (self.fineness(place), place))

    def _same_country(self, a: str, b: str) -> bool:
        first = self.rows.get(a, {}).get("country_id")
        second = self.rows.get(b, {}).get("country_id")
        return not first or not second or bool(first == second)

    def _kilometres(self, a: str, b: str) -> float | None:
        points = []
        for place in (a, b):
            row = self.rows.get(place, {})
            if row.get("latitude") is None or row.get("longitude") is None:
                return None
            points.append((radians(row["latitude"]), radians(row["longitude"])))
        (lat1, lon1), (lat2, lon2) = points
        half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
        return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))


def atlas(places: Iterable[Row]) -> Atlas:
    """The places of the data, to be asked about each other."""
    return Atlas({row["place_id"]: row for row in places})
