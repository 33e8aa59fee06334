"""The window on one open file, and what backs the file up while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.backing_up import BackupKeeper
from desktop.finding import finder
from desktop.locking.open_vault import OpenVault
from desktop.page_list import page_specs
from desktop.pages.door_files.door_file_notice import PAGES, DoorFileNotice
from desktop.pages.public_reading import PublicReader
from desktop.shell.changes import Changes
from desktop.shell.frame.window import MainWindow
from desktop.shell.jobs import JobRunner
from desktop.shell.page import Desk, Navigator, PageSpec
from desktop.shell.undo import HistoryKeeper
from desktop.widgets.parts import button
from engagement.forums.door_files.mark import mark_of
from engagement.register.sample_data import is_sample
from resources.database import OpenFile
from resources.database.backups import Backup
from resources.problem import Problem

if TYPE_CHECKING:
    from desktop.office import Office


class FileWindow(QObject):
    """Belongs to the office while the file is open. `window` is None until it is built."""

    def __init__(self, opened: OpenFile, office: Office) -> None:
        super().__init__(office)
        self.opened, self._office = opened, office
        self.window: MainWindow | None = None
        self._jobs = JobRunner(office.messages.raised)
        self.mark = mark_of(opened.db)
        self.is_sample = self.mark is None and is_sample(opened.db)
        self.keeper = BackupKeeper(
            opened, self._jobs, office.messages, by_itself=not self.is_sample, now=office.now, parent=self
        )
        self.keeper.made.connect(self._backed_up)

    def build(self) -> None:
        """Make the window, with its pages and menus, and show it."""
        changes = Changes()
        self.opened.db.on_change.append(changes.tell)
        office = self._office
        desk = Desk(
            self.opened.db, changes, self._jobs, office.messages, office.settings, Navigator(), self.opened
        )
        vault = OpenVault()
        specs = page_specs(
            desk,
            back_up=self.keeper.back_up,
            restore=office.restore_here,
            explore_sample=None if self.is_sample else office.explore_sample,
            ask_council=None if self.opened.read_only else office.menu.ask_council,
            vault=vault,
        )
        self.window = MainWindow(
            specs if self.mark is None else _at_the_door(specs),
            desk,
            actions=office.menu.actions(),
            undo=None if self.opened.read_only else HistoryKeeper(self.opened.db),
            finder=finder(self.opened.db, desk.navigator),
            public_reading=PublicReader(desk, vault, self),
        )
        self.window.closed.connect(office.quit)
        self._say_what_it_is(self.window)
        self.window.show()
        if self.mark is not None:
            desk.navigator.go("forums", self.mark.event_id)

    def _say_what_it_is(self, window: MainWindow) -> None:
        state = " (read only)" if self.opened.read_only else ""
        name = self.mark.title if self.mark is not None else self.opened.path.stem
        window.setWindowTitle(f"{name}{state} – Provider Desk")
        if self.mark is not None:
            window.add_notice(DoorFileNotice(self.mark))
        window.status.set_backup(self.keeper.last)
        window.status.set_note(self._note())
        if self.is_sample:
            leave = button("Leave sample data", "link")
            leave.clicked.connect(self._office.leave_sample)
            window.status.add_button(leave)

    def _note(self) -> str:
        if self.opened.read_only:
            return "Read only: nothing can be changed here"
        if self.mark is not None:
            return "Door file: bring it back to the office’s file"
        return "Sample data: nothing here is real" if self.is_sample else ""

    @Slot(object)
    def _backed_up(self, made: Backup) -> None:
        if self.window is not None:
            self.window.status.set_backup(made.made_at)
            page = self.window.pages.get("backups")
            if page is not None:
                page.reload()

    def close(self, *, back_up: bool) -> Problem | None:
        """Close the window and the file, which is backed up when it changed; says what stood in the way of that."""
        if self.window is not None:
            self.window.closed.disconnect(self._office.quit)
            self.window.close()
        self.keeper.stop()
        try:
            unsaid = self.window.unsaid if self.window is not None else None
            return (self.keeper.finish() or unsaid) if back_up else None
        finally:
            self.opened.close()
            if self.window is not None:
                self.window.deleteLater()
            self.deleteLater()


def _at_the_door(specs: list[PageSpec]) -> list[PageSpec]:
    by_key = {spec.key: spec for spec in specs}
    return [by_key[key] for key in PAGES]
