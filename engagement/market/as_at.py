"""The market of any day that is held: which services were active, and how each was rated then."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from engagement.market.market_table import (
    MarketTable,
    RatedService,
    market_by_authority,
    market_by_district,
)
from engagement.register.ratings import ActiveService, active_services, overall_as_at
from engagement.register.vocabulary import MarketKind, Rating, market_kind
from resources.database import Database
from resources.geography import authorities_in, districts_of, region_name, region_of, same_authority
from resources.problem import Problem
from resources.wording import and_list, date_words

RowOf = Callable[[ActiveService], str]

DIRECTORY_HOLDS = timedelta(days=45)
"""CQC publishes its files each month; what is told of a day this far from the nearest of them says so."""


def market_on(
    db: Database, day: date, *, authorities: Sequence[str] | None = None, region: str | None = None
) -> MarketTable:
    """The table of a day by authority: of those named, in their order; or of a region; or of all that are held.

    A service counts while it was active, under the kind and authority of that day, with the latest overall rating
    published on or before it. A service without one is not yet rated.
    """
    _refuse_what_is_not_held(db, day)
    if authorities is not None:
        asked = _named(authorities)
        services = rated_services(db, day, lambda service: asked(service.authority))
        return _remarked(db, market_by_authority(services, as_at=day, authorities=authorities), day)
    row_of = _own_authority if region is None else _in_region(region)
    return _remarked(db, market_by_authority(rated_services(db, day, row_of), as_at=day), day)


def market_of_districts(db: Database, day: date, authority: str) -> MarketTable:
    """The table of a day by the districts of one authority; a home whose postcode is not known has its own row."""
    _refuse_what_is_not_held(db, day)
    asked = _named([authority])
    services = rated_services(db, day, lambda service: asked(service.authority))
    return market_by_district(services, authority, as_at=day, districts=districts_of(authority))


def _refuse_what_is_not_held(db: Database, day: date) -> None:
    """Before the first directory nothing is known of who was active: a table of that day would be of survivors."""
    first = db.value("select min(as_at) from cqc_file where kind <> 'ratings'")
    if first is not None and day.isoformat() < first:
        raise Problem(
            f"Nothing is held for {date_words(day)}: the earliest of CQC's directories is of {date_words(first)}. "
            "Choose that day or a later one."
        )


def _remarked(db: Database, market: MarketTable, day: date) -> MarketTable:
    """The table with what is missing behind it: areas without any rating, areas whose directory is older."""
    areas = [area for area in market.areas if any(market.profile(area, kind).all for kind in MarketKind)]
    unrated = [area for area in areas if not any(market.profile(area, kind).rated for kind in MarketKind)]
    remarks = []
    if unrated:
        remarks.append(f"No ratings are held for {_some(unrated)}: import CQC's latest ratings.")
    for days, of_areas in _far_directories(db, areas, day).items():
        remarks.append(_far(days, _some(of_areas), day))
    return replace(market, remarks=tuple(remarks))


def newest_file(db: Database, day: date) -> date | None:
    """The day of the newest of CQC's files, where that is well before a day that is told of."""
    newest = db.value("select max(as_at) from cqc_file")
    found = date.fromisoformat(newest) if newest else None
    return found if found and found < day - DIRECTORY_HOLDS else None


def _far(days: tuple[date, ...], areas: str, day: date) -> str:
    if len(days) == 1:
        return f"The newest directory held for {areas} is of {date_words(days[0])}."
    before, after = map(date_words, days)
    return f"Between {before} and {after} no directory is held for {areas}; {date_words(day)} lies between."


def _far_directories(db: Database, areas: Sequence[str], day: date) -> dict[tuple[date, ...], list[str]]:
    """Areas by the days of the directories on both sides of the table's day, where neither is near to it."""
    held: dict[str, list[date]] = {}
    for as_at, covered in db.rows("select as_at, authorities from cqc_file where kind <> 'ratings'"):
        for name in covered.split("|"):
            held.setdefault(name, []).append(date.fromisoformat(as_at))
    found: dict[tuple[date, ...], list[str]] = {}
    for area in areas:
        days = [one for name, some in held.items() if same_authority(name, area) for one in some]
        before, after = [one for one in days if one <= day], [one for one in days if one > day]
        around = (*([max(before)] if before else []), *([min(after)] if after else []))
        if before and all(abs(one - day) > DIRECTORY_HOLDS for one in around):
            found.setdefault(around, []).append(area)
    return found


def _some(areas: Sequence[str]) -> str:
    return and_list(areas) if len(areas) <= 4 else f"{and_list(areas[:3])} and {len(areas) - 3} others"


def rated_services(db: Database, day: date, row_of: RowOf) -> Iterator[RatedService]:
    """The services of a day that the market table shows, each with the row that it counts in ('' leaves it out)."""
    ratings = overall_as_at(db, day)
    for service in active_services(db, day):
        kind, row = market_kind(service.kind), row_of(service)
        if kind is not None and row:
            rating = ratings[service.id].rating if service.id in ratings else Rating.NOT_RATED
            yield RatedService(row, kind, rating, service.district)


def _own_authority(service: ActiveService) -> str:
    return service.authority


def _in_region(region: str) -> RowOf:
    """The authority of a service that lies in the region: one that has ended since keeps its own name."""
    wanted, known = region_name(region), _named(authorities_in(region))

    def row_of(service: ActiveService) -> str:
        if wanted not in (region_of(service.authority), region_name(service.region)):
            return ""
        return known(service.authority) or service.authority

    return row_of


def _named(authorities: Sequence[str]) -> Callable[[str], str]:
    """The name asked for of the authority that a service has, however it is written there."""

    @cache
    def row_of(authority: str) -> str:
        return next((name for name in authorities if same_authority(name, authority)), "")

    return row_of


def dates_held(db: Database) -> list[date]:
    """The days that a table can be drawn of: those of CQC's files from the first directory on, newest first."""
    rows = db.rows(
        "select distinct as_at from cqc_file "
        "where as_at >= (select min(as_at) from cqc_file where kind <> 'ratings') order by as_at desc"
    )
    return [date.fromisoformat(as_at) for (as_at,) in rows]


def authorities_held(db: Database) -> list[str]:
    """Every authority that a service is or was in, by name, for a page to offer."""
    rows = db.rows(
        "select authority from service where authority <> '' union select authority from service_period "
        "where authority <> '' order by 1"
    )
    return [name for (name,) in rows]


def regions_held(db: Database) -> list[str]:
    """Every region that a service is in, by name."""
    rows = db.rows("select distinct region from service where region <> '' order by 1")
    return [name for (name,) in rows]
