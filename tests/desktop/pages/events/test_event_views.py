"""The sides of an event: a name each, and no act that two of them share."""

from collections import Counter

import pytest

from desktop.pages.events.event_people import PeopleView
from desktop.pages.events.event_views import VIEWS, event_views
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile
from tests.desktop.pages.forum_desk import NOW
from tests.desktop.pages.register_desk import make_real_desk


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    return make_real_desk(opened, settings)


def test_an_event_opens_with_its_people() -> None:
    assert VIEWS[0] is PeopleView
    assert [tab for tab, times in Counter(view.tab for view in VIEWS).items() if times > 1 or not tab] == []


def test_no_two_sides_share_an_act_or_a_shortcut(desk: Desk) -> None:
    views = event_views(desk, now=lambda: NOW)
    acts = [act for view in views for act in view.actions_here()]
    for words in ([act.name for act in acts], [act.shortcut for act in acts if act.shortcut]):
        assert [word for word, times in Counter(words).items() if times > 1] == []
    assert not any(act.ready() for act in acts)  # no event is shown
    for view in views:
        view.deleteLater()
