"""Certificates: a page each, however long the names are."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document

from resources.report.word.certificates import Certificate, certificate_page, certificate_pages, length_words
from resources.report.word.pages import save_pages


def certificate(name: str = "Ada Example", what: str = "Moving and handling") -> Certificate:
    return Certificate(
        name=name, home="Rosewood House", did="completed", what=what, when="on 9 December 2019, County Hall",
        time="2 hours", from_whom="Quality and Market Management", title="Certificate",
    )  # fmt: skip


def test_each_certificate_is_a_section_with_the_words_given(tmp_path: Path) -> None:
    long = certificate("Bartholomew Featherstonehaugh-Cholmondeley of the Upper Ridge", "A course " * 12)
    body = certificate_pages([certificate(), long])
    save_pages(tmp_path / "c.docx", title="Certificates", as_at=date(2019, 12, 9), body=body)
    document = Document(str(tmp_path / "c.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert len(document.sections) == 2
    for said in (
        "Certificate",
        "This is to certify that",
        "Ada Example",
        "of Rosewood House",
        "completed",
        "2 hours",
    ):
        assert said in text
    assert text.count("Quality and Market Management") == 2


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "1 minute"), (45, "45 minutes"), (60, "1 hour"), (150, "2 hours 30 minutes")],
)
def test_lengths_are_said_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert length_words(timedelta(minutes=minutes)) == words


def test_what_is_not_known_is_left_out() -> None:
    one = Certificate(
        name="Ada Example", home="", did="won", what="Proud to Care Team Award", when="Awards 2026", time="",
        from_whom="", title="Winner",
    )  # fmt: skip
    assert "of " not in str(certificate_page(one))
