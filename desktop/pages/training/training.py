"""The training page: sessions, who has what, records, learning packages, courses and learners."""

from collections.abc import Callable
from datetime import datetime

from desktop import clock
from desktop.pages.sides.sides_page import PageSide, SidesPage
from desktop.pages.training.courses_side import CoursesSide
from desktop.pages.training.learners_side import LearnersSide
from desktop.pages.training.matrix_side import MatrixSide
from desktop.pages.training.packages_side import PackagesSide
from desktop.pages.training.records_side import RecordsSide
from desktop.pages.training.sessions_side import SessionsSide
from desktop.shell.page import Desk

SIDES: tuple[type[PageSide], ...] = (
    SessionsSide,
    MatrixSide,
    RecordsSide,
    PackagesSide,
    CoursesSide,
    LearnersSide,
)
"""In the order of their tabs."""


class TrainingPage(SidesPage):
    """A tab for each side of training."""

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, tuple(side(desk, now=now) for side in SIDES), "Sides of training")
