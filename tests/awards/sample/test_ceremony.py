"""The ceremonies of the sample county."""

from awards.ceremony.counts import count
from awards.ceremony.guests import guests
from awards.ceremony.people import finalists
from awards.ceremony.running_order import items
from awards.sample.ceremony import add_ceremonies
from awards.vocabulary import GuestRole
from tests.awards.ceremony.conftest import Evening, evening
from tests.awards.gala import TODAY, Gala

__all__ = ["evening"]


def test_a_round_with_finalists_has_guests_who_answered_and_citations(evening: Evening) -> None:
    add_ceremonies(evening.db, today=TODAY)
    some = guests(evening.db, evening.round_id)
    assert {one.role for one in some} == {
        GuestRole.NOMINEE, GuestRole.NOMINATOR, GuestRole.MANAGER, GuestRole.PRESENTER,
    }  # fmt: skip
    held = count(some)
    assert held.not_asked == 0 and held.coming and held.not_seated == 0
    honoured = [one for one in finalists(evening.db, evening.round_id) if one.honour.is_decided]
    assert all(one.citation and "{" not in one.citation for one in honoured)


def test_a_round_that_is_being_judged_has_its_order_and_presenters(evening: Evening) -> None:
    later = Gala(evening.db, "Proud to Care 2027", year=2027)
    add_ceremonies(evening.db, today=TODAY)
    assert len(items(evening.db, later.round_id)) == 12
    assert {one.role for one in guests(evening.db, later.round_id)} == {GuestRole.PRESENTER}
