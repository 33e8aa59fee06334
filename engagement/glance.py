"""The few figures that Home shows at a glance, each as a table."""

from datetime import date

from engagement.market.as_at import market_on
from engagement.register.council import council, council_names
from engagement.register.facts import key_list
from engagement.register.vocabulary import GRADES, MarketKind
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import as_instant, in_london


def ratings_now(db: Database, today: date) -> Table:
    """% of the council's rated services in each rating, by kind; kinds without rated services are left out."""
    name = council(db)
    columns = (
        Column("kind", "Kind of service"),
        *(Column(grade, grade.label, ColumnKind.PERCENT) for grade in GRADES),
        Column("rated", "Rated services", ColumnKind.NUMBER),
    )
    rows: list[tuple[Cell, ...]] = []
    if name:
        market = market_on(db, today, authorities=[name])
        for kind in MarketKind:
            profile = market.profile(name, kind)
            if profile.rated:
                rows.append((kind.label, *profile.grades, profile.rated))
    return Table(f"Ratings in {name}", columns, rows, base="% of rated services", source="CQC", as_at=today)


def forums_lately(db: Database, most: int = 4) -> Table:
    """The last events that were held: how many came, sent apologies, and did not come."""
    rows = db.rows(
        """select event.title, event.starts_at,
            sum(status in ('attended', 'left_early')), sum(status = 'apologies'), sum(status = 'no_show')
        from event join participant on event_id = event.id
        where event.state = 'held' and event.archived_on is null
        group by event.id order by event.starts_at desc limit ?""",
        (most,),
    )
    columns = (
        Column("event", "Event"),
        Column("came", "Came", ColumnKind.NUMBER),
        Column("apologies", "Apologies", ColumnKind.NUMBER),
        Column("no_show", "Did not come", ColumnKind.NUMBER),
    )
    named = [(f"{_day(starts)} {title}", came, sorry, absent) for title, starts, came, sorry, absent in rows]
    return Table("The last forums", columns, named, base="People")


def _day(starts: str) -> str:
    """`4 Mar`, first, where a narrow chart does not cut it off."""
    day = in_london(as_instant(starts)).date()
    return f"{day.day} {day:%b}"


def services_by_district(db: Database) -> Table:
    """How many current services of the council each district has."""
    rows = db.rows(
        """select district, count(*) from listing_service where state = 'Current' and district <> ''
            and authority in (select value from json_each(?))
        group by district order by count(*) desc, district""",
        (key_list(council_names(db)),),
    )
    columns = (Column("district", "District"), Column("services", "Services", ColumnKind.NUMBER))
    return Table("Services by district", columns, rows, base="Current services")


def inspections_by_quarter(db: Database, today: date, quarters: int = 4) -> Table:
    """How many overall ratings of the council's services were published in each of the last quarters."""
    rows, names = [], key_list(council_names(db))
    year, quarter = today.year, (today.month - 1) // 3
    for _ in range(quarters):
        start = date(year, quarter * 3 + 1, 1)
        end = date(year + (quarter == 3), (quarter + 1) % 4 * 3 + 1, 1)
        number = db.value(
            """select count(*) from rating join service on service.id = service_id
            where key_question = 'overall' and published_on >= ? and published_on < ?
                and authority in (select value from json_each(?))""",
            (start.isoformat(), end.isoformat(), names),
        )
        rows.append((f"{start:%b} to {date(year, quarter * 3 + 3, 1):%b %Y}", number))
        year, quarter = (year, quarter - 1) if quarter else (year - 1, 3)
    columns = (Column("quarter", "Quarter"), Column("ratings", "Ratings published", ColumnKind.NUMBER))
    shown = rows[::-1] if any(number for _, number in rows) else []
    return Table("Inspections by quarter", columns, shown, base="Overall ratings published", source="CQC")
