"""Claims made twice, whoever made them."""

from datetime import date

from resources.database import Database
from tests.workforce.funding.claims.claiming import NOW, county, learner_at
from workforce.funding.claims import approving
from workforce.funding.claims.duplicates import duplicates, duplicates_of
from workforce.funding.claims.tables import duplicates_table
from workforce.funding.funds.funds import add_fund
from workforce.funding.vocabulary import ClaimPart, FundKind
from workforce.training.courses import add_course
from workforce.training.vocabulary import CourseKind


def test_one_learner_and_qualification_at_two_providers(db: Database) -> None:
    all_of = county(db)
    all_of.claim(db)
    second = all_of.claim(db, provider_id=all_of.hazel, service_id=None)
    (found,) = duplicates(db)
    assert (found.sure, found.across_providers) == (True, True)
    assert found.sentence == (
        "Level 3 Example Diploma for Ada Example is claimed already by Rosewood Example Homes: claim 1, draft."
    )
    assert [one.other(second.id).claim.number for one in duplicates_of(db, second.id)] == [1]
    assert duplicates_table(duplicates(db), today=date(2019, 10, 1)).rows[0][:2] == ("Ada Example", 1)


def test_the_same_from_two_funds_is_one_thing_paid_twice(db: Database) -> None:
    all_of = county(db)
    other = add_fund(db, "Other Example Fund", FundKind.GRANTED, opens_on=date(2019, 4, 1))
    all_of.claim(db)
    second = all_of.claim(db, fund_id=other.id, item_id=None)
    (found,) = duplicates(db, fund_id=other.id)
    assert "by the same provider, from Workforce Example Fund" in found.said_of(second.id)
    assert duplicates(db, fund_id="another") == []


def test_the_two_parts_of_one_are_no_duplicates_and_two_first_parts_are(db: Database) -> None:
    all_of = county(db)
    first = all_of.claim(db, part=ClaimPart.FIRST)
    all_of.claim(db, part=ClaimPart.SECOND, first_part_id=first.id)
    assert duplicates(db) == []
    all_of.claim(db, part=ClaimPart.FIRST)
    assert len(duplicates(db)) == 1


def test_declined_and_withdrawn_claims_stand_in_nobodys_way(db: Database) -> None:
    all_of = county(db)
    first = all_of.claim(db)
    approving.submit(db, first.id, now=NOW)
    approving.decline(db, first.id, "No post", now=NOW)
    second = all_of.claim(db)
    assert duplicates(db) == [] and duplicates_of(db, second.id) == []


def test_a_qualification_is_known_by_course_code_or_words(db: Database) -> None:
    all_of = county(db)
    blank = {"course_id": None, "item_id": None}
    all_of.claim(db, **blank, what="First aid", qualification_code="603 / 1")
    all_of.claim(db, **blank, what="FIRST AID!")
    all_of.claim(db, **blank, what="Something else", qualification_code="603/1")
    pairs = [(one.first.claim.number, one.second.claim.number) for one in duplicates(db)]
    assert pairs == [(1, 2), (1, 3)]


def test_names_alike_are_shown_as_likely_unless_two_ulns_part_them(db: Database) -> None:
    all_of = county(db)
    all_of.claim(db)
    adda = learner_at(db, all_of.rosewood, "Adda", "Example")
    all_of.claim(db, learner_id=adda.id)
    same_name = learner_at(db, all_of.hazel, "Ada", "Example", uln="1000000027")
    all_of.claim(db, learner_id=same_name.id, provider_id=all_of.hazel, service_id=None)
    (found,) = duplicates(db)
    assert not found.sure
    assert "for Ada Example, a name like Adda Example, is claimed" in found.sentence


def test_a_course_that_runs_out_may_be_learnt_again(db: Database) -> None:
    all_of = county(db)
    course = add_course(db, "Moving example", CourseKind.COURSE, valid_months=12)
    given = {"course_id": course.id, "item_id": None, "started_on": None}
    all_of.claim(db, **given, completed_on=date(2018, 9, 1))
    all_of.claim(db, **given, completed_on=date(2019, 8, 20))
    assert duplicates(db) == []
    all_of.claim(db, **given, completed_on=date(2019, 3, 20))
    assert [(one.first.claim.number, one.second.claim.number) for one in duplicates(db)] == [(1, 3), (2, 3)]
