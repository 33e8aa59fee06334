"""The money of a fund without a window."""

import pytest

from tests.desktop.command_line.conftest import Clerk


@pytest.fixture
def funded(clerk: Clerk) -> Clerk:
    """A fund over two years with £30,000 for each."""
    clerk.does("fund-add", "Nurses", "--kind", "granted", "--opens", "1/4/2019", "--closes", "31/3/2021")
    clerk.does(
        "fund-allocate", "nurses", "--year", "2019/20", "--workstream", "Mentoring", "--set", "£30,000"
    )
    assert clerk.does(
        "fund-allocate", "nurses", "--year", "2020-21", "--workstream", "Mentoring", "--set", "30000.00"
    ) == "Allocated £30,000 of Nurses to Mentoring in 2020/21, £60,000 in all.\n"  # fmt: skip
    return clerk


def test_allocations_are_listed_and_taken_out(funded: Clerk) -> None:
    assert funded.does("fund-allocate", "nurses").count("£30,000") == 2
    taken = ("fund-allocate", "nurses", "--year", "2020/21", "--workstream", "mentoring", "--remove")
    assert funded.does(*taken) == "Removed the allocation of Nurses to Mentoring in 2020/21, £30,000.\n"
    assert "has no allocation to Mentoring in 2020/21" in funded.refuses(*taken)


def test_money_is_moved(funded: Clerk) -> None:
    agreed = ("--reason", "Fewer mentors", "--agreed-by", "Ada Example")
    moved = ("--from", "2019/20: mentoring", "--to", "2019/20: Travel")
    assert funded.does("fund-move", "nurses", "--move", "£500", *moved, *agreed) == (
        "Moved £500 from Mentoring in 2019/20 to Travel in 2019/20 in Nurses.\n"
    )
    assert "Give --from and --to" in funded.refuses(
        "fund-move", "nurses", "--move", "£5", *moved[:2], *agreed
    )
    more = ("--from", "funder", "--to", "2020/21: Travel")
    funded.does("fund-move", "nurses", "--move", "£100", *more, *agreed, "--on", "2019-11-01")
    told = funded.does("fund-move", "nurses")
    assert "The funder" in told and "1 Nov 2019" in told
    assert funded.does("fund-move", "nurses", "--remove", "£100") == (
        "Removed the variation of £100 from the funder to Travel in 2020/21.\n"
    )


def test_money_is_committed_paid_and_released(funded: Clerk) -> None:
    spend = ("fund-spend", "nurses")
    on = ("--workstream", "Mentoring", "--to-whom", "Town hall")
    assert funded.does(*spend, "--commit", "Hall", "--amount", "£400", *on) == (
        "Committed £400 of Nurses for Hall; £29,600 is free in Mentoring in 2019/20.\n"
    )
    assert funded.does(*spend, "--commit", "Coach", "--amount", "£50", "--paid", *on).startswith("Paid £50")
    assert funded.does(*spend, "--pay", "hall") == "£400 for Hall is paid on 9 December 2019.\n"
    funded.does(*spend, "--commit", "Tent", "--amount", "£60", *on)
    assert funded.does(*spend, "--release", "tent") == "£60 for Tent is released on 9 December 2019.\n"
    assert funded.does(*spend).count("Town hall") == 3
    assert funded.does(*spend, "--remove", "tent") == "Removed £60 for Tent.\n"
    assert "Give it with --amount" in funded.refuses(*spend, "--commit", "Bus")


def test_an_overspend_is_refused_or_passed_by_a_named_person(funded: Clerk) -> None:
    spend = (
        "fund-spend",
        "nurses",
        "--commit",
        "Hall",
        "--amount",
        "£30,000.01",
        "--workstream",
        "Mentoring",
    )
    assert "Give £0.01 less" in funded.refuses(*spend)
    assert "Say why Ada lets" in funded.refuses(*spend, "--passed-by", "Ada")
    told = funded.does(*spend, "--passed-by", "Ada", "--pass-reason", "agreed")
    assert (
        told
        == "Committed £30,000.01 of Nurses for Hall; £0.01 more is promised than there is in Mentoring in 2019/20.\n"
    )
    assert "Ada: agreed" in funded.does("fund-spend", "nurses")
