"""What comes outside the time in which a round takes nominations: taken in only with a reason on file."""

from datetime import date

from awards.rounds.rounds import AwardRound, award_round
from awards.vocabulary import RoundPhase
from engagement.register.facts import as_day
from resources.database import Database
from resources.problem import FieldProblem, Problem
from resources.wording import date_words

_TAKING_IN = (RoundPhase.NOMINATE, RoundPhase.QUALIFY, RoundPhase.SCORE)


def why_late(
    phase: RoundPhase, received: date, from_on: date | None = None, until_on: date | None = None
) -> str:
    """Why a nomination is outside the time of nominating, as a sentence; "" where it is within it.

    What came within the days planned is in time also when it is typed in later.
    """
    if from_on is not None and received < from_on:
        return f"It came on {date_words(received)}, before nominations opened on {date_words(from_on)}."
    if until_on is not None and received > until_on:
        return f"It came on {date_words(received)}, after nominations closed on {date_words(until_on)}."
    if until_on is None and phase is not RoundPhase.NOMINATE:
        return f"It came on {date_words(received)}, and the round is at “{phase.label}”."
    return ""


def why_late_in(db: Database, round_id: str, received: date) -> str:
    """The same, of a round."""
    row = db.row(
        "select from_on, until_on from award_phase where round_id = ? and phase = 'nominate'", (round_id,)
    )
    from_on, until_on = row or (None, None)
    return why_late(award_round(db, round_id).phase, received, as_day(from_on), as_day(until_on))


def refuse_closed(held: AwardRound) -> None:
    """A Problem where a round takes nothing in any more."""
    if held.phase not in _TAKING_IN:
        raise Problem(
            f"{held.name} is at “{held.phase.label}”, and takes in no more nominations. Move the round back to "
            "“Scoring” or before it first."
        )


def refuse_late(db: Database, round_id: str, received: date, reason: str) -> None:
    """The same, and a FieldProblem where something late comes without a reason."""
    refuse_closed(award_round(db, round_id))
    late = why_late_in(db, round_id, received)
    if late and not reason.strip():
        raise FieldProblem(
            "late_reason", f"{late} It is taken in only with a reason, which is kept. Write why."
        )


def refuse_to_come(received: date, today: date) -> None:
    """A FieldProblem where a day of receipt has not come yet."""
    if received > today:
        raise FieldProblem(
            "received_on",
            f"Received: {date_words(received)} is after today, {date_words(today)}. Give a day up to today.",
        )
