"""Which file is open: opening, leaving, sample data and restore."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop import clock
from desktop.capabilities import CAPABILITIES
from desktop.file_menu import FileMenu
from desktop.file_window import FileWindow
from desktop.kept_with_backups import LeftOut, bring_back
from desktop.recent_files import RecentFiles
from desktop.sample_making import make_sample
from desktop.shell.frame.window import MainWindow
from desktop.shell.messages import LastResort, Messages
from desktop.shell.settings import Settings
from desktop.start_screen import StartScreen
from resources.database import OpenFile, backups, open_file
from resources.database.backups import Backup
from resources.database.opening import DamagedFile, NewerFile
from resources.folders import FILE_ENDING, log_folder, sample_file, why_not_here
from resources.problem import Problem


class Office(QObject):
    """One run of the program: the start screen or a window on a file. `ended` is emitted when its last has closed."""

    ended = Signal()

    def __init__(self, settings: Settings, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__()
        self.settings, self.now = settings, now
        self.recent = RecentFiles(settings)
        self.messages = Messages()
        self.messages.roll_back = self._roll_back
        self._last_resort = LastResort(self.messages, log_folder())
        self._last_resort.install()
        self.menu = FileMenu(self)
        self.shown: FileWindow | None = None
        self.screen: StartScreen | None = None
        self._before: Path | None = None
        self._unsaid: Problem | None = None

    @property
    def opened(self) -> OpenFile | None:
        """The file that is open."""
        return self.shown.opened if self.shown is not None else None

    @property
    def window(self) -> MainWindow | None:
        """The window on it."""
        return self.shown.window if self.shown is not None else None

    # Which file

    def start(self, path: Path | None = None) -> None:
        """Open the file named, or the one used last; without either show the start screen."""
        path = path or self.recent.last
        if path is not None:
            self.open(path)
        else:
            self.show_start()
        unsaid = self.settings.text("unsaid")
        if unsaid:
            self.settings.put("unsaid", "")
            self.messages.problem(Problem(unsaid))

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file and show the window on it; when it cannot be, say why on the start screen."""
        path = path.expanduser().absolute()
        if self.opened is not None and _is_same(self.opened.path, path):
            if self.window is not None and self.opened.read_only == read_only:
                self.window.activateWindow()
                return
            self._leave()
        try:
            opened = open_file(path, CAPABILITIES, who=self.settings.text("who"), read_only=read_only)
        except Problem as problem:
            self.show_start(problem, path, can_read=not read_only and _may_be_read(problem, path))
            return
        self._show(opened)
        if opened.was_checked and self.opened is opened:
            self.messages.done(
                f"“{path.stem}” was not closed properly. It was checked and is whole", undo=False
            )

    def create(self, path: Path) -> None:
        """Make a new database and show the window on it."""
        try:
            opened = open_file(path, CAPABILITIES, who=self.settings.text("who"), create=True)
        except Problem as problem:
            self.show_start(problem)
            return
        self._show(opened)

    def explore_sample(self) -> None:
        """The sample county, in a file of its own; made when it is asked for first."""
        path = sample_file()
        if path.exists():
            self.open(path)
            return
        self._leave()
        screen = self._start_screen()
        if self._before is not None:
            screen.offer_before(self._before)
        work = partial(make_sample, path, self.now)
        screen.jobs.run("Making the sample county", work, done=self._sample_made)

    @Slot(object)
    def _sample_made(self, _result: object) -> None:
        self.open(sample_file())

    def restore(self, backup: Backup, path: Path) -> None:
        """Put a backup in the file's place; what was there is kept aside."""
        backups.check(backup)
        set_aside_whole = self.opened is not None and _is_same(self.opened.path, path)
        self._leave(back_up=not set_aside_whole)
        try:
            aside = backups.restore(backup, path, now=self.now())
        except Problem as problem:
            self.show_start(problem, path)
            return
        came = bring_back(path, backup.path.parent)
        self.open(path)
        if self.opened is None:
            return
        if aside is not None:
            self.messages.done(f"Restored. The file as it was is kept in “{aside.parent.name}”", undo=False)
        if came.faults:
            self._say_left_out(len(came.faults))

    def _say_left_out(self, number: int) -> None:
        files = "1 file that was" if number == 1 else f"{number} files that were"
        self.messages.problem(
            LeftOut(
                f"The backup is restored, but {files} kept with it could not be brought back. Look under “Backups”."
            )
        )

    def restore_here(self, backup: Backup) -> None:
        """Put a backup in the place of the file that is open."""
        if self.opened is not None:
            self.restore(backup, self.opened.path)

    # The start screen

    def show_start(
        self, problem: Problem | None = None, path: Path | None = None, *, can_read: bool = False
    ) -> None:
        """The start screen, with what stood in the way when something did, and the ways back."""
        self._leave()
        screen = self._start_screen()
        if problem is not None:
            copies = backups.listed(path) if path is not None else ()
            other = self._before if path is None or path != self._before else None
            screen.show_problem(problem, path, can_read=can_read, copies=copies, before=other)
        self._say_unsaid()

    def _start_screen(self) -> StartScreen:
        if self.screen is None:
            self.screen = StartScreen(self.messages)
            self.screen.sample_asked.connect(self.explore_sample)
            self.screen.new_asked.connect(self.menu.ask_new)
            self.screen.open_asked.connect(self.menu.ask_open)
            self.screen.restore_asked.connect(self.menu.ask_restore)
            self.screen.backup_chosen.connect(self.restore)
            self.screen.file_asked.connect(self.open)
            self.screen.read_only_asked.connect(partial(self.open, read_only=True))
            self.screen.closed.connect(self.quit)
        self.screen.show()
        return self.screen

    def _leave_screen(self) -> None:
        screen, self.screen = self.screen, None
        if screen is not None:
            screen.closed.disconnect(self.quit)
            screen.close()
            screen.deleteLater()

    # The window

    def _show(self, opened: OpenFile) -> None:
        """The window on a file; should it fail to be made, the file is let go."""
        self._leave()
        self.shown = FileWindow(opened, self)
        if not self.shown.is_sample:
            self.recent.remember(opened.path)
        with ExitStack() as unless_built:
            unless_built.callback(self._start_screen)
            unless_built.callback(self._leave, back_up=False)
            try:
                self.shown.build()
            except Problem as problem:
                self._leave(back_up=False)
                self.show_start(problem, opened.path)
                return
            unless_built.pop_all()
        self._leave_screen()
        warning = why_not_here(opened.path)
        if warning:
            self.messages.problem(Problem(warning))
        self._say_unsaid()

    @Slot()
    def leave_sample(self) -> None:
        """Go back to the file used last, or to the start screen."""
        last = self.recent.last
        if last is not None and last.exists():
            self.open(last)
        else:
            self.show_start()

    def _leave(self, *, back_up: bool = True) -> None:
        """Close the window and the file; what fails then is said later."""
        shown, self.shown = self.shown, None
        if shown is not None:
            self._before = shown.opened.path
            self._unsaid = shown.close(back_up=back_up) or self._unsaid

    def _say_unsaid(self) -> None:
        problem, self._unsaid = self._unsaid, None
        if problem is not None:
            self.messages.problem(problem)

    @Slot()
    def quit(self) -> None:
        """Leave everything. What cannot be said any more is said at the next start."""
        self._leave()
        if self._unsaid is not None:
            before = "" if isinstance(self._unsaid, LeftOut) else "No backup was made on closing. "
            self.settings.put("unsaid", before + self._unsaid.sentence)
        self._leave_screen()
        self._last_resort.remove()
        self.ended.emit()

    def _roll_back(self) -> None:
        if self.opened is not None and self.opened.db.conn.in_transaction:
            self.opened.db.rollback()
        for page in self.window.pages.values() if self.window is not None else ():
            page.roll_back()


def _may_be_read(problem: Problem, path: Path) -> bool:
    """Somebody else has the file, or nothing can be written there; reading a damaged or newer one leads nowhere."""
    refused = isinstance(problem, DamagedFile | NewerFile)
    return not refused and path.is_file() and path.suffix == FILE_ENDING


def _is_same(one: Path, other: Path) -> bool:
    return one == other or (one.exists() and other.exists() and one.samefile(other))
