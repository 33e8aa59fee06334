"""What a summary holds."""

from workforce.funding.report.choice import FundingChoice, Section


def test_all_parts_unless_some_are_chosen() -> None:
    assert all(FundingChoice(2019).has(one) for one in Section)
    only = FundingChoice(2019, (Section.MONEY,))
    assert only.has(Section.MONEY) and not only.has(Section.PROJECTS)
