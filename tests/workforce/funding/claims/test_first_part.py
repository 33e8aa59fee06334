"""Which claim may be the first part of another."""

from typing import Any

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from tests.workforce.funding.claims.claiming import County, county
from workforce.funding.claims.first_part import second_parts_of, why_not_first
from workforce.funding.funds.funds import add_fund
from workforce.funding.funds.items import add_item
from workforce.funding.vocabulary import ClaimPart, FundKind
from workforce.training.courses import add_course
from workforce.training.vocabulary import CourseKind


def other(db: Database, all_of: County, what: str) -> dict[str, Any]:
    """What makes a second part one of something else."""
    course = add_course(db, "Level 5 Example Diploma", CourseKind.QUALIFICATION).id
    return {
        "fund": {"fund_id": add_fund(db, "Another", FundKind.HELD, opens_on=all_of.fund.opens_on).id, "item_id": None},
        "provider": {"provider_id": all_of.hazel, "service_id": None},
        "learner": {"learner_id": all_of.bo.id},
        "course": {"course_id": course, "item_id": None},
        "item": {"course_id": None, "item_id": add_item(db, all_of.fund.id, "Another").id},
        "words": {"course_id": None, "item_id": None, "what": "Another"},
    }[what]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("fund", "Claim 1 is made from another fund"),
        ("provider", "Claim 1 is another provider’s"),
        ("learner", "Claim 1 is for another learner"),
        ("course", "Claim 1 is for something else"),
        ("item", "Claim 1 is for something else"),
        ("words", "Claim 1 is for something else"),
    ],
)
def test_the_first_part_is_of_the_same_fund_provider_learner_and_thing(
    db: Database, what: str, said: str
) -> None:
    all_of = county(db)
    first = all_of.claim(db, part=ClaimPart.FIRST)
    given = other(db, all_of, what)
    with pytest.raises(FieldProblem, match=said) as refused:
        all_of.claim(db, part=ClaimPart.SECOND, first_part_id=first.id, **given)
    assert refused.value.field == "first_part_id"


def test_the_same_course_may_be_listed_anew_for_another_year(db: Database) -> None:
    all_of = county(db)
    first = all_of.claim(db, part=ClaimPart.FIRST)
    anew = add_item(db, all_of.fund.id, "Level 3 Example Diploma, 2020/21", course_id=all_of.course.id)
    second = all_of.claim(db, part=ClaimPart.SECOND, first_part_id=first.id, item_id=anew.id, course_id=None)
    assert why_not_first(db, first.id, second) == ""
    assert second_parts_of(db, first.id) == [second.id]


def test_what_is_only_named_in_words_is_known_by_them(db: Database) -> None:
    all_of = county(db)
    words = {"course_id": None, "item_id": None}
    first = all_of.claim(db, part=ClaimPart.FIRST, what="Diploma, Level 4", **words)
    assert why_not_first(db, first.id, all_of.draft(what="diploma  level 4", **words)) == ""
    assert "no first part" in why_not_first(db, "gone", all_of.draft())
