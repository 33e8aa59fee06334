"""Which provider has which training, and what is missing or expires."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.pages.sides_page import PageSide
from desktop.shell.page import Desk
from desktop.widgets.empty import EmptyPage


class MatrixSide(PageSide):
    """Which provider has which training, and what is missing or expires."""

    tab = "Who has what"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        column = QVBoxLayout(self)
        column.addWidget(EmptyPage("No training is required of anybody yet."))
