"""What is done with issued reports: drawn again, compared, their manifests saved, files held against them."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.committee.comparing import compared_with_now, save_comparison
from desktop.committee.drawing_again import DrawnAgain, draw_again
from desktop.dialogs.committee.issue import CompareWith, NoteOnIssue
from desktop.locking.open_vault import OpenVault
from desktop.locking.reading_jobs import ReadingJobs
from desktop.pages.reports.compared import Compared
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee.issue_comparing import Comparison, compare_issues
from engagement.committee.issue_files import files_of, recognise
from engagement.committee.issues import ReportIssue, issues, manifest_text, remove_issue, set_issue_note
from resources.database import Database
from resources.files.names import name_of
from resources.files.replacing import safe_write_bytes
from resources.folders import documents_folder
from resources.problem import Problem
from resources.wording import in_london

_MANIFESTS = "Manifest (*.json)"
_COMPARISONS = "Word document (*.docx);;Excel workbook (*.xlsx);;CSV (*.csv)"


class IssuedActs(QObject):
    """Acts on the issue that `current` gives, over `view`."""

    def __init__(
        self, desk: Desk, vault: OpenVault, view: QWidget, current: Callable[[], ReportIssue | None], *,
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view = desk, view
        self._current, self._now = current, now
        self._jobs = ReadingJobs(desk, vault, self)

    # Drawn again

    def draw_again(self) -> None:
        """Ask where, and write both documents as they were."""
        held = self._current()
        if held is None:
            return
        path = ask_path(self._view, "Draw the report again", Path(held.file_name).stem, ".docx", WORD_FILES)
        if path is not None:
            self.draw_to(held.id, path)

    def draw_to(self, key: str, path: Path) -> None:
        """Beside the window: a long report takes its time."""
        self._jobs.run("Drawing the report again", partial(_drawn, key, path), self._say_drawn)

    def _say_drawn(self, drawn: DrawnAgain) -> None:
        self._desk.messages.done(drawn.words, undo=False)

    # Compared

    def compare(self) -> None:
        """Ask with which other."""
        held = self._current()
        if held is not None:
            others = [(one.id, one.words) for one in issues(self._desk.db) if one.id != held.id]
            CompareWith(held.words, others, self._view).ask(partial(self.compare_with, held.id))

    def compare_with(self, key: str, other: str) -> None:
        """With another issue, or with what the report would be today where `other` is empty."""
        today = in_london(self._now()).date()
        self._jobs.run("Comparing the reports", partial(_compared, key, other, today), self.show_compared)

    def show_compared(self, comparison: Comparison) -> None:
        """What differs, to be looked through and saved."""
        Compared(self._desk, comparison, self._save_comparison, self._view).open()

    def _save_comparison(self, comparison: Comparison, over: QWidget) -> None:
        exempt = " - EXEMPT" if comparison.report.is_exempt else ""
        path = ask_path(over, "Save the comparison", f"{comparison.title}{exempt}", ".docx", _COMPARISONS)
        if path is not None:
            saved = save_comparison(self._desk.db, comparison, path)
            self._desk.messages.done(saved.words, undo=False)

    # Files

    def save_manifest(self) -> None:
        """As it was written."""
        held = self._current()
        if held is None:
            return
        manifest = manifest_text(self._desk.db, held.id)
        name = Path(files_of(held, manifest)[-1].name)
        path = ask_path(self._view, "Save the manifest", name.stem, ".json", _MANIFESTS)
        if path is not None:
            safe_write_bytes(path, manifest.encode())
            self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)

    def check_file(self) -> None:
        """Ask for a file, and say whether it is one that was issued."""
        start = str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._view, "Check a file against what was issued", start)
        if name:
            self.check_path(Path(name))

    def check_path(self, path: Path) -> None:
        """Say what it is; what is altered or unknown stays on screen until it is read."""
        found = recognise(self._desk.db, path)
        if not found.is_known:
            raise Problem(found.words)
        self._desk.messages.done(found.words, undo=False)

    # Its note

    def note(self) -> None:
        """What is to be remembered."""
        held = self._current()
        if held is not None:
            NoteOnIssue(held.words, self._view, held=held.note).ask(partial(self._noted, held.id))

    def _noted(self, key: str, note: str) -> None:
        made = set_issue_note(self._desk.db, key, note)
        self._desk.messages.done(f"Noted on {made.words}")

    def remove(self) -> None:
        """A trial that was kept by mistake."""
        held = self._current()
        if held is not None:
            detail = (
                "The files that were saved stay where they are; the report cannot be drawn again from here."
            )
            Question(f"Remove {held.words}?", detail, "Remove", self._view).ask(partial(self._remove, held))

    def _remove(self, held: ReportIssue) -> None:
        remove_issue(self._desk.db, held.id)
        self._desk.messages.done(f"Removed {held.words} from the issued reports")


def _drawn(key: str, path: Path, progress: Progress, db: Database, vault: Database | None) -> DrawnAgain:
    progress.step(0, 1, "Reading what was kept")
    return draw_again(db, key, path, vault=vault)


def _compared(
    key: str, other: str, today: date, progress: Progress, db: Database, vault: Database | None
) -> Comparison:
    progress.step(0, 1, "Reading what was kept")
    if other:
        return compare_issues(db, key, other)
    return compared_with_now(db, vault, key, today=today)
