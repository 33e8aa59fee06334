"""The context menu of a table: the page's actions, copying, sorting, columns."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from desktop.shell.actions import mnemonics
from desktop.widgets.tables.table_clipboard import copy_all, copy_selection
from desktop.widgets.tables.table_columns import TableColumns


def table_menu(table: QTableView, columns: TableColumns) -> QMenu:
    """What can be done with the table here; deletes itself when it closes."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions(_page_items(table))
    menu.addSeparator()
    menu.addAction("Copy the selected rows", partial(copy_selection, table, columns.model))
    menu.addAction("Copy the whole table", partial(copy_all, table, columns.model))
    _add_sorting(menu.addMenu("Sort by"), table, columns)
    _add_columns(menu.addMenu("Columns"), table, columns)
    return menu


def columns_menu(table: QTableView, columns: TableColumns) -> QMenu:
    """Columns to show and hide; deletes itself when it closes."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add_columns(menu, table, columns)
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


def _add_sorting(menu: QMenu, table: QTableView, columns: TableColumns) -> None:
    for at, text in enumerate(mnemonics(column.heading for column in columns.model.columns)):
        menu.addAction(text, partial(table.sortByColumn, at, Qt.SortOrder.AscendingOrder))


def _add_columns(menu: QMenu, table: QTableView, columns: TableColumns) -> None:
    for at, text in enumerate(mnemonics(column.heading for column in columns.model.columns)):
        item = menu.addAction(text, partial(columns.toggle, at))
        item.setCheckable(True)
        item.setChecked(not table.isColumnHidden(at))
        item.setEnabled(at > 0)
