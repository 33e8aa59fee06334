"""What the register learned after somebody had qualified."""

from datetime import date, timedelta

from awards.qualifying.concerns import ConcernKind
from awards.qualifying.looking_again import changed_since
from awards.qualifying.qualify import qualify
from awards.vocabulary import EntryStatus
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating
from tests.awards.gala import NOW, TODAY, Gala
from tests.awards.qualifying.passing import make_ready, suspend

LATER = TODAY + timedelta(days=40)


def qualified(gala: Gala) -> str:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    qualify(gala.db, ada.id, now=NOW, reason="The chair knew")
    return ada.id


def test_a_suspension_and_a_rating_since_then_are_found(gala: Gala) -> None:
    key = qualified(gala)
    assert changed_since(gala.db, gala.round_id, LATER) == []
    suspend(gala, gala.house, date(2026, 9, 20))
    record_rating(gala.db, gala.house, Rating.INADEQUATE, date(2026, 9, 25), today=LATER)
    (found,) = changed_since(gala.db, gala.round_id, LATER)
    assert found.standing.entry.id == key and found.qualified_on == TODAY
    assert [one.kind for one in found.since] == [ConcernKind.CONTRACT, ConcernKind.RATING]
    assert changed_since(gala.db, gala.round_id, TODAY) == []


def test_what_the_chair_knew_is_not_told_again(gala: Gala) -> None:
    suspend(gala, gala.house, date(2026, 8, 1))
    qualified(gala)
    assert changed_since(gala.db, gala.round_id, LATER) == []


def test_a_winner_is_looked_at_and_who_is_out_is_not(gala: Gala) -> None:
    key = qualified(gala)
    suspend(gala, gala.house, date(2026, 9, 20))
    for status, number in (
        (EntryStatus.WINNER, 1),
        (EntryStatus.NOT_SHORTLISTED, 0),
        (EntryStatus.WITHDRAWN, 0),
    ):
        gala.stands(key, status)
        assert len(changed_since(gala.db, gala.round_id, LATER)) == number, status
