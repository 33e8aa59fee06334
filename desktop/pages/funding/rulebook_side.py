"""The rules that say who may claim, in plain words."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.pages.sides_page import PageSide
from desktop.shell.page import Desk
from desktop.widgets.empty import EmptyPage


class RulebookSide(PageSide):
    """The rules that say who may claim, in plain words."""

    tab = "Rulebook"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        column = QVBoxLayout(self)
        column.addWidget(EmptyPage("No rule is held yet."))
