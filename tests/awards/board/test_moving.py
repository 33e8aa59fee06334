"""Moves on the board: the same rules as on the sides."""

from datetime import date

import pytest

from awards.board.moving import asked, move_on_board, refusal
from awards.board.states import BoardState
from awards.nominations.entries import entry
from awards.nominations.moving import steps_of
from awards.results.deciding.deciding import decide
from awards.rounds.rounds import edit_round
from awards.vocabulary import EntryStatus, Outcome, RoundPhase
from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW, TODAY, Gala
from tests.awards.qualifying.passing import make_ready, suspend
from tests.awards.results.scored import Scored

S, B = EntryStatus, BoardState


@pytest.fixture
def gala(db: Database) -> Gala:
    made = Gala(db)
    made.at(RoundPhase.QUALIFY)
    return made


def test_somebody_ready_is_moved_to_the_judges_without_a_question(gala: Gala) -> None:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    assert refusal(gala.db, ada.id, B.JUDGING, TODAY) is None
    assert not asked(gala.db, ada.id, B.JUDGING).reason
    assert move_on_board(gala.db, ada.id, B.JUDGING, now=NOW).status is S.JUDGING


def test_who_is_not_ready_is_refused_in_the_same_words_whatever_the_reason_is(gala: Gala) -> None:
    """Otherwise the board would tell whose home is suspended."""
    ada, ben, cat = gala.nominate(), gala.nominate("Ben Specimen"), gala.nominate("Cat Sample", as_draft=True)
    make_ready(gala, ben.id)
    gala.stands(cat.id, S.QUALIFYING)
    suspend(gala, gala.house, date(2026, 8, 1))
    said = [str(refusal(gala.db, one.id, B.JUDGING, TODAY)) for one in (ada, ben, cat)]
    bare = {words.replace(one.nominee, "–") for words, one in zip(said, (ada, ben, cat), strict=True)}
    assert len(bare) == 1 and "the chair’s screen" in said[0]
    assert "suspend" not in said[0] and "Rosewood" not in said[0]
    with pytest.raises(Problem, match="the chair’s screen"):
        move_on_board(gala.db, ada.id, B.JUDGING, now=NOW, reason="The chair decided")
    assert entry(gala.db, ada.id).status is S.SUBMITTED


def test_out_is_ineligible_or_withdrawn_with_a_reason(gala: Gala) -> None:
    ada = gala.nominate()
    found = asked(gala.db, ada.id, B.OUT)
    assert found.reason and found.ways_out == (S.INELIGIBLE, S.WITHDRAWN)
    with pytest.raises(Problem, match="Choose which"):
        move_on_board(gala.db, ada.id, B.OUT, now=NOW, reason="She rang")
    with pytest.raises(FieldProblem, match="with a reason"):
        move_on_board(gala.db, ada.id, B.OUT, now=NOW, out=S.WITHDRAWN)
    assert (
        move_on_board(gala.db, ada.id, B.OUT, now=NOW, out=S.WITHDRAWN, reason="She rang").status
        is S.WITHDRAWN
    )
    assert steps_of(gala.db, ada.id)[-1].reason == "She rang"


def test_finalists_are_no_more_than_the_round_allows(gala: Gala) -> None:
    edit_round(gala.db, gala.round_id, most_finalists=1)
    ada, ben = gala.nominate(), gala.nominate("Ben Specimen")
    gala.judging(ada.id, ben.id)
    assert "Finalist" not in str(refusal(gala.db, ada.id, B.QUALIFYING, TODAY))
    gala.at(RoundPhase.MODERATE)
    assert move_on_board(gala.db, ada.id, B.FINALIST, now=NOW).status is S.SHORTLISTED
    with pytest.raises(Problem, match="has 1 finalist already, and may have 1"):
        move_on_board(gala.db, ben.id, B.FINALIST, now=NOW)
    assert move_on_board(gala.db, ben.id, B.NOT_FINALIST, now=NOW).status is S.NOT_SHORTLISTED


def test_honours_are_refused(gala: Gala) -> None:
    ada = gala.nominate()
    gala.stands(ada.id, S.SHORTLISTED)
    gala.at(RoundPhase.DECIDE)
    with pytest.raises(Problem, match="decided on the side “Results”"):
        move_on_board(gala.db, ada.id, B.HONOURED, now=NOW)


def test_an_honour_is_left_on_the_results_side_alone(db: Database) -> None:
    made = Scored(db)
    decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    for to in (B.OUT, B.FINALIST, B.JUDGING):
        assert "on the side “Results”" in str(refusal(db, made.entry["ada"], to, TODAY))
    with pytest.raises(Problem, match="is a winner not yet announced by a decision of the panel"):
        move_on_board(db, made.entry["ada"], B.OUT, now=NOW, reason="She rang", out=S.WITHDRAWN)
    assert entry(db, made.entry["ada"]).status is S.PENDING_WINNER
