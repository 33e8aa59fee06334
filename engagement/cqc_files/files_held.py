"""Which of CQC's files were taken in, when and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from engagement.cqc_files.contents import CqcFile, FileKind
from resources.database import Database


@dataclass(frozen=True)
class FileTakenIn:
    """One file. `authorities` are the councils that it covers; ratings files cover none."""

    id: str
    kind: FileKind
    as_at: date
    name: str
    rows: int
    taken_in_at: datetime
    taken_in_by: str
    authorities: tuple[str, ...]


def files_taken_in(db: Database) -> list[FileTakenIn]:
    """Every file, the newest day first."""
    rows = db.rows(
        "select cqc_file.id, kind, as_at, name, rows, taken_in_at, authorities, coalesce((select who from "
        "history_row join history_change on history_change.id = change_id where table_name = 'cqc_file' "
        "and row_id = cqc_file.id order by history_row.id limit 1), '') from cqc_file "
        "order by as_at desc, kind, taken_in_at desc, cqc_file.id"
    )
    return [
        FileTakenIn(
            row[0],
            FileKind(row[1]),
            date.fromisoformat(row[2]),
            row[3],
            row[4],
            datetime.fromisoformat(row[5]),
            row[7],
            tuple(filter(None, row[6].split("|"))),
        )
        for row in rows
    ]


def already_taken_in(db: Database, files: Iterable[CqcFile]) -> list[str]:
    """The names of those files that were taken in before, whatever they were called then."""
    held = set(db.rows("select kind, sha256 from cqc_file"))
    return [file.name for file in files if (file.kind.value, file.sha256) in held]
