"""The questionnaire of the survey: its questions in the order in which they are asked."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.settling import Settling
from desktop.pages.survey.questionnaire_side_acts import QuestionnaireActs
from desktop.pages.survey.questionnaire_side_detail import question_detail
from desktop.pages.survey.survey_acts import SurveyActs
from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_reading import KeptWaves
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import button, label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from workforce.survey.questionnaire.editing import answers_held
from workforce.survey.questionnaire.questions import Question, question
from workforce.survey.questionnaire.tables import COLUMNS, question_rows
from workforce.survey.waves.asked import words_in_waves
from workforce.survey.waves.waves import waves

_NEXT = (
    "Check what is asked, and change what does not fit here. Then plan the first wave: it keeps the questions as they "
    "stand that day, and change is measured from it."
)


class QuestionnaireSide(SurveySide):
    """A row for each question; the pane has its options and the waves that asked it."""

    tab = "Questionnaire"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> None:
        super().__init__(desk, now=now, kept=kept)
        self.acts = QuestionnaireActs(
            desk, self, survey_id=lambda: self.survey_id, key=self._key, today=self._today
        )
        self.survey_acts = SurveyActs(desk, self, survey_id=lambda: self.survey_id, today=self._today)
        self.model = RowsModel(COLUMNS)
        first = None if desk.opened.read_only else Action("first_question", "Add a question", self.acts.add)
        self.pane = TablePane(
            self.model, name="survey_questions", title="Questions", chips=("topic", "kind", "state"),
            settings=desk.settings, empty=EmptyPage("This survey asks nothing yet.", first),
        )  # fmt: skip
        self.detail = DetailPane("Question", "Choose a question to see its options and where it was asked.")
        self._settling = Settling(self._draw, self)
        self.next = _WhatComesNext(partial(self.turn_to.emit, "Waves", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.next)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(790, 380)))
        self.acts.added.connect(self.show_row)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self._open)
        self.pane.counted.connect(self.moved)

    def actions_here(self) -> list[Action]:
        """What can be done with the questionnaire and the chosen question."""
        acts, may, one, asked = self.acts, self.may_write, self._may_change, self._may_move
        return [
            Action("add_question", "Add a question…", acts.add, "Ctrl+N", primary=True, icon="add", enabled=may),
            Action("edit_question", "Change…", acts.edit, "F2", icon="edit", enabled=one),
            Action("question_up", "Move up", acts.move_up, "Ctrl+Shift+Up", enabled=asked),
            Action("question_down", "Move down", acts.move_down, "Ctrl+Shift+Down", enabled=asked),
            Action("retire_question", "Retire", acts.retire_or_restore, "Ctrl+Del", enabled=one,
                   label_now=self._retire_words),
            Action("remove_question", "Remove", acts.remove, enabled=one, tip="Only a question that was never asked"),
            *self.survey_acts.listed(here=self._is_here, may=may),
        ]  # fmt: skip

    # What is chosen

    def _key(self) -> str:
        return self.pane.table.current_key

    def _held(self) -> Question | None:
        """None when an undo has taken the row away since the table was read."""
        try:
            return question(self._desk.db, self._key()) if self._key() else None
        except LookupError:
            return None

    def _is_here(self) -> bool:
        return self.is_current

    def _may_change(self) -> bool:
        return self.may_write() and self._held() is not None

    def _may_move(self) -> bool:
        held = self._held() if self.may_write() else None
        return held is not None and held.retired_on is None

    def _retire_words(self) -> str:
        held = self._held()
        return "Restore" if held is not None and held.retired_on is not None else "Retire"

    # What is shown

    def reload(self) -> None:
        """Every question, those retired last."""
        rows = question_rows(self._desk.db, self.survey_id) if self.survey_id else {}
        self.model.set_rows(list(rows.values()), keys=list(rows))
        planned = waves(self._desk.db, self.survey_id, archived=True) if self.survey_id else []
        self.next.setVisible(bool(rows) and not planned)
        self._settling.now()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._may_change():
            self.acts.edit()

    def _draw(self) -> None:
        held = self._held()
        if held is None:
            self.detail.clear()
            return
        by_name = {one.name: one for one in self.actions_here()} if self.may_write() else {}
        moves = ("question_up", "question_down") if held.retired_on is None else ()
        retire = Action("pane_retire", self._retire_words(), self.acts.retire_or_restore)
        self.detail.show_detail(
            question_detail(
                held, words_in_waves(self._desk.db, held.id), answers_held(self._desk.db, held.id),
                actions=(by_name["edit_question"], retire) if by_name else (),
                places=[by_name[name] for name in moves if by_name], go_to_wave=self._go_to_wave,
            )
        )  # fmt: skip

    def _go_to_wave(self, key: str) -> None:
        self.turn_to.emit("Waves", key)

    # What the page asks

    def table(self) -> Table:
        """The rows shown."""
        return shown_table("Questionnaire", self.model, self.pane.bar)

    def row_for_history(self) -> tuple[str, str]:
        """The question."""
        return "survey_question", self._key()

    def has(self, key: str) -> bool:
        """Whether it is a question of the survey shown."""
        return bool(self.survey_id) and key in question_rows(self._desk.db, self.survey_id)

    @Slot(str)
    def show_row(self, key: str) -> None:
        """A question."""
        self.pane.show_row(key)

    def status_text(self) -> str:
        """How many questions."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """Its filter."""
        self.pane.bar.focus_field()


class _WhatComesNext(QWidget):
    """Said until the first wave is planned."""

    def __init__(self, plan: Callable[[], object]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(PANE, 4, PANE, 0)
        row.addWidget(label(_NEXT, wrap=True), 1)
        go = button("Go to Waves")
        go.clicked.connect(lambda: plan())
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
