"""Actions as buttons in a row, where a page has them beside what they act on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.shell.actions import Action, tip_of
from desktop.widgets.flow import FlowLayout
from desktop.widgets.parts import button, label


class ActionRow(QWidget):
    """On as many lines as they need, never on top of what is beneath; call `refresh` when the page's state has changed.

    `buttons` has each by its action's name. `heading` are the words before the first.
    """

    def __init__(self, actions: Sequence[Action] = (), *, heading: str = "") -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._actions: list[Action] = []
        self._flow = FlowLayout(self)
        if heading:
            words = label(heading, "quiet")
            words.setMinimumHeight(button("").sizeHint().height())  # in line with the buttons
            self._flow.addWidget(words)
        self.offer(actions)

    def offer(self, actions: Sequence[Action]) -> None:
        """More buttons, after those that are here; which can be pressed is asked with the next `refresh`."""
        for action in actions:
            made = button(action.label, "primary" if action.primary else "", icon=action.icon)
            made.setToolTip(tip_of(action) if action.tip or action.shortcut else "")
            made.clicked.connect(action.run)
            self._flow.addWidget(made)
            self.buttons[action.name] = made
        self._actions.extend(actions)

    @Slot()
    def refresh(self) -> None:
        """Ask each action whether it can be run now, and what it is called."""
        for action in self._actions:
            made = self.buttons[action.name]
            made.setEnabled(action.ready())
            if action.label_now is not None:
                made.setText(action.label_now())
                made.setAccessibleName(action.label_now())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        self._keep_room()

    def event(self, event: QEvent) -> bool:
        """Qt's; another label may need another line."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._keep_room()
        return done

    def _keep_room(self) -> None:
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))
