"""The first thing a person sees without a file: four ways to begin, and the way back when a file cannot be opened."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.shell.jobs import JobRunner
from desktop.shell.message_views import Banner
from desktop.shell.messages import Messages
from desktop.shell.progress_panel import ProgressPanel
from desktop.widgets.parts import button, empty_layout, label
from resources.database import backups
from resources.problem import Problem
from resources.wording import moment_words

_CHOICES = (
    (
        "sample",
        "Explore sample data",
        "A made-up county of 360 providers with forums and ratings, in a file of its own.",
    ),
    ("new", "Start a new database", "An empty file for your team, on this computer."),
    ("open", "Open a database", "A file that your team already uses."),
    ("restore", "Restore a backup", "Go back to a copy that was made before."),
)
_MOST_BACKUPS = 5


class StartScreen(QWidget):
    """Asks; the office does. `backup_chosen` carries the backup and the file that it is to replace."""

    sample_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    restore_asked = Signal()
    read_only_asked = Signal(object)
    backup_chosen = Signal(object, object)
    closed = Signal()

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self.setWindowTitle("Provider Desk")
        self.resize(760, 560)
        self._buttons: dict[str, QPushButton] = {}
        self._way_back = QVBoxLayout()
        self._way_back.setSpacing(8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(48, 40, 48, 32)
        self._column.setSpacing(16)
        self._column.addWidget(label("Provider Desk", "title"))
        self._column.addWidget(
            label(
                "The register of care providers, forums and their attendance, and summaries for committees.",
                "quiet",
                wrap=True,
            )
        )
        self._column.addWidget(Banner(messages))
        self._column.addLayout(self._way_back)
        for name, words, detail in _CHOICES:
            self._column.addLayout(self._choice(name, words, detail))
        self._column.addStretch(1)

    def _choice(self, name: str, words: str, detail: str) -> QHBoxLayout:
        made = button(words, "primary" if name == "sample" else "")
        made.setMinimumSize(220, 36)
        made.setAccessibleDescription(detail)
        made.clicked.connect(getattr(self, f"{name}_asked"))
        self._buttons[name] = made
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(detail, "quiet", wrap=True), 1)
        return row

    def show_problem(self, problem: Problem, path: Path | None, *, can_read: bool = False) -> None:
        """Say why the file was not opened, and offer the ways back: read-only, or one of its backups."""
        empty_layout(self._way_back)
        said = label(problem.sentence, "error", wrap=True, copyable=True)
        said.setAccessibleName(problem.sentence)
        self._way_back.addWidget(said)
        for detail in problem.details:
            self._way_back.addWidget(label(detail, "small", wrap=True))
        if path is None:
            return
        if can_read:
            read = button("Open it read-only")
            read.clicked.connect(partial(self.read_only_asked.emit, path))
            self._way_back.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
            return
        for backup in backups.listed(path)[:_MOST_BACKUPS]:
            words = f"Restore the backup of {moment_words(backup.made_at)}"
            one = button(words)
            one.clicked.connect(partial(self.backup_chosen.emit, backup, path))
            self._way_back.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)

    def show_job(self, jobs: JobRunner) -> None:
        """Show how far a job is; the choices wait."""
        self._column.addWidget(ProgressPanel(jobs))
        jobs.started.connect(partial(self._let_choose, False))
        jobs.ended.connect(partial(self._let_choose, True))
        self._jobs = jobs

    @Slot()
    def _let_choose(self, yes: bool, _job: object = None) -> None:
        for one in self._buttons.values():
            one.setEnabled(yes)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the office."""
        super().closeEvent(event)
        self.closed.emit()
