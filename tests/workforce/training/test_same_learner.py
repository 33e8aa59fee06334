"""Learners that are likely one person, and making one of two."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import Problem
from tests.workforce.training.school import AFTER, OTHER_ULN, TODAY, ULN, School
from workforce.training.attendance import take_attendance
from workforce.training.bookings import book, bookings_of, bookings_of_learner
from workforce.training.learners import add_post, archive_learner, edit_learner, edit_post, learner, posts_of
from workforce.training.records import records_of
from workforce.training.same_learner import held_of, likely_known, likely_same, likely_same_as, merge_learners
from workforce.training.uln import check_digit
from workforce.training.vocabulary import BookingStatus


@pytest.fixture
def school(db: Database) -> School:
    return School(db)


def test_like_names_at_one_provider_are_likely_one(school: School) -> None:
    db = school.db
    one, other = school.learner("Catherine Example"), school.learner("Catharine Example")
    school.learner("Catherine Quite-Different")
    school.learner("Ben Lund")
    found = likely_same(db)
    assert [(pair.one.id, pair.other.id) for pair in found] == [(one.id, other.id)]
    assert found[0].reasons == ("Like names at Rosewood Homes.",)
    assert likely_same_as(db, other.id) == found and likely_same_as(db, one.id) == found


def test_the_same_name_elsewhere_may_be_one(school: School) -> None:
    school.learner("Ada Example")
    school.learner("Adà  Example".replace("  ", " "), at=school.alder)
    school.learner("Adrian Examples", at=school.alder)
    assert [pair.reasons for pair in likely_same(school.db)] == [("The same name at different providers.",)]


def test_two_numbers_are_of_two_people_unless_a_digit_was_mistyped(school: School) -> None:
    db = school.db
    school.learner("Ada Example", uln=ULN)
    second = school.learner("Ada Example", uln=OTHER_ULN, at=school.alder)
    assert likely_same(db) == []
    near = next(
        f"{first}{check_digit(first)}"
        for first in (f"10000000{digit}" for digit in "23456789")
        if check_digit(first) is not None
    )
    edit_learner(db, second.id, uln=near)
    assert "ULNs that differ in" in likely_same(db)[0].reasons[0]
    assert likely_same_as(db, second.id) == likely_same(db)


def test_somebody_about_to_be_added_may_be_known(school: School) -> None:
    ada = school.learner("Catherine Example")
    assert likely_known(school.db, "Catharine Example", school.rosewood) == [ada]
    assert likely_known(school.db, "Catherine Example", school.alder) == [ada]
    assert likely_known(school.db, "Ben Lund", school.rosewood) == []


def test_of_two_one_is_made_and_nothing_is_lost(school: School) -> None:
    db, held = school.db, school.session()
    keep = school.learner("Ada Example")
    remove = school.learner("Ada Exampel", at=school.alder, uln=ULN)
    edit_learner(db, remove.id, note="Nights only.", has_ni_number=True)
    mark = book(db, held.id, remove.id, today=TODAY)
    take_attendance(db, held.id, [mark.id], now=AFTER)
    assert held_of(db, remove.id) == {"booking": 1, "learner_post": 1, "training_record": 1}
    archive_learner(db, keep.id, today=TODAY)
    merged = merge_learners(db, keep.id, remove.id)
    assert (merged.name, merged.uln, merged.has_ni_number) == ("Ada Example", ULN, True)
    assert merged.archived_on is None
    assert merged.note == "Nights only.\nMerged with another entry of the same person (Exampel)."
    assert {one.provider_id for one in posts_of(db, keep.id)} == {school.rosewood, school.alder}
    assert len(records_of(db, learner_id=keep.id)) == 1 and bookings_of_learner(db, keep.id)[0].id == mark.id
    with pytest.raises(LookupError):
        learner(db, remove.id)
    undone = history.undo(db)
    assert undone is not None and undone.action == "Merged the learner Ada Exampel into Ada Example"
    assert learner(db, remove.id).uln == ULN


def test_facts_that_are_asked_for_are_the_others(school: School) -> None:
    db = school.db
    keep, remove = school.learner("Ada Example", uln=ULN), school.learner("Adah Example", uln=OTHER_ULN)
    merged = merge_learners(db, keep.id, remove.id, take=["given_name", "uln"])
    assert (merged.name, merged.uln) == ("Adah Example", OTHER_ULN)
    assert merged.note == f"Merged with another entry of the same person (Ada, {ULN})."
    with pytest.raises(Problem, match="merged with itself"):
        merge_learners(db, keep.id, keep.id)
    with pytest.raises(LookupError):
        merge_learners(db, keep.id, school.learner("Ben Lund").id, take=["note"])


@pytest.mark.parametrize("came", ["keep", "remove", "both"])
def test_of_two_bookings_on_one_session_the_one_that_tells_more_stays(school: School, came: str) -> None:
    db, held = school.db, school.session()
    keep, remove = school.learner("Ada Example"), school.learner("Ada Exampel")
    keys = {
        name: book(db, held.id, one.id, today=TODAY).id for name, one in (("keep", keep), ("remove", remove))
    }
    there = list(keys.values()) if came == "both" else [keys[came]]
    take_attendance(db, held.id, there, now=AFTER)
    merge_learners(db, keep.id, remove.id)
    left = bookings_of(db, held.id)
    assert [(one.learner_id, one.status) for one in left] == [(keep.id, BookingStatus.ATTENDED)]
    assert [one.booking_id for one in records_of(db, learner_id=keep.id)] == [left[0].id]


def test_one_post_of_both_lasts_from_the_first_day_to_the_last(school: School) -> None:
    db = school.db
    keep, remove = school.learner("Ada Example"), school.learner("Ada Exampel")
    first, second = posts_of(db, keep.id)[0], posts_of(db, remove.id)[0]
    edit_post(db, first.id, from_on=date(2019, 3, 1))
    edit_post(db, second.id, from_on=date(2018, 3, 1), until_on=date(2019, 6, 30))
    add_post(db, remove.id, school.alder)
    merge_learners(db, keep.id, remove.id)
    joined = next(one for one in posts_of(db, keep.id) if one.provider_id == school.rosewood)
    assert (joined.from_on, joined.until_on) == (date(2018, 3, 1), None)
    assert len(posts_of(db, keep.id)) == 2


def test_a_known_surname_is_found_however_it_is_written(school: School) -> None:
    kept = [
        school.learner(name, at=school.alder)
        for name in ("Ada O’Example", "Bea Müller", "Cy Quite-Different", "Di Quite", "Eve van Example")
    ]
    asked = ("ADA O'Example", "Bea Muller", "Cy Quite Different", "Di QUITE", "Eve Van Example")
    assert [likely_known(school.db, name, school.rosewood) for name in asked] == [[one] for one in kept]
