"""Feedback without a window: questions, a file looked at and taken in, figures, comments and the summary."""

from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from engagement.forums import events
from engagement.forums.feedback import comments
from resources.database import Database
from tests.desktop.command_line.conftest import Clerk
from tests.resources.files.forms import made_forms as forms


@pytest.fixture
def forum(county: Clerk) -> Clerk:
    """The day after the forum."""
    county.now = datetime(2019, 12, 16, 9, tzinfo=UTC)
    return county


def test_questions_are_listed_added_retired_and_restored(forum: Clerk) -> None:
    assert forms.USEFUL in forum.does("feedback-questions")
    told = forum.does("feedback-questions", "--add", "Which topics?", "--answered", "choice", "--option", "Staffing",
                      "--option", "Pay", "--for", "provider forum")  # fmt: skip
    assert told == "Added the question “Which topics?” (choices).\n"
    assert forum.does("feedback-questions", "--retire", "topics") == "Retired the question “Which topics?”.\n"
    assert "topics" not in forum.does("feedback-questions", "--for", "provider forum")
    assert (
        forum.does("feedback-questions", "--restore", "topics") == "Restored the question “Which topics?”.\n"
    )
    assert "There is no question “colour”" in forum.refuses("feedback-questions", "--retire", "colour")


def test_a_step_that_is_no_number_is_refused_in_plain_words(forum: Clerk) -> None:
    refused = forum("feedback-questions", "--add", "How?", "--answered", "scale", "--satisfied-from", "abc")
    assert refused.code == 2 and "“abc” does not fit. Write a whole number" in refused.err


def test_a_file_is_previewed_and_then_taken_in_once(forum: Clerk, tmp_path: Path) -> None:
    form, refused = forms.microsoft_csv(tmp_path / "form.csv"), tmp_path / "refused.xlsx"
    told = forum.does("feedback-import", "forum", form, "--refused", refused)
    assert "alike" in told and told.endswith("Nothing was written. Add --take-in to take it in.\n")
    assert refused.is_file()
    assert "has no feedback yet" in forum.refuses("feedback", "forum")
    taking = ("feedback-import", "forum", form, "--take-in", "--map", "Which topics should come next?=new")
    assert forum.does(*taking).endswith("Took in 3 responses to Provider forum, December 2019.\n")
    assert "no response that could be added" in forum.refuses(*taking)
    assert "Took in 3 responses to Provider forum, December 2019" in forum.does("history")


def test_a_file_for_an_event_that_has_not_begun_is_refused(county: Clerk, tmp_path: Path) -> None:
    form = forms.microsoft_csv(tmp_path / "form.csv")
    assert "has not begun, so nobody can have feedback" in county.refuses("feedback-import", "forum", form)


def test_columns_are_said_by_words(forum: Clerk, tmp_path: Path) -> None:
    form = forms.plain_csv(tmp_path / "form.csv")
    told = forum.does("feedback-import", "forum", form, "--map", "How useful was the event?=well was it run",
                      "--map", "Would you recommend the event to a colleague?=leave out")  # fmt: skip
    assert "1 column left out" in told and forms.RUN in told
    assert "has no column “Colour”" in forum.refuses("feedback-import", "forum", form, "--map", "Colour=new")


def test_figures_comments_and_the_summary(forum: Clerk, tmp_path: Path) -> None:
    forum.does("feedback-import", "forum", forms.microsoft_csv(tmp_path / "form.csv"), "--take-in")
    told = forum.does("feedback", "forum")
    assert "base too small" in told and "3 responses. Nobody is recorded as present" in told
    assert forum.does("feedback", "forum", "--out", tmp_path / "feedback.csv").endswith("3 rows.\n")
    assert forum.does("feedback", "forum", "--out", tmp_path / "feedback.xlsx")
    assert "5 – Very useful; 5 – Very well; Yes; Parking, please" in forum.does(
        "feedback", "forum", "--responses"
    )
    assert "Parking, please" in forum.does("feedback-comments", "forum", "--not-coded")

    def code(db: Database) -> None:
        written = comments.comments_of(db, events.events(db)[0].id)
        comments.code_comment(db, written[0].id, [], new=["Parking"], now=forum.now)
        comments.publish_comments(db, [written[0].id])

    forum.with_db(code)
    listed = forum.does("feedback-comments", "forum", "--theme", "park")
    assert "Parking, please" in listed and "longer break" not in listed
    assert "Nothing to list." in forum.does("feedback-comments", "forum", "--words")
    assert forum.does("feedback-summary", "forum", tmp_path / "feedback.docx").startswith("Saved")
    text = "\n".join(one.text for one in docx.Document(str(tmp_path / "feedback.docx")).paragraphs)
    assert "“Parking, please”" in text and "longer break" not in text


def test_a_summary_waits_for_the_event(county: Clerk, tmp_path: Path) -> None:
    county.now = datetime(2019, 12, 1, 9, tzinfo=UTC)
    assert "has not begun" in county.refuses("feedback-summary", "forum", tmp_path / "feedback.docx")
