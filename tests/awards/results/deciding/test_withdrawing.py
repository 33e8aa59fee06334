import pytest

from awards.nominations.entries import entry
from awards.nominations.moving import move_entry
from awards.results.deciding.announcing import announce
from awards.results.deciding.deciding import decide
from awards.results.deciding.decisions import decisions_of
from awards.results.deciding.shortlisting import shortlist
from awards.results.deciding.withdrawing import (
    fallen,
    fallen_words,
    moved_away,
    undecided_honours,
    withdraw_honour,
)
from awards.vocabulary import EntryStatus, Outcome
from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW
from tests.awards.results.scored import Scored


def _won(db: Database, made: Scored, first: str = "ada") -> str:
    return decide(db, made.category_id, made.entry[first], Outcome.WINNER, "Best", now=NOW).id


def test_a_decision_taken_back_leaves_the_nominee_as_before(db: Database) -> None:
    made = Scored(db)
    withdraw_honour(db, _won(db, made), "A mistake", now=NOW)
    assert entry(db, made.entry["ada"]).status is EntryStatus.JUDGING
    shortlist(db, made.category_id, [made.entry["ada"]], now=NOW)
    ended = withdraw_honour(db, _won(db, made), "Again", now=NOW)
    assert entry(db, made.entry["ada"]).status is EntryStatus.SHORTLISTED
    assert ended.ended_reason == "Again"


def test_it_needs_a_reason_and_ends_once(db: Database) -> None:
    made = Scored(db)
    key = _won(db, made)
    with pytest.raises(FieldProblem, match="Reason"):
        withdraw_honour(db, key, "", now=NOW)
    with pytest.raises(FieldProblem, match="stands as before"):
        withdraw_honour(db, key, "So", now=NOW, to=EntryStatus.WINNER)
    withdraw_honour(db, key, "So", now=NOW, to=EntryStatus.WITHDRAWN)
    assert entry(db, made.entry["ada"]).status is EntryStatus.WITHDRAWN
    with pytest.raises(Problem, match="taken back before"):
        withdraw_honour(db, key, "So", now=NOW)


def test_that_a_category_is_not_awarded_is_taken_back_too(db: Database) -> None:
    made = Scored(db)
    none = decide(db, made.category_id, None, Outcome.NOT_AWARDED, "Nobody", now=NOW)
    assert not withdraw_honour(db, none.id, "Somebody after all", now=NOW).stands


def test_a_winner_who_withdraws_is_found_and_nobody_takes_the_place_alone(db: Database) -> None:
    made = Scored(db)
    for category in made.gala.categories[1:]:
        decide(db, category.id, None, Outcome.NOT_AWARDED, "Nobody nominated", now=NOW)
    decide(db, made.category_id, made.entry["ben"], Outcome.RUNNER_UP, "Close", now=NOW)
    key = _won(db, made)
    announce(db, made.gala.round_id, now=NOW)
    made.gala.stands(made.entry["ada"], EntryStatus.WITHDRAWN)
    found = fallen(db, made.gala.round_id)
    assert [one.id for one in found] == [key]
    assert fallen_words(db, found[0]).startswith(
        "Ada Example is withdrawn and still stands as “Winner” in “Proud"
    )
    withdraw_honour(db, key, "She withdrew", now=NOW)
    assert fallen(db, made.gala.round_id) == []
    assert entry(db, made.entry["ada"]).status is EntryStatus.WITHDRAWN
    assert entry(db, made.entry["ben"]).status is EntryStatus.RUNNER_UP
    again = decide(db, made.category_id, made.entry["ben"], Outcome.WINNER, "Next by the scores", now=NOW)
    assert decisions_of(db, category_id=made.category_id) == [again]
    announce(db, made.gala.round_id, now=NOW)
    assert entry(db, made.entry["ben"]).status is EntryStatus.WINNER


@pytest.mark.parametrize("announced", [False, True])
@pytest.mark.parametrize(
    "to", [EntryStatus.JUDGING, EntryStatus.SHORTLISTED, EntryStatus.WITHDRAWN, EntryStatus.INELIGIBLE]
)
def test_nobody_leaves_an_honour_while_the_decision_stands(
    db: Database, to: EntryStatus, announced: bool
) -> None:
    made = Scored(db)
    key = _won(db, made)
    ada = made.entry["ada"]
    if announced:
        for category in made.gala.categories[1:]:
            decide(db, category.id, None, Outcome.NOT_AWARDED, "Nobody nominated", now=NOW)
        announce(db, made.gala.round_id, now=NOW)
    allowed = not (announced and to is EntryStatus.JUDGING)
    expected = "Take the decision back on the side “Results”" if allowed else "in one step"
    with pytest.raises(Problem, match=expected):
        move_entry(db, ada, to, now=NOW, reason="She asked for it")
    held = entry(db, ada)
    assert (held.status.is_honoured, held.status.is_pending) == (announced, not announced)
    assert decisions_of(db, entry_id=ada)[0].id == key
    if to.is_out:
        withdraw_honour(db, key, "She asked for it", now=NOW, to=to)
        assert entry(db, ada).status is to
        assert decisions_of(db, entry_id=ada) == []


def test_an_honour_without_a_decision_is_left(db: Database) -> None:
    made = Scored(db)
    made.gala.stands(made.entry["ada"], EntryStatus.PENDING_WINNER)
    moved = move_entry(db, made.entry["ada"], EntryStatus.SHORTLISTED, now=NOW, reason="Nobody decided it")
    assert moved.status is EntryStatus.SHORTLISTED


def test_an_announced_honour_that_ends_leaves_a_finalist(db: Database) -> None:
    made = Scored(db)
    key = _won(db, made)
    made.gala.stands(made.entry["ada"], EntryStatus.WINNER)
    withdraw_honour(db, key, "A mistake", now=NOW)
    assert entry(db, made.entry["ada"]).status is EntryStatus.SHORTLISTED


def test_an_honour_without_a_decision_is_found(db: Database) -> None:
    made = Scored(db)
    _won(db, made)
    assert undecided_honours(db, made.gala.round_id) == []
    with pytest.raises(Problem, match="only by a decision of the panel"):
        move_entry(db, made.entry["ben"], EntryStatus.PENDING_WINNER, now=NOW)
    made.gala.stands(made.entry["ben"], EntryStatus.PENDING_WINNER)
    made.gala.stands(made.entry["ada"], EntryStatus.PENDING_RUNNER_UP)
    assert [one.nominee for one in undecided_honours(db, made.gala.round_id)] == [
        "Ada Example",
        "Ben Specimen",
    ]


def test_a_winner_who_was_moved_is_found_before_and_after_the_announcement(db: Database) -> None:
    made = Scored(db)
    key = _won(db, made)
    assert moved_away(db, made.gala.round_id) == []
    made.gala.stands(made.entry["ada"], EntryStatus.JUDGING)
    assert [one.id for one in moved_away(db, made.gala.round_id)] == [key]
    withdraw_honour(db, key, "Cleared", now=NOW)
    assert entry(db, made.entry["ada"]).status is EntryStatus.JUDGING
    again = _won(db, made)
    for category in made.gala.categories[1:]:
        decide(db, category.id, None, Outcome.NOT_AWARDED, "Nobody nominated", now=NOW)
    announce(db, made.gala.round_id, now=NOW)
    made.gala.stands(made.entry["ada"], EntryStatus.SHORTLISTED)
    assert [one.id for one in moved_away(db, made.gala.round_id)] == [again]
