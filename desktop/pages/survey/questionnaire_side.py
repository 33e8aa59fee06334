"""The questionnaire of the survey: its questions by topic."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.table_saving import shown_table
from desktop.shell.page import Desk
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Column, ColumnKind, Table
from workforce.survey.questionnaire.questions import questions

_COLUMNS = (
    Column("position", "No.", ColumnKind.NUMBER, 60),
    Column("wording", "Question", width=460),
    Column("topic", "Topic", width=190),
    Column("kind", "Answered by", width=140),
    Column("options", "Options", ColumnKind.NUMBER, 90),
)


class QuestionnaireSide(SurveySide):
    """A row for each question."""

    tab = "Questionnaire"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk, now=now)
        self.model = RowsModel(_COLUMNS)
        self.pane = TablePane(
            self.model,
            name="survey_questions",
            title="Questions",
            chips=("topic", "kind"),
            settings=desk.settings,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        self.pane.table.current_changed.connect(self.moved)
        self.pane.counted.connect(self.moved)

    def reload(self) -> None:
        """Every question that is asked."""
        held = questions(self._desk.db, self.survey_id) if self.survey_id else []
        rows = [
            (one.position, one.wording, one.topic.label, one.kind.label, len(one.offered) or None)
            for one in held
        ]
        self.model.set_rows(rows, keys=[one.id for one in held])

    def table(self) -> Table:
        """The rows shown."""
        return shown_table("Questionnaire", self.model, self.pane.bar)

    def row_for_history(self) -> tuple[str, str]:
        """The question."""
        return "survey_question", self.pane.table.current_key

    def status_text(self) -> str:
        """How many questions."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """Its filter."""
        self.pane.bar.focus_field()
