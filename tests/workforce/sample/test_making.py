from pathlib import Path

from resources.database import Database, history
from resources.tables import Cell
from tests.workforce.sample.small_county import TODAY, made
from workforce.sample import add_survey
from workforce.sample.making import BASELINE_RESPONSES, IN_BOTH, LATER_RESPONSES
from workforce.sample.truth import NEW_METHOD
from workforce.survey.action_plan.actions import actions
from workforce.survey.action_plan.practice_uses import uses
from workforce.survey.action_plan.progress import progress
from workforce.survey.analysis.frame import read_wave
from workforce.survey.answers.duplicates import duplicates
from workforce.survey.answers.queries import queries
from workforce.survey.answers.responses import responses
from workforce.survey.changes.comparing import compare
from workforce.survey.coding.texts import questions_with_texts
from workforce.survey.surveys import surveys
from workforce.survey.vocabulary import ActionStatus, AnswerState, QuoteConsent, WaveKind
from workforce.survey.waves.comparability import matches
from workforce.survey.waves.waves import Wave, waves


def waves_of(db: Database) -> tuple[Wave, Wave]:
    first, again = waves(db, surveys(db)[0].id)
    return first, again


def test_two_waves_are_asked_of_the_register_and_answered_in_good_part(sampled: Database) -> None:
    first, again = waves_of(sampled)
    assert (first.kind, again.kind) == (WaveKind.BASELINE, WaveKind.RE_EVALUATION)
    assert [(TODAY - one.opens_on).days for one in (first, again)] == [425, 66]
    before, after = responses(sampled, first.id), responses(sampled, again.id)
    assert (len(before), len(after)) == (BASELINE_RESPONSES + 3, LATER_RESPONSES + 3)
    tied = [{key for one in some for key in one.services} for some in (before, after)]
    assert len(tied[0] & tied[1]) == IN_BOTH
    assert {one.received_on is not None and first.opens_on <= one.received_on for one in before} == {True}


def test_what_goes_wrong_with_real_answers_is_in_them(sampled: Database) -> None:
    first, again = waves_of(sampled)
    held = [*responses(sampled, first.id), *responses(sampled, again.id)]
    assert sum(one.provider_id is None for one in held) == 4
    impossible = [
        query for wave in (first, again) for query in queries(sampled, wave.id) if "invited" in query.sentence
    ]
    assert len({query.response.id for query in impossible}) == 3
    assert [len(duplicates(sampled, one.id)) for one in (first, again)] == [1, 1]
    assert [one.counts for group in duplicates(sampled, first.id) for one in group.responses] == [True, False]
    assert {one.quote_consent for one in held} == set(QuoteConsent)
    states = {answer.state for one in held for answer in one.answers.values()}
    assert states == set(AnswerState)
    shares = [answer for one in held for answer in one.answers.values() if answer.low != answer.high]
    assert len(shares) > 40  # bands instead of counts


def test_one_question_was_reworded_and_one_option_added_between_the_waves(sampled: Database) -> None:
    first, again = waves_of(sampled)
    found = [one for one in matches(sampled, first.id, again.id) if one.what_changed and one.later]
    changed = {one.later.question.code: one for one in found if one.later}
    assert set(changed) == {"best_retention", "advertising_methods"}
    assert NEW_METHOD in changed["advertising_methods"].what_changed[0]


def test_texts_are_coded_in_part_and_the_plan_is_measured(sampled: Database) -> None:
    survey = surveys(sampled)[0]
    found = questions_with_texts(sampled, survey.id)
    assert all(0 < one.to_code < one.texts for one in found if one.question.code == "vacancy_reasons")
    assert sum(one.to_code for one in found) > 0
    plan = actions(sampled, survey.id)
    assert sorted(one.status for one in plan) == sorted(
        [*[ActionStatus.OPEN] * 4, ActionStatus.DONE, ActionStatus.DROPPED]
    )
    assert sum(one.is_overdue(TODAY) for one in plan) == 1
    assert sum(one.change is not None for one in progress(sampled, plan).values()) >= 5
    assert len({one.practice_id for one in uses(sampled)}) == 8


def test_what_is_true_comes_out_of_the_answers(sampled: Database) -> None:
    first, again = waves_of(sampled)
    found = compare(sampled, first.id, again.id)
    attended = next(row for row in found.rows if row.name == "Of those invited, attended")
    before, after = attended.all_answers.before.value, attended.all_answers.after.value
    assert before is not None and after is not None
    assert abs(float(before) - 0.56) < 0.06 and abs(float(after) - 0.67) < 0.06
    assert found.pairs == IN_BOTH
    assert len(read_wave(sampled, again.id).responses) == LATER_RESPONSES + 3


def test_it_is_the_same_survey_each_time(sampled: Database, tmp_path: Path, migrated: bytes) -> None:
    def answered(db: Database) -> list[tuple[Cell, ...]]:
        return db.rows(
            """select wave.name, number, code, state, low, high, text from survey_answer
            join survey_question on survey_question.id = question_id
            join survey_response on survey_response.id = response_id
            join survey_wave as wave on wave.id = wave_id order by 1, 2, survey_question.position"""
        )

    (again,) = [answered(db) for db in made(tmp_path, migrated)]
    assert again == answered(sampled)


def test_each_step_is_one_change_with_a_name(sampled: Database) -> None:
    names = [one.action for one in history.entries(sampled, limit=5)]
    assert names == [
        "Made the sample county: the action plan and what was tried",
        "Made the sample county: the survey’s texts coded",
        "Made the sample county: the survey’s re-evaluation",
        "Made the sample county: the survey’s baseline",
        "Started the recruitment survey",
    ]


def test_a_register_without_a_service_has_nobody_to_ask(db: Database) -> None:
    assert add_survey(db, today=TODAY) is None
    assert surveys(db) == []
