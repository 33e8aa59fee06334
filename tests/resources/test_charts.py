"""Charts: what is drawn, what is said of it, and what is refused."""

import struct
import subprocess
import sys
from pathlib import Path

import pytest

from resources.chart_drawing import draw
from resources.charts import Bars, bar_chart, ratings_chart
from resources.report import ChartBlock, Exemption
from resources.tables import Column, ColumnKind, Table

PERCENT, NUMBER = ColumnKind.PERCENT, ColumnKind.NUMBER


RATINGS = Table(
    "Nursing homes",
    (
        Column("area", "Authority"),
        Column("inadequate", "Inadequate (%)", PERCENT),
        Column("requires_improvement", "Requires improvement (%)", PERCENT),
        Column("good", "Good (%)", PERCENT),
        Column("outstanding", "Outstanding (%)", PERCENT),
        Column("not_rated", "Not yet rated (%)", PERCENT),
    ),
    (("Derby", 0, 12, 88, 0, 0), ("Nottinghamshire", 10, 23, 60, 7, 3)),
    base="nursing homes with a rating",
)


PRESENT = Table(
    "Present",
    (Column("kind", "Kind"), Column("people", "People", NUMBER)),
    (("Nursing home", 12), ("Home care", 31), ("Day care", None), ("Micro-provider", "fewer than 5")),
)


def size_of(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


def test_a_ratings_chart_says_the_finding_the_measure_and_every_value():
    chart = ratings_chart(
        RATINGS,
        title="Nottinghamshire has most Inadequate nursing homes",
        subtitle="% of rated nursing homes, 1 August 2019",
        source="CQC",
    )
    assert chart.alt == (
        "Nottinghamshire has most Inadequate nursing homes. % of rated nursing homes, 1 August 2019. Bar chart. "
        "Derby: Inadequate 0%, Requires improvement 12%, Good 88%, Outstanding 0%; "
        "Nottinghamshire: Inadequate 10%, Requires improvement 23%, Good 60%, Outstanding 7%. Source: CQC."
    )
    assert [column.name for column in chart.data.columns] == [
        "area",
        "inadequate",
        "requires_improvement",
        "good",
        "outstanding",
    ]
    assert chart.data.rows == (("Derby", 0, 12, 88, 0), ("Nottinghamshire", 10, 23, 60, 7))
    assert chart.data.base == RATINGS.base


def test_a_chart_is_sixteen_centimetres_wide_at_300_dots_and_taller_with_more_rows():
    few = ratings_chart(RATINGS, title="Few", subtitle="", source="")
    many = Table("Many", RATINGS.columns, RATINGS.rows * 5)
    taller = ratings_chart(many, title="Many", subtitle="", source="")
    assert size_of(few.png)[0] == size_of(taller.png)[0] == 1889
    assert size_of(taller.png)[1] > size_of(few.png)[1] + 8 * 0.27 * 300 - 5


def test_bars_are_ordered_by_size_on_request_and_ties_keep_their_order():
    rows = (("A", 5), ("B", 9), ("C", 5))
    table = Table("x", PRESENT.columns, rows)
    assert bar_chart(table, title="x").data.rows == rows
    assert bar_chart(table, title="x", order_by="people").data.rows == (("B", 9), ("A", 5), ("C", 5))


def test_a_cell_without_a_figure_has_no_bar_and_says_so():
    chart = bar_chart(PRESENT, title="Home care sent most people", order_by="people")
    assert chart.alt == (
        "Home care sent most people. Bar chart. "
        "Home care: 31; Nursing home: 12; Day care: no figure; Micro-provider: fewer than 5."
    )


def test_the_same_table_makes_the_same_picture_and_names_no_software():
    first = bar_chart(PRESENT, title="Same")
    draw.cache_clear()
    assert bar_chart(PRESENT, title="Same") == first
    assert b"atplotlib" not in first.png


def test_a_chart_that_was_drawn_before_is_not_drawn_again():
    first = bar_chart(PRESENT, title="Once")
    assert bar_chart(PRESENT, title="Once").png is first.png
    assert bar_chart(PRESENT, title="Once", source="CQC").png != first.png


def test_other_figures_make_another_picture():
    more = Table("Present", PRESENT.columns, (*PRESENT.rows[:1], ("Home care", 8), *PRESENT.rows[2:]))
    assert bar_chart(more, title="x").png != bar_chart(PRESENT, title="x").png


@pytest.mark.parametrize(
    "rows",
    [
        (("A", 0), ("B", 0)),
        (("A", 12), ("B", -7)),
        (("A", -1), ("B", -7)),
        (("A", None),),
        (("$5 and $6", 5), ("A very long label that is broken over several lines of the chart " * 2, 1)),
    ],
)
@pytest.mark.filterwarnings("error")
def test_unusual_figures_and_labels_are_drawn(rows):
    chart = bar_chart(Table("x", PRESENT.columns, rows), title="A title of many words " * 8, source="Us")
    assert size_of(chart.png)[1] > 200


def test_parts_that_round_to_more_than_a_whole_are_drawn():
    table = Table("x", RATINGS.columns, (("Derby", 1, 12, 88, 0, 0), ("Nowhere", 0, 0, 0, 0, 0)))
    assert ratings_chart(table, title="x", subtitle="", source="").png


def test_a_row_without_any_part_says_why():
    drawn = []
    for cell in (None, "base too small"):
        rows = (("Derby", 1, 12, 87, 0, 0), ("Nowhere", cell, cell, cell, cell, 0))
        drawn.append(ratings_chart(Table("x", RATINGS.columns, rows), title="x", subtitle="", source="").png)
    assert drawn[0] != drawn[1]


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(ValueError, match="one to 4 series, not 5"):
        bar_chart(RATINGS, title="x")
    with pytest.raises(ValueError, match="one to 4 series, not 0"):
        bar_chart(Table("x", (Column("a", "A"), Column("b", "B")), (("c", "d"),)), title="x")
    with pytest.raises(ValueError, match="at least one row"):
        bar_chart(Table("x", PRESENT.columns, ()), title="x")
    with pytest.raises(ValueError, match="one unit"):
        mixed = (*PRESENT.columns, Column("share", "Share", PERCENT))
        bar_chart(Table("x", mixed, (("a", 1, 2),)), title="x")
    with pytest.raises(ValueError, match="below zero"):
        bar_chart(Table("x", PRESENT.columns, (("a", -1),)), title="x", bars=Bars.STACKED)


def test_a_chart_becomes_a_block_of_a_report():
    chart = bar_chart(PRESENT, title="Home care sent most people")
    exemption = Exemption(3, "x")
    assert chart.block() == ChartBlock(chart.png, chart.alt, "Home care sent most people")
    assert chart.block("Present", with_data=True, exempt=exemption) == ChartBlock(
        chart.png, chart.alt, "Present", data=chart.data, exempt=exemption
    )


def test_importing_charts_and_the_word_writer_loads_neither_matplotlib_nor_docx():
    code = (
        "import sys, resources.charts, resources.report.word;"
        "print([name for name in ('matplotlib', 'docx', 'numpy', 'lxml') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"


def test_the_interval_of_each_bar_is_drawn_and_said():
    table = Table(
        "Reasons",
        (Column("reason", "Reason"), Column("share", "Share", PERCENT)),
        (("Pay", 40), ("Bus", None)),
    )
    plain = bar_chart(table, title="Pay is named most")
    chart = bar_chart(table, title="Pay is named most", intervals=((31.2, 49.6), None))
    assert chart.alt == "Pay is named most. Bar chart. Pay: 40% (31% to 50%); Bus: no figure."
    assert chart.png != plain.png and size_of(chart.png) == size_of(plain.png)
    assert chart.data == plain.data


def test_intervals_are_of_a_single_series_one_for_each_row():
    with pytest.raises(ValueError, match="Each row of a single series"):
        bar_chart(RATINGS, title="Ratings", series=("good", "outstanding"), intervals=((1.0, 2.0), None))
    with pytest.raises(ValueError, match="Each row of a single series"):
        bar_chart(PRESENT, title="Present", intervals=(None,))
