"""Parts, lines and sentences from the command line."""

from pathlib import Path

import pytest

from engagement.committee.edits import edits_of
from engagement.committee.items import ReportItem, items_of
from engagement.committee.meetings import add_meeting
from engagement.committee.recommendations import add_recommendation
from engagement.committee.report_parts import parts_of
from engagement.committee.reports import begin_report, reports
from resources.database import Database
from resources.report.exemption import Exemption
from resources.spans import Span


def _begin(db: Database) -> None:
    from datetime import date

    before = add_meeting(db, "Example Committee", date(2019, 9, 9))
    earlier = begin_report(db, "Earlier", before.id, Span(date(2019, 4, 1), date(2019, 6, 30)))
    add_recommendation(db, earlier.id, "Members agree.")
    at = add_meeting(db, "Example Committee", date(2020, 1, 13))
    begin_report(db, "Progress report", at.id, Span(date(2019, 7, 1), date(2019, 9, 30)))


@pytest.fixture
def begun(county):
    county.with_db(_begin)
    return county


def _lines(county) -> list[ReportItem]:
    return county.with_db(lambda db: items_of(db, reports(db)[0].id))


def test_a_part_is_written_and_taken_away(begun) -> None:
    said = begun.does(
        "report-part", "latest", "financial_comments", "Fine.", "--initials", "AE", "--on", "2019-12-02"
    )
    assert said == "Wrote “Financial comments” in Progress report.\n"
    (part,) = begun.with_db(lambda db: parts_of(db, reports(db)[0].id))
    assert (part.text, part.initials) == ("Fine.", "AE")
    assert "only comments have initials" in begun.refuses(
        "report-part", "latest", "purpose", "A", "--initials", "AE"
    )
    assert "Left out" in begun.does("report-part", "latest", "financial_comments", "")


def test_every_kind_of_line_is_added_where_it_is_asked(begun, tmp_path: Path) -> None:
    from PIL import Image

    picture = tmp_path / "stall.png"
    Image.new("RGB", (6, 3)).save(picture)
    add = ("report-item-add", "latest")
    begun.does(*add, "--page-break", "--after", "1")
    begun.does(*add, "--heading", "Ours", "--level", "1", "--after", "2")
    begun.does(*add, "--paragraph", "Words.", "--after", "3")
    begun.does(*add, "--bullet", "One", "--bullet", "Two", "--after", "4")
    begun.does(*add, "--picture", picture, "--caption", "Stall", "--description", "A stall.", "--after", "5")
    assert [(one.kind.value, one.text) for one in _lines(begun)[1:6]] == [
        ("page_break", ""), ("heading", "Ours"), ("paragraph", "Words."), ("bullets", "One\nTwo"), ("picture", "Stall"),
    ]  # fmt: skip
    assert "is in Progress report already" in begun.refuses(*add, "--section", "market")
    assert "There is no section “weather”" in begun.refuses(*add, "--section", "weather")
    assert "none that is “99”" in begun.refuses(*add, "--page-break", "--after", "99")
    begun.does("report-item-remove", "latest", "market")
    begun.does(*add, "--section", "market", "--option", "chart=no")
    assert _lines(begun)[-1].options == {"chart": "no"}


def test_a_line_is_changed_moved_and_taken_out(begun, tmp_path: Path) -> None:
    begun.does("report-item-add", "latest", "--paragraph", "Words.", "--after", "1")
    begun.does(
        "report-item-edit", "latest", "2", "--text", "Other words.", "--exempt", "3", "--reason", "It names one",
        "--public-interest", "Harm", "--seen-by", "Members", "--review-on", "2020-06-01",
    )  # fmt: skip
    line = _lines(begun)[1]
    assert line.text == "Other words."
    assert line.exempt == Exemption(3, "It names one", "Harm", "Members", "2020-06-01")
    assert begun.does("report-item-edit", "latest", "2") == "Nothing was changed.\n"
    begun.does("report-item-edit", "latest", "2", "--public")
    assert _lines(begun)[1].exempt is None
    assert "has no caption" in begun.refuses("report-item-edit", "latest", "2", "--caption", "A")
    assert "no picture" in begun.refuses(
        "report-item-edit", "latest", "2", "--replace-picture", tmp_path / "a.png"
    )
    assert "to place 1" in begun.does("report-item-move", "latest", "2", "--up", "1")
    assert "to place 3" in begun.does("report-item-move", "latest", "1", "--down", "2")
    begun.does("report-item-remove", "latest", "3")
    assert all(one.section for one in _lines(begun))


def test_a_sentence_is_edited_and_put_back(begun) -> None:
    one = ("report-sentence", "latest", "recommendations_before", "made")
    said = begun.does(*one, "--edit", "One thing was asked for.")
    assert "This section follows up 1 recommendation" in said
    (edit,) = begun.with_db(lambda db: edits_of(db, reports(db)[0].id))
    assert edit.edited == "One thing was asked for."
    assert begun.does(*one, "--leave-out").startswith("Left out a sentence")
    assert begun.does(*one, "--put-back").startswith("Put back a sentence")
    assert "stands as it is made" in begun.refuses(*one, "--put-back")
    refused = begun.refuses("report-sentence", "latest", "recommendations_before", "weather", "--leave-out")
    assert "Its sentences are made, decided" in refused


def test_a_section_without_sentences_says_why(begun) -> None:
    refused = begun.refuses("report-sentence", "latest", "survey", "answers", "--leave-out")
    assert refused.startswith("There is no sentence “answers” of the section “survey”.")


def test_what_was_carried_over_still_holds(begun) -> None:
    begun.does("report-item-add", "progress report", "--paragraph", "Winter asks more.")
    begun.does("report-meeting-add", "Example Committee", "2020-03-09")
    begun.does("report-new", "March", "--meeting", "9 March 2020", "--from", "2019-10-01", "--to", "2019-12-31",
               "--copy-of", "progress report")  # fmt: skip
    assert _lines(begun)[-1].carried_over
    said = begun.does("report-item-edit", "march", str(_lines(begun)[-1].place), "--read-again")
    assert said == "Changed the paragraph “Winter asks more.” of March.\n"
    assert _lines(begun)[-1].carried_over is None
