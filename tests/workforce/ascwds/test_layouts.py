"""What is made of each column: nothing that says who somebody is, and nothing of special category, is kept."""

import pytest

from tests.workforce.ascwds.bulk_files import (
    TRAINING_2019,
    TRAINING_PRESENT,
    WORKER_2019,
    WORKER_PRESENT,
    WORKPLACE_2019,
    WORKPLACE_PRESENT,
)
from workforce.ascwds.layouts import Use, layout_of, use_of
from workforce.ascwds.vocabulary import FileKind


@pytest.mark.parametrize(
    ("headings", "layout"),
    [
        (WORKPLACE_2019, "2019"), (WORKER_2019, "2019"), (TRAINING_2019, "2019"),
        (WORKPLACE_PRESENT, "present"), (WORKER_PRESENT, "present"), (TRAINING_PRESENT, "present"),
    ],
)  # fmt: skip
def test_the_layout_is_told_by_its_columns(headings: tuple[str, ...], layout: str) -> None:
    assert layout_of(headings) == layout
    assert layout_of(reversed(headings)) == layout


@pytest.mark.parametrize(
    "column",
    ["NINUMBER", "ETHNICITY", "DISABLED", "BRITISHCITIZENSHIP", "COUNTRYOFBIRTH", "YEAROFENTRY", "POSTCODE",
     "DISPLAYID", "HANDCVISA", "QUALACH01", "SOMETHINGNEW"],
)  # fmt: skip
def test_who_somebody_is_is_left_out(column: str) -> None:
    assert use_of(FileKind.WORKER, column) is Use.LEFT_OUT


@pytest.mark.parametrize("column", ["DOB", "GENDER", "NATIONALITY", "SALARYINT", "SALARY", "HOURLYRATE"])
def test_of_some_it_is_kept_whether_they_were_filled_in(column: str) -> None:
    assert use_of(FileKind.WORKER, column) is Use.WHETHER


def test_a_reference_is_kept_where_it_was_asked_for() -> None:
    assert use_of(FileKind.WORKER, "UNIQUEWORKERID") is Use.KEY
    assert use_of(FileKind.WORKER, "uniqueworkerid ", keep_reference=True) is Use.KEPT
    assert use_of(FileKind.TRAINING, "UNIQUEWORKERID") is Use.KEY


def test_a_heading_of_before_is_known() -> None:
    assert use_of(FileKind.TRAINING, "DESCRIPTION") is Use.KEPT
    assert use_of(FileKind.TRAINING, "NOTES") is Use.LEFT_OUT
    assert use_of(FileKind.WORKPLACE, "SERVICEDESC") is Use.LEFT_OUT
