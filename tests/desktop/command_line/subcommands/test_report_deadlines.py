"""Deadlines from the command line."""

from pathlib import Path

import pytest


@pytest.fixture
def dated(county):
    """A report for a meeting in February."""
    county.does("report-meeting-add", "Example Committee", "2020-02-10")
    county.does(
        "report-new", "Progress report", "--meeting", "example", "--from", "2019-10-01", "--to", "2019-12-31"
    )
    return county


def test_they_are_set_met_and_taken_back(dated) -> None:
    assert dated.does("report-deadline-set", "Draft", "15") == "Draft: 15 working days before the meeting.\n"
    assert "20 Jan 2020" in dated.does("report-deadlines")
    assert dated.does("report-deadline-done", "latest", "draft", "--on", "2019-12-02").startswith(
        "Draft: met on"
    )
    assert "Met" in dated.does("report-deadlines")
    assert (
        dated.does("report-deadline-done", "latest", "Draft", "--take-back") == "Not met after all: Draft.\n"
    )
    assert "There is no deadline “Lunch”" in dated.refuses("report-deadline-done", "latest", "Lunch")
    assert "Draft" in dated.does("report-deadlines", "--rules")
    assert dated.does("report-deadline-set", "draft", "--archive") == "Put away the deadline: Draft.\n"
    assert "Draft" not in dated.does("report-deadlines", "--rules")
    assert "No deadline “Draft” was set" in dated.refuses("report-deadline-set", "Draft", "--archive")
    assert "How many days" in dated.refuses("report-deadline-set", "Draft")


def test_bank_holidays_move_them(dated, tmp_path: Path) -> None:
    before = dated.does("report-deadlines")
    assert "31 Jan 2020" in before
    dated.does("bank-holidays", "--add", "2020-01-31", "--name", "Proclaimed")
    assert "30 Jan 2020" in dated.does("report-deadlines")
    assert "Proclaimed" in dated.does("bank-holidays")
    assert "is worked after all" in dated.does("bank-holidays", "--worked", "2020-04-10")
    dated.does("bank-holidays", "--take-back", "2020-01-31")
    assert dated.does("report-deadlines") == before
    assert "2 days" in dated.does("report-deadlines", "--calendar", tmp_path / "days.ics")
    assert (tmp_path / "days.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
