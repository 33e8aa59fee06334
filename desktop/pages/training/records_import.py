"""A file of training records on its way in: read beside the window, decided, previewed, taken in."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.training.records_file import ChooseColumns, Decided, DecideRecords, RecordsPreview
from desktop.pages.saving import WORKBOOKS, ask_path
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from resources.database.history import ChangedSince
from resources.files.names import name_of
from resources.folders import documents_folder
from workforce.training.records_file import NeedsColumns, RecordsFile, read_records_file
from workforce.training.records_file_checking import CheckedRecords, Choices, check_records
from workforce.training.records_file_taking_in import save_refused_records, take_in_records

_FILES = "Training records (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)"


def _read(path: Path, columns: Mapping[str, str], progress: Progress) -> RecordsFile | NeedsColumns:
    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, f"Reading {path.name}")

    step(0)
    try:
        return read_records_file(path, columns=columns, progress=step)
    except NeedsColumns as needs:
        return needs


class RecordsImport(QObject):
    """Asks over `view`."""

    def __init__(self, desk: Desk, view: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._desk, self._view, self._today = desk, view, today
        self.preview: RecordsPreview | None = None

    def choose(self) -> None:
        """Ask which file."""
        start = self._desk.settings.text("training_folder") or str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._view, "Take in training records", start, _FILES)
        if name:
            self._desk.settings.put("training_folder", str(Path(name).parent))
            self.begin(Path(name), {})

    def begin(self, path: Path, columns: Mapping[str, str]) -> None:
        """Read it; `columns` are those that a person chose."""
        done = partial(self._have_read, path)
        self._desk.jobs.run(f"Reading {path.name}", partial(_read, path, columns), done=done, writes=False)

    def _have_read(self, path: Path, file: RecordsFile | NeedsColumns) -> None:
        if isinstance(file, NeedsColumns):
            ChooseColumns(path.name, file.headings, file.found, self._view).ask(partial(self.begin, path))
        else:
            self._decide(self._check(file, Choices()))

    def _check(self, file: RecordsFile, choices: Choices) -> CheckedRecords:
        return check_records(self._desk.db, file, choices, today=self._today())

    def _decide(self, found: CheckedRecords) -> None:
        DecideRecords(self._desk.db, found, self._view).ask(partial(self._decided, found.file))

    def _decided(self, file: RecordsFile, decided: Decided) -> None:
        self._show(self._check(file, decided.choices))

    def _show(self, found: CheckedRecords) -> None:
        preview = self.preview = RecordsPreview(self._desk.db, found, self._view)
        preview.committed.connect(partial(self._commit, preview))
        preview.back_asked.connect(partial(self._back, preview))
        preview.refused_asked.connect(partial(self._save_refused, found))
        preview.open()

    def _back(self, preview: RecordsPreview) -> None:
        preview.reject()
        self._decide(preview.found)

    def _save_refused(self, found: CheckedRecords) -> None:
        stem = f"{Path(found.file.name).stem}, refused"
        path = ask_path(self._view, "Save the refused rows", stem, ".xlsx", WORKBOOKS)
        if path is not None:
            save_refused_records(found, path)
            self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)

    def _commit(self, preview: RecordsPreview) -> None:
        found = preview.found
        preview.accept()
        try:
            taken = take_in_records(self._desk.db, found)
        except ChangedSince:
            self._show(self._check(found.file, found.choices))
            raise
        self._desk.messages.done(taken.words)
