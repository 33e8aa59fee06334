"""Starting from a fund that is known."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import Problem
from tests.workforce.funding.rulebook.kept import TODAY, made_fund
from tests.workforce.funding.rulebook.ruling import shipped_rules
from workforce.funding.funds.cut_offs import cut_offs_of
from workforce.funding.funds.funds import add_fund, funds
from workforce.funding.funds.items import items_of
from workforce.funding.rulebook.known_funds.ldss import ASCTDF, LDSS_2024, LDSS_2025
from workforce.funding.rulebook.known_funds.template import Template
from workforce.funding.rulebook.known_funds.wdf import WDF_2017, WDF_2018, WDF_2019
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.rulebook.shipped import (
    SHIPPED,
    days_outside,
    draft_of_shipped,
    over_words,
    ship,
    ship_rules,
    template,
)
from workforce.funding.vocabulary import FundKind, FundStatus, SourceStanding


@pytest.mark.parametrize("asked", SHIPPED, ids=lambda one: one.key)
def test_each_known_fund_is_made_in_one_change_with_all_that_is_known(db: Database, asked: Template) -> None:
    made = ship(db, asked, today=TODAY)
    assert (made.name, made.kind, made.opens_on) == (asked.name, asked.kind, asked.opens_on)
    kept = rules_of(db, made.id)
    assert [(one.code, one.value, one.source) for one in kept] == [
        (one.code, one.value, one.source) for one in asked.rules
    ]
    assert [one.name for one in items_of(db, made.id)] == [one.name for one in asked.items]
    assert len(cut_offs_of(db, made.id)) == len(asked.cut_offs)
    change = history.undo(db)
    assert change is not None and funds(db) == []


def test_every_figure_says_where_it_was_read_and_what_was_read_nowhere_is_empty() -> None:
    for asked in SHIPPED:
        assert all(one.source for one in (*asked.rules, *asked.items)), asked.key
        for one in asked.rules:
            assert (one.standing is SourceStanding.NOT_VERIFIED) == (not one.value and not one.other_fact), (
                one.code
            )
        for item in asked.items:
            assert (item.standing is SourceStanding.NOT_VERIFIED) == (item.most_pence is None), item.name


def test_the_figures_of_the_vocabulary() -> None:
    most = {one.name.split(" (")[0]: one.most_pence for one in WDF_2017.items}
    assert most == {
        "Level 2 diploma": 69_000,
        "Level 3 diploma": 87_000,
        "Level 4 diploma": None,
        "Level 5 diploma": None,
    }
    assert [one.most_pence for one in LDSS_2024.items] == [150_000, None]
    assert [one.most_pence for one in LDSS_2025.items] == [154_000, None]
    assert (
        "No more for a learner in a year than the limit in pounds, which replaced the 60 credits"
        in WDF_2018.lacks
    )
    assert [one.on_day for one in LDSS_2024.cut_offs] == [date(2025, 3, 21), date(2025, 3, 31)]
    assert LDSS_2024.cut_offs[0].at_time == "11:59pm"


def test_a_fund_that_is_over_is_closed_and_one_to_come_is_planned(db: Database) -> None:
    assert ship(db, WDF_2019, today=date(2020, 3, 31)).status is FundStatus.OPEN
    assert ship(db, WDF_2019, today=date(2020, 4, 1), name="Again").status is FundStatus.CLOSED
    assert ship(db, LDSS_2025, today=date(2025, 3, 31)).status is FundStatus.PLANNED


def test_rules_are_given_to_a_fund_that_is_held_once(db: Database) -> None:
    fund = made_fund(db)
    kept = ship_rules(db, fund.id, WDF_2019)
    assert len(kept) == len(WDF_2019.rules) == len(shipped_rules(WDF_2019))
    with pytest.raises(Problem, match="has all the rules"):
        ship_rules(db, fund.id, WDF_2019)


def test_a_known_fund_by_its_key() -> None:
    assert template(" LDSS-2025-26 ") is LDSS_2025 and LDSS_2025.kind is FundKind.SIGNPOSTED
    with pytest.raises(Problem, match="wdf-2019-20"):
        template("gold")
    assert draft_of_shipped(WDF_2019.rules[1]).when_fact == "ascwds_eligible"


def test_a_fund_that_never_ran_is_closed_from_the_start(db: Database) -> None:
    made = ship(db, ASCTDF, today=date(2024, 5, 1))
    assert (made.status, made.closes_on) == (FundStatus.CLOSED, None)


def test_the_days_of_another_years_rules_are_told_before_they_are_given(db: Database) -> None:
    held = add_fund(
        db, "Next Example Fund", FundKind.HELD, opens_on=date(2026, 4, 1), closes_on=date(2027, 3, 31)
    )
    told = days_outside(db, held, template("wdf-2019-20"), today=date(2026, 11, 1))
    assert any("31 March 2020" in one and "before the fund opens on 1 April 2026" in one for one in told)
    own = ship(db, template("wdf-2019-20"), today=date(2026, 11, 1))
    assert days_outside(db, own, template("wdf-2019-20"), today=date(2019, 11, 1)) == []
    assert over_words(own).endswith("its status is Closed, and nobody can claim from it.")
    assert over_words(held) == ""
