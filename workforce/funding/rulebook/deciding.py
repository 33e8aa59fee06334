"""What all rules of a fund together say of a case: eligible, not eligible or needs information, and why. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workforce.funding.rulebook.facts import Facts, FactValue
from workforce.funding.rulebook.judging import Case, condition, together, when_condition
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.telling import change_words, find_out_words, found_words, unknown_facts
from workforce.funding.vocabulary import Met, Outcome

_NOT_ASKED: Any = object()
_REMEMBERED = 20_000
"""So many different findings of one rule are kept; the next ones are made each time."""
NO_RULE = "No rule of this fund speaks of this on that day"


class Finding:
    """What one rule finds. Its sentences are made when they are first read: of most findings nobody reads them."""

    __slots__ = (
        "_applies", "_case", "_found", "_test", "_to_change", "_to_change_by", "_unknown",
        "_values", "met",
    )  # fmt: skip

    def __init__(self, test: "RuleTest", values: tuple[FactValue, ...], met: Met, applies: Met) -> None:
        self.met = met
        self._test, self._values, self._applies = test, values, applies
        self._case: Case | None = None
        self._found: str | None = None
        self._to_change: str | None = None
        self._to_change_by: dict[date, str] = {}
        self._unknown: tuple[str, ...] | None = None

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self._test.rule

    @property
    def case(self) -> Case:
        """What it looked at."""
        if self._case is None:
            known = {
                name: value
                for name, value in zip(self._test.names, self._values, strict=True)
                if value is not _NOT_ASKED
            }
            self._case = Case(self.rule, self._test.test, self.met, self._applies, known)
        return self._case

    @property
    def found(self) -> str:
        """What was found: “Overall CQC rating: Good”."""
        if self._found is None:
            self._found = found_words(self.case)
        return self._found

    @property
    def to_change(self) -> str:
        """What would change the answer: “Update 3 of 31 staff records by 31 March 2020”; "" where it is met."""
        if self._to_change is None:
            self._to_change = change_words(self.case)
        return self._to_change

    def to_change_by(self, until: date | None) -> str:
        """The same, where `until` is the last day on which it is still of use; None where no such day is known."""
        if until is None or self.met is not Met.NOT_MET:
            return self.to_change
        if until not in self._to_change_by:
            self._to_change_by[until] = change_words(replace(self.case, until=until))
        return self._to_change_by[until]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of the facts that would have to be found out."""
        if self._unknown is None:
            self._unknown = unknown_facts(self.case)
        return self._unknown

    @property
    def reason(self) -> str:
        """What was found and what would change it, in one line."""
        return self.reason_by(None)

    def reason_by(self, until: date | None) -> str:
        """The same, where `until` is the last day on which it is still of use."""
        change = self.to_change_by(until)
        return f"{self.found}. {change}." if change else f"{self.found}."

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
        return tuple([one for one in self.findings if one.met is Met.NOT_MET])

    @property
    def not_known(self) -> tuple[Finding, ...]:
        """The rules for which something is not known."""
        return tuple([one for one in self.findings if one.met is Met.NOT_KNOWN])

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is not eligible, then what is not known; a sentence for each rule."""
        open_ones = (*self.against, *self.not_known)
        if not open_ones and self.outcome is not Outcome.ELIGIBLE:
            return (f"{NO_RULE}.",)
        return tuple([one.reason for one in open_ones])

    @property
    def to_change(self) -> tuple[str, ...]:
        """All that would have to change, each said once; what is to be found out, together at the end."""
        return tuple(
            filter(None, dict.fromkeys([*(one.to_change for one in self.against), *self.to_find_out]))
        )

    @property
    def to_find_out(self) -> tuple[str, ...]:
        """What the rules lack, then all that is to be found out, together."""
        change = [one.to_change for one in self.not_known if not one.unknown]
        unknown = self.unknown
        return tuple(filter(None, dict.fromkeys([*change, find_out_words(unknown) if unknown else ""])))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of all facts that would have to be found out."""
        return tuple(dict.fromkeys(name for one in self.not_known for name in one.unknown))


class RuleTest:
    """A rule made ready to be held against many cases on a day."""

    def __init__(self, rule: Rule, *, on: date) -> None:
        self.rule = rule
        self.test = condition(rule, on=on)
        self._when = when_condition(rule, on=on)
        names = (rule.fact, rule.other_fact, rule.when_fact, *self.test.fact.told_with)
        self.names = tuple(dict.fromkeys(filter(None, names)))
        self._asked = tuple(self.names.index(name) for name in names[:3] if name)
        self._other_at = self.names.index(rule.other_fact) if rule.other_fact else None
        self._when_at = self.names.index(rule.when_fact) if rule.when_fact else None
        self._findings: dict[tuple[FactValue, ...], Finding] = {}
        self._passed_over: dict[FactValue, Finding] = {}

    def find(self, facts: Facts) -> Finding:
        """What the rule finds. Of the same facts the very same, so that its sentences are made once."""
        get = facts.get
        if self._passed_over:
            passed = self._passed_over.get(get(self.rule.when_fact, _NOT_ASKED))
            if passed is not None:
                return passed
        key = tuple([get(name, _NOT_ASKED) for name in self.names])
        found = self._findings.get(key)
        return self._judge(key) if found is None else found

    def _judge(self, key: tuple[FactValue, ...]) -> Finding:
        applies, main = Met.MET, Met.DOES_NOT_APPLY
        if all(key[at] is not _NOT_ASKED for at in self._asked):
            if self._when is not None and self._when_at is not None:
                applies = self._when.judge(key[self._when_at])
            if applies is not Met.NOT_MET:
                main = self.test.judge(key[0], None if self._other_at is None else key[self._other_at])
        found = Finding(self, key, together(main, applies), applies)
        if applies is Met.NOT_MET and self._when_at is not None:
            self._passed_over[key[self._when_at]] = found  # whatever else is known
        elif len(self._findings) < _REMEMBERED:
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
