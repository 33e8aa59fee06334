"""Whether there can be a case for which several conditions hold at once. Pure, and exact for what rules can say."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from resources.words import plain
from workforce.funding.rulebook.facts import Fact, FactType
from workforce.funding.rulebook.judging import Condition, shifted
from workforce.funding.rulebook.values import LISTS, WINDOWS
from workforce.funding.vocabulary import Operator

_FIRST, _LAST = date(1900, 1, 1).toordinal(), date(2199, 12, 31).toordinal()


@dataclass
class _Span:
    """Figures from `low` to `high`, both included, but for `never`."""

    low: Fraction
    high: Fraction | None
    whole: bool
    never: set[Fraction] = field(default_factory=set)

    def at_least(self, low: Fraction, *, more: bool = False) -> None:
        if more and self.whole:
            low, more = Fraction(int(low) + 1), False
        if more:
            self.never.add(low)
        self.low = max(self.low, low)

    def at_most(self, high: Fraction, *, less: bool = False) -> None:
        if less and self.whole:
            high, less = Fraction(-int(-high // 1) - 1 if high.denominator != 1 else int(high) - 1), False
        if less:
            self.never.add(high)
        self.high = high if self.high is None else min(self.high, high)

    @property
    def is_possible(self) -> bool:
        if self.high is None:
            return True
        if self.low > self.high:
            return False
        if not self.whole:
            return self.low < self.high or self.low not in self.never
        left = self.high - self.low + 1
        return left > len([one for one in self.never if self.low <= one <= self.high])


@dataclass
class _Words:
    """One word of those there are; any word at all where `there_are` is None."""

    there_are: set[str] | None
    never: set[str] = field(default_factory=set)

    def only(self, words: frozenset[str]) -> None:
        self.there_are = set(words) if self.there_are is None else self.there_are & words

    @property
    def is_possible(self) -> bool:
        return self.there_are is None or bool(self.there_are - self.never)


@dataclass
class _Held:
    """Any number of words: one of each of `some`, and none of `never`."""

    some: list[frozenset[str]] = field(default_factory=list)
    never: set[str] = field(default_factory=set)

    @property
    def is_possible(self) -> bool:
        return all(one - self.never for one in self.some)


def possible(conditions: Sequence[Condition]) -> bool:
    """Whether all can hold of one case. What waits for its figure rules nothing out."""
    known = [one for one in conditions if not one.lacks_figure]
    return _words_possible(known) and _figures_possible(known) and _days_possible(known)


# --- words and flags --------------------------------------------------------------------------------------


def _words_possible(conditions: Sequence[Condition]) -> bool:
    words: dict[str, _Words] = {}
    held: dict[str, _Held] = {}
    for one in conditions:
        if one.other is not None:
            continue
        if one.fact.type is FactType.WORDS:
            _take_held(held.setdefault(one.fact.name, _Held()), one)
        elif one.fact.type in (FactType.WORD, FactType.FLAG):
            _take_word(words.setdefault(one.fact.name, _Words(_there_are(one.fact))), one)
    return all(one.is_possible for one in words.values()) and all(one.is_possible for one in held.values())


def _there_are(fact: Fact) -> set[str] | None:
    if fact.type is FactType.FLAG:
        return {"yes", "no"}
    return {plain(word) for word, _ in fact.choices} or None


def _take_word(words: _Words, one: Condition) -> None:
    named = _named(one)
    if one.operator in (Operator.IS, Operator.ONE_OF):
        words.only(named)
    else:
        words.never |= named


def _take_held(held: _Held, one: Condition) -> None:
    if one.operator is Operator.ONE_OF:
        held.some.append(_named(one))
    else:
        held.never |= _named(one)


def _named(one: Condition) -> frozenset[str]:
    if isinstance(one.bound, bool):
        return frozenset({"yes" if one.bound else "no"})
    if one.operator in LISTS:
        assert isinstance(one.bound, frozenset)
        return one.bound
    return frozenset({str(one.bound)})


# --- figures ----------------------------------------------------------------------------------------------


def _figures_possible(conditions: Sequence[Condition]) -> bool:
    """A figure held against another fact’s is looked at as so many times that one."""
    spans: dict[tuple[str, str], _Span] = {}
    for one in conditions:
        if one.fact.type.is_ordered and one.bound is not None:
            key = (one.fact.name, one.other.name if one.other else "")
            _take_figure(spans.setdefault(key, _figures_of(one)), one)
    return all(one.is_possible for one in spans.values())


def _figures_of(one: Condition) -> _Span:
    """All that the figure can be at all."""
    share = one.fact.type is FactType.SHARE and one.other is None
    return _Span(Fraction(0), Fraction(1) if share else None, whole=not share and one.other is None)


def _take_figure(span: _Span, one: Condition) -> None:
    assert isinstance(one.bound, int | Fraction)
    bound = Fraction(one.bound)
    match one.operator:
        case Operator.AT_LEAST | Operator.MORE_THAN:
            span.at_least(bound, more=one.operator is Operator.MORE_THAN)
        case Operator.AT_MOST | Operator.LESS_THAN:
            span.at_most(bound, less=one.operator is Operator.LESS_THAN)
        case Operator.IS:
            span.at_least(bound)
            span.at_most(bound)
        case _:
            span.never.add(bound)


# --- days -------------------------------------------------------------------------------------------------


def _days_possible(conditions: Sequence[Condition]) -> bool:
    """Each day’s first and last possible one, narrowed by the others until nothing moves any more."""
    dates = [one for one in conditions if one.fact.type is FactType.DATE]
    spans = {
        name: [_FIRST, _LAST]
        for one in dates
        for name in (one.fact.name, *([one.other.name] if one.other is not None else []))
    }
    for _ in range(len(spans) + 1):
        before = {name: tuple(span) for name, span in spans.items()}
        for one in dates:
            _narrow(spans, one)
        if any(first > last for first, last in spans.values()):
            return False
        if before == {name: tuple(span) for name, span in spans.items()}:
            break
    return True


def _narrow(spans: dict[str, list[int]], one: Condition) -> None:
    span = spans[one.fact.name]
    if one.other is None:
        first, last = _alone(one)
        span[0], span[1] = max(span[0], first), min(span[1], last)
        return
    other = spans[one.other.name]
    if one.operator in WINDOWS:
        _narrow_window(span, other, one)
    if one.operator in (Operator.ON_OR_AFTER, Operator.IS):
        span[0], other[1] = max(span[0], other[0]), min(other[1], span[1])
    if one.operator in (Operator.ON_OR_BEFORE, Operator.IS):
        span[1], other[0] = min(span[1], other[1]), max(other[0], span[0])


def _narrow_window(span: list[int], other: list[int], one: Condition) -> None:
    assert isinstance(one.bound, int)
    months = one.operator is Operator.WITHIN_MONTHS_OF
    span[0], other[1] = max(span[0], other[0]), min(other[1], span[1])
    if other[1] >= _FIRST:
        span[1] = min(span[1], shifted(date.fromordinal(other[1]), one.bound, months).toordinal())
    if span[0] <= _LAST:
        other[0] = max(other[0], shifted(date.fromordinal(span[0]), -one.bound, months).toordinal())


def _alone(one: Condition) -> tuple[int, int]:
    """The days on which it holds, without another fact."""
    if one.operator in WINDOWS:
        window = one.window()
        return window.first.toordinal(), window.last.toordinal()
    assert isinstance(one.bound, date)
    day = one.bound.toordinal()
    return (day, _LAST) if one.operator is Operator.ON_OR_AFTER else (_FIRST, day)
