"""Forms: one column of rows, and the dialog around them that gives a value and never saves."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.frame.message_views import Banner
from desktop.shell.looks.icons import Mark
from desktop.shell.looks.style import with_text
from desktop.shell.messages import announce
from desktop.widgets.forms.fields import Field
from desktop.widgets.forms.typed import Typed
from desktop.widgets.parts import button, hairline, label, restyle
from desktop.widgets.question import Question
from resources.problem import FieldProblem, Problem

Answers = dict[str, Any]


class FieldRow(QWidget):
    """Label above, field, help beneath in grey, what is wrong beneath in red."""

    def __init__(self, name: str, words: str, field: Field, *, needed: bool, help_text: str) -> None:
        super().__init__()
        self.name, self.words, self.field, self.needed = name, words, field, needed
        self._error_words = label("", "error", wrap=True)
        self._error = _beside(Mark("error", "danger"), self._error_words)
        self._error.hide()
        self.sentence = ""
        self._help = help_text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if words:
            column.addWidget(self._label())
        column.addWidget(field.widget)
        if help_text:
            column.addWidget(label(help_text, "small", wrap=True))
        column.addWidget(self._error)
        self._name_field()

    def _label(self) -> QLabel:
        made = QLabel(f"{self.words} (needed)" if self.needed else self.words)
        made.setProperty("kind", "bold")
        made.setBuddy(self.field.target)
        return made

    def _name_field(self) -> None:
        if self.words:
            needed = ", needed" if self.needed else ""
            self.field.target.setAccessibleName(self.words + needed)
        elif not self.field.target.accessibleName():
            self.field.target.setAccessibleName(self.field.target.property("text") or self.name)
        self.field.target.setAccessibleDescription(self._help)

    def read(self) -> Any:
        """The answer; raises Problem when it is needed and missing, or cannot be read."""
        if self.needed and self.field.is_empty():
            raise Problem(f"{self.words} is needed.")
        return self.field.answer()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, by the field; an empty sentence takes it away."""
        self.sentence = sentence
        self._error_words.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.field.target.setProperty("refused", bool(sentence))
        self.field.target.setAccessibleDescription(f"{sentence} {self._help}".strip())
        restyle(self.field.target)

    @Slot()
    def clear_refusal(self) -> None:
        """What was wrong was said of another answer than the one that stands there now."""
        if self.sentence:
            self.refuse("")


def _beside(mark: QWidget, words: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return made


def _with_name(row: FieldRow) -> str:
    return row.sentence if row.sentence.startswith(row.words) else f"{row.words}: {row.sentence}"


class Form(QWidget):
    """Rows, one beneath the other; `changed` at each key."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def add(
        self,
        name: str,
        words: str,
        field: Field,
        *,
        value: Any = None,
        needed: bool = False,
        help_text: str = "",
    ) -> Field:
        """Add a row. `words` is its label; a check box says its own and may have none."""
        row = FieldRow(name, words, field, needed=needed, help_text=help_text)
        if value is not None:
            field.show_answer(value)
        field.changed.connect(row.clear_refusal)
        field.changed.connect(self.changed)
        self.rows[name] = row
        self._column.addWidget(row)
        return field

    def add_heading(self, words: str) -> QLabel:
        """A heading above the rows that follow."""
        made = label(words, "section")
        self._column.addSpacing(4)
        self._column.addWidget(made)
        return made

    def add_widget(self, widget: QWidget) -> None:
        """Something that is no field, between the rows."""
        self._column.addWidget(widget)

    def show_row(self, name: str, shown: bool) -> None:
        """Show or hide a row; a hidden row is not asked."""
        self.rows[name].setVisible(shown)

    def read(self) -> Answers | None:
        """The answers by name; None when some were refused, with the reasons by their fields."""
        answers: Answers = {}
        for name, row in self.rows.items():
            row.refuse("")
            if row.isHidden():
                continue
            try:
                answers[name] = row.read()
            except Problem as refused:
                row.refuse(refused.sentence)
        return None if self.refused() else answers

    def as_it_stands(self) -> dict[str, Typed]:
        """What stands in each field that is shown, by its name: also what cannot be read as an answer."""
        return {name: row.field.as_it_stands() for name, row in self.rows.items() if not row.isHidden()}

    def stand_as(self, typed: Mapping[str, Typed]) -> None:
        """Let it stand there as it did; twice, since what one field holds may decide which others are shown."""
        for _ in range(2):
            for name, row in self.rows.items():
                if name in typed:
                    row.field.stand_as(typed[name])

    def told(self) -> list[tuple[str, str]]:
        """The same in words, by the labels; what is empty is left out."""
        shown = ((row.words, row.field.told()) for row in self.rows.values() if not row.isHidden())
        return [(words, told) if words else (told, "Yes") for words, told in shown if told]

    def refused(self) -> list[FieldRow]:
        """The rows that were refused."""
        return [row for row in self.rows.values() if row.field.target.property("refused")]


@runtime_checkable
class KeepsDrafts(Protocol):
    """A page that keeps what was typed in a dialog which it had to close."""

    def dialog_opens(self, dialog: "FormDialog") -> None:
        """One of its dialogs opens: something may be kept for it."""


class FormDialog(QDialog):
    """A form that gives a value through `ask`. Subclasses add rows to `self.form` and override `value`.

    What `then` raises as a Problem is shown at the top; the dialog stays open with everything typed.
    """

    answered = Signal(object)

    def __init__(
        self, title: str, verb: str, parent: QWidget | None, *, intro: str = "", width: int = 520
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then: Callable[[Any], object] | None = None
        self._touched = False
        self.form = Form()
        self.banner = Banner()
        self._verb = button(verb, "primary")
        self._verb.setDefault(True)
        self._verb.clicked.connect(self.submit)
        self._cancel = button("Cancel")
        self._cancel.clicked.connect(self.reject)
        self._lay_out(title, intro, width)
        self.form.changed.connect(self._note_touch)

    def _lay_out(self, title: str, intro: str, width: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(12)
        body.addWidget(label(title, "title", wrap=True))
        if intro:
            body.addWidget(label(intro, wrap=True))
        body.addWidget(self.banner)
        body.addWidget(self.form)
        body.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._over_form = body
        column.addWidget(self._scroll, 1)
        column.addWidget(hairline())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 12, 20, 12)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._verb)
        self._buttons = buttons
        column.addLayout(buttons)
        self._inside, self._width = inside, width

    def add_way(self, words: str) -> QPushButton:
        """Another button, before the one that answers."""
        made = button(words)
        self._buttons.insertWidget(self._buttons.count() - 1, made)
        return made

    def value(self, answers: Answers) -> Any:
        """What the dialog gives; may raise Problem."""
        return answers

    def ask(self, then: Callable[[Any], object]) -> None:
        """Open over the window, and call `then(value)` when the person has answered."""
        self._then = then
        self._touched = False
        keeper = self._keeper_of_drafts()
        if keeper is not None:
            keeper.dialog_opens(self)
        self._fit()
        self.open()
        first = next((row.field.target for row in self.form.rows.values() if not row.isHidden()), self._verb)
        first.setFocus()

    def _keeper_of_drafts(self) -> KeepsDrafts | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, KeepsDrafts):
            above = above.parentWidget()
        return above

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed since it opened."""
        return self._touched

    def add_notice(self, notice: QWidget) -> None:
        """Something that is said above the form."""
        self._over_form.insertWidget(self._over_form.indexOf(self.banner), notice)

    def _fit(self) -> None:
        for layout in (self.form.layout(), self._inside.layout()):
            if layout is not None:
                layout.activate()  # rows that were added since count only then
        room = self.screen().availableGeometry()
        width = min(room.width() - 40, with_text(self._width))
        self.resize(width, min(room.height() - 80, self._inside.heightForWidth(width) + 42 + with_text(34)))

    @Slot()
    def submit(self) -> None:
        """Read the form; give the value when everything can be read."""
        self.banner.hide()
        answers = self.form.read()
        if answers is None:
            self._say_refused()
            return
        try:
            value = self.value(answers)
            if self._then is not None:
                self._then(value)
        except Problem as problem:
            self._refuse(problem)
            return
        self.answered.emit(value)
        self.accept()

    def _refuse(self, problem: Problem) -> None:
        row = self.form.rows.get(problem.field) if isinstance(problem, FieldProblem) else None
        if row is not None and not row.isHidden():
            row.refuse(problem.sentence)
            self._say_refused()
            return
        self.banner.say(problem)
        self._scroll.ensureVisible(0, 0)

    def _say_refused(self) -> None:
        rows = self.form.refused()
        reasons = tuple(_with_name(row) for row in rows)
        what = "One answer needs" if len(rows) == 1 else f"{len(rows)} answers need"
        self.banner.say(Problem(f"{what} another look before this can be saved.", details=reasons))
        rows[0].field.target.setFocus()
        self._scroll.ensureWidgetVisible(rows[0])  # a long form may have been scrolled past it
        announce(rows[0].field.target, rows[0].field.target.accessibleDescription())

    @Slot()
    def _note_touch(self) -> None:
        self._touched = True

    def reject(self) -> None:
        """Close without a value; ask first when something was typed."""
        if self._touched and self.isVisible():
            question = Question("Leave without saving?", "What you typed here is not kept.", "Leave", self)
            question.ask(super().reject)
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field submits, on a button it presses; Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            holder = self.focusWidget()
            if isinstance(holder, QPushButton):
                holder.click()
            else:
                self.submit()
        else:
            super().keyPressEvent(event)
