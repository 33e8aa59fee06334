"""The fund of the next year, started from the one chosen."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.fund import StartNextYear
from desktop.shell.page import Desk
from workforce.funding.funds.funds import Fund
from workforce.funding.rulebook import next_year


def start_next_year(
    desk: Desk, view: QWidget, held: Fund, added: Callable[[str], object], *, today: date
) -> None:
    """Ask what it is called, start it, and tell `added` its key."""
    copy = next_year.copied(desk.db, held, today=today)
    dialog = StartNextYear(held, next_year.next_name(held), copy.words, view)
    dialog.ask(partial(_start, desk, held, added, today))


def _start(desk: Desk, held: Fund, added: Callable[[str], object], today: date, name: str) -> None:
    made = next_year.start_next_year(desk.db, held.id, today=today, name=name)
    desk.messages.done(f"Started {made.name} from {held.name}")
    added(made.id)
