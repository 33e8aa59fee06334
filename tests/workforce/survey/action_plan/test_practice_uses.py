"""Where a practice was tried."""

from dataclasses import replace
from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.workforce.survey.written import Written
from workforce.survey.action_plan.practice_uses import (
    UseDraft,
    add_use,
    edit_use,
    practice_use,
    remove_use,
    uses,
    uses_of,
)
from workforce.survey.action_plan.practices import practices
from workforce.survey.vocabulary import Works

TODAY = date(2019, 12, 9)


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


def test_a_service_tried_it_and_says_how_it_went(kept: Written) -> None:
    bonus, experts = practices(kept.db)[:2]
    provider, service = kept.home("Rosewood House")
    draft = UseDraft(provider, Works.YES, date(2019, 11, 4), service, " Two fewer left ")
    held = add_use(kept.db, bonus.id, draft, today=TODAY)
    assert (held.place, held.provider, held.effect) == (
        "Rosewood House",
        "Rosewood House Limited",
        "Two fewer left",
    )
    whole = add_use(kept.db, experts.id, UseDraft(provider, Works.TOO_EARLY, TODAY), today=TODAY)
    assert whole.place == "Rosewood House Limited"
    assert uses_of(kept.db, bonus.id) == [held] and uses(kept.db) == [whole, held]
    changed = edit_use(kept.db, held.id, replace(held.draft(), works=Works.PARTLY), today=TODAY)
    assert practice_use(kept.db, held.id) == changed and changed.works is Works.PARTLY
    remove_use(kept.db, held.id)
    with pytest.raises(LookupError):
        practice_use(kept.db, held.id)


def test_the_same_place_is_not_noted_twice_nor_in_the_future_nor_for_another_provider(kept: Written) -> None:
    bonus = practices(kept.db)[0].id
    (provider, service), (other, _) = kept.home("Rosewood House"), kept.home("Elm Court")
    draft = UseDraft(provider, Works.YES, TODAY, service)
    add_use(kept.db, bonus, draft, today=TODAY)
    with pytest.raises(Problem, match="already"):
        add_use(kept.db, bonus, draft, today=TODAY)
    with pytest.raises(FieldProblem):
        add_use(kept.db, bonus, UseDraft(other, Works.YES, date(2020, 1, 1)), today=TODAY)
    with pytest.raises(FieldProblem, match="another provider"):
        add_use(kept.db, bonus, replace(draft, provider_id=other), today=TODAY)
