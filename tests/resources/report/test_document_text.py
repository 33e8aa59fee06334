"""Where text stands in a file, however it is kept there: all of it is searched, and its place named."""

import io
import struct
import zipfile
import zlib

import pytest

from resources.problem import Problem
from resources.report.document_text import passages
from resources.report.leak_gate import ExemptTerm, search
from tests.resources.report.made_packages import W, body, paragraph, places, zipped

ROSEWOOD = ExemptTerm("Rosewood House", "contract suspended")


S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def test_text_split_over_runs_is_read_as_one():
    assert places(body(paragraph("Rose", "wood Ho", "use"))) == ["paragraph 1"]


@pytest.mark.parametrize("between", ["br", "cr", "tab", "noBreakHyphen"])
def test_a_line_break_tab_or_hyphen_parts_words(between):
    xml = f"<w:p><w:r><w:t>Elm</w:t><w:{between}/><w:t>Inn</w:t></w:r></w:p>"
    assert places(body(xml), "Elm Inn") == ["paragraph 1"]


def test_a_soft_hyphen_parts_nothing():
    xml = "<w:p><w:r><w:t>El</w:t><w:softHyphen/><w:t>m Inn</w:t></w:r></w:p>"
    assert places(body(xml), "Elm Inn") == ["paragraph 1"]


def test_entities_are_decoded():
    assert places(body(paragraph("R&#111;sewood H&#x6f;use"))) == ["paragraph 1"]
    assert places(body(paragraph("Oak &amp; Elm")), "Oak & Elm") == ["paragraph 1"]


def test_tables_are_named_by_table_and_row():
    row = "<w:tr><w:tc>{}</w:tc></w:tr>"
    table = "<w:tbl>" + row.format(paragraph("A")) + row.format(paragraph("{}")) + "</w:tbl>"
    xml = (
        table.format("x")
        + paragraph("between")
        + table.format("Rosewood House")
        + paragraph("Rosewood House")
    )
    assert places(body(xml)) == ["table 2, row 2", "paragraph 2"]


def test_a_table_within_a_table_is_named_by_the_outer_row():
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('Rosewood House')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{paragraph('A')}</w:tc></w:tr><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert places(body(outer)) == ["table 1, row 2"]


def test_text_of_a_box_inside_a_paragraph_is_read_by_itself():
    box = f"<w:r><w:txbxContent>{paragraph('Rosewood House')}</w:txbxContent></w:r>"
    assert places(body(f"<w:p>{box}<w:r><w:t>s</w:t></w:r></w:p>")) == ["paragraph 2"]
    around = (
        f"<w:r><w:t>El</w:t></w:r><w:txbxContent>{paragraph('z')}</w:txbxContent><w:r><w:t>m Inn</w:t></w:r>"
    )
    assert places(body(f"<w:p>{around}</w:p>"), "Elm Inn") == ["paragraph 1"]


@pytest.mark.parametrize("attribute", ["descr", "title"])
def test_alternative_text_of_a_picture_is_searched(attribute):
    drawing = '<w:p><w:r><w:drawing><x:docPr xmlns:x="x" id="1" {}="{}"/></w:drawing></w:r></w:p>'
    xml = drawing.format(attribute, "none") + drawing.format(attribute, "Rosewood House")
    assert places(body(xml)) == ["alternative text of figure 2"]


@pytest.mark.parametrize("element", ["tblCaption", "tblDescription"])
def test_alternative_text_of_a_table_is_searched(element):
    table = f'<w:tbl><w:tblPr><w:{element} w:val="Rosewood House"/></w:tblPr></w:tbl>'
    assert places(body(table)) == ["alternative text of table 1"]


def test_deleted_text_and_field_codes_are_searched():
    deleted = "<w:r><w:delText>Rose</w:delText></w:r><w:r><w:delText>wood House</w:delText></w:r>"
    assert places(body(f"<w:p><w:del>{deleted}</w:del></w:p>")) == ["paragraph 1"]
    split = "<w:r><w:instrText>LINK Rosewood</w:instrText></w:r><w:r><w:instrText> House</w:instrText></w:r>"
    assert places(body(f"<w:p>{split}</w:p>")) == ["paragraph 1"]
    assert places(body('<w:p><w:fldSimple w:instr="LINK Rosewood House"/></w:p>')) == ["paragraph 1"]


def test_remarks_in_the_xml_are_searched():
    assert places(body("<!-- Rosewood House -->")) == ["paragraph 0"]
    assert places(body("<?note Rosewood House?>")) == ["paragraph 0"]


def test_text_after_an_element_is_searched():
    assert places(body("<w:sdt/>Rosewood House")) == ["paragraph 0"]


@pytest.mark.parametrize(
    ("part", "where"),
    [
        ("word/header1.xml", "header"),
        ("word/footer2.xml", "footer"),
        ("word/footnotes.xml", "footnotes"),
        ("word/endnotes.xml", "endnotes"),
        ("word/comments.xml", "comments"),
        ("word/charts/chart1.xml", "chart"),
        ("docProps/core.xml", "document properties"),
        ("docProps/app.xml", "document properties"),
        ("docProps/custom.xml", "document properties"),
        ("customXml/item1.xml", "document properties"),
        ("word/styles.xml", "styles"),
        ("word/glossary/document.xml", "part word/glossary/document.xml"),
        ("word/_rels/document.xml.rels", "part word/_rels/document.xml.rels"),
    ],
)
def test_every_other_part_is_searched_and_named(part, where):
    in_text = f"<x {W}>{paragraph('Rosewood House')}<y>also</y></x>"
    in_element = "<x><y>Rosewood House</y></x>"
    in_attribute = '<x><y target="https://rosewood-house.example"/></x>'
    for xml in (in_text, in_element, in_attribute):
        assert places(zipped({part: xml})) == [where]


@pytest.mark.parametrize("part", ["word/_rels/document.xml.rels", "xl/drawings/vmlDrawing1.vml"])
def test_entities_are_decoded_in_relations_and_old_drawings_too(part):
    assert places(zipped({part: "<x><y to='E&#108;m Inn'/></x>"}), "Elm Inn") == [f"part {part}"]


def test_names_of_parts_and_the_remark_on_the_file_are_searched():
    assert places(zipped({"word/media/rosewood-house.png": b""})) == [
        "name of the part word/media/rosewood-house.png"
    ]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.xml", "<a/>")
        archive.comment = b"Rosewood House"
    assert places(file.getvalue()) == ["remark on the file"]


def png_with(kind, data):
    def chunk(name, content):
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + chunk(kind, data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (b"tEXt", b"Title\0Rosewood House"),
        (b"iTXt", b"Title\0\0\0\0\0Rosewood House"),
        (b"zTXt", b"Title\0\0" + zlib.compress(b"Rosewood House")),
    ],
)
def test_text_inside_a_picture_is_searched(kind, data):
    content = zipped({"word/media/image1.png": png_with(kind, data)})
    assert places(content) == ["picture image1.png"]


def test_other_parts_are_searched_as_bytes():
    assert places(zipped({"word/embeddings/a.bin": b"\1\2Rosewood House\0"})) == [
        "part word/embeddings/a.bin"
    ]
    wide = "Elm Inn".encode("utf-16-le")
    assert places(zipped({"word/embeddings/a.bin": wide}), "Elm Inn") == ["part word/embeddings/a.bin"]


def test_a_workbook_inside_a_document_is_searched():
    inner = zipped({"docProps/core.xml": "<x><y>Rosewood House</y></x>"})
    assert places(zipped({"word/embeddings/book.xlsx": inner})) == [
        "file inside the document (word/embeddings/book.xlsx), document properties"
    ]


def test_workbook_cells_are_named_by_sheet_and_cell():
    shared = f"<sst {S}><si><t>A</t></si><si><r><t>Rosewood</t></r><r><t> House</t></r></si></sst>"
    sheet = f'<worksheet {S}><c r="A1" t="s"><v>0</v></c><c r="B7" t="s"><v>1</v></c></worksheet>'
    inline = f'<worksheet {S}><c r="C3" t="inlineStr"><is><t>Rosewood House</t></is></c></worksheet>'
    content = zipped(
        {
            "xl/sharedStrings.xml": shared,
            "xl/worksheets/sheet1.xml": sheet,
            "xl/worksheets/sheet2.xml": inline,
            "xl/workbook.xml": f'<workbook {S}><sheet name="Rosewood House"/></workbook>',
        }
    )
    assert places(content) == ["sheet 1, cell B7", "sheet 2, cell C3", "names of sheets and ranges"]


def test_workbook_text_that_no_cell_shows_is_searched():
    content = zipped({"xl/sharedStrings.xml": f"<sst {S}><si><t>Rosewood House</t></si></sst>"})
    assert places(content) == ["text that no cell shows"]


def test_a_shared_text_is_named_by_the_first_cell_that_shows_it():
    shared = f"<sst {S}><si><t>Rosewood House</t></si></sst>"
    cells = '<c r="A2" t="s"><v>0</v></c><c r="A9" t="s"><v>0</v></c>'
    sheet = f"<worksheet {S}>{cells}</worksheet>"
    content = zipped({"xl/sharedStrings.xml": shared, "xl/worksheets/sheet1.xml": sheet})
    assert places(content) == ["sheet 1, cell A2"]


def test_the_printed_header_of_a_sheet_belongs_to_no_cell():
    sheet = f'<worksheet {S}><c r="A2"><v>1</v></c><oddHeader>Rosewood House</oddHeader></worksheet>'
    assert places(zipped({"xl/worksheets/sheet1.xml": sheet})) == ["sheet 1"]


def test_formulas_are_searched():
    sheet = f'<worksheet {S}><c r="A2"><f>"Rosewood House"</f></c></worksheet>'
    assert places(zipped({"xl/worksheets/sheet1.xml": sheet})) == ["sheet 1, cell A2"]


def test_csv_cells_are_named_by_row_and_column():
    text = 'Name,Note\r\nA,"first\r\nRosewood House"\r\n'
    assert places(text.encode("utf-8-sig")) == ["row 2, column 2"]
    assert places("x,Café Élan".encode("cp1252"), "Café Élan") == ["row 1, column 2"]


def test_what_cannot_be_read_is_not_let_through():
    with pytest.raises(Problem, match="could not be searched"):
        search(b"PK\x03\x04 cut off", [ROSEWOOD])
    with pytest.raises(Problem, match="its part word/document"):
        search(zipped({"word/document.xml": "<w:document>"}), [ROSEWOOD])
    with pytest.raises(Problem, match="a picture"):
        search(zipped({"a.png": png_with(b"zTXt", b"Title\0\0broken")}), [ROSEWOOD])


@pytest.mark.parametrize(
    ("style", "is_heading"),
    [("Heading1", True), ("Heading2", True), ("Title", True), ("Caption", True), ("TableHeading", True),
     ("SmallTableHeading", True), ("Normal", False), ("TableText", False), ("NumberedParagraph", False)],
)  # fmt: skip
def test_a_heading_is_known_by_its_style(style, is_heading):
    xml = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>Care</w:t></w:r></w:p>'
    said = {one.text: one.is_heading for one in passages(body(xml))}
    assert said["Care"] is is_heading and said[style] is True
    found = search(body(xml), [ExemptTerm("Care", "x", ())])
    assert bool(found) is not is_heading


def test_the_words_beside_a_picture_are_no_heading_and_the_title_of_a_file_is():
    xml = '<w:p><x:docPr xmlns:x="x" descr="Care"/></w:p>'
    assert [one.is_heading for one in passages(body(xml)) if one.text == "Care"] == [False]
    core = zipped(
        {"docProps/core.xml": '<x xmlns:dc="d"><dc:title>Care</dc:title><dc:creator>Home</dc:creator></x>'}
    )
    said = {one.text: one.is_heading for one in passages(core)}
    assert said["Care"] and not said["Home"]
