import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from resources.problem import Problem
from resources.report import pdf
from resources.report.blocks import Heading, Paragraph, Report, TableBlock
from resources.report.word import save_word
from resources.tables import Column, Table

REPORT = Report(
    "Market management",
    as_at=date(2019, 12, 9),
    blocks=(
        Heading("Purpose"),
        Paragraph("Larkmeadow Lodge is rated Good.", numbered=True),
        TableBlock(Table("Homes", (Column("name", "Home"),), [("Larkmeadow Lodge",)]), "One home."),
    ),
)


@pytest.fixture
def document(tmp_path: Path) -> bytes:
    save_word(REPORT, tmp_path / "report.docx", exempt_terms=())
    return (tmp_path / "report.docx").read_bytes()


def stands_in(folder: Path, script: str) -> Path:
    """A program that stands in for LibreOffice."""
    folder.mkdir(exist_ok=True)
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\nargs = sys.argv\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    return program


OUT = "out = pathlib.Path(args[args.index('--outdir') + 1]) / 'report.pdf'"
by_script = pytest.mark.skipif(
    os.name == "nt", reason="a script stands in for LibreOffice, which Windows does not run"
)


@pytest.mark.skipif(pdf.libreoffice() is None, reason="LibreOffice is not on this machine")
def test_a_word_file_becomes_a_tagged_pdf_that_says_the_same(document: bytes) -> None:
    told = " ".join(pdf.passages_of_pdf(pdf.pdf_of(document)))
    assert "Larkmeadow Lodge is rated Good." in " ".join(told.split())
    assert "Market management" in told


def test_without_libreoffice_a_sentence_says_what_to_do(
    document: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "libreoffice", lambda: None)
    with pytest.raises(Problem, match="made by LibreOffice, which was not found on this PC"):
        pdf.pdf_of(document)


def test_it_is_looked_for_on_the_path_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    named = "soffice.bat" if os.name == "nt" else "soffice"
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / named).write_text("")
    (tmp_path / "bin" / named).chmod(0o755)
    assert pdf.libreoffice() == tmp_path / "bin" / named


@by_script
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("", "LibreOffice made no PDF"),
        (f"{OUT}\nout.write_bytes(b'no pdf')", "could not be read back"),
        ("time.sleep(60)", "took longer than 1 seconds"),
    ],
)
def test_what_libreoffice_could_not_do_is_said(
    document: bytes, tmp_path: Path, script: str, told: str
) -> None:
    program = stands_in(tmp_path / "Über programs", script)
    with pytest.raises(Problem, match=told):
        pdf.pdf_of(document, office=program, seconds=1 if "sleep" in script else 30)


def test_a_program_that_cannot_be_started_is_said(document: bytes, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="could not be started"):
        pdf.pdf_of(document, office=tmp_path / "gone")


@by_script
def test_a_pdf_that_screen_readers_cannot_follow_is_not_kept(document: bytes, tmp_path: Path) -> None:
    program = stands_in(
        tmp_path,
        f"{OUT}\nfrom pypdf import PdfWriter\nw = PdfWriter()\nw.add_blank_page(200, 200)\nw.write(str(out))",
    )
    with pytest.raises(Problem, match="screen readers cannot follow"):
        pdf.pdf_of(document, office=program)
