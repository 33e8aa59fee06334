"""Saving what a table shows, in the format that the person chooses."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.documents import TABLE_FILES, save_tables
from desktop.shell.messages import Messages
from desktop.widgets.tables.cell_model import CellModel
from desktop.widgets.tables.filter_bar import FilterBar
from resources.database import Database
from resources.folders import documents_folder
from resources.tables import Table
from resources.wording import and_list, count_of

_NOT_IN_NAMES = str.maketrans('<>:"/\\|?*', "         ")
_ENDINGS = {"(*.xlsx)": ".xlsx", "(*.csv)": ".csv", "(*.docx)": ".docx"}


def shown_table(title: str, model: CellModel, bar: FilterBar, *, notes: tuple[str, ...] = ()) -> Table:
    """The rows that the filter shows, in the order shown, and by what they were filtered."""
    rows = [row[1:] for row in model.all_rows()]
    parts = [part.words for part in bar.parts()]
    filtered = f", filtered by {and_list(parts)}" if parts else ""
    return Table(title, model.columns, rows, base=f"{count_of(len(rows), 'row')}{filtered}.", notes=notes)


def ask_and_save(table: Table, messages: Messages, parent: QWidget, *, db: Database) -> None:
    """Ask where, save, and say so; a name without an ending gets that of the format chosen."""
    day = f" {table.as_at.isoformat()}" if table.as_at else ""
    start = str(documents_folder() / f"{table.title.translate(_NOT_IN_NAMES)}{day}.xlsx")
    name, chosen = QFileDialog.getSaveFileName(parent, f"Save {table.title.lower()}", start, TABLE_FILES)
    if not name:
        return
    path = Path(name)
    if path.suffix.casefold() not in _ENDINGS.values():
        ending = next((end for mark, end in _ENDINGS.items() if mark in chosen), ".xlsx")
        path = path.with_name(path.name + ending)
    saved = save_tables([table], path, db=db)
    messages.done(f"{saved.words}: {count_of(len(table.rows), 'row')}", undo=False)
