"""The known answers for the real files."""

from datetime import date
from pathlib import Path

import pytest

from engagement.cqc_files.preview import preview_groups, summary_table
from engagement.cqc_files.taking_in import name_of, prepare, take_in
from engagement.market.as_at import market_on
from engagement.register.vocabulary import MarketKind
from resources.database import Database
from resources.database.history import logical_dump, redo, undo

TODAY = date(2026, 1, 1)


@pytest.fixture
def cqc(shared_data: Path) -> Path:
    return shared_data / "cqc"


def summary(checked):
    return {what: (every, social) for what, every, social in summary_table(checked).rows}


def test_oldham_from_may_to_august(db: Database, cqc: Path) -> None:
    may = prepare(db, sorted(cqc.glob("oldham_2019-05*")), today=TODAY)
    assert name_of(may) == "Import of 177 locations and ratings of 111 locations, 1 May 2019"
    before = list(logical_dump(db))
    take_in(db, may)
    after_may = list(logical_dump(db))
    august = prepare(db, sorted(cqc.glob("oldham_2019-08*")), today=TODAY)
    assert summary(august) == {
        "New": (4, 0), "Changed": (13, 13), "Gone": (4, 0), "Returned": (0, 0), "Unchanged": (160, 61),
        "Re-inspected": (16, 11), "First ratings": (5, 2), "Changed ratings": (5, 1), "Ratings added": (73, 73),
        "Ratings corrected": (0, 0), "Not in the register": (0, 0), "Refused": (0, None),
        "Left out (not adult social care)": (103, 0),
    }  # fmt: skip
    changed = next(group for group in preview_groups(august) if group.name == "Changed ratings")
    assert [row[1:4] for row in changed.table.rows if row[4]] == [
        ("Care at Parkside", "Oldham", "Inadequate (18 Dec 2018) → Requires improvement (20 Jul 2019)")
    ]
    assert list(logical_dump(db)) == after_may  # a preview writes nothing
    take_in(db, august)
    after_august = list(logical_dump(db))
    again = prepare(db, sorted(cqc.glob("oldham_2019-08*")), today=TODAY)
    assert take_in(db, again).nothing
    assert list(logical_dump(db)) == after_august
    undo(db)
    assert list(logical_dump(db)) == after_may
    undo(db)
    assert list(logical_dump(db)) == before
    redo(db)
    redo(db)
    assert list(logical_dump(db)) == after_august


@pytest.mark.parametrize("months", [["05", "08"], ["08", "05"], ["05+08"]])
def test_the_market_tables_of_oldham_whatever_the_order(db: Database, cqc: Path, months: list[str]) -> None:
    for group in months:
        files = [file for month in group.split("+") for file in sorted(cqc.glob(f"oldham_2019-{month}*"))]
        take_in(db, prepare(db, files, today=TODAY))
    tables = {day: market_on(db, day, authorities=["Oldham"]) for day in (date(2019, 5, 1), date(2019, 8, 1))}
    assert {
        (day.month, kind.value): table.profile("Oldham", kind).figures[:4]
        for day, table in tables.items()
        for kind in MarketKind
    } == {
        (5, "nursing"): (0, 11, 89, 0), (5, "residential"): (3, 12, 84, 0), (5, "domiciliary"): (4, 8, 85, 4),
        (8, "nursing"): (0, 20, 80, 0), (8, "residential"): (0, 16, 84, 0), (8, "domiciliary"): (4, 7, 81, 7),
    }  # fmt: skip
    august = tables[date(2019, 8, 1)]
    assert [(p.rated, p.all) for p in (august.profile("Oldham", kind) for kind in MarketKind)] == [
        (10, 11), (32, 32), (27, 30),
    ]  # fmt: skip


def test_the_east_midlands_with_districts(db: Database, cqc: Path) -> None:
    checked = prepare(db, [cqc / "east_midlands_2016-02_CQC_directory.csv"], today=TODAY)
    assert (summary(checked)["New"], summary(checked)["Left out (not adult social care)"]) == (
        (525, 482),
        (43, 0),
    )
    take_in(db, checked)
    assert db.rows("select count(*), sum(district <> ''), sum(region = 'East Midlands') from service") == [
        (482, 482, 482)
    ]
    nottinghamshire = db.rows(
        "select distinct district from service where authority = 'Nottinghamshire' order by 1"
    )
    assert {name for (name,) in nottinghamshire} >= {"Ashfield", "Bassetlaw", "Gedling", "Mansfield"}


def test_hsca_active_locations_as_ods(db: Database, cqc: Path) -> None:
    file = cqc / "hsca_active_locations_layout.ods"
    checked = prepare(db, [file], today=TODAY, as_at={file: date(2024, 1, 1)})
    assert (checked.findings[0].file.rows, summary(checked)["New"], summary(checked)["Refused"]) == (
        13,
        (8, 2),
        (5, None),
    )
    assert [(group.name, group.number) for group in preview_groups(checked) if group.refused] == [
        ("Refused: Publication Date: There is a rating without a publication date", 3),
        ("Refused: Location Latest Overall Rating: “Bad” is not a rating that CQC gives", 2),
    ]
