from resources.database import Database
from resources.report.exemption import Exemption
from tests.workforce.funding.unclaimed.eligible import TODAY, county, home, manager, worker
from workforce.funding.unclaimed.tables import (
    COLUMNS,
    GROUPS,
    NO_DISTRICT,
    row_of,
    sum_columns,
    sums_rows,
    sums_table,
    unclaimed_table,
)
from workforce.funding.unclaimed.unclaimed import unclaimed


def test_a_line_for_each_item_with_its_names_kept_back(db: Database) -> None:
    held = county(db)
    manager(db, held.rosewood)
    worker(db, held.rosewood, "Ada")
    rows = unclaimed(db, on=TODAY)
    table = unclaimed_table(rows, TODAY, filtered=", filtered by Ashfield")
    assert isinstance(table.exempt, Exemption)
    assert table.base == "2 lines for 1 service of 1 provider, filtered by Ashfield."
    line = dict(zip([one.name for one in COLUMNS], row_of(rows[0]), strict=True))
    assert (line["provider"], line["likely"], line["by"]) == ("Rosewood Example Homes", 154_000, "2020-03-21")
    assert line["officer"] == "Officer Example"


def test_sums_name_nobody_and_count_services_once(db: Database) -> None:
    held = county(db)
    worker(db, held.rosewood, "Ada")
    home(db, "Third Example Homes", "Third House")
    rows = unclaimed(db, on=TODAY)
    for by in GROUPS:
        assert [len(one) for one in sums_rows(rows, by)] == [len(sum_columns(by))] * len(sums_rows(rows, by))
    assert sums_rows(rows, "district") == [("Ashfield", 2, 2, 154_000, 3, 2, 0, 0)]
    table = sums_table(rows, "fund", TODAY)
    assert table.exempt is None
    assert sums_table(rows, "provider", TODAY).exempt is not None
    assert "Rosewood" not in str(table)
    assert NO_DISTRICT not in str(table)
