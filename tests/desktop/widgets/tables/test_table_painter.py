from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.shell.looks.look import Theme
from desktop.shell.looks.style import Style
from desktop.widgets.tables.table import TableView
from tests.desktop.widgets.tables.shown_table import shown


def picture(table: TableView, row: int) -> QImage:
    return table.viewport().grab(table.visualRect(table.model().index(row, 0))).toImage()


def test_a_chosen_row_stands_out_and_colours_follow_the_theme(qtbot: QtBot, styled: Style) -> None:
    table = shown(qtbot)
    plain = picture(table, 1)
    table.go_to("k1")
    assert picture(table, 1) != plain
    table.go_to("k0")
    assert picture(table, 1) == plain
    styled.choose(Theme.DARK)
    assert picture(table, 1) != plain


def test_a_cell_is_as_wide_as_its_words_and_a_pill_wider(qtbot: QtBot, styled: Style) -> None:
    table = shown(qtbot)
    painter, model = table.itemDelegate(), table.model()
    widths = {
        column: painter.sizeHint(QStyleOptionViewItem(), model.index(0, column)).width() for column in (1, 3)
    }
    metrics = painter._plain_metrics
    words = {column: metrics.horizontalAdvance(model.text(0, column)) for column in (1, 3)}
    assert widths[1] > words[1]
    assert widths[3] - words[3] == widths[1] - words[1] + 24
