"""Which file is open, and the window on it: opening, leaving, sample data and restore."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import clock
from desktop.backing_up import BackupKeeper
from desktop.capabilities import CAPABILITIES
from desktop.finding import finder
from desktop.page_list import page_specs
from desktop.shell.actions import Action
from desktop.shell.changes import Changes
from desktop.shell.frame.window import MainWindow
from desktop.shell.jobs import JobRunner, Progress
from desktop.shell.messages import LastResort, Messages
from desktop.shell.page import Desk, Navigator
from desktop.shell.settings import Settings
from desktop.shell.undo import HistoryKeeper
from desktop.start_screen import StartScreen
from desktop.widgets.parts import button
from desktop.widgets.question import Question
from engagement.market.as_at import authorities_held
from engagement.register.council import council, set_council
from engagement.register.sample_data import is_sample
from resources.database import OpenFile, backups, open_file
from resources.database.backups import Backup
from resources.database.opening import DamagedFile, NewerFile
from resources.folders import FILE_ENDING, default_file, log_folder, sample_file, why_not_here
from resources.problem import Problem
from resources.wording import in_london, moment_words

_FILES = f"Provider Desk files (*{FILE_ENDING})"
_MOST_RECENT = 4
_BACKUPS = " backups"


class Office(QObject):
    """One run of the program. `ended` is emitted when its last window has closed."""

    ended = Signal()

    def __init__(self, settings: Settings, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__()
        self.settings, self._now = settings, now
        self.messages = Messages()
        self.messages.roll_back = self._roll_back
        self._last_resort = LastResort(self.messages, log_folder())
        self._last_resort.install()
        self.opened: OpenFile | None = None
        self.window: MainWindow | None = None
        self.screen: StartScreen | None = None
        self.keeper: BackupKeeper | None = None
        self._before: Path | None = None
        self._unsaid: Problem | None = None

    # Which file

    def start(self, path: Path | None = None) -> None:
        """Open the file named, or the one used last; without either show the start screen."""
        last = self.settings.text("last_file")
        path = path or (Path(last) if last else None)
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
            opened = open_file(path, CAPABILITIES, who=self._who(), read_only=read_only)
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
        screen = self._start_screen()
        if self._before is not None:
            screen.offer_before(self._before)
        work = partial(_make_sample, path, self._now)
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
            aside = backups.restore(backup, path, now=self._now())
        except Problem as problem:
            self.show_start(problem, path)
            return
        self.open(path)
        if aside is not None and self.opened is not None:
            self.messages.done(f"Restored. The file as it was is kept in “{aside.parent.name}”", undo=False)

    def _restore_here(self, backup: Backup) -> None:
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
            self.screen.new_asked.connect(self._ask_new)
            self.screen.open_asked.connect(self._ask_open)
            self.screen.restore_asked.connect(self._ask_restore)
            self.screen.backup_chosen.connect(self.restore)
            self.screen.file_asked.connect(self.open)
            self.screen.read_only_asked.connect(self._open_read_only)
            self.screen.closed.connect(self._quit)
        self.screen.show()
        return self.screen

    def _leave_screen(self) -> None:
        screen, self.screen = self.screen, None
        if screen is not None:
            screen.closed.disconnect(self._quit)
            screen.close()
            screen.deleteLater()

    # The window

    def _show(self, opened: OpenFile) -> None:
        """The window on a file; should it fail to be made, the file is let go."""
        self._leave()
        self.opened = opened
        try:
            self._make_window(opened)
        except Problem as problem:
            self._leave(back_up=False)
            self.show_start(problem, opened.path)
            return
        except BaseException:
            self._leave(back_up=False)
            self._start_screen()
            raise
        self._leave_screen()
        warning = why_not_here(opened.path)
        if warning:
            self.messages.problem(Problem(warning))
        self._say_unsaid()

    def _make_window(self, opened: OpenFile) -> None:
        if not self._is_sample():
            self._remember(opened.path)
        changes, jobs = Changes(), JobRunner(self.messages.raised)
        opened.db.on_change.append(changes.tell)
        desk = Desk(opened.db, changes, jobs, self.messages, self.settings, Navigator(), opened)
        keeper = BackupKeeper(opened, jobs, self.messages, by_itself=not self._is_sample(), now=self._now)
        self.keeper = keeper
        window = MainWindow(
            page_specs(
                desk,
                back_up=keeper.back_up,
                restore=self._restore_here,
                explore_sample=None if self._is_sample() else self.explore_sample,
                ask_council=self._ask_council if self._may_write() else None,
            ),
            desk,
            actions=self._actions(),
            undo=None if opened.read_only else HistoryKeeper(opened.db),
            finder=finder(opened.db, desk.navigator),
        )
        self.window = window
        keeper.setParent(window)
        keeper.made.connect(self._backed_up)
        window.closed.connect(self._quit)
        state = " (read only)" if opened.read_only else ""
        window.setWindowTitle(f"{opened.path.stem}{state} – Provider Desk")
        window.status.set_backup(keeper.last)
        window.status.set_note(self._note())
        if self._is_sample():
            leave = button("Leave sample data", "link")
            leave.clicked.connect(self._leave_sample)
            window.status.add_button(leave)
        window.show()

    def _note(self) -> str:
        if self.opened is not None and self.opened.read_only:
            return "Read only: nothing can be changed here"
        return "Sample data: nothing here is real" if self._is_sample() else ""

    def _actions(self) -> list[Action]:
        leave = Action("leave_sample", "Leave sample data", self._leave_sample, menu="File", icon="close")
        sample = Action("sample", "Explore sample data", self.explore_sample, menu="File")
        return [
            *([leave] if self._is_sample() else []),
            Action("new_file", "New database…", self._ask_new, menu="File"),
            Action("open_file", "Open…", self._ask_open, "Ctrl+O", menu="File"),
            *self._recent_actions(),
            *([] if self._is_sample() else [sample]),
            Action(
                "back_up", "Back up now", self._back_up, menu="File", icon="backup", enabled=self._may_write
            ),
            Action("restore", "Restore a backup…", self._ask_restore, menu="File", icon="restore"),
            Action("who", "Your name…", self._ask_name, menu="File"),
            Action("council", "Your council…", self._ask_council, menu="File", enabled=self._may_write),
            Action("quit", "Quit", self._quit, "Ctrl+Q", menu="File"),
        ]

    def _recent_actions(self) -> list[Action]:
        recent = [path for path in self._recent() if self.opened is None or path != self.opened.path]
        return [
            Action(
                f"recent_{at}", f"Open “{path.stem}”", partial(self.open, path), menu="File", tip=str(path)
            )
            for at, path in enumerate(recent[:_MOST_RECENT])
        ]

    def _recent(self) -> list[Path]:
        """The files used lately, the last one first."""
        kept = self.settings.mapping("recent").get("files")
        return [Path(str(one)) for one in kept] if isinstance(kept, list) else []

    def _remember(self, path: Path) -> None:
        self.settings.put("last_file", str(path))
        files = [path, *(one for one in self._recent() if one != path)][: _MOST_RECENT + 1]
        self.settings.put("recent", {"files": [str(one) for one in files]})

    def _may_write(self) -> bool:
        return self.opened is not None and not self.opened.read_only

    def _is_sample(self) -> bool:
        return self.opened is not None and is_sample(self.opened.db)

    @Slot()
    def _leave_sample(self) -> None:
        last = self.settings.text("last_file")
        if last and Path(last).exists():
            self.open(Path(last))
        else:
            self.show_start()

    def _back_up(self) -> None:
        if self.keeper is not None:
            self.keeper.back_up()

    @Slot(object)
    def _backed_up(self, made: Backup) -> None:
        if self.window is not None:
            self.window.status.set_backup(made.made_at)
            page = self.window.pages.get("backups")
            if page is not None:
                page.reload()

    # Asking

    def _parent(self) -> QWidget | None:
        return self.window or self.screen

    def _ask_new(self) -> None:
        start = default_file()
        if start.exists():
            start = start.with_name(f"New database{FILE_ENDING}")
        name, _ = QFileDialog.getSaveFileName(
            self._parent(),
            "New database",
            str(_in_place(start)),
            _FILES,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.create(Path(name if name.endswith(FILE_ENDING) else name + FILE_ENDING))

    def _ask_open(self) -> None:
        folder = _in_place(default_file()).parent
        name, _ = QFileDialog.getOpenFileName(self._parent(), "Open a database", str(folder), _FILES)
        if name:
            self.open(Path(name))

    @Slot(object)
    def _open_read_only(self, path: Path) -> None:
        self.open(path, read_only=True)

    def _ask_restore(self) -> None:
        if self.window is not None:
            self.window.show_page("backups")
            return
        folder = _in_place(default_file()).parent
        name, _ = QFileDialog.getOpenFileName(
            self._parent(), "Restore a backup", str(folder), "Backups (*.backup)"
        )
        if name:
            self._ask_whether_to_restore(Path(name))

    def _ask_whether_to_restore(self, path: Path) -> None:
        backup, file = backups.chosen(path), file_of_backup(path)
        kept = f" What “{file.name}” holds now is kept aside." if file.exists() else ""
        detail = f"Made {moment_words(backup.made_at)}. It becomes “{file.name}”.{kept}"
        Question("Restore this backup?", detail, "Restore", self._parent()).ask(
            partial(self.restore, backup, file)
        )

    def _ask_name(self) -> None:
        from desktop.dialogs.your_name import YourName

        name = self.opened.who if self.opened is not None else self._who()
        YourName(name, self._parent()).ask(self._name_given)

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

    # Leaving

    def _leave(self, *, back_up: bool = True) -> None:
        """Close the window and the file, which is backed up when it changed; what fails then is said later."""
        window, opened, keeper = self.window, self.opened, self.keeper
        self.window = self.opened = self.keeper = None
        if window is not None:
            window.closed.disconnect(self._quit)
            window.close()
        if keeper is not None:
            keeper.stop()
        if opened is not None:
            self._before = opened.path
            try:
                if keeper is not None and back_up:
                    self._unsaid = keeper.finish()
            finally:
                opened.close()
        if window is not None:
            window.deleteLater()

    def _say_unsaid(self) -> None:
        problem, self._unsaid = self._unsaid, None
        if problem is not None:
            self.messages.problem(problem)

    @Slot()
    def _quit(self) -> None:
        """Leave everything. What cannot be said any more is said at the next start."""
        self._leave()
        if self._unsaid is not None:
            self.settings.put("unsaid", f"No backup was made on closing. {self._unsaid.sentence}")
        self._leave_screen()
        self._last_resort.remove()
        self.ended.emit()

    def _roll_back(self) -> None:
        if self.opened is not None and self.opened.db.conn.in_transaction:
            self.opened.db.rollback()


def file_of_backup(backup: Path) -> Path:
    """The file that a backup is of: the one beside its folder; from anywhere else it becomes the office's own file."""
    folder = backup.parent
    if folder.name.endswith(_BACKUPS):
        return folder.with_name(folder.name.removesuffix(_BACKUPS) + FILE_ENDING)
    return default_file()


def _may_be_read(problem: Problem, path: Path) -> bool:
    """Somebody else has the file, or nothing can be written there; reading a damaged or newer one leads nowhere."""
    refused = isinstance(problem, DamagedFile | NewerFile)
    return not refused and path.is_file() and path.suffix == FILE_ENDING


def _is_same(one: Path, other: Path) -> bool:
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _in_place(path: Path) -> Path:
    """The path, in a folder that is there if it can be: the file chooser wants one."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _make_sample(path: Path, now: Callable[[], datetime], progress: Progress) -> None:
    """Make it under another name and put it in its place when it is whole."""
    from engagement import sample  # loaded when first used

    part = path.with_name(f"{path.stem} in the making{FILE_ENDING}")
    _remove(part)
    try:
        opened = open_file(part, CAPABILITIES, who="Sample data", create=True)
        try:
            sample.make(opened.db, today=in_london(now()).date(), progress=progress.step)
        finally:
            opened.close()
        part.replace(path)
    except OSError as error:
        raise Problem(
            f"The sample county could not be put into “{path.parent}” ({error.strerror}). Check the folder and the "
            "space on the disk."
        ) from error
    finally:
        with suppress(OSError):
            _remove(part)


def _remove(part: Path) -> None:
    for ending in ("", "-wal", "-shm", ".lock"):
        part.with_name(part.name + ending).unlink(missing_ok=True)
