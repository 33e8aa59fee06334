"""Pairs: agreed, met, ended; what CQC published since is said as a fact."""

from datetime import date

import pytest

from engagement.good_practice.buddies import pairs
from engagement.good_practice.buddies.pairs import Pair, agree_pair
from engagement.good_practice.vocabulary import MetHow
from engagement.register.contracts import set_contract_status
from engagement.register.ratings import record_rating
from engagement.register.services import archive_service
from engagement.register.vocabulary import ContractStatus, Rating
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.engagement.good_practice.conftest import TODAY, Home

BEGAN = date(2019, 7, 1)


@pytest.fixture
def pair(db: Database, home: Home) -> Pair:
    return agree_pair(
        db,
        home("Elm", Rating.REQUIRES_IMPROVEMENT).id,
        home("Larkmeadow").id,
        on=BEGAN,
        today=TODAY,
        reasons="Near",
    )


def meet(db: Database, pair: Pair, day: date, how: MetHow = MetHow.VISIT) -> str:
    return pairs.log_meeting(db, pair.id, met_on=day, how=how, today=TODAY).id


def now(db: Database, pair: Pair, today: date = TODAY) -> Pair:
    return pairs.pair(db, pair.id, today=today)


def test_a_pair_says_how_often_it_met_and_when_last(db: Database, pair: Pair) -> None:
    assert (pair.name, pair.met_words, pair.last_met) == ("Elm and Larkmeadow", "Has not met yet", None)
    said = []
    for month in (8, 10, 9):
        meet(db, pair, date(2019, month, 5))
        said.append(now(db, pair).met_words)
    assert said == [
        "Met once, on 5 August 2019", "Met twice, last on 5 October 2019", "Met 3 times, last on 5 October 2019",
    ]  # fmt: skip


def test_it_is_quiet_when_it_has_not_met_for_three_months(db: Database, pair: Pair) -> None:
    assert [pair.state(day) for day in (date(2019, 9, 29), date(2019, 9, 30))] == [
        "Active",
        "Not met for 3 months",
    ]
    meet(db, pair, date(2019, 9, 15))
    assert now(db, pair).state(TODAY) == "Active"


def test_a_better_rating_since_is_a_fact_and_a_worse_one_is_shown_too(db: Database, pair: Pair) -> None:
    assert not pair.rated_better and pair.better_words == ""
    record_rating(db, pair.service_id, Rating.GOOD, date(2019, 11, 4), today=TODAY)
    better = now(db, pair)
    assert (
        better.better_words == "Rated Good on 4 November 2019, Requires improvement when the pair was agreed"
    )
    assert not now(db, pair, date(2019, 11, 3)).rated_better
    record_rating(db, pair.service_id, Rating.INADEQUATE, date(2019, 12, 2), today=TODAY)
    worse = now(db, pair)
    assert (worse.rating_then, worse.rating_now, worse.rated_better) == (
        Rating.REQUIRES_IMPROVEMENT, Rating.INADEQUATE, False,
    )  # fmt: skip


def test_what_is_published_after_the_end_is_not_the_pair_s(db: Database, pair: Pair) -> None:
    pairs.end_pair(db, pair.id, on=date(2019, 10, 1), reason="Done", today=TODAY)
    record_rating(db, pair.service_id, Rating.GOOD, date(2019, 11, 4), today=TODAY)
    assert now(db, pair).rating_now is Rating.REQUIRES_IMPROVEMENT


def test_two_are_not_agreed_twice_nor_a_service_with_itself(db: Database, pair: Pair) -> None:
    with pytest.raises(FieldProblem, match="since 1 July 2019 already"):
        agree_pair(db, pair.service_id, pair.buddy_id, on=TODAY, today=TODAY)
    with pytest.raises(FieldProblem, match="a buddy to itself"):
        agree_pair(db, pair.service_id, pair.service_id, on=TODAY, today=TODAY)
    with pytest.raises(FieldProblem, match="is after 9 December 2019"):
        agree_pair(db, pair.buddy_id, pair.service_id, on=date(2019, 12, 10), today=TODAY)


def test_a_service_whose_contract_is_suspended_is_nobody_s_buddy(db: Database, home: Home) -> None:
    of, barred, away = home("Elm"), home("Barred"), home("Away")
    set_contract_status(db, barred.id, ContractStatus.SUSPENDED, date(2019, 7, 1), today=TODAY)
    with pytest.raises(FieldProblem, match="exempt: not for publication"):
        agree_pair(db, of.id, barred.id, on=TODAY, today=TODAY)
    archive_service(db, away.id, today=TODAY)
    with pytest.raises(Problem, match="Away is archived"):
        agree_pair(db, of.id, away.id, on=TODAY, today=TODAY)


def test_a_pair_is_ended_with_a_reason_and_may_go_on(db: Database, pair: Pair) -> None:
    meet(db, pair, date(2019, 9, 5))
    with pytest.raises(FieldProblem, match="nothing was entered"):
        pairs.end_pair(db, pair.id, on=TODAY, reason=" ", today=TODAY)
    with pytest.raises(FieldProblem, match="before 5 September 2019"):
        pairs.end_pair(db, pair.id, on=date(2019, 9, 4), reason="Done", today=TODAY)
    ended = pairs.end_pair(db, pair.id, on=date(2019, 10, 1), reason="Done", today=TODAY)
    assert (ended.ended_on, ended.end_reason, ended.state(TODAY)) == (date(2019, 10, 1), "Done", "Ended")
    assert pairs.pairs(db, today=TODAY, ended=False) == []
    with pytest.raises(Problem, match="already"):
        pairs.end_pair(db, pair.id, on=TODAY, reason="Done", today=TODAY)
    with pytest.raises(FieldProblem, match="after 1 October 2019"):
        meet(db, pair, date(2019, 10, 2))
    assert pairs.resume_pair(db, pair.id, today=TODAY).ended_on is None
    with pytest.raises(Problem, match="has not ended"):
        pairs.resume_pair(db, pair.id, today=TODAY)


def test_a_meeting_is_put_right_or_removed(db: Database, pair: Pair) -> None:
    with pytest.raises(FieldProblem, match="before the pair was agreed"):
        meet(db, pair, date(2019, 6, 30))
    key = meet(db, pair, date(2019, 8, 5))
    before = list(history.logical_dump(db))
    changed = pairs.edit_meeting(
        db, key, met_on=date(2019, 8, 6), how=MetHow.CALL, note="By telephone", today=TODAY
    )
    assert (changed.met_on.day, changed.how, changed.note) == (6, MetHow.CALL, "By telephone")
    pairs.remove_meeting(db, key, today=TODAY)
    assert now(db, pair).meetings == ()
    history.undo(db)
    history.undo(db)
    assert list(history.logical_dump(db)) == before


def test_the_day_of_a_pair_and_its_note_are_put_right(db: Database, pair: Pair) -> None:
    meet(db, pair, date(2019, 8, 5))
    changed = pairs.edit_pair(db, pair.id, on=date(2019, 8, 1), note="Asked for by the home", today=TODAY)
    assert (changed.started_on.month, changed.note, changed.reasons) == (8, "Asked for by the home", "Near")
    with pytest.raises(FieldProblem, match="met on 5 August 2019 already"):
        pairs.edit_pair(db, pair.id, on=date(2019, 8, 6), note="", today=TODAY)


def test_pairs_of_a_service_are_those_on_either_side(db: Database, pair: Pair, home: Home) -> None:
    other = agree_pair(db, home("Ash").id, home("Oak").id, on=BEGAN, today=TODAY)
    assert [one.id for one in pairs.pairs(db, today=TODAY)] == [other.id, pair.id]
    for key in (pair.service_id, pair.buddy_id):
        assert pairs.pairs(db, today=TODAY, service=key) == [pair]
    assert pairs.is_pair(db, pair.id) and not pairs.is_pair(db, pair.service_id)
    for missing in (lambda: pairs.pair(db, "x", today=TODAY), lambda: pairs.meeting(db, "x")):
        with pytest.raises(LookupError):
            missing()
