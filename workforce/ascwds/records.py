"""What the last file before a day said of one workplace: its own facts, its workers, its figures."""

from dataclasses import dataclass
from datetime import date

from engagement.register.facts import as_day
from resources.database import Database
from workforce.ascwds.figures import Figure, Numbers, Worker, figures
from workforce.ascwds.vocabulary import RowStatus


@dataclass(frozen=True)
class WorkplaceReturn:
    """A workplace’s own row of a file, codes as they stand there."""

    id: str
    as_at: date
    status: RowStatus
    updated: bool
    employer_type: str
    main_service: str
    services: str
    capacities: str
    utilisations: str
    service_users: str
    total_staff: int | None
    starters: str
    leavers: str
    vacancies: str


def last_return(db: Database, workplace_id: str, *, on: date) -> WorkplaceReturn | None:
    """The last one until the day that says anything."""
    row = db.row(
        """select id, as_at, status, updated, employer_type, main_service, services, capacities, utilisations,
            service_users, total_staff, starters, leavers, vacancies from workplace_return
        where workplace_id = ? and as_at <= ? and (given <> '' or status = ?) order by as_at desc limit 1""",
        (workplace_id, on.isoformat(), RowStatus.DELETE.value),
    )
    if row is None:
        return None
    return WorkplaceReturn(row[0], date.fromisoformat(row[1]), RowStatus(row[2]), bool(row[3]), *row[4:])


def last_workers(db: Database, workplace_id: str, *, on: date) -> list[Worker]:
    """Everybody in the last worker file until the day."""
    rows = db.rows(
        """select job_role, employment, started_on, days_sick, social_care_qualification, social_care_level
        from worker_record where workplace_id = ?1 and status <> ?3 and as_at =
            (select max(as_at) from worker_record where workplace_id = ?1 and as_at <= ?2) order by line""",
        (workplace_id, on.isoformat(), RowStatus.DELETE.value),
    )
    return [Worker(job, employment, as_day(started), *more) for job, employment, started, *more in rows]


def workplace_figures(db: Database, workplace_id: str, *, on: date) -> list[Figure]:
    """Its vacancies, turnover, time in role, sickness and qualifications."""
    said = last_return(db, workplace_id, on=on)
    given = (
        None
        if said is None or said.status is RowStatus.DELETE
        else Numbers(said.total_staff, said.vacancies, said.leavers, said.starters)
    )
    return figures(given, last_workers(db, workplace_id, on=on), on=on)


@dataclass(frozen=True)
class FileHeld:
    """A file that was taken in."""

    id: str
    kind: str
    name: str
    layout: str
    as_at: date
    rows: int
    taken_in_at: str


def files_held(db: Database) -> list[FileHeld]:
    """Those taken in, the latest first."""
    rows = db.rows(
        """select id, kind, name, layout, as_at, rows, taken_in_at from ascwds_file
        order by as_at desc, taken_in_at desc, id"""
    )
    return [
        FileHeld(key, kind, name, layout, date.fromisoformat(as_at), number, taken)
        for key, kind, name, layout, as_at, number, taken in rows
    ]
