"""The side Round and the head above the tabs: rounds started, planned, moved on and back, and what belongs to them."""

from datetime import UTC, date, datetime

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from awards.rounds.categories import categories
from awards.rounds.checklist import checklist
from awards.rounds.criteria import criteria, criterion, values_of
from awards.rounds.moving_on import round_steps
from awards.rounds.phase_plan import phases_of
from awards.rounds.rounds import archive_round, award_round, rounds
from awards.vocabulary import NomineeKind, RoundPhase, TieRule
from desktop.dialogs.awards.round import MoveBack, PlanPhase, StartRound, WriteRules
from desktop.dialogs.awards.round_kept import WriteCategory, WriteCheck, WriteCriterion
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.round_side import RoundSide
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.question import Question
from resources.database import history
from resources.problem import Problem
from tests.awards.gala import TODAY, Gala
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> AwardsPage:
    return page_at(desk, qtbot, RoundSide)


def side_of(page: AwardsPage) -> RoundSide:
    assert isinstance(page.current, RoundSide)
    return page.current


@pytest.fixture
def gala(desk: Desk, page: AwardsPage) -> Gala:
    made = Gala(desk.db)
    page.reload()
    return made


def act(page: AwardsPage, name: str) -> None:
    """Run an action that can be run."""
    found = next(one for one in side_of(page).actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def submit(page: AwardsPage, qtbot: QtBot, kind: type[FormDialog], **answers: object) -> None:
    """Fill in the open dialog and save it."""
    dialog = fill(page, kind, **answers)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    page.reload()


def fill(page: AwardsPage, kind: type[FormDialog], **answers: object) -> FormDialog:
    dialog = dialog_over(side_of(page), kind)
    assert isinstance(dialog, FormDialog)
    assert audit(dialog) == []
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)
    return dialog


def agree(page: AwardsPage, qtbot: QtBot) -> None:
    """Choose the verb of the open question."""
    question = dialog_over(page, Question)
    question._yes.click()
    qtbot.waitUntil(lambda: not shiboken6.isValid(question))
    page.reload()


def test_without_a_round_one_is_started_with_everything_ready(
    page: AwardsPage, desk: Desk, qtbot: QtBot
) -> None:
    side = side_of(page)
    assert side.table() is None and side.status_text() == "" and side.row_for_history()[1] == ""
    assert any(one.startswith("No round of the awards is held yet.") for one in words(page))
    assert side.empty.isVisible() and not page.head.isVisible() and audit(page) == []
    side.focus_first()
    side.empty.focusProxy().click()  # type: ignore[attr-defined]
    dialog = page.findChild(StartRound)
    assert dialog is not None
    dialog.form.rows["name"].field.show_answer("Proud to Care 2026")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    page.reload()
    (made,) = rounds(desk.db)
    assert made.name == "Proud to Care 2026" and side.round() == made
    assert side.status_text() == "7 rows" and page.head.isVisible()
    assert audit(page) == []


def test_the_next_round_takes_the_pattern_of_the_last(
    page: AwardsPage, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    act(page, "round_start")
    submit(page, qtbot, StartRound)  # as it is offered: the year after the last
    assert [one.name for one in rounds(desk.db)] == ["Proud to Care 2027", "Proud to Care 2026"]
    assert page.chosen.key == rounds(desk.db)[0].id
    page.head.which.show_answer(gala.round_id)
    assert page.chosen.key == gala.round_id


def test_the_rules_of_a_round(page: AwardsPage, gala: Gala, qtbot: QtBot) -> None:
    act(page, "round_edit")
    dialog = fill(page, WriteRules, embargo_time=datetime(2026, 12, 9, 19).time())
    dialog.submit()
    assert "a time is written and no day" in dialog.form.rows["embargo_day"].sentence
    submit(page, qtbot, WriteRules, embargo_day=date(2026, 12, 9), tie_rule=TieRule.JOINT, least_scores=4)
    held = gala.round
    assert (held.tie_rule, held.least_scores) == (TieRule.JOINT, 4)
    assert held.embargo_until == datetime(2026, 12, 9, 19, tzinfo=UTC)
    qtbot.waitUntil(lambda: "Under embargo until 9 December 2026 at 7pm" in words(page))
    act(page, "round_edit")
    submit(page, qtbot, WriteRules)
    assert gala.round == held


def test_phases_are_planned_from_the_pane(page: AwardsPage, gala: Gala, qtbot: QtBot) -> None:
    act(page, "round_plan")
    submit(page, qtbot, PlanPhase, from_on=date(2026, 8, 1), until_on=date(2026, 8, 31))
    assert phases_of(gala.db, gala.round_id)[0].until_on == date(2026, 8, 31)
    assert "planned until 31 Aug 2026, which is over" in page.head.stands.text()


def test_a_round_moves_on_once_nothing_stands_in_the_way_and_back_with_a_reason(
    page: AwardsPage, gala: Gala, qtbot: QtBot
) -> None:
    assert not next(one for one in side_of(page).actions_here() if one.name == "round_back").ready()
    ada = gala.nominate()
    page.reload()
    act(page, "round_on")
    agree(page, qtbot)
    assert gala.round.phase is RoundPhase.QUALIFY
    with pytest.raises(Problem, match="1 nominee is still submitted") as refused:
        act(page, "round_on")
    assert len(refused.value.details) == 2
    assert "1 nominee is still submitted" in page.head.stands.text()
    gala.judging(ada.id)
    gala.judge()
    page.reload()
    act(page, "round_on")
    agree(page, qtbot)
    assert gala.round.phase is RoundPhase.SCORE
    act(page, "round_back")
    dialog = fill(page, MoveBack)
    dialog.submit()
    assert dialog.form.refused()
    submit(page, qtbot, MoveBack, reason="One more came in on paper")
    assert gala.round.phase is RoundPhase.QUALIFY
    assert round_steps(gala.db, gala.round_id)[-1].reason == "One more came in on paper"
    history.undo(gala.db)
    assert gala.round.phase is RoundPhase.SCORE


def test_a_round_that_is_put_away_is_only_read(page: AwardsPage, gala: Gala, qtbot: QtBot) -> None:
    act(page, "round_archive")
    agree(page, qtbot)
    page.chosen.choose(gala.round_id)
    page.reload()
    assert award_round(gala.db, gala.round_id).archived_on is not None
    ready = {one.name for one in side_of(page).actions_here() if one.ready()}
    page.head.acts._chosen._key = gala.round_id
    assert not ready & {"round_edit", "round_on", "kept_add"}


def test_it_is_brought_back(page: AwardsPage, gala: Gala, qtbot: QtBot) -> None:
    page.chosen._key = gala.round_id
    act(page, "round_archive")
    agree(page, qtbot)
    assert "Archived on 1 Sep 2026: nothing of it changes any more." in page.head.stands.text()
    act(page, "round_restore")
    assert award_round(gala.db, gala.round_id).archived_on is None


def test_a_round_that_was_put_away_is_chosen_and_brought_back(
    page: AwardsPage, gala: Gala, qtbot: QtBot
) -> None:
    old = Gala(gala.db, "Proud to Care 2025", year=2025)
    newest = Gala(gala.db, "Proud to Care 2027", year=2027)
    archive_round(gala.db, newest.round_id, today=TODAY)
    page.reload()
    combo = page.head.which.widget
    assert [combo.itemText(at) for at in range(combo.count())] == [
        "Proud to Care 2026", "Proud to Care 2025", "Proud to Care 2027 (archived)",
    ]  # fmt: skip
    page.head.which.show_answer(newest.round_id)
    assert page.chosen.key == newest.round_id
    act(page, "round_restore")
    page.reload()
    assert page.chosen.key == newest.round_id
    assert combo.itemText(0) == "Proud to Care 2027"
    for one in (old, newest, gala):
        archive_round(gala.db, one.round_id, today=TODAY)
    page.chosen._key = ""
    page.reload()
    assert page.chosen.key == "" and page.head.isVisibleTo(page)
    page.head.which.show_answer(old.round_id)
    act(page, "round_restore")
    assert old.round.archived_on is None


def test_categories_are_kept_in_order(page: AwardsPage, gala: Gala, qtbot: QtBot) -> None:
    side, db = side_of(page), gala.db
    act(page, "kept_add")
    submit(page, qtbot, WriteCategory, name="Lifetime", nominee_kind=NomineeKind.INDIVIDUAL)
    made = categories(db, gala.round_id)[-1]
    assert side.lists.pane.table.current_key == made.id and side.row_for_history() == (
        "award_category",
        made.id,
    )
    act(page, "kept_up")
    page.reload()
    assert categories(db, gala.round_id)[-2].id == made.id
    act(page, "kept_edit")
    submit(page, qtbot, WriteCategory, word_limit=500)
    assert categories(db, gala.round_id)[-2].word_limit == 500
    act(page, "kept_down")
    act(page, "kept_remove")
    agree(page, qtbot)
    assert len(categories(db, gala.round_id)) == 7
    table = side.table()
    assert table is not None and table.title == "Categories" and len(table.rows) == 7


def test_criteria_are_kept_with_what_their_values_mean(page: AwardsPage, gala: Gala, qtbot: QtBot) -> None:
    side, db = side_of(page), gala.db
    side.show_row(criteria(db, gala.round_id)[0].id)
    assert side.lists.kept.name == "criteria"
    act(page, "kept_add")
    fill(page, WriteCriterion, name="Courage", weight=15, values="five Great").submit()
    dialog = dialog_over(side, WriteCriterion)
    assert "does not begin with points" in dialog.form.rows["values"].sentence
    submit(page, qtbot, WriteCriterion, values="0 None\n10 Boundless", least=0, most=1000)
    made = next(one for one in criteria(db, gala.round_id) if one.name == "Courage")
    assert (made.weight, made.scale_words) == (15, "0 to 10")
    assert [(one.points, one.label) for one in values_of(db, made.id)] == [(0, "None"), (1000, "Boundless")]
    undone = history.undo(db)
    assert undone is not None and made.id not in [one.id for one in criteria(db, gala.round_id)]


def test_another_scale_takes_scores_out_only_where_it_is_ticked(
    page: AwardsPage, gala: Gala, qtbot: QtBot
) -> None:
    side, db = side_of(page), gala.db
    ada, jo = gala.nominate(), gala.judge()
    gala.judging(ada.id)
    gala.score(gala.give(jo.id, ada.id), 4)
    first = criteria(db, gala.round_id)[0]
    page.reload()
    side.show_row(first.id)
    act(page, "kept_edit")
    dialog = fill(page, WriteCriterion, most=1000)
    dialog.submit()
    assert "Have them taken out" in dialog.banner.text
    submit(page, qtbot, WriteCriterion, take_out=True)
    assert criterion(db, first.id).most == 1000
    assert db.value("select count(*) from judge_score where criterion_id = ?", (first.id,)) == 0
    act(page, "kept_down")
    act(page, "kept_remove")
    agree(page, qtbot)
    assert first.id not in [one.id for one in criteria(db, gala.round_id)]


def test_the_checklist_is_kept(page: AwardsPage, gala: Gala, qtbot: QtBot) -> None:
    side, db = side_of(page), gala.db
    side.show_row(checklist(db, gala.round_id)[0].id)
    act(page, "kept_add")
    submit(page, qtbot, WriteCheck, words="Was asked for a photograph")
    made = checklist(db, gala.round_id)[-1]
    assert made.words == "Was asked for a photograph"
    side.show_row(made.id)
    side.lists.pane.table.opened.emit(made.id)
    submit(page, qtbot, WriteCheck, words="Agreed to a photograph")
    act(page, "kept_up")
    act(page, "kept_remove")
    agree(page, qtbot)
    assert len(checklist(db, gala.round_id)) == 6
    assert side.has(gala.round_id) and not side.has("x")
    side.focus_filter()
