"""An export of Microsoft Forms with planned nominations, as it would be downloaded: XLSX with real dates, or CSV."""

import csv
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import xlsxwriter

from awards.sample.statements import PlannedNomination
from awards.vocabulary import Consent, NominatorKind
from tests.awards.nominations.files import made_nominations as made

HEADINGS = made.HEADINGS
_KINDS = {
    NominatorKind.FAMILY: "Family member or friend", NominatorKind.COLLEAGUE: "Colleague",
    NominatorKind.PROVIDER: "Care provider or manager", NominatorKind.INDIVIDUAL: "Person who draws on care",
    NominatorKind.PROFESSIONAL: "Professional from outside (GP, social worker…)", NominatorKind.SELF: "Myself",
    NominatorKind.NOT_KNOWN: "Other",
}  # fmt: skip
_QUOTE = {Consent.YES: "Yes", Consent.NO: "No", Consent.NOT_ASKED: ""}
Cell = str | int | datetime


def rows_of(planned: Sequence[PlannedNomination], first: datetime) -> list[tuple[Cell, ...]]:
    """The responses as the form has them, some hours apart from the first on."""
    return [_row(number, one, first + timedelta(hours=3 * number)) for number, one in enumerate(planned, 1)]


def _row(number: int, one: PlannedNomination, sent: datetime) -> tuple[Cell, ...]:
    return (
        number, sent - timedelta(minutes=14), sent, "anonymous", "", one.category, one.nominee, one.job_role,
        one.place_told, one.statement, one.nominator, one.nominator_email, one.nominator_phone,
        _KINDS[one.nominator_kind], one.relation, _QUOTE[one.publish_words], "",
    )  # fmt: skip


TROUBLE = (
    {made.NOMINEE: ""},
    {made.CATEGORY: "Team award"},
    {made.NOMINEE: "Ada Example and Ben Specimen"},
    {made.NOMINEE: "Cy Sample\nDee Sample", made.CATEGORY: made.CARE},
    {made.PLACE: "Nowhere Towers"},
    {made.WHY: "See attached", "Upload a supporting document": "https://example.org/forms/letter.docx"},
    {made.WHY: "word " * 20_000},
    {made.EMAIL: "wren(at)example"},
)
"""What people write into forms all the same; each is put into a row of its own."""


def with_trouble(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The first rows with a trouble each."""
    found = list(rows)
    for place, given in enumerate(TROUBLE):
        cells = dict(zip(HEADINGS, found[place], strict=True)) | given
        found[place] = tuple(cells[heading] for heading in HEADINGS)
    return found


def write_xlsx(path: Path, rows: Sequence[tuple[Cell, ...]]) -> Path:
    """The workbook. A cell of Excel holds 32,767 signs, so that what is longer is cut off as Excel does."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Sheet1")
    when = book.add_format({"num_format": "m/d/yy h:mm:ss"})
    for column, heading in enumerate(HEADINGS):
        sheet.write_string(0, column, heading)
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                sheet.write_datetime(line, column, cell, when)
            elif isinstance(cell, int):
                sheet.write_number(line, column, cell)
            else:
                sheet.write_string(line, column, cell[:32_767])
    book.close()
    return path


def write_csv(path: Path, rows: Sequence[tuple[Cell, ...]]) -> Path:
    """The same as Excel saves it in Britain: times as text, the day first."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADINGS)
        for row in rows:
            writer.writerow([f"{one:%d/%m/%Y %H:%M:%S}" if isinstance(one, datetime) else one for one in row])
    return path
