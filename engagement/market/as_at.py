"""The market of any day that is held: which services were active, and how each was rated then."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from engagement.market.market_table import (
    MarketTable,
    RatedService,
    market_by_authority,
    market_by_district,
)
from engagement.register.ratings import active_services, overall_as_at
from engagement.register.vocabulary import Rating, market_kind
from resources.database import Database
from resources.geography import authorities_in, districts_of, region_name, same_authority


def market_on(
    db: Database, day: date, *, authorities: Sequence[str] | None = None, region: str | None = None
) -> MarketTable:
    """The table of a day by authority: of those named, in their order; or of a region; or of all that are held.

    A service counts while it was active, under the kind and authority of that day, with the latest overall rating
    published on or before it. A service without one is not yet rated.
    """
    if authorities is not None:
        return market_by_authority(
            rated_services(db, day, _named(authorities)), as_at=day, authorities=authorities
        )
    if region is not None:
        rows = rated_services(db, day, _named(authorities_in(region)), region=region_name(region))
        services = list(rows)
        return market_by_authority(services, as_at=day)
    return market_by_authority(rated_services(db, day, lambda name: name), as_at=day)


def market_of_districts(db: Database, day: date, authority: str) -> MarketTable:
    """The table of a day by the districts of one authority; a home whose postcode is not known has its own row."""
    services = rated_services(db, day, _named([authority]))
    return market_by_district(services, authority, as_at=day, districts=districts_of(authority))


def rated_services(
    db: Database, day: date, row_of: Callable[[str], str], *, region: str = ""
) -> Iterator[RatedService]:
    """The services of a day that the market table shows; `row_of` gives an authority's row, '' for none.

    With `region`, a service of it counts under its own authority's name where no row has it.
    """
    ratings = overall_as_at(db, day)
    for service in active_services(db, day):
        kind = market_kind(service.kind)
        row = row_of(service.authority) or (service.authority if region and service.region == region else "")
        if kind is None or not row:
            continue
        rating = ratings[service.id].rating if service.id in ratings else Rating.NOT_RATED
        yield RatedService(row, kind, rating, service.district)


def _named(authorities: Sequence[str]) -> Callable[[str], str]:
    """The name asked for of the authority that a service has, however it is written there."""
    known: dict[str, str] = {}

    def row_of(authority: str) -> str:
        if authority not in known:
            known[authority] = next((name for name in authorities if same_authority(name, authority)), "")
        return known[authority]

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
