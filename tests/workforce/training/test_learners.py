"""Learners and their posts."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.workforce.training.school import OTHER_ULN, TODAY, ULN, School
from workforce.training.learners import (
    add_learner,
    add_learner_with_post,
    add_post,
    archive_learner,
    edit_learner,
    edit_post,
    end_post,
    find_learners,
    is_learner,
    learner,
    learner_by_uln,
    learners,
    name_parts,
    post,
    post_on,
    posts_of,
    posts_of_many,
    posts_on,
    remove_post,
    restore_learner,
)
from workforce.training.vocabulary import Employment, JobRole


@pytest.fixture
def school(db: Database) -> School:
    return School(db)


def test_a_learner_is_kept_as_given_with_a_checked_number(db: Database) -> None:
    made = add_learner(db, " Ada ", "Example", uln="100 000 0019", has_ni_number=True, note="Nights only.")
    assert made == learner(db, made.id) == learner_by_uln(db, ULN)
    assert (made.name, made.uln, made.has_ni_number) == ("Ada Example", ULN, True)
    assert edit_learner(db, made.id, has_ni_number=None).has_ni_number is None
    assert is_learner(db, made.id) and not is_learner(db, "gone")
    with pytest.raises(FieldProblem, match="no family name"):
        add_learner(db, "Ada", " ")
    with pytest.raises(FieldProblem, match="last digit"):
        edit_learner(db, made.id, uln="1000000018")


def test_one_number_is_of_one_learner(db: Database) -> None:
    ada = add_learner(db, "Ada", "Example", uln=ULN)
    with pytest.raises(
        FieldProblem, match=r"is the number of Ada Example\. A learner with two posts is entered once"
    ):
        add_learner(db, "Ada", "Exampel", uln=ULN)
    archive_learner(db, ada.id, today=TODAY)
    with pytest.raises(FieldProblem, match="who is archived"):
        add_learner(db, "Ada", "Exampel", uln=ULN)
    assert edit_learner(db, ada.id, uln=ULN).uln == ULN
    assert edit_learner(db, ada.id, uln="").uln == ""
    assert learner_by_uln(db, "") is None


def test_a_learner_may_work_at_two_providers_and_both_are_seen(school: School) -> None:
    db, ada = school.db, school.learner("Ada Example", service=None)
    second = add_post(db, ada.id, school.alder, service_id=school.court, from_on=date(2019, 6, 1))
    assert {one.provider_id for one in posts_on(db, ada.id, TODAY)} == {school.rosewood, school.alder}
    assert post_on(db, ada.id, TODAY, provider_id=school.alder) == second
    assert post_on(db, ada.id, date(2019, 5, 31), provider_id=school.alder) is None
    assert [one.id for one in learners(db, provider_id=school.alder)] == [ada.id]
    assert posts_of_many(db, [ada.id])[ada.id] == posts_of(db, ada.id)
    row = db.row("select providers, at from listing_learner where id = ?", (ada.id,))
    assert row == ("Alder Care and Rosewood Homes", 2)


def test_a_post_ends_on_its_last_day(school: School) -> None:
    db, ada = school.db, school.learner("Ada Example")
    held = posts_of(db, ada.id)[0]
    ended = end_post(db, held.id, on=date(2019, 11, 30))
    assert ended.is_on(date(2019, 11, 30)) and not ended.is_on(date(2019, 12, 1))
    assert posts_on(db, ada.id, TODAY) == [] and posts_of(db, ada.id) == [ended]
    with pytest.raises(Problem, match="ended on 30 November 2019 already"):
        end_post(db, held.id, on=TODAY)
    again = add_post(db, ada.id, school.rosewood, from_on=date(2019, 12, 1), job_role=JobRole.TEAM_LEADER)
    assert post_on(db, ada.id, TODAY) == again


def test_the_same_post_is_not_held_twice_at_one_time(school: School) -> None:
    db, ada = school.db, school.learner("Ada Example")
    with pytest.raises(Problem, match="This post is held already, as care worker"):
        add_post(db, ada.id, school.rosewood)
    other = add_post(db, ada.id, school.rosewood, service_id=school.house)
    assert len(posts_of(db, ada.id)) == 2
    remove_post(db, other.id)
    assert len(posts_of(db, ada.id)) == 1
    with pytest.raises(LookupError):
        post(db, other.id)


def test_a_post_is_at_a_service_of_its_provider_and_ends_after_it_begins(school: School) -> None:
    db, ada = school.db, school.learner("Ada Example")
    held = posts_of(db, ada.id)[0]
    with pytest.raises(FieldProblem, match="Alder Court is not of this provider"):
        edit_post(db, held.id, service_id=school.court)
    with pytest.raises(FieldProblem, match="is before 1 December 2019"):
        edit_post(db, held.id, from_on=date(2019, 12, 1), until_on=date(2019, 11, 1))
    with pytest.raises(FieldProblem, match="Choose where the learner works"):
        add_post(db, ada.id, "gone")
    changed = edit_post(db, held.id, employment=Employment.AGENCY, service_id=school.house)
    assert (changed.employment, changed.service_id) == (Employment.AGENCY, school.house)


def test_a_learner_and_the_post_are_one_change(school: School) -> None:
    db = school.db
    with pytest.raises(FieldProblem):
        add_learner_with_post(
            db, "Ben", "Lund", school.rosewood, facts={}, post_facts={"service_id": school.court}
        )
    assert learners(db) == []
    made = add_learner_with_post(
        db, "Ben", "Lund", school.rosewood, facts={"uln": OTHER_ULN}, post_facts={"service_id": school.house}
    )
    assert posts_of(db, made.id)[0].service_id == school.house


def test_learners_are_found_by_name_and_number(school: School) -> None:
    db = school.db
    zoe = school.learner("Zoë O’Brien", uln=ULN)
    ben = school.learner("Ben Brient")
    assert [one.id for one in find_learners(db, "zoe obrien")] == [zoe.id]
    assert {one.id for one in find_learners(db, "brien")} == {zoe.id, ben.id}
    assert [one.id for one in find_learners(db, "100 000")] == [zoe.id]
    assert find_learners(db, "nobody") == []
    archive_learner(db, zoe.id, today=TODAY)
    assert find_learners(db, "zoe") == [] and find_learners(db, "zoe", archived=True)[0].id == zoe.id
    with pytest.raises(Problem, match="archived already"):
        archive_learner(db, zoe.id, today=TODAY)
    assert restore_learner(db, zoe.id).archived_on is None
    with pytest.raises(Problem, match="not archived"):
        restore_learner(db, zoe.id)


def test_a_name_as_it_is_said_is_parted_before_its_last_word() -> None:
    assert name_parts(" Cy  Van Example ") == ("Cy Van", "Example")
    assert name_parts("Example") == ("", "Example")
    assert name_parts("") == ("", "")
