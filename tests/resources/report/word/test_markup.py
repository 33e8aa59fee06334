"""Text and fields as they stand in a saved file."""

from docx.oxml.ns import qn

from resources.report import (
    ChartBlock,
    Paragraph,
    TableBlock,
)
from tests.resources.report.word.saved_documents import png, saved, table


def test_captions_count_with_fields(tmp_path):
    document = saved(tmp_path, TableBlock(table(), "x"), ChartBlock(png(), "y", "Ratings"))
    fields = [field.text for field in document.element.body.iter(qn("w:instrText"))]
    assert fields == [" SEQ Table \\* ARABIC ", " SEQ Figure \\* ARABIC "]


def test_odd_characters_are_written_as_they_are_or_left_out(tmp_path):
    text = 'A & B <c> "d" \x00\x0b\ud800 é 😀\nsecond\tline  end '
    document = saved(tmp_path, Paragraph(text), TableBlock(table(), 'A & "B" <c>\x01\n'))
    assert document.paragraphs[-3].text == 'A & B <c> "d" \n é 😀\nsecond line  end '
    description = document.tables[0]._tbl.tblPr.find(qn("w:tblDescription"))
    assert description.get(qn("w:val")) == 'A & "B" <c>\n'
