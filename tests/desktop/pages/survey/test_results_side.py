"""The results of a wave: its list, its filters, its charts and what is taken away, by keyboard and mouse."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.pages.survey import wave_reading
from desktop.pages.survey.question_figures import NO_FIGURE
from desktop.pages.survey.results_entries import LENGTH_OF_SERVICE, RATES, WHO_ANSWERED, WHO_DID_NOT
from desktop.pages.survey.results_side import ResultsSide
from desktop.pages.survey.survey import SurveyPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.bars import Bars
from engagement.register.providers import add_provider
from resources.database import Database, OpenFile, change
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import make_real_desk
from tests.desktop.pages.survey.survey_pages import BUS, FEW, PAY, homes
from tests.workforce.survey.analysis.made_waves import MadeWave, make_wave
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.answers.recording import tie_response
from workforce.survey.answers.responses import response
from workforce.survey.starting import start_survey


@pytest.fixture
def survey_desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    """A desk over a real file."""
    desk = make_real_desk(opened, settings)
    yield desk
    desk.jobs.finish()


@pytest.fixture
def made(db: Database) -> MadeWave:
    return make_wave(db, homes())


@pytest.fixture
def show(survey_desk: Desk, qtbot: QtBot) -> Iterator[Callable[[], SurveyPage]]:
    """Make the page and show it with its results."""
    held = []  # qtbot holds no widget alive

    def shown() -> SurveyPage:
        page = SurveyPage(survey_desk)
        qtbot.addWidget(page)
        page.resize(1189, 640)
        page.show()
        page.tabs.turn_to(results(page))
        held.append(page)
        return page

    yield shown


@pytest.fixture
def side(made: MadeWave, show: Callable[[], SurveyPage]) -> ResultsSide:
    """The results of the wave, at the reasons for vacancies."""
    found = results(show())
    found.show_row(made.id("vacancy_reasons"))
    return found


def results(page: SurveyPage) -> ResultsSide:
    return next(one for one in page.sides if isinstance(one, ResultsSide))


def chart(side: ResultsSide) -> Bars:
    found = side.chart()
    assert isinstance(found, Bars)
    return found


def shares(side: ResultsSide) -> dict[str, float | None]:
    return {name: values[0] for name, values in chart(side).rows if values[0]}


def said(side: ResultsSide) -> str:
    return " ".join(sentence for part in side.paper.figures.parts for sentence in part.said)


def run(page: SurveyPage, name: str) -> None:
    action = next(one for one in page.page_actions() if one.name == name)
    assert action.ready()
    action.run()


def test_without_a_wave_or_answers_it_says_what_comes_next(
    db: Database, show: Callable[[], SurveyPage], qtbot: QtBot
) -> None:
    start_survey(db)
    found = results(show())
    assert found._no_wave.isVisible() and found.table() is None and found.chart() is None
    with qtbot.waitSignal(found.turn_to) as turned:
        found._no_wave.focusProxy().click()
    assert turned.args == ["Waves", ""]


def test_a_wave_that_nobody_answered_leads_to_the_answers(
    db: Database, show: Callable[[], SurveyPage], qtbot: QtBot
) -> None:
    make_wave(db, [])
    found = results(show())
    assert found._no_answers.isVisible()
    with qtbot.waitSignal(found.turn_to) as turned:
        found._no_answers.focusProxy().click()
    assert turned.args == ["Answers", ""]


def test_the_title_is_the_finding_and_the_base_is_said(side: ResultsSide) -> None:
    assert chart(side).title == f"{FEW}: named by 59% of 34"
    assert shares(side) == {FEW: 59.0, BUS: 41.0, PAY: 35.0}
    assert "% of the 34 that answered, 1 October 2019." in chart(side).subtitle
    assert (
        said(side)
        == "Base: 34 responses that answered this. Apart: don’t know 1, not applicable 1, no answer 4."
    )
    low, high = chart(side).range(0, 0) or (0, 0)
    assert 40 < low < 59 < high < 80
    assert f"{FEW} 59%" not in chart(side).in_words() and f"{FEW}: 59% (" in chart(side).in_words()
    table = side.table()
    assert table is not None and table.rows[0][:3] == (FEW, 20, 59)
    assert side.status_text() == "40 responses"


def test_arrows_go_through_the_list_over_its_headings(side: ResultsSide, made: MadeWave) -> None:
    side.focus_first()
    side.list.go_to(WHO_ANSWERED)
    for _ in range(3):
        QTest.keyClick(side.list, Qt.Key.Key_Down)
    assert side.list.key == RATES
    QTest.keyClick(side.list, Qt.Key.Key_Down)
    assert side.list.key == made.id("vacancy_reasons")
    assert side.row_for_history() == ("survey_question", made.id("vacancy_reasons"))
    assert chart(side).title == f"{FEW}: named by 59% of 34"


def test_a_filter_answers_at_once_and_says_so_until_it_is_lifted(side: ResultsSide) -> None:
    side.filters.fields[GroupBy.KIND].show_answer(("home_care",))
    assert chart(side).title == f"{BUS}: named by 100% of 14 (small base)"
    assert chart(side).subtitle.endswith("Only: Home care.")
    assert side.status_text() == "14 of 40 responses"
    side.filters.good.show_answer(True)
    assert side.status_text() == "7 of 40 responses"
    assert side.paper.figures.parts[0].title == "Too few answered to give percentages: 7 responses"
    assert side.chart() is None
    side.filters.lift.click()
    assert chart(side).title == f"{FEW}: named by 59% of 34"
    assert not side.filters.lift.isVisible()


def test_filters_that_leave_nobody_say_so(side: ResultsSide) -> None:
    side.filters.fields[GroupBy.KIND].show_answer(("home_care",))
    side.filters.fields[GroupBy.DISTRICT].show_answer(("Ashfield",))
    title = side.paper.figures.parts[0].title
    assert title == "No response is left of: Home care; Ashfield. Lift the filters to see all of them."


def test_filters_are_remembered_in_the_next_window(
    side: ResultsSide, show: Callable[[], SurveyPage], made: MadeWave
) -> None:
    side.filters.fields[GroupBy.KIND].show_answer(("home_care",))
    side.filters.weigh.show_answer(True)
    found = results(show())
    assert found.filters.chosen.kinds == ("home_care",) and found.filters.weighted
    assert found.list.key == made.id("vacancy_reasons")


def test_who_counts_twice_is_said_in_the_notes(side: ResultsSide, db: Database, made: MadeWave) -> None:
    assert "more than one response" not in " ".join(side.paper.figures.parts[0].notes)
    twin, other = (response(db, key) for key in made.responses[:2])
    tie_response(db, other.id, twin.provider_id, twin.services)
    assert "1 service has more than one response that counts" in " ".join(side.paper.figures.parts[0].notes)


def test_weighted_shares_stand_beside_those_as_answered(side: ResultsSide) -> None:
    side.filters.weigh.show_answer(True)
    assert chart(side).series == ("As answered", "Weighted by kind of service")
    # 26 of 26 residential homes and 14 of 24 home care services answered: care counts for more
    weighted = {name: values[1] for name, values in chart(side).rows if values[0]}
    assert (weighted[BUS] or 0) > (shares(side)[BUS] or 0)
    assert "Weighted by kind of service to the population invited." in said(side)
    first = max(weighted, key=lambda name: weighted[name] or 0)
    assert chart(side).title == f"{first}: named by {weighted[first]:.0f}% of 34, weighted"
    places = {row[0]: row[4] for row in side.table().rows}  # type: ignore[union-attr]
    assert places[first] == "1"
    side.filters.fields[GroupBy.SIZE].show_answer(("medium",))
    assert "Not weighted. The size of those who did not answer is not known" in said(side)


def test_a_split_shows_each_group_and_the_chart_follows_the_cursor(side: ResultsSide) -> None:
    side.split.field.show_answer("kind")
    assert chart(side).title == f"{FEW}: from 0% (Home care) to 100% (Residential home)"
    assert [name for name, _ in chart(side).rows] == ["All", "Residential home", "Home care"]
    table = side.paper.tables[0]
    table.go_to(side.paper.figures.parts[0].keys[1])
    assert chart(side).title == f"{BUS}: from 0% (Residential home) to 100% (Home care)"
    assert side.paper.charts[0].accessibleName() == chart(side).title


def test_a_split_is_weighted_too_and_figures_are_not(side: ResultsSide, made: MadeWave) -> None:
    side.filters.weigh.show_answer(True)
    side.split.field.show_answer("kind")
    assert chart(side).series == ("As answered", "Weighted by kind of service")
    all_of_them = chart(side).rows[0][1]
    assert all_of_them[0] == 59.0 and (all_of_them[1] or 0) < 59.0
    assert chart(side).title == f"{FEW}: from 0% (Home care) to 100% (Residential home), weighted"
    side.list.go_to(made.id("staff"))
    assert "Not weighted: that is for rates and for questions that are answered by choosing." in said(side)
    side.list.go_to(RATES)
    assert "Weighted by kind of service to the population invited." in said(side)


def test_a_question_may_be_split_by_another(side: ResultsSide, made: MadeWave) -> None:
    side.split.field.show_answer(made.id("best_advertising"))
    assert [name for name, _ in chart(side).rows] == ["All", "Word of mouth"]
    side.split.field.box.setEditText("Where do you adv")
    assert [name for name, _ in chart(side).rows] == ["All", "Word of mouth"]
    side.list.go_to(made.id("best_advertising"))
    assert side.split.by is None  # a question is not split by itself; the choice waits for the next
    side.list.go_to(made.id("vacancy_reasons"))
    assert side.split.by == made.id("best_advertising")


def test_figures_are_shown_by_their_median_and_quartiles(side: ResultsSide, made: MadeWave) -> None:
    side.list.go_to(made.id("staff"))
    assert chart(side).title.startswith("Half gave 25.5 people or fewer; the middle half from ")
    assert {name: values[0] for name, values in chart(side).rows} == {
        "All": 25.5, "Residential home": 18.5, "Home care": 60.0,
    }  # fmt: skip
    assert "Together: 1,240 people." in said(side)
    side.split.field.show_answer("size")
    assert [name for name, _ in chart(side).rows][1] == "Micro, 1–9 staff"


def test_a_text_that_nobody_coded_leads_to_the_coding(side: ResultsSide, made: MadeWave) -> None:
    side.list.go_to(made.id("one_thing"))
    assert "Nobody has answered this" in side.paper.figures.parts[0].title
    assert "In words" in side.paper.figures.parts[0].notes[0]


def test_who_answered_and_who_did_not(side: ResultsSide) -> None:
    side.list.go_to(WHO_ANSWERED)
    assert chart(side).title == "40 of 50 services invited answered (80.0%)"
    assert not side.split.isEnabled()
    assert side.row_for_history() == ("survey_question", "")
    side.list.go_to(WHO_DID_NOT)
    assert [part.title for part in side.paper.figures.parts][-1] == "Who did not answer"
    assert len(side.paper.figures.parts[-1].table.rows) == 10  # type: ignore[union-attr]
    side.filters.fields[GroupBy.SIZE].show_answer(("medium",))
    assert "Lift the filter by size" in side.paper.figures.parts[0].title


def test_charts_hide_what_their_tables_hide(side: ResultsSide) -> None:
    side.split.field.show_answer("kind")
    side.filters.good.show_answer(True)
    small = next(values for name, values in chart(side).rows if name == "Home care")
    assert small == (None,) and NO_FIGURE in chart(side).in_words() and "of 7" not in chart(side).in_words()
    side.filters.fields[GroupBy.KIND].show_answer(("home_care",))
    side.list.go_to(WHO_ANSWERED)
    for part in side.paper.figures.parts:
        assert isinstance(part.chart, Bars) and part.table is not None
        hidden = {row[0] for row in part.table.rows if row[3] is None}
        drawn = {name: values[0] for name, values in part.chart.rows}
        assert all(drawn[name] is None for name in hidden if name in drawn)


def test_without_an_active_contract_that_share_is_left_out_and_said_so(
    side: ResultsSide, db: Database
) -> None:
    with change(db, "No contract"):
        for key in [str(one[0]) for one in db.rows("select id from survey_invited")]:
            db.update_row("survey_invited", key, {"active": 0})
    side.list.go_to(WHO_ANSWERED)
    assert chart(side).series == ("Of those invited",) and "nobody" not in chart(side).in_words()
    assert said(side).count("No active contract is recorded") == 1


def test_length_of_service_and_rates(side: ResultsSide) -> None:
    side.list.go_to(LENGTH_OF_SERVICE)
    assert side.paper.figures.parts[0].title == "Nobody has answered all five questions on length of service"
    side.list.go_to(RATES)
    assert chart(side).series == ("Pooled", "Typical")
    assert chart(side).title.startswith("Vacancy rate: 5% of all together, ")
    assert (
        side.paper.figures.parts[1].title == "Turnover rate by kind of service"
        or len(side.paper.figures.parts) > 1
    )


def test_a_change_in_the_file_is_counted_and_where_the_cursor_was_it_stays(
    side: ResultsSide, db: Database, made: MadeWave
) -> None:
    with change(db, "Another counts"):
        db.update_row("survey_response", made.responses[0], {"counts": 0})
    assert chart(side).title == f"{FEW}: named by 58% of 33"
    add_provider(db, name="Somebody else Ltd")
    assert side.list.key == made.id("vacancy_reasons")


def test_the_chart_is_copied_and_saved_as_a_picture(
    made: MadeWave, show: Callable[[], SurveyPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show()
    results(page).list.go_to(made.id("vacancy_reasons"))
    run(page, "copy_picture")
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1800
    path = tmp_path / "Reasons.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    run(page, "save_picture")
    assert QImage(str(path)).text("Title") == f"{FEW}: named by 59% of 34"
    run(page, "copy_table")
    assert FEW in QGuiApplication.clipboard().text()


def test_a_large_wave_is_read_beside_the_window_and_the_last_one_asked_is_shown(
    made: MadeWave, show: Callable[[], SurveyPage], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(wave_reading, "LARGE", 1)
    found = results(show())
    found.list.go_to(made.id("vacancy_reasons"))
    found.filters.fields[GroupBy.KIND].show_answer(("home_care",))
    qtbot.waitUntil(lambda: found.shown is not None)
    found.list.go_to(made.id("vacancy_reasons"))
    assert chart(found).title == f"{BUS}: named by 100% of 14 (small base)"


def test_reading_that_is_stopped_says_so(
    made: MadeWave,
    show: Callable[[], SurveyPage],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    survey_desk: Desk,
) -> None:
    monkeypatch.setattr(wave_reading, "LARGE", 1)
    found = results(show())
    found.reading.stopped.emit()
    assert found.paper.figures.parts[0].title.startswith("Reading was stopped.")
    qtbot.waitUntil(lambda: not survey_desk.jobs.busy)


def test_everything_on_it_has_a_name(side: ResultsSide) -> None:
    assert audit(side) == []
