"""Which step may follow which, and who may take it."""

from datetime import UTC, datetime

import pytest

from workforce.funding.claims import steps
from workforce.funding.claims.steps import (
    MAY_FOLLOW,
    ClaimStep,
    approved_by,
    same_person,
    who_may_not,
    why_not,
)
from workforce.funding.vocabulary import ClaimStatus as S


def taken(*pairs: tuple[S, str]) -> list[ClaimStep]:
    at = datetime(2020, 5, 3, 10, tzinfo=UTC)
    return [ClaimStep(str(number), "1", at, by, None, to, "") for number, (to, by) in enumerate(pairs)]


def test_every_state_can_be_left_and_only_for_a_state() -> None:
    assert set(MAY_FOLLOW) == set(S)
    assert all(MAY_FOLLOW.values())


def test_nothing_is_paid_that_finance_has_not_approved() -> None:
    assert [held for held in S if steps.may_follow(held, S.PAID)] == [S.APPROVED_BY_FINANCE, S.PAYMENT_FAILED]
    assert [held for held in S if steps.may_follow(held, S.APPROVED_BY_FINANCE)] == [S.APPROVED_BY_STAFF]


def test_why_not_says_what_can_be_done_instead() -> None:
    assert why_not(3, S.DRAFT, S.SUBMITTED) == ""
    assert (
        why_not(3, S.DRAFT, S.PAID)
        == "Claim 3 is a draft, and cannot be paid now. It can be submitted or withdrawn."
    )


@pytest.mark.parametrize("other", ["Ada Example", "ada  example", " Ada Example "])
def test_the_same_person_may_not_give_both_approvals(other: str) -> None:
    held = taken((S.SUBMITTED, "Cy"), (S.APPROVED_BY_STAFF, "Ada Example"))
    assert "another person" in who_may_not(S.APPROVED_BY_FINANCE, other, held)
    assert who_may_not(S.APPROVED_BY_FINANCE, "Cy Example", held) == ""
    assert who_may_not(S.DECLINED, other, held) == ""


def test_an_approval_needs_a_name() -> None:
    assert "needs a name" in who_may_not(S.APPROVED_BY_STAFF, " ", [])


def test_an_approval_stands_until_the_claim_is_handed_in_again() -> None:
    held = taken((S.APPROVED_BY_STAFF, "Ada"), (S.CHANGES_REQUESTED_FINANCE, "Bo"))
    assert approved_by(held) == "Ada"
    assert approved_by([*held, *taken((S.RESUBMITTED, "Cy"))]) == ""
    assert not same_person("Ada", "Bo")


def test_a_step_in_words() -> None:
    assert taken((S.PAID, "Ada"))[0].words == "Paid, by Ada on 3 May 2020"


def test_one_person_is_one_person_however_the_name_is_typed() -> None:
    assert same_person("Zo\u00eb  Example", " zoe\u0308 EXAMPLE ")
    assert not same_person("Zo\u00eb Example", "Zoe Example")
