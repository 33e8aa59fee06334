"""The register while it is open: a tab for each side. It is made as the register opens, and goes as it locks."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.dialogs.iwork.kept_drafts import KeptDrafts
from desktop.locking.register_lock import RegisterLock
from desktop.pages.iwork.carving_side import CarvingSide
from desktop.pages.iwork.draft_keeping import DraftKeeping, KeptNotice, Notice
from desktop.pages.iwork.employers_side import EmployersSide
from desktop.pages.iwork.figures_side import FiguresSide
from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.lock_side import LockSide
from desktop.pages.iwork.matching_side import MatchingSide
from desktop.pages.iwork.people_side import PeopleSide
from desktop.pages.iwork.placements_side import PlacementsSide
from desktop.pages.iwork.posts_side import PostsSide
from desktop.pages.iwork.register_desk import register_desk
from desktop.pages.iwork.todo_side import ToDoSide
from desktop.pages.iwork.unlocking import Unlocking
from desktop.pages.sides.sides_page import SidesPage
from desktop.shell.looks.look import PANE
from desktop.shell.messages import announce
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from engagement.register.sample_data import is_sample
from resources.database.locked.recovery import RecoveryCode
from workforce.iwork.people.views import note_row_view, note_view

__all__ = ["SIDES", "OpenRegister", "register_desk"]

SIDES: tuple[type[IWorkSide], ...] = (
    PeopleSide,
    EmployersSide,
    PostsSide,
    CarvingSide,
    MatchingSide,
    PlacementsSide,
    ToDoSide,
    FiguresSide,
    LockSide,
)
"""In the order of their tabs."""


class OpenRegister(SidesPage):
    """Its sides. `desk` is on the register's file, `office` on the office's; `sides` always has that of the lock."""

    def __init__(
        self,
        desk: Desk,
        office: Desk,
        *,
        now: Callable[[], datetime] = clock.now,
        sides: Sequence[type[IWorkSide]] = SIDES,
    ) -> None:
        self.office, self._clock = office, now
        super().__init__(desk, tuple(side(desk, office, now=now) for side in sides), "Sides of i-Work")
        self.drafts = DraftKeeping(desk.opened, self._chosen_key, now)
        self.kept_notice = KeptNotice(self.drafts)
        self.kept_notice.read_asked.connect(self._read_drafts)
        self.warning_notice = Notice(
            "Nobody is doing anything here: the register locks in a minute. Any key keeps it open."
        )
        self.unproved_notice = Notice(
            "The recovery sheet has not been proved. Type its code once, to be sure that it opens the register."
        )
        self.unproved_notice.add_way("Prove the recovery sheet…").clicked.connect(self._prove)
        above = QVBoxLayout()
        above.setContentsMargins(PANE, 0, PANE, 4)
        above.setSpacing(4)
        for notice in (self.warning_notice, self.unproved_notice, self.kept_notice):
            above.addWidget(notice)
        self.column.insertLayout(0, above)
        self.warning_notice.hide()
        self.unproved_notice.hide()

    def _prove(self) -> None:
        self.show_sheet()

    # Under its lock

    def attach(self, lock: RegisterLock, unlocking: Unlocking) -> None:
        """The lock that it stands under; a copy that is not locked has none."""
        self.lock_side.attach(lock, unlocking)
        self.lock_side.lock_changed.connect(self._show_proof)
        self._show_proof()

    @property
    def lock_side(self) -> LockSide:
        """The side of its lock and backups."""
        return next(side for side in self.sides if isinstance(side, LockSide))

    def show_sheet(self, code: RecoveryCode | None = None) -> None:
        """Show the code of a new recovery sheet, to be typed back; without one, that of the sheet in force is typed."""
        self.lock_side.acts.show_sheet(code)

    def reload(self) -> None:
        """What is shown, as it stands now."""
        super().reload()
        self._show_proof()

    def _show_proof(self) -> None:
        acts = self.lock_side.acts
        self.unproved_notice.setVisible(
            acts.may_change() and not is_sample(self.office.db) and self.lock_side.proved_on() is None
        )

    def warn(self) -> None:
        """Nobody has done anything for a while."""
        self.warning_notice.show()
        announce(self, self.warning_notice.words.text())

    def stop_warning(self) -> None:
        """Somebody is there."""
        self.warning_notice.hide()

    def end_jobs(self) -> None:
        """What runs on the register ends; nobody is told what came of it."""
        self._desk.jobs.finish()

    # What was being typed

    def dialog_opens(self, dialog: FormDialog) -> None:
        """What was typed in it when the register locked stands there again."""
        self.drafts.offer(dialog)

    def _history(self) -> None:
        """The history of a person’s row tells all that a look at them does."""
        if not self._desk.opened.read_only:
            note_row_view(self._desk.db, *self.current.row_for_history(), "History", now=self._clock())
        super()._history()

    def _chosen_key(self) -> str:
        return self.current.row_for_history()[1]

    def _read_drafts(self) -> None:
        kept = self.drafts.kept()
        for one in kept if not self._desk.opened.read_only else ():
            note_view(self._desk.db, one.about, "What was being typed", now=self._clock())
        dialog = KeptDrafts(kept, self)
        dialog.throw_asked.connect(self.drafts.forget)
        dialog.open()
