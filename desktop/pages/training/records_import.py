"""A file of training records or of learners on its way in: read beside the window, decided, previewed, taken in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.training.learners_file import DecideLearners, LearnersPreview
from desktop.dialogs.training.records_file import ChooseColumns, Decided, DecideRecords, RecordsPreview
from desktop.pages.saving import ask_and_save_refused
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from resources.database import Database
from resources.database.history import ChangedSince
from resources.folders import documents_folder
from workforce.training.learners_file import SHAPE, check_learners
from workforce.training.learners_file_taking_in import save_refused_learners, take_in_learners
from workforce.training.records_file import RECORDS, FileShape, NeedsColumns, RecordsFile, read_file
from workforce.training.records_file_checking import Choices, check_records
from workforce.training.records_file_taking_in import save_refused_records, take_in_records

_FILES = "(*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)"


@dataclass(frozen=True)
class Intake:
    """What is particular to a sort of file. `asks` tells whether something must be decided before the preview."""

    title: str
    files: str
    shape: FileShape
    check: Callable[..., Any]
    asks: Callable[[RecordsFile], bool]
    decide: Callable[[Database, Any, QWidget], FormDialog]
    preview: Callable[[Database, Any, QWidget], Any]
    take_in: Callable[[Database, Any], Any]
    save_refused: Callable[[Any, Path], object]


RECORDS_IN = Intake(
    "Take in training records", "Training records", RECORDS, check_records, lambda _file: True, DecideRecords,
    RecordsPreview, take_in_records, save_refused_records,
)  # fmt: skip
LEARNERS_IN = Intake(
    "Take in learners", "Learners", SHAPE, check_learners, lambda file: not file.names_places, DecideLearners,
    LearnersPreview, take_in_learners, save_refused_learners,
)  # fmt: skip


def _read(
    path: Path, shape: FileShape, columns: Mapping[str, str], progress: Progress
) -> RecordsFile | NeedsColumns:
    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, f"Reading {path.name}")

    step(0)
    try:
        return read_file(path, shape, columns=columns, progress=step)
    except NeedsColumns as needs:
        return needs


class FileImport(QObject):
    """Asks over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, *, today: Callable[[], date], kind: Intake = RECORDS_IN
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._today, self._kind = desk, view, today, kind
        self.preview: Any = None

    def choose(self) -> None:
        """Ask which file."""
        start = self._desk.settings.text("training_folder") or str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(
            self._view, self._kind.title, start, f"{self._kind.files} {_FILES}"
        )
        if name:
            self._desk.settings.put("training_folder", str(Path(name).parent))
            self.begin(Path(name), {})

    def begin(self, path: Path, columns: Mapping[str, str]) -> None:
        """Read it; `columns` are those that a person chose."""
        done = partial(self._have_read, path)
        work = partial(_read, path, self._kind.shape, columns)
        self._desk.jobs.run(f"Reading {path.name}", work, done=done, writes=False)

    def _have_read(self, path: Path, file: RecordsFile | NeedsColumns) -> None:
        if isinstance(file, NeedsColumns):
            dialog = ChooseColumns(
                path.name, file.headings, file.found, self._view, fields=self._kind.shape.fields
            )
            dialog.ask(partial(self.begin, path))
            return
        found = self._check(file, Choices())
        if self._kind.asks(file):
            self._decide(found)
        else:
            self._show(found)

    def _check(self, file: RecordsFile, choices: Choices) -> Any:
        return self._kind.check(self._desk.db, file, choices, today=self._today())

    def _decide(self, found: Any) -> None:
        self._kind.decide(self._desk.db, found, self._view).ask(partial(self._decided, found.file))

    def _decided(self, file: RecordsFile, decided: Decided) -> None:
        self._show(self._check(file, decided.choices))

    def _show(self, found: Any) -> None:
        preview = self.preview = self._kind.preview(self._desk.db, found, self._view)
        preview.committed.connect(partial(self._commit, preview))
        preview.back_asked.connect(partial(self._back, preview))
        preview.refused_asked.connect(partial(self._save_refused, found))
        preview.open()

    def _back(self, preview: Any) -> None:
        preview.reject()
        self._decide(preview.found)

    def _save_refused(self, found: Any) -> None:
        save = partial(self._kind.save_refused, found)
        ask_and_save_refused(self._view, found.file.name, save, self._desk.messages)

    def _commit(self, preview: Any) -> None:
        found = preview.found
        preview.accept()
        try:
            taken = self._kind.take_in(self._desk.db, found)
        except ChangedSince:
            self._show(self._check(found.file, found.choices))
            raise
        self._desk.messages.done(taken.words)
