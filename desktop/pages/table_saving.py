"""Saving what a table shows, in the format that the person chooses."""

from PySide6.QtWidgets import QWidget

from desktop.documents import save_tables
from desktop.pages.saving import ask_table
from desktop.shell.messages import Messages
from desktop.widgets.tables.cell_model import CellModel
from desktop.widgets.tables.filter_bar import FilterBar
from resources.database import Database
from resources.tables import Table
from resources.wording import and_list, count_of


def shown_table(title: str, model: CellModel, bar: FilterBar, *, notes: tuple[str, ...] = ()) -> Table:
    """The rows that the filter shows, in the order shown, and by what they were filtered."""
    rows = [row[1:] for row in model.all_rows()]
    parts = [part.words for part in bar.parts()]
    filtered = f", filtered by {and_list(parts)}" if parts else ""
    return Table(title, model.columns, rows, base=f"{count_of(len(rows), 'row')}{filtered}.", notes=notes)


def ask_and_save(table: Table, messages: Messages, parent: QWidget, *, db: Database) -> None:
    """Ask where, save, and say so with how many rows it has."""
    path = ask_table(parent, table)
    if path is not None:
        saved = save_tables([table], path, db=db)
        messages.done(f"{saved.words}: {count_of(len(table.rows), 'row')}", undo=False)
