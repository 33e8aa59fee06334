"""Meetings, reports and outline files from the command line."""

import json
from pathlib import Path

import pytest

from engagement.committee.items import items_of
from engagement.committee.meetings import meetings
from engagement.committee.reports import reports

PERIOD = ("--from", "2019-07-01", "--to", "2019-09-30")


@pytest.fixture
def begun(county):
    """A report to the meeting of January."""
    county.does("report-meeting-add", "Example Committee", "2020-01-13")
    county.does("report-new", "Progress report", "--meeting", "example", *PERIOD)
    return county


def test_a_meeting_is_added_put_right_and_put_away(county) -> None:
    said = county.does("report-meeting-add", "Example Committee", "13 January 2020", "--note", "Room 2")
    assert said == "Added the meeting of the Example Committee, 13 January 2020.\n"
    county.does("report-meeting-edit", "example", "--on", "2020-01-14")
    assert "14 Jan 2020" in county.does("report-meetings")
    assert county.does("report-meeting-edit", "example") == "Nothing was changed.\n"
    assert "Archived" in county.does("report-meeting-edit", "example", "--archive")
    assert "Nothing to list" in county.does("report-meetings")
    assert "Restored" in county.does("report-meeting-edit", "example", "--restore")
    assert "Removed" in county.does("report-meeting-edit", "example", "--remove")
    assert county.with_db(meetings) == []


def test_a_report_is_begun_and_shown(begun) -> None:
    assert "Progress report" in begun.does("report-list")
    shown = begun.does("report-show", "latest")
    assert "Period: 1 July 2019 to 30 September 2019" in shown
    assert "Recommendations made before" in shown


def test_the_next_is_begun_from_the_last(begun) -> None:
    begun.does("report-item-remove", "latest", "market")
    begun.does(
        "report-new", "The next", "--meeting", "example", "--from", "2019-10-01", "--to", "2019-12-31",
        "--copy-of", "progress", "--style", "somerset", "--agenda-item", "7",
    )  # fmt: skip
    shown = begun.does("report-show", "the next")
    assert "changes since 30 September 2019" in shown
    assert "House style: Somerset" in shown
    assert "Ratings of services" not in shown


def test_a_report_is_put_right_and_put_away(begun) -> None:
    assert begun.does("report-edit", "progress", "--title", "Quality") == "Changed the report Quality.\n"
    assert begun.does("report-edit", "quality", "--title", "Quality") == "Nothing was changed.\n"
    assert "500 signs" in begun.refuses("report-edit", "quality", "--title", "x" * 500)
    begun.does("report-edit", "quality", "--archive")
    assert "No report is begun yet" in begun.refuses("report-show", "latest")
    assert "archived" in begun.refuses("report-edit", "quality", "--title", "Other")
    assert "Restored" in begun.does("report-edit", "quality", "--restore")


def test_an_outline_goes_into_a_file_and_comes_back(begun, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    begun.does("report-recommendation", "latest", "--add", "members note it")
    said = begun.does("report-outline-save", "latest", file, "--period", "last_quarter")
    assert said.startswith("Saved the outline of Progress report")
    said = begun.does("report-from-outline", file, "--title", "From a plan")
    assert said == "Began the report From a plan, 1 July 2019 to 30 September 2019.\n"
    first, second = begun.with_db(
        lambda db: [[one.section for one in items_of(db, held.id)] for held in reports(db)]
    )
    assert first == second


def test_what_is_typed_and_exempt_marks_the_file(begun, tmp_path: Path) -> None:
    begun.does("report-item-add", "latest", "--paragraph", "It is in difficulty.")
    number = len(begun.with_db(lambda db: items_of(db, reports(db)[0].id)))
    begun.does("report-item-edit", "latest", number, "--exempt", "3", "--reason", "It names a provider")
    file = tmp_path / "plan.json"
    assert "EXEMPT – NOT FOR PUBLICATION" in begun.does("report-outline-save", "latest", file)
    assert next(iter(json.loads(file.read_text(encoding="utf-8")))) == "marking"


def test_what_cannot_be_a_file_or_an_outline_is_said(begun, tmp_path: Path) -> None:
    assert "saved as .json" in begun.refuses("report-outline-save", "latest", tmp_path / "plan.docx")
    file = tmp_path / "plan.json"
    file.write_text('{"format": "provider desk outline", "version": 1, "colour": "red"}', encoding="utf-8")
    assert "Title" in begun.refuses("report-from-outline", file)
    begun.does("report-outline-save", "latest", file)
    told = json.loads(file.read_text(encoding="utf-8"))
    told["items"].append({"kind": "section", "section": "weather"})
    told["colour"] = "red"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert "“weather”, which this version does not have" in begun.refuses("report-from-outline", file)
    told["items"].pop()
    file.write_text(json.dumps(told), encoding="utf-8")
    assert "“colour” was left out" in begun.does("report-from-outline", file, "--title", "Other")


def test_the_one_after_is_begun_for_the_next_meeting_and_period(begun) -> None:
    assert "Add its next meeting first" in begun.refuses("report-next", "latest")
    begun.does("report-meeting-add", "Example Committee", "2020-06-08")
    said = begun.does("report-next", "latest")
    assert said.startswith("Began the report Progress report for the Example Committee, 8 June 2020, ")
    told = begun.refuses("report-new", "Progress report", "--meeting", "8 June 2020", *PERIOD)
    assert "is begun already" in told
