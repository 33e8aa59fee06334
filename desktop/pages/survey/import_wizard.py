"""An answers file on its way in: columns, words, whose they are, then what it would bring. One panel, four steps."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.pages.survey.import_columns import ColumnsStep
from desktop.pages.survey.import_draft import ImportDraft
from desktop.pages.survey.import_names import NamesStep
from desktop.pages.survey.import_preview import AnswersPreview
from desktop.pages.survey.import_step import ImportStep
from desktop.pages.survey.import_words import WordsStep
from desktop.shell.frame.message_views import Banner
from desktop.shell.looks.look import PANE
from desktop.shell.settings import Settings
from desktop.widgets.parts import button, hairline, label
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of
from workforce.survey.answers.preview import tied_names

PREVIEW = 3
_TITLES = ("1  Columns", "2  Words", "3  Whose", "4  Preview")


class ImportWizard(QWidget):
    """Holds the draft. `step_asked` wants a step shown: whoever checks the file answers with `show_step`.

    `committed` when the person takes it in, `left` when not, `refused_asked` to save the refused rows.
    """

    step_asked = Signal(int)
    committed = Signal()
    left = Signal()
    refused_asked = Signal()
    moved = Signal()

    def __init__(self, db: Database, settings: Settings) -> None:
        super().__init__()
        self.draft: ImportDraft | None = None
        self._title = label("", "bold", wrap=True)
        self.banner = Banner()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Steps of taking the file in")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for title in _TITLES:
            self.tabs.addTab(title)
        self.columns, self.words, self.names = (
            ColumnsStep(settings),
            WordsStep(settings),
            NamesStep(db, settings),
        )
        self.steps: tuple[ImportStep, ...] = (self.columns, self.words, self.names)
        self.preview = AnswersPreview(partial(tied_names, db))
        self._pile = QStackedWidget()
        self._cancel, self._back = button("Cancel"), button("Back")
        self._waits = label("", "quiet")
        self._on = button("Next", "primary")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(2)
        for part in (self._title, self.banner):
            head.addWidget(part)
        for step in (*self.steps, self.preview):
            self._pile.addWidget(step)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(PANE, 8, PANE, 8)
        foot.setSpacing(8)
        foot.addWidget(self._cancel)
        foot.addWidget(self._waits, 1)
        foot.addWidget(self._back)
        foot.addWidget(self._on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addWidget(self._pile, 1)
        column.addWidget(hairline())
        column.addWidget(self._foot)

    def _listen(self) -> None:
        for step in self.steps:
            step.said.connect(self._take)
        self.tabs.currentChanged.connect(self._ask_step)
        self._on.clicked.connect(self.go_on)
        self._back.clicked.connect(self.go_back)
        self._cancel.clicked.connect(self.left)
        self.preview.said.connect(self._take_and_check)
        self.preview.refused_asked.connect(self.refused_asked)

    @property
    def at(self) -> int:
        """The step that is shown."""
        return self._pile.currentIndex()

    # What the person does

    @Slot(int)
    def _ask_step(self, place: int) -> None:
        with QSignalBlocker(self.tabs):  # the tab turns once the step can be shown
            self.tabs.setCurrentIndex(self.at)
        self.step_asked.emit(place)

    @Slot()
    def go_on(self) -> None:
        """The next step; from the last one the file is taken in."""
        if self.at < PREVIEW:
            self.step_asked.emit(self.at + 1)
        elif self.preview.can_commit:
            self.committed.emit()

    @Slot()
    def go_back(self) -> None:
        """The step before; nothing that was said is lost."""
        if self.at:
            self.step_asked.emit(self.at - 1)

    def go_to_next(self) -> None:
        """The next row of the step that is to be decided."""
        if self.at < PREVIEW:
            self.steps[self.at].go_to_next()

    @Slot(object)
    def _take(self, draft: ImportDraft) -> None:
        self.draft = draft
        self._tell()

    @Slot(object)
    def _take_and_check(self, draft: ImportDraft) -> None:
        self.draft = draft
        self.step_asked.emit(PREVIEW)

    # What is shown

    def begin(self, draft: ImportDraft) -> None:
        """A file that was read."""
        file = draft.file
        responses = count_of(len(file.responses), "response")
        self._title.setText(f"Take in {file.name}: {responses}, from {file.program.value}")
        self.banner.hide()
        self.draft = draft
        self.show_step(0)

    def put_away(self) -> None:
        """Nothing of the file is kept."""
        self.draft = None

    def show_step(self, place: int) -> None:
        """A step of the draft as it stands."""
        if self.draft is None:
            return
        self.banner.hide()
        if place == PREVIEW:
            self.preview.show_draft(self.draft)
        else:
            self.steps[place].show_draft(self.draft)
        self._pile.setCurrentIndex(place)
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(place)
        self._tell()
        self.focus_first()

    def refuse(self, problem: Problem) -> None:
        """Say why a step cannot be shown; the one that is shown stays as it is."""
        self.banner.say(problem)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """While the file is being checked nothing else can be asked."""
        for part in (self._on, self._back, self.tabs):
            part.setEnabled(not busy)
        if not busy:
            self._tell()

    def _tell(self) -> None:
        draft, place = self.draft, self.at
        if draft is None:
            return
        for at, step in enumerate(self.steps):
            waiting = step.waiting(draft)
            self.tabs.setTabText(at, f"{_TITLES[at]} ({waiting})" if waiting else _TITLES[at])
        waiting = self.steps[place].waiting(draft) if place < PREVIEW else 0
        self._waits.setText(f"{waiting} to decide (F3 goes to the next)" if waiting else "")
        self._back.setEnabled(place > 0)
        self._on.setText(self.preview.verb if place == PREVIEW else f"Next: {self._name(place + 1)}")
        self._on.setAccessibleName(self._on.text())
        self._on.setEnabled(place < PREVIEW or self.preview.can_commit)
        self.moved.emit()

    def _name(self, place: int) -> str:
        return "preview" if place == PREVIEW else self.steps[place].name.lower()

    def focus_first(self) -> None:
        """Where the work of the step begins."""
        if self.at == PREVIEW:
            self.preview.focus_first()
        else:
            self.steps[self.at].focus_first()
