"""What is to be done, from facts. Each function is pure: a fact and today give one thing to do, or None."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from resources.wording import and_list, date_words
from workforce.iwork.placements.access_to_work import access_standing
from workforce.iwork.placements.benefits import BenefitRule, rule_on
from workforce.iwork.placements.checkpoints import Asked
from workforce.iwork.placements.pay import WeekTotal, against_limits
from workforce.iwork.placements.placements import Placement
from workforce.iwork.placements.support import SupportPlan, SupportVisit, planned_in, week_of
from workforce.iwork.times import hours_said, hours_words
from workforce.iwork.vocabulary import (
    IN_WORK,
    BenefitKind,
    CheckKind,
    ConsentScope,
    ReminderKind,
    Stage,
    TasterOutcome,
)

AHEAD = timedelta(weeks=2)
"""Most of what is to come is listed this long before."""
AHEAD_LONG = timedelta(weeks=6)
"""What takes time, such as a new check or a consent, is listed this long before."""
QUIET = timedelta(weeks=2)
"""Support that is planned and not written down for so long is asked about."""


@dataclass(frozen=True)
class ToDo:
    """One thing to do. `tab` and `row` lead to where it is done; `key` is its own, the same each time.

    `person_id` is whom it is about, `typed` whether somebody typed it, so that it can be ticked off by hand.
    """

    key: str
    kind: ReminderKind
    due_on: date
    who: str
    words: str
    tab: str = ""
    row: str = ""
    person_id: str = ""
    typed: bool = False

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.due_on < today


def soon(day: date, today: date, ahead: timedelta = AHEAD) -> bool:
    """Whether a day is near enough to be listed, or has passed."""
    return day <= today + ahead


def review_due(
    person_id: str, who: str, review_on: date, delete_by: date, *, closed: bool, today: date
) -> ToDo | None:
    """Look at the record again, or delete it: the second stands above the first."""
    if soon(delete_by, today, AHEAD_LONG):
        words = "Delete the record, or review it and say why it is kept."
        return ToDo(
            f"delete:{person_id}",
            ReminderKind.DELETE_BY,
            delete_by,
            who,
            words,
            "People",
            person_id,
            person_id,
        )
    if closed or not soon(review_on, today):
        return None
    words = "Review the record: is it still needed, is it right?"
    return ToDo(
        f"review:{person_id}", ReminderKind.REVIEW, review_on, who, words, "People", person_id, person_id
    )


def consent_ends(
    key: str, person_id: str, who: str, scope: ConsentScope, until_on: date, *, renewed: bool, today: date
) -> ToDo | None:
    """Ask again before a consent ends. `renewed`: a later one of the same scope goes on after it."""
    if renewed or not soon(until_on, today, AHEAD_LONG):
        return None
    verb = "ends" if until_on >= today else "ended"
    words = f"Ask again, consent {verb}: “{scope.label}”."
    return ToDo(f"consent:{key}", ReminderKind.CONSENT, until_on, who, words, "People", person_id, person_id)


def consent_taken_back(
    key: str, person_id: str, who: str, scope: ConsentScope, withdrawn_on: date, *, open_at: Stage | None
) -> ToDo | None:
    """Somebody took back what something still rests on: the record itself, or a placement that is open at a stage."""
    if scope is ConsentScope.REGISTER:
        what = "close the record, or ask for its deletion."
    elif open_at is not None:
        what = f"their placement stands at “{open_at.label}”. Ask them, and stop or go on as they say."
    else:
        return None
    words = f"Took back “{scope.label}”: {what}"
    return ToDo(
        f"taken back:{key}", ReminderKind.CONSENT, withdrawn_on, who, words, "People", person_id, person_id
    )


def check_ends(
    key: str, person_id: str, who: str, kind: CheckKind, until_on: date, today: date
) -> ToDo | None:
    """Renew a check before it runs out."""
    if not soon(until_on, today, AHEAD_LONG):
        return None
    verb = "runs out" if until_on >= today else "ran out"
    words = f"{kind.label} {verb}: renew it."
    return ToDo(f"check:{key}", ReminderKind.CHECK, until_on, who, words, "People", person_id, person_id)


def checkpoints_due(held: Placement, who: str, points: Sequence[Asked], today: date) -> list[ToDo]:
    """Look whether somebody is still in work; those coming up within a week are listed, too."""
    found = []
    for one in points:
        comes = one.answer is None and held.ended_on is None and today < one.on <= today + timedelta(weeks=1)
        if one.is_due or comes:
            words = f"After {one.weeks} weeks: still in work, how many hours?"
            key = f"checkpoint:{held.id}:{one.weeks}"
            found.append(
                ToDo(key, ReminderKind.SUSTAINED, one.on, who, words, "Placements", held.id, held.person_id)
            )
    return found


def access_due(held: Placement, who: str, rules: Sequence[BenefitRule], today: date) -> ToDo | None:
    """Ask for Access to Work while it pays in full; what was missed stays until somebody says what became of it."""
    found = access_standing(held, rules, today)
    if not found.is_open:
        return None
    due = found.last_day or today
    key = f"access:{held.id}"
    return ToDo(
        key, ReminderKind.ACCESS_TO_WORK, due, who, found.sentence, "Placements", held.id, held.person_id
    )


def benefits_due(
    person_id: str, who: str, total: WeekTotal, rules: Sequence[BenefitRule], today: date
) -> list[ToDo]:
    """Permitted work over a limit, or pay not known; limits that are not filled in are one thing to do together."""
    return [
        ToDo(f"limit:{person_id}:{one.kind}", ReminderKind.BENEFITS, today, who, one.sentence, "People", person_id,
             person_id)
        for one in against_limits(total, rules, today)
        if one.over or (one.over is None and one.is_known)
    ]  # fmt: skip


def band_reached(
    person_id: str, who: str, total: WeekTotal, rules: Sequence[BenefitRule], today: date
) -> ToDo | None:
    """Hours that reach the band: benefits may change there, so somebody should look."""
    rule = rule_on(rules, BenefitKind.HOURS_BAND, today)
    if rule is None or rule.amount is None or not total.permitted_work or not total.reaches(rule.amount):
        return None
    words = f"{hours_words(total.minutes)} a week, so {hours_said(rule.amount)} or more: look at benefits."
    key = f"band:{person_id}"
    return ToDo(key, ReminderKind.BENEFITS, today, who, words, "People", person_id, person_id)


def rules_wanted(rules: Sequence[BenefitRule], today: date) -> ToDo | None:
    """Limits of today that are empty, or that nobody has checked: one thing to do, however many they are."""
    held = [rule_on(rules, kind, today) for kind in BenefitKind]
    empty = sum(1 for one in held if one is None or one.amount is None)
    unchecked = sum(1 for one in held if one is not None and one.amount is not None and not one.is_checked)
    if not empty + unchecked:
        return None
    parts = [f"{empty} not filled in"] * bool(empty) + [f"{unchecked} not checked"] * bool(unchecked)
    words = f"Benefit limits of today: {and_list(parts)}. Look them up, and set them under “Benefit limits”."
    return ToDo("rules", ReminderKind.BENEFITS, today, "", words)


def support_quiet(
    held: Placement, who: str, plan: Sequence[SupportPlan], visits: Sequence[SupportVisit], today: date
) -> ToDo | None:
    """Support is planned for this week and none was written down for a while."""
    if held.started_on is None or held.stage not in IN_WORK:
        return None
    planned = planned_in(plan, week_of(held.started_on, today))
    last = max([held.started_on, *(one.done_on for one in visits)])
    if not planned or last + QUIET > today:
        return None
    lead = f"{hours_words(planned)} of support a week planned"
    words = f"{lead}, and none is written down since {date_words(last)}."
    due = last + QUIET
    return ToDo(
        f"support:{held.id}", ReminderKind.SUPPORT, due, who, words, "Placements", held.id, held.person_id
    )


def employer_next(key: str, name: str, next_step: str, next_on: date, today: date) -> ToDo | None:
    """The next step with an employer."""
    if not soon(next_on, today):
        return None
    words = f"{name}: {next_step or 'next step'}"
    return ToDo(f"employer:{key}", ReminderKind.EMPLOYER, next_on, "", words, "Employers", key)


def taster_due(
    key: str, person_id: str, who: str, employer: str, day: date, outcome: TasterOutcome, today: date
) -> ToDo | None:  # fmt: skip
    """A taster that is near, or whose outcome nobody has written down."""
    if outcome is not TasterOutcome.PLANNED or not soon(day, today):
        return None
    words = f"Taster at {employer}." if day >= today else f"How did the taster go at {employer}?"
    return ToDo(f"taster:{key}", ReminderKind.TASTER, day, who, words, "Placements", key, person_id)


def access_request_due(key: str, person_id: str, who: str, due_on: date, today: date) -> ToDo | None:
    """Everything held was asked for: it is given by its day."""
    if not soon(due_on, today, AHEAD_LONG):
        return None
    words = "Everything held was asked for: give it."
    return ToDo(f"held:{key}", ReminderKind.OTHER, due_on, who, words, "People", person_id, person_id)
