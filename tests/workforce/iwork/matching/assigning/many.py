"""Many people and posts, made by chance and always the same: for all pairs at once, and for benchmarks."""

import random
from datetime import date, timedelta

from workforce.iwork.matching import shipped
from workforce.iwork.matching.facts import (
    HeldCheck,
    Hours,
    MatchPerson,
    MatchPost,
    NeededCheck,
    Place,
    Rules,
    TaskInPost,
    Way,
)
from workforce.iwork.vocabulary import (
    BuddyNeed,
    BuddyOffer,
    CheckKind,
    CheckState,
    Offer,
    ShiftPattern,
    TravelMode,
    WhenNeeded,
)

TODAY = date(2026, 11, 23)
TASKS = tuple(f"task {at}" for at in range(45))
ADJUSTMENTS = tuple(f"adjustment {at}" for at in range(20))
RULES = Rules(
    TODAY, shipped.WEIGHTS, shipped.SPEEDS, tasks={one: one.capitalize() for one in TASKS},
    adjustments={one: one.capitalize() for one in ADJUSTMENTS},
)  # fmt: skip


def many_people(number: int, chance: random.Random) -> list[MatchPerson]:
    """So many, who live about the county."""
    return [_person(at, chance) for at in range(1, number + 1)]


def many_posts(number: int, chance: random.Random) -> list[MatchPost]:
    """So many, with one to three places each."""
    return [_post(at, chance) for at in range(1, number + 1)]


def _place(chance: random.Random) -> Place | None:
    if chance.random() < 0.03:
        return None
    return Place(440_000 + chance.randrange(50_000), 330_000 + chance.randrange(60_000))


def _person(at: int, chance: random.Random) -> MatchPerson:
    wishes = chance.sample(TASKS, 10)
    days = chance.sample(range(7), chance.randint(2, 6))
    modes = chance.sample(sorted(TravelMode), chance.randint(0, 3))
    wanted = 60 * chance.randint(2, 20)
    return MatchPerson(
        key=f"person {at}", number=at, current=chance.random() < 0.98, consents=chance.random() < 0.95,
        minutes_worked=chance.choice([0, 0, 0, 240]), place=_place(chance),
        ways=tuple(Way(one, chance.choice([None, 30, 45, 60, 90]), chance.choice([None, None, 30, 100]))
                   for one in modes),
        available=() if chance.random() < 0.05 else tuple(_time(day, chance, 360, 900) for day in sorted(days)),
        minutes_wanted=chance.choice([None, wanted]), minutes_most=chance.choice([None, wanted + 240, wanted + 600]),
        likes=frozenset(wishes[:4]), would_try=frozenset(wishes[4:8]),
        avoid=frozenset(wishes[8:8 + chance.randint(0, 2)]),
        done_before=frozenset(chance.sample(wishes, 2)),
        suits=tuple(chance.choice([None, 2, 3, 3]) for _ in range(4)),  # type: ignore[arg-type]
        buddy=chance.choice(list(BuddyNeed)), must=frozenset(chance.sample(ADJUSTMENTS, chance.choice([0, 0, 1]))),
        helps=frozenset(chance.sample(ADJUSTMENTS, 2)),
        checks=tuple(HeldCheck(one, chance.choice(list(CheckState)), chance.choice([None, TODAY + timedelta(days=200)]))
                     for one in chance.sample(list(CheckKind), 2)),
        ready_from=chance.choice([None, TODAY, TODAY + timedelta(days=chance.randrange(60))]),
    )  # fmt: skip


def _post(at: int, chance: random.Random) -> MatchPost:
    days = sorted(chance.sample(range(7), chance.randint(1, 4)))
    shifts = () if chance.random() < 0.05 else tuple(_time(day, chance, 90, 240) for day in days)
    least = chance.choice([None, 60 * chance.randint(2, 12)])
    start = TODAY + timedelta(days=chance.randrange(-30, 60))
    return MatchPost(
        key=f"post {at}", number=at, title="Lunch service", employer_id=f"employer {at % 400}",
        employer_name="Rosewood House",
        open=chance.random() < 0.97, places=chance.randint(1, 3), place=_place(chance), shifts=shifts,
        pattern=chance.choice(list(ShiftPattern)), minutes_least=least,
        minutes_most=None if least is None else least + chance.choice([0, 120]),
        tasks=tuple(TaskInPost(one, chance.random() < 0.7) for one in chance.sample(TASKS, chance.randint(0, 5))),
        levels=tuple(chance.choice([None, 1, 2, 2, 3]) for _ in range(4)),  # type: ignore[arg-type]
        buddy=chance.choice(list(BuddyOffer)),
        offers=tuple((one, chance.choice(list(Offer))) for one in chance.sample(ADJUSTMENTS, 8)),
        checks=tuple(NeededCheck(one, chance.choice(list(WhenNeeded))) for one in
                     chance.sample(list(CheckKind), chance.choice([0, 0, 0, 1]))),
        start_on=chance.choice([None, start]), until_on=chance.choice([None, None, None, TODAY + timedelta(days=180)]),
    )  # fmt: skip


def _time(day: int, chance: random.Random, shortest: int, longest: int) -> Hours:
    begins = 15 * chance.randrange(28, 48)
    return Hours(day, begins, min(1440, begins + 15 * chance.randrange(shortest // 15, longest // 15)))
