"""The texts of a question in a table, and beside it the one that the cursor is on with its codes and suggestions."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.settling import Settling
from desktop.pages.survey.words_side_detail import text_detail
from desktop.pages.survey.words_side_typed import TypedNumber
from desktop.pages.table_saving import shown_table
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from workforce.survey.coding.codes import frame
from workforce.survey.coding.suggestions import suggestions
from workforce.survey.coding.tables import TEXT_COLUMNS, text_row, texts_table
from workforce.survey.coding.texts import CodedText
from workforce.survey.questionnaire.questions import Question

NONE = 0
"""The number that says that a text fits none of the codes."""


class TextsPart(QWidget):
    """`number_typed` carries the number of a code that was typed over the table, `suggestion_taken` a code's key."""

    moved = Signal()
    number_typed = Signal(int)
    suggestion_taken = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._question: Question | None = None
        self._waves: Mapping[str, str] = {}
        self._may_write = False
        self._texts: dict[str, CodedText] = {}
        self._model = RowsModel(TEXT_COLUMNS)
        self.pane = TablePane(
            self._model, name="survey_texts", title="Texts", chips=("codes", "coded_by"),
            settings=desk.settings,
        )  # fmt: skip
        self.detail = DetailPane("Text", "Choose a text to see what it may mean.")
        self.typed = TypedNumber()
        self._settling = Settling(self._draw, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(760, 430)))
        self.pane.table.installEventFilter(self)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.selection_moved.connect(self._move)
        self.pane.counted.connect(self._move)

    # What is shown

    def show_texts(
        self, of: Question, held: Sequence[CodedText], waves: Mapping[str, str], *, may_write: bool
    ) -> None:
        """The texts of a question; `waves` are the names of waves by key."""
        self._question, self._waves, self._may_write = of, waves, may_write
        self._texts = {one.text_key: one for one in held}
        self._model.set_rows([text_row(one, waves) for one in held], keys=list(self._texts))
        self.typed.clear()
        self._settling.now()

    def all(self) -> list[CodedText]:
        """Every text of the question, whatever the filter hides."""
        return list(self._texts.values())

    def chosen(self) -> list[CodedText]:
        """The texts selected, or the one with the cursor."""
        keys = self.pane.table.selected_keys() or [self.pane.table.current_key]
        return [self._texts[key] for key in keys if key in self._texts]

    def table(self) -> Table:
        """The rows shown, with how many are left to code."""
        notes = texts_table("", self.all(), self._waves).notes
        wording = self._question.wording if self._question else ""
        return shown_table(f"Texts: {wording}", self._model, self.pane.bar, notes=notes)

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self.typed.clear()
        self._settling.ask()
        self.moved.emit()

    @Slot()
    def _move(self) -> None:
        self.moved.emit()

    def _draw(self) -> None:
        held, of = self._texts.get(self.pane.table.current_key), self._question
        if held is None or of is None:
            self.detail.clear()
            return
        found = suggestions(held, frame(of), self._texts.values())
        take = self.suggestion_taken.emit if self._may_write else None
        self.detail.show_detail(text_detail(held, frame(of), found, self._waves, take=take))

    # Typing the number of a code

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's; figures typed over the table are the number of a code."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take(event):
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        if self._question is None or not self._may_write or not self.chosen():
            return False
        most = len(frame(self._question))
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.typed.waits:
            self._tell(self.typed.enter())
            return True
        if not event.text().isdigit() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._tell(self.typed.figure(event.text(), most))
        return True

    def _tell(self, number: int | None) -> None:
        if number is not None:
            self.number_typed.emit(number)
        elif self.typed.waits and self._question is not None:
            said = self.typed.waiting_words([one.wording for one in frame(self._question)])
            self._desk.messages.done(said, undo=False)
