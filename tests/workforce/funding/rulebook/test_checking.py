"""What is wrong with rules."""

from datetime import date

import pytest

from tests.workforce.funding.rulebook.ruling import ON, ruled, shipped_rules, where
from workforce.funding.rulebook.checking import FaultKind, faults
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.shipped import SHIPPED
from workforce.funding.vocabulary import Operator

O = Operator  # noqa: E741
KIND = ruled("kind", O.IS, "home_care", code="A1")


def kinds_of(*rules: Rule) -> list[tuple[FaultKind, tuple[str, ...]]]:
    """What is found, and of which rules."""
    return [(one.kind, one.rules) for one in faults(rules, on=ON)]


def test_two_rules_that_contradict_each_other_are_named_with_what_they_say() -> None:
    other = ruled("kind", O.ONE_OF, "nursing_home;day_care", code="A2")
    (found,) = faults([KIND, other], on=ON)
    assert found.kind is FaultKind.CONTRADICTION and found.rules == ("A1", "A2") and found.is_serious
    assert found.sentence == (
        "Rules A1 and A2 contradict each other: no case can meet both (A1: kind of service is Home care; A2: kind of "
        "service is one of Nursing home or Day care). Change one of them, or let one end before the other begins."
    )


def test_only_those_that_have_a_part_in_a_contradiction_are_named() -> None:
    some = [
        ruled("kind", O.ONE_OF, "home_care;day_care", code="A1"), ruled("registered", O.IS, "yes", code="A2"),
        ruled("kind", O.IS_NOT, "home_care", code="A3"), ruled("kind", O.IS_NOT, "day_care", code="A4"),
    ]  # fmt: skip
    assert kinds_of(*some) == [(FaultKind.CONTRADICTION, ("A1", "A3", "A4"))]


def test_rules_that_hold_at_different_times_do_not_contradict_each_other() -> None:
    old = ruled("kind", O.IS, "home_care", code="A1", valid_to=date(2020, 3, 31))
    new = ruled("kind", O.IS, "day_care", code="A1", id="later", valid_from=date(2020, 4, 1))
    assert kinds_of(old, new) == []
    overlapping = ruled("kind", O.IS, "day_care", code="A1", id="later", valid_from=date(2020, 3, 31))
    assert kinds_of(old, overlapping) == [(FaultKind.CONTRADICTION, ("A1", "later"))]


def test_rules_for_different_things_that_a_fund_pays_for_do_not_either() -> None:
    one = ruled("kind", O.IS, "home_care", code="A1", item_id="level 2")
    other = ruled("kind", O.IS, "day_care", code="A2", item_id="level 3")
    whole = ruled("kind", O.IS, "day_care", code="A3")
    assert kinds_of(one, other) == []
    found = kinds_of(one, other, whole)
    assert (FaultKind.CONTRADICTION, ("A1", "A3")) in found and (FaultKind.DUPLICATE, ("A2", "A3")) in found


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (ruled("ascwds_share", O.AT_LEAST, "120%"), "at least 120%. Nobody would ever be eligible."),
        (ruled("ascwds_workers", O.LESS_THAN, "0"), "less than 0"),
        (ruled("claimed_this_year", O.LESS_THAN, "0", **where("kind", O.IS, "day_care")),
         "Nobody would ever be eligible where kind of service is Day care."),
    ],
)  # fmt: skip
def test_a_rule_that_can_never_be_met(rule: Rule, said: str) -> None:
    (found,) = faults([rule], on=ON)
    assert found.kind is FaultKind.NEVER_MET
    assert found.sentence.startswith("Rule R1 can never be met: ") and said in found.sentence


def test_a_rule_that_never_comes_into_play() -> None:
    only = ruled("registered", O.IS, "yes", code="A2", **where("kind", O.IS, "day_care"))
    (found,) = faults([KIND, only], on=ON)
    assert (found.kind, found.rules) == (FaultKind.NEVER_APPLIES, ("A2", "A1"))
    assert found.sentence == "Rule A2 is never asked: “kind of service is Day care” is ruled out by rule A1."
    never = ruled("registered", O.IS, "yes", code="A3", **where("ascwds_share", O.MORE_THAN, "100%"))
    assert kinds_of(never) == [(FaultKind.NEVER_APPLIES, ("A3",))]


def test_a_rule_outside_the_time_of_its_fund() -> None:
    period = date(2019, 4, 1), date(2020, 3, 31)
    early = ruled("kind", O.IS, "home_care", code="A1", valid_to=date(2019, 3, 31))
    late = ruled("kind", O.IS, "home_care", code="A1", id="late", valid_from=date(2020, 4, 1))
    said = [one.sentence for one in faults([early, late], on=ON, period=period)]
    assert said == [
        "Rule A1 never comes into play: it ends on 31 March 2019, before the fund opens on 1 April 2019.",
        "Rule A1 never comes into play: it begins on 1 April 2020, after the fund closes on 31 March 2020.",
    ]


def test_rules_for_some_contradict_each_other_only_where_both_can_be_asked() -> None:
    high = ruled("ascwds_share", O.AT_LEAST, "95%", code="A1", **where("kind", O.IS, "nursing_home"))
    low = ruled("ascwds_share", O.LESS_THAN, "95%", code="A2", **where("kind", O.IS, "day_care"))
    good = ruled("ascwds_share", O.LESS_THAN, "95%", code="A3", **where("rating", O.IS, "good"))
    assert kinds_of(high, low) == []
    assert kinds_of(high, good) == [(FaultKind.CONTRADICTION, ("A1", "A3"))]
    for_all = ruled("ascwds_share", O.LESS_THAN, "50%", code="A4")
    assert kinds_of(high, for_all) == [(FaultKind.CONTRADICTION, ("A4", "A1"))]


def test_what_is_said_twice_always_met_or_without_a_figure() -> None:
    twice = ruled("kind", O.IS, "home_care", code="A2")
    assert kinds_of(KIND, twice) == [(FaultKind.DUPLICATE, ("A1", "A2"))]
    assert kinds_of(ruled("ascwds_share", O.AT_LEAST, "0%")) == [(FaultKind.ALWAYS_MET, ("R1",))]
    (empty,) = faults([ruled("pence", O.AT_MOST)], on=ON)
    assert empty.kind is FaultKind.NO_FIGURE and not empty.is_serious


@pytest.mark.parametrize("template", SHIPPED, ids=lambda one: one.key)
def test_nothing_is_wrong_with_what_ships_but_figures_that_nobody_read(template) -> None:  # type: ignore[no-untyped-def]
    found = faults(
        shipped_rules(template), on=template.opens_on, period=(template.opens_on, template.closes_on)
    )
    assert {one.kind for one in found} <= {FaultKind.NO_FIGURE}
