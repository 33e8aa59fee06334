"""What about reports to committees wants doing: deadlines, meetings without a report, reviews, decisions."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby

from engagement.committee.days_ahead import DueDay, days_ahead
from engagement.committee.meetings import meetings
from engagement.committee.recommendations import MadeBefore, made_before
from engagement.committee.vocabulary import RecommendationOutcome
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words, day_words, in_london

DUE_WITHIN = timedelta(days=10)
REPORT_WITHIN = timedelta(days=30)
QUIET_FOR = timedelta(days=91)
"""A recommendation that was agreed and of which nothing was noted for so long is asked for."""
_PAGE = "reports"


def committee_attention(db: Database, now: datetime) -> list[Attention]:
    """The lines of Home."""
    today = in_london(now).date()
    return [*_deadlines(db, today), *_without_report(db, today), *_reviews(db, today), *_asked(db, today)]


def _deadlines(db: Database, today: date) -> Iterator[Attention]:
    """What is overdue of each report, and what is due next."""
    held = [one for one in days_ahead(db, today) if one.report and one.deadline.done_on is None]
    held.sort(
        key=lambda one: one.report.id if one.report else ""
    )  # by day within each report: the sort is stable
    for _, of_one in groupby(held, key=lambda one: one.report):
        open_ones = list(of_one)
        late = [one for one in open_ones if one.deadline.is_late(today)]
        if late:
            yield _late(late)
        first = next((one for one in open_ones if one.deadline.day >= today), None)
        if first is not None and first.deadline.day <= today + DUE_WITHIN:
            yield _next(first, today)


def _late(late: list[DueDay]) -> Attention:
    first = late[0]
    what = f"Overdue: {first.deadline.name}" if len(late) == 1 else f"{len(late)} deadlines are overdue"
    since = f"It was due on {day_words(first.deadline.day)}."
    if len(late) > 1:
        since = f"The first, “{first.deadline.name}”, was due on {day_words(first.deadline.day)}."
    return Attention(
        Urgency.DUE, what, f"{_of(first)} {since}", _PAGE, first.meeting.id, "Open the deadlines",
        first.deadline.day,
    )  # fmt: skip


def _next(one: DueDay, today: date) -> Attention:
    is_today = one.deadline.day == today
    said = "Due today." if is_today else f"Due on {day_words(one.deadline.day)}."
    return Attention(
        Urgency.TODAY if is_today else Urgency.SOON, one.deadline.name, f"{_of(one)} {said}", _PAGE, one.meeting.id,
        "Open the deadlines", one.deadline.day,
    )  # fmt: skip


def _of(one: DueDay) -> str:
    title = f"“{one.report.title}”, " if one.report else ""
    return f"{title}meeting on {date_words(one.meeting.meets_on)}."


def _without_report(db: Database, today: date) -> Iterator[Attention]:
    begun = {
        str(key)
        for (key,) in db.rows("select distinct meeting_id from committee_report where archived_on is null")
    }
    for at in reversed(meetings(db)):
        if today <= at.meets_on <= today + REPORT_WITHIN and at.id not in begun:
            yield Attention(
                Urgency.DUE, "Begin a report to the committee",
                f"The {at.committee} meets on {day_words(at.meets_on)}, and no report is begun.", _PAGE, at.id,
                "Open the meeting", at.meets_on,
            )  # fmt: skip


def _reviews(db: Database, today: date) -> Iterator[Attention]:
    """Reports with something kept from the public whose day of review has come."""
    for key, title, number, first in db.rows(
        """select report.id, report.title, count(*), min(item.review_on) from report_item item
        join committee_report report on report.id = item.report_id
        where item.exempt_paragraph is not null and item.review_on <= ? and report.archived_on is null
        group by report.id order by min(item.review_on), report.id""",
        (today.isoformat(),),
    ):
        day = date.fromisoformat(first)
        yield Attention(
            Urgency.WHEN_YOU_CAN, "Review what is kept from the public",
            f"“{title}”: {count_of(number, 'line')} of the outline, to be reviewed since {day_words(day)}.", _PAGE, key,
            "Open the report", day,
        )  # fmt: skip


def _asked(db: Database, today: date) -> Iterator[Attention]:
    held = made_before(db, before=today)
    undecided = [one for one in held if one.recommendation.outcome is RecommendationOutcome.NOT_DECIDED]
    if undecided:
        one = undecided[-1]
        yield Attention(
            Urgency.SOON, f"Note what members decided on {count_of(len(undecided), 'recommendation')}",
            f"“{one.title}” was on the agenda on {date_words(one.meets_on)}.", _PAGE, one.recommendation.id,
            "Open the recommendation", one.meets_on,
        )  # fmt: skip
    quiet = [one for one in held if one.is_accepted and one.is_open and _last(one) <= today - QUIET_FOR]
    if quiet:
        first = min(quiet, key=_last)
        yield Attention(
            Urgency.WHEN_YOU_CAN, f"{count_of(len(quiet), 'recommendation')} without news for three months",
            f"“{first.recommendation.name}”: the last word is of {date_words(_last(first))}.", _PAGE,
            first.recommendation.id, "Open the recommendation", _last(first),
        )  # fmt: skip


def _last(one: MadeBefore) -> date:
    """When something was last noted of it, or it was decided."""
    return one.steps[-1].on_day if one.steps else one.recommendation.decided_on or one.meets_on
