"""Reports kept as they were issued."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from engagement.committee import kept
from engagement.committee.issues import (
    ReportIssue,
    content_of,
    issue,
    issues,
    issues_of,
    keep_issue,
    remove_issue,
    set_issue_note,
)
from engagement.committee.meetings import add_meeting
from engagement.committee.reports import begin_report
from resources.database import Database, OpenFile
from resources.problem import FieldProblem, Problem
from resources.report.blocks import ChartBlock, Heading, Paragraph, Report
from resources.report.committee.composing import Composed, Origin, SentenceState
from resources.report.committee.parts import Part
from resources.report.committee.to_mend import ToMend, Weight
from resources.report.kept_blocks import LaterVersion
from resources.spans import Span

NOW = datetime(2020, 1, 6, 12, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\nnot much of a picture"
COMPOSED = Composed(
    Report(
        "Progress report",
        blocks=(Heading("Information"), Paragraph("12.", key="a"), ChartBlock(PNG, "A.", "B")),
    ),
    (
        Origin(part=Part.PURPOSE),
        Origin(
            state=SentenceState.EDITED_AND_CHANGED, section="forums", sentence="a", generated="11.", was="10."
        ),
        Origin(item="1"),
    ),
    (ToMend(Weight.LOOK, "Look."),),
)


@pytest.fixture
def report_id(db: Database) -> str:
    at = add_meeting(db, "Example Committee", date(2020, 1, 13))
    return begin_report(db, "Progress report", at.id, Span(date(2019, 10, 1), date(2019, 12, 31))).id


def kept_on(db: Database, report_id: str, now: datetime = NOW, **given: str) -> ReportIssue:
    return keep_issue(
        db, report_id, COMPOSED, now=now, as_at=date(2019, 12, 31), file_name="r.docx", public_sha256="a" * 64,
        exempt_sha256="", manifest="{}", **given,
    )  # fmt: skip


def test_all_of_it_comes_back_as_it_was(db: Database, report_id: str) -> None:
    held = kept_on(db, report_id)
    assert content_of(db, held.id) == COMPOSED
    assert (held.title, held.issued_at, held.as_at) == ("Progress report", NOW, date(2019, 12, 31))


def test_the_newest_stands_first(db: Database, report_id: str) -> None:
    first = kept_on(db, report_id)
    second = kept_on(db, report_id, NOW.replace(day=7))
    assert [one.id for one in issues(db)] == [second.id, first.id]
    assert issues_of(db, report_id) == issues(db) and issues_of(db, "another") == []
    assert issue(db, first.id).words == "Progress report, 6 January 2020 at midday"


def test_pictures_stand_beside_the_file_and_go_with_its_backups(
    opened: OpenFile, db: Database, report_id: str
) -> None:
    kept_on(db, report_id)
    folder = opened.path.with_name("office reports")
    assert [path.read_bytes() for path in folder.iterdir()] == [PNG]
    assert [one.name for one in kept.known_files(db)] == [path.name for path in folder.iterdir()]


def test_a_picture_that_is_gone_is_told(db: Database, report_id: str) -> None:
    held = kept_on(db, report_id)
    for path in kept.folder_of(db).iterdir():
        path.write_bytes(b"altered")
    with pytest.raises(Problem, match="Backups"):
        content_of(db, held.id)


def test_what_a_later_version_kept_is_told(
    db: Database, report_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = kept_on(db, report_id)
    monkeypatch.setattr("engagement.committee.issues._COMPOSED", ())
    with pytest.raises(LaterVersion):
        content_of(db, held.id)


def test_its_note_is_put_and_a_trial_removed(db: Database, report_id: str) -> None:
    held = kept_on(db, report_id, note="  Sent  ")
    assert held.note == "Sent"
    assert set_issue_note(db, held.id, "Withdrawn").note == "Withdrawn"
    with pytest.raises(FieldProblem, match="1,000"):
        set_issue_note(db, held.id, "x" * 1001)
    remove_issue(db, held.id)
    assert issues(db) == []


def test_a_key_that_is_gone(db: Database) -> None:
    for look in (issue, content_of):
        with pytest.raises(LookupError):
            look(db, "gone")


def test_a_folder_that_cannot_be_made_is_told(db: Database, report_id: str) -> None:
    Path(kept.folder_of(db)).write_text("a file in its place")
    with pytest.raises(Problem, match="kept"):
        kept_on(db, report_id)
    assert issues(db) == []
