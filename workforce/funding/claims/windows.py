"""By when a claim that is being put together has to be submitted, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from resources.wording import count_of, date_words
from workforce.funding.claims.claims import Claim, claims
from workforce.funding.claims.lines import ClaimLine, lines_of
from workforce.funding.claims.steps import WAITS_FOR_PROVIDER
from workforce.funding.funds.cut_offs import cut_offs_of
from workforce.funding.funds.funds import fund
from workforce.funding.rulebook.judging import shifted
from workforce.funding.rulebook.rules import Rule, rules_of
from workforce.funding.vocabulary import ClaimPart, CutOffKind, Operator
from workforce.years import year_span

_UNITS = {Operator.WITHIN_MONTHS_OF: "month", Operator.WITHIN_DAYS_OF: "day"}


@dataclass(frozen=True)
class Window:
    """The last day for a claim, and what sets it."""

    line: ClaimLine
    on: date
    why: str


def windows_ending(db: Database, *, today: date, until: date) -> list[Window]:
    """Of claims that are with the provider, those whose last day is not past and comes soon; the nearest first."""
    held = [one for one in claims(db) if one.status in WAITS_FOR_PROVIDER]
    found = [
        Window(line, *last) for line in lines_of(db, held) if (last := last_day(db, line.claim, today=today))
    ]
    return sorted(
        (one for one in found if today <= one.on <= until), key=lambda one: (one.on, one.line.claim.number)
    )


def last_day(db: Database, held: Claim, *, today: date) -> tuple[date, str] | None:
    """The first of the days that end the time for a claim, and why; None where nothing ends it."""
    days = [*_fund_days(db, held), *_rule_days(db, held, today)]
    return min(days, default=None)


def _fund_days(db: Database, held: Claim) -> Iterable[tuple[date, str]]:
    of, year = fund(db, held.fund_id), year_span(held.year)
    if of.closes_on is not None:
        yield of.closes_on, f"{of.name} closes then"
    last = [
        one
        for one in cut_offs_of(db, of.id)
        if one.kind is CutOffKind.CLAIMS and year.first <= one.on_day <= year.last
    ]
    if last:
        yield (
            last[-1].on_day,
            f"It is the last day for claims{f', {last[-1].at_time}' if last[-1].at_time else ''}",
        )


def _rule_days(db: Database, held: Claim, today: date) -> Iterable[tuple[date, str]]:
    for rule in rules_of(db, held.fund_id, on=today, item_id=held.item_id):
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
