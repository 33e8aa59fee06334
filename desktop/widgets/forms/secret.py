"""A field for what nobody should read over a shoulder."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.widgets.forms.fields import TextField
from desktop.widgets.parts import button


class SecretField(TextField):
    """A line that shows dots, and its text while “Show” is pressed in. What is typed is taken as it is.

    What is copied from paper, sign by sign, is `shown` to begin with.
    """

    def __init__(self, *, shown: bool = False) -> None:
        super().__init__()
        self._shown_first = shown
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_button = button("Show")
        self.show_button.setCheckable(True)
        self.show_button.setToolTip("Let what is typed be read")
        self.show_button.toggled.connect(self._show)
        self.widget = QWidget()
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        self.target = self.line
        self.show_button.setChecked(shown)

    def answer(self) -> str:
        """What was typed."""
        return self.line.text()

    def forget(self) -> None:
        """Nothing stands there any more, nor can it be brought back."""
        self.line.setText("")  # `clear` can be undone
        self.show_button.setChecked(self._shown_first)

    @Slot(bool)
    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.show_button.setText("Hide" if shown else "Show")
        self.show_button.setAccessibleName("Hide what is typed" if shown else "Show what is typed")

    def as_it_stands(self) -> None:
        """It is never kept."""

    def stand_as(self, typed: object) -> None:
        """It is never kept."""

    def told(self) -> str:
        """It is never kept."""
        return ""
