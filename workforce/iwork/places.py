"""Where a postcode lies, for people, employers and posts; one that is unknown is kept as typed, never guessed."""

from dataclasses import dataclass
from functools import cache

from resources.geography import Places, tidy_postcode
from resources.tables import Cell


@dataclass(frozen=True)
class Located:
    """A postcode with its place. `sentence` says why there is none; empty where it was found or none was typed."""

    postcode: str = ""
    easting: int | None = None
    northing: int | None = None
    district: str = ""
    sentence: str = ""

    def cells(self) -> dict[str, Cell]:
        """As it is kept."""
        return {
            "postcode": self.postcode,
            "easting": self.easting,
            "northing": self.northing,
            "district": self.district,
        }


def located(postcode: str) -> Located:
    """The place of a postcode as it was typed."""
    typed = " ".join(postcode.split())
    if not typed:
        return Located()
    kept = tidy_postcode(typed) or typed
    place = _national().lookup([kept]).get(kept)
    if place is None:
        reason = _national().reasons([kept])[kept]
        return Located(kept, sentence=f"{reason} It is kept as typed; distances from it are not known.")
    return Located(kept, place.easting, place.northing, place.district)


@cache
def _national() -> Places:
    return Places()
