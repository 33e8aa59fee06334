"""Packs and scoring workbooks on their way to the judges, and workbooks on their way back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from awards.judging.packs import Saved, packs, save_packs, undecided_in, undecided_words
from awards.judging.panel import member_names
from awards.judging.workbook import save_workbooks
from awards.judging.workbook_in.checking import NeedsJudge, check_scores
from awards.judging.workbook_in.reading import ScoreFile, read_score_file
from awards.judging.workbook_in.taking_in import save_refused_scores, take_in_scores
from desktop.dialogs.awards.scores import ChooseJudge, ScoresPreview
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.saving import ask_and_save_refused
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.database import Database
from resources.database.history import ChangedSince
from resources.folders import documents_folder
from resources.wording import count_of, in_london

_FILES = "Scoring workbooks (*.xlsx *.xls *.ods *.csv);;All files (*)"
_FOLDER = "awards_folder"


def _read(path: Path, progress: Progress) -> ScoreFile:
    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, f"Reading {path.name}")

    step(0)
    return read_score_file(path, progress=step)


class ScoresFiles(QObject):
    """Asks over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, chosen: ChosenRound, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._chosen, self._now = desk, view, chosen, now
        self.preview: ScoresPreview | None = None

    # Out

    def packs(self) -> None:
        """A Word file for every judge; first it is said what nobody looked at in the blind copies."""
        folder = self._ask_folder("Folder for the judging packs")
        if folder is not None:
            self._beside(
                "Reading the blind copies",
                lambda db, key: undecided_in(packs(db, key)),
                partial(self._looked, folder),
            )

    def _looked(self, folder: Path, undecided: int) -> None:
        save = partial(
            self._write, "Making the judging packs", save_packs, folder, partial(self._packs_saved, folder)
        )
        if not undecided:
            save()
            return
        Question(
            "Save the packs as the blind copies are?",
            f"{undecided_words(undecided)} “Words…” beside a nominee decides of them.", "Save the packs", self._view,
        ).ask(save)  # fmt: skip

    def _packs_saved(self, folder: Path, saved: Saved) -> None:
        said = f"Saved {count_of(len(saved.files), 'pack')} in “{folder.name}”, marked as exempt"
        self._desk.messages.done(" ".join([f"{said}.", *saved.notes]) if saved.notes else said, undo=False)

    def workbooks(self) -> None:
        """A scoring workbook for every judge."""
        folder = self._ask_folder("Folder for the scoring workbooks")
        if folder is not None:
            self._write(
                "Making the scoring workbooks", save_workbooks, folder, partial(self._workbooks_saved, folder)
            )

    def _workbooks_saved(self, folder: Path, files: list[Path]) -> None:
        self._desk.messages.done(f"Saved {count_of(len(files), 'workbook')} in “{folder.name}”", undo=False)

    def _write(
        self, title: str, save: Callable[..., Any], folder: Path, done: Callable[[Any], object]
    ) -> None:
        today = in_london(self._now()).date()
        self._beside(title, lambda db, key: save(db, key, folder, today=today), done)

    def _beside(
        self, title: str, read: Callable[[Database, str], Any], done: Callable[[Any], object]
    ) -> None:
        """Beside the window, over a connection of its own: it may take some seconds."""
        opened, key = self._desk.opened, self._chosen.key

        def work(progress: Progress) -> Any:
            progress.step(0, 0, title)
            db = opened.connection(read_only=True)
            try:
                return read(db, key)
            finally:
                db.close()

        self._desk.jobs.run(title, work, done=done, writes=False)

    def _ask_folder(self, title: str) -> Path | None:
        start = self._desk.settings.text(_FOLDER) or str(documents_folder())
        name = QFileDialog.getExistingDirectory(self._view, title, start)
        if name:
            self._desk.settings.put(_FOLDER, name)
        return Path(name) if name else None

    # In

    def take_in(self) -> None:
        """Ask which file a judge sent back."""
        start = self._desk.settings.text(_FOLDER) or str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._view, "Take in a scoring workbook", start, _FILES)
        if name:
            self.begin(Path(name))

    def begin(self, path: Path) -> None:
        """Read it beside the window."""
        self._desk.jobs.run(f"Reading {path.name}", partial(_read, path), done=self._have_read, writes=False)

    def _have_read(self, file: ScoreFile) -> None:
        try:
            self._show(file, None)
        except NeedsJudge as needs:
            judges = list(member_names(self._desk.db, self._chosen.key).items())
            ChooseJudge(judges, needs.sentence, self._view).ask(partial(self._show, file))

    def _show(self, file: ScoreFile, judge: str | None) -> None:
        found = check_scores(self._desk.db, file, self._chosen.key, member_id=judge)
        preview = self.preview = ScoresPreview(found, self._view)
        preview.committed.connect(partial(self._commit, preview, judge))
        preview.refused_asked.connect(partial(self._save_refused, preview))
        preview.open()

    def _save_refused(self, preview: ScoresPreview) -> None:
        save = partial(save_refused_scores, preview.found)
        ask_and_save_refused(self._view, preview.found.file.name, save, self._desk.messages)

    def _commit(self, preview: ScoresPreview, judge: str | None) -> None:
        found = preview.found
        preview.accept()
        try:
            taken = take_in_scores(self._desk.db, found, now=self._now())
        except ChangedSince:
            self._show(found.file, judge)
            raise
        self._desk.messages.done(taken.words)
