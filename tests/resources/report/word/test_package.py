"""What travels in a saved file beside its text."""

import zipfile
from datetime import date

from resources.report import (
    ChartBlock,
    TableBlock,
)
from tests.resources.report.word.saved_documents import png, saved, table


def test_properties_hold_title_and_date_and_nobody(tmp_path):
    core = saved(tmp_path).core_properties
    assert (core.title, core.language) == ("Winter forum", "en-GB")
    assert (core.author, core.last_modified_by, core.comments, core.keywords) == ("", "", "", "")
    assert core.created.date() == core.modified.date() == date(2019, 12, 9)


def test_nothing_travels_that_was_not_put_in(tmp_path):
    saved(tmp_path, ChartBlock(png(), "x", "Ratings"))
    with zipfile.ZipFile(tmp_path / "report.docx") as archive:
        assert sorted(archive.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/app.xml",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/footer1.xml",
            "word/media/image1.png",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]


def test_the_same_report_makes_the_same_bytes(tmp_path):
    blocks = (TableBlock(table(), "x"), ChartBlock(png(), "y", "Ratings"))
    saved(tmp_path, *blocks)
    first = (tmp_path / "report.docx").read_bytes()
    saved(tmp_path, *blocks)
    assert (tmp_path / "report.docx").read_bytes() == first
