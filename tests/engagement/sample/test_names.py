import csv
import re
from pathlib import Path

from engagement.sample.names import invented
from resources.database import Database


def names_of(db: Database) -> list[str]:
    return [name for (name,) in db.rows("select name from provider union all select name from service "
                                        "union all select name from contact where name not like '_ %'")]  # fmt: skip


def test_every_name_is_recognisably_invented_and_nobody_can_be_reached(county: Database) -> None:
    assert [name for name in names_of(county) if not invented(name)] == []
    assert (
        county.value("select count(*) from contact where email <> '' and email not like '%@example.org'") == 0
    )
    for table in ("provider", "service", "contact"):
        numbers = {one for (one,) in county.rows(f"select phone from {table} where phone <> ''")}
        assert all(re.fullmatch(r"01632 960\d{3}", number) for number in numbers)


def test_no_name_and_no_postcode_is_that_of_a_real_service(county: Database, shared_data: Path) -> None:
    names, postcodes = set[str](), set[str]()
    for path in (shared_data / "cqc").glob("*directory.csv"):
        for row in csv.reader(path.read_text(encoding="utf-8-sig", errors="replace").splitlines()):
            names.update(cell.strip().casefold() for cell in row)
            postcodes.update(cell.strip() for cell in row)
    assert [name for name in names_of(county) if name.casefold() in names] == []
    assert [
        one for (one,) in county.rows("select distinct postcode from service") if one and one in postcodes
    ] == []
