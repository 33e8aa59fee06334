"""What the words of funding say of themselves."""

from workforce.funding.vocabulary import ClaimStatus, FundKind, FundStatus


def test_a_claim_counts_once_it_is_handed_in_and_until_it_is_refused() -> None:
    told = [(one.is_awaiting, one.is_committed, one is ClaimStatus.PAID) for one in ClaimStatus]
    assert all(sum(each) <= 1 for each in told)
    assert [one for one in ClaimStatus if not one.counts] == [
        ClaimStatus.DRAFT, ClaimStatus.DECLINED, ClaimStatus.WITHDRAWN,
    ]  # fmt: skip
    assert [one for one in ClaimStatus if one.is_committed] == [
        ClaimStatus.APPROVED_BY_FINANCE, ClaimStatus.PAYMENT_FAILED,
    ]  # fmt: skip


def test_money_that_providers_claim_elsewhere_is_not_ours() -> None:
    assert [one for one in FundKind if not one.is_ours] == [FundKind.SIGNPOSTED]


def test_claims_are_taken_while_a_fund_is_open_or_closing() -> None:
    assert [one for one in FundStatus if one.takes_claims] == [FundStatus.OPEN, FundStatus.CLOSING]
