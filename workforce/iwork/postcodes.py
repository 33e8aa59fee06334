"""Where a postcode of the register lies, from the packaged national list: nothing of it leaves the register."""

from functools import cache
from typing import NamedTuple

from resources.geography import Places, tidy_postcode


class Placed(NamedTuple):
    """A postcode as it is kept. Without a place it stays as it was typed, and `why` says what is the matter."""

    postcode: str
    easting: int | None = None
    northing: int | None = None
    district: str = ""
    why: str = ""


def placed(postcode: str) -> Placed:
    """Where it lies; half of one, or one that no longer exists, is kept as typed and never guessed."""
    typed = " ".join(postcode.split())
    if not typed:
        return Placed("")
    found = _national().lookup([typed]).get(typed)
    if found is None:
        why = _national().reasons([typed]).get(typed, "")
        return Placed(
            tidy_postcode(typed) or typed, why=f"{why} It is kept as typed; no way is worked out from it."
        )
    return Placed(tidy_postcode(typed) or typed, found.easting, found.northing, found.district)


@cache
def _national() -> Places:
    return Places()
