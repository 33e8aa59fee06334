"""Headings of two storeys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from desktop.shell.looks.style import Style
from desktop.widgets.tables.grouped_header import GroupedHeader, begins_group, heading_in_group
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from resources.tables import Column, ColumnKind

COLUMNS = (
    Column("area", "Area", width=120),
    *(
        Column(f"{kind}_{grade}", f"{kind}: {grade}", ColumnKind.PERCENT, 44, group=f"{kind} homes")
        for kind in ("Nursing", "Residential")
        for grade in ("IA", "RI")
    ),
)


def table(qtbot: QtBot, columns: tuple[Column, ...] = COLUMNS) -> TableView:
    made = TableView(RowsModel(columns, [("Derby", 1, 2, 3, 4)[: len(columns)]]), name="t", title="Table")
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def test_columns_of_groups_share_the_room_alike_and_need_no_scrolling(styled: Style, qtbot: QtBot) -> None:
    made = table(qtbot)
    header = made.horizontalHeader()
    assert isinstance(header, GroupedHeader)
    widths = {made.columnWidth(at) for at in range(1, 5)}
    assert max(widths) - min(widths) <= 1
    assert header.length() == made.viewport().width()


def test_in_a_narrow_window_they_keep_what_their_words_need(styled: Style, qtbot: QtBot) -> None:
    made = table(qtbot)
    made.resize(160, 200)
    assert made.columnWidth(1) >= 44
    assert made.horizontalHeader().length() > made.viewport().width()


def test_whoever_hears_a_heading_alone_hears_the_group(styled: Style, qtbot: QtBot) -> None:
    made = table(qtbot)
    assert made.model().headerData(1, Qt.Orientation.Horizontal) == "Nursing: IA"
    assert [heading_in_group(column) for column in COLUMNS] == ["Area", "IA", "RI", "IA", "RI"]
    assert [begins_group(COLUMNS, at) for at in range(5)] == [False, True, False, True, False]


def test_it_is_drawn_ordered_and_with_a_column_hidden(styled: Style, qtbot: QtBot) -> None:
    made = table(qtbot)
    made.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    made.setColumnHidden(1, True)
    assert not made.grab().isNull()


def test_a_table_without_groups_has_the_usual_heading(styled: Style, qtbot: QtBot) -> None:
    header = table(qtbot, COLUMNS[:1]).horizontalHeader()
    assert type(header) is QHeaderView and header.sectionsMovable()
