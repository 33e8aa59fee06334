"""What was found is told with where it stands."""

from resources.report.blocks import (
    Bullets,
    Heading,
    Paragraph,
    Recommendations,
    Report,
    TableBlock,
)
from resources.report.committee.parts import Part
from resources.report.committee.pieces import Origin
from resources.report.committee.to_mend import ToMend, Weight
from resources.report.exemption import Exemption
from resources.report.found import Found, to_mend
from resources.tables import Column, Table

REPORT = Report(
    "Progress",
    blocks=(
        Paragraph("First"),
        Heading("Homes"),
        Paragraph("One", numbered=True),
        TableBlock(Table("Homes", (Column("name", "Home"),), [("Larkmeadow Lodge",)]), "Homes."),
        Bullets(("a", "b")),
        Paragraph("Kept back", numbered=True, exempt=Exemption(3, "x")),
        Recommendations(("Note it.",)),
        Paragraph("Two", numbered=True),
    ),
)


def test_it_leads_to_the_line_the_part_and_the_sentence_that_it_comes_from() -> None:
    origins = [Origin() for _ in REPORT.blocks]
    origins[2] = Origin(item="line", section="forums", sentence="held")
    origins[7] = Origin(part=Part.PURPOSE)
    found = [Found("Long.", 2), Found("Bare.", 7, Weight.STOPS), Found("All of it.", where="whole report")]
    assert list(to_mend(found, REPORT, origins)) == [
        ToMend(Weight.LOOK, "Long.", "paragraph 1", item="line", sentence="held"),
        ToMend(Weight.STOPS, "Bare.", "paragraph 2", part="purpose"),
        ToMend(Weight.LOOK, "All of it.", "whole report"),
    ]


def test_what_a_finished_file_tells_leads_to_its_block_in_the_report() -> None:
    origins = [Origin(item=f"line {at}") for at in range(len(REPORT.blocks))]
    (table,) = to_mend([Found("No header row.", where="table 1")], REPORT, origins)
    assert (table.block, table.item) == (3, "line 3")
    (kept,) = to_mend([Found("Too small.", where="paragraph 1")], REPORT, origins, appendix=True)
    assert (kept.block, kept.where) == (5, "paragraph 1 of the exempt appendix")
    (nowhere,) = to_mend([Found("Stretched.", where="body")], REPORT, origins, appendix=True)
    assert (nowhere.block, nowhere.where) == (None, "body of the exempt appendix")
