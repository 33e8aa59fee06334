"""The library of practices."""

from datetime import date

import pytest

from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from tests.workforce.survey.written import Written
from workforce.survey.action_plan.practices import (
    SHIPPED,
    PracticeDraft,
    add_practice,
    add_shipped_practices,
    archive_practice,
    edit_practice,
    is_practice,
    practice,
    practices,
    restore_practice,
)
from workforce.survey.vocabulary import PracticeTopic


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


def test_those_of_the_recruitment_event_come_with_the_survey_and_are_linked_to_its_answers(
    kept: Written,
) -> None:
    held = practices(kept.db)
    assert [one.name for one in held] == [one.name for one in SHIPPED] and len(held) == 8
    assert [one.option_id for one in held] == [kept.option("retention_methods", one.name) for one in held]
    assert all(one.description and "2019" in one.source for one in held)


def test_they_come_once(kept: Written) -> None:
    with change(kept.db, "Added them again"):
        add_shipped_practices(kept.db, kept.survey_id)
    assert len(practices(kept.db)) == 8


def test_a_practice_is_added_put_right_archived_and_restored(kept: Written) -> None:
    option = kept.option("retention_methods", "Psychometric testing")
    made = add_practice(
        kept.db, PracticeDraft(" Free  meals ", PracticeTopic.RETAIN, "On shift", "A home", option)
    )
    assert (made.name, made.option_id, is_practice(kept.db, made.id)) == ("Free meals", option, True)
    edited = edit_practice(kept.db, made.id, PracticeDraft("Meals on shift", PracticeTopic.RETAIN))
    assert edited.draft() == PracticeDraft("Meals on shift", PracticeTopic.RETAIN)
    gone = archive_practice(kept.db, made.id, today=date(2020, 1, 6))
    assert gone.archived_on == date(2020, 1, 6)
    assert gone not in practices(kept.db) and gone in practices(kept.db, archived=True)
    assert restore_practice(kept.db, made.id).archived_on is None
    with pytest.raises(LookupError):
        practice(kept.db, "none")


def test_a_name_of_its_own_and_an_answer_that_is_there(kept: Written) -> None:
    for name in ("", "psychometric  TESTING"):
        with pytest.raises(FieldProblem) as refused:
            add_practice(kept.db, PracticeDraft(name, PracticeTopic.RETAIN))
        assert refused.value.field == "name"
    with pytest.raises(Problem, match="is gone"):
        add_practice(kept.db, PracticeDraft("Meals", PracticeTopic.RETAIN, option_id="none"))
