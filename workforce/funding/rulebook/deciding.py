"""What all rules of a fund together say of a case: eligible, not eligible or needs information, and why. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from workforce.funding.rulebook.facts import Facts, FactValue
from workforce.funding.rulebook.judging import Case, condition, judge_case, when_condition
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.telling import change_words, find_out_words, found_words, unknown_facts
from workforce.funding.vocabulary import Met, Outcome

_NOT_ASKED: Any = object()
_REMEMBERED = 20_000
"""So many different findings of one rule are kept; the next ones are made each time."""
NO_RULE = "No rule of this fund speaks of this on that day"


class Finding:
    """What one rule finds. Its sentences are made when they are first read."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.met = case.met

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self._case.rule

    @cached_property
    def found(self) -> str:
        """What was found: “Overall CQC rating: Good”."""
        return found_words(self._case)

    @cached_property
    def to_change(self) -> str:
        """What would change the answer: “Update 3 of 31 staff records by 31 March 2020”; "" where it is met."""
        return change_words(self._case)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of the facts that would have to be found out."""
        return unknown_facts(self._case)

    @property
    def reason(self) -> str:
        """Both in one line."""
        return f"{self.found}. {self.to_change}." if self.to_change else f"{self.found}."

    def __repr__(self) -> str:
        return f"Finding({self.rule.code}: {self.met}, {self.found!r}, {self.to_change!r})"


@dataclass(frozen=True)
class Decision:
    """What the rules say; `findings` in the order of the rules."""

    outcome: Outcome
    findings: tuple[Finding, ...]

    @property
    def against(self) -> tuple[Finding, ...]:
        """The rules that are not met."""
        return tuple(one for one in self.findings if one.met is Met.NOT_MET)

    @property
    def not_known(self) -> tuple[Finding, ...]:
        """The rules for which something is not known."""
        return tuple(one for one in self.findings if one.met is Met.NOT_KNOWN)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is not eligible, then what is not known; a sentence for each rule."""
        if not self.against and not self.not_known and self.outcome is not Outcome.ELIGIBLE:
            return (f"{NO_RULE}.",)
        return tuple(one.reason for one in (*self.against, *self.not_known))

    @property
    def to_change(self) -> tuple[str, ...]:
        """All that would have to change, each said once; what is to be found out, together at the end."""
        change = [one.to_change for one in self.against]
        change += [one.to_change for one in self.not_known if not one.unknown]
        unknown = [name for one in self.not_known for name in one.unknown]
        return tuple(filter(None, dict.fromkeys([*change, find_out_words(unknown) if unknown else ""])))


class RuleTest:
    """A rule made ready to be held against many cases on a day."""

    def __init__(self, rule: Rule, *, on: date) -> None:
        self._rule = rule
        self._test = condition(rule, on=on)
        self._when = when_condition(rule, on=on)
        names = (rule.fact, rule.other_fact, rule.when_fact, *self._test.fact.told_with)
        self._names = tuple(dict.fromkeys(filter(None, names)))
        self._findings: dict[tuple[FactValue, ...], Finding] = {}

    def find(self, facts: Facts) -> Finding:
        """What the rule finds. Of the same facts the very same, so that its sentences are made once."""
        get = facts.get
        key = tuple([get(name, _NOT_ASKED) for name in self._names])
        found = self._findings.get(key)
        if found is None:
            known = {name: facts[name] for name in self._names if name in facts}
            found = Finding(judge_case(self._rule, self._test, self._when, known))
            if len(self._findings) < _REMEMBERED:
                self._findings[key] = found
        return found


class Rulebook:
    """The rules in force on a day, ready for many cases."""

    def __init__(self, rules: Iterable[Rule], *, on: date) -> None:
        self._tests = [RuleTest(rule, on=on) for rule in rules if rule.holds_on(on)]

    def decide(self, facts: Facts) -> Decision:
        """What they say of one case. One rule not met outweighs what is not known; that outweighs what is met."""
        findings = tuple([test.find(facts) for test in self._tests])
        return Decision(_outcome(findings), findings)


def _outcome(findings: Sequence[Finding]) -> Outcome:
    met = {one.met for one in findings}
    if Met.NOT_MET in met:
        return Outcome.NOT_ELIGIBLE
    if Met.NOT_KNOWN in met or Met.MET not in met:
        return Outcome.NEEDS_INFORMATION
    return Outcome.ELIGIBLE


def decide(rules: Iterable[Rule], facts: Facts, *, on: date) -> Decision:
    """What the rules in force on a day say of one case; without any that applies, information is needed."""
    return Rulebook(rules, on=on).decide(facts)


def decide_many(rules: Iterable[Rule], facts: Iterable[Facts], *, on: date) -> Iterator[Decision]:
    """The same for many, in their order."""
    book = Rulebook(rules, on=on)
    return map(book.decide, facts)
