"""The register as names are matched with it: every name and number it knows, and whose services are whose."""

from engagement.register.name_places import places_of
from engagement.register.services import edit_service
from resources.database import Database
from tests.workforce.survey.answers.made import made_register


def test_providers_and_services_have_all_their_names(db: Database) -> None:
    keys = made_register(db)
    edit_service(db, keys["Elm Lodge"], also_known_as="Fernbank|Old Elm", postcode="NG18 1AB")
    places = places_of(db)
    assert {one.name for one in places.places} == set(keys)
    elm = places.by_key[keys["Elm Care Limited"]]
    assert set(elm.services) == {keys["Rose House"], keys["Elm Lodge"], keys["The Limes"]}
    lodge = places.by_key[keys["Elm Lodge"]]
    assert (lodge.names, lodge.postcode) == (("Elm Lodge", "Fernbank", "Old Elm"), "NG18 1AB")
    assert places.by_cqc_id["1-200000001"].service_id == keys["Rose House"]
