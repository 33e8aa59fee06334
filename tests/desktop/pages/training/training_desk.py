"""The training page over a real file, turned to one of its sides."""

from datetime import UTC, datetime
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.pages.sides.sides_page import PageSide
from desktop.pages.training.training import TrainingPage
from desktop.shell.page import Desk
from tests.desktop.widgets.words_shown import words

NOW = datetime(2020, 6, 1, 9, tzinfo=UTC)
TODAY = NOW.date()

S = TypeVar("S", bound=PageSide)


def a_page(desk: Desk, qtbot: QtBot, kind: type[S]) -> tuple[TrainingPage, S]:
    """The page and its side of a kind, shown."""
    page = TrainingPage(desk, now=lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1189, 640)
    page.reload()
    page.show()
    side = next(one for one in page.sides if isinstance(one, kind))
    page.tabs.turn_to(side)
    return page, side


def act(side: PageSide, name: str) -> None:
    """Run an action that can be run."""
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def ready(side: PageSide, name: str) -> bool:
    """Whether an action can be run."""
    return next(one for one in side.actions_here() if one.name == name).ready()


def said(widget: QWidget) -> str:
    """All that it says."""
    return "\n".join(words(widget))


def fill(dialog: QWidget, **answers: object) -> None:
    """Answer fields of a dialog."""
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)  # type: ignore[attr-defined]
