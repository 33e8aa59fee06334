"""How the rows of a file are kept: the columns of each kind, and whether just these stand already. Writes nothing."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from engagement.register.facts import key_list
from resources.database import Database
from resources.tables import Cell
from workforce.ascwds.rows import TrainingRow, WorkerRow, WorkplaceRow
from workforce.ascwds.vocabulary import FileKind

AnyRow = WorkplaceRow | WorkerRow | TrainingRow

_RETURN = (
    "status", "updated", "employer_type", "main_service", "services", "capacities", "utilisations", "service_users",
    "total_staff", "job_roles", "starters", "leavers", "vacancies", "reasons", "reason_counts", "given",
)  # fmt: skip
_WORKER = (
    "worker_key", "reference", "line", "status", "updated", "job_role",
    "employment", "started_on", "recruited_from", "zero_hours", "contracted_hours", "average_hours", "days_sick",
    "care_certificate", "level_2_certificate", "social_care_qualification", "social_care_level",
    "other_qualification", "other_level", "given",
)  # fmt: skip
_TRAINING = (
    "worker_key", "line", "category", "name", "accredited", "delivered_by",
    "how", "completed_on", "expires_on",
)  # fmt: skip

TABLES: Mapping[FileKind, tuple[str, tuple[str, ...]]] = {
    FileKind.WORKPLACE: ("workplace_return", _RETURN),
    FileKind.WORKER: ("worker_record", _WORKER),
    FileKind.TRAINING: ("worker_training", _TRAINING),
}
"""Where the rows of each kind are kept, and in which columns beside their workplace, file and day."""


def kept_rows(rows: Sequence[tuple[str, AnyRow]]) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """What is written of each row, with its workplace. Of a worker listed twice, who moved, the last line stands."""
    for key, row in {_place(at, key, row): (key, row) for at, (key, row) in enumerate(rows)}.values():
        if isinstance(row, WorkplaceRow):
            yield key, (row.status.value, int(row.updated), *row[8:])
        elif isinstance(row, WorkerRow):
            said = (worker_key(key, row.worker), row.reference, row.line, row.status.value, int(row.updated))
            yield key, (*said, *row[6:])
        else:
            yield key, (worker_key(key, row.worker), row.line, *row[3:])


def _place(at: int, key: str, row: AnyRow) -> object:
    if isinstance(row, WorkerRow):
        return key, row.worker
    return key if isinstance(row, WorkplaceRow) else at


def worker_key(workplace_id: str, digest: str) -> str:
    """What says that records are of one worker. Nobody finds a name by it who has not this file."""
    return hashlib.blake2b(f"{workplace_id} {digest}".encode(), digest_size=16).hexdigest()


def called(row: WorkplaceRow) -> dict[str, Cell]:
    """What a file calls a workplace; a number that it leaves out is not forgotten."""
    numbers = {"location_id": row.location_id, "cqc_provider_id": row.cqc_provider_id}
    names: dict[str, Cell] = {"local_id": row.local_id, "name": row.name, "postcode": row.postcode}
    return names | {name: value for name, value in numbers.items() if value}


def all_stand(db: Database, kind: FileKind, rows: Sequence[tuple[str, AnyRow]], *, as_at: str) -> bool:
    """Whether these rows, and no others, are held of their workplaces as of that day."""
    table, columns = TABLES[kind]
    held = db.rows(
        f"""select workplace_id, {", ".join(columns)} from {table}
        where as_at = ? and workplace_id in (select value from json_each(?))""",
        (as_at, key_list({key for key, _ in rows})),
    )
    return Counter(held) == Counter((key, *said) for key, said in kept_rows(rows))
