"""What the sample county’s judges gave: all of last year’s round, locked, and about two thirds of this year’s."""

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from awards.judging.panel import members
from awards.judging.scores import Given, abstain, give_scores, given_to, lock
from awards.rounds.criteria import Criterion, criteria_by_category
from awards.rounds.phase_plan import planned_phase
from awards.rounds.rounds import AwardRound, rounds
from awards.vocabulary import RoundPhase
from resources.database import Database, change
from resources.wording import from_london

_SCORED = 0.68
"""So much of this year’s is scored already."""
_COMMENTS = (
    "Told with an example that I believe.", "Warm, but little of what changed.", "The family’s words say it all.",
    "Well evidenced.", "I would like to hear more about the team’s part.", "A small thing, done every day for years.",
)  # fmt: skip
_ABSTAINS = (
    "I believe that I know who is meant and have worked with them.",
    "The statement is too short for me to judge by.",
    "I visited the home this year and could not put it out of my mind.",
)
_HARSHNESS = (0.0, -0.5, 0.3, 0.1, -0.2, 0.4)


def add_scores(db: Database, *, today: date) -> None:
    """Those of every round that is scoring, in one change for each."""
    for number, held in enumerate(rounds(db)):
        if held.phase is RoundPhase.SCORE:
            with change(db, f"Made the sample county: the scores of {held.name}"):
                _Scoring(db, held, today, share=1.0 if number else _SCORED).score()


class _Scoring:
    def __init__(self, db: Database, held: AwardRound, today: date, *, share: float) -> None:
        self._db, self._held, self._share = db, held, share
        self._chance = random.Random(f"scores of {held.year}")
        self._criteria = criteria_by_category(db, held.id)
        self._begins = min(planned_phase(db, held.id, RoundPhase.SCORE).from_on or today, today)
        self._today = today
        self._worth: dict[str, float] = {}

    def score(self) -> None:
        """Judge after judge; who has begun goes through their list in order."""
        for place, judge in enumerate(members(self._db, self._held.id, stood_down=False)):
            given = given_to(self._db, judge.id)
            done = (
                len(given)
                if self._share == 1
                else round(len(given) * min(1, self._share + 0.3 - 0.12 * place))
            )
            for number, one in enumerate(given[:done]):
                self._one(one, _HARSHNESS[place % len(_HARSHNESS)], number)
            if self._share < 1 and done < len(given):
                first = self._points(given[done], 0.0)
                key = next(iter(first))
                give_scores(self._db, given[done].id, {key: first[key]}, now=self._at(done))
            if self._share == 1 and given:
                lock(self._db, [one.id for one in given], now=self._at(len(given)))

    def _one(self, one: Given, harshness: float, number: int) -> None:
        if self._chance.random() < 0.04:
            abstain(self._db, one.id, self._chance.choice(_ABSTAINS), now=self._at(number))
            return
        comment = self._chance.choice(_COMMENTS) if self._chance.random() < 0.3 else None
        give_scores(self._db, one.id, self._points(one, harshness), now=self._at(number), comment=comment)

    def _points(self, one: Given, harshness: float) -> dict[str, int]:
        """Around what the nominee is worth, a little harder or softer by judge."""
        worth = self._worth.setdefault(one.entry_id, self._chance.gauss(0.62, 0.16))
        asked: Sequence[Criterion] = self._criteria[one.category_id]
        return {each.id: self._figure(each, worth + harshness / 5) for each in asked}

    def _figure(self, one: Criterion, worth: float) -> int:
        steps = len(one.allowed) - 1
        place = round((worth + self._chance.gauss(0, 0.09)) * steps)
        return one.allowed[max(0, min(steps, place))]

    def _at(self, number: int) -> datetime:
        day = min(self._begins + timedelta(days=number % 12), self._today)
        return from_london(day, time(9 + number % 8, 10 + number % 45))
