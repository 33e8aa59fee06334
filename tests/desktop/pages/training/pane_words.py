"""What a pane beside a table says: its words, pills, buttons and the cells of its tables."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.widgets.pills import Pill
from desktop.widgets.tables.cells import cell_text
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView


def pane_words(pane: QWidget) -> str:
    """All of it, a line each."""
    QApplication.sendPostedEvents(None, 52)  # what was drawn before goes first
    parts = [one.text() for kind in (QLabel, QAbstractButton) for one in pane.findChildren(kind)]
    parts += [one.words for one in pane.findChildren(Pill)]
    for table in pane.findChildren(TableView):
        if isinstance(table.cells, RowsModel):
            columns = table.cells.columns
            rows = (table.cells.row(at) for at in range(table.cells.rowCount()))
            parts += [
                cell_text(column.kind, cell)
                for row in rows
                for column, cell in zip(columns, row[1:], strict=True)
            ]
    return "\n".join(parts)
