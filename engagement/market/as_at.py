"""The market of any day that is held: which services were active, and how each was rated then."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache

from engagement.market.market_table import (
    MarketTable,
    RatedService,
    market_by_authority,
    market_by_district,
)
from engagement.register.ratings import ActiveService, active_services, overall_as_at
from engagement.register.vocabulary import Rating, market_kind
from resources.database import Database
from resources.geography import authorities_in, districts_of, region_name, region_of, same_authority

RowOf = Callable[[ActiveService], str]


def market_on(
    db: Database, day: date, *, authorities: Sequence[str] | None = None, region: str | None = None
) -> MarketTable:
    """The table of a day by authority: of those named, in their order; or of a region; or of all that are held.

    A service counts while it was active, under the kind and authority of that day, with the latest overall rating
    published on or before it. A service without one is not yet rated.
    """
    if authorities is not None:
        asked = _named(authorities)
        services = rated_services(db, day, lambda service: asked(service.authority))
        return market_by_authority(services, as_at=day, authorities=authorities)
    row_of = _own_authority if region is None else _in_region(region)
    return market_by_authority(rated_services(db, day, row_of), as_at=day)


def market_of_districts(db: Database, day: date, authority: str) -> MarketTable:
    """The table of a day by the districts of one authority; a home whose postcode is not known has its own row."""
    asked = _named([authority])
    services = rated_services(db, day, lambda service: asked(service.authority))
    return market_by_district(services, authority, as_at=day, districts=districts_of(authority))


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
    """The as-at dates of CQC's files that were taken in, newest first."""
    rows = db.rows("select distinct as_at from cqc_file order by as_at desc")
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
