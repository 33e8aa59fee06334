"""The action plan: entered, put right, done, dropped and opened again."""

from dataclasses import replace
from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.action_plan.actions import (
    ActionDraft,
    action,
    actions,
    add_action,
    close_action,
    edit_action,
    is_action,
    owners,
    remove_action,
    reopen_action,
)
from workforce.survey.surveys import add_survey
from workforce.survey.vocabulary import ActionStatus, Measure

TODAY = date(2019, 12, 9)


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


def test_an_action_is_measured_by_an_answer_in_two_waves(kept: Written) -> None:
    first, second = kept.wave(), kept.wave("Again", AGAIN)
    asked, option = (
        kept.question("vacancy_reasons").id,
        kept.option("vacancy_reasons", "Not enough applicants"),
    )
    draft = ActionDraft(
        " Run a campaign ", "Too few apply", "Ada Example", date(2020, 3, 1), Measure.SHARE, asked, option,
        first.id, second.id, "With the college",
    )  # fmt: skip
    held = add_action(kept.db, kept.survey_id, draft)
    assert held.draft() == replace(draft, action="Run a campaign")
    assert actions(kept.db, kept.survey_id) == [held] and owners(kept.db) == ["Ada Example"]
    assert is_action(kept.db, held.id) and not is_action(kept.db, first.id)


def test_what_the_measure_does_not_ask_for_is_not_kept(kept: Written) -> None:
    first = kept.wave()
    option = kept.option("vacancy_reasons", "Retirement")
    asked = kept.question("vacancy_reasons").id
    none = add_action(
        kept.db, kept.survey_id,
        ActionDraft("Write to all", question_id=asked, option_id=option, baseline_wave_id=first.id),
    )  # fmt: skip
    assert (none.question_id, none.option_id, none.baseline_wave_id) == (None, None, None)
    rate = edit_action(
        kept.db, none.id,
        ActionDraft("Write", measure=Measure.VACANCY_RATE, option_id=option, baseline_wave_id=first.id),
    )  # fmt: skip
    assert (rate.measure, rate.option_id, rate.baseline_wave_id) == (Measure.VACANCY_RATE, None, first.id)


@pytest.mark.parametrize("measure", [Measure.SHARE])
def test_a_share_needs_an_answer_of_its_question(kept: Written, measure: Measure) -> None:
    asked = kept.question("vacancy_reasons").id
    other = kept.option("advertising_methods", "Social media")
    for option in (None, other):
        with pytest.raises(FieldProblem) as refused:
            add_action(
                kept.db,
                kept.survey_id,
                ActionDraft("Try", measure=measure, question_id=asked, option_id=option),
            )
        assert refused.value.field == "option_id"


def test_it_is_measured_again_later_in_the_same_survey(kept: Written) -> None:
    first, second = kept.wave(), kept.wave("Again", AGAIN)
    draft = ActionDraft("Try", measure=Measure.ATTENDED, baseline_wave_id=second.id, wave_id=first.id)
    with pytest.raises(FieldProblem, match="does not begin after"):
        add_action(kept.db, kept.survey_id, draft)
    other = add_survey(kept.db, "Another survey")
    with pytest.raises(FieldProblem, match="another survey"):
        add_action(kept.db, other.id, replace(draft, baseline_wave_id=first.id, wave_id=None))
    with pytest.raises(FieldProblem, match="empty"):
        add_action(kept.db, kept.survey_id, ActionDraft("  "))


def test_it_is_done_or_dropped_and_opened_again(kept: Written) -> None:
    held = add_action(kept.db, kept.survey_id, ActionDraft("Try", due_on=date(2019, 12, 1), note="Begun"))
    assert held.is_overdue(TODAY) and held.standing(TODAY) == "Overdue"
    with pytest.raises(Problem, match="open already"):
        reopen_action(kept.db, held.id)
    done = close_action(kept.db, held.id, on=TODAY, note="All told")
    assert (done.status, done.closed_on, done.note) == (ActionStatus.DONE, TODAY, "Begun\nAll told")
    assert not done.is_overdue(TODAY) and done.standing(TODAY) == "Done"
    with pytest.raises(Problem, match="done already"):
        close_action(kept.db, held.id, on=TODAY, dropped=True)
    again = reopen_action(kept.db, held.id)
    assert again.is_open and again.closed_on is None
    assert close_action(kept.db, held.id, on=TODAY, dropped=True).status is ActionStatus.DROPPED
    remove_action(kept.db, held.id)
    with pytest.raises(LookupError):
        action(kept.db, held.id)


def test_what_is_open_stands_first_by_its_day(kept: Written) -> None:
    no_day = add_action(kept.db, kept.survey_id, ActionDraft("No day"))
    late = add_action(kept.db, kept.survey_id, ActionDraft("Late", due_on=date(2020, 1, 1)))
    soon = add_action(kept.db, kept.survey_id, ActionDraft("Soon", due_on=date(2019, 12, 20)))
    done = add_action(kept.db, kept.survey_id, ActionDraft("Done", due_on=date(2019, 12, 1)))
    done = close_action(kept.db, done.id, on=TODAY)
    assert actions(kept.db, kept.survey_id) == [soon, late, no_day, done]
    assert actions(kept.db, only_open=True) == [soon, late, no_day]
    assert soon.is_due_soon(TODAY) and not late.is_due_soon(TODAY) and not no_day.is_due_soon(TODAY)
