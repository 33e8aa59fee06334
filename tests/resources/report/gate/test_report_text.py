"""What a report says, block by block, with where a reader finds it."""

from datetime import date

from resources.report.blocks import (
    Bullets,
    ChartBlock,
    FactList,
    Heading,
    Masthead,
    Paragraph,
    Recommendations,
    Report,
    SignOff,
    TableBlock,
    TickBoxes,
    WritingRoom,
)
from resources.report.committee.composing import Composed, Origin, SentenceState
from resources.report.committee.outline import Edit, Item, ItemKind, Outline, PartText
from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.report.gate.report_text import (
    exempt_passages,
    made_passages,
    outline_passages,
    public_passages,
    public_tables,
)
from resources.spans import Span
from resources.tables import Column, ColumnKind, Table

WHY = Exemption(3, "It names providers.")
TABLE = Table(
    "Visits", (Column("a", "Home"), Column("b", "Paid", ColumnKind.MONEY)), (("Velvet Court", 1234500),), base="all",
    notes=("N.",),
)  # fmt: skip
REPORT = Report(
    "Title", "Subtitle", masthead=Masthead("Committee", date(2020, 1, 13), "8", "Director"),
    blocks=(
        Heading("One"), Paragraph("First", numbered=True), Bullets(("a", "b")), Paragraph("Loose"),
        TableBlock(TABLE, "Alt", "Caption"), ChartBlock(b"", "Chart alt", "Chart caption", "Source", TABLE),
        Paragraph("Kept", numbered=True, exempt=WHY), TableBlock(TABLE, "Kept alt", exempt=WHY),
        Heading("Two"), Paragraph("Second", numbered=True), Recommendations(("That one",)), SignOff("Ada", "Post"),
        FactList((("Date", "today"),)), TickBoxes(("tick",)), WritingRoom("Write"),
    ),
)  # fmt: skip


def test_everything_public_is_said_once_with_its_place() -> None:
    said = [(one.text, one.where) for one in public_passages(REPORT)]
    assert said == [
        ("Title", "title"), ("Subtitle", "subtitle"), ("Committee", "top of the first page"),
        ("8", "top of the first page"), ("Director", "top of the first page"), ("One", "heading “One”"),
        ("First", "paragraph 1"), ("a", "item 1 after paragraph 1"), ("b", "item 2 after paragraph 1"),
        ("Loose", "after paragraph 1"), ("Caption", "caption of table 1"), ("Alt", "alternative text of table 1"),
        ("Home", "headings of table 1"), ("Paid", "headings of table 1"), ("Velvet Court", "table 1, row 1"),
        ("£12,345", "table 1, row 1"), ("all", "beneath table 1"), ("N.", "beneath table 1"),
        ("Chart caption", "caption of figure 1"), ("Chart alt", "alternative text of figure 1"),
        ("Source", "source of figure 1"), ("Home", "headings of table 2"), ("Paid", "headings of table 2"),
        ("Velvet Court", "table 2, row 1"), ("£12,345", "table 2, row 1"), ("all", "beneath table 2"),
        ("N.", "beneath table 2"), ("Two", "heading “Two”"), ("Second", "paragraph 2"),
        ("That one", "recommendation 1"), ("Ada", "sign-off"), ("Post", "sign-off"),
        ("Date", "after paragraph 2"), ("today", "after paragraph 2"),
        ("tick", "item 1 after paragraph 2"), ("Write", "after paragraph 2"),
    ]  # fmt: skip


def test_rows_are_read_with_their_headings_where_they_are_read_whole() -> None:
    rows = [one.text for one in public_passages(REPORT, whole_rows=True) if "row" in one.where]
    assert rows == ["Home: Velvet Court; Paid: £12,345"] * 2
    assert [where for _, where in public_tables(REPORT)] == ["table 1", "table 2"]


def test_what_is_exempt_is_read_alone() -> None:
    assert [one.text for one in exempt_passages(REPORT)] == [
        "Kept", "Visits", "Kept alt", "Home", "Paid", "Home: Velvet Court; Paid: £12,345", "all", "N.",
    ]  # fmt: skip
    assert exempt_passages(Report("Title", blocks=(Heading("One"), Paragraph("First")))) == []


def test_what_the_program_says_of_itself_is_told_from_what_somebody_typed() -> None:
    report = Report("T", blocks=tuple(Paragraph(one) for one in ("made", "typed", "edited", "kept")))
    report = Report("T", blocks=(*report.blocks[:3], Paragraph("kept", exempt=WHY)))
    origins = (
        Origin(section="market", sentence="a"),
        Origin(state=SentenceState.TYPED),
        Origin(state=SentenceState.EDITED, section="market", sentence="b", generated="as it was made"),
        Origin(section="market", sentence="c"),
    )
    notice, *said = [one.text for one in made_passages(Composed(report, origins))]
    assert said == ["made", "as it was made"]
    assert notice.startswith("Some information relating to this report is not for publication")


def test_what_somebody_typed_is_read_by_its_line_or_part() -> None:
    outline = Outline(
        "Title", "Committee", date(2020, 1, 13), Span(date(2019, 10, 1), date(2019, 12, 31)),
        parts={Part.PURPOSE: PartText("To tell.")}, recommendations=("That one",),
        items=(
            Item("1", ItemKind.SECTION, section="market"), Item("2", ItemKind.HEADING, text="H"),
            Item("3", ItemKind.PARAGRAPH, text="kept", exempt=WHY), Item("4", ItemKind.PICTURE, text="C", alt="A"),
        ),
        edits=(Edit("market", "a", "was", "is"),),
    )  # fmt: skip
    assert [(one.text, one.where) for one in outline_passages(outline)] == [
        ("Title", "title"), ("Committee", "name of the committee"), ("To tell.", "“Purpose of the report”"),
        ("H", "line 2 of the outline"), ("C", "line 4 of the outline"),
        ("A", "description of the picture in line 4 of the outline"), ("That one", "recommendation 1"),
        ("is", "an edited sentence"),
    ]  # fmt: skip
