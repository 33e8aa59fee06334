"""ASC-WDS files on their way in: chosen, read beside the window, previewed, taken in."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.funding.ascwds_files import AscwdsPreview, Asked, ReadAscwdsFiles
from desktop.pages.saving import WORKBOOKS, ask_path
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from resources.database import OpenFile
from resources.database.history import ChangedSince, history_position
from resources.files.names import name_of
from resources.folders import documents_folder
from resources.wording import in_london
from workforce.ascwds.checking import Checked, check
from workforce.ascwds.reading import read_files
from workforce.ascwds.refused import save_refused_rows
from workforce.ascwds.taking_in import Taken, take_in

_FILES = "Bulk-upload files (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)"
AT_ONCE = 5_000
"""From so many rows on the writing goes beside the window."""


class AscwdsImport(QObject):
    """Asks over `view`. `taken` tells that files were taken in."""

    taken = Signal()

    def __init__(self, desk: Desk, view: QWidget, *, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._desk, self._view, self._now = desk, view, now
        self.preview: AscwdsPreview | None = None

    def choose(self) -> None:
        """Ask which files: those of one provider together, so that workers find their workplaces."""
        start = self._desk.settings.text("ascwds_folder") or str(documents_folder())
        names, _ = QFileDialog.getOpenFileNames(
            self._view, "Take in ASC-WDS files: workplaces, workers and training together", start, _FILES
        )
        if names:
            self._desk.settings.put("ascwds_folder", str(Path(names[0]).parent))
            self.ask(tuple(map(Path, names)))

    def ask(self, paths: tuple[Path, ...]) -> None:
        """What is to be known before they are read."""
        ReadAscwdsFiles(paths, in_london(self._now()).date(), self._view).ask(self.begin)

    def begin(self, asked: Asked) -> None:
        """Read them beside the window."""
        work = partial(_read_and_check, self._desk.opened, asked, self._now())
        self._desk.jobs.run("Reading ASC-WDS files", work, done=self._show, writes=False)

    def _show(self, checked: Checked) -> None:
        preview = self.preview = AscwdsPreview(checked, self._view)
        preview.committed.connect(partial(self._commit, preview))
        preview.refused_asked.connect(partial(self._save_refused, checked))
        preview.open()

    def _save_refused(self, checked: Checked) -> None:
        """A workbook for each file that has some."""
        for one in checked.files:
            if not one.refused:
                continue
            stem = f"{Path(one.file.name).stem}, refused"
            path = ask_path(self._view, f"Save the refused rows of {one.file.name}", stem, ".xlsx", WORKBOOKS)
            if path is not None:
                save_refused_rows(one.file, one.refused, path)
                self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)

    def _commit(self, preview: AscwdsPreview) -> None:
        checked = preview.checked
        preview.accept()
        if history_position(self._desk.db) != checked.position:
            self._show(check(self._desk.db, [one.file for one in checked.files]))
            raise ChangedSince(
                "Something changed after this preview was made, so nothing was taken in. Here is the preview as it is "
                "now; look at it again."
            )
        if sum(len(one.rows) for one in checked.fresh) > AT_ONCE:
            work = partial(_take_in_beside, self._desk.opened, checked, self._now())
            self._desk.jobs.run("Taking in ASC-WDS files", work, done=self._taken_in)
        else:
            self._taken_in(take_in(self._desk.db, checked, now=self._now()))

    def _taken_in(self, taken: Taken) -> None:
        self._desk.messages.done(taken.sentence)
        self.taken.emit()


def _read_and_check(opened: OpenFile, asked: Asked, now: datetime, progress: Progress) -> Checked:
    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, "Reading rows")

    step(0)
    files = read_files(
        asked.paths, today=in_london(now).date(), as_at=asked.as_at, choices=asked.choices, progress=step
    )
    progress.step(0, 0, "Holding them against what is kept")
    db = opened.connection(read_only=True)
    try:
        return check(db, files)
    finally:
        db.close()


def _take_in_beside(opened: OpenFile, checked: Checked, now: datetime, progress: Progress) -> Taken:
    """Write on a connection of its own, so that the window stays alive. Cancel leaves nothing of it."""

    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, "Writing, whole or not at all")

    step(0)
    db = opened.connection(read_only=False)
    try:
        return take_in(db, checked, now=now, progress=step)
    finally:
        db.close()
