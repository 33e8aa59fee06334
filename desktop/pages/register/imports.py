"""Imports: CQC's files that were taken in, and bringing in more: read, preview, commit."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout

from desktop.clock import today
from desktop.dialogs.register.cqc_file import AsAt, WhichColumns
from desktop.pages.register.import_panel import ImportPanel, counts_words
from desktop.pages.register.import_reading import (
    AskColumns,
    AskDate,
    Columns,
    Ready,
    Request,
    read_and_check,
    take_in_beside,
)
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.widgets.empty import EmptyPage
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.cqc_files.check import Checked
from engagement.cqc_files.contents import FileKind
from engagement.cqc_files.files_held import files_taken_in
from engagement.cqc_files.held import history_position
from engagement.cqc_files.preview import save_refused_rows
from engagement.cqc_files.taking_in import Taken, take_in
from resources.folders import documents_folder
from resources.problem import Problem
from resources.tables import Column, ColumnKind
from resources.wording import and_list, count_of

AT_ONCE = 2_000
"""From so many rows on the writing goes beside the window."""

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

    def __init__(self, desk: Desk, *, explore_sample: Callable[[], object] | None = None) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self._request: Request | None = None
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
        self._leave_preview()
        self.pane.show_row(key)

    # Choosing and reading

    def _choose(self) -> None:
        start = self._desk.settings.text("import_folder") or str(documents_folder())
        names, _ = QFileDialog.getOpenFileNames(self, "Import CQC files", start, _FILES)
        if names:
            self._desk.settings.put("import_folder", str(Path(names[0]).parent))
            self.begin([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if self._may_import() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths and self._may_import():
            self.begin(paths)

    def begin(self, paths: Sequence[Path]) -> None:
        """Read these files and show what they would change."""
        self._leave_preview()
        self._request = Request(list(dict.fromkeys(paths)), self._columns_said(), today())
        self._read()

    def _read(self) -> None:
        assert self._request is not None
        number = len(self._request.paths)
        what = f"Reading {self._request.paths[0].name}" if number == 1 else f"Reading {number} files from CQC"
        work = partial(read_and_check, self._desk.opened, self._request)
        self._desk.jobs.run(what, work, done=self._have_read, stopped=self._leave_preview, writes=False)
        self.state_changed.emit()

    def _have_read(self, found: Ready | AskDate | AskColumns) -> None:
        self.state_changed.emit()
        if isinstance(found, Ready):
            self._show_preview(found)
        elif isinstance(found, AskDate):
            AsAt(found.path.name, found.sentence, today(), self).ask(partial(self._dated, found.path))
        else:
            self._refuse_same_headings(found)
            dialog = WhichColumns(found.path.name, found.needs, self)
            dialog.ask(partial(self._columns_chosen, found.needs.kind))

    def _dated(self, path: Path, day: date) -> None:
        assert self._request is not None
        self._request.as_at[path] = day
        self._read()

    def _refuse_same_headings(self, found: AskColumns) -> None:
        """Two columns under one heading cannot be told apart by it."""
        for case in found.needs.header.ambiguous:
            if len(case.columns) > 1 and len(set(case.headings)) == 1:
                raise Problem(
                    f"{len(case.columns)} columns of “{found.path.name}” have the heading “{case.headings[0]}”. "
                    "Give them different headings, or remove those that are not needed, and import the file again."
                )

    # Columns that a person named

    def _columns_said(self) -> Columns:
        said: Columns = {}
        for kind in FileKind:
            kept = self._desk.settings.mapping(f"cqc_columns:{kind.value}")
            said[kind] = {name: heading for name, heading in kept.items() if isinstance(heading, str)}
        return said

    def _columns_chosen(self, kind: FileKind, chosen: Mapping[str, str]) -> None:
        assert self._request is not None
        said = {**self._request.columns.get(kind, {}), **chosen}
        self._request.columns[kind] = said
        self._desk.settings.put(f"cqc_columns:{kind.value}", dict(said))
        self._read()

    # The preview

    def _show_preview(self, ready: Ready) -> None:
        assert self._request is not None
        self._leave_preview(keep_request=True)
        panel = ImportPanel(ready, self._request)
        panel.committed.connect(partial(self._commit, ready.checked))
        panel.cancelled.connect(self._leave_preview)
        panel.refused_asked.connect(partial(self._save_refused, ready.checked))
        panel.mark_gone_changed.connect(self._read_again)
        self.panel = panel
        self._pile.addWidget(panel)
        self._pile.setCurrentWidget(panel)
        panel.focus_first()
        self.state_changed.emit()

    @Slot(bool)
    def _read_again(self, mark_gone: bool) -> None:
        assert self._request is not None
        self._request.mark_gone = mark_gone
        self._read()

    @Slot()
    def _leave_preview(self, *, keep_request: bool = False) -> None:
        panel, self.panel = self.panel, None
        if panel is not None:
            self._pile.setCurrentWidget(self.pane)
            self._pile.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        if not keep_request:
            self._request = None
        self.state_changed.emit()

    def _save_refused(self, checked: Checked) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Save refused rows in", str(documents_folder()))
        if folder:
            saved = save_refused_rows(checked, Path(folder))
            self._desk.messages.done(f"Saved {and_list([f'“{path.name}”' for path in saved])}", undo=False)

    # Taking in

    def _commit(self, checked: Checked) -> None:
        if history_position(self._desk.db) != checked.held.history_at:
            self._read()
            raise Problem(
                "The register changed after this preview was made. Here is the preview as it is now; look at it again."
            )
        if sum(one.file.rows for one in checked.findings) > AT_ONCE:
            work = partial(take_in_beside, self._desk.opened, checked)
            self._desk.jobs.run("Importing", work, done=partial(self._taken, checked))
        else:
            self._taken(checked, take_in(self._desk.db, checked))

    def _taken(self, checked: Checked, taken: Taken) -> None:
        self._leave_preview()
        self.reload()
        if taken.nothing:
            self._desk.messages.done("Nothing changed: the register held all of it already", undo=False)
        else:
            self._desk.messages.done(counts_words(checked, taken))
            self.pane.show_row(self._newest)
        self._tell_unplaced(taken)

    def _tell_unplaced(self, taken: Taken) -> None:
        if taken.unplaced:
            number = count_of(len(taken.unplaced), "postcode")
            self._desk.messages.problem(
                Problem(
                    f"The import is done, and no district was found for {number}. Put those right that are wrong.",
                    details=taken.unplaced,
                )
            )
