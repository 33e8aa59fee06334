"""The answers of a wave: every response, the one chosen in words, and the ways in."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.survey.answers_actions import AnswersActions
from desktop.pages.survey.answers_detail import response_detail
from desktop.pages.survey.answers_shown import AnswersShown, answers_shown
from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_reading import KeptWaves
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import text_scale
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from resources.wording import count_of
from workforce.survey.answers.queries import queries_of
from workforce.survey.answers.response_lines import COLUMNS, ResponseLine, lines_table, service_names
from workforce.survey.answers.responses import response
from workforce.survey.answers.who_answered import why_nobodys

_NO_WAVE = "Plan a wave first: it says when the survey is asked and of whom."
_NO_ANSWERS = (
    "Nobody’s answers are here yet. Take in the file of an online form, which can be dropped here, or type answers "
    "in from paper."
)
_CHIPS, _FEW_CHIPS, _LARGE_TEXT = ("state", "kind", "district"), ("state", "kind"), 1.5


class AnswersSide(SurveySide):
    """A row for each response; while a file is taken in, its steps stand in their place."""

    tab = "Answers"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> None:
        super().__init__(desk, now=now, kept=kept)
        self._shown = AnswersShown()
        self.model = RowsModel(COLUMNS)
        self.pane = TablePane(self.model, name="survey_answers", title="Responses",
                              chips=_CHIPS if text_scale() < _LARGE_TEXT else _FEW_CHIPS,
                              settings=desk.settings)  # fmt: skip
        self.detail = DetailPane("Response", "Choose a response to read its answers.")
        self.actions_list = AnswersActions(desk, self, self, now=now)
        listed = self.actions_list.listed()
        self.row = ActionRow([one for one in listed if one.toolbar and not one.primary])
        self._lay_out()
        self.setAcceptDrops(True)
        self.pane.table.current_changed.connect(self._show_response)
        self.pane.counted.connect(self.moved)
        self.pane.table.opened.connect(self.actions_list.open_response)
        self.actions_list.files.began.connect(self._turn)
        self.actions_list.files.left.connect(self._turn)
        self.actions_list.files.taken.connect(self.reload)
        self.reading.found.connect(self._take)

    def _lay_out(self) -> None:
        plan = Action("answers_plan", "Go to the waves", partial(self.turn_to.emit, "Waves", ""))
        self._no_wave = EmptyPage(_NO_WAVE, plan)
        acts = self.actions_list
        self._no_answers = EmptyPage(
            _NO_ANSWERS,
            Action("answers_first", "Take in a file…", acts.files.choose),
            Action("answers_other", "Type in a response…", acts.acts.type_in),
        )
        held = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.addWidget(self.row, 1)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(760, 430)), 1)
        self._held = held
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        for part in (held, self._no_wave, self._no_answers, acts.files.wizard):
            self._pile.addWidget(part)
        self._add_reading(self._pile, "What was answered")

    # What the acts need

    @property
    def chosen(self) -> ResponseLine | None:
        """The response that the cursor is on."""
        return self._shown.lines.get(self.pane.table.current_key)

    @property
    def shown(self) -> AnswersShown:
        """All that is shown of the wave."""
        return self._shown

    def actions_here(self) -> list[Action]:
        """Answers in, and what can be done with one response."""
        return self.actions_list.listed()

    def may_take(self) -> bool:
        """Whether answers may come in."""
        return bool(self.wave_id) and self.may_write() and not self._desk.jobs.busy

    # What is shown

    @Slot()
    def reload(self) -> None:
        """Every response of the wave as it stands now."""
        self.actions_list.files.catch_up(self.wave_id)
        if not self.wave_id:
            self._take(AnswersShown())
            return
        self.reading.ask([self.wave_id], partial(answers_shown, self.wave_id), quick=False)
        if self.reading.is_working and self._shown.wave_id != self.wave_id:
            self._show(AnswersShown())

    @Slot(object)
    def _take(self, shown: AnswersShown) -> None:
        if shown.wave_id == self.wave_id:
            self._show(shown)
            wanted, self._wanted = self._wanted, ""
            if wanted:
                self.pane.show_row(wanted)

    def _show(self, shown: AnswersShown) -> None:
        self._shown = shown
        lines = list(self._shown.lines.values())
        self.model.set_rows([one.cells for one in lines], keys=[one.response.id for one in lines])
        self._pile.setCurrentWidget(self._fitting())
        self._show_response(self.pane.table.current_key)

    def _fitting(self) -> QWidget:
        files = self.actions_list.files
        if files.shows(self.wave_id):
            return files.wizard
        if not self.wave_id:
            return self._no_wave
        if self._shown.wave_id != self.wave_id:
            return self._reading
        return self._held if self._shown.lines else self._no_answers

    @Slot(str)
    def _show_response(self, key: str) -> None:
        line = self._shown.lines.get(key)
        if line is None:
            self.detail.clear()
        else:
            db, asked = self._desk.db, self._shown.asked
            one = response(db, key)
            found = queries_of(one, list(asked)) if key in self._shown.queried else ()
            self.detail.show_detail(
                response_detail(
                    line,
                    one,
                    asked,
                    found,
                    services=service_names(db, one),
                    actions=self.actions_list.in_pane() if line.tied else (),
                    why_not_tied="" if line.tied else why_nobodys(db, one),
                )
            )
        self.row.refresh()
        self.moved.emit()

    @Slot()
    def _turn(self) -> None:
        """A file has come, or has gone."""
        self._pile.setCurrentWidget(self._fitting())
        self.focus_first()
        self.moved.emit()

    def table(self) -> Table | None:
        """The responses shown."""
        if not self._shown.lines:
            return None
        shown = [self._shown.lines[str(row[0])] for row in self.model.all_rows()]
        return lines_table(self._desk.db, self.wave_id, shown)

    def row_for_history(self) -> tuple[str, str]:
        """The response."""
        return "survey_response", self.pane.table.current_key

    def status_text(self) -> str:
        """How many responses."""
        return count_of(len(self._shown.lines), "response") if self._shown.lines else ""

    def show_row(self, key: str) -> None:
        """A response; once it is read, where the wave is large."""
        if self.reading.is_working:
            self._wanted = key
        else:
            self.pane.show_row(key)

    def focus_first(self) -> None:
        """The responses, or the way to begin."""
        shown = self._pile.currentWidget()
        if shown is self._held:
            self.pane.focus_table()
        elif shown is self.actions_list.files.wizard:
            self.actions_list.files.wizard.focus_first()
        elif shown is not None:
            shown.setFocus()

    def focus_filter(self) -> None:
        """The filter of the responses."""
        self.pane.bar.focus_field()

    # Files dropped here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if self.may_take() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped, the first of several."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths and self.may_take():
            self.actions_list.files.begin(paths[0])
