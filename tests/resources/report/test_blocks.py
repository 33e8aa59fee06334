"""What is public, what is exempt, and that nothing is in both."""

from datetime import date

import pytest

from resources.report import (
    ChartBlock,
    Exemption,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    TableBlock,
    exempt_part,
    exemption_notice,
    public_part,
)
from resources.report.blocks import exemptions_of
from resources.tables import Column, Table
from tests.resources.report.made_reports import report

AFFAIRS = Exemption(3, "Names a provider whose contract is suspended.")


PERSON = Exemption(1, "Names a manager.")


def test_the_public_part_holds_the_public_blocks_alone():
    shown, hidden = Paragraph("Three are suspended."), Paragraph("Rosewood House is.", exempt=AFFAIRS)
    whole = report(Heading("Suspensions"), shown, hidden)
    assert public_part(whole) == report(Heading("Suspensions"), shown)


def test_the_exempt_part_holds_exempt_blocks_beneath_their_headings_each_heading_once():
    one, two = Paragraph("One", exempt=AFFAIRS), Paragraph("Two", exempt=PERSON)
    whole = report(
        Heading("A"),
        Paragraph("Public"),
        Heading("A1", 2),
        one,
        Paragraph("Public too"),
        two,
        Heading("B"),
        Paragraph("Public still"),
        Heading("C"),
        Heading("C1", 2),
        Paragraph("Public"),
        Heading("C2", 2),
        one,
    )
    appendix = exempt_part(whole)
    assert appendix == Report(
        "Exempt appendix: Market position",
        "Notts",
        date(2019, 12, 9),
        (Heading("A"), Heading("A1", 2), one, two, Heading("C"), Heading("C2", 2), one),
        marking=(AFFAIRS, PERSON),
    )
    assert appendix.is_exempt and not whole.is_exempt


def test_nothing_exempt_means_no_exempt_part_and_no_notice():
    whole = report(Heading("A"), Paragraph("Public"))
    assert exempt_part(whole) is None
    assert exemption_notice(whole) is None
    assert public_part(whole) == whole


def test_a_heading_whose_section_is_wholly_exempt_leaves_the_public_part():
    hidden = Paragraph("x", exempt=AFFAIRS)
    whole = report(
        Heading("A"), Heading("A1", 2), hidden, Heading("A2", 2), Paragraph("Public"), Heading("B"), hidden
    )
    assert public_part(whole).blocks == (Heading("A"), Heading("A2", 2), Paragraph("Public"))


def test_a_page_break_does_not_fill_a_section():
    whole = report(Paragraph("First"), Heading("B"), Paragraph("x", exempt=AFFAIRS), PageBreak())
    assert public_part(whole).blocks == (Paragraph("First"), PageBreak())


def test_an_exempt_heading_makes_its_section_exempt_until_the_next_of_its_level():
    under, deeper, after = Paragraph("Under"), Paragraph("Deeper"), Paragraph("After")
    whole = report(
        Heading("Hidden", exempt=AFFAIRS), under, Heading("Deep", 2), deeper, Heading("Shown"), after
    )
    assert public_part(whole).blocks == (Heading("Shown"), after)
    appendix = exempt_part(whole)
    assert appendix is not None
    assert [block.text for block in appendix.blocks] == ["Hidden", "Under", "Deep", "Deeper"]
    assert appendix.blocks[1].exempt == AFFAIRS


def test_an_exempt_subheading_ends_at_the_next_subheading():
    whole = report(
        Heading("A"),
        Heading("Hidden", 2, exempt=PERSON),
        Paragraph("x"),
        Heading("Shown", 2),
        Paragraph("y"),
    )
    assert public_part(whole).blocks == (Heading("A"), Heading("Shown", 2), Paragraph("y"))


def test_a_report_may_not_skip_a_heading_level():
    with pytest.raises(ValueError, match="skips level 1"):
        report(Heading("A", 2))
    with pytest.raises(ValueError, match="level 1 or 2"):
        Heading("A", 3)


def test_tables_and_charts_need_a_description():
    with pytest.raises(ValueError, match="Attendance"):
        TableBlock(Table("Attendance", (Column("a", "A"),), ()), " ")
    with pytest.raises(ValueError, match="Ratings"):
        ChartBlock(b"", "", "Ratings")


def test_each_block_says_why_it_is_exempt_by_itself_or_by_its_heading():
    blocks = (
        Heading("A"),
        Paragraph("Public"),
        Paragraph("One", exempt=PERSON),
        Heading("Hidden", 2, exempt=AFFAIRS),
        Paragraph("Under"),
        Heading("B"),
    )
    assert exemptions_of(blocks) == (None, None, PERSON, AFFAIRS, AFFAIRS, None)
