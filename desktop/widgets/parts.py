"""Small pieces that every widget is laid out with."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.looks.icons import set_icon
from desktop.shell.looks.look import TARGET


def label(text: str, kind: str = "", *, wrap: bool = False, copyable: bool = False) -> QLabel:
    """A label in one of the style's kinds: title, section, bold, quiet, small, error."""
    made = _Wrapped(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if kind:
        made.setProperty("kind", kind)
    if copyable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class _Wrapped(QLabel):
    """Words over several lines, never squeezed below the height that they need at the width they have."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_room()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._keep_room()

    def _keep_room(self) -> None:
        """Not while hidden: at the width of before its first layout the words would need a far higher window."""
        if self.wordWrap() and self.isVisible():
            self.setMinimumHeight(0)  # Qt answers with no less than this, and a wider label needs fewer lines
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


class _Button(QPushButton):
    """Enter presses it, as Space does; Qt's own lets Enter through to the default button of the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & _HELD:
            self.click()
        else:
            super().keyPressEvent(event)


_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)


def button(text: str, kind: str = "", *, icon: str = "", name: str = "") -> QPushButton:
    """A button in one of the style's kinds: primary, danger, link, fold."""
    made = _Button(text)
    made.setAccessibleName(name or text.replace("&", ""))
    if kind:
        made.setProperty("kind", kind)
    if icon:
        set_icon(made, icon, role="on_accent" if kind == "primary" else "text")
    made.setAutoDefault(False)
    return made


class _Roomy(QStyledItemDelegate):
    """Rows high enough to read and to hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the words, 28 pixels high or more."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(TARGET, option.fontMetrics.height() + 12))


def give_room(view: QAbstractItemView) -> None:
    """Rows of a list as high as a table's."""
    view.setItemDelegate(_Roomy(view))


def hairline() -> QFrame:
    """A line across."""
    made = QFrame()
    made.setProperty("kind", "hairline")
    return made


def side_by_side(left: QWidget, right: QWidget, *, sizes: tuple[int, int] = (820, 350)) -> QSplitter:
    """A table and its detail pane, with a line between them to drag; the left one takes what room there is."""
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    made.addWidget(left)
    made.addWidget(right)
    made.setSizes(list(sizes))
    made.setStretchFactor(0, 1)
    made.setStretchFactor(1, 0)
    return made


def scrolled(inside: QWidget, name: str = "", *, sideways: bool = True) -> QScrollArea:
    """Scrolls where there is too little room for what is inside, as with large letters."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not sideways:
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if name:
        made.setAccessibleName(name)
    made.setWidget(inside)
    return made


def under_choices(head: QLayout, part: QWidget) -> QWidget:
    """A row of choices above what they choose."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addLayout(head)
    column.addWidget(part, 1)
    return made


def pile_of(owner: QWidget, *widgets: QWidget) -> QStackedLayout:
    """One of them is seen at a time, the first to begin with."""
    made = QStackedLayout(owner)
    made.setContentsMargins(0, 0, 0, 0)
    for one in widgets:
        made.addWidget(one)
    return made


def empty_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty_layout(inner)


def restyle(widget: QWidget) -> None:
    """Draw again by the style sheet after a property it looks at has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
