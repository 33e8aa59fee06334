"""The recovery sheet: its code is shown once, saved or copied by hand, and typed back to prove it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.shell.looks.style import bold
from desktop.widgets.forms.form import Answers
from desktop.widgets.forms.job_dialog import JobDialog
from desktop.widgets.forms.secret import SecretField
from desktop.widgets.parts import button, label
from desktop.widgets.question import Question
from resources.database.locked.recovery import RecoveryCode

_SHOWN = (
    "This code opens the register when the passphrase is lost, and is shown only now. Save the sheet, print it, and "
    "delete the file; or copy the ten groups by hand. Keep the paper in a locked cupboard."
)
_TYPED = (
    "Take the sheet in your hand and type its code. Once that has opened the register, the sheet is proved."
)
_COLUMNS = 5


class RecoverySheet(JobDialog):
    """With a code it shows that first; without one the code of an earlier sheet is typed. `save` asks where."""

    def __init__(
        self,
        code: RecoveryCode | None,
        parent: QWidget | None,
        *,
        save: Callable[[QWidget], bool] | None = None,
    ) -> None:
        super().__init__("Recovery sheet of the register", "Prove the sheet", parent)
        self._save, self.is_shown, self.has_saved = save, code is not None, False
        self.said = label(_SHOWN if self.is_shown else _TYPED, wrap=True)
        self.form.add_widget(self.said)
        self.code_box = _code_box(code.groups() if code is not None else ())
        self.form.add_widget(self.code_box)
        self.save_button = button("Save the sheet as Word…", icon="word")
        self.save_button.clicked.connect(self._save_sheet)
        self.form.add_widget(_left(self.save_button))
        self.form.add(
            "code", "Code on the sheet", SecretField(shown=True),
            help_text="Ten groups of four. Gaps do not matter, nor small letters.",
        )  # fmt: skip
        self._turn(self.is_shown)

    def value(self, answers: Answers) -> str:
        """What was typed."""
        return str(answers["code"])

    @Slot()
    def submit(self) -> None:
        """First the code goes from the screen, then what is typed is tried."""
        if self.is_shown:
            self._turn(False)
            self.form.rows["code"].field.target.setFocus()
        else:
            super().submit()

    def reject(self) -> None:
        """A code that nobody has saved is lost with the dialog."""
        if self.is_shown and not self.has_saved and self.isVisible():
            Question(
                "Leave without the sheet?",
                "The code is shown only now. Without a sheet, a lost passphrase loses the register. A new one "
                "can be made under “Lock and backups”.",
                "Leave",
                self,
                danger=True,
            ).ask(self._leave)
        elif not self.is_busy:
            self._leave()

    def _leave(self) -> None:
        self._touched = False
        super().reject()

    @Slot()
    def _save_sheet(self) -> None:
        if self._save is not None and self._save(self):
            self.has_saved = True

    def _turn(self, shown: bool) -> None:
        self.is_shown = shown
        self.said.setText(_SHOWN if shown else _TYPED)
        self.code_box.setVisible(shown)
        self.save_button.setVisible(shown)
        self.form.show_row("code", not shown)
        words = "I have it on paper" if shown else "Prove the sheet"
        self._verb.setText(words)
        self._verb.setAccessibleName(words)


def _code_box(groups: tuple[str, ...]) -> QFrame:
    """The groups, numbered, in two rows; read out sign by sign."""
    made = QFrame()
    made.setObjectName("notice")
    grid = QGridLayout(made)
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    for at, group in enumerate(groups):
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(label(str(at + 1), "small"), 0, Qt.AlignmentFlag.AlignHCenter)
        signs = label(" ".join(group))
        signs.setFont(bold(13))
        signs.setAccessibleName(f"Group {at + 1}: {' '.join(group)}")
        cell.addWidget(signs, 0, Qt.AlignmentFlag.AlignHCenter)
        grid.addLayout(cell, at // _COLUMNS, at % _COLUMNS)
    return made


def _left(widget: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    return made
