"""The one table of the program: rows read at a glance, sorted, copied and heard from the keyboard."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.shell.looks.look import ROW_HEIGHT
from desktop.shell.looks.style import points
from desktop.shell.settings import Settings
from desktop.widgets.tables.cell_model import CellModel
from desktop.widgets.tables.grouped_header import GroupedHeader
from desktop.widgets.tables.table_clipboard import copy_selection, selected_rows
from desktop.widgets.tables.table_columns import TableColumns
from desktop.widgets.tables.table_menu import columns_menu, table_menu
from desktop.widgets.tables.table_painter import TablePainter

_FONT_CHANGES = frozenset({QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange})


class TableView(QTableView):
    """Shows a CellModel. `name` keeps column widths and hidden columns apart from other tables'.

    `opened` carries a key on Enter or double click; `current_changed` the key of the row the cursor is on, or "".
    """

    opened = Signal(str)
    current_changed = Signal(str)
    selection_moved = Signal()
    filter_asked = Signal()

    def __init__(
        self,
        model: CellModel,
        *,
        name: str,
        title: str,
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.cells = model
        self._kept_key, self._kept_column = "", 0
        self._told = ""
        self.setAccessibleName(title)
        _dress(self)
        self._set_row_height()
        self.setModel(model)
        if any(column.group for column in model.columns):
            self.setHorizontalHeader(GroupedHeader(model, self))
        model.setParent(self)
        self.setItemDelegate(TablePainter(self))
        self.columns = TableColumns(self, model, name=name, settings=settings)
        header = self.horizontalHeader()
        header.setSortIndicator(*model.sorted_by())
        header.sortIndicatorChanged.connect(model.sort)
        header.customContextMenuRequested.connect(self._offer_columns)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)
        model.modelReset.connect(self.columns.give_spare_room_if_shown)
        self.doubleClicked.connect(self._open_current)

    def _set_row_height(self) -> None:
        height = max(ROW_HEIGHT, QFontMetrics(points(10)).height() + 12)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's; room that is left goes to the first column."""
        super().resizeEvent(event)
        self.columns.give_spare_room_if_shown()

    # Rows

    @property
    def current_key(self) -> str:
        """The key of the row the cursor is on, or nothing."""
        return self.cells.key_at(self.currentIndex().row())

    def selected_keys(self) -> list[str]:
        """The keys of the selected rows, in the order shown."""
        return [self.cells.key_at(row) for row in selected_rows(self)]

    def go_to(self, key: str) -> bool:
        """Put the cursor on the row with this key; False when it is not shown."""
        row = self.cells.row_of(key)
        if row >= 0:
            self._go_to_row(row)
        return row >= 0

    def go_to_first(self) -> None:
        """Put the cursor on the first row, if there is one."""
        if self.cells.rowCount():
            self._go_to_row(0)

    def go_to_last(self) -> None:
        """Put the cursor on the last row, if there is one."""
        if self.cells.rowCount():
            self._go_to_row(self.cells.rowCount() - 1)

    def _go_to_row(self, row: int) -> None:
        column = self.currentIndex().column()
        index = self.cells.index(row, column if column >= 0 else self._kept_column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def currentChanged(self, current, previous) -> None:  # type: ignore[no-untyped-def]
        """Qt's; tells the key when the row is another."""
        super().currentChanged(current, previous)
        self._tell()

    def selectionChanged(self, selected, deselected) -> None:  # type: ignore[no-untyped-def]
        """Qt's; tells that another set of rows is selected."""
        super().selectionChanged(selected, deselected)
        self.selection_moved.emit()

    def _tell(self) -> None:
        key = self.current_key
        if key != self._told:
            self._told = key
            self.current_changed.emit(key)

    @Slot()
    def _keep_place(self) -> None:
        self._kept_column = max(0, self.currentIndex().column())
        self._kept_key = self._told

    @Slot()
    def _find_place(self) -> None:
        """After a reload the cursor stays on its row, if that is still shown."""
        if not (self._kept_key and self.go_to(self._kept_key)):
            self._tell()

    @Slot()
    def _open_current(self) -> None:
        if self.current_key:
            self.opened.emit(self.current_key)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies, / filters, Ctrl+Shift+Up and Down sort by the cursor's column.

        Ctrl+Home and Ctrl+End select the row they go to: Qt's own leave the selection behind on another row.
        """
        sort = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_selection(self, self.cells)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & sort:
            self._open_current()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and event.modifiers() & sort == sort:
            up = event.key() == Qt.Key.Key_Up
            way = Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder
            self.sortByColumn(max(0, self.currentIndex().column()), way)
        elif event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self.go_to_first()
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            self.go_to_last()
        elif event.text() == "/":
            self.filter_asked.emit()
        else:
            super().keyPressEvent(event)

    # Menus

    def contextMenuEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """The page's actions that can be run, then copying, sorting and columns."""
        self.make_menu().popup(event.globalPos())

    def make_menu(self) -> QMenu:
        """What can be done with the table here; deletes itself when it closes."""
        return table_menu(self, self.columns)

    @Slot(QPoint)
    def _offer_columns(self, at: QPoint) -> None:
        columns_menu(self, self.columns).popup(self.columns.place_below(at))

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns grow with the text."""
        super().changeEvent(event)
        if self.model() is not None and event.type() in _FONT_CHANGES:
            self._set_row_height()
            self.columns.rescale()


def _dress(table: QTableView) -> None:
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
