"""Waves are planned and put right; what cannot be a wave is refused in a sentence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem
from tests.workforce.survey.conftest import LATER, OPENS
from workforce.survey.questionnaire.questions import questions
from workforce.survey.surveys import Survey
from workforce.survey.vocabulary import AskedOf, Mode, WaveKind
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.planning import (
    WaveDraft,
    archive_wave,
    edit_wave,
    name_for,
    plan_wave,
    restore_wave,
)
from workforce.survey.waves.waves import Wave, wave_before, waves

Plan = Callable[..., Wave]


def test_a_wave_takes_the_questions_as_they_stand(db: Database, survey: Survey, wave: Wave) -> None:
    asked = asked_of_wave(db, wave.id)
    assert [one.question for one in asked] == questions(db, survey.id)
    assert [[kept.option for kept in one.options] for one in asked] == [
        list(one.offered) for one in questions(db, survey.id)
    ]
    assert wave.population_on == OPENS
    undone = history.undo(db)
    assert undone is not None and waves(db, survey.id) == []


def test_a_wave_cannot_close_before_it_opens(db: Database, survey: Survey) -> None:
    draft = WaveDraft("Baseline", WaveKind.BASELINE, OPENS, date(2019, 8, 1))
    with pytest.raises(FieldProblem, match="before it opens on 2 September 2019") as told:
        plan_wave(db, survey.id, draft)
    assert told.value.field == "closes_on"


def test_the_baseline_comes_first_and_there_is_one(db: Database, survey: Survey, plan: Plan) -> None:
    with pytest.raises(FieldProblem, match="no baseline yet"):
        plan("Again", WaveKind.RE_EVALUATION, LATER)
    plan()
    with pytest.raises(FieldProblem, match="is the baseline of this survey"):
        plan("Another baseline", WaveKind.BASELINE, LATER)
    with pytest.raises(FieldProblem, match="comes after the baseline"):
        plan("Too early", WaveKind.RE_EVALUATION, date(2019, 1, 1))
    with pytest.raises(FieldProblem, match="called “baseline 2019” already"):
        plan("baseline 2019", WaveKind.RE_EVALUATION, LATER)


def test_a_baseline_does_not_move_behind_what_is_compared_with_it(
    db: Database, wave: Wave, later_wave: Wave
) -> None:
    with pytest.raises(FieldProblem, match="the baseline comes first"):
        edit_wave(db, wave.id, opens_on=date(2021, 1, 1))


def test_what_is_given_is_put_right_and_the_rest_stays(db: Database, wave: Wave) -> None:
    edited = edit_wave(db, wave.id, closes_on=date(2019, 10, 31), mode=Mode.MIXED, note=" By e-mail ")
    assert edited == replace(wave, closes_on=date(2019, 10, 31), mode=Mode.MIXED, note="By e-mail")


def test_an_archived_wave_is_not_shown_and_comes_back(
    db: Database, survey: Survey, wave: Wave, later_wave: Wave, plan: Plan
) -> None:
    archive_wave(db, later_wave.id, today=date(2021, 1, 1))
    assert [one.name for one in waves(db, survey.id)] == ["Baseline 2019"]
    again = plan("Re-evaluation 2020", WaveKind.RE_EVALUATION, LATER)
    with pytest.raises(FieldProblem, match="already"):
        restore_wave(db, later_wave.id)
    edit_wave(db, again.id, name="Re-evaluation 2020, asked again")
    assert restore_wave(db, later_wave.id).archived_on is None


def test_the_wave_before_is_the_latest_one_that_is_kept(db: Database, wave: Wave, later_wave: Wave) -> None:
    assert wave_before(db, wave.id) is None
    assert wave_before(db, later_wave.id) == wave
    archive_wave(db, wave.id, today=LATER)
    assert wave_before(db, later_wave.id) is None


def test_asked_of_providers_instead(db: Database, wave: Wave) -> None:
    assert edit_wave(db, wave.id, asked_of=AskedOf.PROVIDER).asked_of is AskedOf.PROVIDER


def test_the_name_that_is_offered_is_no_other_wave_s() -> None:
    day, again = date(2026, 11, 22), WaveKind.RE_EVALUATION
    taken: list[str] = []
    for name in ("Re-evaluation 2026", "Re-evaluation November 2026", "Re-evaluation 22 November 2026"):
        assert name_for(again, day, taken) == name
        taken.append(name.upper())
