"""What the sides of the i-Work page have in common: they are made when the register opens and go when it locks."""

from collections.abc import Callable
from datetime import datetime

from desktop import clock
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.page import Desk


class IWorkSide(PageSide):
    """A side of the open register. `desk` is on the register's file; `office` on the office's, only read here."""

    def __init__(self, desk: Desk, office: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        self.office = office  # a table may read it as it is made
        super().__init__(desk, now=now)
