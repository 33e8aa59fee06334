"""One import of CQC's files, from reading them to writing what they say: reads, asks, previews, takes in."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

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
from desktop.shell.page import Desk
from engagement.cqc_files.check import Checked
from engagement.cqc_files.contents import FileKind
from engagement.cqc_files.preview import save_refused_rows
from engagement.cqc_files.taking_in import Taken, take_in
from resources.database.history import ChangedSince, history_position
from resources.folders import documents_folder
from resources.problem import Problem
from resources.wording import and_list, count_of

AT_ONCE = 2_000
"""From so many rows on the writing goes beside the window."""


class Importing(QObject):
    """Asks over `page` and tells it what to show: a preview, and that there is none any more.

    `taken` says whether the register holds anything that it did not hold before; `moved` that a reading began or ended.
    """

    previewed = Signal(ImportPanel)
    left = Signal()
    taken = Signal(bool)
    moved = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._request: Request | None = None

    def begin(self, paths: Sequence[Path]) -> None:
        """Read these files and show what they would change."""
        self.leave()
        self._request = Request(list(dict.fromkeys(paths)), _columns_said(self._desk), today())
        self._read()

    @Slot()
    def leave(self) -> None:
        """Give up what was read."""
        self._request = None
        self.left.emit()

    # Reading and asking

    def _read(self) -> None:
        assert self._request is not None
        number = len(self._request.paths)
        what = f"Reading {self._request.paths[0].name}" if number == 1 else f"Reading {number} files from CQC"
        work = partial(read_and_check, self._desk.opened, self._request)
        self._desk.jobs.run(what, work, done=self._have_read, stopped=self.leave, writes=False)
        self.moved.emit()

    def _have_read(self, found: Ready | AskDate | AskColumns) -> None:
        self.moved.emit()
        if isinstance(found, Ready):
            self._show_preview(found)
        elif isinstance(found, AskDate):
            AsAt(found.path.name, found.sentence, today(), self._page).ask(partial(self._dated, found.path))
        else:
            _refuse_same_headings(found)
            dialog = WhichColumns(found.path.name, found.needs, self._page)
            dialog.ask(partial(self._columns_chosen, found.needs.kind))

    def _dated(self, path: Path, day: date) -> None:
        assert self._request is not None
        self._request.as_at[path] = day
        self._read()

    def _columns_chosen(self, kind: FileKind, chosen: Mapping[str, str]) -> None:
        assert self._request is not None
        said = {**self._request.columns.get(kind, {}), **chosen}
        self._request.columns[kind] = said
        self._desk.settings.put(f"cqc_columns:{kind.value}", dict(said))
        self._read()

    # The preview

    def _show_preview(self, ready: Ready) -> None:
        assert self._request is not None
        panel = ImportPanel(ready, self._request)
        panel.committed.connect(partial(self._commit, ready.checked))
        panel.cancelled.connect(self.leave)
        panel.refused_asked.connect(partial(self._save_refused, ready.checked))
        panel.mark_gone_changed.connect(self._read_again)
        self.previewed.emit(panel)

    @Slot(bool)
    def _read_again(self, mark_gone: bool) -> None:
        assert self._request is not None
        self._request.mark_gone = mark_gone
        self._read()

    def _save_refused(self, checked: Checked) -> None:
        folder = QFileDialog.getExistingDirectory(self._page, "Save refused rows in", str(documents_folder()))
        if folder:
            saved = save_refused_rows(checked, Path(folder))
            self._desk.messages.done(f"Saved {and_list([f'“{path.name}”' for path in saved])}", undo=False)

    # Taking in

    def _commit(self, checked: Checked) -> None:
        if history_position(self._desk.db) != checked.held.history_at:
            self._read()
            raise ChangedSince(
                "The register changed after this preview was made. Here is the preview as it is now; look at it again."
            )
        if sum(one.file.rows for one in checked.findings) > AT_ONCE:
            work = partial(take_in_beside, self._desk.opened, checked)
            self._desk.jobs.run("Importing", work, done=partial(self._written, checked))
        else:
            self._written(checked, take_in(self._desk.db, checked))

    def _written(self, checked: Checked, taken: Taken) -> None:
        self.leave()
        self.taken.emit(not taken.nothing)
        if taken.nothing:
            self._desk.messages.done("Nothing changed: the register held all of it already", undo=False)
        else:
            self._desk.messages.done(counts_words(checked, taken))
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


# --- columns that a person named --------------------------------------------------------------------------------


def _columns_said(desk: Desk) -> Columns:
    said: Columns = {}
    for kind in FileKind:
        kept = desk.settings.mapping(f"cqc_columns:{kind.value}")
        said[kind] = {name: heading for name, heading in kept.items() if isinstance(heading, str)}
    return said


def _refuse_same_headings(found: AskColumns) -> None:
    """Two columns under one heading cannot be told apart by it."""
    for case in found.needs.header.ambiguous:
        if len(case.columns) > 1 and len(set(case.headings)) == 1:
            raise Problem(
                f"{len(case.columns)} columns of “{found.path.name}” have the heading “{case.headings[0]}”. "
                "Give them different headings, or remove those that are not needed, and import the file again."
            )
