"""Where blocks stand, in words."""

from resources.report.blocks import (
    Bullets,
    Heading,
    Numbering,
    Paragraph,
    Recommendations,
    Report,
    TableBlock,
)
from resources.report.committee.places import places_of
from resources.report.exemption import Exemption
from resources.report.gate.report_text import public_passages
from resources.tables import Column, Table

WHY = Exemption(3, "x")
LONG = "Homes that were looked at in the first half of the year"
REPORT = Report(
    "Progress",
    blocks=(
        Paragraph("First"),
        Heading(LONG),
        Paragraph("One", numbered=True),
        TableBlock(Table("Homes", (Column("name", "Home"),), [("Larkmeadow Lodge",)]), "Homes."),
        Bullets(("a", "b")),
        Paragraph("Kept back", numbered=True, exempt=WHY),
        Recommendations(("Note it.",)),
        Paragraph("Two", numbered=True),
    ),
)


def test_each_block_says_where_it_stands() -> None:
    assert places_of(REPORT) == (
        "beginning", f"heading “{LONG}”", "paragraph 1", "table 1", f"list beneath “{LONG}”",
        "paragraph 1 of the exempt appendix", f"recommendations beneath “{LONG}”", "paragraph 2",
    )  # fmt: skip
    by_section = Report("Progress", blocks=REPORT.blocks[1:], numbering=Numbering.BY_SECTION)
    assert places_of(by_section)[1] == "paragraph 1.1"


def test_what_is_searched_says_the_same_of_a_block_and_knows_it() -> None:
    """A heading is found however long it is, and a paragraph beside one of the appendix that has its number."""
    places = places_of(REPORT)
    said = {one.text: one for one in public_passages(REPORT)}
    for words in (LONG, "One", "Two"):
        block = said[words].block
        assert block is not None
        assert said[words].where == places[block]
    assert (said["Two"].block, said["Larkmeadow Lodge"].block, said["b"].block) == (7, 3, 4)
    assert said["Progress"].block is None
