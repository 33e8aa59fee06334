"""A whole export of planned nominations comes in, whatever its format, and nothing of a statement is lost."""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from awards.nominations.entries import entries
from awards.nominations.files.checked import Checked, Choices, FlagKind
from awards.nominations.files.checking import check
from awards.nominations.files.mapping import suggest
from awards.nominations.files.taking_in import take_in
from awards.nominations.nominations import nominations
from awards.sample.statements import PlannedNomination, SampleService, plan
from resources.database import Database
from resources.files.forms.forms_file import read_forms_file
from tests.awards.gala import Gala
from tests.awards.nominations.files.forms_export import Cell, rows_of, with_trouble, write_csv, write_xlsx

FIRST, TODAY = datetime(2026, 8, 20, 9), date(2026, 9, 30)
NOW = datetime(2026, 9, 30, 9, tzinfo=UTC)
Write = Callable[[Path, Sequence[tuple[Cell, ...]]], Path]


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


@pytest.fixture
def planned(gala: Gala) -> list[PlannedNomination]:
    homes = [
        SampleService(
            gala.house, "Rosewood House", gala.rosewood, "Rosewood Example Homes", "Ashfield", "Ann Sample"
        ),
        SampleService(
            gala.lodge, "Rosewood Lodge", gala.rosewood, "Rosewood Example Homes", "Gedling", "Bo Sample"
        ),
        SampleService(
            gala.hazel_care, "Hazel Home Care", gala.hazel, "Hazel Example Care", "Mansfield", "Cy Sample"
        ),
    ]
    return plan(random.Random(7), homes, count=120)


def look(db: Database, gala: Gala, path: Path, choices: Choices | None = None) -> Checked:
    file = read_forms_file(path)
    uses = suggest(db, file, [(one.id, one.name) for one in gala.categories])
    return check(db, gala.round_id, file, uses, choices, today=TODAY)


@pytest.mark.parametrize(("write", "name"), [(write_xlsx, "form.xlsx"), (write_csv, "form.csv")])
def test_a_whole_export_comes_in(
    db: Database, gala: Gala, planned: list[PlannedNomination], tmp_path: Path, write: Write, name: str
) -> None:
    found = look(db, gala, write(tmp_path / name, rows_of(planned, FIRST)))
    assert (len(found.new), found.refused, found.held_back) == (120, (), ())
    take_in(db, found, now=NOW)
    held = nominations(db, gala.round_id)
    assert sorted(" ".join(one.statement.split()) for one in held) == sorted(
        " ".join(one.statement.split()) for one in planned
    )
    people = {one.person for one in planned}
    assert len(people) * 0.6 <= len(entries(db, gala.round_id)) < 120
    assert {one.received_on.month for one in held} == {8, 9}


def test_the_same_export_in_another_format_adds_nothing(
    db: Database, gala: Gala, planned: list[PlannedNomination], tmp_path: Path
) -> None:
    rows = rows_of(planned, FIRST)
    take_in(db, look(db, gala, write_xlsx(tmp_path / "form.xlsx", rows)), now=NOW)
    again = look(db, gala, write_csv(tmp_path / "form.csv", rows))
    assert (again.new, len(again.already), again.changed) == ((), 120, ())


@pytest.mark.parametrize(("write", "name"), [(write_xlsx, "form.xlsx"), (write_csv, "form.csv")])
def test_what_people_write_all_the_same_is_found(
    db: Database, gala: Gala, planned: list[PlannedNomination], tmp_path: Path, write: Write, name: str
) -> None:
    found = look(db, gala, write(tmp_path / name, with_trouble(rows_of(planned, FIRST))))
    assert [one.line for one in found.refused] == [2, 3]
    assert [one.line for one in found.asked.several] == [4, 5]
    flags = {(one.line, flag.kind) for one in found.new for flag in one.flags}
    wanted = {(7, FlagKind.ATTACHED), (8, FlagKind.OVER_LIMIT), (9, FlagKind.ADDRESS), (5, FlagKind.SEVERAL)}
    assert wanted <= flags
    (towers,) = [one for one in found.new if one.line == 6]  # a service, tied by its own name all the same
    assert towers.draft.place_told == "Nowhere Towers" and towers.draft.service_id is not None
    assert ((8, FlagKind.CUT_OFF) in flags) == (name == "form.xlsx")
