"""Imports: CQC's files that were taken in, and bringing in more: read, preview, commit."""

from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout

from desktop.pages.register.import_panel import ImportPanel
from desktop.pages.register.importing import Importing
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.widgets.empty import EmptyPage
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.cqc_files.files_held import files_taken_in
from resources.folders import documents_folder
from resources.tables import Column, ColumnKind
from resources.wording import count_of

_COLUMNS = (
    Column("kind", "Kind", width=200),
    Column("as_at", "As at", ColumnKind.DATE, 110),
    Column("rows", "Rows", ColumnKind.NUMBER, 80),
    Column("taken_in_at", "Taken in", ColumnKind.TIME, 160),
    Column("who", "By", width=140),
    Column("name", "Name of the file", width=330),
    Column("authorities", "Authorities covered", width=240),
)
_FILES = "CQC files (*.csv *.txt *.tsv *.xlsx *.xls *.xlsm *.ods);;All files (*)"
_WAYS = (
    "The care directory, latest ratings and HSCA active locations, as CQC publishes them. Choose one or several, of "
    "one month or many, or drop them onto this page."
)


class ImportsPage(Page):
    """The list of files, or the preview of those that are about to be taken in."""

    covered_because = "CQC publishes these files itself"

    def __init__(self, desk: Desk, *, explore_sample: Callable[[], object] | None = None) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self.importing = Importing(desk, self)
        self.panel: ImportPanel | None = None
        self._model, self._newest = RowsModel(_COLUMNS), ""
        sample = Action("empty_sample", "Explore sample data", explore_sample) if explore_sample else None
        choose = Action("empty_choose", "Import CQC files…", self._choose)
        empty = EmptyPage(
            "No file of CQC’s was taken in yet. Choose some, or drop them here.", choose, sample
        )
        self.pane = TablePane(
            self._model, name="imports", title="Imports", chips=("kind",), settings=desk.settings, empty=empty
        )
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self.pane)
        self.setAcceptDrops(True)
        self.pane.counted.connect(self.state_changed)
        self.importing.previewed.connect(self._show_preview)
        self.importing.left.connect(self._leave_preview)
        self.importing.taken.connect(self._taken)
        self.importing.moved.connect(self.state_changed)

    def page_actions(self) -> list[Action]:
        """Import; what else there is to do stands in the preview."""
        return [
            Action(
                "import_files",
                "Import CQC files…",
                self._choose,
                "Ctrl+I",
                primary=True,
                icon="import",
                enabled=self._may_import,
                tip=_WAYS,
            )
        ]

    def _may_import(self) -> bool:
        return not self._desk.opened.read_only and not self._desk.jobs.busy

    # What the window asks

    def reload(self) -> None:
        """The files as they are held now."""
        files = files_taken_in(self._desk.db)
        rows = [
            (
                one.kind.label,
                one.as_at.isoformat(),
                one.rows,
                one.taken_in_at.isoformat(),
                one.taken_in_by,
                one.name,
                ", ".join(one.authorities),
            )
            for one in files
        ]
        self._newest = max(files, key=attrgetter("taken_in_at")).id if files else ""
        self._model.set_rows(rows, keys=[one.id for one in files])
        self.pane.reload()

    def status_text(self) -> str:
        """How many files."""
        return count_of(self._model.rowCount(), "file")

    def focus_first(self) -> None:
        """The preview, or the table."""
        if self.panel is not None:
            self.panel.focus_first()
        else:
            self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()

    def show_row(self, key: str) -> None:
        """One file."""
        self.importing.leave()
        self.pane.show_row(key)

    # Choosing

    def _choose(self) -> None:
        start = self._desk.settings.text("import_folder") or str(documents_folder())
        names, _ = QFileDialog.getOpenFileNames(self, "Import CQC files", start, _FILES)
        if names:
            self._desk.settings.put("import_folder", str(Path(names[0]).parent))
            self.importing.begin([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if self._may_import() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths and self._may_import():
            self.importing.begin(paths)

    # The preview

    @Slot(ImportPanel)
    def _show_preview(self, panel: ImportPanel) -> None:
        self._leave_preview()
        self.panel = panel
        self._pile.addWidget(panel)
        self._pile.setCurrentWidget(panel)
        panel.focus_first()
        self.state_changed.emit()

    @Slot()
    def _leave_preview(self) -> None:
        panel, self.panel = self.panel, None
        if panel is not None:
            self._pile.setCurrentWidget(self.pane)
            self._pile.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self.state_changed.emit()

    @Slot(bool)
    def _taken(self, anything: bool) -> None:
        self.reload()
        if anything:
            self.pane.show_row(self._newest)
