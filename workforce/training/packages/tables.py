"""Offers, sessions and packages as tables."""

from collections.abc import Sequence

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.training.packages.offers import NAMED_EXEMPT, PackageOffer, offers
from workforce.training.packages.packages import packages
from workforce.training.packages.sessions import PackageSession, package_sessions
from workforce.training.packages.worklist import package_names

OFFER_COLUMNS = (
    Column("service", "Service", width=190),
    Column("package", "Package", width=172),
    Column("status", "Status", ColumnKind.STATUS, 118),
    Column("offered_on", "Offered", ColumnKind.DATE, 104),
    Column("rating", "Rating then", ColumnKind.RATING, 176),
    Column("accepted_on", "Accepted", ColumnKind.DATE, 104),
    Column("sessions", "Sessions", ColumnKind.NUMBER, 84),
    Column("people", "People in all", ColumnKind.NUMBER, 84),
    Column("ended_on", "Ended", ColumnKind.DATE, 104),
    Column("reason", "Why", width=180),
    Column("offered_by", "Offered by", width=130),
)
SESSION_COLUMNS = (
    Column("held_on", "Held", ColumnKind.DATE, 104),
    Column("people", "People", ColumnKind.NUMBER, 70),
    Column("topic", "Topic", width=150),
)
PACKAGE_COLUMNS = (
    Column("name", "Package", width=220),
    Column("offers", "Offers", ColumnKind.NUMBER, 80),
    Column("description", "What it is", width=350),
    Column("state", "State", ColumnKind.STATUS, 110),
)


def offers_table(db: Database) -> Table:
    """Every offer, the latest first. `people` adds up the sessions: somebody who came to two counts twice."""
    held, names, sessions = offers(db), package_names(db), package_sessions(db)
    services = dict(
        db.rows("select id, name from service where id in (select service_id from package_offer)")
    )
    rows = [
        _offer_row(one, services[one.service_id], names[one.package_id], sessions.get(one.id, ()))
        for one in held
    ]
    notes = ("“People in all” adds up the sessions: somebody who came to two counts twice.",)
    return Table(
        "Offers of learning packages",
        OFFER_COLUMNS,
        rows,
        base=count_of(len(rows), "offer"),
        notes=notes,
        exempt=NAMED_EXEMPT,
    )


def _offer_row(
    one: PackageOffer, service: str, package: str, sessions: Sequence[PackageSession]
) -> tuple[Cell, ...]:
    return (
        service, package, one.status.label, one.offered_on.isoformat(), one.rating.label if one.rating else "",
        one.accepted_on.isoformat() if one.accepted_on else None, len(sessions), sum(each.people for each in sessions),
        one.ended_on.isoformat() if one.ended_on else None, one.reason, one.offered_by,
    )  # fmt: skip


def package_sessions_table(name: str, held: Sequence[PackageSession]) -> Table:
    """The sessions of one offer."""
    rows: list[tuple[Cell, ...]] = [(one.held_on.isoformat(), one.people, one.topic) for one in held]
    return Table(f"Sessions: {name}", SESSION_COLUMNS, rows, base=count_of(len(rows), "session"),
                 exempt=NAMED_EXEMPT)  # fmt: skip


def packages_table(db: Database) -> Table:
    """What can be offered, and what could."""
    number = dict(db.rows("select package_id, count(*) from package_offer group by package_id"))
    rows: list[tuple[Cell, ...]] = [
        (one.name, number.get(one.id, 0), one.description, "Archived" if one.archived_on else "Current")
        for one in packages(db, archived=True)
    ]
    return Table("Learning packages", PACKAGE_COLUMNS, rows, base=count_of(len(rows), "package"))
