"""What is shown before a file of records is taken in: its groups of rows, and the sentences beside them."""

from collections.abc import Sequence

from engagement.register.facts import key_list
from resources.database import Database
from resources.files.forms.preview import LINE, PreviewGroup, refused_groups
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of
from workforce.training.learners import LEARNERS_NAMED
from workforce.training.records_file_checking import CheckedRecords, FileRecord, course_names
from workforce.training.records_tables import group_words

_COLUMNS = (
    LINE,
    Column("course", "Course", width=190),
    Column("whose", "Whose", width=200),
    Column("place", "Service or provider", width=200),
    Column("completed_on", "Completed", ColumnKind.DATE, 104),
    Column("expires_on", "Expires", ColumnKind.DATE, 104),
)


def preview_groups(db: Database, found: CheckedRecords) -> list[PreviewGroup]:
    """New, held already, and each thing that would repair what was refused."""
    groups = [
        PreviewGroup("New records", len(found.new), _table(db, "New records", found.new), "They are added.")
    ]
    if found.already:
        words = (
            "The same course of the same people on the same day is held already, or stands in the file twice."
        )
        table = _table(db, "Held already", found.already)
        groups.append(PreviewGroup("Held already", len(found.already), table, words))
    return [*groups, *refused_groups(found.refused)]


def preview_notes(found: CheckedRecords) -> list[str]:
    """How dates were read, which courses are not known, and how many learners would be added."""
    notes = [found.file.dates_words] if found.file.dates_words else []
    if found.unknown:
        texts = [f"“{text}”" for text in list(found.unknown)[:6]]
        more = f" and {len(found.unknown) - 6} more" if len(found.unknown) > 6 else ""
        notes.append(
            f"{count_of(len(found.unknown), 'course')} not in the catalogue: {and_list(texts)}{more}. Say which course "
            "it is, or add it under Courses."
        )
    if found.learners:
        notes.append(f"{count_of(found.learners, 'learner')} not held yet would be added, without a post.")
    left = found.file.header.unknown
    if left:
        notes.append(f"Not read: {and_list([f'“{heading}”' for heading in left[:8]])}.")
    return notes


def summary_table(db: Database, found: CheckedRecords) -> Table:
    """The counts alone, for the command line."""
    rows: list[tuple[Cell, ...]] = [
        (one.name, one.number, one.explanation) for one in preview_groups(db, found)
    ]
    columns = (
        Column("group", "In the file", width=236),
        Column("rows", "Rows", ColumnKind.NUMBER, 84),
        Column("words", "What becomes of them", width=420),
    )
    return Table(found.file.name, columns, rows)


def _table(db: Database, title: str, some: Sequence[FileRecord]) -> Table:
    courses, places, learners = course_names(db, some), _places(db, some), _learners(db, some)
    rows: list[tuple[Cell, ...]] = [
        (
            one.line, courses[one.course_id], _whose(one, learners), places[one.place[1] or one.place[0]],
            one.completed_on.isoformat(), one.expires_on.isoformat() if one.expires_on else None,
        )
        for one in some
    ]  # fmt: skip
    return Table(title, _COLUMNS, rows, exempt=LEARNERS_NAMED)


def _whose(one: FileRecord, learners: dict[str, str]) -> str:
    if one.learner is not None:
        return f"{one.learner.name} (new)"
    if one.learner_id is not None:
        return learners[one.learner_id]
    return group_words(one.people, one.of_people, one.job_role)


def _places(db: Database, some: Sequence[FileRecord]) -> dict[str, str]:
    keys = key_list({key for one in some for key in one.place if key})
    rows = db.rows(
        """select id, name from service where id in (select value from json_each(?1))
        union all select id, name from provider where id in (select value from json_each(?1))""",
        (keys,),
    )
    return dict(rows)


def _learners(db: Database, some: Sequence[FileRecord]) -> dict[str, str]:
    keys = key_list({one.learner_id for one in some if one.learner_id})
    return dict(
        db.rows(
            """select id, trim(given_name || ' ' || family_name) from learner
            where id in (select value from json_each(?))""",
            (keys,),
        )
    )
