"""Rows of a table as text for Excel."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from desktop.widgets.tables.cell_model import CellModel
from desktop.widgets.tables.cells import cell_text


def selected_rows(view: QTableView) -> list[int]:
    """The places of the selected rows, from the top."""
    chosen = view.selectionModel().selection()
    parts = [chosen.at(place) for place in range(chosen.count())]
    return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})


def copy_selection(view: QTableView, model: CellModel) -> None:
    """The selected rows to the clipboard, with headings, for Excel."""
    copy_rows(view, model, [model.row(row) for row in selected_rows(view)])


def copy_all(view: QTableView, model: CellModel) -> None:
    """Every row of the table to the clipboard, with headings, for Excel."""
    copy_rows(view, model, model.all_rows())


def copy_rows(view: QTableView, model: CellModel, rows: Iterable[tuple[Any, ...]]) -> None:
    """Put rows on the clipboard, tabs between cells, under the headings; the columns as they are shown."""
    header = view.horizontalHeader()
    order = [header.logicalIndex(at) for at in range(header.count())]
    columns = [(at, model.columns[at]) for at in order if not view.isColumnHidden(at)]
    lines = [[column.heading for _, column in columns]]
    lines += [[_flat(cell_text(column.kind, row[at + 1])) for at, column in columns] for row in rows]
    QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines) + "\n")


def _flat(text: str) -> str:
    return " ".join(text.split()) if any(mark in text for mark in "\t\r\n") else text
