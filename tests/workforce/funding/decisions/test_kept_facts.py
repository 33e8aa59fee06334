import json
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as some

from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import county, rule
from workforce.funding.decisions.kept_facts import (
    facts_as_text,
    facts_from_text,
    rule_as_json,
    rule_from_json,
)
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.vocabulary import Operator

VALUES = some.one_of(
    some.none(), some.booleans(), some.integers(), some.text(), some.dates(), some.fractions(),
    some.frozensets(some.text()),
)  # fmt: skip


@given(some.dictionaries(some.text(), VALUES))
def test_facts_come_back_as_they_were(facts: dict[str, object]) -> None:
    back = facts_from_text(facts_as_text(facts))  # type: ignore[arg-type]
    assert back == facts
    assert {name: type(value) for name, value in back.items()} == {
        name: type(value) for name, value in facts.items()
    }


def test_the_same_facts_are_the_same_text() -> None:
    one = {"b": Fraction(28, 31), "a": date(2019, 4, 1), "c": frozenset({"y", "x"})}
    assert facts_as_text(one) == facts_as_text(dict(reversed(one.items())))
    assert json.loads(facts_as_text(one)) == {
        "a": {"day": "2019-04-01"}, "b": {"share": "28/31"}, "c": {"words": ["x", "y"]},
    }  # fmt: skip


def test_rules_come_back_as_they_were(db: Database) -> None:
    held = county(db)
    rule(
        db, held.fund, "From a day on", "rated_on", Operator.ON_OR_AFTER, "2019-04-01", when_fact="kind",
        when_operator=Operator.IS, when_value="nursing_home", valid_from=date(2019, 4, 1), item_id=held.level_2.id,
    )  # fmt: skip
    kept = rules_of(db, held.fund.id)
    assert len(kept) == 3
    for one in kept:
        assert rule_from_json(json.loads(json.dumps(rule_as_json(one)))) == one


def test_a_column_that_rules_do_not_have_any_more_is_left_out(db: Database) -> None:
    (first, *_) = rules_of(db, county(db).fund.id)
    assert rule_from_json({**rule_as_json(first), "given_up": "long ago"}) == first
