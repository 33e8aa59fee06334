"""Funds that providers can claim from on a day, with their rules, what they pay for, and the last day for claims."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from resources.wording import date_words
from workforce.funding.funds.cut_offs import CutOff, cut_offs_of
from workforce.funding.funds.funds import Fund, funds
from workforce.funding.funds.items import FundItem, items_of
from workforce.funding.rulebook.rules import Rule, rules_of
from workforce.funding.vocabulary import CutOffKind, FundKind, Operator, Subject


@dataclass(frozen=True)
class OpenFund:
    """`items` has None alone where nothing says what the fund pays for. `levels` by course, where it has one."""

    fund: Fund
    items: tuple[FundItem | None, ...]
    rules: tuple[Rule, ...]
    last_day: date | None
    levels: dict[str, int]

    def rules_for(self, item: FundItem | None, *subjects: Subject) -> list[Rule]:
        """The rules of these subjects that speak of the whole fund or of this item."""
        key = item.id if item else None
        return [one for one in self.rules if one.subject in subjects and one.item_id in (None, key)]

    def by(self, item: FundItem | None) -> date | None:
        """The last day on which it can be claimed, as far as it is known."""
        days = [self.last_day, item.valid_to if item else None]
        return min((day for day in days if day is not None), default=None)

    def level(self, item: FundItem | None) -> int | None:
        """Of the qualification that it pays for."""
        return self.levels.get(item.course_id) if item and item.course_id else None


@dataclass(frozen=True)
class NotOpen:
    """A fund that nobody is listed for, and why."""

    fund: Fund
    why: str

    @property
    def words(self) -> str:
        """Burdett Trust: it is granted for a project, and nobody claims from it."""
        return f"{self.fund.name}: {self.why}"


def open_funds(
    db: Database, on: date, *, fund_id: str | None = None, today: date | None = None
) -> tuple[list[OpenFund], list[NotOpen]]:
    """Those that can be claimed from on the day, the one that ends first first; and the others with the reason.

    A status is that of today: a day before `today` goes by the fund's days alone.
    """
    is_past = today is not None and on < today
    levels = {key: level for key, level in db.rows("select id, level from course where level is not null")}
    found: list[OpenFund] = []
    others: list[NotOpen] = []
    for fund in funds(db, archived=is_past):
        if fund_id is not None and fund.id != fund_id:
            continue
        items, rules, cut_offs = (
            items_of(db, fund.id, on), rules_of(db, fund.id, on=on), cut_offs_of(db, fund.id),
        )  # fmt: skip
        why = _why_not(fund, items, rules, cut_offs, on, is_past=is_past)
        if why:
            others.append(NotOpen(fund, why))
        else:
            last = _last_day(fund, cut_offs, on)
            found.append(OpenFund(fund, tuple(items) or (None,), tuple(rules), last, levels))
    found.sort(key=lambda one: (one.last_day or date.max, one.fund.name))
    return found, others


def _why_not(
    fund: Fund, items: Sequence[FundItem], rules: Sequence[Rule], cut_offs: Iterable[CutOff], on: date,
    *, is_past: bool,
) -> str:  # fmt: skip
    if fund.kind is FundKind.GRANTED and not items:
        return "it is granted for a project, and nothing says what providers could claim from it."
    if not is_past and not fund.status.takes_claims:
        return f"it takes no claims: its status is {fund.status.label}."
    if not fund.is_running(on):
        return f"it runs {fund.period}, not on {date_words(on)}."
    ended = [one.on_day for one in cut_offs if one.kind is CutOffKind.CLAIMS]
    if ended and max(ended) < on:
        return f"the last day for claims was {date_words(max(ended))}."
    if not any(one.subject is Subject.SERVICE for one in rules):
        return "no rule in force says which services may claim. Write one in the rulebook."
    return ""


def last_day_of(db: Database, fund: Fund, item: FundItem | None, on: date) -> date | None:
    """The last day from then on which a service can be claimed for, as far as it is known."""
    return OpenFund(fund, (item,), (), _last_day(fund, cut_offs_of(db, fund.id), on), {}).by(item)


def _last_day(fund: Fund, cut_offs: Iterable[CutOff], on: date) -> date | None:
    coming = [one.on_day for one in cut_offs if one.kind is CutOffKind.CLAIMS and one.on_day >= on]
    return min([*coming[:1], *([fund.closes_on] if fund.closes_on else [])], default=None)


# --- the caps that its rules set ------------------------------------------------------------------------------


def cap(rules: Iterable[Rule], fact: str) -> int | None:
    """The smallest cap that rules without a condition set on a fact; None where none is set or no figure is known."""
    found = []
    for one in rules:
        if one.fact != fact or one.when_fact or one.other_fact or not one.value.isdigit():
            continue
        if one.operator in (Operator.AT_MOST, Operator.LESS_THAN):
            found.append(int(one.value))
    return min(found, default=None)
