"""Access to Work pays in full when it is asked for early in the job. Until when, and what to do, is pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from resources.wording import count_of, date_words
from workforce.iwork.placements.benefits import BenefitRule, rule_on
from workforce.iwork.placements.placements import Placement
from workforce.iwork.vocabulary import AccessToWork, BenefitKind, Stage

_ASKED = (AccessToWork.APPLIED, AccessToWork.AGREED, AccessToWork.REFUSED)


@dataclass(frozen=True)
class AccessStanding:
    """`last_day` is the last day of the first weeks; None before the start, or where no limit is filled in."""

    last_day: date | None
    is_open: bool
    sentence: str


def last_full_day(started_on: date, weeks: int) -> date:
    """The last day within the first weeks of the job."""
    return started_on + timedelta(weeks=weeks) - timedelta(days=1)


def access_standing(held: Placement, rules: Sequence[BenefitRule], today: date) -> AccessStanding:
    """What is to be done about it, with how far the limit can be relied on."""
    if held.access_to_work is AccessToWork.NOT_NEEDED:
        return AccessStanding(None, False, "Access to Work is not needed.")
    rule = rule_on(rules, BenefitKind.ACCESS_WEEKS, held.started_on or today)
    last = last_full_day(held.started_on, rule.amount) if held.started_on and rule and rule.amount else None
    if held.access_to_work in _ASKED:
        return AccessStanding(last, False, _told(held, last))
    if not held.is_open or held.stage not in (Stage.OFFERED, *_WORKING):
        return AccessStanding(last, False, "Access to Work: not asked yet.")
    if rule is None or rule.amount is None:
        return AccessStanding(
            None, True, "Access to Work: not asked yet, and no limit of weeks is filled in."
        )
    return AccessStanding(last, True, _open(rule, rule.amount, last, today))


_WORKING = (Stage.STARTED, Stage.IN_POST, Stage.SUSTAINED_13, Stage.SUSTAINED_26)


def _told(held: Placement, last: date | None) -> str:
    on = f" on {date_words(held.access_on)}" if held.access_on else ""
    late = last is not None and held.access_on is not None and held.access_on > last
    after = f" The first weeks ended on {date_words(last)}." if late and last else ""
    return f"Access to Work: {held.access_to_work.label.lower()}{on}.{after}"


def _open(rule: BenefitRule, weeks: int, last: date | None, today: date) -> str:
    checked = "" if rule.is_checked else " Nobody has checked this limit yet."
    first = f"the first {count_of(weeks, 'week')}"
    if last is None:
        return f"Access to Work: ask before the start or within {first} of it, when it pays in full.{checked}"
    if today > last:
        return (
            f"Access to Work was not asked for within {first}, which ended on {date_words(last)}. Ask all the same: an "
            f"employer may share the cost.{checked}"
        )
    return f"Ask for Access to Work by {date_words(last)}: within {first} it pays in full.{checked}"
