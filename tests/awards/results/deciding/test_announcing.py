from datetime import timedelta

import pytest

from awards.judging.interests import declare_interest
from awards.judging.rulings import rule_on
from awards.nominations.entries import entry
from awards.nominations.nominations import nominations_of
from awards.nominations.returning import withdraw_nomination
from awards.results.deciding.announcing import announce, in_the_way
from awards.results.deciding.deciding import decide
from awards.results.deciding.decisions import decisions
from awards.rounds.rounds import edit_round
from awards.vocabulary import EntryStatus, InterestKind, Outcome, RoundPhase, TieBrokenBy
from resources.database import Database, history
from resources.problem import Problem
from tests.awards.gala import NOW, TODAY
from tests.awards.results.scored import Scored


def _decided(db: Database, made: Scored) -> Scored:
    for category in made.gala.categories:
        if category.id == made.category_id:
            decide(db, category.id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
        else:
            decide(db, category.id, None, Outcome.NOT_AWARDED, "Nobody was nominated", now=NOW)
    decide(db, made.category_id, made.entry["ben"], Outcome.HIGHLY_COMMENDED, "Close", now=NOW)
    return made


def test_all_that_waits_becomes_known_at_once(db: Database) -> None:
    made = _decided(db, Scored(db))
    came = announce(db, made.gala.round_id, now=NOW)
    assert came.sentence == "Announced 2 honours; 6 categories not awarded"
    assert entry(db, made.entry["ada"]).status is EntryStatus.WINNER
    assert entry(db, made.entry["ben"]).status is EntryStatus.HIGHLY_COMMENDED
    assert entry(db, made.entry["cal"]).status is EntryStatus.JUDGING
    assert made.gala.round.announced_at == NOW and made.gala.round.phase is RoundPhase.ANNOUNCE
    assert all(one.announced_at == NOW for one in decisions(db, made.gala.round_id))
    history.undo(db)
    assert entry(db, made.entry["ada"]).status is EntryStatus.PENDING_WINNER
    assert made.gala.round.announced_at is None and made.gala.round.phase is RoundPhase.DECIDE


def test_not_before_the_embargo_ends(db: Database) -> None:
    made = _decided(db, Scored(db))
    edit_round(db, made.gala.round_id, embargo_until=NOW + timedelta(hours=1))
    with pytest.raises(Problem, match="under embargo until 1 September 2026 at 11am"):
        announce(db, made.gala.round_id, now=NOW)
    assert entry(db, made.entry["ada"]).status is EntryStatus.PENDING_WINNER
    announce(db, made.gala.round_id, now=NOW + timedelta(hours=1))
    assert entry(db, made.entry["ada"]).status is EntryStatus.WINNER


def test_not_while_a_category_is_undecided(db: Database) -> None:
    made = Scored(db)
    decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    with pytest.raises(Problem, match="Nothing is decided yet in “Proud to Care Team Award”"):
        announce(db, made.gala.round_id, now=NOW)
    made.gala.at(RoundPhase.SCORE)
    with pytest.raises(Problem, match="Results are announced after"):
        announce(db, made.gala.round_id, now=NOW)


def test_not_while_something_does_not_fit_together(db: Database) -> None:
    made = _decided(db, Scored(db))
    made.gala.stands(made.entry["cal"], EntryStatus.PENDING_RUNNER_UP)
    made.gala.stands(made.entry["ben"], EntryStatus.JUDGING)
    made.gala.stands(made.entry["ada"], EntryStatus.WITHDRAWN)
    told = in_the_way(db, made.gala.round, now=NOW)
    assert [one.split(" ")[0] for one in told] == ["Ada", "Cal", "Ben"]
    with pytest.raises(Problem) as refused:
        announce(db, made.gala.round_id, now=NOW)
    assert (refused.value.sentence, *refused.value.details) == tuple(told)
    assert all(one.is_pending for one in decisions(db, made.gala.round_id))


def test_nobody_wins_jointly_alone(db: Database) -> None:
    made = Scored(db, {"Ada Example": (4, 4, 4), "Ben Specimen": (4, 4, 4)})
    for category in made.gala.categories[1:]:
        decide(db, category.id, None, Outcome.NOT_AWARDED, "Nobody was nominated", now=NOW)
    ada, ben = made.entry["ada"], made.entry["ben"]
    decide(db, made.category_id, ada, Outcome.WINNER, "Shared", now=NOW, tie=TieBrokenBy.JOINT)
    assert in_the_way(db, made.gala.round, now=NOW) == [
        "Ada Example is to win jointly, and nobody is decided on to win with them. Decide on the other, or take the "
        "decision back."
    ]
    decide(db, made.category_id, ben, Outcome.WINNER, "Shared", now=NOW, tie=TieBrokenBy.JOINT)
    assert announce(db, made.gala.round_id, now=NOW).honours == 2


def test_nothing_is_announced_twice(db: Database) -> None:
    made = _decided(db, Scored(db))
    announce(db, made.gala.round_id, now=NOW)
    with pytest.raises(Problem, match="Nothing waits"):
        announce(db, made.gala.round_id, now=NOW)


def test_not_on_scores_of_a_judge_in_conflict(db: Database) -> None:
    made = _decided(db, Scored(db))
    declare_interest(
        db, made.judge[0], on=TODAY, kind=InterestKind.FAMILY, entry_id=made.entry["ada"], words="my sister"
    )
    (told,) = in_the_way(db, made.gala.round, now=NOW)
    assert told.startswith("Jo Judge scored Ada Example and has a conflict of interest")
    with pytest.raises(Problem, match="my sister"):
        announce(db, made.gala.round_id, now=NOW)
    rule_on(db, made.judge[0], made.entry["ada"], conflict=False, reason="Another Ada", by="Chair", on=TODAY)
    assert announce(db, made.gala.round_id, now=NOW).honours == 2


def test_not_for_somebody_whom_nobody_speaks_for_any_more(db: Database) -> None:
    made = _decided(db, Scored(db))
    (voice,) = nominations_of(db, made.entry["ada"])
    withdraw_nomination(db, voice.id, now=NOW, reason="Not true")
    (told,) = in_the_way(db, made.gala.round, now=NOW)
    assert told.startswith(
        "Ada Example is decided on as “Winner”, and every nomination of them was withdrawn."
    )
    with pytest.raises(Problem, match="every nomination of them was withdrawn"):
        announce(db, made.gala.round_id, now=NOW)
