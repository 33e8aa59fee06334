"""What a PDF says beyond the document that it was made from."""

from pathlib import Path

import pytest

from resources.report import pdf_text
from resources.report.blocks import Heading, Paragraph, Report
from resources.report.pdf_text import beyond
from resources.report.word import save_word
from tests.resources.report.made_pdfs import blank_pdf

REPORT = Report(
    "Progress",
    blocks=(Heading("Purpose"), Paragraph("The finest homes of Newark and Sherwood: 12 are rated Good.")),
)


@pytest.fixture
def document(tmp_path: Path) -> bytes:
    save_word(REPORT, tmp_path / "r.docx", exempt_terms=())
    return (tmp_path / "r.docx").read_bytes()


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("Progress\nPurpose\nThe ﬁnest homes of\nNewark and Sherwood", []),
        ("Newark and 12\nSherwood", []),
        ("The finest ho\nmes of New\nark", []),
        ("Purpose\nQuillby Court is suspended", ["Quillby Court is suspended"]),
        ("Page 1 of 1", []),
    ],
)
def test_only_lines_with_words_of_their_own_are_left(
    document: bytes, monkeypatch: pytest.MonkeyPatch, page: str, found: list[str]
) -> None:
    monkeypatch.setattr(pdf_text, "passages_of_pdf", lambda _pdf: [page])
    assert [one.text for one in beyond(b"", document)] == found


def test_what_its_properties_say_counts_and_says_where(document: bytes) -> None:
    found = beyond(blank_pdf("Quillby Court"), document)
    assert [(one.text, one.where.startswith("PDF")) for one in found if "Quillby" in one.text] == [
        ("Quillby Court", True)
    ]
