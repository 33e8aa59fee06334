"""A round is moved by a person, who is kept with the reason."""

from datetime import timedelta

import pytest

from awards.rounds.moving_on import move_phase, phase_standing, refuse_phase, round_steps
from awards.rounds.phases import PhaseStanding
from awards.rounds.rounds import archive_round
from awards.vocabulary import EntryStatus, RoundPhase
from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW, TODAY, Gala

P = RoundPhase


def test_a_round_goes_on_and_back_and_says_who_moved_it(db: Database) -> None:
    gala = Gala(db)
    assert move_phase(db, gala.round_id, P.QUALIFY, now=NOW).phase is P.QUALIFY
    with pytest.raises(FieldProblem, match="Say why the round goes back"):
        move_phase(db, gala.round_id, P.NOMINATE, now=NOW, reason=" ")
    assert move_phase(db, gala.round_id, P.NOMINATE, now=NOW, reason=" A late form ").phase is P.NOMINATE
    assert [(one.from_phase, one.to_phase, one.by, one.reason) for one in round_steps(db, gala.round_id)] == [
        (P.NOMINATE, P.QUALIFY, "Test Officer", ""),
        (P.QUALIFY, P.NOMINATE, "Test Officer", "A late form"),
    ]
    history.undo(db)
    assert gala.round.phase is P.QUALIFY and len(round_steps(db, gala.round_id)) == 1


def test_what_stands_in_the_way_stops_it(db: Database) -> None:
    gala = Gala(db)
    gala.nominate()
    gala.at(P.QUALIFY)
    with pytest.raises(Problem, match="1 nominee is still submitted"):
        move_phase(db, gala.round_id, P.SCORE, now=NOW)
    archive_round(db, gala.round_id, today=TODAY)
    with pytest.raises(Problem, match="archived"):
        move_phase(db, gala.round_id, P.NOMINATE, now=NOW, reason="x")


def test_how_a_round_stands(db: Database) -> None:
    gala = Gala(db)
    names = tuple(one.name for one in gala.categories)
    assert phase_standing(db, gala.round_id) == PhaseStanding(categories=7, undecided=names)
    ada, bo, cy, di, ed = (gala.nominate(f"{name} Example") for name in ("Ada", "Bo", "Cy", "Di", "Ed"))
    gala.nominate("Fay Example", as_draft=True)
    gala.judging(ada.id, bo.id)
    gala.stands(cy.id, EntryStatus.QUALIFYING)
    gala.stands(di.id, EntryStatus.RETURNED_FOR_INFO)
    gala.stands(ed.id, EntryStatus.WITHDRAWN)
    jo, kim = gala.judge("Jo Judge"), gala.judge("Kim Judge")
    gala.score(gala.give(jo.id, ada.id), 4)
    gala.give(kim.id, ada.id)
    gala.give(jo.id, ed.id)
    with change(db, "Set up"):
        db.update_row("award_round", gala.round_id, {"least_scores": 1})
        db.update_row("panel_member", kim.id, {"stood_down_on": "2026-09-02"})
        decision = {"outcome": "winner", "reason": "x", "decided_by": "Test Officer", "decided_on": "2026-09-02",
                    "basis": "{}", "entry_id": ada.id, "category_id": ada.category_id}  # fmt: skip
        db.insert_row("award_decision", {"id": "a", **decision})
        db.insert_row("award_decision", {"id": "b", **decision, "ended_on": "2026-09-02"})
        for one in db.rows("select id from award_criterion where category_id is null"):
            db.update_row("award_criterion", one[0], {"counts": 0})
        own = db.value("select id from award_criterion where category_id = ?", (gala.category("Team").id,))
        db.update_row("award_criterion", str(own), {"weight": 0})
    assert phase_standing(db, gala.round_id) == PhaseStanding(
        categories=7, unscored=("Proud to Care Team Award",), drafts=1, submitted=0, qualifying=1, returned=1,
        judged=2, judges=1, short=1, open_scores=1, undecided=names[1:], pending=1,
    )  # fmt: skip


def test_what_is_done_in_one_phase_alone(db: Database) -> None:
    gala = Gala(db)
    refuse_phase(gala.round, P.NOMINATE, P.QUALIFY, what="Nominations are taken in")
    with pytest.raises(Problem, match="Scores are given while the round is at “Scoring” or “Moderating”"):
        refuse_phase(gala.round, P.SCORE, P.MODERATE, what="Scores are given")


def test_moves_stand_as_they_were_made_though_the_clock_was_put_back(db: Database) -> None:
    gala = Gala(db)
    move_phase(db, gala.round_id, RoundPhase.QUALIFY, now=NOW)
    move_phase(db, gala.round_id, RoundPhase.NOMINATE, now=NOW - timedelta(days=900), reason="Too early")
    assert [one.to_phase for one in round_steps(db, gala.round_id)] == [
        RoundPhase.QUALIFY,
        RoundPhase.NOMINATE,
    ]
