"""Rules added, put right, changed from a day on, moved and removed."""

from dataclasses import replace
from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.workforce.funding.rulebook.kept import made_fund
from workforce.funding.rulebook.editing import (
    RuleDraft,
    add_rule,
    capital,
    draft_of,
    edit_rule,
    end_rule,
    move_rule,
    next_code,
    remove_rule,
    rule_of,
    rules_with,
)
from workforce.funding.rulebook.facts import FACTS
from workforce.funding.rulebook.rules import rule, rules_of
from workforce.funding.vocabulary import Operator, Subject

O = Operator  # noqa: E741
DRAFT = RuleDraft("At least 90% of the records.", "ascwds_share", O.AT_LEAST, "90%")


def test_a_rule_is_added_with_the_next_code_and_taken_back(db: Database) -> None:
    fund = made_fund(db)
    first = add_rule(db, fund.id, DRAFT)
    second = add_rule(db, fund.id, RuleDraft("Home care.", "kind", O.IS, "home_care"))
    assert (first.code, second.code, second.position) == ("R1", "R2", 1)
    assert first.subject is Subject.SERVICE and draft_of(first) == replace(DRAFT, code="R1")
    change = history.undo(db)
    assert change is not None and rules_of(db, fund.id) == [first]


def test_a_rule_is_put_right_as_it_stands(db: Database) -> None:
    kept = add_rule(db, made_fund(db).id, DRAFT)
    changed = edit_rule(db, kept.id, replace(DRAFT, value="95%"))
    assert (changed.id, changed.value, changed.code) == (kept.id, "95%", "R1")


def test_a_rule_changed_from_a_day_on_keeps_its_words_until_then(db: Database) -> None:
    fund = made_fund(db)
    kept = add_rule(db, fund.id, DRAFT)
    day = date(2020, 4, 1)
    new = edit_rule(db, kept.id, replace(DRAFT, value="95%"), from_day=day)
    assert new.id != kept.id and new.code == kept.code and new.valid_from == day
    assert [one.value for one in rules_of(db, fund.id, on=date(2020, 3, 31))] == ["90%"]
    assert [one.value for one in rules_of(db, fund.id, on=day)] == ["95%"]
    history.undo(db)
    assert rules_of(db, fund.id) == [kept]


def test_from_a_day_that_does_not_fit(db: Database) -> None:
    fund = made_fund(db)
    first, last = date(2019, 6, 1), date(2019, 9, 30)
    kept = add_rule(db, fund.id, replace(DRAFT, valid_from=first, valid_to=last))
    for day, said in (
        (first, "itself begins on 1 June 2019"),
        (date(2019, 10, 1), "ends on 30 September 2019"),
    ):
        with pytest.raises(FieldProblem, match=said) as refused:
            edit_rule(db, kept.id, DRAFT, from_day=day)
        assert refused.value.field == "from_day"


def test_a_rule_ends_and_is_removed(db: Database) -> None:
    fund = made_fund(db)
    kept = add_rule(db, fund.id, replace(DRAFT, valid_from=date(2019, 6, 1)))
    with pytest.raises(FieldProblem, match="begins on 1 June 2019"):
        end_rule(db, kept.id, last_day=date(2019, 5, 31))
    assert end_rule(db, kept.id, last_day=date(2019, 12, 31)).valid_to == date(2019, 12, 31)
    remove_rule(db, kept.id)
    assert rules_of(db, fund.id) == []


def test_rules_move(db: Database) -> None:
    fund = made_fund(db)
    first, second = add_rule(db, fund.id, DRAFT), add_rule(db, fund.id, replace(DRAFT, value="95%"))
    move_rule(db, second.id, by=-1)
    assert [one.id for one in rules_of(db, fund.id)] == [second.id, first.id]
    with pytest.raises(Problem, match="the first one already"):
        move_rule(db, second.id, by=-1)
    with pytest.raises(Problem, match="the last one already"):
        move_rule(db, first.id, by=1)
    assert rule(db, first.id).position == 1


@pytest.mark.parametrize(
    ("draft", "field", "said"),
    [
        (replace(DRAFT, words=" "), "words", "says nothing yet"),
        (replace(DRAFT, operator=O.ONE_OF), "operator", "says nothing of the share"),
        (replace(DRAFT, value="most"), "value", "held against"),
        (replace(DRAFT, fact="ascwds_workers", value="-1"), "value", "never less than nothing"),
        (replace(DRAFT, other_fact="ascwds_share"), "other_fact", "against itself"),
        (replace(DRAFT, other_fact="kind"), "other_fact", "cannot be compared"),
        (replace(DRAFT, other_fact="nothing"), "other_fact", "no fact that rules can speak of"),
        (replace(DRAFT, when_value="yes"), "when_fact", "without the fact"),
        (replace(DRAFT, when_fact="registered"), "when_value", "Only where"),
        (replace(DRAFT, when_fact="registered", when_operator=O.AT_LEAST, when_value="1"), "when_operator", "nothing"),
        (replace(DRAFT, when_fact="registered", when_operator=O.IS, when_value="x"), "when_value", "held against"),
        (replace(DRAFT, to_change="Update {some}"), "to_change", "In braces can stand"),
        (replace(DRAFT, valid_from=date(2020, 1, 2), valid_to=date(2020, 1, 1)), "valid_to", "before it begins"),
        (replace(DRAFT, code="R1"), "code", "the code R1 at the same time"),
        (RuleDraft("x", "completed_on", O.ON_OR_AFTER, "2020-01-01", "started_on"), "value", "Leave the value empty"),
        (RuleDraft("x", "completed_on", O.ON_OR_AFTER, "", "pence"), "other_fact", "cannot be compared"),
        (RuleDraft("x", "kind", O.ONE_OF, "day_care", "district"), "other_fact", "no other fact"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_at_its_field(
    db: Database, draft: RuleDraft, field: str, said: str
) -> None:
    fund = made_fund(db)
    kept = add_rule(db, fund.id, DRAFT)
    with pytest.raises(FieldProblem, match=said) as refused:
        add_rule(db, fund.id, draft)
    assert refused.value.field == field and rules_of(db, fund.id) == [kept]


def test_a_code_may_be_used_again_at_another_time(db: Database) -> None:
    fund = made_fund(db)
    add_rule(db, fund.id, replace(DRAFT, code="R9", valid_to=date(2020, 3, 31)))
    assert add_rule(db, fund.id, replace(DRAFT, code="R9", valid_from=date(2020, 4, 1))).code == "R9"
    assert next_code(rules_of(db, fund.id)) == "R10"


def test_what_would_be_is_told_without_keeping_it() -> None:
    held = [rule_of(replace(DRAFT, code="R1"), key="one")]
    after = rules_with(held, replace(DRAFT, value="95%"), key="one", from_day=date(2020, 4, 1))
    assert [(one.value, one.valid_to, one.valid_from) for one in after] == [
        ("90%", date(2020, 3, 31), None), ("95%", None, date(2020, 4, 1)),
    ]  # fmt: skip
    assert len(rules_with(held, DRAFT)) == 2
    assert capital(FACTS["kind"]) == "Kind of service"


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_rule_changes_on_a_day_of_our_times(day: date) -> None:
    held = [rule_of(replace(DRAFT, code="R1"), key="one")]
    with pytest.raises(FieldProblem, match="none of our times"):
        rules_with(held, DRAFT, key="one", from_day=day)
