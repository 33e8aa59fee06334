import pytest

from awards.results.deciding.deciding import decide
from awards.results.deciding.decisions import decision, decisions, decisions_of, is_decision
from awards.results.deciding.withdrawing import withdraw_honour
from awards.vocabulary import Outcome, TieBrokenBy
from resources.database import Database
from tests.awards.gala import NOW, TODAY
from tests.awards.results.scored import Scored


def test_a_decision_is_read_as_it_was_kept(db: Database) -> None:
    made = Scored(db)
    won = decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, " Best by far. ", now=NOW)
    assert (won.reason, won.tie, won.decided_by, won.decided_on) == (
        "Best by far.", TieBrokenBy.NOT_TIED, "Test Officer", TODAY,
    )  # fmt: skip
    assert won.stands and won.is_pending and won.settles
    assert decision(db, won.id) == won
    assert is_decision(db, won.id) and not is_decision(db, "nothing")
    with pytest.raises(LookupError):
        decision(db, "nothing")


def test_those_that_ended_are_left_out_unless_asked_for(db: Database) -> None:
    made = Scored(db)
    runner = decide(db, made.category_id, made.entry["ben"], Outcome.RUNNER_UP, "Close", now=NOW)
    won = decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    assert [one.id for one in decisions(db, made.gala.round_id)] == [won.id, runner.id]
    ended = withdraw_honour(db, runner.id, "A mistake", now=NOW)
    assert not ended.stands
    assert [one.id for one in decisions(db, made.gala.round_id)] == [won.id]
    assert decisions(db, made.gala.round_id, ended=True) == [won, ended]
    assert decisions_of(db, entry_id=made.entry["ben"]) == []
    assert decisions_of(db, entry_id=made.entry["ben"], ended=True) == [ended]
