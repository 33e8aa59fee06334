"""The pages as they are seen and worked: painted, read by keys, with figures to be asked about."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)

from desktop.shell.looks.style import look
from desktop.shell.messages import announce
from desktop.widgets.page_preview.block_model import BlockModel
from desktop.widgets.page_preview.links import links_of
from desktop.widgets.page_preview.page_painter import Beside, Cursor, PagePainter
from desktop.widgets.page_preview.pages_list import Index, PagesList

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_READ_ON = 0.8
_LARGER = 1.15


class PageView(PagesList):
    """`chosen` and `opened` with a row, `figure_asked` with a row and a figure, `moved` with the row of the cursor."""

    chosen = Signal(int)
    figure_asked = Signal(int, str)
    moved = Signal(int)
    zoomed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.blocks = BlockModel(self)
        self.setModel(self.blocks)
        self.setAccessibleName(name)
        self.setProperty("kind", "pages")
        self.beside: Mapping[int, Beside] = {}
        self.empty = "There is nothing to show yet."
        self.figure = ""
        self._over = (-1, "")

    # The cursor

    @property
    def row(self) -> int:
        """The row of the cursor; -1 where there is none."""
        return self.currentIndex().row()

    def go_to(self, row: int, *, scroll: bool = True) -> None:
        """Put the cursor on a row."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _CHOOSE)
            if scroll:
                self.scrollTo(index)

    def currentChanged(self, now: Index, before: Index) -> None:
        """Qt’s: another row, and no figure in it yet."""
        super().currentChanged(now, before)
        self.figure = ""
        self.viewport().update()
        self.moved.emit(now.row())

    def _figures(self) -> list[str]:
        block = self.blocks.block(self.row)
        return [link.name for links in links_of(block) for link in links] if block is not None else []

    def _step_figure(self, by: int) -> None:
        names = self._figures()
        if not names:
            return
        at = names.index(self.figure) + by if self.figure in names else (0 if by > 0 else len(names) - 1)
        self.figure = names[min(max(at, 0), len(names) - 1)]
        block = self.blocks.block(self.row)
        words = next(one.words for one in block.figures if one.name == self.figure)  # type: ignore[union-attr]
        announce(self, f"Figure: {words}. Enter opens the rows behind it.")
        self.viewport().update()

    # Keys and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from block to block, left and right from figure to figure; Enter opens, Ctrl+C copies."""
        key = event.key()  # as a number: letters beyond Latin have no name among Qt’s keys
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy) and self.row >= 0:
            QGuiApplication.clipboard().setText(self.blocks.data(self.currentIndex()))
        elif key in _ENTER and self.row >= 0:
            self._enter()
        elif key in _SIDEWAYS and plain:
            self._step_figure(_SIDEWAYS[key])
        elif key == Qt.Key.Key_Escape and self.figure:
            self.figure = ""
            self.viewport().update()
        elif not (key in _DOWN and plain and self._read_on(_DOWN[key])):
            super().keyPressEvent(event)
            if key in _DOWN or key in (Qt.Key.Key_Home, Qt.Key.Key_End):
                self.scrollTo(self.currentIndex())

    def _enter(self) -> None:
        if self.figure:
            self.figure_asked.emit(self.row, self.figure)
        else:
            self.chosen.emit(self.row)

    def _read_on(self, way: int) -> bool:
        """Scroll on within a block that is longer than the view, before the cursor leaves it."""
        areas, room = self.parts_of(self.row), self.viewport().height()
        if not areas:
            return False
        hidden = areas[-1].bottom() - room if way > 0 else -areas[0].top()
        seen = any(area.bottom() > 0 and area.top() < room for area in areas)
        if not seen or hidden <= 0 or areas[-1].bottom() - areas[0].top() <= room:
            return False
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + way * round(min(hidden + 8, room * _READ_ON)))
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a figure. Nothing is dragged or chosen by moving."""
        self._over = self._link_at(event)
        shape = Qt.CursorShape.PointingHandCursor if self._over[1] else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A figure is asked about, or its block chosen."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.row < 0:
            return
        row, name = self._link_at(event)
        if name:
            self.figure_asked.emit(row, name)
        else:
            self.chosen.emit(self.row)

    def _link_at(self, event: QMouseEvent) -> tuple[int, str]:
        if self.laid is None:
            return -1, ""
        return self.laid.link_at(*self.on_paper(event.position().toPoint()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            up = event.angleDelta().y() > 0
            self.set_zoom(self.scale_now * (_LARGER if up else 1 / _LARGER))
            self.zoomed.emit()
        else:
            super().wheelEvent(event)

    # What is seen

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pages that can be seen, or the words that stand where there are none."""
        colours, port = look(), self.viewport().rect()
        painter = QPainter(self.viewport())
        painter.fillRect(port, QColor(colours.hover))
        if self.laid is None:
            painter.setPen(QColor(colours.quiet))
            where = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(port.adjusted(24, 24, -24, -24), int(where), self.empty)
        else:
            self._paint_pages(painter)
        painter.end()

    def _paint_pages(self, painter: QPainter) -> None:
        sheet, top = self.sheet, self.verticalScrollBar().value()
        left = sheet.left - self.horizontalScrollBar().value()
        height = self.viewport().height()
        painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.TextAntialiasing
        )
        pages = PagePainter(self.laid, self.beside, self._cursor())  # type: ignore[arg-type]
        for page in sheet.seen(top, height):
            painter.save()
            painter.translate(QPointF(left, sheet.top(page) - top))
            painter.scale(sheet.scale, sheet.scale)
            begins = (top - sheet.top(page)) / sheet.scale
            pages.paint(painter, page, QRectF(0, begins, sheet.width, height / sheet.scale))
            painter.setPen(QPen(QColor(look().edge), 0))
            painter.drawRect(QRectF(0, 0, sheet.width, sheet.height))
            painter.restore()

    def _cursor(self) -> Cursor:
        boxes = tuple(self.laid.link_boxes(self.row, self.figure)) if self.laid and self.figure else ()
        return Cursor(self.row, self.figure, self.hasFocus(), boxes)

    def event(self, event: QEvent) -> bool:
        """Qt’s; the cursor is a frame while the keyboard is here, else a bar at the side."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)
