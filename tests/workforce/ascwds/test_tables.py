"""Workplaces and what they lack as tables."""

from datetime import date
from pathlib import Path

import pytest

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.tables import Table
from tests.workforce.ascwds.bulk_files import DAY, HOME, bring, worker, write_workers
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.rows import Choices
from workforce.ascwds.tables import (
    all_missing_table,
    figures_table,
    files_table,
    missing_table,
    workplaces_table,
)
from workforce.ascwds.workplaces import workplaces

ON = date(2019, 12, 31)
OAK = {
    **HOME,
    "LOCALESTID": "Oak",
    "ESTNAME": "Oak House",
    "POSTCODE": "NG9 1AA",
    "STARTERS": "",
    "TOTALPERMTEMP": "4",
}


@pytest.fixture
def held(db: Database, tmp_path: Path) -> dict[str, str]:
    run_by = add_provider(db, name="Example Care Ltd")
    add_service(
        db,
        run_by.id,
        name="Elm Lodge",
        kind=ServiceKind.RESIDENTIAL_HOME,
        postcode="NG18 1AA",
        district="Mansfield",
    )
    people = [worker("Ada"), worker("Bo"), *(worker(one, LOCALESTID="Oak") for one in ("Cy", "Di"))]
    people.append(worker("Ed", LOCALESTID="Oak", SALARYINT="", DAYSSICK=""))
    bring(
        db, homes(tmp_path, HOME, OAK), write_workers(tmp_path, *people), choices=Choices(keep_reference=True)
    )
    return {one.local_id: one.id for one in workplaces(db)}


def rows(table: Table, *names: str) -> list[tuple[object, ...]]:
    places = [[column.name for column in table.columns].index(name) for name in names]
    return [tuple(row[place] for place in places) for row in table.rows]


def test_each_workplace_stands_in_a_row(db: Database, held: dict[str, str]) -> None:
    table = workplaces_table(db, on=ON)
    assert rows(
        table, "name", "state", "percent", "complete", "workers", "staff", "codes", "provider", "district"
    ) == [
        ("Elm Lodge", "Complete", 100, 2, 2, 2, "", "Example Care Ltd", "Mansfield"),
        ("Oak House", "Not complete", 66, 2, 3, 4, "1, 10, 11, 101", "", ""),
    ]
    assert rows(table, "tied", "main_service", "updated_on") == [
        ("Name and postcode", "Care home without nursing", "2019-09-30"),
        ("Not tied", "Care home without nursing", "2019-09-30"),
    ]
    assert (table.base, table.as_at) == ("1 of 2 workplaces complete for 2019/20", ON)
    assert [row[0] for row in workplaces_table(db, on=ON, only=[held["Oak"]]).rows] == ["Oak House"]


def test_what_was_met_before_says_so(db: Database, tmp_path: Path, held: dict[str, str]) -> None:
    bring(db, homes(tmp_path, {**HOME, "TOTALPERMTEMP": "7"}), on=date(2019, 11, 30))
    assert rows(workplaces_table(db, on=ON), "state")[0] == ("Met earlier",)


def test_what_is_missing_has_a_row_for_each_record(db: Database, held: dict[str, str]) -> None:
    table = missing_table(db, held["Oak"], on=ON)
    assert table.rows == [
        ("Workplace", None, "Starters"),
        ("Workplace", None, "Staff declared: 4; worker records: 3"),
        ("Ed", 6, "Pay, days sick"),
    ]
    assert table.base == "2 of 3 worker records complete"
    assert missing_table(db, held["Elm"], on=ON).rows == []
    whole = all_missing_table(db, on=ON)
    assert [row[0] for row in whole.rows] == ["Oak House"] * 3
    assert whole.base == "1 workplace not complete of 2"


def test_without_a_reference_a_worker_is_a_line(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, HOME), write_workers(tmp_path, worker("Ada", SALARYINT=""), worker("Bo")))
    assert missing_table(db, workplaces(db)[0].id, on=ON).rows == [("Worker", 2, "Pay")]


def test_figures_and_files_are_tables_too(db: Database, held: dict[str, str]) -> None:
    assert figures_table(db, held["Elm"], on=ON).rows[0] == (
        "Vacancy rate", "50.0%", "2 of 4 permanent and temporary posts",
    )  # fmt: skip
    assert rows(files_table(db), "kind", "layout", "as_at", "rows") == [
        ("Workplaces", "2019", DAY.isoformat(), 2), ("Workers", "2019", DAY.isoformat(), 5),
    ]  # fmt: skip
