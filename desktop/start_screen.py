"""The first thing a person sees without a file: four ways to begin, and the way back when a file cannot be opened."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.shell.frame.message_views import Banner
from desktop.shell.frame.progress_panel import ProgressPanel
from desktop.shell.jobs import Job, JobRunner
from desktop.shell.looks.look import GROUP, PANE
from desktop.shell.messages import Messages, announce
from desktop.widgets.parts import button, empty_layout, hairline, label, restyle
from resources.database.backups import Backup
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
_CHOICE_WIDTH = 220


class StartScreen(QMainWindow):  # a plain widget is no window to a screen reader
    """Asks; the office does. `backup_chosen` carries the backup and the file that it is to replace.

    `text` is what stood in the way.
    """

    sample_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    restore_asked = Signal()
    file_asked = Signal(object)
    read_only_asked = Signal(object)
    backup_chosen = Signal(object, object)
    closed = Signal()

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self.setWindowTitle("Provider Desk")
        self.resize(760, 660)
        self.jobs = JobRunner(messages.raised)
        self.jobs.started.connect(self._begin_job)
        self.jobs.ended.connect(self._end_job)
        self.choices: dict[str, QPushButton] = {}
        self.ways_back: list[QPushButton] = []
        self.text = ""
        self._way_back = QVBoxLayout()
        self._way_back.setSpacing(8)
        self._lay_out(messages)
        self.choices["sample"].setFocus()

    def _lay_out(self, messages: Messages) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(48, 40, 48, 32)
        column.setSpacing(GROUP)
        column.addWidget(label("Provider Desk", "title"))
        what = "The register of care providers, forums and their attendance, and summaries for committees."
        column.addWidget(label(what, "quiet", wrap=True))
        column.addWidget(Banner(messages))
        column.addLayout(self._way_back)
        for name, words, detail in _CHOICES:
            column.addLayout(self._choice(name, words, detail))
        widest = max(one.sizeHint().width() for one in self.choices.values())
        for one in self.choices.values():
            one.setMinimumWidth(max(_CHOICE_WIDTH, widest))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName("Ways to begin")
        scroll.setWidget(inner)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(scroll, 1)
        rows.addWidget(ProgressPanel(self.jobs))
        self.setCentralWidget(whole)

    def _choice(self, name: str, words: str, detail: str) -> QHBoxLayout:
        made = button(words, "primary" if name == "sample" else "")
        made.setMinimumHeight(36)
        made.setAccessibleDescription(detail)
        made.ensurePolished()
        made.setAutoDefault(True)
        made.clicked.connect(getattr(self, f"{name}_asked"))
        self.choices[name] = made
        row = QHBoxLayout()
        row.setSpacing(GROUP)
        row.addWidget(made)
        row.addWidget(label(detail, "quiet", wrap=True), 1)
        return row

    def show_problem(
        self,
        problem: Problem,
        path: Path | None,
        *,
        can_read: bool = False,
        copies: Sequence[Backup] = (),
        before: Path | None = None,
    ) -> None:
        """Say why a file was not opened, and offer the ways back: read-only, its backups, the file of before."""
        empty_layout(self._way_back)
        self.ways_back = []
        self.text = problem.sentence
        said = label(problem.sentence, "error", wrap=True, copyable=True)
        said.setAccessibleName(problem.sentence)
        self._way_back.addWidget(said)
        for detail in problem.details:
            self._way_back.addWidget(label(detail, "small", wrap=True, copyable=True))
        if path is not None and can_read:
            self._offer("Open it read-only", partial(self.read_only_asked.emit, path))
        if path is not None and not can_read:
            for backup in copies[:_MOST_BACKUPS]:
                words = f"Restore the backup of {moment_words(backup.made_at)}"
                self._offer(words, partial(self.backup_chosen.emit, backup, path))
        if before is not None:
            self._offer(f"Go back to “{before.stem}”", partial(self.file_asked.emit, before))
        self._way_back.addSpacing(PANE)
        self._way_back.addWidget(hairline())
        self._lead_with(self.ways_back[0] if self.ways_back else self.choices["sample"])
        (self.ways_back or list(self.choices.values()))[0].setFocus()
        announce(self, problem.sentence)

    def _lead_with(self, first: QPushButton) -> None:
        """One button stands out: what most will want next."""
        for one in (*self.choices.values(), *self.ways_back):
            one.setProperty("kind", "primary" if one is first else "")
            restyle(one)

    def offer_before(self, before: Path) -> None:
        """The way back to the file that was open, while another is being made."""
        empty_layout(self._way_back)
        self.ways_back = []
        self._offer(f"Go back to “{before.stem}”", partial(self.file_asked.emit, before))
        self._way_back.addSpacing(PANE)

    def _offer(self, words: str, do: Callable[[], object]) -> None:
        made = button(words)
        made.setMinimumSize(_CHOICE_WIDTH, 36)
        made.setAutoDefault(True)
        made.clicked.connect(do)
        self.ways_back.append(made)
        self._way_back.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(object)
    def _begin_job(self, _job: Job) -> None:
        self._let_choose(False)

    @Slot(object)
    def _end_job(self, _job: Job) -> None:
        self._let_choose(True)

    def _let_choose(self, yes: bool) -> None:
        for one in (*self.choices.values(), *self.ways_back):
            one.setEnabled(yes)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop and wait for what is being made, and tell the office."""
        self.jobs.finish()
        super().closeEvent(event)
        self.closed.emit()
