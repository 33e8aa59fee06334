"""How an action is getting on."""

from datetime import date

import pytest

from resources.database import Database
from resources.statistics import Verdict
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.action_plan.actions import ActionDraft, PlanAction, add_action
from workforce.survey.action_plan.progress import (
    NOT_MEASURED,
    measure_words,
    progress,
    progress_of,
    wave_names,
)
from workforce.survey.vocabulary import Measure
from workforce.survey.waves.waves import Wave

FEW, OTHER = "Not enough applicants", "Retirement"


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


def shared(kept: Written, first: Wave | None, second: Wave | None) -> PlanAction:
    draft = ActionDraft(
        "Talk to colleges", measure=Measure.SHARE, question_id=kept.question("vacancy_reasons").id,
        option_id=kept.option("vacancy_reasons", FEW), baseline_wave_id=first.id if first else None,
        wave_id=second.id if second else None,
    )  # fmt: skip
    return add_action(kept.db, kept.survey_id, draft)


def chose(kept: Written, wave: Wave, few: int, of: int) -> None:
    for number in range(of):
        kept.answer(wave.id, choices={"vacancy_reasons": [FEW] if number < few else [OTHER]})


def test_a_share_in_two_waves_with_points_and_verdict(kept: Written) -> None:
    first, second = kept.wave(), kept.wave("Again", AGAIN)
    chose(kept, first, 30, 40)
    chose(kept, second, 10, 40)
    held = shared(kept, first, second)
    found = progress(kept.db, [held])[held.id]
    assert found.before is not None and found.after is not None
    assert (found.before.printed, found.before.base, found.after.printed) == (75, 40, 25)
    assert found.points == -50 and found.verdict is not None and found.verdict is not Verdict.NO_CLEAR_CHANGE
    assert found.sentence.endswith(", −50 points: 75% of 40, then 25% of 40")


def test_a_rate_is_measured_too(kept: Written) -> None:
    first, second = kept.wave(), kept.wave("Again", AGAIN)
    for wave, vacancies in ((first, 4), (second, 2)):
        for _ in range(30):
            kept.answer(wave.id, figures={"staff": 16, "vacancies": vacancies})
    draft = ActionDraft(
        "Fill posts", measure=Measure.VACANCY_RATE, baseline_wave_id=first.id, wave_id=second.id
    )
    held = add_action(kept.db, kept.survey_id, draft)
    found = progress(kept.db, [held])[held.id]
    assert found.change is not None and found.before is not None and found.after is not None
    assert (found.before.printed, found.after.printed) == (20, 11)
    alone = add_action(
        kept.db, kept.survey_id, ActionDraft("Fill", measure=Measure.VACANCY_RATE, baseline_wave_id=first.id)
    )
    assert progress(kept.db, [alone])[alone.id].sentence.startswith("20% of 30 in Baseline; measured again")


def test_what_is_not_measured_yet_says_when_it_will_be(kept: Written) -> None:
    first, second = kept.wave(), kept.wave("Again", AGAIN)
    plain = add_action(kept.db, kept.survey_id, ActionDraft("Write"))
    assert progress_of(kept.db, plain, None).sentence == NOT_MEASURED
    assert "No wave is chosen" in progress_of(kept.db, shared(kept, None, None), None).sentence
    waiting = shared(kept, first, None)
    assert progress_of(kept.db, waiting, None).sentence == (
        "Measured again once a later wave is planned and chosen."
    )
    chose(kept, first, 9, 12)
    later = shared(kept, first, second)
    found = progress(kept.db, [later])[later.id]
    assert (
        found.sentence
        == "75% of 12, small base in Baseline; measured again in Again, which has no answers yet."
    )
    assert found.change is None and found.points is None and found.verdict is None
    kept.answer(second.id, {"one_thing": "Pay"})
    assert progress(kept.db, [later])[later.id].sentence


def test_the_measure_and_the_waves_in_words(kept: Written) -> None:
    first = kept.wave()
    held = shared(kept, first, None)
    assert measure_words(kept.db, held) == "Share that chose “Not enough applicants”"
    rate = add_action(
        kept.db, kept.survey_id, ActionDraft("Fill", measure=Measure.TURNOVER_RATE, due_on=date(2020, 1, 1))
    )
    assert measure_words(kept.db, rate) == "Turnover rate"
    assert measure_words(kept.db, add_action(kept.db, kept.survey_id, ActionDraft("Write"))) == NOT_MEASURED
    assert wave_names(kept.db, [held, rate]) == {first.id: "Baseline"}
