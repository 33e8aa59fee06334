"""The Learning and Development Support Scheme."""

from workforce.funding.rulebook.known_funds.ldss import ASCTDF, LDSS_2024, LDSS_2025


def test_each_part_has_its_window_and_share() -> None:
    windows = {one.when: one.other_fact for one in LDSS_2025.rules if one.fact == "submitted_on"}
    assert {when[2]: other for when, other in windows.items() if when} == {
        "whole": "completed_on", "first": "paid_and_started_on", "second": "completed_on",
    }  # fmt: skip
    assert [one.value for one in LDSS_2025.rules if one.fact == "pence"] == ["60%", "40%"]
    assert [one.code for one in LDSS_2024.rules if one not in LDSS_2025.rules] == ["LDSS-W4"]


def test_the_fund_that_never_ran_says_so() -> None:
    assert ASCTDF.rules == () and "never ran" in ASCTDF.note
