"""Benefit limits: none ships as checked, a person fills them in, and each holds on its own days."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem
from workforce.iwork.placements.benefits import (
    SHIPPED,
    amount_said,
    benefit_rules,
    remove_rule,
    rule_on,
    set_rule,
)
from workforce.iwork.vocabulary import BenefitKind

K = BenefitKind
TODAY = date(2026, 11, 23)
APRIL = date(2026, 4, 1)


def test_nothing_ships_as_checked() -> None:
    assert all(one.checked_on is None and not one.is_checked for one in SHIPPED)
    assert {one.kind for one in SHIPPED} == set(BenefitKind)
    assert all("not checked" in one.source for one in SHIPPED if one.amount is not None)


@pytest.mark.parametrize("kind", [K.PERMITTED_HOURS, K.PERMITTED_EARNINGS, K.LOWER_EARNINGS])
def test_later_years_ship_empty(kind: BenefitKind) -> None:
    held = rule_on(SHIPPED, kind, TODAY)
    assert held is not None
    assert (held.amount, held.state_words, held.amount_words) == (None, "Not filled in", "not filled in")


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2025, 2, 28), None), (date(2025, 3, 31), 18350), (date(2025, 4, 1), 19550),
        (date(2026, 3, 31), 19550), (date(2026, 4, 1), None),
    ],
)  # fmt: skip
def test_each_holds_on_its_own_days(day: date, amount: int | None) -> None:
    held = rule_on(SHIPPED, K.PERMITTED_EARNINGS, day)
    assert (held.amount if held else None) == amount


def test_amounts_are_said_in_their_unit() -> None:
    assert amount_said(K.PERMITTED_HOURS, 960) == "16 hours"
    assert amount_said(K.PERMITTED_EARNINGS, 19550) == "£195.50"
    assert amount_said(K.ACCESS_WEEKS, 6) == "6 weeks"


def test_a_person_fills_in_a_limit_and_it_counts_as_checked(vault: Database) -> None:
    made = set_rule(
        vault, K.PERMITTED_EARNINGS, APRIL, amount=200_00, source="A page", checked_on=TODAY, today=TODAY
    )
    assert made.is_checked
    assert made.state_words == "Checked 23 Nov 2026"
    assert rule_on(benefit_rules(vault), K.PERMITTED_EARNINGS, TODAY) == made
    assert len(benefit_rules(vault)) == len(SHIPPED)


def test_without_a_day_it_is_filled_in_and_not_checked(vault: Database) -> None:
    made = set_rule(
        vault, K.LOWER_EARNINGS, APRIL, amount=20_00, source="A page", checked_on=None, today=TODAY
    )
    assert (made.is_checked, made.state_words) == (False, "Not checked")


def test_a_later_limit_ends_the_one_before(vault: Database) -> None:
    set_rule(
        vault, K.ACCESS_WEEKS, date(2026, 7, 1), amount=8, source="A page", checked_on=TODAY, today=TODAY
    )
    rules = benefit_rules(vault)
    before, after = rule_on(rules, K.ACCESS_WEEKS, date(2026, 6, 30)), rule_on(rules, K.ACCESS_WEEKS, TODAY)
    assert before is not None and before.amount == 6 and before.until_on == date(2026, 6, 30)
    assert before.checked_on is None, "what was ended counts as checked no more than before"
    assert after is not None and after.amount == 8


def test_what_was_filled_in_by_mistake_is_taken_away_and_what_ships_stands_again(vault: Database) -> None:
    made = set_rule(
        vault, K.LOWER_EARNINGS, APRIL, amount=1, source="Typed wrongly", checked_on=None, today=TODAY
    )
    remove_rule(vault, made.id)
    held = rule_on(benefit_rules(vault), K.LOWER_EARNINGS, TODAY)
    assert held is not None and held.amount is None


def test_a_limit_undone_is_as_it_ships(vault: Database) -> None:
    set_rule(
        vault, K.ACCESS_WEEKS, date(2026, 7, 1), amount=8, source="A page", checked_on=TODAY, today=TODAY
    )
    history.undo(vault)
    assert [one for one in benefit_rules(vault) if one.id] == []


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"amount": 0}, "amount"), ({"source": " "}, "source"), ({"until_on": date(2026, 3, 1)}, "until_on"),
        ({"checked_on": date(2026, 11, 24)}, "checked_on"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(vault: Database, given: dict[str, object], field: str) -> None:
    facts = {"amount": 100, "source": "A page", "checked_on": TODAY, **given}
    with pytest.raises(FieldProblem) as refused:
        set_rule(vault, K.LOWER_EARNINGS, APRIL, today=TODAY, **facts)  # type: ignore[arg-type]
    assert refused.value.field == field
