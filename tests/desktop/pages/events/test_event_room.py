"""One event with its sides: a tab each, of which one at a time has the event."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.events import event_views
from desktop.pages.events.event_people import PeopleView
from desktop.pages.events.event_view import EventView
from desktop.pages.events.event_views import VIEWS
from desktop.pages.events.forums import ForumsPage
from desktop.shell.actions import Action
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile
from tests.desktop.pages.forum_desk import NOW, TITLE, fill_county, invite, make_forums_window, plan_forum
from tests.desktop.pages.register_desk import make_real_desk


class Chairs(EventView):
    """A side that only this test knows."""

    tab = "Chairs"

    def reload(self) -> None:
        self.shown = [*getattr(self, "shown", []), self.event_id]

    def actions_here(self) -> list[Action]:
        return [Action("stack", "Stack the chairs", self.setFocus, enabled=lambda: bool(self.event_id))]

    def status_text(self) -> str:
        return "40 chairs"

    def row_for_history(self) -> tuple[str, str]:
        return "participant", ""


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[ForumsPage]:
    monkeypatch.setattr(event_views, "VIEWS", (PeopleView, Chairs))
    clock: list[datetime] = [NOW]
    window, made = make_forums_window(desk, qtbot, clock)
    yield made
    window.close()


def action(page: ForumsPage, label: str) -> Action:
    return next(one for one in page.page_actions() if one.label == label)


def test_people_are_the_side_an_event_opens_with() -> None:
    assert VIEWS[0] is PeopleView


def test_only_the_side_that_is_shown_has_the_event(page: ForumsPage, desk: Desk) -> None:
    event = plan_forum(desk.db)
    invite(desk.db, event, "Ada Example")
    page.show_row(event)
    chairs, stack = page.room.side(Chairs), action(page, "Stack the chairs")
    assert (stack.menu, stack.ready()) == ("Chairs", False)
    action(page, "Chairs").run()
    assert (page.room.event_id, chairs.event_id, page.people.event_id) == (event, event, "")
    assert page.status_text() == "40 chairs"
    assert stack.ready()
    assert not action(page, "History of this row").ready()
    action(page, "People").run()
    assert (chairs.event_id, page.people.event_id) == ("", event)
    assert page.status_text() == "1 row"
    action(page, "All forums").run()
    assert (page.room.event_id, page.people.event_id) == ("", "")


def test_a_tab_turns_to_its_side_and_the_next_event_opens_by_it(page: ForumsPage, desk: Desk) -> None:
    first, second = plan_forum(desk.db), plan_forum(desk.db, title="Another forum")
    page.show_people(first)
    page.room.tabs.bar.setCurrentIndex(1)
    assert page.room._title.text() == TITLE
    assert (page.room.current.tab, page.room.current.event_id) == ("Chairs", first)
    page.room.show_event(second)
    assert (page.room._title.text(), page.room.current.event_id) == ("Another forum", second)


def test_an_event_that_is_taken_away_is_left(page: ForumsPage, desk: Desk) -> None:
    from resources.database import history

    event = plan_forum(desk.db)
    page.show_side(Chairs, event)
    history.undo(desk.db)
    page.reload()
    assert page.room.event_id == ""
