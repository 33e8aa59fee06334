"""Refused rows as a workbook, which is read like the file was."""

from pathlib import Path

import pytest

from resources.database import Database
from resources.files.reading import read_sheets
from resources.problem import Problem
from tests.workforce.ascwds.bulk_files import HOME, SOMEBODY, bring, checked, worker, write_workers
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.refused import save_refused_rows

OAK = {**HOME, "LOCALESTID": "Oak", "ESTNAME": "Oak House", "POSTCODE": "NG9 1AA"}


def test_refused_rows_are_saved_without_who_anybody_is_and_taken_in_again(
    db: Database, tmp_path: Path
) -> None:
    found = checked(
        db, homes(tmp_path, HOME), write_workers(tmp_path, SOMEBODY, worker("W2", LOCALESTID="Oak"))
    )
    one = found.files[1]
    saved = tmp_path / "refused.xlsx"
    save_refused_rows(one.file, one.refused, saved)
    told = " ".join(cell for row in read_sheets(saved)[0].rows for cell in row.cells)
    assert "W2" in told and "of another workplace" in told
    for cell in ("QQ123456C", "17/06/1984", "Ada", "9.50"):
        assert cell not in told
    bring(db, homes(tmp_path, OAK, name="oak.csv"), saved)
    assert db.value("select given from worker_record").split()[:3] == [
        "gender",
        "date_of_birth",
        "nationality",
    ]


def test_a_file_that_is_gone_or_changed_cannot_be_read_again(db: Database, tmp_path: Path) -> None:
    path = write_workers(tmp_path, SOMEBODY)
    one = checked(db, path).files[0]
    path.write_text("other")
    with pytest.raises(Problem, match="Choose it once more"):
        save_refused_rows(one.file, one.refused, tmp_path / "refused.xlsx")
