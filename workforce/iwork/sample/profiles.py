"""Invented profiles of the sample register: most are whole, some begun, a few contradict themselves."""

import random
from datetime import date, timedelta

from resources.database import Database, change
from workforce.iwork.people.people import Person, people
from workforce.iwork.profile.adjustments import adjustments
from workforce.iwork.profile.availability import set_availability
from workforce.iwork.profile.checks import set_check
from workforce.iwork.profile.meetings import Part, add_meeting, covered_words
from workforce.iwork.profile.needs import set_needs
from workforce.iwork.profile.profile_tasks import set_task_wish, set_task_wishes
from workforce.iwork.profile.profiles import edit_profile
from workforce.iwork.profile.shipped import (
    ACTIVITIES,
    DOMESTIC,
    GARDEN,
    KITCHEN,
    LAUNDRY,
    MAINTENANCE,
    OFFICE,
)
from workforce.iwork.profile.tasks import tasks
from workforce.iwork.profile.travel import Way, set_ways
from workforce.iwork.vocabulary import (
    BuddyNeed,
    CheckKind,
    CheckState,
    Level,
    Need,
    Sense,
    TaskWish,
    TravelMode,
)
from workforce.iwork.weeks import read_week

NOT_BEGUN = frozenset({9, 23, 38, 52})
"""Numbers of people who have no profile yet."""
BEGUN = frozenset({5, 17, 29, 41, 57})
"""Numbers of people with one meeting behind them."""

_AREAS = (KITCHEN, KITCHEN, KITCHEN, LAUNDRY, DOMESTIC, GARDEN, OFFICE, ACTIVITIES, MAINTENANCE)
_STRENGTHS = (
    "Always on time. Remembers where everything goes.",
    "Careful and thorough; finishes what is begun.",
    "Friendly with older people and a good listener.",
    "Quick hands, and likes things to look right.",
    "Calm when it is busy, and never forgets a face.",
    "Strong, and happy to be on the move all day.",
)
_INTERESTS = (
    "Cooking programmes, football, and the garden at home.",
    "Trains, timetables and quizzes.",
    "Singing in a choir; baking with the family.",
    "Dogs and long walks.",
    "Computers, drawing and films.",
)
_EXPERIENCE = (
    "Helped in the college café on Fridays for a year.",
    "Two weeks in a charity shop; folds clothes at home.",
    "Volunteers at a community garden.",
    "Laid tables and washed up at a lunch club.",
    "No paid work yet; does the recycling for three neighbours.",
)
_COMMUNICATION = (
    "Short sentences, one thing at a time. Show, then watch.",
    "Write it down, and give time to answer.",
    "Pictures help. Say the name first.",
    "Speak plainly; jokes may be taken as meant.",
)
_SUPPORT = (
    "A coach beside them for the first two weeks, then a call on Fridays.",
    "A list on the wall, and one person to ask.",
    "A quiet corner for the break.",
)
_WISHES = (
    "A job with people around, near home.",
    "To earn money for a holiday with friends.",
    "To wear a uniform and be part of a team.",
)
_WEEKS = (
    "Mon to Fri 8:00 to 17:00",
    "Mon, Tue, Wed 10:00 to 16:00",
    "Mon to Fri 11:00 to 14:30",
    "Tue, Thu 9:30 to 14:00; Sat 10:00 to 14:00",
    "Mon to Fri 8:00 to 14:30",
    "Wed, Fri 12:00 to 17:00; Sun 11:00 to 15:00",
    "every day 9:30 to 16:30",
)


def add_profiles(vault: Database, *, today: date) -> None:
    """One for nearly everybody, as one change."""
    rnd = random.Random("i-Work profiles")
    with change(vault, "Made the sample register: profiles"):
        for one in people(vault, closed=True):
            if one.is_current and one.number not in NOT_BEGUN:
                _begin(vault, one, rnd, today)
                if one.number not in BEGUN:
                    _fill(vault, one, rnd, today)
        _contradict(vault, today)


def _begin(vault: Database, one: Person, rnd: random.Random, today: date) -> None:
    met = max(one.referred_on, today - timedelta(days=rnd.randrange(40, 200)))
    add_meeting(
        vault, one.id, met, today=today, with_whom=rnd.choice(("", "Their mother", "A support worker")),
        covered=covered_words((Part.STRENGTHS, Part.COMMUNICATION)), next_time="Tasks, and a visit to a kitchen",
    )  # fmt: skip
    edit_profile(
        vault, one.id, strengths=rnd.choice(_STRENGTHS), interests=rnd.choice(_INTERESTS),
        communication=rnd.choice(_COMMUNICATION),
    )  # fmt: skip


def _fill(vault: Database, one: Person, rnd: random.Random, today: date) -> None:
    met = max(one.referred_on, today - timedelta(days=rnd.randrange(5, 40)))
    covered = covered_words((Part.TASKS, Part.SETTING, Part.HOURS, Part.TRAVEL, Part.SUPPORT))
    add_meeting(vault, one.id, met, today=today, covered=covered)
    wanted = rnd.choice((4, 6, 8, 10, 12, 15, 16)) * 60
    levels = {
        sense.value: rnd.choice((Level.LOW, Level.MEDIUM, Level.HIGH, Level.HIGH, Level.HIGH))
        for sense in Sense
    }
    edit_profile(
        vault, one.id, experience=rnd.choice(_EXPERIENCE), support_at_work=rnd.choice(_SUPPORT),
        wishes=rnd.choice(_WISHES), noise=levels["noise"], heat=levels["heat"], people=levels["people"],
        smells=levels["smells"], minutes_wanted=wanted, minutes_most=wanted + rnd.choice((0, 2, 4)) * 60,
        buddy=rnd.choice((BuddyNeed.NOT_NEEDED, BuddyNeed.HELPS, BuddyNeed.HELPS, BuddyNeed.MUST)),
        ready_from=today + timedelta(days=rnd.choice((-60, -30, -7, 7, 14))),
    )  # fmt: skip
    _set_tasks(vault, one, rnd)
    set_availability(vault, one.id, read_week(rnd.choice(_WEEKS)))
    _set_rest(vault, one, rnd, today)
    if rnd.random() < 0.4:
        _widen(vault, one)


def _widen(vault: Database, one: Person) -> None:
    """Some do not mind much, and somebody drives them: there are posts that suit them as they stand."""
    edit_profile(
        vault, one.id, noise=Level.HIGH, heat=Level.HIGH, people=Level.HIGH, smells=Level.HIGH,
        minutes_most=16 * 60, buddy=BuddyNeed.HELPS,
    )  # fmt: skip
    set_availability(vault, one.id, read_week("Mon to Fri 8:00 to 17:00; Sat, Sun 14:00 to 17:00"))
    set_ways(vault, one.id, [Way(TravelMode.LIFT, most_tenths=300)])


def _set_tasks(vault: Database, one: Person, rnd: random.Random) -> None:
    every = tasks(vault)
    area = rnd.choice(_AREAS)
    near = [task.id for task in every if task.area == area]
    far = [task.id for task in every if task.area != area]
    likes = rnd.sample(near, min(len(near), rnd.randrange(3, 6)))
    tries = rnd.sample([key for key in far], rnd.randrange(2, 5))
    avoids = rnd.sample([key for key in far if key not in tries], rnd.randrange(0, 3))
    wishes = {TaskWish.LIKES: likes, TaskWish.WOULD_TRY: tries, TaskWish.AVOID: avoids}
    set_task_wishes(vault, one.id, wishes, done_before=rnd.sample(likes, rnd.randrange(0, 3)))


def _set_rest(vault: Database, one: Person, rnd: random.Random, today: date) -> None:
    ways = [
        Way(TravelMode.WALK, most_minutes=rnd.choice((15, 20, 30))),
        Way(TravelMode.BUS, most_minutes=rnd.choice((45, 60, 75))),
        Way(TravelMode.LIFT, most_tenths=rnd.choice((100, 150, 200))),
        Way(TravelMode.TAXI, most_minutes=45, note="Agreed with Access to Work"),
        Way(TravelMode.CYCLE, most_tenths=30),
    ]
    set_ways(vault, one.id, rnd.sample(ways, rnd.choice((1, 2, 2, 3))))
    set_check(vault, one.id, CheckKind.RIGHT_TO_WORK, CheckState.HELD)
    if rnd.random() < 0.7:
        dated = today - timedelta(days=rnd.randrange(30, 900))
        set_check(
            vault, one.id, rnd.choice((CheckKind.DBS_BASIC, CheckKind.DBS_ENHANCED)), CheckState.HELD,
            dated_on=dated, until_on=dated + timedelta(days=3 * 365),
        )  # fmt: skip
    else:
        set_check(
            vault, one.id, CheckKind.DBS_ENHANCED, CheckState.APPLIED, dated_on=today - timedelta(days=20)
        )
    if rnd.random() < 0.4:
        set_check(vault, one.id, CheckKind.FOOD_HYGIENE, CheckState.HELD)
    chosen = rnd.sample(adjustments(vault), rnd.randrange(1, 5))
    set_needs(
        vault,
        one.id,
        {
            adj.id: Need.MUST if at == 0 and rnd.random() < 0.5 else Need.HELPS
            for at, adj in enumerate(chosen)
        },
    )


def _contradict(vault: Database, today: date) -> None:
    """A few whose wishes do not go together, so that the sentences about it can be seen."""
    by_number = {one.number: one for one in people(vault)}
    first, second, third = (by_number[number] for number in (3, 12, 26))
    liked = next(one for one in tasks(vault) if one.name == "Laying tables")
    for wish in (TaskWish.LIKES, TaskWish.AVOID):
        set_task_wish(vault, first.id, liked.id, wish)
    edit_profile(vault, second.id, minutes_wanted=20 * 60, minutes_most=12 * 60)
    set_availability(vault, second.id, read_week("Mon, Tue 9:00 to 12:00"))
    set_ways(vault, third.id, [])
    set_check(vault, third.id, CheckKind.DBS_BASIC, CheckState.HELD, until_on=today - timedelta(days=12))
