"""Files of an online meeting chosen and read beside the window, and the review as a workbook."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.pages.online.review_panel import ReviewPanel
from desktop.pages.saving import WORKBOOKS, ask_path
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from engagement.forums.online.review import LEAST_MINUTES, Review
from engagement.forums.online.review_file import read_decisions, save_review
from engagement.forums.online.taking_in import start_review
from resources.database import OpenFile
from resources.files.names import name_of
from resources.folders import documents_folder

_FILES = "Attendance (*.csv *.txt *.tsv *.xlsx *.xls *.ods);;All files (*)"
LEAST = "online_least_minutes"
"""Under this name the window remembers how many minutes counted last."""


def read_beside(opened: OpenFile, event_id: str, path: Path, least: int, progress: Progress) -> Review:
    """Read, match and review a file on a connection of its own; writes nothing."""

    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, f"Reading {path.name}")

    step(0)
    db = opened.connection(read_only=True)
    try:
        review = start_review(db, event_id, path, least_minutes=least, progress=step)
        progress.step(0, 0, "Matching names to contacts")
        assert review.summary  # needs every match: made here, beside the window
        return review
    finally:
        db.close()


class OnlineActs(QObject):
    """Asks over `page` which file; `panel` has the review. `have_read` carries that of a file that was read."""

    have_read = Signal(object)

    def __init__(self, desk: Desk, page: QWidget, panel: ReviewPanel) -> None:
        super().__init__(page)
        self._desk, self._page, self._panel = desk, page, panel

    def ask_file(self) -> Path | None:
        """Which file."""
        start = self._desk.settings.text("online_folder") or str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._page, "Take in online attendance", start, _FILES)
        if not name:
            return None
        self._desk.settings.put("online_folder", str(Path(name).parent))
        return Path(name)

    def begin(self, event_id: str, path: Path) -> None:
        """Read this file beside the window."""
        least = round(self._desk.settings.number(LEAST, LEAST_MINUTES))
        work = partial(read_beside, self._desk.opened, event_id, path, least)
        self._desk.jobs.run(f"Reading {path.name}", work, done=self.have_read.emit, writes=False)

    def save_review(self) -> None:
        """The review as a workbook, to be filled in elsewhere."""
        review = self._panel.review
        if review is None:
            return
        stem = f"Review of {Path(review.found.file.name).stem}"
        path = ask_path(self._page, "Save the review", stem, ".xlsx", WORKBOOKS)
        if path is not None:
            save_review(review, path)
            self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)

    def read_review(self) -> None:
        """What was filled into such a workbook."""
        review = self._panel.review
        name, _ = QFileDialog.getOpenFileName(
            self._page, "Read a filled-in review", str(documents_folder()), WORKBOOKS
        )
        if name and review is not None:
            self._panel.show_review(read_decisions(review, Path(name)))
