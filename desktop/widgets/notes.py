"""What stands beneath a table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea

from desktop.shell.looks.look import PANE
from desktop.widgets.parts import label

_MOST_HEIGHT = 84


class Notes(QScrollArea):
    """Where what is said is long, or text is large, it scrolls and leaves the table its room."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "quiet", wrap=True, copyable=True)
        self._words.setContentsMargins(PANE, 4, PANE, 8)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Notes to the table")
        self.setWidget(self._words)

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def say(self, text: str) -> None:
        """Say something else."""
        self._words.setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words over a narrower width need more lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._words.heightForWidth(self.width())  # -1 for no words
        self.setFixedHeight(max(0, min(_MOST_HEIGHT, needed)))
