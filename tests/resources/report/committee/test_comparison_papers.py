"""What differs, as a table and a document."""

from resources.report.blocks import Bullets, Heading, Paragraph, TableBlock
from resources.report.committee.comparing import Difference, FigureChange, Kind, What
from resources.report.committee.comparison_papers import (
    comparison_lines,
    comparison_report,
    comparison_table,
    summed,
)
from resources.report.exemption import Exemption

EXEMPT = Exemption(3, "It names a provider.")
FIGURES = Difference(
    Kind.FIGURES, What.SENTENCE, "Forums", "held", "12 events.", "9 events.", (FigureChange("events", "12", "9", "−3"),)
)  # fmt: skip
NEW = Difference(Kind.NEW, What.PART, "Purpose of the Report", "Purpose", now="To seek approval.")
HIDDEN = Difference(
    Kind.GONE, What.TABLE, "Suspensions", "Who is suspended", was="Who is suspended", exempt=EXEMPT
)


def test_the_table_has_a_row_each_and_says_how_many() -> None:
    table = comparison_table((FIGURES, NEW), "Two reports")
    assert table.rows[0] == (
        "Figures changed",
        "Forums",
        "Sentence",
        "12 → 9 (−3)",
        "12 events.",
        "9 events.",
    )
    assert table.base == "2 differences: 1 new and 1 with other figures"
    assert table.exempt is None


def test_nothing_differs() -> None:
    assert summed(()) == "No differences"


def test_both_are_marked_where_any_of_it_is_exempt() -> None:
    assert comparison_table((FIGURES, HIDDEN), "Two reports").exempt == EXEMPT
    assert comparison_report((FIGURES, HIDDEN), "Two reports", subtitle="").marking == (EXEMPT,)
    assert not comparison_report((FIGURES,), "Two reports", subtitle="").is_exempt


def test_what_changed_in_a_table_is_a_table() -> None:
    cells = (FigureChange("Nursing: Homes", "40", "42", "+2"),)
    table = Difference(Kind.FIGURES, What.TABLE, "Market", "Ratings", "Ratings", "Ratings", cells)
    (block,) = [
        one for one in comparison_report((table,), "Two", subtitle="").blocks if isinstance(one, TableBlock)
    ]
    assert block.table.rows == [("Nursing: Homes", "40", "42", "+2")]


def test_the_document_goes_heading_by_heading() -> None:
    report = comparison_report(
        (FIGURES, NEW), "Two reports", subtitle="", followed_up=comparison_table((), "None")
    )
    assert [block.text for block in report.blocks if isinstance(block, Heading)] == [
        "What differs", "Forums", "Purpose of the Report", "What became of the recommendations",
    ]  # fmt: skip
    assert Paragraph("Sentence: figures changed.", leads=True) in report.blocks
    assert Bullets(("It was: 12 events.", "It is now: 9 events.", "12 → 9 (−3)")) in report.blocks


def test_a_terminal_has_what_it_was_above_what_it_is_now() -> None:
    cells = (FigureChange("Nursing homes: Services", "40", "42", "+2"),)
    table = Difference(Kind.FIGURES, What.TABLE, "", "Ratings", "Ratings", "Ratings", cells)
    long = Difference(Kind.NEW, What.TYPED, "Winter", "", now="Winter asks more of everybody. " * 5)
    lines = list(comparison_lines((FIGURES, table, long, HIDDEN), width=60))
    assert lines[:5] == [
        "1. Sentence: figures changed, under “Forums”",
        "   Was: 12 events.",
        "   Now: 9 events.",
        "        12 → 9 (−3)",
        "",
    ]
    assert lines[5:7] == ["2. Ratings: figures changed", "        Nursing homes: Services: 40 → 42 (+2)"]
    assert all(len(line) <= 60 for line in lines[:-1] if not line.startswith("4."))
    assert any(
        line.startswith("4. Who is suspended: no longer there") and "NOT FOR" in line for line in lines
    )
    assert lines[-1].startswith("4 differences:")


def test_a_figure_is_called_by_the_words_that_it_is_printed_with() -> None:
    assert FigureChange("held.active", "317 services", "321 services", "+4").label == "Services"
    assert FigureChange("held.share", "12%", "14%").label == "Figure"
    assert FigureChange("Nursing homes: Services", "40", "42").label == "Nursing homes: Services"
