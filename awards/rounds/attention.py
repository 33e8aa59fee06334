"""What a round itself wants: a phase that should be over, one that ends soon, results that may be announced."""

from datetime import date, datetime, timedelta

from awards.rounds.moving_on import phase_standing
from awards.rounds.phase_plan import PlannedPhase, planned_phase
from awards.rounds.phases import following, in_the_way
from awards.rounds.rounds import AwardRound
from awards.vocabulary import RoundPhase
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words, in_london

PAGE = "awards"
SOON = timedelta(days=7)
"""So long before its last day the end of a phase is said."""


def round_attention(db: Database, held: AwardRound, now: datetime) -> list[Attention]:
    """The lines of one round; none once its results are announced."""
    if held.announced_at is not None or held.archived_on is not None:
        return []
    today = in_london(now).date()
    return [*_phase(db, held, today), *_announcing(db, held, now)]


def _phase(db: Database, held: AwardRound, today: date) -> list[Attention]:
    one, goal = planned_phase(db, held.id, held.phase), following(held.phase)
    if one.until_on is None or goal is None or one.until_on - SOON > today:
        return []
    ways = in_the_way(goal, phase_standing(db, held.id))
    detail = ways[0] if ways else f"Nothing is in the way of “{goal.label}”."
    return [_ending(held, one, one.until_on, detail, today)]


def _ending(held: AwardRound, one: PlannedPhase, until: date, detail: str, today: date) -> Attention:
    over = one.is_over(today)
    urgency = Urgency.DUE if over else Urgency.TODAY if until == today else Urgency.SOON
    ends = "was to end" if over else "is to end"
    what = f"{held.name}: “{one.phase.label}” {ends} on {date_words(until)}"
    return Attention(urgency, what, detail, PAGE, held.id, "Open the round", until)


def _announcing(db: Database, held: AwardRound, now: datetime) -> list[Attention]:
    """Decided everywhere, and the embargo is over."""
    if held.phase is not RoundPhase.DECIDE or held.embargo_until is None or held.embargo_until > now:
        return []
    standing = phase_standing(db, held.id)
    if standing.undecided or not standing.pending:
        return []
    what = f"{held.name}: the embargo is over"
    detail = f"{count_of(standing.pending, 'decision')} can be announced"
    until = in_london(held.embargo_until).date()
    return [Attention(Urgency.DUE, what, detail, PAGE, held.id, "Open the round", until)]
