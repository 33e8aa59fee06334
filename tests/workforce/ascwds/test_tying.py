"""Which service a workplace is: by its numbers, by name and postcode, else a person says."""

import pytest

from engagement.register.providers import add_provider
from engagement.register.services import Service, add_service, archive_service
from engagement.register.vocabulary import OrganisationKind, ServiceKind
from resources.database import Database
from tests.workforce.ascwds.bulk_files import TODAY
from workforce.ascwds.tying import HEAD_OFFICE, Tie, places
from workforce.ascwds.vocabulary import TiedBy


@pytest.fixture
def elm(db: Database) -> Service:
    run_by = add_provider(db, name="Example Care Ltd", cqc_provider_id="1-100")
    return add_service(
        db,
        run_by.id,
        name="Elm Lodge",
        kind=ServiceKind.RESIDENTIAL_HOME,
        cqc_location_id="1-200",
        postcode="NG18 1AA",
    )


def tie(db: Database, **said: str) -> Tie | None:
    given = {
        "location_id": "",
        "provider_number": "",
        "name": "",
        "postcode": "",
        "main_service": "2",
        **said,
    }
    return places(db).tie(**given)


def test_the_location_id_is_certain(db: Database, elm: Service) -> None:
    found = Tie(TiedBy.LOCATION_ID, elm.provider_id, elm.id)
    assert tie(db, location_id="1-200", name="Quite another name") == found


def test_name_and_postcode_do_where_there_is_no_number(db: Database, elm: Service) -> None:
    found = Tie(TiedBy.NAME_AND_POSTCODE, elm.provider_id, elm.id)
    assert tie(db, name="ELM LODGE Ltd", postcode="ng181aa") == found
    assert tie(db, name="Elm Lodge", postcode="NG18 1AB") is None
    assert tie(db, name="Elm House", postcode="NG18 1AA") is None


def test_a_number_that_the_register_has_not_is_no_other_service(db: Database, elm: Service) -> None:
    assert tie(db, location_id="1-999", name=elm.name, postcode=elm.postcode) is None


def test_two_alike_are_left_to_a_person(db: Database, elm: Service) -> None:
    add_service(db, elm.provider_id, name="Elm Lodge", kind=ServiceKind.HOME_CARE, postcode="NG18 1AA")
    assert tie(db, name="Elm Lodge", postcode="NG18 1AA") is None
    assert len(places(db).near("NG18 1AA")) == 2


def test_a_head_office_is_its_provider(db: Database, elm: Service) -> None:
    assert tie(db, provider_number="1-100", main_service=HEAD_OFFICE) == Tie(
        TiedBy.PROVIDER_ID, elm.provider_id
    )
    assert tie(db, provider_number="1-100") is None
    assert tie(db, provider_number="1-101", main_service=HEAD_OFFICE) is None


def test_what_is_put_away_is_offered_to_nobody(db: Database, elm: Service) -> None:
    archive_service(db, elm.id, today=TODAY)
    assert tie(db, location_id="1-200", name="Elm Lodge", postcode="NG18 1AA") is None
    assert places(db).near("NG18 1AA") == []


def test_a_partner_is_no_provider(db: Database) -> None:
    add_provider(db, name="Skills for Everybody", organisation=OrganisationKind.PARTNER)
    assert places(db).by_provider == {}
