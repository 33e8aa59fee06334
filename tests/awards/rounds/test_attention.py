"""What about a round Home lists."""

from datetime import UTC, date, datetime, timedelta

from awards.rounds.attention import round_attention
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import archive_round, edit_round
from awards.vocabulary import RoundPhase
from resources.attention import Urgency
from resources.database import Database, change
from tests.awards.gala import NOW, TODAY, Gala


def said(gala: Gala, now: datetime = NOW) -> list[tuple[Urgency, str, str]]:
    return [(one.urgency, one.what, one.detail) for one in round_attention(gala.db, gala.round, now)]


def test_a_phase_that_ends_or_should_be_over(db: Database) -> None:
    gala = Gala(db)
    assert said(gala) == []
    set_phase(db, gala.round_id, RoundPhase.NOMINATE, until_on=date(2026, 9, 8))
    what = "Proud to Care 2026: “Nominations open” is to end on 8 September 2026"
    detail = "Nothing is in the way of “Qualifying”."
    assert said(gala) == [(Urgency.SOON, what, detail)]
    assert said(gala, NOW - timedelta(days=1)) == []
    assert said(gala, datetime(2026, 9, 8, 9, tzinfo=UTC)) == [(Urgency.TODAY, what, detail)]
    assert said(gala, datetime(2026, 9, 9, 9, tzinfo=UTC)) == [
        (Urgency.DUE, what.replace("is to", "was to"), detail)
    ]
    set_phase(db, gala.round_id, RoundPhase.QUALIFY, until_on=TODAY)
    gala.nominate()
    gala.at(RoundPhase.QUALIFY)
    assert said(gala)[0][2].startswith("1 nominee is still submitted.")


def test_results_that_may_be_announced(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate()
    gala.at(RoundPhase.DECIDE)
    edit_round(db, gala.round_id, embargo_until=NOW)
    assert said(gala) == []
    with change(db, "Set up"):
        for place, one in enumerate(gala.categories):
            entry, outcome = (ada.id, "winner") if place == 0 else (None, "not_awarded")
            db.insert_row(
                "award_decision",
                {"id": one.id, "category_id": one.id, "entry_id": entry, "outcome": outcome, "reason": "x",
                 "decided_by": "Test Officer", "decided_on": "2026-08-30", "basis": "{}"},
            )  # fmt: skip
    assert said(gala) == [
        (Urgency.DUE, "Proud to Care 2026: the embargo is over", "7 decisions can be announced")
    ]
    assert said(gala, NOW - timedelta(minutes=1)) == []


def test_what_is_announced_or_put_away_wants_nothing(db: Database) -> None:
    gala = Gala(db)
    set_phase(db, gala.round_id, RoundPhase.NOMINATE, until_on=date(2026, 8, 1))
    assert len(said(gala)) == 1
    archive_round(db, gala.round_id, today=TODAY)
    assert said(gala) == []
