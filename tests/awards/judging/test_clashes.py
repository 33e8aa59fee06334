"""What judges were given that they may not judge."""

from awards.judging.assignments import declare_conflict
from awards.judging.clashes import clashes
from awards.judging.interests import declare_interest
from awards.vocabulary import InterestKind
from resources.database import Database
from tests.awards.gala import TODAY, Gala


def test_an_interest_declared_later_is_found_until_it_is_settled(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    assert clashes(db, gala.round_id) == []
    given = gala.give(judge.id, ada.id)
    assert clashes(db, gala.round_id) == []
    declare_interest(db, judge.id, on=TODAY, kind=InterestKind.FAMILY, entry_id=ada.id)
    (found,) = clashes(db, gala.round_id)
    assert found.assignment.id == given
    assert [one.sentence for one in found.conflicts] == [
        "Jo Judge declared an interest in this nominee: family."
    ]
    declare_conflict(db, given, "My niece")
    assert clashes(db, gala.round_id) == []
