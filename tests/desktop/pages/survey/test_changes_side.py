"""What changed between two waves, on the page: lines with verdicts, one of them over time, breaks and empty pages."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.dialogs.survey.plan_action import WriteAction
from desktop.pages.survey import wave_reading
from desktop.pages.survey.change_words import draft_from, key_of
from desktop.pages.survey.changes_side import ChangesSide
from desktop.pages.survey.survey import SurveyPage
from desktop.pages.survey.waves_side import WavesSide
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.trend import Trend
from resources.database import Database, OpenFile, change
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.workforce.survey.analysis.made_waves import make_wave
from tests.workforce.survey.changes.two_waves import TwoWaves, later_wave, two_waves
from workforce.survey.action_plan.actions import actions
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.changes.change_row import ChangeRow
from workforce.survey.starting import start_survey
from workforce.survey.vocabulary import Measure
from workforce.survey.waves.asking import set_asked_wording

FEW, PAY = "Not enough applicants", "Perception of low pay"


@pytest.fixture
def survey_desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    """A desk over a real file."""
    desk = make_real_desk(opened, settings)
    yield desk
    desk.jobs.finish()


@pytest.fixture
def made(db: Database) -> TwoWaves:
    """40 answered both times: at first all name too few applicants, then 10; pay is named by 20 both times."""
    return two_waves(
        db,
        [
            ({"vacancy_reasons": (FEW, PAY) if at < 20 else (FEW,), "invited": 10, "attended": 5},
             {"vacancy_reasons": (FEW,) if at < 10 else (PAY,) if at < 30 else ("Retirement",),
              "invited": 10, "attended": 8})
            for at in range(40)
        ],
    )  # fmt: skip


@pytest.fixture
def show(survey_desk: Desk, qtbot: QtBot) -> Iterator[Callable[[], ChangesSide]]:
    """Make the page and show it with what changed."""
    held = []  # qtbot holds no widget alive

    def shown() -> ChangesSide:
        page = SurveyPage(survey_desk)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(1189, 640)
        page.show()
        side = next(one for one in page.sides if isinstance(one, ChangesSide))
        page.tabs.turn_to(side)
        return side

    yield shown


@pytest.fixture
def side(made: TwoWaves, show: Callable[[], ChangesSide]) -> ChangesSide:
    return show()


def choose(side: ChangesSide, name: str) -> ChangeRow:
    """Put the cursor on a line."""
    assert side.changes is not None
    row = next(one for one in side.changes.found.rows if one.name == name)
    assert side.pane.table.go_to(key_of(row))
    side._settling.now()
    return row


def line(side: ChangesSide, name: str) -> tuple[object, ...]:
    return next(row[2:8] for row in side.model.all_rows() if row[1] == name)


def trend(side: ChangesSide) -> Trend:
    found = side.chart()
    assert isinstance(found, Trend)
    return found


def said(side: ChangesSide) -> str:
    return " ".join(side.detail.figures.parts[0].said)


def test_a_line_says_both_figures_points_and_verdict_on_both_bases(side: ChangesSide) -> None:
    every = line(side, FEW)
    assert every[0] == "100% to 25%" and str(every[1]).startswith("−75 (−") and every[2] == "Clearly lower"
    assert every[3:] == ("100% to 25%", every[4], "Clearly lower")
    assert line(side, PAY)[2] == "No clear change"
    assert line(side, "Of those invited, attended")[2] == "Improved"
    assert side.status_text().endswith("40 in both")


def test_the_line_chosen_is_said_in_full_and_shown_over_time(side: ChangesSide) -> None:
    choose(side, FEW)
    assert trend(side).title == f"{FEW}: from 100% to 25%, clearly lower"
    assert [point.value for point in trend(side).points] == [100.0, 25.0]
    assert trend(side).joined() == [(0, 1)]
    assert "All answers: 100% of 40 before, 25% of 40 now, −75 (" in said(side)
    assert "The 40 providers that answered both times" in said(side)
    assert "0 now say it and 30 no longer do." in said(side)
    assert "To see a change of 10 points from 25%, " in said(side)
    assert "A share is called improved or worsened only when" in side.detail.figures.parts[1].notes[0]


def test_a_figure_of_each_provider_says_the_pooled_one_beside_it(side: ChangesSide) -> None:
    choose(side, "Of those invited, attended")
    assert "All people together: 50%, then 80%; this is not judged." in said(side)
    assert "is not known beforehand" in said(side)
    assert "This compares exact figures alone." in said(side)


def test_a_question_that_changed_is_a_break_and_leads_to_the_decision(
    side: ChangesSide, db: Database, made: TwoWaves, qtbot: QtBot
) -> None:
    choose(side, FEW)
    assert not side.row.buttons["decide_comparable"].isEnabled()
    set_asked_wording(db, made.after.wave_id, made.id("vacancy_reasons"), "Why do people leave you?")
    choose(side, FEW)
    assert line(side, FEW)[:3] == ("100%, then 25%", "", "Question changed")
    assert trend(side).title == f"{FEW}: the question changed, so that nothing is compared"
    assert trend(side).points[1].break_before == "Question changed" and trend(side).joined() == []
    assert "It was asked as “What are the main reasons for your vac" in said(side)
    with qtbot.waitSignal(side.turn_to) as turned:
        side.row.buttons["decide_comparable"].click()
    assert turned.args == ["Waves", made.id("vacancy_reasons")]
    page = side.window()
    assert isinstance(page, SurveyPage) and isinstance(page.current, WavesSide)
    assert page.current.asked.pane.table.current_key == made.id("vacancy_reasons")


def test_three_waves_stand_in_the_chart_and_any_earlier_one_may_be_compared_with(
    side: ChangesSide, db: Database, made: TwoWaves, survey_desk: Desk
) -> None:
    third = later_wave(db, made.before, [{"vacancy_reasons": (FEW,)}] * 40, "2021-10-01")
    side.wave_wanted.emit(third.wave_id)
    assert side.wave_id == third.wave_id
    choose(side, FEW)
    assert [point.value for point in trend(side).points] == [100.0, 25.0, 100.0]
    side.choices.earlier.show_answer(made.before.wave_id)
    assert line(side, FEW)[0] == "100% to 100%"
    side.choices.earlier.show_answer(made.after.wave_id)
    assert line(side, FEW)[0] == "25% to 100%"
    assert survey_desk.settings.mapping("survey_changes")["earlier"] == made.after.wave_id


def test_the_correction_may_be_lifted_and_the_rule_says_so(side: ChangesSide) -> None:
    choose(side, FEW)
    assert "Holm’s correction" in " ".join(side.detail.figures.parts[1].notes)
    side.choices.corrected.box.click()
    assert "each by itself" in " ".join(side.detail.figures.parts[1].notes)


def test_filters_are_those_of_the_results(side: ChangesSide) -> None:
    side.filters.fields[GroupBy.RATING].show_answer(("good",))
    choose(side, FEW)
    assert "Only: Good." in trend(side).subtitle
    assert "Only: Good." in " ".join(side.detail.figures.parts[1].notes)


def test_filters_that_are_remembered_are_kept_from_the_beginning(
    side: ChangesSide, show: Callable[[], ChangesSide]
) -> None:
    side.filters.fields[GroupBy.RATING].show_answer(("good",))
    again = show()
    assert again.filters.chosen.ratings == ("good",)
    assert again.changes is not None and again.changes.found.filter == again.filters.chosen


def test_what_is_copied_are_the_lines_shown_with_their_bases(side: ChangesSide) -> None:
    side.pane.bar.field.setText("applicants")
    table = side.table()
    assert table is not None and [row[1] for row in table.rows] == [FEW]
    assert table.rows[0][2] == "100% of 40"


def test_one_wave_leads_to_the_next_and_no_wave_to_the_first(
    db: Database, show: Callable[[], ChangesSide], qtbot: QtBot
) -> None:
    survey = start_survey(db)
    none = show()
    assert none._no_wave.isVisible() and none.table() is None and none.chart() is None
    make_wave(db, [], survey_id=survey.id)
    assert none._only_one.isVisible()
    with qtbot.waitSignal(none.turn_to) as turned:
        none._only_one.focusProxy().click()
    assert turned.args == ["Waves", ""]


def test_the_first_of_several_waves_leads_to_the_latest(side: ChangesSide, made: TwoWaves) -> None:
    side.wave_wanted.emit(made.before.wave_id)
    assert side._first.isVisible() and side.status_text() == ""
    QTest.keyClick(side._first.focusProxy(), Qt.Key.Key_Space)
    assert side.wave_id == made.after.wave_id and side._body.isVisible()


def test_a_wave_that_nobody_answered_leads_to_the_answers(
    side: ChangesSide, db: Database, made: TwoWaves
) -> None:
    third = later_wave(db, made.before, [None] * 40, "2021-10-01")
    side.wave_wanted.emit(third.wave_id)
    assert side._no_answers.isVisible()


def test_large_waves_are_compared_beside_the_window(
    made: TwoWaves, show: Callable[[], ChangesSide], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(wave_reading, "LARGE", 1)
    side = show()
    side.filters.good.show_answer(True)
    qtbot.waitUntil(lambda: side.changes is not None)
    assert side.changes is not None and side.changes.asked.chosen.good_and_outstanding


def test_a_change_in_the_file_is_compared_anew(side: ChangesSide, db: Database, made: TwoWaves) -> None:
    with change(db, "Another counts"):
        db.update_row("survey_response", made.after.responses[0], {"counts": 0})
    choose(side, FEW)
    assert "of 39 now" in said(side)


def test_everything_on_it_has_a_name(side: ChangesSide) -> None:
    assert audit(side) == []


def test_an_action_begins_with_a_finding_and_the_figure_that_measures_it(
    side: ChangesSide, db: Database, made: TwoWaves
) -> None:
    row = choose(side, FEW)
    act = next(one for one in side.actions_here() if one.name == "change_to_plan")
    assert act.enabled is not None and act.enabled()
    act.run()
    dialog = dialog_over(side, WriteAction)
    dialog.form.rows["action"].field.show_answer("Advertise on buses")
    dialog.submit()
    (kept,) = actions(db)
    assert kept.finding == f"{FEW}: from 100% to 25%, clearly lower"
    assert (kept.measure, kept.question_id, kept.option_id) == (Measure.SHARE, row.question_id, row.option_id)
    assert (kept.baseline_wave_id, kept.wave_id) == (side.wave_id, None)
    figure = choose(side, "Of those invited, attended")
    assert draft_from(figure, "later").measure is figure.measure is not Measure.NONE


def test_with_text_twice_as_large_the_table_has_room_and_the_filters_fold(
    side: ChangesSide, styled: Style, qtbot: QtBot
) -> None:
    assert side._body.widget() is not None and not side.filters.fold.isVisible()
    styled.choose(styled.theme, text_scale=2.0)
    try:
        side.window().resize(1014, 628)  # what a window of 1366 × 768 leaves to the page
        table = side.pane.table
        qtbot.waitUntil(lambda: table.viewport().height() >= 4 * table.rowHeight(0))
        assert side.filters.fold.isVisible() and not side.filters.good.box.isVisible()
        side.filters.fold.click()
        assert side.filters.good.box.isVisible()
        side.filters.fields[GroupBy.RATING].show_answer(("good",))
        assert side.filters.fold.text() == "Filters: Good"
    finally:
        styled.choose(styled.theme, text_scale=1.0)
    assert not side.filters.fold.isVisible() and side.filters.good.box.isVisible()


def test_few_that_answered_both_times_are_said_once(side: ChangesSide, db: Database, made: TwoWaves) -> None:
    assert not side.few.isVisible()
    side.filters.fields[GroupBy.KIND].show_answer((str(side.changes.held[0].responses["kind"].iloc[0]),))  # type: ignore[union-attr]
    with change(db, "Most are of nobody"):
        for key in made.after.responses[20:]:
            db.update_row("survey_response", key, {"counts": 0})
    assert side.few.isVisible() and "a verdict on the same providers needs 30" in side.few.text()
