"""Writing what a file of records brings, after it was looked at: whole, in one change that one undo takes back."""

from dataclasses import dataclass
from pathlib import Path

from resources.database import Database, change, new_key
from resources.database.history import ChangedSince, history_position
from resources.files.refused import save_refused
from resources.problem import Problem
from resources.wording import count_of
from workforce.training.learners import add_learner
from workforce.training.records_file_checking import CheckedRecords, FileRecord
from workforce.training.vocabulary import RecordSource

_COLUMNS = (
    "id", "course_id", "provider_id", "service_id", "learner_id", "job_role", "people", "of_people", "completed_on",
    "expires_on", "accredited", "delivered_by", "how", "source", "note",
)  # fmt: skip


@dataclass(frozen=True)
class TakenIn:
    """How many records and learners were added."""

    records: int
    learners: int

    @property
    def words(self) -> str:
        """Took in 12 training records, and added 3 learners."""
        added = f", and added {count_of(self.learners, 'learner')}" if self.learners else ""
        return f"Took in {count_of(self.records, 'training record')}{added}"


def take_in_records(db: Database, found: CheckedRecords) -> TakenIn:
    """Add the new records, and the learners that are to be added."""
    if history_position(db) != found.position:
        raise ChangedSince(
            "Something changed after this preview was made, so nothing was taken in. Look at the preview again."
        )
    if not found.new:
        raise Problem(f"“{found.file.name}” holds no record that could be added. Nothing was changed.")
    with change(db, f"Took in {count_of(len(found.new), 'training record')} from {found.file.name}"):
        added: dict[tuple[str, str], str] = {}
        for one in found.new:
            if one.learner is not None and (one.place[0], one.learner.name) not in added:
                made = add_learner(db, one.learner.given_name, one.learner.family_name, uln=one.learner.uln)
                added[one.place[0], one.learner.name] = made.id
        db.insert_rows("training_record", _COLUMNS, (_cells(one, added) for one in found.new))
    return TakenIn(len(found.new), len(added))


def _cells(one: FileRecord, added: dict[tuple[str, str], str]) -> tuple[str | int | None, ...]:
    learner = added[one.place[0], one.learner.name] if one.learner else one.learner_id
    return (
        new_key(), one.course_id, *one.place, learner, one.job_role.value if one.job_role else None, one.people,
        one.of_people, one.completed_on.isoformat(), one.expires_on.isoformat() if one.expires_on else None,
        one.accredited.value, one.delivered_by.value if one.delivered_by else None, one.how.value if one.how else None,
        RecordSource.FILE.value, one.note,
    )  # fmt: skip


def save_refused_records(found: CheckedRecords, path: Path) -> None:
    """The refused rows as they stood, each with the reason, to be mended and taken in."""
    save_refused(path, found.file.headings, found.refused)
