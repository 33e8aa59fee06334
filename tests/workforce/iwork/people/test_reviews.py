"""Records are looked at in time, and kept no longer than there is a reason."""

from datetime import date, timedelta

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from workforce.iwork.people.people import add_person, close_person
from workforce.iwork.people.reviews import due_reviews, record_review, reviews_of
from workforce.iwork.vocabulary import ClosedReason

TODAY = date(2026, 11, 23)


@pytest.fixture
def person_id(vault: Database) -> str:
    return add_person(vault, "Ada", date(2026, 5, 23), today=TODAY, family_name="Example").id


def test_a_review_begins_the_usual_spans_anew(vault: Database, person_id: str) -> None:
    after = record_review(vault, person_id, on=TODAY, today=TODAY)
    assert (after.review_on, after.delete_by) == (date(2027, 5, 23), date(2029, 11, 23))
    [told] = reviews_of(vault, person_id)
    assert (told.by, told.done_on, told.next_on, told.delete_by) == (
        "Test Coach", TODAY, after.review_on, after.delete_by,
    )  # fmt: skip


def test_keeping_it_longer_needs_a_reason(vault: Database, person_id: str) -> None:
    longer = date(2031, 1, 1)
    with pytest.raises(FieldProblem, match="Write why") as told:
        record_review(vault, person_id, on=TODAY, today=TODAY, delete_by=longer)
    assert told.value.field == "words"
    kept = record_review(vault, person_id, on=TODAY, today=TODAY, delete_by=longer, words="A claim is open")
    assert kept.delete_by == longer and reviews_of(vault, person_id)[0].words == "A claim is open"


def test_of_a_closed_record_the_span_counts_from_its_closing(vault: Database, person_id: str) -> None:
    close_person(vault, person_id, ClosedReason.MOVED, on=date(2026, 6, 1), today=TODAY)
    assert record_review(vault, person_id, on=TODAY, today=TODAY).delete_by == date(2029, 6, 1)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"on": date(2026, 5, 1)}, "on"),
        ({"on": TODAY, "next_on": TODAY}, "next_on"),
        ({"on": TODAY, "delete_by": date(2026, 11, 1)}, "delete_by"),
    ],
)
def test_days_that_cannot_be_are_refused(
    vault: Database, person_id: str, given: dict[str, date], field: str
) -> None:
    with pytest.raises(FieldProblem) as told:
        record_review(vault, person_id, today=TODAY, **given)  # type: ignore[arg-type]
    assert told.value.field == field and reviews_of(vault, person_id) == []


def test_what_is_due_comes_soonest_first(vault: Database, person_id: str) -> None:
    old = add_person(vault, "Wren", date(2023, 1, 5), today=TODAY, review_on=date(2027, 6, 1),
                     delete_by=date(2026, 11, 1))  # fmt: skip
    due = due_reviews(vault, TODAY)
    assert [(one.person.id, one.delete) for one in due] == [(old.id, True), (person_id, False)]
    assert due[0].words == "IW-002 W.: delete the record by 1 November 2026, or say why it is kept."
    assert due[1].words == "IW-001 A.E.: look at the record again by 23 November 2026."
    close_person(vault, person_id, ClosedReason.MOVED, on=TODAY, today=TODAY)
    assert [one.person.id for one in due_reviews(vault, TODAY)] == [old.id]
    assert due_reviews(vault, date(2026, 1, 1)) == []
