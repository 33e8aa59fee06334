"""What CQC might have found: inspections of one service over the years, getting better and worse. Pure."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from engagement.register.vocabulary import KeyQuestion, Rating

IA, RI, GO, OU = Rating.INADEQUATE, Rating.REQUIRES_IMPROVEMENT, Rating.GOOD, Rating.OUTSTANDING
QUESTIONS: tuple[KeyQuestion, ...] = tuple(
    question for question in KeyQuestion if question is not KeyQuestion.OVERALL
)
YEARS_BACK = 9

_FIRST = ((IA, 3), (RI, 17), (GO, 75), (OU, 5))
_NEXT = {
    IA: ((IA, 18), (RI, 60), (GO, 22), (OU, 0)),
    RI: ((IA, 11), (RI, 33), (GO, 55), (OU, 1)),
    GO: ((IA, 3), (RI, 15), (GO, 79), (OU, 3)),
    OU: ((IA, 0), (RI, 9), (GO, 51), (OU, 40)),
}
_DAYS_UNTIL_NEXT = {IA: (150, 260), RI: (240, 420), GO: (480, 1100), OU: (600, 1200)}


@dataclass(frozen=True)
class Inspection:
    """A published outcome: overall and the five questions."""

    published_on: date
    ratings: dict[KeyQuestion, Rating]
    inherited: bool = False

    @property
    def overall(self) -> Rating:
        """The rating of the whole."""
        return self.ratings[KeyQuestion.OVERALL]


def inspections(
    rnd: random.Random, registered_on: date, today: date, *, ends: date | None = None, quality: int = 0
) -> tuple[Inspection, ...]:
    """The inspections of one service, oldest first. `quality` moves points from the poor grades to the good ones."""
    last = min(ends or today, today)
    earliest = today - timedelta(days=365 * YEARS_BACK)
    inherited = registered_on > earliest and rnd.random() < 0.2
    day = registered_on + timedelta(days=rnd.randint(210, 520))
    if day < earliest:
        day = earliest + timedelta(days=rnd.randint(0, 900))
    found: list[Inspection] = []
    if inherited:  # rated under an earlier registration of the same service
        before = registered_on - timedelta(days=rnd.randint(60, 500))
        found.append(_inspection(rnd, before, _draw(rnd, _FIRST, quality), inherited=True))
    while day <= last:
        chances = _NEXT[found[-1].overall] if found else _FIRST
        found.append(_inspection(rnd, day, _draw(rnd, chances, quality)))
        day += timedelta(days=rnd.randint(*_DAYS_UNTIL_NEXT[found[-1].overall]))
    return tuple(found)


def found_inadequate(rnd: random.Random, published_on: date) -> Inspection:
    """An outcome that the team has to follow up at once."""
    return _inspection(rnd, published_on, IA)


def _draw(rnd: random.Random, chances: tuple[tuple[Rating, int], ...], quality: int) -> Rating:
    shifts = {IA: -quality / 4, RI: -quality, GO: quality, OU: quality / 4}
    weights = [max(weight + shifts[grade], 0) if weight else 0 for grade, weight in chances]
    return rnd.choices([grade for grade, _ in chances], weights)[0]


def _inspection(rnd: random.Random, day: date, overall: Rating, *, inherited: bool = False) -> Inspection:
    ratings: dict[KeyQuestion, Rating] = dict.fromkeys(QUESTIONS, GO)
    first, second = rnd.sample(QUESTIONS, 2)
    if overall is OU:
        ratings |= {first: OU, second: OU}
    elif overall is RI:
        ratings |= {KeyQuestion.SAFE: RI, KeyQuestion.WELL_LED: RI, first: RI}
    elif overall is IA:
        ratings |= dict.fromkeys(QUESTIONS, RI) | {KeyQuestion.SAFE: IA, KeyQuestion.WELL_LED: IA}
    elif rnd.random() < 0.25:
        ratings[first] = rnd.choice((RI, OU))
    return Inspection(day, {KeyQuestion.OVERALL: overall, **ratings}, inherited)
