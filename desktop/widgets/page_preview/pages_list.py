"""Pages in a scrolled view: where each row lies, how far it is scrolled, how large pages are."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.widgets.page_preview.laid_report import LaidReport, Part
from desktop.widgets.page_preview.paper import POINTS_AN_INCH, UNITS, mm
from desktop.widgets.page_preview.sheet import GAP, Sheet

LEAST_ZOOM, MOST_ZOOM = 0.3, 4.0
_NEAR = 24
Index = QModelIndex | QPersistentModelIndex


class PagesList(QListView):
    """`zoom` 1 is as large as on paper, None as wide as the view."""

    scrolled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.laid: LaidReport | None = None
        self.zoom: float | None = None
        self._scale = 1.0
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # else fitting the width goes in circles
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)

    # How large

    @property
    def sheet(self) -> Sheet:
        """Where the pages lie now."""
        pages = self.laid.pages if self.laid is not None else 1
        return Sheet(pages, mm(210), mm(297), self._scale, self.viewport().width())

    @property
    def scale_now(self) -> float:
        """How large pages are shown, 1 being as on paper."""
        return self._scale / _full_size(self)

    def set_zoom(self, zoom: float | None) -> None:
        """Show pages so large; what is at the top of the view stays there."""
        self.zoom = None if zoom is None else min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Scroll bars for pages as large as they are now; the place at the top of the view stays."""
        before = self.sheet
        page, down = before.at(self.verticalScrollBar().value())
        fitting = (self.viewport().width() - 2 * GAP) / mm(210)
        self._scale = max(fitting, 0.02) if self.zoom is None else self.zoom * _full_size(self)
        sheet, port = self.sheet, self.viewport().size()
        width, height = sheet.content
        upright, across = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setRange(0, max(0, height - port.height()))
        upright.setPageStep(port.height())
        upright.setSingleStep(40)
        across.setRange(0, max(0, width - port.width()))
        across.setPageStep(port.width())
        if sheet.scale != before.scale:
            upright.setValue(round(sheet.top(page) + down * sheet.scale))
        self.viewport().update()

    def doItemsLayout(self) -> None:
        """Qt’s; rows lie where their pages are."""
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt’s."""
        super().resizeEvent(event)
        self.updateGeometries()

    # Where rows are

    def area_of(self, part: Part) -> QRectF:
        """A part of a row in the view."""
        sheet = self.sheet
        left = sheet.left - self.horizontalScrollBar().value()
        top = sheet.top(part.page) - self.verticalScrollBar().value()
        area, scale = part.area, sheet.scale
        return QRectF(
            left + area.left() * scale, top + area.top() * scale, area.width() * scale, area.height() * scale
        )

    def parts_of(self, row: int) -> list[QRectF]:
        """A row in the view, an area for each page that it stands on."""
        found = self.laid.parts.get(row, []) if self.laid is not None else []
        return [self.area_of(part) for part in found]

    def on_paper(self, at: QPoint) -> tuple[int, QPointF]:
        """The page at a place of the view, and where that is on it."""
        sheet = self.sheet
        page, down = sheet.at(at.y() + self.verticalScrollBar().value())
        across = (at.x() + self.horizontalScrollBar().value() - sheet.left) / sheet.scale
        return page, QPointF(across, down)

    def visualRect(self, index: Index) -> QRect:
        """Qt’s: all of a row."""
        whole = QRectF()
        for area in self.parts_of(index.row()):
            whole = whole.united(area)
        return whole.toAlignedRect()

    def indexAt(self, at: QPoint) -> QModelIndex:
        """Qt’s: the row there, or the nearest on its page."""
        if self.laid is None:
            return QModelIndex()
        page, place = self.on_paper(at)
        row = self.laid.row_at(page, place.y())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(self, index: Index, _hint: object = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Qt’s: bring the beginning of a row into view, and as much of it as there is room for."""
        areas = self.parts_of(index.row())
        if not areas:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = areas[0].top() - _NEAR, areas[0].bottom() + _NEAR
        if top < 0 or bottom - top > room:
            bar.setValue(bar.value() + round(top))
        elif bottom > room:
            bar.setValue(bar.value() + round(bottom - room))

    def show_what_follows(self, row: int) -> None:
        """A row that begins in the lower half of the view goes to its top, as a heading above what it heads."""
        areas = self.parts_of(row)
        if areas and areas[0].top() > self.viewport().height() / 2:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(areas[0].top() - _NEAR))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Qt’s: from row to row, to the first and the last, and by what the view shows at once."""
        model, row = self.model(), self.currentIndex().row()
        move = QAbstractItemView.CursorAction
        last = model.rowCount() - 1
        by = {move.MoveUp: -1, move.MovePrevious: -1, move.MoveDown: 1, move.MoveNext: 1}.get(action, 0)
        to = {move.MoveHome: 0, move.MoveEnd: last}.get(action, min(max(row + by, 0), last))
        if action in (move.MovePageUp, move.MovePageDown):
            return self._after_page(-1 if action is move.MovePageUp else 1)
        return model.index(to, 0)

    def _after_page(self, way: int) -> QModelIndex:
        bar, before = self.verticalScrollBar(), self.verticalScrollBar().value()
        bar.setValue(before + way * round(self.viewport().height() * 0.9))
        if bar.value() == before:
            return self.model().index(0 if way < 0 else self.model().rowCount() - 1, 0)
        return self.indexAt(QPoint(self.viewport().width() // 2, self.viewport().height() // 4))

    def horizontalOffset(self) -> int:
        """Qt’s."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """Qt’s."""
        return self.verticalScrollBar().value()

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Qt’s."""
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, flags)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Qt’s."""
        region = QRegion()
        for index in selection.indexes():
            region = region.united(self.visualRect(index))
        return region


def _full_size(view: QListView) -> float:
    """The scale at which a page is as large on this screen as on paper."""
    return view.logicalDpiX() / POINTS_AN_INCH / UNITS
