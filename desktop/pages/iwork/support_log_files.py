"""Saving the support log of a placement. Its file is called by reference, never by a name."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from resources.files.names import name_of
from workforce.iwork.papers.support_log import write_support_log
from workforce.iwork.placements.placements import Placement
from workforce.iwork.placements.whom import person_words


def save_support_log(
    desk: Desk, view: QWidget, held: Placement, *, today: date, looked: Callable[[str, str], None]
) -> None:
    """Ask where, save, keep that it was looked at, and say so."""
    stem = f"Support log {person_words(desk.db, held.person_id)} {today.isoformat()} - EXEMPT"
    path = ask_path(view, "Save the support log", stem, ".docx", WORD_FILES)
    if path is not None:
        looked(held.person_id, "Support log")
        write_support_log(desk.db, held.id, path, today=today)
        desk.messages.done(f"Saved “{name_of(path)}”", undo=False)
