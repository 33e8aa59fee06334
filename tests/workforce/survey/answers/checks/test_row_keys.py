"""A response is known again in the next export."""

from pathlib import Path

from tests.workforce.survey.answers.made import csv_file
from workforce.survey.answers.checks.row_keys import row_keys


def test_by_its_number_where_there_is_no_time(tmp_path: Path) -> None:
    first = csv_file(tmp_path / "a.csv", ("ID", "Staff", "Why"), [("1", "5", "Pay")])
    second = csv_file(tmp_path / "b.csv", ("ID", "Staff", "Why"), [("2", "5", "Pay"), ("1", "6", "Rotas")])
    assert row_keys(first)[0] == row_keys(second)[1] != row_keys(second)[0]


def test_by_what_it_says_where_there_is_neither_and_several_may_say_the_same(tmp_path: Path) -> None:
    first = csv_file(tmp_path / "a.csv", ("Staff", "Why"), [("5", "Pay"), ("5", "Pay"), ("6", "Pay")])
    second = csv_file(tmp_path / "b.csv", ("Staff", "Why"), [("6", "Pay"), ("5", "Pay"), ("5", "Pay")])
    assert len(set(row_keys(first))) == 3
    assert set(row_keys(first)) == set(row_keys(second))
