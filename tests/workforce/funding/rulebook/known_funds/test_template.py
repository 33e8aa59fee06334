"""What is known of a fund, as data."""

from workforce.funding.rulebook.known_funds.asc_wds import HAS_ASC_WDS, REQUIREMENTS
from workforce.funding.rulebook.known_funds.burdett import BURDETT
from workforce.funding.rulebook.known_funds.ldss import LDSS_2025


def test_what_a_fund_lacks_is_named() -> None:
    assert BURDETT.lacks == ()
    assert LDSS_2025.lacks == (
        "No more for a claimant in a year than the cap of the scheme",
        "How much is paid at most for Oliver’s Training (a ring-fenced sum of its own)",
    )


def test_asc_wds_has_the_numbers_of_the_service() -> None:
    assert [one.code.removeprefix("ASC-WDS").strip() for one in REQUIREMENTS] == [
        "",
        "10",
        "11",
        "11b",
        "100",
        "101",
    ]
    assert REQUIREMENTS[0] is HAS_ASC_WDS
