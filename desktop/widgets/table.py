"""The one table of the program: rows read at a glance, sorted, copied and heard from the keyboard."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.shell.actions import mnemonics
from desktop.shell.look import ROW_HEIGHT
from desktop.shell.settings import Settings
from desktop.shell.style import points
from desktop.widgets.cell_model import CellModel
from desktop.widgets.cells import cell_text
from desktop.widgets.table_painter import TablePainter

_SAVE_AFTER_MS = 400


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
        self._cells = model
        self._settings, self._setting = settings, f"table:{name}"
        self._kept_key, self._kept_column = "", 0
        self._told = ""
        self.setAccessibleName(title)
        self._look_right()
        self.setModel(model)
        model.setParent(self)
        self.setItemDelegate(TablePainter(self))
        self._set_up_columns()
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)
        self.doubleClicked.connect(self._open_current)
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(_SAVE_AFTER_MS)
        self._saver.timeout.connect(self._save_columns)

    def _look_right(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()

    def _set_row_height(self) -> None:
        height = max(ROW_HEIGHT, QFontMetrics(points(10)).height() + 12)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(48)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._column_menu_at)
        self._restore_columns()
        column, order = self._cells.sorted_by()
        header.setSortIndicator(column, order)
        header.sortIndicatorChanged.connect(self._sort)
        header.sectionResized.connect(self._note_columns)
        header.sectionMoved.connect(self._note_columns)

    # Rows

    @property
    def current_key(self) -> str:
        """The key of the row the cursor is on, or nothing."""
        return self._cells.key_at(self.currentIndex().row())

    def selected_keys(self) -> list[str]:
        """The keys of the selected rows, in the order shown."""
        return [self._cells.key_at(row) for row in self._selected_rows()]

    def _selected_rows(self) -> list[int]:
        chosen = self.selectionModel().selection()
        parts = [chosen.at(place) for place in range(chosen.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def go_to(self, key: str) -> bool:
        """Put the cursor on the row with this key; False when it is not shown."""
        row = self._cells.row_of(key)
        if row >= 0:
            self._go_to_row(row)
        return row >= 0

    def go_to_first(self) -> None:
        """Put the cursor on the first row, if there is one."""
        if self._cells.rowCount():
            self._go_to_row(0)

    def _go_to_row(self, row: int) -> None:
        column = self.currentIndex().column()
        index = self._cells.index(row, column if column >= 0 else self._kept_column)
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
        """Enter opens, Ctrl+C copies, / filters, Ctrl+Shift+Up and Down sort by the cursor's column."""
        sort = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & sort:
            self._open_current()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and event.modifiers() & sort == sort:
            up = event.key() == Qt.Key.Key_Up
            way = Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder
            self.sortByColumn(max(0, self.currentIndex().column()), way)
        elif event.text() == "/":
            self.filter_asked.emit()
        else:
            super().keyPressEvent(event)

    @Slot(int, Qt.SortOrder)
    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._cells.sort(column, order)

    # Copying

    def copy_selection(self) -> None:
        """The selected rows to the clipboard, with headings, for Excel."""
        self._copy([self._cells.row(row) for row in self._selected_rows()])

    def copy_all(self) -> None:
        """Every row of the table to the clipboard, with headings, for Excel."""
        self._copy(list(self._cells.all_rows()))

    def _copy(self, rows: Sequence[tuple]) -> None:
        header = self.horizontalHeader()
        order = [header.logicalIndex(at) for at in range(header.count())]
        columns = [(at, self._cells.columns[at]) for at in order if not self.isColumnHidden(at)]
        lines = [[column.heading for _, column in columns]]
        lines += [[_flat(cell_text(column.kind, row[at + 1])) for at, column in columns] for row in rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines) + "\n")

    # Menus

    def contextMenuEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """The page's actions that can be run, then copying, sorting and columns."""
        menu = self.make_menu()
        menu.popup(event.globalPos())

    def make_menu(self) -> QMenu:
        """What can be done with the table here; deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for item in self._page_items():
            menu.addAction(item)
        menu.addSeparator()
        menu.addAction("Copy the selected rows", self.copy_selection)
        menu.addAction("Copy the whole table", self.copy_all)
        self._add_sorting(menu.addMenu("Sort by"))
        self._add_columns(menu.addMenu("Columns"))
        return menu

    def _page_items(self) -> list:
        above = self.parentWidget()
        while above is not None:
            items = [item for item in QWidget.actions(above) if item.isEnabled() and item.objectName()]
            if items or above.isWindow():
                return items if not above.isWindow() else []
            above = above.parentWidget()
        return []

    def _add_sorting(self, menu: QMenu) -> None:
        headings = [column.heading for column in self._cells.columns]
        for at, text in enumerate(mnemonics(headings)):
            menu.addAction(text, partial(self.sortByColumn, at, Qt.SortOrder.AscendingOrder))

    def _add_columns(self, menu: QMenu) -> None:
        headings = [column.heading for column in self._cells.columns]
        for at, text in enumerate(mnemonics(headings)):
            item = menu.addAction(text, partial(self._toggle_column, at))
            item.setCheckable(True)
            item.setChecked(not self.isColumnHidden(at))
            item.setEnabled(at > 0)

    @Slot(QPoint)
    def _column_menu_at(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_columns(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _toggle_column(self, at: int) -> None:
        self.setColumnHidden(at, not self.isColumnHidden(at))
        self._note_columns()

    # Columns remembered

    def _restore_columns(self) -> None:
        kept = self._settings.mapping(self._setting) if self._settings is not None else {}
        widths = kept.get("widths")
        hidden = kept.get("hidden")
        for at, column in enumerate(self._cells.columns):
            width = widths.get(column.name) if isinstance(widths, dict) else None
            self.setColumnWidth(at, width if isinstance(width, int) and 48 <= width <= 2000 else column.width)
            self.setColumnHidden(at, at > 0 and isinstance(hidden, list) and column.name in hidden)

    @Slot()
    def _note_columns(self) -> None:
        if self._settings is not None:
            self._saver.start()

    @Slot()
    def _save_columns(self) -> None:
        if self._settings is None:
            return
        columns = list(enumerate(self._cells.columns))
        last = self.horizontalHeader().logicalIndex(len(columns) - 1)  # stretched: its width is the window's
        widths = {
            c.name: self.columnWidth(at) for at, c in columns if at != last and not self.isColumnHidden(at)
        }
        hidden = [column.name for at, column in columns if self.isColumnHidden(at)]
        self._settings.put(self._setting, {"widths": dict(widths), "hidden": list(hidden)})

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._set_row_height()


def _flat(text: str) -> str:
    return " ".join(text.split()) if any(mark in text for mark in "\t\r\n") else text
