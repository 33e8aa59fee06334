"""How people read the columns of ASC-WDS’s tables, for the history of their rows."""

from collections.abc import Callable, Mapping

from resources.differences import FieldWords, said_day, said_flag, said_moment, said_word
from resources.tables import Cell
from workforce.ascwds import codes
from workforce.ascwds.vocabulary import FileKind, RowStatus, TiedBy


def _said_code(known: Mapping[str, str]) -> Callable[[Cell], str]:
    """How a code of the files is read."""

    def say(cell: Cell) -> str:
        return codes.words_of(known, str(cell))

    return say


KINDS: Mapping[str, str] = {
    "ascwds_file": "ASC-WDS file",
    "workplace": "Workplace of ASC-WDS",
    "workplace_return": "What ASC-WDS said of a workplace",
    "worker_record": "Worker record of ASC-WDS",
    "worker_training": "Training record of ASC-WDS",
}
BELONGS_TO: Mapping[str, tuple[str, ...]] = {
    "workplace_return": ("workplace_id",),
    "worker_record": ("workplace_id",),
    "worker_training": ("workplace_id",),
}
NAMED_BY: Mapping[str, str] = {}
SILENT: Mapping[str, tuple[str, ...]] = {
    "ascwds_file": ("sha256",),
    "worker_record": ("worker_key",),
    "worker_training": ("worker_key",),
}
FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "ascwds_file": {
        "kind": FieldWords("Lists", said_word(FileKind)),
        "name": FieldWords("Name"),
        "layout": FieldWords("Layout"),
        "as_at": FieldWords("As at", said_day),
        "rows": FieldWords("Rows"),
        "taken_in_at": FieldWords("Taken in", said_moment),
    },
    "workplace": {
        "local_id": FieldWords("Local identifier"),
        "workplace_code": FieldWords("ASC-WDS workplace ID"),
        "name": FieldWords("Name"),
        "postcode": FieldWords("Postcode"),
        "location_id": FieldWords("CQC Location ID"),
        "cqc_provider_id": FieldWords("CQC Provider ID"),
        "provider_id": FieldWords("Provider", refers_to="provider"),
        "service_id": FieldWords("Service", refers_to="service"),
        "tied_by": FieldWords("Tied by", said_word(TiedBy)),
    },
    "workplace_return": {
        "workplace_id": FieldWords("Workplace", refers_to="workplace"),
        "file_id": FieldWords("File", refers_to="ascwds_file"),
        "as_at": FieldWords("As at", said_day),
        "status": FieldWords("Status", said_word(RowStatus)),
        "updated": FieldWords("Looked at again", said_flag),
        "employer_type": FieldWords("Employer type", _said_code(codes.EMPLOYER_TYPES)),
        "main_service": FieldWords("Main service", _said_code(codes.SERVICES)),
        "services": FieldWords("All services"),
        "capacities": FieldWords("Capacity"),
        "utilisations": FieldWords("In use"),
        "service_users": FieldWords("People served"),
        "total_staff": FieldWords("Number of staff"),
        "job_roles": FieldWords("Job roles"),
        "starters": FieldWords("Starters"),
        "leavers": FieldWords("Leavers"),
        "vacancies": FieldWords("Vacancies"),
        "reasons": FieldWords("Reasons for leaving"),
        "reason_counts": FieldWords("Leavers by reason"),
        "given": FieldWords("Fields filled in"),
    },
    "worker_record": {
        "workplace_id": FieldWords("Workplace", refers_to="workplace"),
        "file_id": FieldWords("File", refers_to="ascwds_file"),
        "as_at": FieldWords("As at", said_day),
        "reference": FieldWords("Provider’s own reference"),
        "line": FieldWords("Line of the file"),
        "status": FieldWords("Status", said_word(RowStatus)),
        "updated": FieldWords("Looked at again", said_flag),
        "job_role": FieldWords("Job role", _said_code(codes.JOB_ROLES)),
        "employment": FieldWords("Employment", _said_code(codes.EMPLOYMENT)),
        "started_on": FieldWords("Started", said_day),
        "recruited_from": FieldWords("Recruited from"),
        "zero_hours": FieldWords("Zero-hours contract"),
        "contracted_hours": FieldWords("Contracted hours"),
        "average_hours": FieldWords("Average hours"),
        "days_sick": FieldWords("Days sick"),
        "care_certificate": FieldWords("Care Certificate"),
        "level_2_certificate": FieldWords("Level 2 certificate"),
        "social_care_qualification": FieldWords("Social care qualification"),
        "social_care_level": FieldWords("Its level"),
        "other_qualification": FieldWords("Other qualification"),
        "other_level": FieldWords("Level of the other"),
        "given": FieldWords("Fields filled in"),
    },
    "worker_training": {
        "workplace_id": FieldWords("Workplace", refers_to="workplace"),
        "file_id": FieldWords("File", refers_to="ascwds_file"),
        "as_at": FieldWords("As at", said_day),
        "line": FieldWords("Line of the file"),
        "category": FieldWords("ASC-WDS category", _said_code(codes.TRAINING)),
        "name": FieldWords("Name"),
        "accredited": FieldWords("Accredited"),
        "delivered_by": FieldWords("Delivered by"),
        "how": FieldWords("How"),
        "completed_on": FieldWords("Completed", said_day),
        "expires_on": FieldWords("Expires", said_day),
    },
}
"""What is not named here serves the program alone."""
