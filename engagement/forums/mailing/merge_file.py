"""The workbook for a mail merge: a line for each person with every field, and an empty answer to be filled in."""

from collections.abc import Sequence
from pathlib import Path

from engagement.forums.mailing.filling import Occasion, values_for
from engagement.forums.mailing.recipients import Correspondent
from engagement.forums.mailing.words import FIELDS
from resources.database import Database
from resources.files.names import name_of
from resources.files.writing import save_csv, save_xlsx
from resources.problem import Problem
from resources.tables import Cell, Column, Table

KEY, ANSWER, NOTE = "Key", "Answer", "Note"
ADDRESS_LINES = 5
"""The postcode has a column of its own; what is longer stands on the last of the lines."""


def merge_table(people: Sequence[Correspondent], about: Occasion) -> Table:
    """The lines in the order of the people. The key is by what an answer finds its person again."""
    headings = [
        ("name", "Name", 160), ("first name", "First name", 110), ("organisation", "Organisation", 200),
        ("provider", "Provider", 180), ("role", "Part", 100), ("status", "Status", 120), ("email", "E-mail", 220),
        *((f"line{number}", f"Address line {number}", 150) for number in range(1, ADDRESS_LINES + 1)),
        ("postcode", "Postcode", 90),
        *((field, field[0].upper() + field[1:], 160) for field in FIELDS
          if field not in ("name", "first name", "organisation")),
        ("answer", ANSWER, 110), ("note", NOTE, 220), ("key", KEY, 290),
    ]  # fmt: skip
    columns = tuple(Column(name.replace(" ", "_"), heading, width=width) for name, heading, width in headings)
    rows = []
    for one in people:
        cells = _cells(one, about)
        rows.append(tuple(cells.get(name, "") for name, _, _ in headings))
    return Table(f"Mail merge, {about.event.title}", columns, rows)


def _cells(one: Correspondent, about: Occasion) -> dict[str, Cell]:
    *lines, postcode = one.address or ("",)
    if len(lines) > ADDRESS_LINES:
        lines = [*lines[: ADDRESS_LINES - 1], ", ".join(lines[ADDRESS_LINES - 1 :])]
    return {
        **values_for(one, about),
        "provider": one.person.provider,
        "role": one.person.role.label,
        "status": one.person.status.label,
        "email": one.email,
        **{f"line{number}": line for number, line in enumerate(lines, 1)},
        "postcode": postcode,
        "answer": "",
        "note": "",
        "key": one.person.id,
    }


def save_merge(people: Sequence[Correspondent], about: Occasion, path: Path) -> None:
    """Write it as Excel or CSV, by the ending of the file's name: headings in the first row and nothing else."""
    table = merge_table(people, about)
    if path.suffix.casefold() == ".xlsx":
        save_xlsx([table], path)
    elif path.suffix.casefold() == ".csv":
        save_csv(table, path)
    else:
        raise Problem(
            f"“{name_of(path)}” ends in nothing that a mail merge takes. End the name in .xlsx or .csv."
        )


def is_participant(db: Database, key: str) -> bool:
    """Whether a key is that of a participant at any event."""
    return bool(db.value("select exists (select 1 from participant where id = ?)", (key,)))
