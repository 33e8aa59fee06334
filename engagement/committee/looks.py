"""Looks of reports, each taken from another council's document.

The document itself is not kept: what was taken of it are a few values, and nothing of it stays in the office's file but
its name.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from engagement.committee.limits import one_line
from engagement.register import archiving
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.report.looks import DEFAULT_LOOKS, Looks
from resources.rows import columns_of, made
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, number

OWN = "Our own looks"
"""What a report has for which none were chosen."""


@dataclass(frozen=True)
class ReportLooks:
    """Looks with the name that the team gave them. `file_name` is the document that they were taken from."""

    id: str
    name: str
    file_name: str
    looks: Looks
    archived_on: date | None


_COLUMNS = columns_of(ReportLooks)


# --- reading --------------------------------------------------------------------------------------------------


def as_looks(text: object) -> Looks:
    """Looks as they are kept: fields of a later version are left out, those it lacks are ours."""
    known = json.loads(str(text))
    return Looks(**{name: known[name] for name in Looks.__dataclass_fields__ if name in known})


def report_looks(db: Database, key: str) -> ReportLooks:
    """The looks with this key."""
    row = db.row(f"select {_COLUMNS} from report_looks where id = ?", (key,))
    if row is None:
        raise LookupError(f"there are no looks {key}")
    return _made(row)


def all_looks(db: Database, *, archived: bool = False) -> list[ReportLooks]:
    """By name; with `archived`, those put away too."""
    rows = db.rows(
        f"select {_COLUMNS} from report_looks where (? or archived_on is null) order by name collate nocase, id",
        (archived,),
    )
    return [_made(row) for row in rows]


def looks_for(db: Database, key: str | None) -> Looks:
    """What a report is written in: ours where none were chosen."""
    return report_looks(db, key).looks if key else DEFAULT_LOOKS


def reports_with(db: Database, key: str) -> list[str]:
    """The titles of reports that have these looks."""
    rows = db.rows(
        "select title from committee_report where looks_id = ? order by title collate nocase", (key,)
    )
    return [str(title) for (title,) in rows]


def _made(row: tuple[Any, ...]) -> ReportLooks:
    return made(ReportLooks, row, looks=as_looks, archived_on=date.fromisoformat)


# --- the verbs ------------------------------------------------------------------------------------------------


def add_looks(db: Database, name: str, looks: Looks, *, file_name: str = "") -> ReportLooks:
    """Keep looks under a name of their own."""
    told = _checked_name(db, name)
    key = new_key()
    with change(db, f"Added the looks {told}"):
        db.insert_row(
            "report_looks",
            {
                "id": key,
                "name": told,
                "file_name": one_line("file_name", "File", file_name),
                "looks": _kept(looks),
            },
        )
    return report_looks(db, key)


def rename_looks(db: Database, key: str, name: str) -> ReportLooks:
    """Give them another name."""
    held = report_looks(db, key)
    told = _checked_name(db, name, but=key)
    if told == held.name:
        return held
    with change(db, f"Renamed the looks {held.name} to {told}"):
        db.update_row("report_looks", key, {"name": told})
    return report_looks(db, key)


def archive_looks(db: Database, key: str, *, today: date) -> ReportLooks:
    """Put them away; reports that have them keep them."""
    archiving.archive(db, "report_looks", report_looks(db, key), today=today, called="the looks")
    return report_looks(db, key)


def restore_looks(db: Database, key: str) -> ReportLooks:
    """Bring them back."""
    archiving.restore(db, "report_looks", report_looks(db, key), called="the looks")
    return report_looks(db, key)


def remove_looks(db: Database, key: str) -> None:
    """They were added by mistake; refused while a report has them."""
    held = report_looks(db, key)
    used = len(reports_with(db, key))
    if used:
        raise Problem(
            f"{held.name}: {count_of(used, 'report has', 'reports have')} these looks. Choose others there, or archive "
            "these."
        )
    with change(db, f"Removed the looks {held.name}"):
        db.delete_row("report_looks", key)


def _kept(looks: Looks) -> str:
    return json.dumps(asdict(looks), sort_keys=True)


def _checked_name(db: Database, name: str, *, but: str = "") -> str:
    told = one_line("name", "Name", name, most=80, empty="nothing was entered. Write whose looks they are.")
    held = next((one for one in all_looks(db, archived=True) if one.name.casefold() == told.casefold()), None)
    if held is not None and held.id != but:
        raise FieldProblem("name", f"Name: there are looks called {held.name} already. Give another name.")
    return told


# --- as a table ----------------------------------------------------------------------------------------------

COLUMNS = (
    Column("name", "Looks", width=180),
    Column("font", "Font", width=110),
    Column("body", "Text in points", ColumnKind.NUMBER, 90),
    Column("reports", "Reports", ColumnKind.NUMBER, 90),
    Column("file_name", "Taken from", width=160),
    Column("archived", "Archived", ColumnKind.DATE, 95),
)


def looks_row(db: Database, one: ReportLooks) -> tuple[Cell, ...]:
    """Looks as a row."""
    away = one.archived_on.isoformat() if one.archived_on else None
    looks = one.looks
    return (
        one.name,
        looks.font,
        looks.body,
        len(reports_with(db, one.id)),
        one.file_name,
        away,
    )


def looks_table(db: Database, *, archived: bool = False) -> Table:
    """All of them."""
    return Table(
        "Looks of reports", COLUMNS, [looks_row(db, one) for one in all_looks(db, archived=archived)]
    )


def looks_words(looks: Looks) -> tuple[tuple[str, str], ...]:
    """Each value with its label."""
    sides = {"top": looks.top, "right": looks.right, "bottom": looks.bottom, "left": looks.left}
    return (
        ("Font", looks.font),
        ("Text", _points(looks.body)),
        ("Title", _points(looks.title)),
        ("Headings", f"{_points(looks.heading)}, {_points(looks.subheading)} beneath"),
        ("Colour of headings", f"#{looks.accent}"),
        ("Margins", and_list([f"{side} {number(mm)} mm" for side, mm in sides.items()])),
    )


def _points(points: float) -> str:
    return f"{number(points, 0 if points == int(points) else 1)} points"
