"""The title row of a page, and the row of its actions beneath."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolBar, QToolButton, QVBoxLayout, QWidget

from desktop.shell.actions import ActionItem
from desktop.shell.looks.icons import set_icon
from desktop.shell.looks.look import PANE


class PageHeader(QWidget):
    """Title, Find anything, the actions as words, and the one primary action at the right."""

    find_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setObjectName("pageTitle")
        self._find = QPushButton("Find anything     Ctrl+K")
        self._find.setProperty("kind", "find")
        self._find.setAccessibleName("Find anything")
        self._find.setMinimumWidth(230)
        self._find.clicked.connect(self.find_asked)
        set_icon(self._find, "search", role="quiet")
        self._tools = QToolBar()
        self._tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tools.setIconSize(QSize(18, 18))
        more = self._tools.findChild(QToolButton, "qt_toolbar_ext_button")  # Qt's own, which has no name
        if more is not None:
            more.setAccessibleName("More actions")
            more.setToolTip("More actions")
        self._primary = QPushButton()
        self._primary.setProperty("kind", "primary")
        self._primary.clicked.connect(self._run_primary)
        self._primary_item: ActionItem | None = None
        self._primaries: list[ActionItem] = []
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._find)
        row = QHBoxLayout()
        row.addWidget(self._tools, 1)
        row.addWidget(self._primary, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE, 10, PANE, 4)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(row)

    def show_page(self, title: str, items: Sequence[ActionItem]) -> None:
        """Stand for another page."""
        self._title.setText(title)
        self._tools.clear()
        for item in items:
            if item.action.toolbar and not item.action.primary:
                self._tools.addAction(item)
                self._name_button(item)
        self._tools.setVisible(any(item.action.toolbar and not item.action.primary for item in items))
        self._primaries = [item for item in items if item.action.primary]
        self.refresh()

    def refresh(self) -> None:
        """Follow whether the primary action can be run; of several, one for each side, the one that is ready stands."""
        ready = next((item for item in self._primaries if item.isEnabled()), None)
        alone = self._primaries[0] if len(self._primaries) == 1 else None
        item = self._primary_item = ready or alone
        self._primary.setVisible(item is not None)
        if item is not None:
            self._primary.setText(item.action.label.replace("&", "&&"))
            self._primary.setToolTip(item.toolTip())
            self._primary.setAccessibleName(item.action.label)
            self._primary.setEnabled(item.isEnabled())

    def _name_button(self, item: ActionItem) -> None:
        button = self._tools.widgetForAction(item)
        button.setAccessibleName(item.action.label)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _run_primary(self) -> None:
        if self._primary_item is not None:
            self._primary_item.trigger()
