"""A file of learners: what its columns are, and what taking it in would do, found before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from engagement.register.names import name_key
from resources.database import Database
from resources.database.history import history_position
from resources.files.cells import shown
from resources.files.headers import FieldSpec
from resources.files.reading import Progress
from resources.files.refused import RefusedRow
from resources.files.values import read_date
from resources.problem import FieldProblem
from resources.wording import date_words
from resources.words import plain
from workforce.training.learners import Learner, Post, learner_by_uln, learners, name_parts, posts_of
from workforce.training.matrix_reading import Place
from workforce.training.records_file import FileShape, RecordsFile, read_file
from workforce.training.records_file_checking import Choices, refused_row, value_of, word_of
from workforce.training.records_file_matching import Known, NotFound, read_known, read_role
from workforce.training.uln import checked_uln
from workforce.training.vocabulary import Employment, JobRole

SHAPE = FileShape(
    (
        FieldSpec("given_name", ("Given name", "First name", "Forename", "Given names"), False, "the first name"),
        FieldSpec(
            "family_name",
            ("Family name", "Surname", "Last name", "Name", "Full name", "Learner", "Learner name", "Employee",
             "Staff member", "Worker"),
            True, "the surname, or the whole name where there is no column of first names",
        ),
        FieldSpec("uln", ("ULN", "Unique learner number", "Learner number"), False, "the ULN"),
        FieldSpec("provider", ("Provider", "Provider name", "Organisation", "Company", "Employer"), False,
                  "the provider"),
        FieldSpec(
            "service", ("Service", "Service name", "Home", "Workplace", "Location", "Setting", "Location ID",
                        "CQC Location ID"),
            False, "the service, by its name or Location ID",
        ),
        FieldSpec("job_role", ("Job role", "Role", "Job title", "Post", "Position"), False, "the job role"),
        FieldSpec("employment", ("Employment", "Employment status", "Employment type", "Contract", "Contract type"),
                  False, "how they are employed"),
        FieldSpec("from_on", ("From", "Start date", "Started", "Date started", "Employed from", "Since"), False,
                  "the first day of the post"),
    ),
    ("from_on",), "Given name, Family name, Provider and Job role",
)  # fmt: skip
_EMPLOYED = {
    "bank": Employment.POOL_BANK, "pool": Employment.POOL_BANK, "relief": Employment.POOL_BANK,
    "perm": Employment.PERMANENT, "full time": Employment.PERMANENT, "part time": Employment.PERMANENT,
    "temp": Employment.TEMPORARY, "fixed term": Employment.TEMPORARY, "voluntary": Employment.VOLUNTEER,
}  # fmt: skip


@dataclass(frozen=True)
class FilePost:
    """Where somebody works: `learner_id` of one who is held, '' of a new one; `uln` to be added where none is held."""

    line: int
    learner_id: str
    given_name: str
    family_name: str
    uln: str
    place: Place
    job_role: JobRole
    employment: Employment
    from_on: date | None

    @property
    def name(self) -> str:
        """Given name first."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def who(self) -> tuple[str, ...]:
        """Rows that name one person: by key, by ULN, or by name at a provider."""
        if self.learner_id or self.uln:
            return (self.learner_id or self.uln,)
        return (self.place[0], name_key(self.name))


@dataclass(frozen=True)
class CheckedLearners:
    """`new` are posts of learners to be added, `posts` further posts of those held, `numbers` ULNs of such."""

    file: RecordsFile
    choices: Choices
    new: tuple[FilePost, ...]
    posts: tuple[FilePost, ...]
    numbers: tuple[FilePost, ...]
    already: tuple[FilePost, ...]
    refused: tuple[RefusedRow, ...]
    position: int

    @property
    def learners(self) -> int:
        """How many learners would be added."""
        return len({one.who for one in self.new})

    @property
    def brings(self) -> tuple[FilePost, ...]:
        """What would be written."""
        return (*self.new, *self.posts, *self.numbers)


def read_learners_file(
    path: Path, *, columns: Mapping[str, str] | None = None, progress: Progress | None = None
) -> RecordsFile:
    """The first sheet that lists people. `columns` are a person’s own choice, field to heading."""
    return read_file(path, SHAPE, columns=columns, progress=progress)


def check_learners(db: Database, file: RecordsFile, choices: Choices, *, today: date) -> CheckedLearners:
    """What taking it in would do. Writes nothing."""
    reader = _Reader(db, file, choices, today)
    found: dict[str, list[FilePost]] = {"new": [], "posts": [], "numbers": [], "already": []}
    refused: list[RefusedRow] = []
    for row in file.rows:
        try:
            one = reader.post(row.line, file.values(row))
        except NotFound as problem:
            refused.append(refused_row(file, row, problem))
            continue
        found[reader.what_becomes_of(one)].append(one)
    groups = {name: tuple(some) for name, some in found.items()}
    return CheckedLearners(file, choices, refused=tuple(refused), position=history_position(db), **groups)


class _Reader:
    """One row after the other, each held against the register, the learners held and the rows before it."""

    def __init__(self, db: Database, file: RecordsFile, choices: Choices, today: date) -> None:
        self._db, self._file, self._choices, self._today = db, file, choices, today
        self._known: Known = read_known(db, {})
        self._held = {one.id: one for one in learners(db)}
        self._seen: dict[tuple[str, ...], list[Post]] = {}
        self._of_uln: dict[str, str] = {}
        self._numbered: set[str] = set()

    def post(self, line: int, said: Mapping[str, str]) -> FilePost:
        """What a row says; raises NotFound for what cannot be taken in."""
        given, family = self._names(said)
        place = self._known.place(said.get("provider", ""), said.get("service", ""), self._choices.place)
        uln = self._uln(said.get("uln", ""), f"{given} {family}".strip())
        held = self._learner(f"{given} {family}".strip(), uln, place)
        one = FilePost(
            line, held.id if held else "", given, family, uln, place,
            read_role(said.get("job_role", "")) or JobRole.CARE_WORKER, _employment(said), self._from(said),
        )  # fmt: skip
        return replace(one, given_name=held.given_name, family_name=held.family_name) if held else one

    def what_becomes_of(self, one: FilePost) -> str:
        """The field of CheckedLearners that it goes to."""
        if not self._is_held(one):
            return "posts" if one.learner_id else "new"
        held = self._held.get(one.learner_id)
        if held is None or held.uln or not one.uln or one.learner_id in self._numbered:
            return "already"
        self._numbered.add(one.learner_id)
        return "numbers"

    def _is_held(self, one: FilePost) -> bool:
        """Whether they have this post already, here or by an earlier row; it counts from now on."""
        asked = Post("", one.learner_id, *one.place, one.job_role, one.employment, one.from_on)
        if one.who not in self._seen:
            self._seen[one.who] = posts_of(self._db, one.learner_id) if one.learner_id else []
        here = self._seen[one.who]
        held = any(
            (other.provider_id, other.service_id) == one.place and other.meets(asked) for other in here
        )
        if not held:
            here.append(asked)
        return held

    def _names(self, said: Mapping[str, str]) -> tuple[str, str]:
        given, family = said.get("given_name", ""), said.get("family_name", "")
        if "given_name" not in self._file.header.mapping:
            given, family = name_parts(_turned(family))
        if not family:
            raise NotFound("family_name", "The row has no surname.")
        return given, family

    def _uln(self, text: str, name: str) -> str:
        try:
            uln = checked_uln(text)
        except FieldProblem as problem:
            raise NotFound("uln", problem.sentence) from None
        if not uln:
            return ""
        holder = learner_by_uln(self._db, uln)
        whose = holder.name if holder else self._of_uln.setdefault(uln, name)
        if name_key(whose) != name_key(name):
            raise NotFound("uln", f"{uln} is the number of {whose}. Check the number and the name.")
        if holder is not None and holder.archived_on is not None:
            raise NotFound("uln", f"{holder.name}, who has this number, is archived. Restore them first.")
        return uln

    def _learner(self, name: str, uln: str, place: Place) -> Learner | None:
        key = self._known.learner(name, uln, place[0])
        held = self._held.get(key) if key else None
        other = held is not None and uln and held.uln and held.uln != uln
        return None if other else held  # two of one name at a provider are told apart by their numbers

    def _from(self, said: Mapping[str, str]) -> date | None:
        day = value_of("from_on", read_date(said.get("from_on", ""), self._file.order))
        if day is not None and not 1950 <= day.year <= self._today.year + 1:
            raise NotFound(
                "from_on", f"{date_words(day)} is too far from today to be the first day of a post."
            )
        return day


def _turned(name: str) -> str:
    """“Example, Ada” is Ada Example."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() else name


def _employment(said: Mapping[str, str]) -> Employment:
    text = said.get("employment", "")
    known = _EMPLOYED.get(plain(text))
    if known is not None:
        return known
    if text and Employment.read(text) is None:
        labels = ", ".join(one.label for one in Employment)
        raise NotFound("employment", f"{shown(text)} is none of {labels}.")
    return word_of(Employment, said, "employment") or Employment.PERMANENT
