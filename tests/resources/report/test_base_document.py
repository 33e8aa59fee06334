"""Looks taken from another council's document: what is taken, and what is not and why."""

from pathlib import Path

import pytest

from resources.report.base_document import TakenLooks, looks_of
from resources.report.looks import DEFAULT_LOOKS, Looks
from resources.report.word import save_word
from tests.resources.report.base_documents import (
    HEADING,
    NORMAL,
    SUBHEADING,
    TITLE,
    base,
    body,
    style,
    styles,
)
from tests.resources.report.test_pdf import REPORT


def taken_of(tmp_path: Path, **changed: str) -> TakenLooks:
    return looks_of(
        base(tmp_path / "theirs.docx", {f"word/{name}.xml": part for name, part in changed.items()})
    )


def normal(inside: str) -> str:
    return styles(style("Normal", inside), TITLE, HEADING, SUBHEADING)


def test_font_sizes_colour_and_margins_come_over(tmp_path: Path) -> None:
    taken = taken_of(tmp_path)
    assert taken.looks == Looks(
        font="Calibri", body=13, title=24, heading=18, subheading=14, accent="0B5345",
        top=25.4, right=20, bottom=25.4, left=20,
    )  # fmt: skip
    assert taken.taken == (
        "Font: Calibri.", "Text: 13 points.", "Title: 24 points.", "Headings: 18 points.",
        "Headings beneath them: 14 points.", "Colour of headings: #0B5345.",
        "Margins: top 25 mm, right 20 mm, bottom 25 mm and left 20 mm.",
    )  # fmt: skip
    assert taken.left == ("Its text, pictures, headers, footers and logos were not taken.",)


@pytest.mark.parametrize(
    ("inside", "font"),
    [
        ('<w:rFonts w:ascii="Verdana"/>', "Verdana"),
        ('<w:rFonts w:asciiTheme="majorHAnsi"/>', "Verdana"),
        ('<w:rFonts w:ascii="Wingdings 2"/>', "Arial"),
        ('<w:rFonts w:ascii="Lucida Handwriting"/>', "Arial"),
        (f'<w:rFonts w:ascii="{"A" * 60}"/>', "Arial"),
        ("", "Arial"),
    ],
)
def test_a_font_for_plain_text_is_taken(tmp_path: Path, inside: str, font: str) -> None:
    taken = taken_of(tmp_path, styles=normal(inside))
    assert taken.looks.font == font
    assert any("font" in line and "stays" in line for line in taken.left) == (font == "Arial")


@pytest.mark.parametrize(
    ("half_points", "body_points", "words"),
    [
        ("22", 12, "11 points was not taken: smaller than can be read with ease"),
        ("60", 12, "too large"),
        ("25", 12.5, ""),
    ],
)
def test_text_of_12_points_and_more_is_taken(
    tmp_path: Path, half_points: str, body_points: float, words: str
) -> None:
    taken = taken_of(tmp_path, styles=normal(f'<w:sz w:val="{half_points}"/>'))
    assert taken.looks.body == body_points
    assert words in " ".join(taken.left)


def test_without_a_size_the_text_has_that_of_word(tmp_path: Path) -> None:
    assert any(
        "Text at 10 points was not taken" in line for line in taken_of(tmp_path, styles=normal("")).left
    )


def test_a_colour_that_is_too_light_is_not_taken(tmp_path: Path) -> None:
    light = style("heading 1", '<w:color w:val="9BC2E6"/><w:sz w:val="36"/>')
    taken = taken_of(tmp_path, styles=styles(NORMAL, TITLE, light, SUBHEADING))
    assert taken.looks.accent == DEFAULT_LOOKS.accent
    assert any(line.startswith("The colour of its headings (#9BC2E6) was not taken") for line in taken.left)


def test_headings_without_a_colour_are_black(tmp_path: Path) -> None:
    plain = style("heading 1", '<w:sz w:val="36"/>')
    assert taken_of(tmp_path, styles=styles(NORMAL, TITLE, plain, SUBHEADING)).looks.accent == "000000"


@pytest.mark.parametrize(
    ("left", "said"), [("400", "left"), ("-1134", "left"), ("9000", "left"), ("{{7}}", "left")]
)
def test_a_margin_too_narrow_or_too_wide_stays_ours(tmp_path: Path, left: str, said: str) -> None:
    margins = f'<w:pgMar w:top="1440" w:right="1134" w:bottom="1440" w:left="{left}"/>'
    taken = taken_of(tmp_path, document=body(margins=margins))
    assert (taken.looks.left, taken.looks.right) == (25, 20)
    assert any(line.startswith(f"The margins at the {said} were not taken") for line in taken.left)


def test_headings_are_no_smaller_than_those_beneath_them(tmp_path: Path) -> None:
    small = style("heading 1", '<w:sz w:val="26"/>')
    looks = taken_of(
        tmp_path, styles=styles(NORMAL, style("Title", '<w:sz w:val="26"/>'), small, SUBHEADING)
    ).looks
    assert looks.title >= looks.heading >= looks.subheading == 14


def test_what_a_document_lacks_stays_ours(tmp_path: Path) -> None:
    taken = taken_of(tmp_path, styles=styles("<w:docDefaults/>"), document=body().replace("sectPr", "other"))
    assert taken.looks == Looks(accent="000000")
    assert "It has no margins of its own, so ours stay." in taken.left
    assert "Title: it has no such style, so ours stays." in taken.left


def test_styles_that_rest_upon_each_other_come_to_an_end(tmp_path: Path) -> None:
    round_ = styles(style("Normal", "", based="Title"), style("Title", "", based="Normal"))
    assert taken_of(tmp_path, styles=round_).looks.body == 12


def test_italics_and_capitals_are_not_taken_and_other_paper_is_told(tmp_path: Path) -> None:
    loud = style("heading 1", '<w:caps/><w:i/><w:u w:val="none"/>')
    wide = body().replace('w:w="11906"', 'w:w="16838"')
    left = " ".join(taken_of(tmp_path, styles=styles(NORMAL, TITLE, loud, SUBHEADING), document=wide).left)
    assert "Its italics and capitals were not taken" in left
    assert "Its pages are not A4 upright" in left


def test_looks_of_our_own_document_are_ours_again(tmp_path: Path) -> None:
    save_word(REPORT, tmp_path / "ours.docx", exempt_terms=())
    taken = looks_of(tmp_path / "ours.docx")
    assert taken.looks == DEFAULT_LOOKS
