"""The register while it is open: a tab for each side. It is made as the register opens, and goes as it locks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from desktop import clock
from desktop.pages.iwork.carving_side import CarvingSide
from desktop.pages.iwork.employers_side import EmployersSide
from desktop.pages.iwork.figures_side import FiguresSide
from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.lock_side import LockSide
from desktop.pages.iwork.matching_side import MatchingSide
from desktop.pages.iwork.people_side import PeopleSide
from desktop.pages.iwork.placements_side import PlacementsSide
from desktop.pages.iwork.posts_side import PostsSide
from desktop.pages.iwork.todo_side import ToDoSide
from desktop.pages.sides.sides_page import SidesPage
from desktop.shell.changes import Changes
from desktop.shell.page import Desk
from resources.database import OpenFile

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


def register_desk(office: Desk, opened: OpenFile) -> Desk:
    """What the sides are given: the register's own file and changes, and all else as the office's pages have it."""
    changes = Changes()
    opened.db.on_change.append(changes.tell)
    return replace(office, db=opened.db, changes=changes, opened=opened)


class OpenRegister(SidesPage):
    """Its sides. `desk` is on the register's file, `office` on the office's."""

    def __init__(self, desk: Desk, office: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        self.office = office
        super().__init__(desk, tuple(side(desk, office, now=now) for side in SIDES), "Sides of i-Work")
