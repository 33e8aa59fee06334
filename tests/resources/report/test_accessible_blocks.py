"""What a person can mend in a report before it is written: each rule broken one by one."""

import pytest

from resources.report.accessible_blocks import check_blocks
from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    Heading,
    Paragraph,
    Recommendations,
    Report,
    TableBlock,
)
from resources.report.committee.to_mend import Weight
from resources.report.looks import Looks
from resources.tables import Column, Table
from tests.resources.report.made_pictures import tiny_png

HOME, TOWN = Column("name", "Home"), Column("town", "Town")
GOOD: tuple[Block, ...] = (
    Heading("Purpose"),
    Paragraph("See the register of services on the council’s pages: https://www.example.org/register"),
    TableBlock(Table("Homes", (HOME, TOWN), [("Larkmeadow Lodge", "Wrenford")]), "One home with its town."),
    ChartBlock(tiny_png(), "One bar that reaches to 1.", "Homes by town"),
)


def picture(alt: str) -> Block:
    return ChartBlock(tiny_png(), alt, "Homes by town")


def table(*columns: Column) -> Block:
    return TableBlock(Table("Homes", columns, []), "Homes with their towns.")


BROKEN: dict[str, tuple[Block, str]] = {
    "heading without words": (Heading(" "), "A heading has no words"),
    "heading of 500 signs": (Heading("a" * 500), "The heading has 500 signs"),
    "paragraph without words": (Paragraph(" "), "A paragraph has no words"),
    "link called here": (Paragraph("For more, click here."), "does not say where a link leads"),
    "link in a list": (Bullets(("One", "see here")), "does not say where a link leads"),
    "link in a recommendation": (Recommendations(("Read more information here.",)), "does not say where"),
    "long address": (Paragraph(f"https://example.org/{'a' * 60}"), "read out letter by letter"),
    "file name": (picture("IMG_2041 (2).JPG"), "is the name of a file"),
    "word that says nothing": (picture("Chart 1."), "does not say what it shows"),
    "caption again": (picture("Homes by town"), "does not say what it shows"),
    "long description": (picture("A bar. " * 40), "up to 250 can be listened to"),
    "column without a name": (table(HOME, Column("town", " ")), "A column of the table has no name"),
    "no column": (table(), "A column of the table has no name"),
    "columns of one name": (table(HOME, Column("other", "home")), "Two columns of the table have the same name"),
    "figures behind a chart": (
        ChartBlock(tiny_png(), "One bar.", "Homes", data=Table("Homes", (Column("name", ""),), [])),
        "A column of the table has no name"),
}  # fmt: skip


def test_nothing_is_told_of_what_everybody_can_read() -> None:
    assert check_blocks(Report("Progress", blocks=GOOD)) == ()


@pytest.mark.parametrize("case", BROKEN)
def test_each_rule_is_told_at_its_block(case: str) -> None:
    block, words = BROKEN[case]
    found = check_blocks(Report("Progress", blocks=(*GOOD, block)))
    assert [one.place for one in found] == [len(GOOD)]
    assert words in found[0].words


def test_what_shuts_somebody_out_stops_the_report() -> None:
    found = check_blocks(
        Report("Progress", blocks=(Heading(""), table(Column("name", "")), picture("a.png")))
    )
    assert [one.weight for one in found] == [Weight.STOPS, Weight.STOPS, Weight.LOOK]


@pytest.mark.parametrize(
    ("looks", "words"),
    [
        (Looks(body=11), "The text has 11 points and 12 are needed"),
        (Looks(accent="9BC2E6"), "Headings in #9BC2E6 are too light"),
        (Looks(shade="404040"), "The shade #404040 of table headings is too dark"),
    ],
)
def test_looks_are_held_against_what_can_be_read(looks: Looks, words: str) -> None:
    found = check_blocks(Report("Progress", blocks=GOOD, looks=looks))
    assert [(one.where, words in one.words) for one in found] == [("looks", True)]


def test_a_chart_that_the_program_drew_may_say_its_figures() -> None:
    told = Report("Progress", blocks=(*GOOD, picture("Wrenford: 1. " * 50)))
    assert check_blocks(told, drawn={len(GOOD)}) == ()
    assert [one.place for one in check_blocks(told)] == [len(GOOD)]
