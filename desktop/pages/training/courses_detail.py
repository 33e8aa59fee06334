"""What the pane says of a course: what it is, what it is known by, and its sessions."""

from collections.abc import Callable, Sequence

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, date_words, instant_text
from workforce.training.bookings import places_of
from workforce.training.courses import Course, course
from workforce.training.records import records_of
from workforce.training.sessions import TrainingSession, training_sessions
from workforce.training.shipped_courses import category_name

_COLUMNS = (
    Column("starts_at", "When", ColumnKind.TIME, width=160),
    Column("status", "Status", ColumnKind.STATUS, width=110),
    Column("places", "Places", width=150),
)


def course_detail(
    db: Database, key: str, actions: Sequence[Action], open_session: Callable[[str], object]
) -> Detail:
    """One course; `open_session` shows a session by its key."""
    held = course(db, key)
    sessions = training_sessions(db, course_id=key)
    rows = [_session_row(db, one) for one in sessions]
    return Detail(
        held.name, held.kind.label,
        [(ColumnKind.STATUS, "Archived")] if held.archived_on else (), actions,
        (
            _what_it_is(db, held),
            Section("Sessions", () if rows else (Line("", "None is or was planned."),),
                    Table("Sessions", _COLUMNS, rows) if rows else None, keys=[one.id for one in sessions],
                    opened=open_session),
        ),
    )  # fmt: skip


def _session_row(db: Database, one: TrainingSession) -> tuple[str, str, str]:
    return instant_text(one.starts_at), one.status.label, places_of(db, one.id).words


def _what_it_is(db: Database, held: Course) -> Section:
    people = sum(one.people for one in records_of(db, course_id=held.id))
    valid = count_of(held.valid_months, "month") if held.valid_months else "It does not run out"
    return Section(
        "What it is",
        (
            Line("", held.description), Line("Level", str(held.level or "")),
            Line("Credits", "" if held.credits is None else str(held.credits)), Line("Valid for", valid),
            Line("ASC-WDS category", category_name(held.category)), Line("Code", held.code),
            Line("Awarding body", held.awarding_body), Line("Source", held.source),
            Line("Recorded", count_of(people, "person", "people") if people else "Nobody yet"),
            Line("Archived", date_words(held.archived_on) if held.archived_on else ""),
        ),
    )  # fmt: skip
