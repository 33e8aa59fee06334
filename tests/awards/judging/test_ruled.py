"""What a ruling covers, and what it says nothing of."""

from awards.judging.conflict_lines import conflict_lines
from awards.judging.conflict_reading import conflicts_between, found_between
from awards.judging.conflicts import Conflict
from awards.judging.interests import declare_interest
from awards.judging.panel import edit_member
from awards.judging.ruled import ruling_on, rulings
from awards.judging.rulings import rule_on
from awards.vocabulary import ConflictKind, InterestKind
from resources.database import Database
from tests.awards.gala import TODAY, Gala


def test_a_ruling_covers_what_was_known_and_no_more(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge("W. Specimen"), gala.nominate("Ada Example")
    gala.judging(ada.id)
    gala.give(judge.id, ada.id)
    made = rule_on(db, judge.id, ada.id, conflict=False, reason="Another", by="Ada Chair", on=TODAY)
    assert list(made.covers.values()) == ["W. Specimen may be Wren Specimen, somebody who nominated them."]
    assert all(made.clears(one) for one in found_between(db, judge.id, ada.id))
    assert conflicts_between(db, judge.id, ada.id) == ()
    declare_interest(db, judge.id, on=TODAY, kind=InterestKind.FAMILY, entry_id=ada.id, words="my sister")
    edit_member(db, judge.id, provider_id=gala.rosewood)
    assert [one.kind for one in conflicts_between(db, judge.id, ada.id)] == [
        ConflictKind.DECLARED,
        ConflictKind.EMPLOYER,
    ]
    (line,) = conflict_lines(db, gala.round_id)
    assert line.is_clash and [one.kind for one in line.new] == [ConflictKind.DECLARED, ConflictKind.EMPLOYER]
    assert "ruled that there is no conflict: Another New since that ruling: W. Specimen declared" in line.why
    again = rule_on(db, judge.id, ada.id, conflict=False, reason="All known", by="Ada Chair", on=TODAY)
    assert conflicts_between(db, judge.id, ada.id) == ()
    assert rulings(db, gala.round_id) == [again] == [ruling_on(db, judge.id, ada.id)]


def test_a_ruling_of_a_conflict_clears_nothing(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge("W. Specimen"), gala.nominate("Ada Example")
    made = rule_on(db, judge.id, ada.id, conflict=True, reason="The same", by="Ada Chair", on=TODAY)
    assert made.covers and not any(made.clears(one) for one in found_between(db, judge.id, ada.id))
    assert not made.clears(Conflict(ConflictKind.EMPLOYER, "Another"))
    (line,) = conflict_lines(db, gala.round_id)
    assert line.holds and line.new == ()
