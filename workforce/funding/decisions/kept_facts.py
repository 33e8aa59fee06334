"""Facts and rules as JSON, and back: a decision keeps them as they were, whatever becomes of the rulebook."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import date
from fractions import Fraction
from typing import Any

from workforce.funding.rulebook.facts import FactValue
from workforce.funding.rulebook.rules import Rule
from workforce.funding.vocabulary import Operator, SourceStanding, Subject

_DAY, _SHARE, _WORDS = "day", "share", "words"
_READ: Mapping[str, Callable[[str], Any]] = {
    "subject": Subject,
    "operator": Operator,
    "when_operator": Operator,
    "standing": SourceStanding,
    "valid_from": date.fromisoformat,
    "valid_to": date.fromisoformat,
}


def facts_as_text(facts: Mapping[str, FactValue]) -> str:
    """By name, in order, so that the same facts are the same text."""
    kept = {name: _kept(facts[name]) for name in sorted(facts)}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def facts_from_text(text: str) -> dict[str, FactValue]:
    """As they were when they were kept."""
    return {name: _fact(value) for name, value in json.loads(text).items()}


def _kept(value: Any) -> Any:
    """Dates, shares and sets of words have no form of their own in JSON."""
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    if isinstance(value, Fraction):
        return {_SHARE: f"{value.numerator}/{value.denominator}"}
    if isinstance(value, frozenset | set | tuple | list):
        return {_WORDS: sorted(value)}
    return value


def _fact(value: Any) -> FactValue:
    if not isinstance(value, dict):
        read: FactValue = value
        return read
    if _DAY in value:
        return date.fromisoformat(value[_DAY])
    if _SHARE in value:
        return Fraction(value[_SHARE])
    return frozenset(value[_WORDS])


def rule_as_json(rule: Rule) -> dict[str, Any]:
    """Every column of a rule."""
    return {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in asdict(rule).items()}


def rule_from_json(kept: Mapping[str, Any]) -> Rule:
    """The rule as it was; a column that it did not have then is as it is left out."""
    known = {field.name for field in fields(Rule)}
    cells = {name: cell for name, cell in kept.items() if name in known}
    read = {name: kind(cells[name]) for name, kind in _READ.items() if cells.get(name) is not None}
    return Rule(**{**cells, **read})
