"""A file of training records as it was read: which column holds what, and its rows of text."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from resources.files.dates import Order, date_order
from resources.files.headers import FieldSpec, HeaderFound, find_header
from resources.files.names import name_of
from resources.files.reading import Progress, read_sheets
from resources.files.rows import Row
from resources.problem import Problem

FIELDS = (
    FieldSpec(
        "course", ("Course", "Training", "Course name", "Training name", "Course title", "Qualification"), True,
        "the course",
    ),
    FieldSpec(
        "completed_on",
        ("Completed", "Date completed", "Completion date", "Completed on", "Date of training", "Training date", "Date"),
        True, "the day it was completed",
    ),
    FieldSpec("expires_on", ("Expires", "Expiry date", "Expires on", "Valid until", "Renewal date", "Expiry"), False,
              "the day it expires"),
    FieldSpec("provider", ("Provider", "Provider name", "Organisation", "Company", "Employer"), False, "the provider"),
    FieldSpec(
        "service", ("Service", "Service name", "Home", "Workplace", "Location", "Setting", "Location ID",
                    "CQC Location ID"),
        False, "the service, by its name or Location ID",
    ),
    FieldSpec("learner", ("Learner", "Name", "Learner name", "Employee", "Staff member", "Worker", "Full name"), False,
              "the learner’s whole name"),
    FieldSpec("given_name", ("First name", "Given name", "Forename"), False, "the learner’s first name"),
    FieldSpec("family_name", ("Surname", "Last name", "Family name"), False, "the learner’s surname"),
    FieldSpec("uln", ("ULN", "Unique learner number"), False, "the ULN"),
    FieldSpec("job_role", ("Job role", "Role", "Job title", "Post", "Worker group", "Group"), False, "the job role"),
    FieldSpec(
        "people", ("People", "Number of people", "Number trained", "Staff trained", "Number completed", "Trained"),
        False, "how many people",
    ),
    FieldSpec(
        "of_people", ("Of how many", "Out of", "Of", "Number in role", "Total staff", "Staff in role"), False,
        "of how many",
    ),
    FieldSpec("accredited", ("Accredited",), False, "whether it is accredited"),
    FieldSpec("delivered_by", ("Delivered by", "Who delivered", "Trainer type"), False, "who gave it"),
    FieldSpec("how", ("How", "How delivered", "Mode", "Delivery"), False, "how it was given"),
    FieldSpec("note", ("Note", "Notes", "Comment", "Comments"), False, "a note"),
)  # fmt: skip


@dataclass(frozen=True)
class RecordsFile:
    """The rows beneath the header. `order` is that of the dates of both of its columns."""

    name: str
    sheet: str
    headings: tuple[str, ...]
    header: HeaderFound
    rows: tuple[Row, ...]
    order: Order
    dates_words: str = ""

    @property
    def names_places(self) -> bool:
        """Whether a column says whose the records are; otherwise the provider is asked for."""
        return bool({"provider", "service"} & self.header.mapping.keys())

    def values(self, row: Row) -> dict[str, str]:
        """What a row holds, by field."""
        return {name: text.strip() for name, text in self.header.values(row).items()}


class NeedsColumns(Problem):
    """A column that is needed was not found: a person says which it is. `headings` are those of the file."""

    def __init__(self, sentence: str, headings: tuple[str, ...], found: Mapping[str, str]) -> None:
        super().__init__(sentence)
        self.headings, self.found = headings, found


@dataclass(frozen=True)
class FileShape:
    """What a file has columns for. `days` are those of dates, all read in one order; `like` names some headings."""

    fields: tuple[FieldSpec, ...]
    days: tuple[str, ...]
    like: str


RECORDS = FileShape(FIELDS, ("completed_on", "expires_on"), "Course, Completed, Service and People")


def read_records_file(
    path: Path, *, columns: Mapping[str, str] | None = None, progress: Progress | None = None
) -> RecordsFile:
    """The first sheet that has records. `columns` are a person’s own choice, field to heading."""
    return read_file(path, RECORDS, columns=columns, progress=progress)


def read_file(
    path: Path,
    shape: FileShape,
    *,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> RecordsFile:
    """The first sheet with the columns of a shape."""
    best: tuple[str, HeaderFound, list[Row]] | None = None
    for sheet in read_sheets(path, progress=progress):
        rows = list(sheet.rows) if not sheet.hidden else []
        header = find_header(rows, shape.fields, saved=columns)
        if header is not None and (best is None or len(header.missing) < len(best[1].missing)):
            best = sheet.name, header, rows
    if best is None:
        raise Problem(
            f"“{name_of(path)}” has no row of headings such as {shape.like}. Add one, or choose another file."
        )
    sheet_name, header, rows = best
    if header.missing or any(
        spec.name in case.fields for spec in shape.fields if spec.required for case in header.ambiguous
    ):
        raise NeedsColumns(" ".join(header.sentences()), headings_of(header), columns_of(header))
    below = tuple(header.below(rows))
    if not below:
        raise Problem(f"“{name_of(path)}” has headings and no row beneath them. Choose another file.")
    return _read(name_of(path), sheet_name, header, below, shape)


def _read(name: str, sheet: str, header: HeaderFound, rows: tuple[Row, ...], shape: FileShape) -> RecordsFile:
    places = [header.mapping[field] for field in shape.days if field in header.mapping]
    if not places:
        return RecordsFile(name, sheet, header.headings, header, rows, Order.DAY_FIRST)
    found = date_order(row.cell(place) for row in rows for place in places)
    order, words = found.order, found.sentence(header.headings[places[0]])
    if order is Order.UNDECIDED:
        order = Order.DAY_FIRST
        words = f"{words} The day is taken to stand first." if words else ""
    return RecordsFile(name, sheet, header.headings, header, rows, order, words)


def headings_of(header: HeaderFound) -> tuple[str, ...]:
    """What a person may choose from."""
    return tuple(dict.fromkeys(text.strip() for text in header.headings if text.strip()))


def columns_of(header: HeaderFound) -> dict[str, str]:
    """Which heading each field was found under."""
    return {field: header.headings[place].strip() for field, place in header.mapping.items()}
