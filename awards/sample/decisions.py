"""What the panel of the sample county decided last year: finalists, honours, one category not awarded, announced."""

from datetime import date, datetime, time

from awards.nominations.entries import edit_entry
from awards.results.deciding.announcing import announce
from awards.results.deciding.deciding import decide
from awards.results.deciding.shortlisting import proposed, shortlist
from awards.results.notes import add_note
from awards.results.reading import round_standings
from awards.results.standings import CategoryStanding, NomineeStanding
from awards.rounds.moving_on import move_phase
from awards.rounds.phase_plan import planned_phase
from awards.rounds.rounds import AwardRound, rounds
from awards.vocabulary import Consent, Outcome, RoundPhase, TieBrokenBy
from resources.database import Database, change
from resources.wording import from_london

NOT_AWARDED = "Innovative"
"""In the name of the category that had no winner."""
_REASONS = (
    "First by the scores. The panel was struck by how much was done with how little, and by the words of the people "
    "who live there.",
    "First by the scores. What was changed is still there a year later.",
    "The statements of different people tell the same story, and the panel believed it.",
    "Shown by example after example, and always through what the person wanted.",
)
_RUNNER_UP = "Close behind, and in another year it would have been enough."
_COMMENDED = "Less was told of what came of it, but the panel did not want it to go unsaid."
_NONE = (
    "Warm words, but in no statement did the panel find something new that had been tried and shown to work."
)
_WILL_NOT_BE_NAMED = 3
"""The place of the winner, among the winners, who does not wish to be named."""


def add_decisions(db: Database, *, today: date) -> None:
    """Of last year’s round, once it is scored in full."""
    held = rounds(db)[-1] if len(rounds(db)) > 1 else None
    if held is None or held.phase is not RoundPhase.SCORE:
        return
    with change(db, f"Made the sample county: the decisions of {held.name}"):
        _finalists(db, held, _at(db, held, RoundPhase.MODERATE, today))
        _decisions(db, held, _at(db, held, RoundPhase.DECIDE, today))
        announce(db, held.id, now=_at(db, held, RoundPhase.ANNOUNCE, today))


def _at(db: Database, held: AwardRound, phase: RoundPhase, today: date) -> datetime:
    day = planned_phase(db, held.id, phase).from_on or today
    return from_london(min(day, today), time(14, 30))


def _finalists(db: Database, held: AwardRound, now: datetime) -> None:
    move_phase(db, held.id, RoundPhase.MODERATE, now=now)
    for one in round_standings(db, held.id):
        if one.nominees:
            shortlist(db, one.category.id, proposed(one), now=now)


def _decisions(db: Database, held: AwardRound, now: datetime) -> None:
    move_phase(db, held.id, RoundPhase.DECIDE, now=now)
    for place, one in enumerate(round_standings(db, held.id)):
        if NOT_AWARDED in one.category.name or not one.ranked:
            decide(db, one.category.id, None, Outcome.NOT_AWARDED, _NONE, now=now)
        else:
            _honours(db, one, place, now)


def _honours(db: Database, held: CategoryStanding, place: int, now: datetime) -> None:
    first, *others = held.ranked
    level = bool(first.placed and first.placed.level)
    decide(
        db, held.category.id, first.key, Outcome.WINNER, _REASONS[place % len(_REASONS)], now=now,
        tie=TieBrokenBy.CHAIR if level else TieBrokenBy.NOT_TIED,
    )  # fmt: skip
    _consent(db, first, place, now)
    for outcome, reason, other in zip(
        (Outcome.RUNNER_UP, Outcome.HIGHLY_COMMENDED), (_RUNNER_UP, _COMMENDED), others, strict=False
    ):
        decide(db, held.category.id, other.key, outcome, reason, now=now)
    if place == 0:
        add_note(
            db, first.key, "Two of the judges asked to visit the service after the announcement.", now=now
        )


def _consent(db: Database, winner: NomineeStanding, place: int, now: datetime) -> None:
    said = Consent.NO if place == _WILL_NOT_BE_NAMED else Consent.YES
    edit_entry(db, winner.key, publish_name=said, publish_asked_on=now.date())
