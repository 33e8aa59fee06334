"""The rules of funds, without a window."""

from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Clerk
from tests.workforce.funding.rulebook.kept import made_services
from workforce.funding.rulebook.rules import rules


@pytest.fixture
def held(clerk: Clerk) -> Clerk:
    """The Workforce Development Fund of 2019/20 and three services."""
    clerk.with_db(lambda db: made_services(db))
    told = clerk.does("rule-known", "--start", "wdf-2019-20")
    assert told == (
        "Started Workforce Development Fund 2019/20: held and paid out by us, 1 April 2019 to 31 March 2020.\n"
    )
    return clerk


def kept(clerk: Clerk) -> list[tuple[str, str]]:
    """Codes and values."""
    found: list[tuple[str, str]] = []
    clerk.with_db(lambda db: found.extend((one.code, one.value) for one in rules(db)))
    return found


def test_known_funds_and_what_rules_can_speak_of(clerk: Clerk, tmp_path: Path) -> None:
    told = clerk.does("rule-known")
    assert "ldss-2025-26" in told and "No more for a claimant in a year than the cap of the scheme" in told
    assert "learner_claimed_this_year" in clerk.does("rule-facts")
    out = tmp_path / "facts.csv"
    assert "Saved" in clerk.does("rule-facts", "--out", out) and out.is_file()
    assert "no fund that is known" in clerk.refuses("rule-known", "--start", "gold")
    assert "Say which with --to" in clerk.refuses("rule-known", "--rules-of", "burdett")


def test_rules_are_listed_as_at_a_day_and_with_their_faults(held: Clerk) -> None:
    told = held.does("rules", "workforce")
    assert "ASC-WDS 101" in told and "as at 9 December 2019" in told and "Skills for Care" in told
    held.does("rule-end", "workforce", "WDF-2", "--last-day", "2019-12-01", "--save")
    assert "WDF-2" not in held.does("rules", "workforce")
    assert "WDF-2" in held.does("rules", "workforce", "--all")
    assert "WDF-2" in held.does("rules", "workforce", "--on", "2019-12-01")
    assert "Nothing to list" in held.does("rules", "workforce", "--faults")


def test_who_flips_is_told_before_anything_is_kept(held: Clerk) -> None:
    before = kept(held)
    asked = (
        "rule-add",
        "workforce",
        "--words",
        "Home care.",
        "--fact",
        "kind",
        "--operator",
        "is",
        "--value",
        "home care",
    )
    told = held.does(*asked)
    assert "1 of 3 services and claims would come out differently on 9 December 2019" in told
    assert "Rosewood House" in told and "Nothing was written" in told and kept(held) == before
    told = held.does(*asked, "--save")
    assert "Rosewood House" in told and told.endswith(
        "Added rule R1 to Workforce Development Fund 2019/20.\n"
    )
    assert ("R1", "home_care") in kept(held)
    held.does("rule-move", "workforce", "R1", "up")
    told = held.does("rule-remove", "workforce", "R1")
    assert "Nothing was written" in told
    assert "Removed rule R1" in held.does("rule-remove", "workforce", "R1", "--save")
    assert kept(held) == before


def test_a_rule_that_can_never_be_met_and_a_contradiction_are_said(held: Clerk) -> None:
    told = held.does("rule-edit", "workforce", "ASC-WDS 101", "--value", "120%")
    assert "Rule ASC-WDS 101 can never be met" in told
    told = held.does(
        "rule-add", "workforce", "--words", "Later.", "--fact", "completed_on", "--operator", "on_or_after", "--value",
        "1 April 2020",
    )  # fmt: skip
    assert "Rules WDF-1 until and R1 contradict each other" in told


def test_a_rule_is_changed_from_a_day_on(held: Clerk) -> None:
    told = held.does(
        "rule-edit", "workforce", "ASC-WDS 101", "--value", "95 %", "--from-day", "2020-01-01", "--words",
        "At least 95%.", "--save",
    )  # fmt: skip
    assert "Changed rule ASC-WDS 101 of Workforce Development Fund 2019/20 from 1 January 2020." in told
    assert [value for code, value in kept(held) if code == "ASC-WDS 101"] == ["90%", "95%"]
    told = held.does("rule-edit", "workforce", "WDF-2", "--when-value", "no", "--item", "Level 2", "--save")
    assert "Changed rule WDF-2" in told


def test_a_service_is_tried(held: Clerk, tmp_path: Path) -> None:
    told = held.does("rule-try", "workforce", "Wren", "--item", "Level 2")
    assert "Workforce Development Fund 2019/20, Wren Home Care: Needs information" in told
    assert "Find out: has an ASC-WDS account" in told
    assert "Saved" in held.does(
        "rule-try", "workforce", "Wren", "--on", "2019-12-01", "--out", tmp_path / "t.xlsx"
    )


def test_what_cannot_be_read_is_refused(held: Clerk) -> None:
    assert "It has ASC-WDS" in held.refuses("rule-edit", "workforce", "Z9")
    told = held.refuses("rule-add", "workforce", "--words", "x", "--fact", "shoes", "--operator", "is")
    assert "“rule-facts” lists them" in told
    assert "needs --when-operator" in held.refuses(
        "rule-add", "workforce", "--words", "x", "--fact", "kind", "--operator", "is", "--value", "home care",
        "--when-fact", "registered", "--when-value", "yes",
    )  # fmt: skip
    assert "no amount of money" in held.refuses(
        "rule-add",
        "workforce",
        "--words",
        "x",
        "--fact",
        "pence",
        "--operator",
        "at_most",
        "--value",
        "1.250,00",
    )


def test_rules_are_given_to_a_fund_that_is_held(held: Clerk) -> None:
    told = held.does("rule-known", "--rules-of", "wdf-2017-18", "--to", "workforce")
    assert told == "Workforce Development Fund 2019/20 has 10 rules now.\n"


def test_rules_of_other_years_are_not_given_without_a_word(held: Clerk) -> None:
    held.does(
        "fund-add", "Next Example Fund", "--kind", "held", "--opens", "2026-04-01", "--closes", "2027-03-31"
    )
    asked = ("rule-known", "--rules-of", "wdf-2019-20", "--to", "Next Example")
    told = held.refuses(*asked)
    assert "Nothing was written" in told and "31 March 2020" in told
    assert "31 March 2020" in held.does(*asked, "--though-outside")
    assert "before the fund opens on 1 April 2026" in held.does("rules", "Next Example", "--faults")


def test_a_known_fund_whose_days_are_over_says_so(clerk: Clerk) -> None:
    told = clerk.does("rule-known", "--start", "wdf-2017-18", "--name", "Old Example Fund")
    assert "its status is Closed, and nobody can claim from it" in told


def test_a_rule_that_nobody_can_meet_is_asked_about_once_more(held: Clerk) -> None:
    wrong = (
        "rule-add", "workforce", "--words", "Nobody", "--fact", "ascwds_workers", "--operator", "less_than",
        "--value", "0", "--code", "NOBODY", "--save",
    )  # fmt: skip
    assert "Nothing was written" in held.refuses(*wrong)
    assert "NOBODY" not in held.does("rules", "workforce")
    assert "Added rule NOBODY" in held.does(*wrong, "--though-faulty")
