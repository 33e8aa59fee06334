"""Numbers of blocks, and that Word works out the same."""

import random
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
from resources.report.blocks import public_places
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


def random_report(seed):
    """Headings, paragraphs, tables and lists in any order, some of them exempt."""
    rnd = random.Random(seed)
    blocks = [Heading("First")]
    for place in range(rnd.randrange(2, 25)):
        exempt = AFFAIRS if rnd.random() < 0.3 else None
        blocks.append(
            rnd.choice(
                [
                    Heading(f"Heading {place}", rnd.choice([1, 2]), exempt=exempt),
                    Paragraph(f"Paragraph {place}", numbered=rnd.random() < 0.8, exempt=exempt),
                    Paragraph(f"Another {place}", numbered=True, exempt=exempt),
                    TableBlock(table(), f"Homes {place}", exempt=exempt),
                    Bullets((f"Item {place}",), exempt=exempt),
                    PageBreak(exempt=exempt),
                ]
            )
        )
    return Report("Position", blocks=tuple(blocks), numbering=rnd.choice(list(Numbering)))


@pytest.mark.parametrize("first_seed", range(0, 500, 100))
def test_the_publics_numbers_never_show_that_something_is_kept_back(first_seed):
    for seed in range(first_seed, first_seed + 100):
        report = random_report(seed)
        whole = numbers(report)
        places = public_places(report.blocks)
        public = public_part(report)
        assert numbers(public) == tuple(whole[place] for place in places)
        tables = [one.table for one in numbers(public) if one.table]
        assert tables == list(range(1, len(tables) + 1))
        if report.numbering is Numbering.CONTINUOUS:
            counted = [one.label for one in numbers(public) if one.label]
            assert counted == [f"{number}." for number in range(1, len(counted) + 1)]
