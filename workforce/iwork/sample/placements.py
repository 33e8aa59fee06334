"""What became of the people of the sample register: placements at every stage, support, checkpoints, tasters."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from resources.database import Database, change
from workforce.iwork.employers.employers import employers
from workforce.iwork.people.people import Person, people
from workforce.iwork.placements.checkpoints import due_on, record_checkpoint
from workforce.iwork.placements.moving import begin, end, match, move, pause
from workforce.iwork.placements.pay import set_pay
from workforce.iwork.placements.placements import Placement, edit_placement, places_of
from workforce.iwork.placements.reminders import add_reminder, finish_reminder
from workforce.iwork.placements.steps import SEARCHING
from workforce.iwork.placements.support import add_visit, set_plan
from workforce.iwork.placements.tasters import plan_taster, record_outcome
from workforce.iwork.placements.whom import agrees
from workforce.iwork.posts.posts import Post, edit_post, posts
from workforce.iwork.posts.shifts import shifts_of
from workforce.iwork.sample.post_kinds import LUNCH
from workforce.iwork.vocabulary import (
    IN_WORK,
    AccessToWork,
    ConsentScope,
    EndReason,
    PostStatus,
    ReminderKind,
    Stage,
    SupportKind,
    TasterOutcome,
)

WEEK = timedelta(weeks=1)
WEEKS_IN_WORK = (92, 80, 64, 55, 41, 33, 29, 22, 18, 15, 11, 7)
"""Of jobs found outside the register, which began before its posts were open."""
AT_POSTS = (Stage.IN_POST, Stage.STARTED, Stage.STARTED, Stage.IN_POST, Stage.STARTED, Stage.STARTED)
TOWARDS_A_POST = (
    Stage.OFFERED, Stage.OFFERED, Stage.TASTER, Stage.TASTER, Stage.INTRODUCED, Stage.INTRODUCED, Stage.INTRODUCED,
    Stage.MATCHED, Stage.MATCHED, Stage.MATCHED,
)  # fmt: skip
_JOBS = (
    "Kitchen assistant",
    "Café helper",
    "Shelf filler",
    "Gardener’s mate",
    "Office helper",
    "Laundry assistant",
)
_PLACES = ("Example Café", "Specimen Stores", "Madeup Garden Centre", "Sample Leisure Centre")
_ROUTE = (Stage.INTRODUCED, Stage.TASTER, Stage.OFFERED, Stage.STARTED, Stage.IN_POST)
_PLAN = ((1, 600), (3, 360), (7, 180), (14, 60), (27, 0))
_SAID = ("Went through the morning list together.", "Worked alone for an hour.", "Practised the way to work.",
         "Met the buddy. All is well.")  # fmt: skip


@dataclass(frozen=True)
class _Sample:
    """What all of it is made with."""

    vault: Database
    rnd: random.Random
    today: date


def add_placements(vault: Database, *, today: date) -> None:
    """A placement of everybody, most before there is a post, about 18 in work."""
    made = _Sample(vault, random.Random("i-Work placements"), today)
    with change(vault, "Made the sample register: placements"):
        everybody = people(vault)
        willing = [one for one in everybody if _agrees_to_both(made, one)]
        oldest = sorted(willing, key=lambda one: (one.referred_on, one.number))
        worked = _long_jobs(made, oldest)
        rest = [one for one in willing if one.number not in worked]
        placed = _with_posts(made, rest, AT_POSTS) | _with_posts(made, rest[len(AT_POSTS) :], TOWARDS_A_POST)
        _before_a_post(made, [one for one in everybody if one.number not in worked | placed])
        _second_job(made, oldest[4])
        _tasters(made, rest)
        _reminders(made, everybody)


def _agrees_to_both(made: _Sample, one: Person) -> bool:
    scopes = (ConsentScope.MATCHING, ConsentScope.SHARE)
    return all(agrees(made.vault, one.id, scope, made.today) for scope in scopes)


# --- in work ----------------------------------------------------------------------------------------------


def _long_jobs(made: _Sample, oldest: Sequence[Person]) -> set[int]:
    """Jobs found outside the register; whoever was referred too late for the next is left to another."""
    found: set[int] = set()
    weeks = list(WEEKS_IN_WORK)
    for one in oldest:
        fitting = next(
            (each for each in weeks if made.today - each * WEEK > one.referred_on + 4 * WEEK), None
        )
        if fitting is not None:
            weeks.remove(fitting)
            _long_job(made, one, made.today - fitting * WEEK, len(found))
            found.add(one.number)
    return found


def _long_job(made: _Sample, one: Person, started: date, at: int) -> None:
    held = begin(made.vault, one.id, today=made.today, on=one.referred_on)
    for to in SEARCHING[1:]:
        move(made.vault, held.id, to, today=made.today, on=one.referred_on + 2 * WEEK)
    hours = made.rnd.choice((240, 360, 480, 600, 900, 960, 1080))
    held = move(
        made.vault, held.id, Stage.STARTED, today=made.today, on=started, minutes_week=hours,
        pence_hour=made.rnd.choice((1221, 1221, 1271, 1300)), job_title=_JOBS[at % len(_JOBS)],
        employer_name=_PLACES[at % len(_PLACES)],
    )  # fmt: skip
    move(made.vault, held.id, Stage.IN_POST, today=made.today, on=started + 3 * WEEK)
    _keep_it(made, held, started, at, hours)


def _keep_it(made: _Sample, held: Placement, started: date, at: int, hours: int) -> None:
    state = (AccessToWork.AGREED, AccessToWork.NOT_NEEDED, AccessToWork.APPLIED)[at % 3]
    on = None if state is AccessToWork.NOT_NEEDED else started + 2 * WEEK
    edit_placement(made.vault, held.id, access_to_work=state, access_on=on, permitted_work=at % 3 == 0)
    set_plan(made.vault, held.id, _PLAN)
    _visits(made, held, started)
    left = at in (3, 8)
    for weeks in (4, 13, 26, 52):
        on_day = due_on(started, weeks)
        if on_day + WEEK < made.today and not (weeks == 26 and at == 5):
            _checkpoint(made, held, weeks, on_day, hours)
    if left:
        reason = EndReason.TRAVEL if at == 3 else EndReason.CONTRACT_ENDED
        ended = max(started + 16 * WEEK, made.today - 10 * WEEK)
        end(made.vault, held.id, today=made.today, on=min(made.today, ended), reason=reason)
        begin(made.vault, held.person_id, today=made.today, on=made.today - 2 * WEEK, stage=Stage.JOB_READY)
    elif at % 4 == 1:
        set_pay(made.vault, held.id, made.today - 5 * WEEK, minutes_week=hours + 120, pence_hour=1271)


def _checkpoint(made: _Sample, held: Placement, weeks: int, on: date, hours: int) -> None:
    record_checkpoint(
        made.vault, held.id, weeks, in_work=True, today=made.today, looked_on=on, minutes_week=hours,
        words=made.rnd.choice(("", "Would like more hours.", "The manager is glad of the help.")),
    )  # fmt: skip
    to = {13: Stage.SUSTAINED_13, 26: Stage.SUSTAINED_26}.get(weeks)
    if to is not None:
        move(made.vault, held.id, to, today=made.today, on=on)


def _visits(made: _Sample, held: Placement, started: date) -> None:
    """Often in the first weeks, then now and then."""
    for week in (0, 0, 1, 1, 2, 3, 4, 6, 8, 11, 15, 20, 26, 40):
        day = started + week * WEEK + timedelta(days=made.rnd.randrange(5))
        if day <= made.today:
            minutes = made.rnd.choice((240, 300) if week < 3 else (60, 120, 180))
            kind = made.rnd.choice((SupportKind.ON_THE_JOB, SupportKind.ON_THE_JOB, *SupportKind))
            add_visit(made.vault, held.id, day, minutes, today=made.today, kind=kind, by="Casey Sample",
                      words=made.rnd.choice(_SAID))  # fmt: skip


# --- with a post ------------------------------------------------------------------------------------------


def _with_posts(made: _Sample, some: Sequence[Person], stages: Sequence[Stage]) -> set[int]:
    """The first of them, each as far as a stage, with the posts in turn."""
    placed: set[int] = set()
    for one, stage in zip(some, stages, strict=False):
        post = _a_post(made, begun=stage in IN_WORK)
        day = max(one.referred_on, post.opened_on or made.today)
        if stage in IN_WORK:
            day = _first_day(made, post, day)
        begin(made.vault, one.id, today=made.today, on=one.referred_on, stage=Stage.JOB_READY)
        held = match(made.vault, one.id, post.id, today=made.today, on=day)
        for to in _ROUTE:
            if held.stage is stage:
                break
            if to is Stage.TASTER and stage is not Stage.TASTER:
                continue
            started = to is Stage.STARTED
            held = (
                move(made.vault, held.id, to, today=made.today, on=day, minutes_week=post.minutes_most or 480,
                     pence_hour=post.pence_hour)
                if started
                else move(made.vault, held.id, to, today=made.today, on=day)
            )  # fmt: skip
        placed.add(one.number)
        if held.started_on is not None:
            _visits(made, held, held.started_on)
            set_plan(made.vault, held.id, _PLAN)
    return placed


def _first_day(made: _Sample, post: Post, since: date) -> date:
    """The first day with a shift on which work can begin: the post starts then, where it would start later."""
    days = {one.weekday for one in shifts_of(made.vault, post.id)} or set(range(5))
    earliest = next(
        at for at in (since + timedelta(days=ahead) for ahead in range(7)) if at.weekday() in days
    )
    day = min(earliest, made.today)
    if post.start_on is None or post.start_on > day:
        edit_post(made.vault, post.id, today=made.today, start_on=day)
    return day


def _a_post(made: _Sample, *, begun: bool) -> Post:
    """Of those with a free place the one with which fewest people are; work at the lunch posts has not begun."""
    places = places_of(made.vault)
    free = [one for one in posts(made.vault, PostStatus.OPEN, PostStatus.PART_FILLED) if places[one.id].free]
    free = [one for one in free if one.title != LUNCH.title] or free if begun else free
    return min(free, key=lambda one: (places[one.id].in_work, places[one.id].considered, one.number))


# --- before a post ----------------------------------------------------------------------------------------


def _before_a_post(made: _Sample, some: Sequence[Person]) -> None:
    for at, one in enumerate(some):
        stage = Stage.REFERRED if one.referred_on > made.today - 6 * WEEK else SEARCHING[at % len(SEARCHING)]
        held = begin(made.vault, one.id, today=made.today, on=one.referred_on, stage=stage)
        if at % 13 == 5:
            pause(made.vault, held.id, today=made.today, on=made.today - WEEK, words="Unwell for some weeks.")
        if at % 17 == 9:
            end(made.vault, held.id, today=made.today, on=made.today - WEEK, words="Has begun at a college.")


def _second_job(made: _Sample, one: Person) -> None:
    """Somebody with two jobs, whose hours count together."""
    held = begin(made.vault, one.id, today=made.today, on=made.today - 9 * WEEK, stage=Stage.JOB_READY)
    move(
        made.vault, held.id, Stage.STARTED, today=made.today, on=made.today - 5 * WEEK, minutes_week=480,
        pence_hour=1221, job_title="Car park steward", employer_name="Example Market",
    )  # fmt: skip


def _tasters(made: _Sample, some: Sequence[Person]) -> None:
    hosts = employers(made.vault)
    outcomes = (
        TasterOutcome.WENT_WELL, TasterOutcome.MIXED, TasterOutcome.NOT_FOR_THEM, TasterOutcome.WENT_WELL,
        TasterOutcome.DID_NOT_COME, None, None, None, None,
    )  # fmt: skip
    for at, (one, outcome) in enumerate(zip(some, outcomes, strict=False)):
        ahead = (-3, 2, 5, 12)[at % 4]
        day = made.today + timedelta(days=ahead) if outcome is None else made.today - (at + 2) * WEEK
        held = plan_taster(
            made.vault,
            one.id,
            hosts[at % len(hosts)].id,
            day,
            today=made.today,
            from_minute=570,
            until_minute=780,
        )
        if outcome is not None:
            record_outcome(made.vault, held.id, outcome, today=made.today, persons_words="I liked the people.",
                           employers_words="Would gladly do it again.")  # fmt: skip


def _reminders(made: _Sample, everybody: Sequence[Person]) -> None:
    for at, (words, days) in enumerate(
        (
            ("Ring about the bus pass", 2),
            ("Ask the college for a reference", 6),
            ("Send the easy-read letter", -1),
        )
    ):
        add_reminder(made.vault, words, made.today + timedelta(days=days), person_id=everybody[at * 7].id)
    add_reminder(made.vault, "Book the room for the job club", made.today + timedelta(days=9))
    done = add_reminder(
        made.vault, "Order uniforms", made.today - timedelta(days=8), kind=ReminderKind.SUPPORT
    )
    finish_reminder(made.vault, done.id, today=made.today)
