"""The list of capabilities down the left side."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.looks.drawing import icon
from desktop.shell.looks.look import PANE, TARGET
from desktop.shell.looks.style import bold, look, points
from desktop.shell.page import PageSpec
from desktop.widgets.parts import scrolled


class SidebarButton(QPushButton):
    """Icon, word, and the count of what needs attention."""

    def __init__(self, spec: PageSpec, number: int, parent: QWidget) -> None:
        super().__init__(spec.title, parent)
        self.spec = spec
        self.count = 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        self.setAutoExclusive(True)  # a screen reader then says one of several, not a box to tick
        self.setToolTip(f"{spec.title} (Ctrl+{number})" if number <= 9 else spec.title)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many things need attention; none shows nothing."""
        self.count = count
        self.setAccessibleName(f"{self.spec.title}, {count} need attention" if count else self.spec.title)
        self.update()

    def sizeHint(self) -> QSize:
        """One line with room for a finger."""
        return QSize(120, max(TARGET + 8, QFontMetrics(bold()).height() + 16))

    def minimumSizeHint(self) -> QSize:
        """A little closer where text is large and the screen low; never less than a target."""
        return QSize(120, max(TARGET, QFontMetrics(bold()).height() + 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row: ground, bar when chosen, icon, word, count."""
        colours = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = (
            colours.selected if self.isChecked() else colours.hover if self.underMouse() else colours.sidebar
        )
        ink = colours.on_selected if self.isChecked() else colours.text
        painter.fillRect(self.rect(), QColor(ground))
        if self.isChecked():
            painter.fillRect(0, 0, 4, self.height(), QColor(colours.accent))
        picture = icon(self.spec.icon, ink).pixmap(QSize(18, 18), self.devicePixelRatioF())
        painter.drawPixmap(PANE + 2, (self.height() - 18) // 2, picture)
        painter.setPen(QColor(ink))
        painter.setFont(bold() if self.isChecked() else points(10))
        word = self.rect().adjusted(PANE + 30, 0, -PANE - 28, 0)
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.count:
            self._paint_count(painter)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def _paint_count(self, painter: QPainter) -> None:
        colours = look()
        text = str(self.count) if self.count < 1000 else "999+"
        painter.setFont(bold(9))
        metrics = painter.fontMetrics()
        width, height = max(22, metrics.horizontalAdvance(text) + 12), max(18, metrics.height())
        badge = QRect(self.width() - width - 10, (self.height() - height) // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)


class Sidebar(QFrame):
    """One button a page; exactly one is chosen."""

    chosen = Signal(str)

    def __init__(self, specs: Sequence[PageSpec], product: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.buttons = {spec.key: SidebarButton(spec, at, self) for at, spec in enumerate(specs, start=1)}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        self._group.buttonToggled.connect(self._toggled)
        self._at = ""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 8)
        whole.setSpacing(0)
        name = QLabel(product)
        name.setObjectName("product")
        whole.addWidget(name)
        pages = QWidget()
        pages.setObjectName("sidebarPages")
        self._scroll = scrolled(pages, sideways=False)  # with large text not all pages have room at once
        self._scroll.setObjectName("sidebarScroll")
        whole.addWidget(self._scroll, 1)
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        group = ""
        for spec in specs:
            if spec.group != group:
                group = spec.group
                column.addSpacing(PANE)
            self._group.addButton(self.buttons[spec.key])
            column.addWidget(self.buttons[spec.key])
        column.addStretch(1)

    def choose(self, key: str) -> None:
        """Mark the page as the one shown."""
        self._at = key
        self.buttons[key].setChecked(True)
        for (
            name,
            button,
        ) in self.buttons.items():  # Tab comes to the page that is shown, the arrows go to the others
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)
        self._scroll.ensureWidgetVisible(self.buttons[key], 0, 0)

    def _clicked(self, button: SidebarButton) -> None:
        self.chosen.emit(button.spec.key)

    def _toggled(self, button: SidebarButton, on: bool) -> None:
        """A screen reader may check a page without a click."""
        if on and button.spec.key != self._at:
            self.chosen.emit(button.spec.key)
