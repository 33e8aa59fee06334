"""Which file is open, and the window on it: opening, leaving, sample data, backups and restore."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.capabilities import CAPABILITIES
from desktop.finding import finder
from desktop.page_list import page_specs
from desktop.shell.actions import Action
from desktop.shell.changes import Changes
from desktop.shell.jobs import JobRunner, Progress
from desktop.shell.messages import LastResort, Messages
from desktop.shell.page import Desk, Navigator
from desktop.shell.settings import Settings
from desktop.shell.undo import HistoryKeeper
from desktop.shell.window import MainWindow
from desktop.start_screen import StartScreen
from desktop.widgets.question import Question
from engagement.market.as_at import authorities_held
from engagement.register.council import council, set_council
from resources.database import OpenFile, backups, open_file
from resources.database.backups import Backup
from resources.database.opening import InUse
from resources.folders import FILE_ENDING, default_file, log_folder, sample_file, why_not_here
from resources.problem import Problem
from resources.wording import moment_words

BACKUP_AFTER = timedelta(hours=12)
_FIRST_BACKUP_MS = 20_000
_FILES = f"Provider Desk files (*{FILE_ENDING})"


class Office(QObject):
    """One run of the program. `ended` is emitted when its last window has closed."""

    ended = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.messages = Messages()
        self.messages.roll_back = self._roll_back
        self._last_resort = LastResort(self.messages, log_folder())
        self._last_resort.install()
        self.opened: OpenFile | None = None
        self.window: MainWindow | None = None
        self.screen: StartScreen | None = None
        self._desk: Desk | None = None
        self._leaving = False
        self._timer = QTimer(self)
        self._timer.setInterval(_FIRST_BACKUP_MS)
        self._timer.timeout.connect(self._back_up_when_due)

    # Which file

    def start(self, path: Path | None = None) -> None:
        """Open the file named, or the one used last; else show the start screen."""
        last = self.settings.text("last_file")
        path = path or (Path(last) if last else None)
        if path is not None and (path.exists() or not last):
            self.open(path)
        else:
            self.show_start()

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file and show the window on it; when it cannot be, say why on the start screen."""
        try:
            opened = open_file(path, CAPABILITIES, who=self._who(), read_only=read_only)
        except Problem as problem:
            self.show_start(problem, path)
            return
        self._show(opened)

    def create(self, path: Path) -> None:
        """Make a new database and show the window on it."""
        try:
            opened = open_file(path, CAPABILITIES, who=self._who(), create=True)
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
        jobs = JobRunner(self.messages.raised)
        screen = self._start_screen()
        screen.show_job(jobs)
        jobs.run("Making the sample county", partial(_make_sample, path), done=self._sample_made)

    @Slot(object)
    def _sample_made(self, _result: object) -> None:
        self.open(sample_file())

    def restore(self, backup: Backup, path: Path) -> None:
        """Put a backup in the file's place; what was there is kept aside."""
        self._leave()
        try:
            aside = backups.restore(backup, path, now=datetime.now(UTC))
        except Problem as problem:
            self.show_start(problem, path)
            return
        self.open(path)
        if aside is not None and self.opened is not None:
            self.messages.done(f"Restored. The file as it was is kept in “{aside.parent.name}”", undo=False)

    def _restore_here(self, backup: Backup) -> None:
        if self.opened is not None:
            self.restore(backup, self.opened.path)

    def show_start(self, problem: Problem | None = None, path: Path | None = None) -> None:
        """The start screen, with what stood in the way when something did."""
        self._leave()
        screen = self._start_screen()
        if problem is not None:
            screen.show_problem(problem, path, can_read=isinstance(problem, InUse))

    def _start_screen(self) -> StartScreen:
        if self.screen is None:
            self.screen = StartScreen(self.messages)
            self.screen.sample_asked.connect(self.explore_sample)
            self.screen.new_asked.connect(self._ask_new)
            self.screen.open_asked.connect(self._ask_open)
            self.screen.restore_asked.connect(self._ask_restore)
            self.screen.backup_chosen.connect(self.restore)
            self.screen.read_only_asked.connect(self._open_read_only)
            self.screen.closed.connect(self._screen_closed)
        self.screen.show()
        return self.screen

    # The window

    def _show(self, opened: OpenFile) -> None:
        self._leave()
        self.opened = opened
        if not self._is_sample():
            self.settings.put("last_file", str(opened.path))
        changes = Changes()
        opened.db.on_change.append(changes.tell)
        desk = Desk(
            opened.db,
            changes,
            JobRunner(self.messages.raised),
            self.messages,
            self.settings,
            Navigator(),
            opened,
        )
        self._desk = desk
        window = MainWindow(
            page_specs(
                desk,
                back_up=self.back_up,
                restore=self._restore_here,
                explore_sample=None if self._is_sample() else self.explore_sample,
            ),
            desk,
            actions=self._actions(),
            undo=HistoryKeeper(opened.db),
            finder=finder(opened.db, desk.navigator),
        )
        window.closed.connect(self._window_closed)
        window.setWindowTitle(f"{opened.path.stem} – Provider Desk")
        window.status.set_note(self._note())
        window.status.set_backup(self._last_backup())
        self.window = window
        window.show()
        if self.screen is not None:
            self._leaving = True
            self.screen.close()
            self.screen.deleteLater()
            self.screen, self._leaving = None, False
        warning = why_not_here(opened.path)
        if warning:
            self.messages.problem(Problem(warning))
        self._timer.start()

    def _note(self) -> str:
        if self.opened is not None and self.opened.read_only:
            return "Read only"
        return "Sample data: nothing here is real" if self._is_sample() else ""

    def _actions(self) -> list[Action]:
        def writable() -> bool:
            return self.opened is not None and not self.opened.read_only

        leave = Action("leave_sample", "Leave sample data", self._leave_sample, menu="File", icon="close")
        sample = Action("sample", "Explore sample data", self.explore_sample, menu="File")
        return [
            *([leave] if self._is_sample() else []),
            Action("new_file", "New database…", self._ask_new, menu="File"),
            Action("open_file", "Open…", self._ask_open, "Ctrl+O", menu="File"),
            *([] if self._is_sample() else [sample]),
            Action("back_up", "Back up now", self.back_up, menu="File", icon="backup", enabled=writable),
            Action("restore", "Restore a backup…", self._ask_restore, menu="File", icon="restore"),
            Action("who", "Your name…", self._ask_name, menu="File"),
            Action("council", "Your council…", self._ask_council, menu="File", enabled=writable),
            Action("quit", "Quit", self._quit, "Ctrl+Q", menu="File"),
        ]

    def _is_sample(self) -> bool:
        return self.opened is not None and self.opened.path == sample_file()

    def _leave_sample(self) -> None:
        last = self.settings.text("last_file")
        if last and Path(last).exists():
            self.open(Path(last))
        else:
            self.show_start()

    # Asking

    def _parent(self) -> QWidget | None:
        return self.window or self.screen

    def _ask_new(self) -> None:
        start = default_file()
        if start.exists():
            start = start.with_name(f"New database{FILE_ENDING}")
        name, _ = QFileDialog.getSaveFileName(self._parent(), "New database", str(_in_place(start)), _FILES)
        if name:
            path = Path(name)
            self.create(path if path.suffix else path.with_suffix(FILE_ENDING))

    def _ask_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._parent(), "Open a database", str(_in_place(default_file()).parent), _FILES
        )
        if name:
            self.open(Path(name))

    def _open_read_only(self, path: Path) -> None:
        self.open(path, read_only=True)

    def _ask_restore(self) -> None:
        if self.window is not None and self._desk is not None and self.opened is not None:
            self.window.show_page("backups")
            return
        name, _ = QFileDialog.getOpenFileName(
            self._parent(), "Restore a backup", str(_in_place(default_file()).parent), "Backups (*.backup)"
        )
        if name:
            path = Path(name)
            one = backups.chosen(path)
            file = path.parent.with_name(path.parent.name.removesuffix(" backups") + FILE_ENDING)
            detail = f"Made {moment_words(one.made_at)}. What “{file.name}” holds now is kept aside."
            Question("Restore this backup?", detail, "Restore", self._parent()).ask(
                partial(self.restore, one, file)
            )

    def _ask_name(self) -> None:
        from desktop.dialogs.your_name import YourName

        YourName(self._who(), self._parent()).ask(self._name_given)

    def _name_given(self, name: str) -> None:
        self.settings.put("who", name)
        if self.opened is not None:
            self.opened.who = self.opened.db.who = name

    def _ask_council(self) -> None:
        from desktop.dialogs.your_council import YourCouncil

        if self.opened is not None:
            YourCouncil(council(self.opened.db), authorities_held(self.opened.db), self.window).ask(
                self._council_given
            )

    def _council_given(self, name: str) -> None:
        if self.opened is not None:
            set_council(self.opened.db, name)
            self.messages.done(
                f"Your council is {name}" if name else "Your council is told from the register"
            )

    def _who(self) -> str:
        return self.settings.text("who")

    # Backups

    def back_up(self) -> None:
        """Make a backup now and say so."""
        self._back_up("asked for", done=self._say_backed_up)

    def _say_backed_up(self, made: object) -> None:
        self._backed_up(made)
        self.messages.done("Backed up", undo=False)

    def _backed_up(self, made: object) -> None:
        if self.window is not None and isinstance(made, Backup):
            self.window.status.set_backup(made.made_at)
            if self._desk is not None:
                self._desk.changes.tell(made)

    @Slot()
    def _back_up_when_due(self) -> None:
        """Once half a day while something changed since; it runs beside the work."""
        if self.opened is None or self.opened.read_only or self._desk is None or self._desk.jobs.busy:
            return
        last = self._last_backup()
        if last is not None and datetime.now(UTC) - last < BACKUP_AFTER:
            return
        if self._changed_since(last):
            self._back_up("in the course of the day", done=self._backed_up)

    def _back_up(self, reason: str, *, done: Callable[[object], object]) -> None:
        if self.opened is None or self._desk is None:
            return
        self._desk.jobs.run("Backing up", partial(_back_up, self.opened, reason), done=done, writes=False)

    def _last_backup(self) -> datetime | None:
        if self.opened is None:
            return None
        listed = backups.listed(self.opened.path)
        return listed[0].made_at if listed else None

    def _changed_since(self, last: datetime | None) -> bool:
        from resources.database import history

        newest = history.entries(self.opened.db, limit=1) if self.opened is not None else []
        return bool(newest) and (last is None or newest[0].at > last)

    # Leaving

    def _leave(self) -> None:
        """Close the window and the file; a file that changed since its last backup is backed up first."""
        self._timer.stop()
        window, opened, self.window, self.opened = self.window, self.opened, None, None
        if window is not None:
            self._leaving = True
            window.close()
            window.deleteLater()
            self._leaving = False
        self._desk = None
        if opened is not None:
            _close(opened)

    @Slot()
    def _window_closed(self) -> None:
        if not self._leaving:
            self._quit()

    @Slot()
    def _screen_closed(self) -> None:
        if not self._leaving and self.window is None:
            self._quit()

    def _quit(self) -> None:
        self._leave()
        self._last_resort.remove()
        self.ended.emit()

    def _roll_back(self) -> None:
        if self.opened is not None and self.opened.db.conn.in_transaction:
            self.opened.db.rollback()


def _in_place(path: Path) -> Path:
    """The path, in a folder that is there: the file chooser wants one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _back_up(opened: OpenFile, reason: str, progress: Progress) -> Backup:
    progress.step(0, 0, "Copying the file and proving the copy")
    db = opened.connection(read_only=True)
    try:
        made = backups.make(db, opened.path, reason=reason, now=datetime.now(UTC))
    finally:
        db.close()
    backups.thin(opened.path, now=datetime.now(UTC))
    return made


def _close(opened: OpenFile) -> None:
    from resources.database import history

    try:
        if not opened.read_only:
            newest = history.entries(opened.db, limit=1)
            listed = backups.listed(opened.path)
            if newest and (not listed or newest[0].at > listed[0].made_at):
                now = datetime.now(UTC)
                backups.make(opened.db, opened.path, reason="on closing", now=now)
                backups.thin(opened.path, now=now)
    finally:
        opened.close()


def _make_sample(path: Path, progress: Progress) -> None:
    from engagement import sample

    part = path.with_name(f"{path.stem} in the making{FILE_ENDING}")
    for ending in ("", "-wal", "-shm"):
        part.with_name(part.name + ending).unlink(missing_ok=True)
    opened = open_file(part, CAPABILITIES, who="Sample data", create=True)
    try:
        sample.make(opened.db, today=datetime.now(UTC).date(), progress=progress.step)
    finally:
        opened.close()
    part.replace(path)
