"""The ceremony of the sample county among its forums: awards and forums are joined here alone."""

from datetime import date, time, timedelta

from awards.rounds.phase_plan import planned_phase
from awards.rounds.rounds import rounds
from awards.vocabulary import RoundPhase
from desktop.ceremony_invitations import plan_ceremony
from engagement.forums.events import EventDraft
from engagement.forums.vocabulary import EventKind
from resources.database import Database
from resources.wording import from_london

BEGINS, ENDS = time(18), time(20, 30)
THURSDAY = 3


def plan_sample_ceremony(db: Database, *, today: date) -> None:
    """That of the round under way, on the first Thursday from the day for which the announcement is planned."""
    held = next(iter(rounds(db)), None)
    day = planned_phase(db, held.id, RoundPhase.ANNOUNCE).from_on if held is not None else None
    if held is None or day is None or day <= today:
        return
    day += timedelta(days=(THURSDAY - day.weekday()) % 7)
    plan_ceremony(db, held.id, EventDraft(
        kind=EventKind.AWARD_CEREMONY, title=f"{held.name}: ceremony", starts=from_london(day, BEGINS),
        ends=from_london(day, ENDS), place="Example Hall, Mansfield", capacity=100,
    ))  # fmt: skip
