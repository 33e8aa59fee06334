"""What the File menu and the start screen offer, with the questions that each begins with."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.shell.actions import Action
from desktop.widgets.question import Question
from engagement.market.as_at import authorities_held
from engagement.register.council import council, set_council
from resources.database import backups
from resources.folders import FILE_ENDING, default_file
from resources.wording import moment_words

if TYPE_CHECKING:
    from desktop.office import Office

_FILES = f"Provider Desk files (*{FILE_ENDING})"
_BACKUPS = " backups"


class FileMenu(QObject):
    """Asks the person at the desk; the office does."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._office = office

    def actions(self) -> list[Action]:
        """The menu of the window on the file that is open."""
        office, may_write = self._office, self._may_write
        sample = Action("sample", "Explore sample data", office.explore_sample, menu="File")
        leave = Action("leave_sample", "Leave sample data", office.leave_sample, menu="File", icon="close")
        is_sample = office.shown is not None and office.shown.is_sample
        return [
            *([leave] if is_sample else []),
            Action("new_file", "New database…", self.ask_new, menu="File"),
            Action("open_file", "Open…", self.ask_open, "Ctrl+O", menu="File"),
            *self._recent_actions(),
            *([] if is_sample else [sample]),
            Action("back_up", "Back up now", self._back_up, menu="File", icon="backup", enabled=may_write),
            Action("restore", "Restore a backup…", self.ask_restore, menu="File", icon="restore"),
            Action("who", "Your name…", self.ask_name, menu="File"),
            Action("council", "Your council…", self.ask_council, menu="File", enabled=may_write),
            Action("quit", "Quit", office.quit, "Ctrl+Q", menu="File"),
        ]

    def _recent_actions(self) -> list[Action]:
        opened = self._office.opened
        others = self._office.recent.others(opened.path) if opened is not None else []
        return [
            Action(
                f"recent_{at}",
                f"Open “{path.stem}”",
                partial(self._office.open, path),
                menu="File",
                tip=str(path),
            )
            for at, path in enumerate(others)
        ]

    def _may_write(self) -> bool:
        return self._office.opened is not None and not self._office.opened.read_only

    def _back_up(self) -> None:
        if self._office.shown is not None:
            self._office.shown.keeper.back_up()

    def _parent(self) -> QWidget | None:
        return self._office.window or self._office.screen

    # Which file

    @Slot()
    def ask_new(self) -> None:
        """Where the new database is to be."""
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
            self._office.create(Path(name if name.endswith(FILE_ENDING) else name + FILE_ENDING))

    @Slot()
    def ask_open(self) -> None:
        """Which database to open."""
        name = self._ask_for_file("Open a database", _FILES)
        if name:
            self._office.open(Path(name))

    @Slot()
    def ask_restore(self) -> None:
        """Which backup to go back to: of the file that is open, or of any."""
        if self._office.window is not None:
            self._office.window.show_page("backups")
            return
        name = self._ask_for_file("Restore a backup", "Backups (*.backup)")
        if name:
            self._ask_whether_to_restore(Path(name))

    def _ask_for_file(self, title: str, endings: str) -> str:
        folder = _in_place(default_file()).parent
        name, _ = QFileDialog.getOpenFileName(self._parent(), title, str(folder), endings)
        return name

    def _ask_whether_to_restore(self, path: Path) -> None:
        backup, file = backups.chosen(path), file_of_backup(path)
        kept = f" What “{file.name}” holds now is kept aside." if file.exists() else ""
        detail = f"Made {moment_words(backup.made_at)}. It becomes “{file.name}”.{kept}"
        restore = partial(self._office.restore, backup, file)
        Question("Restore this backup?", detail, "Restore", self._parent()).ask(restore)

    # Who is at the desk, and for whom

    def ask_name(self) -> None:
        """The name that stands in the history."""
        from desktop.dialogs.your_name import YourName

        opened = self._office.opened
        name = opened.who if opened is not None else self._office.settings.text("who")
        YourName(name, self._parent()).ask(self._name_given)

    def _name_given(self, name: str) -> None:
        self._office.settings.put("who", name)
        opened = self._office.opened
        if opened is not None:
            opened.who = opened.db.who = name
        for page in self._office.window.pages.values() if self._office.window is not None else ():
            page.set_who(name)

    def ask_council(self) -> None:
        """Which authority the team works for."""
        from desktop.dialogs.your_council import YourCouncil

        opened = self._office.opened
        if opened is not None:
            YourCouncil(council(opened.db), authorities_held(opened.db), self._office.window).ask(
                self._council_given
            )

    def _council_given(self, name: str) -> None:
        if self._office.opened is not None:
            set_council(self._office.opened.db, name)
            words = f"Your council is {name}" if name else "Your council is told from the register"
            self._office.messages.done(words)


def file_of_backup(backup: Path) -> Path:
    """The file that a backup is of: the one beside its folder; from anywhere else it becomes the office's own file."""
    folder = backup.parent
    if folder.name.endswith(_BACKUPS):
        return folder.with_name(folder.name.removesuffix(_BACKUPS) + FILE_ENDING)
    return default_file()


def _in_place(path: Path) -> Path:
    """The path, in a folder that is there if it can be: the file chooser wants one."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    return path
