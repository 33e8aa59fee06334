"""What the sides of the i-Work page have in common: they are made when the register opens and go when it locks."""

from collections.abc import Callable
from datetime import datetime

from desktop import clock
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.page import Desk
from workforce.iwork.people.views import note_view


class IWorkSide(PageSide):
    """A side of the open register. `desk` is on the register's file; `office` on the office's, only read here."""

    def __init__(self, desk: Desk, office: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        self.office = office  # a table may read it as it is made
        super().__init__(desk, now=now)

    def looked(self, person_id: str, what: str) -> None:
        """Somebody is shown here, more than by their line in a list: that is kept."""
        if not self._desk.opened.read_only:
            note_view(self._desk.db, person_id, what, now=self._now())
