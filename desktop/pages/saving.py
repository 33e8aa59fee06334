"""Asking where a file goes: one dialog, one rule for names, and nothing replaced that was not asked about."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.documents import TABLE_FILES, document_name
from desktop.shell.messages import Messages
from resources.files.names import name_of
from resources.files.safe_names import safe_name
from resources.folders import documents_folder
from resources.tables import Table

WORD_FILES = "Word document (*.docx)"
WORKBOOKS = "Excel workbook (*.xlsx)"


def ask_path(
    parent: QWidget, title: str, stem: str, ending: str, kinds: str, *, may_replace: bool = True
) -> Path | None:
    """Where the person wants it, or None. `kinds` is the dialog's filter, `ending` that of its first kind.

    A name without an ending of those kinds gets one behind it. If that makes it the name of a file that is there, the
    dialog asks again with that name, as it asked about another. With `may_replace` off, the writer itself refuses.
    """
    start, asked = documents_folder() / f"{safe_name(stem)}{ending}", title
    options = QFileDialog.Option(0) if may_replace else QFileDialog.Option.DontConfirmOverwrite
    while True:
        name, chosen = QFileDialog.getSaveFileName(parent, asked, str(start), kinds, "", options)
        if not name:
            return None
        path = with_ending(Path(name), ending, kinds, chosen=chosen)
        if path == Path(name) or not may_replace or not path.exists():
            return path
        start, asked = path, f"“{name_of(path)}” is there already: replace it, or choose another name"


def ask_and_save_refused(
    parent: QWidget, file: str, save: Callable[[Path], object], messages: Messages
) -> None:
    """The refused rows of a file that is being taken in, as a workbook where the person wants it."""
    path = ask_path(parent, "Save the refused rows", f"{Path(file).stem}, refused", ".xlsx", WORKBOOKS)
    if path is not None:
        save(path)
        messages.done(f"Saved “{name_of(path)}”", undo=False)


def ask_table(parent: QWidget, table: Table) -> Path | None:
    """Where a table goes: its ending says in which format. The name offered for what is exempt says so."""
    day = f" {table.as_at.isoformat()}" if table.as_at else ""
    exempt = " - EXEMPT" if table.exempt is not None else ""
    return ask_path(parent, "Save the table", f"{table.title}{day}{exempt}", ".xlsx", TABLE_FILES)


def with_ending(path: Path, ending: str, kinds: str, *, chosen: str = "") -> Path:
    """The name as it is when it ends as one of the kinds, else with an ending behind all of it: “9.30” is no ending."""
    known = _endings(kinds)
    if path.suffix.casefold() in known:
        return path
    if known == [".docx"]:
        return document_name(path)
    return path.with_name(path.name + next(iter(_endings(chosen)), ending))


def _endings(kinds: str) -> list[str]:
    return re.findall(r"\*(\.\w+)", kinds)
