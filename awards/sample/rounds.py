"""Two rounds of the sample county: last year’s and this year’s, with their planned days."""

from dataclasses import dataclass
from datetime import date, timedelta

from awards.rounds.copying import next_round
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import AwardRound, start_round
from awards.vocabulary import RoundPhase
from resources.database import Database

NAME = "Proud to Care"
_WEEKS = {
    RoundPhase.NOMINATE: (0, 6),
    RoundPhase.QUALIFY: (6, 8),
    RoundPhase.SCORE: (8, 12),
    RoundPhase.MODERATE: (12, 13),
    RoundPhase.DECIDE: (13, 14),
    RoundPhase.ANNOUNCE: (17, 17),
}
"""From which week of a round each phase lasts until which."""
_SCORING_SINCE = timedelta(weeks=10)


@dataclass(frozen=True)
class SampleRounds:
    """`last` is over, `this` in the middle of its scoring; `last_began` and `this_began` are their first days."""

    last: AwardRound
    this: AwardRound
    last_began: date
    this_began: date


def add_rounds(db: Database, *, today: date) -> SampleRounds:
    """Both, open for nominations; what comes later moves them on."""
    began = today - _SCORING_SINCE
    began_last = began - timedelta(weeks=52)
    last = start_round(db, f"{NAME} {began.year - 1}", year=began.year - 1, today=today)
    this = next_round(db, last.id, name=f"{NAME} {began.year}", year=began.year, today=today)
    for one, first in ((last, began_last), (this, began)):
        for phase, (begins, ends) in _WEEKS.items():
            until = first + timedelta(weeks=ends, days=-1 if ends > begins else 0)
            set_phase(db, one.id, phase, from_on=first + timedelta(weeks=begins), until_on=until)
    return SampleRounds(last, this, began_last, began)
