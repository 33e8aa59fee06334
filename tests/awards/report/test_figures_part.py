"""Figures as they may be published."""

from awards.figures.figures import By, FigureLine, NominationFigures, figures
from awards.figures.reading import voices
from awards.report.figures_part import figures_blocks, public_table
from resources.database import Database
from resources.report.blocks import ChartBlock, Heading, TableBlock
from tests.awards.gala import Gala


def made(by: By, *counts: tuple[int, int]) -> NominationFigures:
    lines = [FigureLine(f"Line {at}", *pair, 0, 0) for at, pair in enumerate(counts, 1)]
    whole = FigureLine("All", sum(one for one, _ in counts), sum(one for _, one in counts), 0, 0)
    return NominationFigures(by, (), tuple(lines), whole)


def test_a_small_count_is_hidden_and_another_with_it() -> None:
    table = public_table(made(By.CATEGORY, (30, 20), (3, 3), (9, 7), (0, 0)))
    assert table.rows == [
        ("Line 1", 30, 20), ("Line 2", "[c]", "[c]"), ("Line 3", "[c]", "[c]"), ("Line 4", 0, 0), ("All", 42, 30)
    ]  # fmt: skip
    assert "below 5" in table.notes[0]


def test_a_line_with_many_nominations_of_few_nominees_is_hidden_whole() -> None:
    table = public_table(made(By.DISTRICT, (30, 20), (12, 2), (9, 7)))
    assert table.rows[1] == ("Line 2", "[c]", "[c]")


def test_nominees_are_not_told_by_who_nominated_since_they_overlap() -> None:
    table = public_table(made(By.NOMINATOR, (30, 20), (12, 12)))
    assert [column.name for column in table.columns] == ["label", "nominations"]
    assert table.rows == [("Line 1", 30), ("Line 2", 12), ("All", 42)] and table.notes == ()


def test_even_all_of_few_are_hidden() -> None:
    table = public_table(made(By.KIND, (3, 2), (1, 1)))
    assert table.rows[-1] == ("All", "[c]", "[c]") and "nomination" not in table.base


def test_a_table_for_each_way_of_counting_and_a_chart(db: Database) -> None:
    gala = Gala(db)
    for number in range(14):
        category = "Person Centred" if number < 8 else "Lead"
        gala.nominate(f"Somebody Example{number}", category, service_id=None, place_told="x")
    blocks = figures_blocks(db, gala.round_id, voices(db, [gala.round_id]))
    assert [type(one) for one in blocks] == [Heading, ChartBlock, *(TableBlock,) * 4]
    chart = blocks[1]
    assert isinstance(chart, ChartBlock) and "Most nominations, 8, were for" in chart.alt
    assert figures_blocks(db, gala.round_id, []) == []
    assert public_table(figures(db, [gala.round_id], By.CATEGORY)).rows[0][1:] == (8, 8)
