"""How each practice stands."""

from datetime import date

import pytest

from resources.database import Database
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.action_plan.practice_uses import UseDraft, add_use
from workforce.survey.action_plan.practices import practices
from workforce.survey.action_plan.standing import standings, waves_answered
from workforce.survey.vocabulary import Works

TODAY = date(2020, 6, 1)
BONUS, TESTING = "Retention or attendance bonus", "Psychometric testing"


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


def test_who_tried_it_and_how_it_went(kept: Written) -> None:
    bonus = practices(kept.db)[0]
    provider, service = kept.home("Rosewood House")
    other, _ = kept.home("Elm Court")
    add_use(kept.db, bonus.id, UseDraft(provider, Works.YES, TODAY, service), today=TODAY)
    add_use(kept.db, bonus.id, UseDraft(provider, Works.TOO_EARLY, TODAY), today=TODAY)
    add_use(kept.db, bonus.id, UseDraft(other, Works.YES, TODAY), today=TODAY)
    first, *others = standings(kept.db, kept.survey_id)
    assert (first.tried_by, first.works_words) == (2, "3 places: works in 2 and too early to say in 1")
    assert all(one.tried_by == 0 and one.works_words == "" for one in others)


def test_how_many_say_they_do_it_and_that_it_works_best(kept: Written) -> None:
    first, second, empty = kept.wave(), kept.wave("Again", AGAIN), kept.wave("Later", date(2021, 5, 1))
    for wave, chosen in ((first, [BONUS]), (first, [TESTING]), (second, [BONUS, TESTING])):
        kept.answer(wave.id, choices={"retention_methods": chosen, "best_retention": [chosen[0]]})
    kept.answer(first.id, {"one_thing": "Pay"})
    held = {one.practice.name: one for one in standings(kept.db, kept.survey_id)}
    bonus, testing = held[BONUS], held[TESTING]
    assert [(bonus.does[one.id].count, bonus.does[one.id].base) for one in (first, second)] == [
        (1, 2),
        (1, 1),
    ]
    assert (testing.best[first.id].count, testing.best[second.id].count) == (1, 0)
    assert empty.id not in bonus.does
    assert waves_answered(kept.db, kept.survey_id) == [first, second]
