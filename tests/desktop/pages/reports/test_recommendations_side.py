"""What members decided and what became of it, on a side of its own."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.committee.outcome import DecideRecommendation, NoteStep
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.pages.reports.recommendations_side import RecommendationsSide
from desktop.pages.reports.reports import ReportsPage
from desktop.shell.page import Desk
from engagement.committee.recommendations import (
    Recommendation,
    add_recommendation,
    recommendation,
    steps_of,
)
from engagement.committee.reports import CommitteeReport
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.database import history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.reports.reports_desk import NOW, begin, page_at, use_sections
from tests.desktop.widgets.words_shown import words

TODAY = NOW.date()
AMENDED = RecommendationOutcome.AMENDED


@pytest.fixture
def report(desk: Desk) -> CommitteeReport:
    return begin(desk.db)


@pytest.fixture
def asked(desk: Desk, report: CommitteeReport) -> Recommendation:
    return add_recommendation(desk.db, report.id, "members agree to a further report")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, asked: Recommendation, monkeypatch: pytest.MonkeyPatch) -> ReportsPage:
    use_sections(monkeypatch, ())
    made = page_at(desk, qtbot, RecommendationsSide)
    desk.changes.changed.connect(made.show_side)
    return made


@pytest.fixture
def side(page: ReportsPage) -> RecommendationsSide:
    return current(page)


def current(page: ReportsPage) -> RecommendationsSide:
    found = page.current
    assert isinstance(found, RecommendationsSide)
    return found


def act(side: RecommendationsSide, name: str) -> None:
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def fill(dialog: QWidget, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)  # type: ignore[attr-defined]


def said(widget: QWidget) -> str:
    return "\n".join(words(widget))


def test_without_any_it_says_where_they_are_written(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_sections(monkeypatch, ())
    page = page_at(desk, qtbot, RecommendationsSide)
    empty = current(page)
    assert "Write them on “Compose”" in said(empty)
    assert empty.table() is None and empty.status_text() == ""
    assert not any(one.ready() for one in empty.actions_here())


def test_each_stands_with_what_became_of_it(side: RecommendationsSide, asked: Recommendation) -> None:
    assert audit(side.window()) == []
    assert side.part.key == asked.id and side.has(asked.id) and not side.has("another")
    assert side.status_text() == "1 row, 1 open"
    assert side.row_for_history() == ("recommendation", asked.id)
    table = side.table()
    assert table is not None
    assert table.rows[0][0] == "members agree to a further report" and table.rows[0][2] == "Not decided yet"
    assert "Recommendation 1 of Quality in adult social care" in said(side.part.detail)


def test_a_decision_is_kept_with_its_words(
    side: RecommendationsSide, desk: Desk, asked: Recommendation
) -> None:
    act(side, "recommendation_decide")
    dialog = dialog_over(side, DecideRecommendation)
    assert audit(dialog) == []
    assert dialog.form.rows["on"].field.answer() == date(2019, 12, 9)
    fill(dialog, outcome=AMENDED)
    dialog.submit()
    assert "9 December 2019 is after 2 December 2019" in said(dialog)
    fill(dialog, on=TODAY)
    dialog.submit()
    assert "Write how members amended it" in said(dialog)
    fill(dialog, words="Every six months.")
    dialog.submit()
    made = recommendation(desk.db, asked.id)
    assert (made.outcome, made.decided_on, made.decision) == (AMENDED, TODAY, "Every six months.")
    assert "Every six months." in said(side.part.detail)


def test_a_decision_is_taken_back(side: RecommendationsSide, desk: Desk, asked: Recommendation) -> None:
    for outcome, on in ((RecommendationOutcome.AGREED, TODAY), (RecommendationOutcome.NOT_DECIDED, None)):
        act(side, "recommendation_decide")
        dialog = dialog_over(side, DecideRecommendation)
        fill(dialog, outcome=outcome, **({"on": on} if on else {}))
        assert dialog.form.rows["on"].isHidden() is (on is None)
        dialog.submit()
    assert recommendation(desk.db, asked.id).outcome is RecommendationOutcome.NOT_DECIDED
    assert history.undo(desk.db) is not None
    assert recommendation(desk.db, asked.id).outcome is RecommendationOutcome.AGREED


def test_what_was_done_is_noted_on_a_row_that_is_opened(
    side: RecommendationsSide, desk: Desk, asked: Recommendation
) -> None:
    side.part.opened.emit(asked.id)
    dialog = dialog_over(side, NoteStep)
    assert audit(dialog) == []
    dialog.submit()
    assert steps_of(desk.db, asked.id) == []
    fill(dialog, text="Letters were sent.", progress=Progress.DONE)
    dialog.submit()
    (noted,) = steps_of(desk.db, asked.id)
    assert (noted.text, noted.on_day, noted.progress) == ("Letters were sent.", TODAY, Progress.DONE)
    assert "Letters were sent." in said(side.part.detail)


def test_steps_are_put_right_in_a_list(side: RecommendationsSide, desk: Desk, asked: Recommendation) -> None:
    act(side, "recommendation_steps")
    shown = dialog_over(side, KeptList)

    shown.row.buttons["step_add"].click()
    fill(dialog := dialog_over(shown, NoteStep), text="Begun.")
    dialog.submit()
    shown.row.buttons["step_edit"].click()
    fill(dialog := dialog_over(shown, NoteStep), text="Begun in earnest.", on=date(2019, 11, 1))
    dialog.submit()
    (noted,) = steps_of(desk.db, asked.id)
    assert (noted.text, noted.on_day) == ("Begun in earnest.", date(2019, 11, 1))
    shown.row.buttons["step_remove"].click()
    assert steps_of(desk.db, asked.id) == []
    shown.accept()


def test_its_report_is_composed(
    side: RecommendationsSide, page: ReportsPage, report: CommitteeReport, qtbot: QtBot
) -> None:
    act(side, "recommendation_report")
    assert page.current.tab == "Compose" and page.chosen.key == report.id
    qtbot.waitUntil(lambda: not page.current.live.is_making)  # type: ignore[attr-defined]
