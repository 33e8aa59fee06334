"""The page of the i-Work register: locked, or open until it locks."""

import gc
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop import clock
from desktop.locking.open_dialogs import close_all, dialogs_over, let_go, typed_into
from desktop.locking.open_vault import OpenVault
from desktop.locking.register_lock import RegisterLock
from desktop.pages.iwork.open_register import OpenRegister, register_desk
from desktop.pages.iwork.unlocking import Unlocking
from desktop.shell.actions import Action
from desktop.shell.frame.palette import Found
from desktop.shell.page import Desk, Page
from desktop.shell.undo import HistoryKeeper, UndoKeeper
from engagement.register.sample_data import is_sample
from resources.database import Query
from resources.database.data_key import DataKey
from resources.database.locked.recovery import RecoveryCode
from resources.problem import Problem
from resources.wording import clock_words, in_london
from workforce.iwork.listings import PEOPLE

_FOUND = 8


class IWorkPage(Page):
    """While it is locked nothing of it is here: `register` is made as it opens, and gone when it has locked.

    `vault` is told, for pages that tell of the open register in figures.
    """

    public_sections = ("iwork",)
    covered_because = (
        "nothing of the people on the register, their employers and posts is published but figures"
    )

    def __init__(
        self,
        desk: Desk,
        vault: OpenVault | None = None,
        *,
        now: Callable[[], datetime] = clock.now,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(desk.changes)
        self._desk, self._now = desk, now
        self._vault = vault if vault is not None else OpenVault()
        self.register: OpenRegister | None = None
        self._undo: UndoKeeper | None = None
        self._is_sample = is_sample(desk.db)
        self.lock = RegisterLock(desk.opened, is_seen=self.isVisible, now=now, ticks=ticks, parent=self)
        self.unlocking = Unlocking(desk, self, now=now, is_sample=self._is_sample)
        self.lock.asked.connect(self.lock_now)
        self.unlocking.unlocked.connect(self._open)
        self.unlocking.taken_over.connect(self._show_closed)
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._show_closed()

    # Opening

    @Slot(object, object)
    def _open(self, key: DataKey, code: RecoveryCode | None) -> None:
        """The passphrase was right. What cannot be opened all the same stays locked, and says why."""
        if self.register is not None:
            return
        try:
            opened = self.lock.open(key, self._desk.opened.who)
            inner = register_desk(self._desk, opened)
            register = OpenRegister(inner, self._desk, now=self._now)
        except Problem as problem:
            self.lock.close(back_up=False)
            self.unlocking.refuse(problem)
            return
        except BaseException:
            self.lock.close(back_up=False)
            raise
        self.register = register
        self._undo = HistoryKeeper(opened.db)
        register.state_changed.connect(self.state_changed)
        inner.changes.changed.connect(self.own_file_changed)
        window = int(self.window().winId())
        self.lock.watch(inner.jobs, inner.messages, window_id=window, by_itself=not self._is_sample)
        inner.changes.changed.connect(self.lock.follow)
        self.lock.warned.connect(register.warn)
        self.lock.returned.connect(register.stop_warning)
        register.attach(self.lock, self.unlocking)
        self.unlocking.forget()
        self._vault.opens(opened)
        self._show(register)
        if code is not None:
            register.show_sheet(code)

    def _show(self, shown: QWidget) -> None:
        if self._pile.indexOf(shown) < 0:
            self._pile.addWidget(shown)
        self._pile.setCurrentWidget(shown)
        self.actions_changed.emit()
        self.state_changed.emit()
        if self.isVisible():
            self.focus_first()

    @Slot()
    def _show_closed(self) -> None:
        self._show(self.unlocking.face_now())

    # Locking

    @Slot(str)
    def lock_now(self, reason: str = "") -> None:
        """Everything of the register goes, at once; what was being typed is kept in it."""
        if self.register is None:
            return
        problem = self._put_away()
        self.unlocking.say(" ".join(part for part in (self._when(), reason) if part))
        self._show_closed()
        if problem is not None:
            self._desk.messages.problem(
                Problem(
                    f"The register is locked, but was not backed up. {problem.sentence}",
                    details=problem.details,
                )
            )
        self.unlocking.carry_on()

    def _when(self) -> str:
        return f"Locked at {clock_words(in_london(self._now()).time())}."

    def _put_away(self, *, back_up: bool = True) -> Problem | None:
        self._vault.locks()
        register, self.register, self._undo = self.register, None, None
        if register is None:
            return self.lock.close(back_up=back_up)
        try:
            dialogs = dialogs_over(register)
            register.drafts.keep(typed_into(dialogs))
            close_all(dialogs)
            register.end_jobs()
        finally:
            self._show_closed()  # nothing asks a side any more when it goes
            self._pile.removeWidget(register)
            let_go(register)
            del register
            self._desk.messages.forget()
            problem = self.lock.close(back_up=back_up)
        gc.collect()  # what was read stands in no memory of ours any more
        return problem

    def roll_back(self) -> None:
        """A change to the register that is not finished is taken back."""
        if self.lock.opened is not None and self.lock.opened.db.conn.in_transaction:
            self.lock.opened.db.rollback()

    def set_who(self, name: str) -> None:
        """Whose name stands beside changes and looks from now on."""
        if self.lock.opened is not None:
            self.lock.opened.who = self.lock.opened.db.who = name

    def leave(self) -> Problem | None:
        """The window closes: it locks first."""
        self.unlocking.forget()
        return self._put_away()

    def ask_to_lock(self) -> None:
        """Lock it, as soon as the action that asks for it is over."""
        self.lock.ask("")

    # What the window asks

    def page_actions(self) -> list[Action]:
        """While it is locked there is nothing to do but to unlock it."""
        if self.register is None:
            return []
        lock = Action(
            "lock_register", "Lock the register", self.ask_to_lock, "Ctrl+L", icon="lock", toolbar=False
        )
        return [*self.register.page_actions(), lock]

    def undo_keeper(self) -> UndoKeeper | None:
        """The register's own history, while it is open."""
        return self._undo

    def found_here(self, text: str) -> Sequence[Found]:
        """People of the open register, by reference and initials alone."""
        if self.register is None:
            return ()
        rows = (
            PEOPLE.page(self.lock.opened.db, Query(text=text), offset=0, limit=_FOUND)
            if self.lock.opened
            else []
        )
        return [
            Found("Person", f"{row[1]} {row[2]}", str(row[3] or ""), partial(self.show_row, str(row[0])))
            for row in rows
        ]

    def reload(self) -> None:
        """What is shown, as it stands now."""
        if self.register is not None:
            self.register.reload()
        elif self._pile.currentWidget() is not self.unlocking.face_now():
            self._show_closed()

    def status_text(self) -> str:
        """What the side shown says; of a locked register nothing."""
        return self.register.status_text() if self.register is not None else "Locked"

    def focus_first(self) -> None:
        """Where the work begins, or the field of the passphrase."""
        (self.register.focus_first if self.register is not None else self.unlocking.face_now().setFocus)()

    def focus_filter(self) -> None:
        """The filter of the side shown."""
        if self.register is not None:
            self.register.focus_filter()
        else:
            self.focus_first()

    def show_row(self, key: str) -> None:
        """A row of the open register."""
        if self.register is not None:
            self.register.show_row(key)
