"""A file of records as it is read: its columns, its rows, its dates."""

from pathlib import Path

import pytest

from resources.files.dates import Order
from resources.problem import Problem
from workforce.training.records_file import NeedsColumns, read_records_file


def a_file(folder: Path, text: str, name: str = "training.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_headings_are_found_in_any_order_beneath_a_preamble(tmp_path: Path) -> None:
    path = a_file(
        tmp_path,
        "Training at our homes\n\nNumber trained,Service,Training,Date of training,Ward\n"
        "12,Rosewood,Fire safety,13/02/2020,A\n",
    )
    file = read_records_file(path)
    assert file.values(file.rows[0]) == {
        "people": "12", "service": "Rosewood", "course": "Fire safety", "completed_on": "13/02/2020",
    }  # fmt: skip
    assert (file.order, file.names_places, file.header.unknown) == (Order.DAY_FIRST, True, ("Ward",))


def test_dates_that_fit_both_orders_are_taken_with_the_day_first_and_that_is_said(tmp_path: Path) -> None:
    file = read_records_file(a_file(tmp_path, "Course,Completed,People\nFire safety,05/06/2020,3\n"))
    assert file.order is Order.DAY_FIRST
    assert "The day is taken to stand first." in file.dates_words
    assert not file.names_places


def test_a_needed_column_that_is_not_found_is_asked_for(tmp_path: Path) -> None:
    path = a_file(tmp_path, "Course,Wann,People\nFire safety,05/06/2020,3\n")
    with pytest.raises(NeedsColumns, match="the day it was completed") as asked:
        read_records_file(path)
    assert asked.value.headings == ("Course", "Wann", "People")
    assert asked.value.found == {"course": "Course", "people": "People"}
    file = read_records_file(path, columns={"completed_on": "Wann"})
    assert file.values(file.rows[0])["completed_on"] == "05/06/2020"


@pytest.mark.parametrize(
    ("text", "says"), [("a,b\n1,2\n", "no row of headings"), ("Course,Completed\n", "no row beneath them")]
)
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(Problem, match=says):
        read_records_file(a_file(tmp_path, text))
