"""What taking in a file of records would do, found before anything is written: new, held already, refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from resources.database import Database
from resources.database.history import history_position
from resources.files.cells import Reading, shown
from resources.files.refused import RefusedRow
from resources.files.rows import Row
from resources.files.values import read_date, read_flag, read_whole_number
from resources.problem import FieldProblem
from resources.wording import date_words
from resources.words import Word
from workforce.training.learners import Learner
from workforce.training.matrix_reading import Place
from workforce.training.records_file import RecordsFile
from workforce.training.records_file_matching import Known, NotFound, read_known, read_role
from workforce.training.status import expiry_after
from workforce.training.uln import checked_uln
from workforce.training.vocabulary import MOST_PEOPLE, Accredited, DeliveredBy, HowDelivered, JobRole

Value = TypeVar("Value")
W = TypeVar("W", bound=Word)


@dataclass(frozen=True)
class Choices:
    """What a person decided: which course a text means, whose rows are that do not say, whether learners are added."""

    courses: Mapping[str, str] = field(default_factory=dict)
    place: Place | None = None
    add_learners: bool = False


@dataclass(frozen=True)
class FileRecord:
    """A record to be kept: of a learner that is held (`learner_id`) or is to be added (`learner`), or of a group."""

    line: int
    course_id: str
    place: Place
    completed_on: date
    expires_on: date | None
    learner_id: str | None
    learner: Learner | None
    job_role: JobRole | None
    people: int
    of_people: int | None
    accredited: Accredited
    delivered_by: DeliveredBy | None
    how: HowDelivered | None
    note: str

    @property
    def whose(self) -> tuple[object, ...]:
        """What tells it from another record: nothing is kept twice."""
        who = self.learner_id or (self.learner.name if self.learner else None)
        return (
            self.course_id,
            self.place[0],
            who,
            *((self.place[1], self.job_role) if who is None else ()),
            self.completed_on,
        )


@dataclass(frozen=True)
class CheckedRecords:
    """`unknown` are texts of courses that mean none of the catalogue, with the course most like each."""

    file: RecordsFile
    choices: Choices
    new: tuple[FileRecord, ...]
    already: tuple[FileRecord, ...]
    refused: tuple[RefusedRow, ...]
    unknown: Mapping[str, str]
    position: int

    @property
    def learners(self) -> int:
        """How many learners would be added."""
        return len({(one.place[0], one.learner.name) for one in self.new if one.learner})


def check_records(db: Database, file: RecordsFile, choices: Choices, *, today: date) -> CheckedRecords:
    """What taking it in would do. Writes nothing."""
    known, held = read_known(db, choices.courses), _held(db)
    new: list[FileRecord] = []
    already: list[FileRecord] = []
    refused: list[RefusedRow] = []
    for row in file.rows:
        try:
            one = _read(file, file.values(row), row, known, choices, today)
        except NotFound as problem:
            refused.append(refused_row(file, row, problem))
            continue
        (already if one.whose in held else new).append(one)
        held.add(one.whose)
    unknown = _unknown_courses(file, known)
    return CheckedRecords(
        file, choices, tuple(new), tuple(already), tuple(refused), unknown, history_position(db)
    )


def refused_row(file: RecordsFile, row: Row, problem: NotFound) -> RefusedRow:
    """A row with what is wrong, and under which heading."""
    place = file.header.mapping.get(problem.field)
    heading = file.headings[place] if place is not None else ""
    return RefusedRow(row.line, file.sheet, row.cells, problem.sentence, heading)


def _held(db: Database) -> set[tuple[object, ...]]:
    rows = db.rows(
        "select course_id, provider_id, learner_id, service_id, job_role, completed_on from training_record"
    )
    found: set[tuple[object, ...]] = set()
    for course, provider, learner, service, role, completed in rows:
        tail = () if learner else (service, JobRole(role) if role else None)
        found.add((course, provider, learner, *tail, date.fromisoformat(completed)))
    return found


def _unknown_courses(file: RecordsFile, known: Known) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in file.rows:
        text = file.values(row)["course"]
        if text and text not in found:
            try:
                known.course(text)
            except NotFound:
                like = known.like(text)
                found[text] = like.id if like else ""
    return found


# --- one row --------------------------------------------------------------------------------------------------


def _read(
    file: RecordsFile, said: Mapping[str, str], row: Row, known: Known, choices: Choices, today: date
) -> FileRecord:
    course = known.course(said["course"])
    place = known.place(said.get("provider", ""), said.get("service", ""), choices.place)
    completed = _completed(file, said, today)
    learner_id, learner = _learner(said, known, place, choices)
    people, of_people = _people(said, bool(learner_id or learner))
    expires = value_of("expires_on", read_date(said.get("expires_on", ""), file.order))
    if expires is not None and expires < completed:
        raise NotFound("expires_on", f"It expires on {date_words(expires)}, before it was completed.")
    return FileRecord(
        row.line, course.id, place, completed, expires or expiry_after(completed, course.valid_months), learner_id,
        learner, read_role(said.get("job_role", "")), people, of_people, _accredited(said),
        word_of(DeliveredBy, said, "delivered_by"), word_of(HowDelivered, said, "how"), said.get("note", ""),
    )  # fmt: skip


def _completed(file: RecordsFile, said: Mapping[str, str], today: date) -> date:
    day = value_of("completed_on", read_date(said["completed_on"], file.order))
    if day is None:
        raise NotFound("completed_on", "The row does not say when it was completed.")
    if day > today:
        raise NotFound("completed_on", f"{date_words(day)} has not come yet.")
    if day.year < 1950:
        raise NotFound("completed_on", f"{date_words(day)} is too long ago.")
    return day


def value_of(name: str, reading: Reading[Value]) -> Value | None:
    """What was read; raises NotFound with the reason where nothing could be."""
    if reading.reason:
        raise NotFound(name, f"{reading.reason}.")
    return reading.value


def _learner(
    said: Mapping[str, str], known: Known, place: Place, choices: Choices
) -> tuple[str | None, Learner | None]:
    given, family = said.get("given_name", ""), said.get("family_name", "")
    whole = f"{given} {family}".strip() or said.get("learner", "")
    uln = said.get("uln", "")
    if not whole and not uln:
        return None, None
    try:
        uln = checked_uln(uln)
    except FieldProblem as problem:
        raise NotFound("uln", problem.sentence) from None
    found = known.learner(whole, uln, place[0])
    if found is not None:
        return found, None
    field = "learner" if "learner" in said else "family_name"
    if not choices.add_learners or not whole:
        raise NotFound(
            field, f"{shown(whole or uln)} is no learner there yet. Have learners added, or add them first."
        )
    if not family:
        given, _, family = whole.rpartition(" ")
    return None, Learner("", given, family, uln)


def _people(said: Mapping[str, str], is_learner: bool) -> tuple[int, int | None]:
    people = value_of("people", read_whole_number(said.get("people", "")))
    of_people = value_of("of_people", read_whole_number(said.get("of_people", "")))
    if is_learner:
        return 1, None
    if people is None:
        raise NotFound("people", "The row names no learner and no number of people.")
    if people < 0 or (of_people is not None and of_people < people):
        raise NotFound(
            "people", f"{people:,} of {of_people:,} cannot be." if of_people is not None else "It is below 0."
        )
    for name, number in (("people", people), ("of_people", of_people)):
        if number is not None and number > MOST_PEOPLE:
            raise NotFound(name, f"{number:,} is more than {MOST_PEOPLE:,}. Check its noughts.")
    return people, of_people


def _accredited(said: Mapping[str, str]) -> Accredited:
    text = said.get("accredited", "")
    flag = read_flag(text).value
    if flag is not None:
        return Accredited.YES if flag else Accredited.NO
    return word_of(Accredited, said, "accredited") or Accredited.DONT_KNOW


def word_of(words: type[W], said: Mapping[str, str], name: str) -> W | None:
    """One of the fixed words; None where nothing stands there."""
    text = said.get(name, "")
    found = words.read(text) if text else None
    if text and found is None:
        labels = " or ".join(f"“{one.label}”" for one in words)
        raise NotFound(name, f"{shown(text)} is none of {labels}.")
    return found


def course_names(db: Database, some: Sequence[FileRecord]) -> dict[str, str]:
    """What the courses of some records are called."""
    wanted = {one.course_id for one in some}
    return {key: name for key, name in db.rows("select id, name from course") if key in wanted}
