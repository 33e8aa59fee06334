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
from resources.database.history import ChangedSince
from resources.files.names import name_of
from resources.folders import documents_folder
from resources.wording import in_london
from workforce.ascwds.checking import Checked, check
from workforce.ascwds.reading import AscwdsFile, read_files
from workforce.ascwds.refused import save_refused_rows
from workforce.ascwds.taking_in import take_in

_FILES = "Bulk-upload files (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)"


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
        work = partial(_read, asked, self._now())
        self._desk.jobs.run("Reading ASC-WDS files", work, done=self._have_read, writes=False)

    def _have_read(self, files: list[AscwdsFile]) -> None:
        self._show(check(self._desk.db, files))

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
        try:
            taken = take_in(self._desk.db, checked, now=self._now())
        except ChangedSince:
            self._show(check(self._desk.db, [one.file for one in checked.files]))
            raise
        self._desk.messages.done(taken.sentence)
        self.taken.emit()


def _read(asked: Asked, now: datetime, progress: Progress) -> list[AscwdsFile]:
    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, "Reading rows")

    step(0)
    return read_files(
        asked.paths, today=in_london(now).date(), as_at=asked.as_at, choices=asked.choices, progress=step
    )
