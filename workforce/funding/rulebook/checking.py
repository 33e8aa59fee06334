"""What is wrong with the rules of a fund, beside each other and alone. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from resources.wording import and_list, date_words, lower_first
from resources.words import Word
from workforce.funding.rulebook.judging import Condition, condition, when_condition
from workforce.funding.rulebook.possible import possible
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.telling import rule_words, test_words
from workforce.funding.rulebook.values import LIMITS
from workforce.funding.vocabulary import Operator, Subject


class FaultKind(Word):
    """What is wrong, the worst first."""

    NEVER_MET = "never_met", "Can never be met"
    CONTRADICTION = "contradiction", "Contradict each other"
    NEVER_APPLIES = "never_applies", "Never comes into play"
    DUPLICATE = "duplicate", "Said twice"
    ALWAYS_MET = "always_met", "Always met"
    NO_FIGURE = "no_figure", "No figure yet"


@dataclass(frozen=True)
class Fault:
    """`rules` are the keys of those concerned."""

    kind: FaultKind
    sentence: str
    rules: tuple[str, ...]

    @property
    def is_serious(self) -> bool:
        """Whether somebody is refused, or never asked, who should not be."""
        return self.kind in (FaultKind.NEVER_MET, FaultKind.CONTRADICTION, FaultKind.NEVER_APPLIES)


Period = tuple[date, date | None]
"""From when until when a fund runs."""


def faults(rules: Sequence[Rule], *, on: date, period: Period | None = None) -> list[Fault]:
    """All that is wrong with a fund’s rules, at any time at which they hold; days of the year are those of `on`."""
    found: dict[tuple[FaultKind, tuple[str, ...]], Fault] = {}
    for one in _all(rules, on, period):
        found.setdefault((one.kind, one.rules), one)
    order = list(FaultKind)
    return sorted(found.values(), key=lambda one: order.index(one.kind))


def _all(rules: Sequence[Rule], on: date, period: Period | None) -> Iterable[Fault]:
    for one in rules:
        yield from _alone(one, one.valid_from or on, period)
    seen: set[tuple[Rule, ...]] = set()
    for day in _days(rules, on):
        for scope in _scopes([one for one in rules if one.holds_on(day)]):
            if scope not in seen:
                seen.add(scope)
                yield from _beside(scope, day)


def _days(rules: Sequence[Rule], on: date) -> list[date]:
    """Days on which each set of rules that is ever in force together is in force."""
    return sorted({on, *(day for one in rules for day in (one.valid_from, one.valid_to) if day is not None)})


def _scopes(rules: Sequence[Rule]) -> list[tuple[Rule, ...]]:
    """The rules that are asked together: those of the whole fund with those of each thing that it pays for."""
    named = dict.fromkeys(one.item_id for one in rules if one.item_id is not None)
    items: list[str | None] = [*named] or [None]
    return [tuple(one for one in rules if one.item_id in (None, item)) for item in items]


# --- one rule alone ---------------------------------------------------------------------------------------


def _alone(one: Rule, on: date, period: Period | None) -> Iterable[Fault]:
    test, when = condition(one, on=on), when_condition(one, on=on)
    if test.lacks_figure:
        yield Fault(
            FaultKind.NO_FIGURE,
            f"Rule {one.code} has no figure yet: until it is filled in, whoever it asks needs information.", (one.id,),
        )  # fmt: skip
    if when is not None and not possible([when]):
        yield Fault(
            FaultKind.NEVER_APPLIES,
            f"Rule {one.code} is never asked: “{_when_words(one)}” can never be.",
            (one.id,),
        )
    elif not possible([test]):
        yield Fault(
            FaultKind.NEVER_MET,
            f"Rule {one.code} can never be met: {_asked(one)}. Nobody would ever be eligible{_where(one)}.", (one.id,),
        )  # fmt: skip
    elif not test.lacks_figure and _is_always(test):
        yield Fault(
            FaultKind.ALWAYS_MET,
            f"Rule {one.code} is met by everybody: {_asked(one)}. It decides nothing.",
            (one.id,),
        )
    yield from _outside(one, period)


def _asked(one: Rule) -> str:
    return test_words(one.fact, one.operator, one.value, one.other_fact)


def _when_words(one: Rule) -> str:
    assert one.when_operator is not None
    return test_words(one.when_fact, one.when_operator, one.when_value)


def _where(one: Rule) -> str:
    return f" where {_when_words(one)}" if one.when_fact else ""


_OPPOSITE = {
    Operator.IS: Operator.IS_NOT, Operator.IS_NOT: Operator.IS, Operator.ONE_OF: Operator.NONE_OF,
    Operator.NONE_OF: Operator.ONE_OF, Operator.AT_LEAST: Operator.LESS_THAN, Operator.LESS_THAN: Operator.AT_LEAST,
    Operator.AT_MOST: Operator.MORE_THAN, Operator.MORE_THAN: Operator.AT_MOST,
}  # fmt: skip


def _is_always(test: Condition) -> bool:
    """Whether the opposite can never be; days and comparisons of facts are always of some use."""
    opposite = _OPPOSITE.get(test.operator)
    if opposite is None or (test.other is not None and test.operator not in LIMITS):
        return False
    return not possible([replace(test, operator=opposite)])


def _outside(one: Rule, period: Period | None) -> Iterable[Fault]:
    if period is None:
        return
    opens, closes = period
    yield from _day_outside(one, opens, closes)
    if one.valid_to is not None and one.valid_to < opens:
        said = f"it ends on {date_words(one.valid_to)}, before the fund opens on {date_words(opens)}"
    elif closes is not None and one.valid_from is not None and one.valid_from > closes:
        said = f"it begins on {date_words(one.valid_from)}, after the fund closes on {date_words(closes)}"
    else:
        return
    yield Fault(FaultKind.NEVER_APPLIES, f"Rule {one.code} never comes into play: {said}.", (one.id,))


def _day_outside(one: Rule, opens: date, closes: date | None) -> Iterable[Fault]:
    """A day that a claim must have, and that is over before the fund opens or comes only after it closed."""
    test = condition(one, on=opens)
    if one.subject is not Subject.CLAIM or test.other is not None or not isinstance(test.bound, date):
        return
    if test.operator is Operator.ON_OR_BEFORE and test.bound < opens:
        said = f"that day is before the fund opens on {date_words(opens)}"
    elif closes is not None and test.operator is Operator.ON_OR_AFTER and test.bound > closes:
        said = f"that day is after the fund closes on {date_words(closes)}"
    else:
        return
    yield Fault(
        FaultKind.NEVER_MET,
        f"Rule {one.code} can hardly be met in this fund: {_asked(one)}, and {said}. Give it the fund’s own days.",
        (one.id,),
    )


# --- several together -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Ready:
    """A rule that can be met alone, ready to be held beside others."""

    rule: Rule
    test: Condition
    when: Condition | None

    @property
    def conditions(self) -> list[Condition]:
        return [self.test] if self.when is None else [self.when, self.test]


def _beside(rules: Sequence[Rule], on: date) -> Iterable[Fault]:
    yield from _duplicates(rules)
    ready = [_Ready(one, condition(one, on=on), when_condition(one, on=on)) for one in rules]
    ready = [one for one in ready if possible([one.test]) and (one.when is None or possible([one.when]))]
    base: list[_Ready] = []
    for one in ready:
        if one.when is not None:
            continue
        if possible(_conditions([*base, one])):
            base.append(one)
        else:
            yield _contradiction(_fewest(base, [one]))
    yield from _conditional([one for one in ready if one.when is not None], base)


def _duplicates(rules: Sequence[Rule]) -> Iterable[Fault]:
    for one, other in combinations(rules, 2):
        if _says(one) == _says(other):
            yield Fault(
                FaultKind.DUPLICATE, f"Rules {one.code} and {other.code} say the same: {rule_words(one)}.",
                (one.id, other.id),
            )  # fmt: skip


def _says(one: Rule) -> tuple[object, ...]:
    return one.fact, one.operator, one.value, one.other_fact, one.when_fact, one.when_operator, one.when_value


def _conditional(ready: Sequence[_Ready], base: Sequence[_Ready]) -> Iterable[Fault]:
    """Rules that speak only of some: beside those for everybody, then beside each other."""
    reached = []
    for one in ready:
        assert one.when is not None
        if not possible([*_conditions(base), one.when]):
            others = _fewest_around(base, [one.when])
            yield Fault(
                FaultKind.NEVER_APPLIES,
                f"Rule {one.rule.code} is never asked: “{_when_words(one.rule)}” is ruled out by "
                f"{lower_first(_codes(others))}.", tuple(two.rule.id for two in (one, *others)),
            )  # fmt: skip
        elif not possible(_conditions([*base, one])):
            yield _contradiction(_fewest(base, [one]))
        else:
            reached.append(one)
    for one, other in combinations(reached, 2):
        assert one.when is not None and other.when is not None
        both = [*_conditions(base), one.when, other.when]
        if possible(both) and not possible([*both, one.test, other.test]):
            yield _contradiction(_fewest(base, [one, other]))


def _conditions(ready: Iterable[_Ready]) -> list[Condition]:
    return [one for of in ready for one in of.conditions]


def _fewest(base: Sequence[_Ready], kept: Sequence[_Ready]) -> list[_Ready]:
    """The rules that contradict each other, without those that have no part in it."""
    return [*_fewest_around(base, _conditions(kept)), *kept]


def _fewest_around(base: Sequence[_Ready], conditions: Sequence[Condition]) -> list[_Ready]:
    needed = list(base)
    for one in base:
        without = [other for other in needed if other is not one]
        if not possible([*_conditions(without), *conditions]):
            needed = without
    return needed


def _contradiction(ready: Sequence[_Ready]) -> Fault:
    said = "; ".join(f"{one.rule.code}: {rule_words(one.rule)}" for one in ready)
    return Fault(
        FaultKind.CONTRADICTION,
        f"{_codes(ready)} contradict each other: no case can meet {'both' if len(ready) == 2 else 'all of them'} "
        f"({said}). Change one of them, or let one end before the other begins.",
        tuple(one.rule.id for one in ready),
    )


def _codes(ready: Sequence[_Ready]) -> str:
    codes = [one.rule.code for one in ready]
    return f"{'Rule' if len(codes) == 1 else 'Rules'} {and_list(codes)}"
