"""Home tells of workplaces that are not complete when 31 March is near."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from resources.attention import Urgency
from resources.database import Database
from tests.workforce.ascwds.bulk_files import HOME, bring, worker, write_workers, write_workplaces
from workforce.ascwds.attention import ascwds_attention
from workforce.ascwds.workplaces import workplaces

OAK = {**HOME, "LOCALESTID": "Oak", "ESTNAME": "Oak House", "POSTCODE": "NG9 1AA"}
ASH = {**HOME, "LOCALESTID": "Ash", "ESTNAME": "Ash House", "POSTCODE": "NG7 1AA"}


@pytest.fixture
def nearest(db: Database, tmp_path: Path) -> str:
    people = [
        worker("Ada"),
        worker("Bo"),
        worker("Cy", LOCALESTID="Oak"),
        worker("Di", LOCALESTID="Oak", SALARYINT=""),
    ]
    people += [worker(name, LOCALESTID="Ash", SALARYINT="") for name in ("Ed", "Fi")]
    bring(db, write_workplaces(tmp_path, HOME, OAK, ASH), write_workers(tmp_path, *people))
    return next(one.id for one in workplaces(db) if one.local_id == "Oak")


@pytest.mark.parametrize(
    ("day", "urgency"),
    [
        (date(2019, 12, 31), None), (date(2020, 1, 1), Urgency.SOON), (date(2020, 2, 28), Urgency.SOON),
        (date(2020, 2, 29), Urgency.DUE), (date(2020, 3, 31), Urgency.DUE), (date(2020, 4, 1), None),
    ],
)  # fmt: skip
def test_it_is_said_when_the_year_draws_to_its_end(
    db: Database, nearest: str, day: date, urgency: Urgency | None
) -> None:
    lines = ascwds_attention(db, datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    assert [(one.urgency, one.what, one.key, one.day) for one in lines] == (
        []
        if urgency is None
        else [(urgency, "2 workplaces are not complete in ASC-WDS", nearest, date(2020, 3, 31))]
    )


def test_where_all_are_complete_nothing_is_said(db: Database, tmp_path: Path) -> None:
    bring(db, write_workplaces(tmp_path, HOME), write_workers(tmp_path, worker("Ada"), worker("Bo")))
    assert ascwds_attention(db, datetime(2020, 3, 1, tzinfo=UTC)) == []
