"""By when a claim that is being put together has to be submitted, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from resources.wording import count_of, date_words
from workforce.funding.claims.claims import Claim, claims
from workforce.funding.claims.lines import ClaimLine, lines_of
from workforce.funding.claims.steps import WAITS_FOR_PROVIDER
from workforce.funding.funds.cut_offs import CutOff, cut_offs_of, last_of_year
from workforce.funding.funds.funds import Fund, fund
from workforce.funding.rulebook.judging import shifted
from workforce.funding.rulebook.rules import Rule, rules_of
from workforce.funding.vocabulary import ClaimPart, CutOffKind, Operator

_UNITS = {Operator.WITHIN_MONTHS_OF: "month", Operator.WITHIN_DAYS_OF: "day"}


@dataclass(frozen=True)
class LastDay:
    """The last day for a claim, and what sets it."""

    line: ClaimLine
    on: date
    why: str


def windows_ending(db: Database, *, today: date, until: date) -> list[LastDay]:
    """Of claims that are with the provider, those whose last day is not past and comes soon; the nearest first."""
    held = [one for one in claims(db) if one.status in WAITS_FOR_PROVIDER]
    limits = {key: _limits(db, key, today) for key in {one.fund_id for one in held}}
    ends = {one.id: last for one in held if (last := _last_day(limits[one.fund_id], one))}
    near = [one for one in held if one.id in ends and today <= ends[one.id][0] <= until]
    found = [LastDay(line, *ends[line.claim.id]) for line in lines_of(db, near)]
    return sorted(found, key=lambda one: (one.on, one.line.claim.number))


def last_day(db: Database, held: Claim, *, today: date) -> tuple[date, str] | None:
    """The first of the days that end the time for a claim, and why; None where nothing ends it."""
    return _last_day(_limits(db, held.fund_id, today), held)


@dataclass(frozen=True)
class _Limits:
    """What ends the time for claims on a fund."""

    fund: Fund
    cut_offs: tuple[CutOff, ...]
    rules: tuple[Rule, ...]


def _limits(db: Database, fund_id: str, today: date) -> _Limits:
    days = tuple(one for one in cut_offs_of(db, fund_id) if one.kind is CutOffKind.CLAIMS)
    return _Limits(fund(db, fund_id), days, tuple(rules_of(db, fund_id, on=today)))


def _last_day(limits: _Limits, held: Claim) -> tuple[date, str] | None:
    return min([*_fund_days(limits, held), *_rule_days(limits, held)], default=None)


def _fund_days(limits: _Limits, held: Claim) -> Iterable[tuple[date, str]]:
    of = limits.fund
    if of.closes_on is not None:
        yield of.closes_on, f"{of.name} closes then"
    last = last_of_year(limits.cut_offs, of, CutOffKind.CLAIMS, held.year)
    if last is not None:
        yield last.on_day, f"It is the last day for claims{f', {last.at_time}' if last.at_time else ''}"


def _rule_days(limits: _Limits, held: Claim) -> Iterable[tuple[date, str]]:
    for rule in limits.rules:
        if rule.item_id not in (None, held.item_id):
            continue
        if rule.fact != "submitted_on" or not rule.value.isdecimal() or not _applies(rule, held):
            continue
        start = _start(rule.other_fact, held)
        if start is None:
            continue
        if rule.operator in _UNITS:
            unit = _UNITS[rule.operator]
            day = shifted(start, int(rule.value), unit == "month")
            yield day, f"{count_of(int(rule.value), unit)} after {date_words(start)}"


def _applies(rule: Rule, held: Claim) -> bool:
    """Whether the rule speaks of this part; a condition on anything else is taken to hold, so that no day is missed."""
    if rule.when_fact != "part" or rule.when_operator is not Operator.IS:
        return True
    return ClaimPart.read(rule.when_value) is held.part


def _start(name: str, held: Claim) -> date | None:
    if name == "paid_and_started_on":
        both = [day for day in (held.cost_paid_on, held.started_on) if day is not None]
        return max(both) if len(both) == 2 else None
    day = getattr(held, name, None) if name in ("started_on", "cost_paid_on", "completed_on") else None
    return day if isinstance(day, date) else None
