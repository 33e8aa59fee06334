"""The register while it is open: a tab for each side. It is made as the register opens, and goes as it locks."""

from collections.abc import Callable
from datetime import datetime

from desktop import clock
from desktop.dialogs.iwork.kept_drafts import KeptDrafts
from desktop.pages.iwork.carving_side import CarvingSide
from desktop.pages.iwork.draft_keeping import DraftKeeping, KeptNotice
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
from desktop.pages.sides.sides_page import SidesPage
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from workforce.iwork.people.views import note_row_view

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
    """Its sides. `desk` is on the register's file, `office` on the office's."""

    def __init__(self, desk: Desk, office: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        self.office, self._clock = office, now
        super().__init__(desk, tuple(side(desk, office, now=now) for side in SIDES), "Sides of i-Work")
        self.drafts = DraftKeeping(desk.opened, self._chosen_key, now)
        self.kept_notice = KeptNotice(self.drafts)
        self.kept_notice.read_asked.connect(self._read_drafts)
        self.column.insertWidget(0, self.kept_notice)

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
        dialog = KeptDrafts(self.drafts.kept(), self)
        dialog.throw_asked.connect(self.drafts.forget)
        dialog.open()
