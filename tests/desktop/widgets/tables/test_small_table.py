from pytestqt.qtbot import QtBot

from desktop.widgets.tables.small_table import SmallTable
from resources.tables import Column


def test_it_is_as_high_as_its_rows_up_to_the_most_and_away_without_any(qtbot: QtBot, styled: object) -> None:
    table = SmallTable([Column("name", "Name")], name="few", title="A few", most=2)
    qtbot.addWidget(table)
    heights = []
    for number in (1, 2, 5):
        table.show_rows([(str(row),) for row in range(number)], [str(row) for row in range(number)])
        heights.append(table.height())
    assert heights[0] < heights[1] == heights[2]
    table.show_rows([], [])
    assert table.isHidden()
