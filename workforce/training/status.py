"""How training stands on a day: missing, expired, expiring soon or active. Pure.

A record’s `expires_on` is the last day on which it holds. It expires soon from so many days before that day, both
included: with 90 days, from 90 days before to the day itself.
"""

from collections.abc import Iterable
from datetime import date

from resources.spans import LAST_DAY, months_before
from workforce.training.vocabulary import TrainingStatus

SOON_DAYS = (90, 60, 30)
"""The windows that may be chosen; the first is the one unless another is said."""
_WORST_FIRST = (
    TrainingStatus.MISSING,
    TrainingStatus.EXPIRED,
    TrainingStatus.EXPIRING_SOON,
    TrainingStatus.ACTIVE,
)


def status_on(
    completed_on: date | None, expires_on: date | None, *, on: date, soon_days: int = SOON_DAYS[0]
) -> TrainingStatus:
    """How one completed course stands on a day; before it was completed it is missing."""
    if completed_on is None or completed_on > on:
        return TrainingStatus.MISSING
    if expires_on is None:
        return TrainingStatus.ACTIVE
    left = (expires_on - on).days
    if left < 0:
        return TrainingStatus.EXPIRED
    return TrainingStatus.EXPIRING_SOON if left <= soon_days else TrainingStatus.ACTIVE


def expiry_after(completed_on: date, valid_months: int | None) -> date | None:
    """The last day on which it holds: the same day so many months on, or that month’s last; None holds for ever."""
    if valid_months is None or valid_months > 12 * (LAST_DAY.year - completed_on.year):
        return None
    return months_before(completed_on, -valid_months)


def worst(statuses: Iterable[TrainingStatus]) -> TrainingStatus:
    """The one that wants doing first; of none, missing."""
    return min(statuses, key=_WORST_FIRST.index, default=TrainingStatus.MISSING)


def best(statuses: Iterable[TrainingStatus]) -> TrainingStatus:
    """The one that counts where the same person has done a course several times; of none, missing."""
    return max(statuses, key=_WORST_FIRST.index, default=TrainingStatus.MISSING)
