"""What is late, and what is only typed in late."""

from datetime import date

import pytest

from awards.nominations.entries import edit_entry
from awards.nominations.late import refuse_late, refuse_to_come, why_late, why_late_in
from awards.nominations.moving import move_entry
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import archive_round
from awards.vocabulary import EntryStatus, RoundPhase
from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW, TODAY, Gala

P = RoundPhase
OPENS, CLOSES = date(2026, 7, 1), date(2026, 8, 31)


@pytest.mark.parametrize(
    ("phase", "received", "late"),
    [
        (P.NOMINATE, date(2026, 7, 1), ""),
        (P.NOMINATE, date(2026, 8, 31), ""),
        (P.SCORE, date(2026, 8, 31), ""),  # on time, and typed in late
        (P.NOMINATE, date(2026, 6, 30), "It came on 30 June 2026, before nominations opened on 1 July 2026."),
        (
            P.NOMINATE,
            date(2026, 9, 1),
            "It came on 1 September 2026, after nominations closed on 31 August 2026.",
        ),
    ],
)
def test_the_days_planned_say_what_is_late(phase: P, received: date, late: str) -> None:
    assert why_late(phase, received, OPENS, CLOSES) == late


def test_without_planned_days_the_phase_says_it() -> None:
    assert why_late(P.NOMINATE, TODAY) == ""
    assert why_late(P.QUALIFY, TODAY) == "It came on 1 September 2026, and the round is at “Qualifying”."


def test_a_round_is_asked_by_its_own_plan(db: Database) -> None:
    gala = Gala(db)
    assert why_late_in(db, gala.round_id, TODAY) == ""
    set_phase(db, gala.round_id, P.NOMINATE, from_on=OPENS, until_on=CLOSES)
    assert "after nominations closed" in why_late_in(db, gala.round_id, TODAY)
    with pytest.raises(FieldProblem) as refused:
        refuse_late(db, gala.round_id, TODAY, " ")
    assert refused.value.field == "late_reason"
    refuse_late(db, gala.round_id, TODAY, "The post was on strike.")
    with pytest.raises(FieldProblem, match="after today"):
        refuse_to_come(date(2026, 9, 2), TODAY)


def test_a_round_that_was_put_away_takes_nothing_in(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate()
    archive_round(db, gala.round_id, today=TODAY)
    with pytest.raises(Problem, match="archived"):
        gala.nominate()
    with pytest.raises(Problem, match="archived"):
        edit_entry(db, ada.id, job_role="Nurse")
    with pytest.raises(Problem, match="archived"):
        move_entry(db, ada.id, EntryStatus.QUALIFYING, now=NOW)
