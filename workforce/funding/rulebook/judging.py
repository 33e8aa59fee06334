"""One rule held against what is known of one case. Pure, and the same for everybody of whom the same is known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from operator import ge, gt, le, lt
from typing import Any

from resources.spans import months_before
from resources.words import plain
from workforce.funding.rulebook.facts import FACTS, Fact, FactType, FactValue
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.values import DAYS, LISTS, SAME, WINDOWS, Bound, needs_value, read_kept
from workforce.funding.vocabulary import Met, Operator

_COMPARED: Mapping[Operator, Callable[[Any, Any], Any]] = {
    Operator.AT_LEAST: ge, Operator.AT_MOST: le, Operator.MORE_THAN: gt, Operator.LESS_THAN: lt,
    Operator.ON_OR_AFTER: ge, Operator.ON_OR_BEFORE: le,
}  # fmt: skip


@dataclass(frozen=True)
class Window:
    """The days on which something counts, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class Condition:
    """A fact held against a bound, and another fact where `other` is given. Without a figure `bound` is None."""

    fact: Fact
    operator: Operator
    bound: Bound | None
    other: Fact | None
    on: date

    @property
    def lacks_figure(self) -> bool:
        """Whether what it is held against is still to be filled in."""
        return self.bound is None and needs_value(self.operator, self.other.name if self.other else "")

    def judge(self, value: FactValue, other: FactValue = None) -> Met:
        """Whether it is met."""
        if value is None and self.fact.or_the_day:
            value = self.on
        if self.lacks_figure or value is None or value == "" or (self.other is not None and other is None):
            return Met.NOT_KNOWN
        return Met.MET if self._holds(value, other) else Met.NOT_MET

    def _holds(self, value: Any, other: FactValue) -> bool:
        if self.operator in WINDOWS:
            window = self.window(other)
            return bool(window.first <= value <= window.last)
        if self.fact.type.is_set_of_words:
            return self._has_word(value, other)
        wanted = self.wanted(other)
        if self.operator in SAME:
            return bool(value == wanted) is (self.operator is Operator.IS)
        return bool(_COMPARED[self.operator](value, wanted))

    def _has_word(self, value: str | frozenset[str], other: FactValue) -> bool:
        held = {plain(value)} if isinstance(value, str) else {plain(word) for word in value}
        if self.operator in LISTS:
            assert isinstance(self.bound, frozenset)
            return bool(held & self.bound) is (self.operator is Operator.ONE_OF)
        wanted = plain(str(other)) if self.other is not None else self.bound
        return (wanted in held) is (self.operator is Operator.IS)

    def wanted(self, other: FactValue = None) -> Any:
        """What the fact is compared with: the bound, the other fact, or so many times the other fact."""
        if self.other is None:
            return self.bound
        if self.bound is None or self.operator in DAYS + SAME:
            return other
        assert isinstance(other, int | Fraction) and isinstance(self.bound, int | Fraction)
        return self._to_the_penny(self.bound * other)

    def _to_the_penny(self, figure: int | Fraction) -> int | Fraction:
        """The odd part of a penny is nobody’s loss: of two parts of a sum, the second is what the first left."""
        if isinstance(figure, int) or self.fact.type is not FactType.PENCE:
            return figure
        return ceil(figure) if self.operator in (Operator.AT_MOST, Operator.LESS_THAN) else floor(figure)

    def window(self, other: FactValue = None) -> Window:
        """The time after the other fact’s day; without another fact, up to the day for which it is decided."""
        assert isinstance(self.bound, int)
        months = self.bound if self.operator is Operator.WITHIN_MONTHS_OF else None
        if self.other is None:
            return Window(shifted(self.on, -self.bound, months is not None), self.on)
        assert isinstance(other, date)
        return Window(other, shifted(other, self.bound, months is not None))


def shifted(day: date, by: int, months: bool) -> date:
    """So many months or days on; the last day of a month that is too short."""
    return months_before(day, -by) if months else day + timedelta(days=by)


@dataclass(frozen=True)
class Case:
    """What a rule finds of what is known: `known` are the facts that it looked at.

    After `until` it is too late to put anything right, whatever is left of the funding year.
    """

    rule: Rule
    test: Condition
    met: Met
    applies: Met
    known: Mapping[str, FactValue]
    until: date | None = None

    @property
    def value(self) -> FactValue:
        """What is known of the rule’s fact; the day itself where that stands in for it."""
        value = self.known.get(self.rule.fact)
        return self.test.on if value is None and self.test.fact.or_the_day else value

    @property
    def other(self) -> FactValue:
        """What is known of the fact with which it is compared."""
        return self.known.get(self.rule.other_fact)

    @property
    def was_asked(self) -> bool:
        """Whether the facts that the rule speaks of were asked at all."""
        asked = [self.rule.fact, *filter(None, (self.rule.other_fact, self.rule.when_fact))]
        return all(name in self.known for name in asked)


def together(main: Met, applies: Met) -> Met:
    """Where it is not known whether a rule applies, it need not be known if the rule is met anyway."""
    if applies is Met.NOT_MET:
        return Met.DOES_NOT_APPLY
    if applies is Met.NOT_KNOWN and main is Met.NOT_MET:
        return Met.NOT_KNOWN
    return main


def condition(rule: Rule, *, on: date) -> Condition:
    """What the rule asks."""
    fact, other = FACTS[rule.fact], FACTS.get(rule.other_fact)
    times = other is not None and fact.type.is_ordered
    bound = read_kept(fact, rule.operator, rule.value, on=on, times=times)
    return Condition(fact, rule.operator, bound, other, on)


def when_condition(rule: Rule, *, on: date) -> Condition | None:
    """Of whom it speaks; None where it is everybody."""
    if not rule.when_fact or rule.when_operator is None:
        return None
    fact = FACTS[rule.when_fact]
    return Condition(
        fact, rule.when_operator, read_kept(fact, rule.when_operator, rule.when_value, on=on), None, on
    )
