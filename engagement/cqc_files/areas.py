"""Locations whose file leaves the local authority blank: found from the postcode, or told that it was not."""

from collections.abc import Iterable
from typing import NamedTuple

from engagement.cqc_files.contents import SERVICE_FACTS, Location
from resources.geography import Place, Places, same_authority
from resources.wording import count_of

_AUTHORITY, _REGION, _POSTCODE = (SERVICE_FACTS.index(name) for name in ("authority", "region", "postcode"))


class Placed(NamedTuple):
    """The locations with their areas; `only_placed` are areas that the file itself does not name."""

    locations: list[Location]
    only_placed: frozenset[str]
    remarks: tuple[str, ...]


def with_areas(name: str, locations: list[Location]) -> Placed:
    """Fill blank authorities, and regions beside them. `name` is the file's.

    A blank row near the border must not make a file speak for the whole of the next council, so an area that only
    postcodes gave is not one that the file covers, unless it names none at all.
    """
    blank = [one for one in locations if not one.authority]
    if not blank:
        return Placed(locations, frozenset(), ())
    said = {one.authority for one in locations} - {""}
    places = Places().lookup({str(one.facts[_POSTCODE] or "") for one in blank})
    spelled = {area: _as_said(area, said) for area in {place.authority for place in places.values()}}
    filled = [one if one.authority else _filled(one, places, spelled) for one in locations]
    placed = sum(bool(one.authority) for one in filled) - (len(locations) - len(blank))
    only_placed = frozenset(spelled.values()) - said if said else frozenset()
    return Placed(filled, only_placed, tuple(_remarks(name, placed, len(blank) - placed)))


def _as_said(area: str, said: Iterable[str]) -> str:
    """The area as the file spells it elsewhere: one council under two names would be two."""
    return next((own for own in sorted(said) if same_authority(own, area)), area)


def _filled(location: Location, places: dict[str, Place], spelled: dict[str, str]) -> Location:
    place = places.get(str(location.facts[_POSTCODE] or ""))
    if place is None:
        return location
    facts = list(location.facts)
    facts[_AUTHORITY] = spelled[place.authority]
    facts[_REGION] = facts[_REGION] or place.region
    return location._replace(facts=tuple(facts))


def _remarks(name: str, placed: int, lost: int) -> Iterable[str]:
    if placed:
        has = count_of(placed, "location of", "locations of")
        yield f"{has} “{name}” had no local authority: it was found from the postcode."
    if lost:
        has = count_of(lost, "location of", "locations of")
        yield (
            f"{has} “{name}” had neither a local authority nor a postcode that is known. No file covers such a "
            "location: it is in no area's figures, and is not told from one that has gone. Fill in the authority."
        )
