"""The funnel on the page: both ways of counting beside each other, by kind, and what cannot be right."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.pages.survey import wave_reading
from desktop.pages.survey.funnel_side import FunnelSide
from desktop.pages.survey.survey import SurveyPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.bars import Bars
from resources.database import Database, OpenFile
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import make_real_desk
from tests.desktop.pages.survey.survey_pages import homes
from tests.workforce.survey.analysis.made_waves import Home, MadeWave, make_wave
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.starting import start_survey
from workforce.survey.vocabulary import FUNNEL
from workforce.survey.waves.asking import drop_asked

_ATTENDED = "Of those invited, attended"


@pytest.fixture
def survey_desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    """A desk over a real file."""
    desk = make_real_desk(opened, settings)
    yield desk
    desk.jobs.finish()


@pytest.fixture
def show(survey_desk: Desk, qtbot: QtBot) -> Iterator[Callable[[], FunnelSide]]:
    """Make the page and show it with the funnel."""
    held = []  # qtbot holds no widget alive

    def shown() -> FunnelSide:
        page = SurveyPage(survey_desk)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(1189, 640)
        page.show()
        side = next(one for one in page.sides if isinstance(one, FunnelSide))
        page.tabs.turn_to(side)
        return side

    yield shown


@pytest.fixture
def made(db: Database) -> MadeWave:
    return make_wave(db, homes())


@pytest.fixture
def side(made: MadeWave, show: Callable[[], FunnelSide]) -> FunnelSide:
    return show()


def bars(side: FunnelSide, title: str = "") -> Bars:
    """The chart with this title, the first one without."""
    charts = [part.chart for part in side.paper.figures.parts if isinstance(part.chart, Bars)]
    return next(one for one in charts if one.title.startswith(title))


def words(chart: Bars, name: str) -> tuple[str, ...]:
    at = next(at for at, (row, _) in enumerate(chart.rows) if row == name)
    return tuple(chart.words(at, series) for series in range(len(chart.series)))


def test_each_step_is_pooled_and_typical_beside_each_other(side: FunnelSide) -> None:
    # 20 homes had 6 of 10 attend and 14 services 2 of 8: 148 of 312 people, the median of 34 being 60 %
    assert bars(side).title == "47% of those invited attended and 50% of those who attended were appointable"
    assert bars(side).series == ("All people (pooled)", "Typical provider (median)")
    assert words(bars(side), _ATTENDED) == ("47% (148 of 312 people)", "60% (34 providers)")
    table = side.table()
    assert table is not None
    assert next(row for row in table.rows if row[0] == _ATTENDED)[1:6] == (
        "47%",
        "148 of 312",
        34,
        "60%",
        "25% to 60%",
    )
    assert side.status_text() == "40 responses"


def test_what_comes_of_all_who_applied_and_each_kind(side: FunnelSide) -> None:
    begin = bars(side, "What comes of 100 people who applied")
    assert words(begin, "Attended") == ("27% (148 of 540 people)",)
    kinds = bars(side, f"{_ATTENDED}, by kind of service")
    assert words(kinds, "Residential home") == (
        "60% (120 of 200 people, small base)",
        "60% (20 providers, small base)",
    )


def test_a_range_is_drawn_from_the_lowest_to_the_highest_that_it_may_be(
    db: Database, show: Callable[[], FunnelSide]
) -> None:
    given = [Home(answers={"invited": 10, "attended": (4, 8)}) for _ in range(30)]
    make_wave(db, given)
    side = show()
    chart = bars(side)
    at = next(at for at, (name, _) in enumerate(chart.rows) if name == _ATTENDED)
    assert chart.rows[at][1] == (None, None)
    assert chart.range(at, 0) == (40.0, 80.0)
    assert chart.words(at, 0) == "40% to 80% (120 to 240 of 300 people)"


def test_few_people_are_not_shown(db: Database, show: Callable[[], FunnelSide]) -> None:
    make_wave(db, [Home(answers={"invited": 10, "attended": int(at < 2)}) for at in range(12)])
    side = show()
    assert words(bars(side), _ATTENDED)[0] == "[c] few people"


def test_what_cannot_be_right_is_listed_and_its_answers_opened(
    side: FunnelSide, made: MadeWave, qtbot: QtBot
) -> None:
    assert side.model.row(0)[1:3] == (35, "9 attended of 3 invited")
    side.queries.setFocus()
    side.queries.go_to_first()
    assert side.row_for_history() == ("survey_response", made.responses[34])
    with qtbot.waitSignal(side.turn_to) as turned:
        QTest.keyClick(side.queries, Qt.Key.Key_Return)
    assert turned.args == ["Answers", made.responses[34]]


def test_filters_answer_at_once(side: FunnelSide) -> None:
    side.filters.fields[GroupBy.KIND].show_answer(("home_care",))
    assert words(bars(side), _ATTENDED)[0] == "25% (28 of 112 people, small base)"
    assert bars(side).subtitle.endswith("Only: Home care.")
    assert side.queries.isHidden() and "Nothing to query" in side._heading.text()


def test_filters_that_are_remembered_are_kept_from_the_beginning(
    side: FunnelSide, show: Callable[[], FunnelSide]
) -> None:
    side.filters.fields[GroupBy.KIND].show_answer(("home_care",))
    again = show()
    assert again.filters.chosen.kinds == ("home_care",)
    assert bars(again).subtitle.endswith("Only: Home care.")


def test_nobody_left_says_so(side: FunnelSide) -> None:
    side.filters.fields[GroupBy.SIZE].show_answer(("micro",))
    side.filters.good.show_answer(True)
    side.filters.fields[GroupBy.KIND].show_answer(("home_care",))
    assert side.paper.figures.parts[0].title.startswith("Nobody left has given figures on recruiting.")


def test_a_wave_that_did_not_ask_for_people_says_so(db: Database, show: Callable[[], FunnelSide]) -> None:
    made = make_wave(db, [Home(answers={"how_hard": "Very hard"})])
    for stage in FUNNEL:
        drop_asked(db, made.wave_id, made.of_role(stage))
    assert show()._not_asked.isVisible()


def test_without_a_wave_or_answers_it_says_what_comes_next(
    db: Database, show: Callable[[], FunnelSide]
) -> None:
    survey = start_survey(db)
    found = show()
    assert found._no_wave.isVisible() and found.table() is None and found.chart() is None
    make_wave(db, [replace(Home(), invited=False)], survey_id=survey.id)
    assert found._no_answers.isVisible()


def test_a_large_wave_is_counted_beside_the_window(
    made: MadeWave, show: Callable[[], FunnelSide], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(wave_reading, "LARGE", 1)
    side = show()
    side.filters.fields[GroupBy.KIND].show_answer(("home_care",))
    qtbot.waitUntil(lambda: side.found is not None and bool(side.found.filtered_to))
    assert bars(side).subtitle.endswith("Only: Home care.")


def test_everything_on_it_has_a_name(side: FunnelSide) -> None:
    assert audit(side) == []
