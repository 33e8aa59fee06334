"""Limits of benefits and of Access to Work, each from one day to another. None is checked until a person says so.

What ships is what was read second-hand or in an excerpt; it says where, and that nobody has checked it. A year of which
nothing is known ships empty. A person fills in the amount with its source and the day on which they looked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.wording import as_date, count_of, date_short, date_words, lower_first, money
from workforce.iwork.times import hours_said
from workforce.iwork.vocabulary import BenefitKind

K = BenefitKind
OF_TIME = frozenset({K.PERMITTED_HOURS, K.HOURS_BAND})
OF_MONEY = frozenset({K.PERMITTED_EARNINGS, K.LOWER_EARNINGS})


@dataclass(frozen=True)
class BenefitRule:
    """`amount` is minutes a week, pence a week or weeks, by the kind. Without an `id` it is as it ships."""

    id: str
    kind: BenefitKind
    from_on: date
    until_on: date | None
    amount: int | None
    source: str
    checked_on: date | None

    @property
    def is_checked(self) -> bool:
        """Whether a person looked it up and said so."""
        return self.amount is not None and self.checked_on is not None

    @property
    def amount_words(self) -> str:
        """16 hours, £195.50, 6 weeks; “not filled in”."""
        return amount_said(self.kind, self.amount)

    @property
    def state_words(self) -> str:
        """How far it can be relied on."""
        if self.amount is None:
            return "Not filled in"
        return f"Checked {date_short(self.checked_on)}" if self.checked_on else "Not checked"


def amount_said(kind: BenefitKind, amount: int | None) -> str:
    """An amount in the unit of its kind."""
    if amount is None:
        return "not filled in"
    if kind in OF_TIME:
        return f"{hours_said(amount)} hours"
    return money(amount) if kind in OF_MONEY else count_of(amount, "week")


_FIRST, _NEXT_YEAR = date(2025, 4, 1), date(2026, 4, 1)
_MARCH, _MARCH_ENDS, _YEAR_ENDS = date(2025, 3, 1), date(2025, 3, 31), date(2026, 3, 31)
_SECOND_HAND = "Read second-hand and not checked: nidirect, Scope and a Green Paper quoted elsewhere."
_LOOK_UP = "Not known when this was made. Look it up at gov.uk and give the amount, the page and the day."
_SINCE = "Since when is not known; March 2025 is the first month it was read for."
_EXCERPT = "Read in an excerpt of mencap.org.uk and not checked; another site tells cost shares differently."
_MEASURE = (
    "The band of the employment measure (SALT LTS004), read in an excerpt of digital.nhs.uk and not checked."
)


def _shipped(
    kind: BenefitKind, from_on: date, until_on: date | None, amount: int | None, source: str
) -> BenefitRule:
    return BenefitRule("", kind, from_on, until_on, amount, source, None)


SHIPPED: tuple[BenefitRule, ...] = (
    _shipped(K.PERMITTED_HOURS, _MARCH, _YEAR_ENDS, 16 * 60, f"{_SECOND_HAND} {_SINCE}"),
    _shipped(K.PERMITTED_HOURS, _NEXT_YEAR, None, None, _LOOK_UP),
    _shipped(K.PERMITTED_EARNINGS, _MARCH, _MARCH_ENDS, 183_50, f"{_SECOND_HAND} {_SINCE}"),
    _shipped(
        K.PERMITTED_EARNINGS, _FIRST, _YEAR_ENDS, 195_50, f"{_SECOND_HAND} The day in April is not checked."
    ),
    _shipped(K.PERMITTED_EARNINGS, _NEXT_YEAR, None, None, _LOOK_UP),
    _shipped(K.LOWER_EARNINGS, _MARCH, _YEAR_ENDS, 20_00, f"{_SECOND_HAND} {_SINCE}"),
    _shipped(K.LOWER_EARNINGS, _NEXT_YEAR, None, None, _LOOK_UP),
    _shipped(K.ACCESS_WEEKS, _MARCH, None, 6, _EXCERPT),
    _shipped(K.HOURS_BAND, _MARCH, None, 16 * 60, _MEASURE),
)
"""Every one of them not checked."""


_SELECT = f"select {columns_of(BenefitRule)} from benefit_rule"


def _rule(row: tuple[Any, ...]) -> BenefitRule:
    return made(BenefitRule, row, kind=BenefitKind, from_on=as_date, until_on=as_date, checked_on=as_date)


def benefit_rules(vault: Database) -> list[BenefitRule]:
    """All limits, those kept in place of those that ship, by kind and day."""
    kept = {(one.kind, one.from_on): one for one in map(_rule, vault.rows(_SELECT))}
    together = {**{(one.kind, one.from_on): one for one in SHIPPED}, **kept}
    order = list(BenefitKind)
    return sorted(together.values(), key=lambda one: (order.index(one.kind), one.from_on))


def rule_on(rules: Sequence[BenefitRule], kind: BenefitKind, day: date) -> BenefitRule | None:
    """The limit that holds on a day: of several the one that began last; None where none is kept for that day."""
    holding = [
        one
        for one in rules
        if one.kind is kind and one.from_on <= day and (one.until_on is None or day <= one.until_on)
    ]
    return max(holding, key=lambda one: one.from_on, default=None)


def key_of_rule(rule: BenefitRule) -> str:
    """A limit told by its kind and first day, which one as it ships has, too."""
    return f"{rule.kind.value}:{rule.from_on.isoformat()}"


def rule_of_key(rules: Sequence[BenefitRule], key: str) -> BenefitRule:
    """The limit of such a key."""
    found = next((one for one in rules if key_of_rule(one) == key), None)
    if found is None:
        raise LookupError(f"no benefit limit {key}")
    return found


def set_rule(
    vault: Database, kind: BenefitKind, from_on: date, *, amount: int, source: str, checked_on: date | None,
    today: date, until_on: date | None = None,
) -> BenefitRule:  # fmt: skip
    """Fill in a limit with its source; with `checked_on` it counts as checked. An earlier one ends the day before."""
    _refuse(amount, source, from_on, until_on, checked_on, today)
    facts = {"until_on": until_on, "amount": amount, "source": source, "checked_on": checked_on}
    with change(vault, f"Set a benefit limit: {lower_first(kind.label)} {amount_said(kind, amount)}"):
        _end_before(vault, kind, from_on)
        _keep(vault, kind, from_on, facts)
    return next(one for one in benefit_rules(vault) if one.kind is kind and one.from_on == from_on)


def _keep(vault: Database, kind: BenefitKind, from_on: date, facts: dict[str, Any]) -> None:
    key = vault.value(
        "select id from benefit_rule where kind = ? and from_on = ?", (kind.value, from_on.isoformat())
    )
    if key is None:
        vault.insert_row(
            "benefit_rule", cells_of({"id": new_key(), "kind": kind, "from_on": from_on, **facts})
        )
    else:
        vault.update_row("benefit_rule", str(key), cells_of(facts))


def _end_before(vault: Database, kind: BenefitKind, from_on: date) -> None:
    """Of those that are still kept on the new one's first day, the one before it ends a day sooner."""
    earlier = [one for one in benefit_rules(vault) if one.kind is kind and one.from_on < from_on]
    if earlier:
        last = replace(earlier[-1])
        day = date.fromordinal(from_on.toordinal() - 1)
        if last.until_on is None or last.until_on > day:
            facts = {
                "amount": last.amount,
                "source": last.source,
                "checked_on": last.checked_on,
                "until_on": day,
            }
            _keep(vault, kind, last.from_on, facts)


def remove_rule(vault: Database, key: str) -> None:
    """Take away what was filled in; what ships with the program stands there again."""
    row = vault.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"no benefit limit {key}")
    held = _rule(row)
    with change(
        vault, f"Removed a benefit limit: {lower_first(held.kind.label)} from {date_words(held.from_on)}"
    ):
        vault.delete_row("benefit_rule", key)


def _refuse(
    amount: int, source: str, from_on: date, until_on: date | None, checked_on: date | None, today: date
) -> None:
    if amount <= 0:
        raise FieldProblem("amount", "A limit is more than nothing. Give the amount.")
    refuse_empty(
        "source",
        source,
        "A limit is kept with its source. Say where you read it, such as the page at gov.uk.",
    )
    if until_on is not None and until_on < from_on:
        raise FieldProblem("until_on", "The limit ends before it begins. Put one of the two days right.")
    if checked_on is not None and checked_on > today:
        raise FieldProblem(
            "checked_on", "A day still to come. Give the day on which you looked it up, or leave it empty."
        )
