"""Records of named learners and of groups of workers: kept, put right, taken away, and what is refused."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem
from tests.workforce.training.people import a_course, a_learner, a_service
from workforce.training.records import (
    RecordFacts,
    add_record,
    edit_record,
    is_record,
    record,
    records,
    records_of,
    remove_record,
)
from workforce.training.vocabulary import Accredited, HowDelivered, JobRole, RecordSource

TODAY, DAY = date(2020, 6, 1), date(2020, 2, 10)


def test_a_group_of_workers_is_recorded_and_expires_as_the_course_says(db: Database) -> None:
    course, home = a_course(db), a_service(db)
    made = add_record(
        db, course, home.provider_id, DAY, today=TODAY, service_id=home.id, job_role=JobRole.CARE_WORKER,
        people=12, of_people=20, how=HowDelivered.E_LEARNING, note=" ward A ",
    )  # fmt: skip
    assert made == record(db, made.id)
    assert (made.people, made.of_people, made.job_role) == (12, 20, JobRole.CARE_WORKER)
    assert (made.completed_on, made.expires_on) == (DAY, date(2021, 2, 10))
    assert (made.source, made.accredited, made.note) == (RecordSource.TYPED, Accredited.DONT_KNOW, "ward A")
    said = history.next_undo(db)
    assert said is not None and said.action == "Recorded Moving and Handling for 12 workers of Rosewood House"


def test_a_named_learner_is_one_person(db: Database) -> None:
    course, home, ada = a_course(db, valid_months=None), a_service(db), a_learner(db)
    made = add_record(db, course, home.provider_id, DAY, today=TODAY, learner_id=ada)
    assert (made.people, made.learner_id, made.expires_on) == (1, ada, None)
    said = history.next_undo(db)
    assert said is not None and said.action == "Recorded Moving and Handling for Ada Example"


def test_an_expiry_that_is_given_stays(db: Database) -> None:
    course, home = a_course(db), a_service(db)
    ends = add_record(db, course, home.provider_id, DAY, today=TODAY, expires_on=date(2022, 1, 1))
    never = add_record(db, course, home.provider_id, DAY, today=TODAY, expires_on=None)
    assert (ends.expires_on, never.expires_on) == (date(2022, 1, 1), None)


def test_records_are_found_by_whose_they_are(db: Database) -> None:
    course, other, home, ada = a_course(db), a_course(db, "Fire Safety"), a_service(db), a_learner(db)
    first = add_record(db, course, home.provider_id, DAY, today=TODAY, service_id=home.id)
    second = add_record(db, other, home.provider_id, TODAY, today=TODAY, learner_id=ada)
    assert records(db) == [second, first]
    assert records_of(db, provider_id=home.provider_id) == [second, first]
    assert records_of(db, service_id=home.id) == [first]
    assert records_of(db, learner_id=ada, course_id=other) == [second]
    assert records_of(db, learner_id=ada, course_id=course) == []


def test_a_record_is_put_right_and_taken_away_and_undone(db: Database) -> None:
    course, home = a_course(db), a_service(db)
    made = add_record(db, course, home.provider_id, DAY, today=TODAY, service_id=home.id, people=3)
    changed = edit_record(db, made.id, today=TODAY, people=4, completed_on=date(2020, 2, 11))
    assert (changed.people, changed.completed_on, changed.expires_on) == (
        4,
        date(2020, 2, 11),
        made.expires_on,
    )
    remove_record(db, made.id)
    assert not is_record(db, made.id)
    history.undo(db)
    assert record(db, made.id) == changed
    history.undo(db)
    assert record(db, made.id) == made


def test_a_record_that_is_gone_is_not_found(db: Database) -> None:
    with pytest.raises(LookupError):
        record(db, "gone")
    with pytest.raises(LookupError):
        edit_record(db, "gone", today=TODAY, people=2)


@pytest.mark.parametrize(
    ("facts", "field", "says"),
    [
        (RecordFacts(completed_on=date(2020, 6, 2)), "completed_on", "2 June 2020 is after 1 June 2020"),
        (RecordFacts(completed_on=date(20, 2, 1)), "completed_on", "Check the year"),
        (
            RecordFacts(expires_on=date(2020, 2, 9)),
            "expires_on",
            "9 February 2020 is before it was completed",
        ),
        (RecordFacts(people=-1), "people", "below nothing"),
        (RecordFacts(people=10**30), "people", "Check its noughts"),
        (RecordFacts(people=2, of_people=10**30), "of_people", "Check its noughts"),
        (RecordFacts(people=5, of_people=4), "of_people", "5 of 4 cannot be"),
        (RecordFacts(course_id="none"), "course_id", "No course is chosen"),
        (RecordFacts(provider_id="none"), "provider_id", "No provider is chosen"),
    ],
)
def test_what_cannot_be_is_refused_in_words(db: Database, facts: RecordFacts, field: str, says: str) -> None:
    home = a_service(db)
    made = add_record(db, a_course(db), home.provider_id, DAY, today=TODAY)
    with pytest.raises(FieldProblem, match=says) as refused:
        edit_record(db, made.id, today=TODAY, **facts)
    assert refused.value.field == field
    assert record(db, made.id) == made


def test_a_service_of_another_provider_is_refused(db: Database) -> None:
    home, other = a_service(db), a_service(db, "The Limes")
    with pytest.raises(FieldProblem, match="run by another provider"):
        add_record(db, a_course(db), home.provider_id, DAY, today=TODAY, service_id=other.id)


def test_several_people_cannot_be_one_named_learner(db: Database) -> None:
    home = a_service(db)
    with pytest.raises(FieldProblem, match="is of one person"):
        add_record(db, a_course(db), home.provider_id, DAY, today=TODAY, learner_id=a_learner(db), people=2)
