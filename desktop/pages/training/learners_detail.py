"""What the pane says of a learner: where they work, what they learnt, and whom they may be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.register.names import name_of
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import and_list, date_words, in_london
from workforce.training.bookings import bookings_of_learner
from workforce.training.learners import Learner, learner, posts_on
from workforce.training.records import course_name, records_of
from workforce.training.same_learner import likely_same_as
from workforce.training.tables import POST_COLUMNS, learner_sessions_table, post_lines

_SHOWN_OF_POST = {"provider": 140, "job_role": 124, "until_on": 96}
_PLACES = [at for at, one in enumerate(POST_COLUMNS) if one.name in _SHOWN_OF_POST]
_SESSIONS = (
    Column("course", "Course", width=150),
    Column("on", "On", ColumnKind.DATE, width=96),
    Column("status", "Status", ColumnKind.STATUS, width=116),
)
_RECORDS = (
    Column("course", "Course", width=164),
    Column("completed_on", "Completed", ColumnKind.DATE, width=100),
    Column("expires_on", "Expires", ColumnKind.DATE, width=100),
)


@dataclass(frozen=True)
class Ways:
    """Where a row of the pane leads."""

    post: Callable[[str], object]
    session: Callable[[str], object]
    record: Callable[[str], object]


def learner_detail(
    db: Database, key: str, actions: Sequence[Action], compare: Action | None, ways: Ways, *, today: date
) -> Detail:  # fmt: skip
    """One learner; `compare` is offered where they may be somebody else too."""
    held = learner(db, key)
    places = list(dict.fromkeys(name_of(db, "provider", one.provider_id) for one in posts_on(db, key, today)))
    two = [(ColumnKind.STATUS, "At two providers")] if len(places) > 1 else []
    put_away = [(ColumnKind.STATUS, "Archived")] if held.archived_on else []
    sections = [_who(held), _posts(db, key, ways), _records(db, key, ways), _sessions(db, key, ways)]
    return Detail(
        held.name, and_list(places) or "No post today", [*two, *put_away], actions,
        [*_same(db, key, compare), *sections],
    )  # fmt: skip


def _who(held: Learner) -> Section:
    insured = {None: "Not asked", True: "Yes", False: "No"}[held.has_ni_number]
    return Section(
        "Learner",
        (
            Line("ULN", held.uln or "Not known"), Line("Has a National Insurance number", insured),
            Line("Note", held.note), Line("Archived", date_words(held.archived_on) if held.archived_on else ""),
        ),
    )  # fmt: skip


def _posts(db: Database, key: str, ways: Ways) -> Section:
    lines = post_lines(db, key)
    if not lines:
        return Section(
            "Posts", (Line("", "No post is known. Without one nobody can be booked or claimed for."),)
        )
    columns = tuple(replace(POST_COLUMNS[at], width=_SHOWN_OF_POST[POST_COLUMNS[at].name]) for at in _PLACES)
    rows = [tuple(row[at] for at in _PLACES) for _, row in lines]
    return Section(
        "Posts", (), Table("Posts", columns, rows), keys=[one for one, _ in lines], opened=ways.post
    )


def _records(db: Database, key: str, ways: Ways) -> Section:
    held = records_of(db, learner_id=key)
    rows = [
        (course_name(db, one.course_id), one.completed_on.isoformat(),
         one.expires_on.isoformat() if one.expires_on else None)
        for one in held
    ]  # fmt: skip
    if not rows:
        return Section("Training", (Line("", "Nothing is recorded yet."),))
    return Section(
        "Training", (), Table("Training", _RECORDS, rows), keys=[one.id for one in held], opened=ways.record
    )


def _sessions(db: Database, key: str, ways: Ways) -> Section:
    table = learner_sessions_table(db, key)
    if not table.rows:
        return Section("Sessions", (Line("", "Not booked on any."),))
    keys = [one.session_id for one in bookings_of_learner(db, key)]
    rows = [
        (course, in_london(str(starts)).date().isoformat(), status)
        for course, starts, status, *_ in table.rows
    ]
    shown = Table(table.title, _SESSIONS, rows)
    return Section("Sessions", (), shown, keys=keys, opened=ways.session)


def _same(db: Database, key: str, compare: Action | None) -> list[Section]:
    pairs = likely_same_as(db, key)
    if not pairs:
        return []
    lines = [
        Line((pair.other if pair.one.id == key else pair.one).name, " ".join(pair.reasons)) for pair in pairs
    ]
    return [Section("May be the same person as", lines, actions=(compare,) if compare else (), stacked=True)]
