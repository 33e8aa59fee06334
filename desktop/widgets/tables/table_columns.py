"""The columns of a table: widths and hidden ones remembered, headings that fit."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import bold, text_scale
from desktop.shell.settings import Settings
from desktop.widgets.tables.cell_model import CellModel
from desktop.widgets.tables.cells import RIGHT
from desktop.widgets.tables.grouped_header import NARROW_PAD, band_height, heading_in_group
from resources.tables import Column

_SAVE_AFTER_MS = 400
_NARROWEST, _WIDEST = 48, 2000


class TableColumns(QObject):
    """Sets up a view's header for a model, and keeps what the person did to it under `name` in the settings."""

    def __init__(self, view: QTableView, model: CellModel, *, name: str, settings: Settings | None) -> None:
        super().__init__(view)
        self._view, self.model = view, model
        self._settings, self._setting = settings, f"table:{name}"
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(_SAVE_AFTER_MS)
        self._saver.timeout.connect(self._save)
        self._scale = text_scale()
        self._first_by_hand = self._at_work = False
        self._groups = {at for at, column in enumerate(model.columns) if column.group}
        self._set_up(view.horizontalHeader())
        self._restore()
        self._share_room()
        self.fit_headings()
        header = view.horizontalHeader()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._note)
        header.sectionResized.connect(self.fit_headings)

    def _set_up(self, header: QHeaderView) -> None:
        header.setHighlightSections(False)
        header.setSectionsMovable(not self._groups)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setStretchLastSection(not self._groups and self.model.columns[-1].kind not in RIGHT)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(_NARROWEST)
        header.setResizeContentsPrecision(0)  # the rows in sight: more would have to be read
        header.setTextElideMode(Qt.TextElideMode.ElideNone)  # with eliding Qt cuts wrapped words too
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def toggle(self, at: int) -> None:
        """Hide a column, or show it again."""
        self._view.setColumnHidden(at, not self._view.isColumnHidden(at))
        self._note()

    def wider_than(self, width: int) -> bool:
        """Whether the columns need more room than this."""
        return sum(self._view.columnWidth(at) for at in range(len(self.model.columns))) > width

    def place_below(self, at: QPoint) -> QPoint:
        """A point of the header on the screen."""
        return self._view.horizontalHeader().mapToGlobal(at)

    @Slot()
    def give_spare_room_if_shown(self) -> None:
        """Of a table that is hidden it is not known how much room there is."""
        if self._view.isVisible():
            self.give_spare_room()

    def give_spare_room(self) -> None:
        """The first column as wide as its words where no other needs the room, unless it was set by hand."""
        view, header = self._view, self._view.horizontalHeader()
        if self._groups or self._first_by_hand or view.isColumnHidden(0):
            return
        rest = [at for at in range(1, len(self.model.columns)) if not view.isColumnHidden(at)]
        last = header.logicalIndex(header.count() - 1) if header.stretchLastSection() else -1
        taken = sum(self._usual(at) if at == last else view.columnWidth(at) for at in rest)
        room = view.viewport().width() - taken
        width = max(self._usual(0), min(view.sizeHintForColumn(0), room))
        if width != view.columnWidth(0):
            self._at_work = True
            view.setColumnWidth(0, width)
            self._at_work = False

    @Slot()
    def fit_headings(self) -> None:
        """The header as high as its highest heading, wrapped to its column."""
        metrics, wrap = QFontMetrics(bold(10)), int(Qt.TextFlag.TextWordWrap)
        heights = [metrics.lineSpacing()]
        for at, column in enumerate(self.model.columns):
            if not self._view.isColumnHidden(at):
                room = QRect(0, 0, self._view.columnWidth(at) - _padding(column), 500)
                heights.append(metrics.boundingRect(room, wrap, heading_in_group(column)).height())
        band = band_height() if self._groups else 0
        self._view.horizontalHeader().setFixedHeight(band + max(heights) + 16)

    def rescale(self) -> None:
        """Columns grow and shrink with the text."""
        by, self._scale = text_scale() / self._scale, text_scale()
        if by != 1:
            self._at_work = True
            for at in range(len(self.model.columns)):
                if not self._view.isColumnHidden(at) and at not in self._groups:
                    self._view.setColumnWidth(at, round(self._view.columnWidth(at) * by))
            self._at_work = False
            self._share_room()
            self.give_spare_room_if_shown()  # the rows are read for it, and a closed window has no file
        self.fit_headings()

    def _share_room(self) -> None:
        """Columns of groups are as wide as the window allows, all alike, and no narrower than they must be."""
        header = self._view.horizontalHeader()
        if self._groups:
            header.setMinimumSectionSize(max(self._usual(at) for at in self._groups))
        for at in self._groups:
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _usual(self, at: int) -> int:
        column = self.model.columns[at]
        return max(round(column.width * text_scale()), _longest_word(column))

    def _restore(self) -> None:
        kept = self._settings.mapping(self._setting) if self._settings is not None else {}
        widths, hidden = kept.get("widths"), kept.get("hidden")
        for at, column in enumerate(self.model.columns):
            width = widths.get(column.name) if isinstance(widths, dict) else None
            if isinstance(width, int) and _NARROWEST <= width <= _WIDEST:
                self._view.setColumnWidth(at, round(width * text_scale()))
                self._first_by_hand |= at == 0
            else:
                self._view.setColumnWidth(at, self._usual(at))
            self._view.setColumnHidden(at, at > 0 and isinstance(hidden, list) and column.name in hidden)

    @Slot(int)
    def _resized(self, at: int) -> None:
        if not self._at_work:
            self._first_by_hand |= at == 0
            self._note()

    @Slot()
    def _note(self) -> None:
        if self._settings is not None:
            self._saver.start()

    @Slot()
    def _save(self) -> None:
        if self._settings is None:
            return
        view, columns = self._view, list(enumerate(self.model.columns))
        header = view.horizontalHeader()
        last = header.logicalIndex(len(columns) - 1) if header.stretchLastSection() else -1
        as_wide_as_the_window = {last, *self._groups, *(() if self._first_by_hand else (0,))}
        shown = [(at, column) for at, column in columns if not view.isColumnHidden(at)]
        scale = text_scale()  # widths are kept as at 100 %, and so fit at any size of text
        widths = {
            column.name: round(view.columnWidth(at) / scale)
            for at, column in shown
            if at not in as_wide_as_the_window
        }
        hidden = [column.name for at, column in columns if view.isColumnHidden(at)]
        self._settings.put(self._setting, {"widths": dict(widths), "hidden": list(hidden)})


def _padding(column: Column) -> int:
    return 2 * (NARROW_PAD if column.group else PANE)


def _longest_word(column: Column) -> int:
    """The width that shows every word of a heading whole; the mark of the order stands above it."""
    metrics = QFontMetrics(bold(10))
    longest = max((metrics.horizontalAdvance(word) for word in heading_in_group(column).split()), default=0)
    return longest + _padding(column) + 1
