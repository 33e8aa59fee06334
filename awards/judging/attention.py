"""What the judging wants doing: interests to ask for, conflicts to settle, judges who are behind."""

from datetime import date, timedelta

from awards.judging.clashes import clashes
from awards.judging.outside import outside
from awards.judging.panel import members
from awards.judging.progress import judge_progress, nominee_progress
from awards.rounds.phase_plan import planned_phase
from awards.rounds.rounds import AwardRound
from awards.vocabulary import RoundPhase
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words

PAGE = "awards"
SOON = timedelta(days=7)
"""So long before scoring is to end, a judge with open nominees is behind."""


def judging_attention(db: Database, held: AwardRound, today: date) -> list[Attention]:
    """The lines of one round for Home. Nobody is named: Home is seen over shoulders."""
    if held.archived_on is not None or held.announced_at is not None:
        return []
    return [
        *_clashes(db, held), *_outside(db, held), *_silent(db, held), *_short(db, held), *_behind(db, held, today),
    ]  # fmt: skip


def _clashes(db: Database, held: AwardRound) -> list[Attention]:
    found = clashes(db, held.id)
    if not found:
        return []
    what = f"{count_of(len(found), 'nominee')} of {held.name} with a judge in conflict"
    detail = "Let the judge stand aside, or the chair rule that there is no conflict"
    return [Attention(Urgency.DUE, what, detail, PAGE, found[0].assignment.member_id, "Open the conflicts")]


def _outside(db: Database, held: AwardRound) -> list[Attention]:
    found = outside(db, held.id)
    if not found:
        return []
    what = f"{count_of(len(found), 'nominee')} of {held.name} with a judge of other categories"
    detail = "Take them back, or let the judge judge that category"
    return [Attention(Urgency.DUE, what, detail, PAGE, found[0].assignment.member_id, "Open the panel")]


def _silent(db: Database, held: AwardRound) -> list[Attention]:
    if held.phase is RoundPhase.NOMINATE:
        return []
    silent = [one for one in members(db, held.id, stood_down=False) if one.declared_on is None]
    if not silent:
        return []
    have = "has" if len(silent) == 1 else "have"
    what = f"{count_of(len(silent), 'member')} of the panel of {held.name} {have} not declared interests"
    detail = "Ask what ties them to providers, services and nominees before they are given any"
    return [Attention(Urgency.DUE, what, detail, PAGE, silent[0].id, "Open the panel")]


def _short(db: Database, held: AwardRound) -> list[Attention]:
    """Nominees that too few judges have, once scoring has begun."""
    if held.phase is not RoundPhase.SCORE:
        return []
    short = [one for one in nominee_progress(db, held.id) if one.is_short]
    first = next(iter(members(db, held.id, stood_down=False)), None)
    if not short or first is None:
        return []
    have = "has" if len(short) == 1 else "have"
    what = f"{count_of(len(short), 'nominee')} of {held.name} {have} too few judges"
    detail = f"The round asks for {held.least_scores} scores of each"
    return [Attention(Urgency.DUE, what, detail, PAGE, first.id, "Open the panel")]


def _behind(db: Database, held: AwardRound, today: date) -> list[Attention]:
    until = planned_phase(db, held.id, RoundPhase.SCORE).until_on
    if held.phase is not RoundPhase.SCORE or until is None or today < until - SOON:
        return []
    behind = [one for one in judge_progress(db, held.id) if one.open]
    if not behind:
        return []
    over = today > until
    have = "has" if len(behind) == 1 else "have"
    what = f"{count_of(len(behind), 'judge')} of {held.name} {have} not finished"
    ends = "was to end" if over else "is to end"
    detail = f"{sum(one.open for one in behind)} judgements are open; scoring {ends} on {date_words(until)}"
    urgency = Urgency.DUE if over else Urgency.SOON
    return [Attention(urgency, what, detail, PAGE, behind[0].member_id, "Open the panel", until)]
