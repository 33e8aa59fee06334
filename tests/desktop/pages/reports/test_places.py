"""Where words such as “paragraph 2” stand in a report."""

from desktop.pages.reports.places import place_of_words
from resources.report.blocks import Heading, Paragraph, Report, TableBlock
from resources.report.exemption import Exemption
from resources.tables import Column, Table

TABLE = TableBlock(Table("Events", (Column("event", "Event"),), ()), "Events")
REPORT = Report(
    "Quality",
    blocks=(
        Heading("Information"),
        Paragraph("First.", numbered=True),
        Paragraph("Kept back.", numbered=True, exempt=Exemption(3, "It names somebody.")),
        Paragraph("Second.", numbered=True),
        TABLE,
    ),
)


def test_numbers_are_those_of_the_public_document() -> None:
    assert place_of_words(REPORT, "paragraph 1") == 1
    assert place_of_words(REPORT, "Paragraph 2 of the body") == 3
    assert place_of_words(REPORT, "Table 1, row 3") == 4
    assert place_of_words(REPORT, "the heading “Information”") == 0


def test_words_that_tell_no_place_tell_none() -> None:
    assert place_of_words(REPORT, "the name of the file") is None
    assert place_of_words(REPORT, "paragraph 9") is None
    assert place_of_words(REPORT, "heading “Gone”") is None
    assert place_of_words(REPORT, "figure 1") is None
