"""Files known by their checksums."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from engagement.committee.issue_files import files_of, recognise
from engagement.committee.issues import ReportIssue, keep_issue, manifest_text
from engagement.committee.meetings import add_meeting
from engagement.committee.reports import begin_report
from resources.database import Database
from resources.files.sha256 import sha256_of_bytes
from resources.problem import Problem
from resources.report.blocks import Report
from resources.report.committee.composing import Composed
from resources.spans import Span

MANIFEST = json.dumps(
    {"marking": "EXEMPT", "files": [
        {"name": "r.docx", "what": "public document", "bytes": 4, "sha256": sha256_of_bytes(b"docx")},
    ]}
)  # fmt: skip


@pytest.fixture
def issued(db: Database) -> ReportIssue:
    at = add_meeting(db, "Example Committee", date(2020, 1, 13))
    key = begin_report(db, "Progress report", at.id, Span(date(2019, 10, 1), date(2019, 12, 31))).id
    return keep_issue(
        db, key, Composed(Report("Progress report"), ()), now=datetime(2020, 1, 6, 12, tzinfo=UTC),
        as_at=date(2019, 12, 31), file_name="r.docx", public_sha256=sha256_of_bytes(b"docx"), exempt_sha256="",
        manifest=MANIFEST,
    )  # fmt: skip


def test_the_manifest_is_a_file_too(db: Database, issued: ReportIssue) -> None:
    assert [(one.name, one.what) for one in files_of(issued, manifest_text(db, issued.id))] == [
        ("r.docx", "public document"),
        ("r - EXEMPT manifest.json", "manifest"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        (
            "moved.docx",
            b"docx",
            "is the public document of “Progress report”, as it was saved on 6 January 2020",
        ),
        ("m.json", MANIFEST.encode(), "is the manifest of"),
        ("r.docx", b"another", "was altered"),
        ("else.docx", b"another", "is no file of a report"),
    ],
    ids=["under another name", "the manifest", "altered", "something else"],
)
def test_a_file_is_known_by_its_bytes(
    db: Database, issued: ReportIssue, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    found = recognise(db, tmp_path / name)
    assert words in found.words
    assert found.is_known == (found.issue == issued)


def test_a_file_that_is_not_there_is_told(db: Database, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="could not be read"):
        recognise(db, tmp_path / "none.docx")
