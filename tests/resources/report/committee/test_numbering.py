"""Numbers of blocks, and that Word works out the same."""

from dataclasses import replace

import pytest

from resources.report import (
    Bullets,
    ChartBlock,
    Exemption,
    Heading,
    Numbering,
    PageBreak,
    Paragraph,
    Recommendations,
    Report,
    TableBlock,
    exempt_part,
    public_part,
)
from resources.report.committee.numbering import Numbers, labels, numbers, recommendation_label
from tests.resources.report.word.saved_documents import png, saved_as, table
from tests.resources.report.word.word_numbers import numbered_lines

AFFAIRS = Exemption(3, "It names a provider.")
BLOCKS = (
    Heading("Purpose"),
    Paragraph("One", numbered=True),
    Bullets(("a", "b")),
    Heading("Concerns"),
    Paragraph("Kept back", numbered=True, exempt=AFFAIRS),
    Paragraph("Not numbered"),
    Paragraph("Two", numbered=True),
    Heading("Wholly exempt", exempt=AFFAIRS),
    Paragraph("Kept back too", numbered=True),
    TableBlock(table(), "Homes"),
    Heading("Recommended"),
    Recommendations(("Do it", "Do that")),
    ChartBlock(png(4, 2), "A picture", "Picture", data=table()),
    TableBlock(table(), "Homes"),
    PageBreak(),
    Recommendations(("And this",)),
    Paragraph("Three", numbered=True),
)
REPORT = Report("Position", blocks=BLOCKS)


def test_paragraphs_count_on_and_what_is_exempt_counts_for_itself():
    shown = [(label, block.text) for label, block in zip(labels(REPORT), BLOCKS, strict=True) if label]
    assert shown == [
        ("1.", "One"),
        ("1.", "Kept back"),
        ("2.", "Two"),
        ("2.", "Kept back too"),
        ("3.", "Three"),
    ]


def test_by_section_headings_count_and_paragraphs_beneath_them():
    report = replace(REPORT, numbering=Numbering.BY_SECTION)
    shown = [(label, block.text) for label, block in zip(labels(report), BLOCKS, strict=True) if label]
    assert shown == [
        ("1.", "Purpose"),
        ("1.1", "One"),
        ("2.", "Concerns"),
        ("1.1", "Kept back"),
        ("2.1", "Two"),
        ("2.", "Wholly exempt"),
        ("2.1", "Kept back too"),
        ("3.", "Recommended"),
        ("3.1", "Three"),
    ]


def test_tables_and_figures_count_in_their_document():
    shown = [one for one in numbers(REPORT) if one.figure or one.table]
    assert shown == [Numbers(table=1), Numbers(figure=1, table=1), Numbers(table=2)]


@pytest.mark.parametrize("numbering", list(Numbering))
def test_the_numbers_of_the_whole_are_those_of_its_two_documents(numbering):
    report = replace(REPORT, numbering=numbering)
    whole = dict(zip((repr(block) for block in report.blocks), labels(report), strict=True))
    public = public_part(report)
    assert labels(public) == tuple(whole[repr(block)] for block in public.blocks)
    appendix = exempt_part(report)
    assert appendix is not None
    exempt = {getattr(block, "text", ""): label for block, label in zip(BLOCKS, labels(report), strict=True)}
    for block, label in zip(appendix.blocks, labels(appendix), strict=True):
        if isinstance(block, Paragraph):
            assert label == exempt[block.text]


@pytest.mark.parametrize("numbering", list(Numbering))
@pytest.mark.parametrize("part", [public_part, exempt_part])
def test_word_works_out_the_same_numbers(numbering, part, tmp_path):
    report = part(replace(REPORT, numbering=numbering))
    lines = numbered_lines(saved_as(report, tmp_path / "report.docx"))
    written = [(number, text) for _, number, text in lines if number]
    expected = []
    for block, label in zip(report.blocks, labels(report), strict=True):
        if isinstance(block, Recommendations):
            expected += [(recommendation_label(place), item) for place, item in enumerate(block.items)]
        elif label:
            expected.append((label, block.text))
    assert written == expected
