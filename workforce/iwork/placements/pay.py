"""Hours and pay: of one job from a day on, and of everybody's jobs together on a day. What is added up is pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.wording import as_date, count_of, date_words, money, rounded_whole
from workforce.iwork.placements.benefits import BenefitRule, benefit_rules, rule_on
from workforce.iwork.placements.placements import placement
from workforce.iwork.placements.whom import person_words
from workforce.iwork.times import WEEK, hours_said, hours_words
from workforce.iwork.vocabulary import BenefitKind


@dataclass(frozen=True)
class PayPeriod:
    """From a day on, so many minutes a week at so many pence an hour, until a later period begins."""

    id: str
    placement_id: str
    from_on: date
    minutes_week: int
    pence_hour: int | None


_SELECT = f"select {columns_of(PayPeriod)} from pay_period"


def _period(row: tuple[Any, ...]) -> PayPeriod:
    return made(PayPeriod, row, from_on=as_date)


def pay_period(vault: Database, key: str) -> PayPeriod:
    """One by its key."""
    row = vault.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"no hours and pay {key}")
    return _period(row)


def pay_of(vault: Database, placement_id: str) -> list[PayPeriod]:
    """Hours and pay of a placement, the earliest first."""
    return [
        _period(row)
        for row in vault.rows(f"{_SELECT} where placement_id = ? order by from_on", (placement_id,))
    ]


def pay_on(vault: Database, placement_id: str, day: date) -> PayPeriod | None:
    """The hours and pay of a placement that hold on a day."""
    begun = [one for one in pay_of(vault, placement_id) if one.from_on <= day]
    return begun[-1] if begun else None


def set_pay(
    vault: Database, placement_id: str, from_on: date, *, minutes_week: int, pence_hour: int | None
) -> PayPeriod:
    """From a day on it is so many hours at such a pay; a period that begins on the same day is put right."""
    held = placement(vault, placement_id)
    if held.started_on is None:
        raise Problem(
            "Nobody has started work in this placement yet. Record the start first, with its hours."
        )
    if from_on < held.started_on:
        raise FieldProblem(
            "from_on", f"Work began on {date_words(held.started_on)}. Give that day or a later one."
        )
    if held.ended_on is not None and from_on > held.ended_on:
        raise FieldProblem(
            "from_on", f"The job ended on {date_words(held.ended_on)}. Give that day or an earlier one."
        )
    if not 0 < minutes_week <= WEEK:
        raise FieldProblem("minutes_week", "Hours of a week are more than nothing and at most 168.")
    facts = cells_of({"from_on": from_on, "minutes_week": minutes_week, "pence_hour": pence_hour})
    same = next((one for one in pay_of(vault, placement_id) if one.from_on == from_on), None)
    key = same.id if same is not None else new_key()
    with change(vault, f"Set hours and pay of {person_words(vault, held.person_id)}"):
        if same is not None:
            vault.update_row("pay_period", key, facts)
        else:
            vault.insert_row("pay_period", {"id": key, "placement_id": placement_id, **facts})
    return pay_period(vault, key)


def remove_pay(vault: Database, key: str) -> None:
    """Take away hours entered by mistake; those from the start stay, and are put right instead."""
    held = pay_period(vault, key)
    of = placement(vault, held.placement_id)
    if held.from_on == of.started_on:
        raise Problem(
            "These are the hours from the start of the job. Put them right instead of taking them away."
        )
    with change(vault, f"Removed hours and pay of {person_words(vault, of.person_id)}"):
        vault.delete_row("pay_period", key)


# --- pure -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Job:
    """One job of somebody, with its hours and pay. Its last day is still a day in work."""

    started_on: date
    ended_on: date | None
    periods: tuple[PayPeriod, ...]
    permitted_work: bool = False

    def is_held_on(self, day: date) -> bool:
        """Whether somebody is in it on a day."""
        return self.started_on <= day and (self.ended_on is None or day <= self.ended_on)

    def period_on(self, day: date) -> PayPeriod | None:
        """The hours and pay that hold on a day."""
        begun = [one for one in self.periods if one.from_on <= day]
        return max(begun, key=lambda one: one.from_on, default=None) if self.is_held_on(day) else None


@dataclass(frozen=True)
class WeekTotal:
    """All jobs of one person on a day. `pence` is None where the pay of any of them is not known."""

    jobs: int
    minutes: int
    pence: int | None
    permitted_work: bool = False

    def notes(self, band: BenefitRule | None, most: int | None) -> tuple[str, ...]:
        """What to look at: hours that reach the band, or more than the most that somebody wants to work."""
        found = []
        if band is not None and band.amount is not None and self.reaches(band.amount):
            found.append(f"All jobs together come to {hours_words(band.amount)} or more: look at benefits.")
        if most is not None and self.minutes > most:
            found.append(f"That is more than the most in their profile, {hours_words(most)} a week.")
        return tuple(found)

    def reaches(self, band_minutes: int) -> bool:
        """Whether the hours are in the band: 16 hours or more."""
        return self.jobs > 0 and self.minutes >= band_minutes

    @property
    def words(self) -> str:
        """16 hours a week over 2 jobs, £203.20."""
        if not self.jobs:
            return "Not in work"
        over = f" over {count_of(self.jobs, 'job')}" if self.jobs > 1 else ""
        pay = f", {money(self.pence)}" if self.pence is not None else ", pay not known"
        return f"{hours_words(self.minutes)} a week{over}{pay}"


def total_on(jobs: Iterable[Job], day: date) -> WeekTotal:
    """Hours summed over jobs, and pay where it is known of each; the sum is rounded once, to whole pence."""
    held = [one for one in jobs if one.is_held_on(day)]
    periods = [one for one in (job.period_on(day) for job in held) if one is not None]
    minutes = sum(one.minutes_week for one in periods)
    known = len(periods) == len(held) and all(one.pence_hour is not None for one in periods)
    exact = sum((Fraction(one.minutes_week * (one.pence_hour or 0), 60) for one in periods), Fraction(0))
    return WeekTotal(
        len(held), minutes, rounded_whole(exact) if known else None, any(one.permitted_work for one in held)
    )


@dataclass(frozen=True)
class LimitFinding:
    """How somebody's week stands against one limit. `over` is None where that cannot be told.

    `is_known` is whether the limit itself is filled in.
    """

    kind: BenefitKind
    over: bool | None
    sentence: str
    is_known: bool = True


def against_limits(total: WeekTotal, rules: Sequence[BenefitRule], day: date) -> tuple[LimitFinding, ...]:
    """Permitted work: hours and earnings against the limits of the day, with how far each can be relied on."""
    if not total.jobs or not total.permitted_work:
        return ()
    kinds = (BenefitKind.PERMITTED_HOURS, BenefitKind.PERMITTED_EARNINGS)
    return tuple(_against(total, rule_on(rules, kind, day), kind) for kind in kinds)


def _against(total: WeekTotal, rule: BenefitRule | None, kind: BenefitKind) -> LimitFinding:
    what = "hours" if kind is BenefitKind.PERMITTED_HOURS else "earnings"
    if rule is None or rule.amount is None:
        return LimitFinding(
            kind,
            None,
            f"Permitted work: the limit of {what} for this day is not filled in. Look it up and set it.",
        )
    checked = "" if rule.is_checked else " Nobody has checked this limit yet."
    if kind is BenefitKind.PERMITTED_HOURS:
        over = total.minutes >= rule.amount
        said = (
            f"{hours_said(total.minutes)} hours a week, and it is to be fewer than {hours_said(rule.amount)}"
        )
    elif total.pence is None:
        return LimitFinding(
            kind,
            None,
            f"Permitted work: pay is not known, so earnings cannot be held against {rule.amount_words}.",
        )
    else:
        over = total.pence > rule.amount
        said = f"{money(total.pence)} a week, and it is to be {rule.amount_words} at most"
    lead = "over the limit" if over else "within the limit"
    return LimitFinding(kind, over, f"Permitted work, {what} {lead}: {said}.{checked}")


# --- read -------------------------------------------------------------------------------------------------


def jobs_of_all(vault: Database) -> dict[str, list[Job]]:
    """Every job that was ever started, by the person’s key."""
    periods: dict[str, list[PayPeriod]] = {}
    for row in vault.rows(f"{_SELECT} order by from_on"):
        one = _period(row)
        periods.setdefault(one.placement_id, []).append(one)
    found: dict[str, list[Job]] = {}
    for key, person_id, started, ended, permitted in vault.rows(
        "select id, person_id, started_on, ended_on, permitted_work from placement where started_on is not null "
        "order by started_on, id"
    ):
        job = Job(
            as_date(started),
            as_date(ended) if ended else None,
            tuple(periods.get(str(key), ())),
            bool(permitted),
        )
        found.setdefault(str(person_id), []).append(job)
    return found


def total_of(vault: Database, person_id: str, day: date) -> WeekTotal:
    """Somebody’s week on a day, over all their jobs."""
    return total_on(jobs_of_all(vault).get(person_id, []), day)


def notes_of(vault: Database, person_id: str, day: date) -> tuple[str, ...]:
    """What to look at in somebody’s week on a day, over all their jobs."""
    band = rule_on(benefit_rules(vault), BenefitKind.HOURS_BAND, day)
    most = vault.value("select minutes_most from profile where person_id = ?", (person_id,))
    return total_of(vault, person_id, day).notes(band, None if most is None else int(str(most)))
