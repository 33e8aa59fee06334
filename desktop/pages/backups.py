"""The copies of this file, and the way back to one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from desktop import kept_with_backups
from desktop.shell.actions import Action
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk, Page
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label
from desktop.widgets.question import Question
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.register.sample_data import is_sample
from resources.database import backups
from resources.database.backups import Backup
from resources.folders import backup_folder
from resources.problem import Problem
from resources.tables import Column, ColumnKind
from resources.wording import count_of, moment_words

_COLUMNS = (
    Column("made_at", "Made", ColumnKind.TIME, width=180),
    Column("reason", "Why", width=200),
    Column("size", "Size in KB", ColumnKind.NUMBER, width=100),
    Column("sha256", "SHA-256", width=480),
)


class BackupsPage(Page):
    """Listed with date, size and checksum; restored by moving the file of now aside."""

    covered_because = "where copies of this file are is for the team alone"

    def __init__(
        self, desk: Desk, *, back_up: Callable[[], object], restore: Callable[[Backup], object]
    ) -> None:
        super().__init__(desk.changes)
        self._desk, self._back_up, self._restore = desk, back_up, restore
        self._listed: dict[str, Backup] = {}
        self._model = RowsModel(_COLUMNS, [])
        by_itself = (
            "" if is_sample(desk.db) else " One is made each half day while you work, and when you close it."
        )
        empty = EmptyPage(f"This file has no backup yet.{by_itself}", Action("first", "Back up now", back_up))
        self.pane = TablePane(
            self._model, name="backups", title="Backups", settings=desk.settings, empty=empty
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        folder = label(f"Kept in {backup_folder(desk.opened.path)}", "quiet", wrap=True, copyable=True)
        folder.setContentsMargins(12, 0, 12, 8)
        column.addWidget(folder)
        self.kept = label("", "quiet", wrap=True)
        self.kept.setContentsMargins(12, 0, 12, 8)
        column.addWidget(self.kept)
        column.addWidget(self.pane, 1)
        self.pane.table.current_changed.connect(self._moved)
        self.pane.counted.connect(self.state_changed)

    def page_actions(self) -> list[Action]:
        """Back up, check, restore."""
        return [
            Action(
                "back_up_page",
                "Back up now",
                self._back_up,
                primary=True,
                icon="backup",
                enabled=self._may_write,
            ),
            Action("check", "Check this backup", self._check, enabled=self._is_chosen, icon="check"),
            Action(
                "restore_page", "Restore this backup", self._ask, enabled=self._may_restore, icon="restore"
            ),
            Action(
                "put_back",
                "Bring back missing files",
                self._put_back,
                enabled=self._is_missing,
                tip="Files that claims name and that are not beside the database, from their copies here",
            ),
        ]

    def _is_chosen(self) -> bool:
        return bool(self.pane.table.current_key)

    def _is_missing(self) -> bool:
        return self._may_write() and kept_with_backups.is_missing(self._desk.db, self._desk.opened.path)

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    def _may_restore(self) -> bool:
        return self._is_chosen() and self._may_write()

    def _moved(self, _key: str) -> None:
        self.state_changed.emit()

    def reload(self) -> None:
        """The backups as they lie in the folder now."""
        listed = backups.listed(self._desk.opened.path)
        self._listed = {one.path.name: one for one in listed}
        rows = [
            (one.made_at.isoformat(), one.reason.capitalize(), one.size // 1024, one.sha256) for one in listed
        ]
        self._model.set_rows(rows, keys=list(self._listed))
        kept = " ".join(kept_with_backups.sentences(self._desk.db, self._desk.opened.path))
        self.kept.setText(kept)
        self.kept.setVisible(bool(kept))
        self.pane.reload()

    def status_text(self) -> str:
        """How many there are."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()

    def _chosen(self) -> Backup:
        return self._listed[self.pane.table.current_key]

    def _check(self) -> None:
        one = self._chosen()
        backups.check(one)
        if kept_with_backups.number_known(self._desk.db):
            self._desk.jobs.run("Checking files", self._look, done=partial(self._looked, one), writes=False)
        else:
            self._whole(one)

    def _look(self, progress: Progress) -> list[str]:
        progress.step(0, 0, "Reading the files that are kept with the backups")
        db = self._desk.opened.connection(read_only=True)
        try:
            return kept_with_backups.faults(db, self._desk.opened.path)
        finally:
            db.close()

    def _looked(self, one: Backup, found: list[str]) -> None:
        if not found:
            self._whole(one, ", and so are the files kept with it")
            return
        files = (
            f"{len(found)} of the files kept with it are"
            if len(found) > 1
            else "1 of the files kept with it is"
        )
        raise Problem(
            f"The backup of {moment_words(one.made_at)} is whole, but {files} missing or altered.",
            details=tuple(found),
        )

    def _whole(self, one: Backup, more: str = "") -> None:
        self._desk.messages.done(f"The backup of {moment_words(one.made_at)} is whole{more}", undo=False)

    def _put_back(self) -> None:
        number = kept_with_backups.put_back(self._desk.db, self._desk.opened.path)
        self.reload()
        self.state_changed.emit()
        self._desk.messages.done(f"Brought back {count_of(number, 'file')}", undo=False)

    def _ask(self) -> None:
        one = self._chosen()
        Question(
            f"Restore the backup of {moment_words(one.made_at)}?",
            "What was done since then leaves the program; the file as it is now is kept aside in the backups' folder.",
            "Restore",
            self,
            danger=True,
        ).ask(self._restore_chosen)

    def _restore_chosen(self) -> None:
        self._restore(self._chosen())
