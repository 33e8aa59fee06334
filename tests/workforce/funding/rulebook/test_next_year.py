"""The fund of the next year."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.workforce.funding.claims.claiming import county
from tests.workforce.funding.rulebook.kept import TODAY, made_fund
from workforce.funding.claims.claims import claims
from workforce.funding.funds.allocations import allocations_of
from workforce.funding.funds.cut_offs import add_cut_off, cut_offs_of
from workforce.funding.funds.funds import Fund, add_fund, edit_fund, fund, funds
from workforce.funding.funds.items import add_item, items_of
from workforce.funding.rulebook.editing import RuleDraft, add_rule, edit_rule
from workforce.funding.rulebook.next_year import (
    Copy,
    copied,
    next_name,
    start_next_year,
    year_later,
    years_moved,
)
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.vocabulary import CutOffKind, FundKind, FundStatus, Operator, SourceStanding


def add_usual(db: Database, held: Fund) -> None:
    """Two things it pays for, one of them no longer; rules in force, ended and of one thing; a day to keep."""
    kept = add_item(
        db, held.id, "Diploma 2019/20", most_pence=87_000, first_percent=60, evidence="Certificate\nReceipt",
        valid_from=date(2019, 10, 1), valid_to=date(2020, 3, 31), source="guide.pdf", standing=SourceStanding.READ,
    )  # fmt: skip
    gone = add_item(db, held.id, "Short course", valid_to=date(2019, 12, 31))
    for item_id in (kept.id, gone.id):
        add_rule(db, held.id, RuleDraft("Few credits", "credits", Operator.AT_LEAST, "12", item_id=item_id))
    add_rule(
        db, held.id,
        RuleDraft("Completed by 31 March 2020, as the Care Act 2014 has it", "completed_on", Operator.ON_OR_BEFORE,
                  "2020-03-31", source="guide.pdf", standing=SourceStanding.EXCERPT, to_change="Ask before 2020"),
    )  # fmt: skip
    add_rule(db, held.id, RuleDraft("Up to date", "ascwds_updated_on", Operator.ON_OR_AFTER, "year_start"))
    add_rule(
        db, held.id, RuleDraft("Until then", "credits", Operator.AT_LEAST, "1", valid_to=date(2019, 9, 30))
    )
    add_cut_off(db, held.id, CutOffKind.CLAIMS, date(2020, 2, 29), at_time="noon", what="Claims for 2019/20")


def test_a_fund_is_begun_with_every_day_a_year_later(db: Database) -> None:
    held = edit_fund(
        db, made_fund(db, "Skills money 2019/20").id, purpose="Skills", contact_name="Ada", bid_pence=5
    )
    add_usual(db, held)
    assert copied(db, held, today=TODAY).words == (
        "1 thing that it pays for with its checklist, 3 rules in force and 1 day to keep"
    )
    made = start_next_year(db, held.id, today=TODAY)
    assert (made.name, made.opens_on, made.closes_on) == (
        "Skills money 2020/21", date(2020, 4, 1), date(2021, 3, 31),
    )  # fmt: skip
    assert (made.status, made.purpose, made.contact_name, made.bid_pence) == (
        FundStatus.PLANNED, "Skills", "Ada", None,
    )  # fmt: skip
    (item,) = items_of(db, made.id)
    assert (item.name, item.most_pence, item.first_percent) == ("Diploma 2020/21", 87_000, 60)
    assert item.checklist == ("Certificate", "Receipt")
    assert (item.valid_from, item.valid_to) == (date(2020, 4, 1), date(2021, 3, 31))
    assert (item.source, item.standing) == (
        "As in Skills money 2019/20: guide.pdf",
        SourceStanding.SECOND_HAND,
    )
    (day,) = cut_offs_of(db, made.id)
    assert (day.on_day, day.at_time, day.what) == (date(2021, 2, 28), "noon", "Claims for 2020/21")
    of_item, by_day, relative = rules_of(db, made.id)
    assert of_item.item_id == item.id
    assert by_day.words == "Completed by 31 March 2021, as the Care Act 2014 has it"
    assert (by_day.value, by_day.to_change) == ("2021-03-31", "Ask before 2021")
    assert by_day.standing is SourceStanding.SECOND_HAND
    assert (relative.value, relative.standing) == ("year_start", SourceStanding.OURS)


def test_the_old_fund_stays_as_it_is_and_no_money_goes_along(db: Database) -> None:
    all_of = county(db, evidence="Certificate")
    all_of.claim(db)
    before = (all_of.fund, items_of(db, all_of.fund.id), rules_of(db, all_of.fund.id))
    made = start_next_year(db, all_of.fund.id, today=TODAY, name="Example Fund again")
    assert (fund(db, all_of.fund.id), items_of(db, all_of.fund.id), rules_of(db, all_of.fund.id)) == before
    assert allocations_of(db, made.id) == [] and claims(db, fund_id=made.id) == []
    undone = history.undo(db)
    assert undone is not None and undone.action == "Started Example Fund again from Workforce Example Fund"
    assert funds(db) == [all_of.fund]


def test_a_rule_that_changed_within_the_year_goes_as_it_ended(db: Database) -> None:
    held = made_fund(db, "Skills money 2019/20")
    draft = RuleDraft("Credits", "credits", Operator.AT_LEAST, "10")
    first = add_rule(db, held.id, draft)
    edit_rule(
        db, first.id, RuleDraft("Credits", "credits", Operator.AT_LEAST, "20"), from_day=date(2019, 10, 1)
    )
    made = start_next_year(db, held.id, today=TODAY)
    (rule,) = rules_of(db, made.id)
    assert (rule.value, rule.valid_from, rule.code) == ("20", date(2020, 4, 1), first.code)


def test_a_second_time_is_refused(db: Database) -> None:
    held = made_fund(db, "Skills money 2019/20")
    start_next_year(db, held.id, today=TODAY)
    with pytest.raises(FieldProblem, match="there is a fund Skills money 2020/21 already"):
        start_next_year(db, held.id, today=TODAY)


def test_a_fund_without_an_end_is_copied_as_it_is_today(db: Database) -> None:
    held = add_fund(db, "Open fund", FundKind.SIGNPOSTED, opens_on=date(2019, 4, 1))
    add_item(db, held.id, "Diploma", valid_to=date(2020, 1, 31))
    assert copied(db, held, today=TODAY) == Copy((), (), ())
    assert copied(db, held, today=TODAY).words == "nothing else"
    made = start_next_year(db, held.id, today=TODAY)
    assert (made.name, made.closes_on) == ("Open fund 2020/21", None)


def test_nothing_lasts_beyond_the_days_that_are_known(db: Database) -> None:
    held = add_fund(db, "Late", FundKind.SIGNPOSTED, opens_on=date(2199, 4, 1))
    with pytest.raises(Problem, match="no fund can last beyond"):
        start_next_year(db, held.id, today=TODAY)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2019/20", "2020/21"), ("2019-20, in 2019", "2020-21, in 2020"), ("2019 to 2020", "2020 to 2021"),
        ("by 2019-04-01", "by 2020-04-01"), ("1998/99", "1998/99"), ("Act 2014", "Act 2014"), ("20190", "20190"),
    ],
)  # fmt: skip
def test_only_years_of_the_funds_period_move(db: Database, text: str, moved: str) -> None:
    assert years_moved(text, made_fund(db)) == moved


def test_a_name_with_a_year_and_one_without(db: Database) -> None:
    assert next_name(made_fund(db, "Money 2019/20")) == "Money 2020/21"
    assert next_name(made_fund(db, "Money")) == "Money 2020/21"


def test_the_day_after_a_leap_day() -> None:
    assert year_later(date(2020, 2, 29)) == date(2021, 2, 28)
    assert year_later(date(2019, 3, 31)) == date(2020, 3, 31)
