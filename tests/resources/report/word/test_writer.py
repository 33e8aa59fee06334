"""The Word file read back: what a reader, a screen reader and Word itself find in it."""

import os
import re
import zipfile
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn

from resources.problem import Problem
from resources.report import (
    Bullets,
    ChartBlock,
    Exemption,
    FactList,
    Heading,
    House,
    PageBreak,
    Paragraph,
    Recommendations,
    Report,
    SignOff,
    TableBlock,
    TickBoxes,
    WritingRoom,
    exempt_part,
)
from resources.report.leak_gate import ExemptTerm
from resources.report.looks import Looks
from resources.report.word import save_word
from resources.tables import Column, ColumnKind, Table
from tests.resources.report.word.saved_documents import part, png, report, saved, table
from tests.resources.report.word.word_numbers import numbered_lines

AFFAIRS = Exemption(3, "It names a provider.")


ROSEWOOD = ExemptTerm("Rosewood House", "contract suspended")


def styled(document):
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_headings_paragraphs_bullets_and_facts_stand_in_real_styles(tmp_path):
    document = saved(
        tmp_path,
        FactList((("Place", "Village hall"),)),
        Heading("Purpose"),
        Paragraph("One", numbered=True),
        Paragraph("Plain"),
        Bullets(("a", "b")),
        Heading("Deeper", 2),
        subtitle="For the committee",
        house=House(council="Example County Council", enquiries="market@example.gov.uk"),
    )
    assert styled(document) == [
        ("Title", "Winter forum"),
        ("Subtitle", "For the committee"),
        ("Fact", "Council:\tExample County Council"),
        ("Fact", "As at:\t9 December 2019"),
        ("Last Fact", "Enquiries:\tmarket@example.gov.uk"),
        ("Last Fact", "Place:\tVillage hall"),
        ("Heading 1", "Purpose"),
        ("Numbered Paragraph", "One"),
        ("Normal", "Plain"),
        ("List Bullet", "a"),
        ("List Bullet", "b"),
        ("Heading 2", "Deeper"),
    ]
    assert document.paragraphs[2].runs[0].bold


def test_what_is_ticked_and_written_by_hand_stands_with_its_question(tmp_path):
    document = saved(
        tmp_path,
        Paragraph("Which?", numbered=True, leads=True),
        TickBoxes(("Yes", "No")),
        WritingRoom("Why", 2),
    )
    asked = [
        paragraph for paragraph in document.paragraphs if paragraph.style.name not in ("Title", "Last Fact")
    ]
    assert [(one.style.name, one.text, bool(one.paragraph_format.keep_with_next)) for one in asked] == [
        ("Numbered Paragraph", "Which?", True),
        ("Tick Box", "Yes", True),
        ("Tick Box", "No", False),
        ("Writing Line", "Why: \t", True),
        ("Writing Line", "\t", False),
    ]
    assert "☐" in part(tmp_path, "word/numbering.xml")
    assert 'w:leader="underscore"' in part(tmp_path, "word/styles.xml")


def test_the_page_is_a4_with_margins_of_two_and_a_half_centimetres(tmp_path):
    section = saved(tmp_path).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(margin.cm, 1) for margin in margins] == [2.5] * 4


def test_a_table_says_its_cells_in_words_with_figures_on_the_right(tmp_path):
    document = saved(
        tmp_path,
        TableBlock(table((("Beech", 1200, 7, 7550, "2019-12-09"), ("Ash", None, None, None, None))), "Homes"),
    )
    shown = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert shown == [
        ["Home", "Beds", "Share", "Fee", "Since"],
        ["Beech", "1,200", "7%", "£75.50", "9 December 2019"],
        ["Ash", "–", "–", "–", ""],
    ]
    for row in document.tables[0].rows:
        sides = [cell.paragraphs[0].alignment for cell in row.cells]
        assert [side is not None and int(side) == 2 for side in sides] == [False, True, True, True, False]


def test_the_header_row_repeats_and_is_shaded_and_no_row_splits(tmp_path):
    document = saved(tmp_path, TableBlock(table(), "Homes"))
    header, row = document.tables[0].rows
    assert header._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert row._tr.find(f".//{qn('w:tblHeader')}") is None
    assert all(r._tr.find(f".//{qn('w:cantSplit')}") is not None for r in (header, row))
    assert header.cells[0]._tc.find(f".//{qn('w:shd')}").get(qn("w:fill")) == "E9EDF1"
    look = document.tables[0]._tbl.find(f".//{qn('w:tblLook')}")
    assert look.get(qn("w:firstRow")) == "1"


def test_no_cells_are_merged_and_the_table_is_as_wide_as_the_text(tmp_path):
    document = saved(tmp_path, TableBlock(table(), "Homes"))
    body = part(tmp_path, "word/document.xml")
    assert "gridSpan" not in body and "vMerge" not in body
    grid = document.tables[0]._tbl.findall(f".//{qn('w:gridCol')}")
    assert sum(int(column.get(qn("w:w"))) for column in grid) == 9071


def test_a_table_has_its_caption_above_its_description_and_its_base_beneath(tmp_path):
    block = TableBlock(
        table(base="12 homes", as_at=date(2019, 8, 1), notes=("Rounded.",), source="CQC"), "Beds and fees."
    )
    document = saved(tmp_path, block, TableBlock(table(), "Again", caption="Other homes"))
    assert [text for style, text in styled(document) if style == "Caption"] == [
        "Table 1: Homes",
        "Table 2: Other homes",
    ]
    assert [text for style, text in styled(document) if "Note" in style] == [
        "Base: 12 homes. As at 1 August 2019.",
        "Rounded.",
        "Source: CQC.",
        "",
    ]
    properties = document.tables[0]._tbl.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "Table 1: Homes"
    assert properties.find(qn("w:tblDescription")).get(qn("w:val")) == "Beds and fees."
    kinds = [child.tag.rpartition("}")[2] for child in document.element.body][2:5]
    assert kinds == ["p", "tbl", "p"]


def test_a_short_table_stays_whole_and_a_long_one_may_break(tmp_path):
    row = ("Beech", 1, 1, 1, None)
    document = saved(tmp_path, TableBlock(table((row,) * 3), "x"), TableBlock(table((row,) * 40), "y"))
    short, long = document.tables

    def kept(table):
        return [row._tr.find(f".//{qn('w:keepNext')}") is not None for row in table.rows[1:]]

    assert kept(short) == [True, True, False]
    assert kept(long) == [True] * 2 + [False] * 35 + [True] * 2 + [
        False
    ]  # three rows at least on either page


def test_what_stands_beneath_a_table_stays_on_the_page_of_its_last_row(tmp_path):
    noted = {"base": "homes", "notes": ("Rounded.",), "source": "CQC"}
    row = ("Beech", 1, 1, 1, None)
    document = saved(
        tmp_path, TableBlock(table((row,) * 2, **noted), "x"), TableBlock(table((row,) * 40, **noted), "y")
    )

    def keeps(element):
        return element.find(f".//{qn('w:keepNext')}") is not None

    assert [keeps(row._tr) for row in document.tables[0].rows[1:]] == [True, True]
    assert [keeps(row._tr) for row in document.tables[1].rows[1:]] == [True] * 2 + [False] * 35 + [True] * 3
    notes = [one for one in document.paragraphs if "Note" in one.style.name]
    assert [keeps(one._p) for one in notes] == [True, True, False] * 2


def test_the_last_fact_has_room_beneath_it(tmp_path):
    document = saved(tmp_path, FactList((("Date", "Monday"), ("Kind", "Forum"))), Paragraph("Who came"))
    date_line, kind = [one for one in document.paragraphs if one.text[:4] in ("Date", "Kind")]
    assert date_line.style.paragraph_format.space_after.pt < kind.style.paragraph_format.space_after.pt


def test_an_empty_table_says_none(tmp_path):
    document = saved(tmp_path, TableBlock(table(()), "Homes"))
    assert document.tables == []
    assert styled(document)[-2:] == [("Normal", "None."), ("Last Note", "")]


def test_a_table_of_many_columns_is_set_smaller(tmp_path):
    columns = tuple(Column(f"c{n}", "Requirement", ColumnKind.NUMBER) for n in range(7))
    document = saved(tmp_path, TableBlock(Table("Wide", columns, ((1,) * 7,)), "x"))
    assert document.tables[0].rows[1].cells[0].paragraphs[0].style.name == "Small Table Text"


def test_a_chart_is_sixteen_centimetres_wide_and_described(tmp_path):
    document = saved(tmp_path, ChartBlock(png(), "Derby: 7%", "Ratings", source="CQC", data=table()))
    shape = document.inline_shapes[0]
    assert (shape.width.cm, shape.height.cm) == (16, 8)
    for named in ("wp:docPr", "pic:cNvPr"):
        named = next(shape._inline.iter(qn(named)))
        assert (named.get("descr"), named.get("title")) == ("Derby: 7%", "Figure 1: Ratings")
    assert ("Caption", "Figure 1: Ratings") in styled(document)
    assert ("Last Note", "Source: CQC.") in styled(document)
    assert ("Caption", "Table 1: Homes") in styled(document)


def test_only_png_pictures_are_taken(tmp_path):
    with pytest.raises(ValueError, match="PNG"):
        saved(tmp_path, ChartBlock(b"GIF89a", "x", "Ratings"))
    assert list(tmp_path.iterdir()) == []


def test_the_footer_counts_pages_and_a_public_document_has_no_header(tmp_path):
    document = saved(tmp_path)
    footer = document.sections[0].footer
    assert footer.paragraphs[0].text == "Page 1 of 1"
    fields = [field.text for field in footer._element.iter(qn("w:instrText"))]
    assert fields == [" PAGE ", " NUMPAGES "]
    assert document.sections[0].header.is_linked_to_previous


def test_a_page_break_ends_the_page(tmp_path):
    saved(tmp_path, PageBreak())
    assert '<w:br w:type="page"/>' in part(tmp_path, "word/document.xml")


def test_the_public_document_is_written_from_public_blocks_alone(tmp_path):
    document = saved(
        tmp_path,
        Heading("Suspensions"),
        Paragraph("Three are suspended."),
        Paragraph("Rosewood House is.", exempt=AFFAIRS),
        terms=[ROSEWOOD],
    )
    assert styled(document)[-1] == ("Normal", "Three are suspended.")


def test_an_exempt_word_in_the_public_document_stops_the_save_and_leaves_the_old_file(tmp_path):
    path = tmp_path / "report.docx"
    path.write_bytes(b"old")
    with pytest.raises(Problem, match="was not saved") as raised:
        saved(
            tmp_path,
            TableBlock(table((("Rosewood House", 1, 1, 1, None),)), "Rosewood House has one bed."),
            ChartBlock(png(), "x", "Ratings at Rosewood House’s"),
            terms=[ROSEWOOD],
        )
    places = [detail.partition(": ")[0] for detail in raised.value.details]
    assert places == [
        "alternative text of table 1",
        "table 1, row 2",
        "paragraph 5",
        "alternative text of figure 1",
    ]
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["report.docx"]


def test_an_exempt_word_in_the_title_is_found_in_the_properties_too(tmp_path):
    with pytest.raises(Problem) as raised:
        save_word(Report("Rosewood House"), tmp_path / "report.docx", exempt_terms=[ROSEWOOD])
    assert [detail.partition(": ")[0] for detail in raised.value.details] == [
        "document properties",
        "paragraph 1",
    ]


def test_the_exempt_appendix_is_marked_on_every_page_and_not_searched(tmp_path):
    whole = report(
        Heading("Suspensions"),
        Paragraph("Public"),
        Paragraph("Rosewood House is.", exempt=AFFAIRS),
        Paragraph("Its manager", exempt=Exemption(1, "It names a person.")),
    )
    appendix = exempt_part(whole)
    save_word(appendix, tmp_path / "report.docx", exempt_terms=[ROSEWOOD])
    document = Document(str(tmp_path / "report.docx"))
    section = document.sections[0]
    assert [paragraph.text for paragraph in section.header.paragraphs] == [
        "EXEMPT – NOT FOR PUBLICATION",
        "Paragraphs 1 and 3 of Part 1 of Schedule 12A to the Local Government Act 1972",
    ]
    assert not section.different_first_page_header_footer
    assert styled(document) == [
        ("Title", "Exempt appendix: Winter forum"),
        (
            "Normal",
            "Not for publication under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972: "
            "Information relating to the financial or business affairs of any particular person (including the "
            "authority holding that information). It names a provider.",
        ),
        (
            "Normal",
            "Not for publication under paragraph 1 of Part 1 of Schedule 12A to the Local Government Act 1972: "
            "Information relating to any individual. It names a person.",
        ),
        ("Last Fact", "As at:\t9 December 2019"),
        ("Heading 1", "Suspensions"),
        ("Normal", "Rosewood House is."),
        ("Normal", "Its manager"),
    ]


@pytest.mark.parametrize("failure", ["missing folder", "not writable"])
def test_a_place_that_cannot_be_written_is_a_problem_in_a_sentence(tmp_path, failure, monkeypatch):
    path = tmp_path / "report.docx"
    path.write_bytes(b"old")
    if failure == "missing folder":
        path = tmp_path / "gone" / "report.docx"
    else:

        def refuse(source, target):
            raise PermissionError(13, "open in Word")

        monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(Problem, match="was not saved"):
        save_word(report(), path, exempt_terms=[])
    assert (tmp_path / "report.docx").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["report.docx"]


def test_a_file_that_cannot_be_read_back_is_not_put_in_place(tmp_path, monkeypatch):
    monkeypatch.setattr(zipfile.ZipFile, "writestr", lambda *arguments: None)
    with pytest.raises(Problem, match="could not be read back"):
        saved(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_recommendations_count_from_one_in_each_list_and_a_sign_off_has_its_post(tmp_path):
    document = saved(
        tmp_path,
        Heading("RECOMMENDATION/S"),
        Recommendations(("Do it", "Do that")),
        SignOff("Ada Example", "Service Director"),
        Recommendations(("And this",)),
        SignOff("Ben Sample"),
    )
    assert [
        (number, text) for style, number, text in numbered_lines(document) if style == "Recommendation"
    ] == [
        ("1)", "Do it"),
        ("2)", "Do that"),
        ("1)", "And this"),
    ]
    assert [pair for pair in styled(document) if pair[0].startswith("Sign")] == [
        ("Sign Off", "Ada Example"),
        ("Sign Off Post", "Service Director"),
        ("Sign Off", "Ben Sample"),
    ]


def test_a_document_has_the_looks_it_is_given(tmp_path):
    looks = Looks(font="Verdana", body=13, title=20, accent="801650", shade="F0E6EC", left=20, right=30.5)
    saved(tmp_path, Heading("Homes"), TableBlock(table(), "Homes"), looks=looks)
    styles, document = part(tmp_path, "word/styles.xml"), part(tmp_path, "word/document.xml")
    assert 'w:ascii="Verdana"' in styles
    in_arial = re.findall('w:styleId="([A-Za-z]+)"(?:(?!</w:style>).)*?w:ascii="Arial"', styles)
    assert in_arial == ["SmallTableText", "SmallTableHeading"]  # where Verdana has no room
    assert sorted(set(re.findall('<w:sz w:val="([0-9]+)"/>', styles)), key=int) == [
        "22",
        "24",
        "26",
        "30",
        "32",
        "40",
    ]
    assert "801650" in styles
    assert "12436D" not in styles
    assert 'w:fill="F0E6EC"' in styles
    assert 'w:fill="F0E6EC"' in document
    assert re.search('<w:pgMar w:top="1417" w:right="1729" w:bottom="1417" w:left="1134"', document)
    assert re.search(rf'<w:tblW w:w="{11906 - 1729 - 1134 - 1}"', document)


def test_a_tall_picture_leaves_room_for_its_caption(tmp_path):
    saved(tmp_path, ChartBlock(png(100, 400), "A tall picture", "Tall"))
    width, height = map(
        int, re.search('<wp:extent cx="([0-9]+)" cy="([0-9]+)"', part(tmp_path, "word/document.xml")).groups()
    )
    assert height == round(247 * 36_000 * 0.8)
    assert width == height // 4


def test_a_plain_document_holds_nothing_of_a_committees(tmp_path):
    saved(tmp_path, Paragraph("One", numbered=True))
    assert "Masthead" not in part(tmp_path, "word/styles.xml")
    assert "%1)" not in part(tmp_path, "word/numbering.xml")
