"""Which histories can be asked for, and of what they are."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.row_history import RowHistory
from desktop.pages.events.event_histories import EventHistories
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from engagement.forums import events, series
from engagement.forums.events import Event
from resources.database import OpenFile
from tests.desktop.pages.forum_desk import TITLE, fill_county, plan_forum
from tests.desktop.pages.register_desk import dialog_over, make_real_desk


class Chosen:
    """What the page would say is chosen."""

    event: Event | None = None
    row: tuple[str, str] = ("event", "")


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made


def test_each_history_is_offered_when_there_is_one(desk: Desk, page: QWidget) -> None:
    chosen = Chosen()
    histories = EventHistories(desk, page, lambda: chosen.event, row=lambda: chosen.row)
    ready = {one.name: one.ready for one in histories.listed()}
    assert [name for name in ready if ready[name]()] == []
    key = plan_forum(desk.db)
    chosen.event, chosen.row = events.get(desk.db, key), ("event", key)
    assert [name for name in ready if ready[name]()] == ["row_history"]
    series.series_from_event(desk.db, key, "Quarterly forum")
    chosen.event, chosen.row = events.get(desk.db, key), ("participant", "somebody")
    assert [name for name in ready if ready[name]()] == ["row_history", "event_history", "series_history"]


def test_the_forums_history_is_shown_whatever_row_is_chosen(desk: Desk, page: QWidget) -> None:
    key = plan_forum(desk.db)
    histories = EventHistories(
        desk, page, lambda: events.get(desk.db, key), row=lambda: ("participant", "somebody")
    )
    next(one for one in histories.listed() if one.name == "event_history").run()
    dialog = dialog_over(page, RowHistory)
    assert TITLE in dialog.windowTitle()
    dialog.reject()
