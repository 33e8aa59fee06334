"""What Home lists of the judging."""

from datetime import date

from awards.judging.attention import judging_attention
from awards.judging.interests import declare_interest, declare_none
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import edit_round
from awards.vocabulary import RoundPhase
from resources.attention import Urgency
from resources.database import Database, change
from tests.awards.gala import TODAY, Gala


def told(db: Database, gala: Gala, today: date = TODAY) -> list[tuple[Urgency, str]]:
    return [(one.urgency, one.what) for one in judging_attention(db, gala.round, today)]


def test_interests_are_asked_for_once_nominations_are_in(db: Database) -> None:
    gala = Gala(db)
    first, second = gala.judge("Ada Example"), gala.judge("Wren Specimen")
    assert told(db, gala) == []
    gala.at(RoundPhase.QUALIFY)
    assert told(db, gala) == [
        (Urgency.DUE, "2 members of the panel of Proud to Care 2026 have not declared interests")
    ]
    declare_none(db, first.id, on=TODAY)
    declare_none(db, second.id, on=TODAY)
    assert told(db, gala) == []


def test_a_conflict_with_what_was_given_is_told(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    gala.give(judge.id, ada.id)
    declare_interest(db, judge.id, on=TODAY, entry_id=ada.id)
    assert told(db, gala) == [(Urgency.DUE, "1 nominee of Proud to Care 2026 with a judge in conflict")]


def test_too_few_judges_and_judges_who_are_behind(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    gala.judging(ada.id)
    declare_none(db, judge.id, on=TODAY)
    gala.at(RoundPhase.SCORE)
    set_phase(db, gala.round_id, RoundPhase.SCORE, from_on=date(2026, 8, 1), until_on=date(2026, 9, 5))
    assert told(db, gala) == [(Urgency.DUE, "1 nominee of Proud to Care 2026 has too few judges")]
    given = gala.give(judge.id, ada.id)
    edit_round(db, gala.round_id, least_scores=1)
    assert told(db, gala, date(2026, 8, 10)) == []
    assert told(db, gala) == [(Urgency.SOON, "1 judge of Proud to Care 2026 has not finished")]
    assert told(db, gala, date(2026, 9, 6)) == [
        (Urgency.DUE, "1 judge of Proud to Care 2026 has not finished")
    ]
    gala.score(given, 4)
    assert told(db, gala) == []


def test_nothing_is_told_after_the_announcement(db: Database) -> None:
    gala = Gala(db)
    gala.judge()
    gala.at(RoundPhase.ANNOUNCE)
    with change(db, "Set up"):
        db.update_row("award_round", gala.round_id, {"announced_at": "2026-12-01T18:00:00+00:00"})
    assert told(db, gala) == []
