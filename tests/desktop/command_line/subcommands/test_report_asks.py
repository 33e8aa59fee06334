"""Recommendations from the command line."""

from pathlib import Path

import pytest


@pytest.fixture
def asked(county):
    """A report heard in November with two recommendations."""
    county.does("report-meeting-add", "Example Committee", "2019-11-11")
    county.does(
        "report-new", "Progress report", "--meeting", "example", "--from", "2019-07-01", "--to", "2019-09-30"
    )
    county.does("report-recommendation", "latest", "--add", "members note the progress")
    county.does("report-recommendation", "latest", "--add", "members agree to a further report")
    return county


def test_they_are_ordered_and_put_in_other_words(asked) -> None:
    one = ("report-recommendation", "latest")
    assert "to place 1" in asked.does(*one, 2, "--up", "1")
    assert "to place 2" in asked.does(*one, 1, "--down", "1")
    asked.does(*one, 1, "--text", "members note it")
    assert "members note it" in asked.does(*one, 1)
    asked.does(*one, 1, "--remove")
    assert "1 recommendation and none with the number 2" in asked.refuses(*one, 2)
    assert "Write its number" in asked.refuses(*one)


def test_what_became_of_one(asked, tmp_path: Path) -> None:
    one = ("report-recommendation", "latest", 1)
    assert asked.does(*one, "--decide", "agreed") == "Agreed: members note the progress\n"
    asked.does(*one, "--done", "Letters were sent.", "--progress", "done")
    shown = asked.does(*one)
    assert "11 Nov 2019" in shown
    assert "Letters were sent." in shown
    assert "Letters were sent." not in asked.does("report-recommendations", "--open")
    assert "Letters were sent." in asked.does("report-recommendations", "--committee", "Example Committee")
    assert "Nothing to list" in asked.does("report-recommendations", "--before", "2019-11-11")
    asked.does("report-recommendations", "--out", tmp_path / "all.xlsx")
    assert (tmp_path / "all.xlsx").exists()
    assert "There is no step 2" in asked.refuses(*one, "--remove-step", "2")
    assert asked.does(*one, "--remove-step", "1") == "Removed the step.\n"
    assert "how members amended it" in asked.refuses(*one, "--decide", "amended")
