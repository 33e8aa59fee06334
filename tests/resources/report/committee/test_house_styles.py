"""The two councils' own reports held against what is composed and written in their styles."""

import re
from dataclasses import dataclass, replace
from datetime import date

import pytest

from resources.report import Heading, Recommendations
from resources.report.committee.composing import compose
from resources.report.committee.house_styles import IMPLICATIONS, house_style
from resources.report.committee.numbering import labels, recommendation_label
from resources.report.committee.outline import ItemKind, PartText, Style
from resources.report.committee.parts import Part
from tests.resources.report.committee.made_outlines import PARTS, SOMERSET_PARTS, outline, typed
from tests.resources.report.word.saved_documents import saved_as
from tests.resources.report.word.word_numbers import numbered_lines

_TABLE_OF_RATINGS = (
    "Current overall ratings for active services",
    "Local Authority IA RI GO OU IA RI GO OU IA RI GO OU",
    "IA: Inadequate GD: Good",
    "RI: Requires Improvement OU: Outstanding",
)
_END_OF_A_SENTENCE = "Committee under its terms of reference"


@dataclass(frozen=True)
class Line:
    """A heading or a number of the real report, in its order."""

    heading: str = ""
    number: str = ""


def nottinghamshires_own(text: str) -> list[Line]:
    """Its headings, its numbers 1. to 55. and its 1) 2), read from the text; from the first heading on."""
    lines = [line.strip() for line in text.replace("\f", "\n").splitlines()]
    found: list[Line] = []
    paragraphs = 0
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if re.match(rf"{paragraphs + 1}\.\s", line):
            paragraphs += 1
            found.append(Line(number=f"{paragraphs}."))
        elif number := re.match(r"\d\)(?=\s)", line):
            found.append(Line(number=number[0]))
        elif is_heading(before, line, after):
            found.append(Line(heading=line))
    return found[found.index(Line("Purpose of the Report")) :]


def is_heading(before: str, line: str, after: str) -> bool:
    """A short line by itself that ends no sentence and is not of the table."""
    ends = not after or re.match(r"\d+\.\s", after)
    stands_alone = bool(ends) and (not before or before.endswith("."))
    is_sentence = line.endswith((".", ",", ";")) or (line.endswith(":") and "enquiries" not in line)
    excluded = (*_TABLE_OF_RATINGS, _END_OF_A_SENTENCE)
    return (
        stands_alone
        and line[:1].isupper()
        and len(line) < 75
        and not is_sentence
        and " – " not in line
        and not re.search(r"\d \d", line)  # of the table
        and line not in excluded
    )


def composed_lines(report) -> list[Line]:
    """The same of a composed report."""
    found = []
    for block, label in zip(report.blocks, labels(report), strict=True):
        if isinstance(block, Heading):
            found.append(Line(heading=f"{label} {block.text}".strip()))
        elif isinstance(block, Recommendations):
            found += [Line(number=recommendation_label(place)) for place in range(len(block.items))]
        elif label:
            found.append(Line(number=label))
    return found


def as_items(lines: list[Line]):
    """Headings and paragraphs as somebody would put them into an outline."""
    return [
        typed(
            str(place),
            line.heading or "Words.",
            ItemKind.HEADING if line.heading else ItemKind.PARAGRAPH,
        )
        for place, line in enumerate(lines)
    ]


@pytest.fixture
def rebuilt(shared_data):
    """The report of December 2019: its own headings and numbers, and what is composed of its sections."""
    path = shared_data / "reports" / "nottinghamshire_2019-12_market_management_position_statement.txt"
    own = nottinghamshires_own(path.read_text(encoding="utf-8"))
    inside = own[own.index(Line("Information")) + 1 : own.index(Line("Other Options Considered"))]
    composed = compose(outline(*as_items(inside)), {})
    return own, composed


def test_nottinghamshires_headings_order_and_numbers_are_those_of_december_2019(rebuilt):
    own, composed = rebuilt
    assert composed_lines(composed.report) == own
    assert [line.number for line in own if line.number.endswith(".")] == [f"{n}." for n in range(1, 56)]
    assert [line.number for line in own if line.number.endswith(")")] == ["1)", "2)"]
    assert len([line for line in own if line.heading]) == 25


def test_word_numbers_the_report_of_december_2019_as_it_is_numbered(rebuilt, tmp_path):
    own, composed = rebuilt
    document = saved_as(composed.report, tmp_path / "december.docx")
    written = [
        Line(heading=text if style.startswith("Heading") else "", number=number)
        for style, number, text in numbered_lines(document)
        if number or style.startswith("Heading")
    ]
    written = [replace(line, number="") if line.heading else line for line in written]
    assert written == own


def test_the_masthead_of_december_2019_stands_above_the_title(tmp_path):
    parts = PARTS | {
        Part.REPORT_OF: PartText("the Service Director, Strategic Commissioning and Integration")
    }
    composed = compose(outline(typed("t", "Words."), parts=parts), {})
    document = saved_as(composed.report, tmp_path / "december.docx")
    assert [(one.style.name, one.text) for one in document.paragraphs[:5]] == [
        ("Masthead Committee", "Report to Adult Social Care and Public Health Committee"),
        ("Masthead Line", "9 December 2019"),
        ("Masthead Line", "Agenda item: 8"),
        ("Report Of", "Report of the Service Director, Strategic Commissioning and Integration"),
        ("Title", "Market management position statement"),
    ]


def test_somersets_headings_order_and_numbers_are_those_of_2022(shared_data, tmp_path):
    path = shared_data / "reports" / "somerset_2022_care_provider_quality.txt"
    own = somersets_own(path.read_text(encoding="utf-8"))
    first = own.index("3. Associated Local Authority Statutory Duties, powers and key responsibilities")
    last = own.index("7. Appendices")
    items = [
        typed(str(place), line.split(" ", 1)[1], ItemKind.HEADING)
        if re.match(r"\d\. ", line)
        else typed(str(place), "Words.")
        for place, line in enumerate(own[first:last])
    ]
    items.append(typed("appendices", "Appendices", ItemKind.HEADING))
    composed = compose(outline(*items, style=Style.SOMERSET, recommendations=()), {})
    made = [line.heading or line.number for line in composed_lines(composed.report)]
    assert made == own
    document = saved_as(composed.report, tmp_path / "somerset.docx")
    written = [
        f"{number} {text}" if style == "Heading 1" else number
        for style, number, text in numbered_lines(document)
        if number
    ]
    assert written == own


def somersets_own(text: str) -> list[str]:
    """Its headings with their numbers and the numbers of its paragraphs, up to its appendix."""
    found = []
    for line in text.split("APPENDIX A")[0].splitlines():
        if heading := re.match(r"(\d)\.? ([A-Z].*)", line):
            found.append(f"{heading[1]}. {heading[2]}")
        elif paragraph := re.match(r"[-* ]*(\d\.\d)\b", line):
            found.append(paragraph[1])
    return found


def test_somersets_author_block_has_the_labels_of_2022(shared_data):
    path = shared_data / "reports" / "somerset_2022_care_provider_quality.txt"
    text = path.read_text(encoding="utf-8")
    labels_there = re.findall(r"^([A-Z][A-Za-z ]+): ", text.split("1. Summary")[0], re.MULTILINE)
    assert [label for _, label in house_style(Style.SOMERSET).officers] == labels_there[-5:]


def test_the_implications_are_the_councils_eleven(shared_data):
    path = shared_data / "reports" / "nottinghamshire_2019-12_market_management_position_statement.txt"
    text = " ".join(path.read_text(encoding="utf-8").split())
    said = ", ".join(IMPLICATIONS[:-1])
    assert f"in respect of {said}, {IMPLICATIONS[-1]} and where such" in text
    assert len(IMPLICATIONS) == 11


@pytest.mark.parametrize("style", list(Style))
def test_every_part_is_printed_by_one_of_the_styles(style):
    printed = set(house_style(style).parts)
    other = {part for one in Style if one is not style for part in house_style(one).parts}
    assert printed | other == set(Part)
    assert set(PARTS if style is Style.NOTTINGHAMSHIRE else SOMERSET_PARTS) <= printed


def test_a_comments_heading_has_initials_and_the_day_as_far_as_they_are_known():
    comments = next(
        placed
        for placed in house_style(Style.NOTTINGHAMSHIRE).order
        if getattr(placed, "part", None) is Part.FINANCIAL_COMMENTS
    )
    day = date(2019, 11, 15)
    assert [
        comments.heading_of(written)
        for written in (
            PartText("", "DG", day),
            PartText("", "", day),
            PartText("", "DG"),
            PartText(""),
            None,
        )
    ] == [
        "Financial Comments (DG 15/11/19)",
        "Financial Comments (15/11/19)",
        "Financial Comments (DG)",
        "Financial Comments",
        "Financial Comments",
    ]
