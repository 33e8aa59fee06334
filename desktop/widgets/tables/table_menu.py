"""The context menu of a table: the page's actions, copying, sorting, columns."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.shell.actions import mnemonics

if TYPE_CHECKING:
    from desktop.widgets.tables.table import TableView


def table_menu(table: "TableView") -> QMenu:
    """What can be done with the table here; deletes itself when it closes."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions(_page_items(table))
    menu.addSeparator()
    menu.addAction("Copy the selected rows", table.copy_selection)
    menu.addAction("Copy the whole table", table.copy_all)
    _add_sorting(menu.addMenu("Sort by"), table)
    _add_columns(menu.addMenu("Columns"), table)
    return menu


def columns_menu(table: "TableView") -> QMenu:
    """Columns to show and hide; deletes itself when it closes."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add_columns(menu, table)
    return menu


def _page_items(table: QWidget) -> list[QAction]:
    """The named actions of the nearest widget around the table that has any; not the window's own."""
    above = table.parentWidget()
    while above is not None and not above.isWindow():
        items = [item for item in above.actions() if item.isEnabled() and item.objectName()]
        if items:
            return items
        above = above.parentWidget()
    return []


def _add_sorting(menu: QMenu, table: "TableView") -> None:
    for at, text in enumerate(mnemonics(column.heading for column in table.cells.columns)):
        menu.addAction(text, partial(table.sortByColumn, at, Qt.SortOrder.AscendingOrder))


def _add_columns(menu: QMenu, table: "TableView") -> None:
    for at, text in enumerate(mnemonics(column.heading for column in table.cells.columns)):
        item = menu.addAction(text, partial(table.columns.toggle, at))
        item.setCheckable(True)
        item.setChecked(not table.isColumnHidden(at))
        item.setEnabled(at > 0)
