"""Home: what wants doing with the button that goes there, and the charts."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.pages.home import HomePage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.chart import BarChart
from engagement.register.council import set_council
from engagement.register.providers import add_provider
from engagement.register.services import edit_service
from resources.database import Database, OpenFile, change, new_key
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import add_home, make_real_desk

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)


@pytest.fixture
def home_desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    """A desk over a real file."""
    desk = make_real_desk(opened, settings)
    yield desk
    desk.jobs.finish()


@pytest.fixture
def asked() -> list[str]:
    """What was asked for."""
    return []


@pytest.fixture
def page(home_desk: Desk, asked: list[str], qtbot: QtBot) -> HomePage:
    """The page on a day in March 2026, shown."""
    made = HomePage(home_desk, explore_sample=lambda: asked.append("sample"), now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.show()
    return made


def buttons(page: HomePage) -> list[QPushButton]:
    return [one for one in page.findChildren(QPushButton) if one.isVisibleTo(page)]


def charts(page: HomePage) -> list[str]:
    return [one.bars.title for one in page.findChildren(BarChart) if not one.isHidden()]


def add_rated_home(db: Database, rating: str = "inadequate") -> str:
    service = add_home(db)
    edit_service(db, service.id, authority="Nottinghamshire", district="Mansfield")
    set_council(db, "Nottinghamshire")
    with change(db, "Rated"):
        db.insert_row("rating", {"id": new_key(), "service_id": service.id, "key_question": "overall",
                                 "rating": rating, "published_on": "2026-02-02"})  # fmt: skip
    return service.id


def test_an_empty_file_offers_the_import_and_sample_data(
    page: HomePage, asked: list[str], qtbot: QtBot
) -> None:
    assert [one.text() for one in buttons(page)] == ["Import CQC files", "Explore sample data"]
    buttons(page)[1].click()
    assert asked == ["sample"]
    with qtbot.waitSignal(page._desk.navigator.asked) as heard:
        buttons(page)[0].click()
    assert heard.args == ["imports", ""]


def test_a_line_goes_to_its_row(page: HomePage, qtbot: QtBot) -> None:
    key = add_rated_home(page._desk.db)
    qtbot.waitUntil(lambda: any(one.text() == "Open the service" for one in buttons(page)))
    (line,) = [one for one in buttons(page) if one.text() == "Open the service"]
    assert line.accessibleName() == "Open the service: Example House is newly Inadequate"
    with qtbot.waitSignal(page._desk.navigator.asked) as heard:
        line.click()
    assert heard.args == ["providers", key]
    assert page.status_text() == "3 things to do"  # the others: it has no buddy, and was offered no package


def test_nothing_waits_is_said(page: HomePage) -> None:
    add_rated_home(page._desk.db, "good")
    assert page.status_text() == "nothing waits"


def test_charts_appear_when_there_is_something_to_show(page: HomePage, qtbot: QtBot) -> None:
    add_rated_home(page._desk.db)
    titles = ["Ratings in Nottinghamshire", "Inspections by quarter", "Services by district"]
    qtbot.waitUntil(lambda: charts(page) == titles)


def test_without_charts_a_button_asks_which_council_it_is(home_desk: Desk, qtbot: QtBot) -> None:
    asked: list[str] = []
    page = HomePage(home_desk, ask_council=lambda: asked.append("council"), now=lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    add_provider(home_desk.db, name="Example Ltd")
    page.reload()
    qtbot.waitUntil(lambda: [one.text() for one in buttons(page)].count("Your council…") == 1)
    next(one for one in buttons(page) if one.text() == "Your council…").click()
    assert asked == ["council"]


def test_the_focus_is_on_the_first_line(page: HomePage, qtbot: QtBot) -> None:
    add_rated_home(page._desk.db)
    page.focus_first()
    assert page._first is not None
    assert page._first.accessibleName().startswith("Open the worklist: Example House became Inadequate")


def test_everything_has_a_name(page: HomePage) -> None:
    assert audit(page) == []
    add_rated_home(page._desk.db)
    assert audit(page) == []


def test_the_day_is_that_of_the_clock(page: HomePage) -> None:
    add_rated_home(page._desk.db)
    chart = next(one for one in page.findChildren(BarChart) if one.bars.title == "Ratings in Nottinghamshire")
    assert date(2026, 3, 4).strftime("%Y") in chart.bars.subtitle
