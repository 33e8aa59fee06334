"""The finished Word file: sound as we write it, and each rule told where it is broken."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from resources.report.accessible import RULES, check_file, opened
from resources.report.blocks import (
    Bullets,
    ChartBlock,
    Heading,
    Masthead,
    Numbering,
    PageBreak,
    Paragraph,
    Recommendations,
    Report,
    SignOff,
    TableBlock,
    exempt_part,
)
from resources.report.exemption import Exemption
from resources.report.word import save_word
from resources.tables import Column, Table
from tests.resources.report.made_pictures import tiny_png

TABLE = Table("Homes", (Column("name", "Home"), Column("town", "Town")), [("Larkmeadow Lodge", "Wrenford")])
REPORT = Report(
    "Market management",
    as_at=date(2019, 12, 9),
    blocks=(
        Heading("Purpose"),
        Paragraph("Larkmeadow Lodge is rated Good.", numbered=True),
        Heading("Homes", 2),
        TableBlock(TABLE, "One home with its town."),
        ChartBlock(tiny_png(), "One bar that reaches to 1.", "Homes by town"),
        Bullets(("One", "Two")),
        PageBreak(),
        Heading("Recommendations"),
        Recommendations(("Note the report.",)),
        SignOff("Ada Example", "Service Director"),
        Paragraph(
            "Quillby Court is suspended.", exempt=Exemption(3, "Its terms", "It would harm", "Members")
        ),
    ),
    masthead=Masthead("Invented Committee", date(2019, 12, 9), "4", "the Service Director"),
)


def written(report: Report, tmp_path: Path) -> bytes:
    save_word(report, tmp_path / "report.docx", exempt_terms=())
    return (tmp_path / "report.docx").read_bytes()


def changed(document: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The document with one of its parts put otherwise."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                other = change(data.decode()).encode()
                assert other != data, "nothing was broken"
                data = other
            target.writestr(name, data)
    return made.getvalue()


def put(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


BODY, STYLES = "word/document.xml", "word/styles.xml"
LINE = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r>{}<w:t>{}</w:t></w:r></w:p>'
BEFORE_SECTION = "<w:sectPr>"
BROKEN: dict[str, tuple[str, Callable[[str], str], str]] = {
    "one_title": (BODY, put('w:val="Title"', 'w:val="Subtitle"'), "needs one title"),
    "title_in_properties": ("docProps/core.xml", put("Market management", ""), "properties have no title"),
    "headings_in_order": (BODY, put('w:val="Heading1"', 'w:val="Heading2"'), "first heading is not of level 1"),
    "headings_are_styles": (
        BODY, put(BEFORE_SECTION, LINE.format("Normal", "<w:rPr><w:b/></w:rPr>", "In short") + BEFORE_SECTION),
        "line in bold stands in the place of a heading"),
    "numbers_are_counted": (
        BODY, put(BEFORE_SECTION, LINE.format("Normal", "", "1. Typed") + BEFORE_SECTION), "was typed"),
    "no_empty_paragraphs": (BODY, put(BEFORE_SECTION, LINE.format("Normal", "", "") + BEFORE_SECTION), "empty line"),
    "nothing_is_loud": (STYLES, put("<w:b/>", "<w:b/><w:i/>"), "set in italics"),
    "text_is_large_enough": (STYLES, put('<w:sz w:val="20"/>', '<w:sz w:val="18"/>'), "smaller than 10 points"),
    "colours_can_be_read": (STYLES, put("12436D", "A9C4DD"), "#A9C4DD is too light"),
    "lines_are_aligned_left": (STYLES, put("</w:pPr>", '<w:jc w:val="both"/></w:pPr>'), "stretched to both edges"),
    "language_is_english": (STYLES, put('w:lang w:val="en-GB"', 'w:lang w:val="en-US"'), "British English"),
    "tables_have_headers": (BODY, put("<w:tblHeader/>", ""), "no header row"),
    "tables_are_described": (BODY, put("One home with its town.", " "), "table is not described"),
    "cells_are_not_merged": (BODY, put("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>'), "merged or split"),
    "pictures_are_described": (
        BODY, lambda text: text.replace('descr="One bar that reaches to 1."', 'descr=""'), "picture is not described"),
    "pictures_stand_in_the_line": (
        BODY, lambda text: text.replace("wp:inline", "wp:anchor"), "floats beside the text"),
    "pages_are_numbered": ("word/footer1.xml", put(" PAGE ", " DATE "), "pages are not numbered"),
}  # fmt: skip


def test_what_we_write_keeps_every_rule(tmp_path: Path) -> None:
    assert check_file(written(REPORT, tmp_path)) == ()
    by_section = Report("Progress", blocks=REPORT.blocks, numbering=Numbering.BY_SECTION)
    assert check_file(written(by_section, tmp_path)) == ()


def test_an_exempt_appendix_says_so_on_every_page(tmp_path: Path) -> None:
    appendix = exempt_part(REPORT)
    assert appendix is not None
    document = written(appendix, tmp_path)
    assert check_file(document, exempt=True) == ()
    bare = changed(document, "word/header1.xml", put("EXEMPT", "OPEN"))
    assert [one.where for one in check_file(bare, exempt=True)] == ["header"]


@pytest.mark.parametrize("rule", [rule.__name__ for rule in RULES])
def test_each_rule_is_told_where_it_is_broken_and_by_no_other(tmp_path: Path, rule: str) -> None:
    part, change, words = BROKEN[rule]
    document = changed(written(REPORT, tmp_path), part, change)
    assert any(words in one.words for one in check_file(document))
    file = opened(document)
    others = [one for other in RULES if other.__name__ != rule for one in other(file)]
    assert not any(words in one.words for one in others)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Purpose", "", "A heading of level 1 has no words"),
        ("Home<", "<", "A column of the table has no name"),
        ('w:val="Heading1"', 'w:val="Title"', "needs one title"),
    ],
)
def test_what_is_there_and_empty_is_told_too(tmp_path: Path, old: str, new: str, words: str) -> None:
    document = changed(written(REPORT, tmp_path), BODY, put(old, new))
    assert any(words in one.words for one in check_file(document))


def test_a_level_that_is_skipped_is_told_at_its_heading(tmp_path: Path) -> None:
    deep = changed(written(REPORT, tmp_path), STYLES, put('w:outlineLvl w:val="1"', 'w:outlineLvl w:val="2"'))
    assert [one.where for one in check_file(deep)] == ["heading “Homes”"]
