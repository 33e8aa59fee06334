"""The workbook for a mail merge."""

from dataclasses import replace
from pathlib import Path

import pytest

from engagement.forums.mailing.filling import occasion
from engagement.forums.mailing.merge_file import is_participant, merge_table, save_merge
from engagement.forums.mailing.recipients import correspondents
from engagement.forums.mailing.words import FIELDS
from resources.database import Database
from resources.files.reading import read_sheets
from resources.problem import Problem
from tests.engagement.forums.conftest import NOW
from tests.engagement.forums.mailing.conftest import Keys


@pytest.mark.parametrize("name", ["m.xlsx", "m.csv"])
def test_a_line_for_each_person_with_every_field_and_an_empty_answer(
    db: Database, asked: tuple[str, Keys], tmp_path: Path, name: str
) -> None:
    event, keys = asked
    people = correspondents(db, event)
    save_merge(people, occasion(db, event, now=NOW), tmp_path / name)
    (sheet,) = read_sheets(tmp_path / name)
    headings, *lines = [row.cells for row in sheet.rows]
    assert len(lines) == 6
    assert {field.casefold() for field in FIELDS} <= {heading.casefold() for heading in headings}
    ada = next(dict(zip(headings, line, strict=True)) for line in lines if "Ada Example" in line)
    assert ada["Key"] == keys["Ada Example"]
    assert (ada["Answer"], ada["Note"]) == ("", "")
    assert (ada["Address line 1"], ada["Address line 2"], ada["Postcode"]) == (
        "1 Sample Street",
        "Worksop",
        "S80 1AA",
    )
    assert (ada["E-mail"], ada["Reply by"]) == ("ada@example.org", "Tuesday 3 December 2019")


def test_a_long_address_keeps_every_line(db: Database, asked: tuple[str, Keys]) -> None:
    event, _ = asked
    one = replace(correspondents(db, event)[0], address=(*"abcdefg", "S80 1AA"))
    table = merge_table([one], occasion(db, event, now=NOW))
    cells = {column.heading: cell for column, cell in zip(table.columns, table.rows[0], strict=True)}
    assert [cells[f"Address line {number}"] for number in range(1, 6)] == ["a", "b", "c", "d", "e, f, g"]


def test_another_ending_is_refused(db: Database, asked: tuple[str, Keys], tmp_path: Path) -> None:
    with pytest.raises(Problem, match="ends in nothing that a mail merge takes"):
        save_merge([], occasion(db, asked[0], now=NOW), tmp_path / "m.docx")


def test_keys_of_participants_are_known(db: Database, asked: tuple[str, Keys]) -> None:
    assert is_participant(db, asked[1]["Ada Example"])
    assert not is_participant(db, "x")
