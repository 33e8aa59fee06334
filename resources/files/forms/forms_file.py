"""A file of responses as a form exports it, read whole. Names and addresses stay in it and are not kept by reading."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from resources.files.cells import clean_text
from resources.files.dates import Order, date_order, read_date, read_datetime
from resources.files.forms.layout import FormColumn, Layout, Program, Role, layout_of
from resources.files.names import name_of
from resources.files.reading import read_sheets
from resources.files.rows import Progress, Row
from resources.files.sha256 import sha256_of
from resources.problem import Problem

MOST_RESPONSES = 20_000
_NEVER = ("1980-01-01", "01/01/1980", "1/1/1980")


@dataclass(frozen=True)
class FormResponse:
    """A row of the file: what it answers by column, when it was sent, and who sent it where the form asked.

    `number` is the one that the program gave it, `language` that in which it was answered; '' where neither is said.
    `incomplete` where the program says that it was begun and never sent off.
    """

    line: int
    cells: tuple[str, ...]
    told: tuple[str, ...]
    row_key: str
    completed: str = ""
    email: str = ""
    name: str = ""
    number: str = ""
    language: str = ""
    incomplete: bool = False


@dataclass(frozen=True)
class FormsFile:
    """A file of responses. `headings` are those of the sheet, for a workbook of what was refused.

    `second_headings` are those of the row beneath, where it has two. `people` are columns of names, addresses and
    telephone numbers: no questions, but what a form about people asks.
    """

    name: str
    sha256: str
    program: Program
    sheet: str
    columns: tuple[FormColumn, ...]
    responses: tuple[FormResponse, ...]
    headings: tuple[str, ...]
    ignored: tuple[str, ...] = ()
    second_headings: tuple[str, ...] = ()
    left_sheets: tuple[str, ...] = ()
    people: tuple[FormColumn, ...] = ()

    def told_in(self, column: FormColumn) -> list[str]:
        """Every answer in a column that holds anything."""
        place = self.columns.index(column)
        return [one.told[place] for one in self.responses if clean_text(one.told[place])]


def read_forms_file(path: Path, *, progress: Progress | None = None) -> FormsFile:
    """The responses of a forms export; a file that holds none raises a Problem."""
    sheets = [sheet for sheet in read_sheets(path, progress=progress) if not sheet.hidden]
    found = [
        (sheet.name, rows)
        for sheet in sheets
        if (rows := list(sheet.rows)) and not all(r.is_blank for r in rows)
    ]
    if not found:
        raise Problem(f"“{name_of(path)}” holds no rows. Export the responses from the form again.")
    sheet, rows = found[0]
    layout = layout_of(rows)
    if layout is None or not layout.columns:
        raise Problem(
            f"“{name_of(path)}” has no column with a question: its first row should hold the questions as headings. "
            "Export the responses from the form, one row for each."
        )
    digest = sha256_of(path)
    responses = _responses(rows, layout, digest)
    if not responses:
        raise Problem(
            f"“{name_of(path)}” holds questions and no response beneath them. Export it when there are answers."
        )
    if len(responses) > MOST_RESPONSES:
        raise Problem(
            f"“{name_of(path)}” holds {len(responses):,} responses, more than {MOST_RESPONSES:,}. "
            "Choose the file of one form and one time."
        )
    return FormsFile(
        name_of(path), digest, layout.program, sheet, layout.columns, responses, rows[layout.header_rows[0]].cells,
        layout.ignored, rows[layout.header_rows[1]].cells if len(layout.header_rows) > 1 else (),
        tuple(name for name, _ in found[1:]), layout.people,
    )  # fmt: skip


def _responses(rows: Sequence[Row], layout: Layout, digest: str) -> tuple[FormResponse, ...]:
    headings = {_folded(rows[at]) for at in layout.header_rows}
    after = rows[layout.header_rows[-1] + 1 :]
    body = (row for row in after if not row.is_blank and _folded(row) not in headings)
    signs: Counter[str] = Counter()
    return tuple(_response(row, layout, digest, signs) for row in body)


def _folded(row: Row) -> tuple[str, ...]:
    """The cells of a row whatever its capitals and spaces: headings that come again are no response."""
    cells = [clean_text(cell).casefold() for cell in row.cells]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _response(row: Row, layout: Layout, digest: str, signs: Counter[str]) -> FormResponse:
    told = tuple(column.told(row) for column in layout.columns)

    def of(role: Role) -> str:
        return clean_text(row.cell(layout.roles[role])) if role in layout.roles else ""

    completed = of(Role.COMPLETED) or of(Role.STARTED)
    name = of(Role.NAME) or f"{of(Role.FIRST_NAME)} {of(Role.LAST_NAME)}".strip()
    number = of(Role.ID)
    sign = _sign(number, completed, layout, told, f"{digest} {row.line}")
    signs[sign] += 1
    key = _row_key(sign, 1 if number else signs[sign])
    incomplete = layout.program is Program.LIMESURVEY and _not_sent_off(layout, of(Role.COMPLETED))
    if incomplete:
        completed = ""
    return FormResponse(
        row.line,
        row.cells,
        told,
        key,
        completed,
        _known(of(Role.EMAIL)),
        _known(name),
        number,
        of(Role.LANGUAGE),
        incomplete,
    )


def _not_sent_off(layout: Layout, completed: str) -> bool:
    """LimeSurvey leaves the day blank, or writes the first of 1980."""
    return Role.COMPLETED in layout.roles and (not completed or completed.startswith(_NEVER))


def _known(text: str) -> str:
    return "" if text.casefold() == "anonymous" else text


def _sign(number: str, completed: str, layout: Layout, told: Sequence[str], otherwise: str) -> str:
    """The response's own number, time and form; its time and answers; else its place in this very file.

    A form is known by its first question: two forms may number their responses alike. LimeSurvey's numbers stay, and
    it may export no times.
    """
    if number and (completed or layout.program is Program.LIMESURVEY):
        return f"{number} {_minute(completed)} {layout.columns[0].key}"
    if completed:
        return "\x1f".join((_minute(completed), *map(clean_text, told)))
    return otherwise


def _row_key(sign: str, occurrence: int) -> str:
    """Several people may send the same in one minute: the first, second and third of a file are three responses.

    They are counted rather than told apart by their seconds, which Excel drops when it saves a file anew; which of
    them is the first does not matter, since they say the same.
    """
    text = sign if occurrence == 1 else f"{sign}\x1f{occurrence}"
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _minute(text: str) -> str:
    """The minute, alike in every export of one form: as text or as a date, whether day or month stands first."""
    found = read_datetime(text, Order.DAY_FIRST).value or read_datetime(text, Order.MONTH_FIRST).value
    if found is None:
        return text
    first, second = sorted((found.day, found.month))
    return f"{found.year % 100} {first} {second} {found.hour}:{found.minute}"


# --- when they were sent ----------------------------------------------------------------------------------


def days_sent(responses: Sequence[FormResponse], expected: date) -> list[date | None]:
    """The day of each response. Where nothing shows whether day or month stands first, the day expected does."""
    texts = [one.completed for one in responses]
    order = date_order(texts).order
    if order is Order.UNDECIDED:
        order = min((Order.DAY_FIRST, Order.MONTH_FIRST), key=lambda one: _distance(texts, one, expected))
    return [read_date(text, order).value if text else None for text in texts]


def _distance(texts: Sequence[str], order: Order, expected: date) -> float:
    """How far the days lie from the one expected, those before it counting most."""
    days = [found for text in texts if (found := read_date(text, order).value)]
    away = [(day - expected).days for day in days]
    return median(one if one >= 0 else 400 - one for one in away) if away else 0.0
