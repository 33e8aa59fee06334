"""What stands on a page that has nothing yet: one sentence, one button, one link."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desktop.shell.actions import Action
from desktop.shell.looks.look import GROUP
from desktop.shell.looks.style import with_text
from desktop.widgets.parts import button, label

_ABOVE = 48
_WIDEST = 640  # of a sentence that is easily read


class EmptyPage(QWidget):
    """`action` is what comes next; `other` is a quieter way, such as sample data."""

    def __init__(
        self,
        sentence: str,
        action: Action | None = None,
        other: Action | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP, 0, GROUP, 0)
        column.setSpacing(GROUP)
        above = QSpacerItem(0, _ABOVE, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        column.addItem(above)  # gives way on a low page
        centre = Qt.AlignmentFlag.AlignHCenter
        words = label(sentence, "section", wrap=True)
        words.setAlignment(centre)
        words.setMaximumWidth(with_text(_WIDEST))
        between = QHBoxLayout()  # aligned in a column, words would be as narrow as they can be
        between.addStretch(1)
        between.addWidget(words, 1000)
        between.addStretch(1)
        column.addLayout(between)
        for kind, one in (("primary", action), ("link", other)):
            if one is not None:
                made = button(one.label, kind)
                made.clicked.connect(one.run)
                column.addWidget(made, 0, centre)
                if self.focusProxy() is None:
                    self.setFocusProxy(made)
        column.addStretch(1)
