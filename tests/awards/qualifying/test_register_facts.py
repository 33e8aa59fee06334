"""What the register knows, as at a day."""

from datetime import date

from awards.qualifying.register_facts import Place, facts_of_places, register_facts
from engagement.register.council import set_council
from engagement.register.ratings import record_rating
from engagement.register.services import archive_service, edit_service
from engagement.register.vocabulary import ContractStatus, Rating
from tests.awards.gala import TODAY, Gala
from tests.awards.qualifying.passing import suspend


def test_the_contract_and_the_ratings_as_they_stood_that_day(gala: Gala) -> None:
    suspend(gala, gala.house, date(2020, 1, 1), ContractStatus.ACTIVE)
    suspend(gala, gala.house, date(2026, 8, 1))
    for rating, on in ((Rating.GOOD, date(2022, 1, 1)), (Rating.INADEQUATE, date(2026, 7, 1))):
        record_rating(gala.db, gala.house, rating, on, today=TODAY)
    now = register_facts(gala.db, Place(gala.house, gala.rosewood), TODAY)
    assert (now.service, now.provider) == ("Rosewood House", "Rosewood Example Homes") and now.is_tied
    assert (now.contract, now.contract_since) == (ContractStatus.SUSPENDED, date(2026, 8, 1))
    assert (now.rating, now.rated_on, now.rating_before) == (Rating.INADEQUATE, date(2026, 7, 1), Rating.GOOD)
    before = register_facts(gala.db, Place(gala.house, None), date(2026, 6, 1))
    assert (before.contract, before.rating, before.rating_before) == (
        ContractStatus.ACTIVE,
        Rating.GOOD,
        None,
    )


def test_closed_and_dormant_and_outside(gala: Gala) -> None:
    set_council(gala.db, "Nottinghamshire")
    edit_service(gala.db, gala.lodge, authority="Derby", dormant=True)
    edit_service(gala.db, gala.house, authority="Nottinghamshire")
    found = register_facts(gala.db, Place(gala.lodge, None), TODAY)
    assert found.dormant and not found.in_area and found.authority == "Derby" and found.closed_on is None
    archive_service(gala.db, gala.house, today=TODAY)
    assert register_facts(gala.db, Place(gala.house, None), TODAY).closed_on == TODAY
    assert register_facts(gala.db, Place(gala.house, None), date(2026, 1, 1)).closed_on is None


def test_a_provider_alone_and_nothing_at_all(gala: Gala) -> None:
    alone, nothing = Place(None, gala.hazel), Place(None, None)
    found = facts_of_places(gala.db, [alone, nothing, Place(gala.house, None)], TODAY)
    assert found[alone].place == "Hazel Example Care" and found[alone].is_tied and not found[alone].service
    assert not found[nothing].is_tied and found[nothing].place == ""
    assert len(found) == 3
