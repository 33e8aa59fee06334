"""Funds without a window."""

from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Clerk


@pytest.fixture
def funded(clerk: Clerk) -> Clerk:
    """One fund, open for 2019/20."""
    told = clerk.does(
        "fund-add", "Skills money", "--kind", "held", "--opens", "1/4/2019", "--closes", "31/3/2020", "--status",
        "open", "--funder", "Care Council", "--bid", "£120,000",
    )  # fmt: skip
    assert told == "Added the fund Skills money (open).\n"
    return clerk


def test_a_fund_is_told_with_its_runway(funded: Clerk, tmp_path: Path) -> None:
    funded.does("fund-allocate", "skills", "--set", "112,000")
    funded.does("fund-spend", "skills", "--commit", "Hall", "--amount", "£910", "--on", "1/11/2019")
    told = funded.does("fund", "skills")
    assert told.splitlines()[0] == (
        "Skills money: open, 1 April 2019 to 31 March 2020. Held and paid out by us, by Care Council."
    )
    assert "£109,960 is left when it closes on 31 March 2020, at this pace" in told
    assert "Hall" in told and "2019/20" in told
    assert "£111,090" in funded.does("funds")
    assert "£109,960 left on 31 March 2020" in funded.does("fund-suggest", "skills")
    saved = tmp_path / "funds.xlsx"
    assert "1 row" in funded.does("funds", "--out", str(saved))
    assert saved.is_file()
    funded.does("fund", "skills", "--out", str(tmp_path / "fund.xlsx"))


def test_a_fund_is_put_right_and_put_away(funded: Clerk) -> None:
    assert funded.does("fund-edit", "skills", "--name", "Skills 2019", "--status", "closing") == (
        "Changed the fund Skills 2019 (closing).\n"
    )
    assert funded.does("fund-edit", "skills", "--archive") == "Archived the fund Skills 2019 (closing).\n"
    assert "Skills" not in funded.does("funds").partition("Base")[0]
    assert "Skills 2019" in funded.does("funds", "--archived")
    assert funded.does("fund-edit", "skills", "--restore") == "Restored the fund Skills 2019 (closing).\n"
    assert "There is no fund “none”" in funded.refuses("fund", "none")


def test_the_fund_of_the_next_year(funded: Clerk) -> None:
    funded.does("fund-items", "skills", "--add", "Level 2")
    told = funded.does("fund-next-year", "skills", "--name", "Skills again")
    assert told.startswith("Started Skills again, 1 April 2020")
    assert told.endswith(
        "with its terms and 1 thing that it pays for with its checklist. No money, no claims.\n"
    )
    assert "Level 2" in funded.does("fund-items", "again")
    assert "Skills again already" in funded.refuses(
        "fund-next-year", "skills money", "--name", "Skills again"
    )


def test_days_to_keep(funded: Clerk) -> None:
    assert funded.does("fund-days", "skills", "--add", "claims", "--on", "13/3/2020", "--time", "5pm") == (
        "Skills money has a day to keep: last day for claims, 13 March 2020, 5pm.\n"
    )
    assert "13 Mar 2020" in funded.does("fund-days", "skills")
    assert funded.does("fund-days", "skills", "--remove", "claims") == (
        "Removed the day of Skills money: last day for claims, 13 March 2020, 5pm.\n"
    )


def test_what_it_pays_for(funded: Clerk) -> None:
    told = funded.does(
        "fund-items", "skills", "--add", "Level 2", "--most", "£1,540", "--first-percent", "60", "--evidence",
        "Certificate", "--evidence", "Receipt",
    )  # fmt: skip
    assert told == "Skills money pays for Level 2: £1,540, 60%, then 40%.\n"
    assert funded.does("fund-items", "skills", "--edit", "level", "--most", "1,600.50") == (
        "Changed Level 2: £1,600.50, 60%, then 40%.\n"
    )
    assert "Certificate; Receipt" in funded.does("fund-items", "skills")
    assert funded.does("fund-items", "skills", "--remove", "level").startswith("Removed Level 2")


def test_an_amount_with_a_comma_for_pence_is_refused(funded: Clerk) -> None:
    answer = funded("fund-allocate", "skills", "--set", "1.250,00")
    assert answer.code != 0
    assert "write 1,250.00" in answer.err
