"""What the register said on a day is what is kept, whatever it says later."""

from datetime import date

from engagement.register import services
from engagement.register.contracts import set_contract_status
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database
from tests.workforce.survey.conftest import LATER, OPENS
from workforce.survey.waves.register_facts import UnitFacts, facts_on, together, units_on


def test_a_service_as_it_was_on_a_day(db: Database, register: dict[str, str]) -> None:
    key = register["Rosewood House"]
    record_rating(db, key, Rating.INADEQUATE, date(2020, 2, 1), today=LATER)
    set_contract_status(db, key, ContractStatus.SUSPENDED, date(2020, 2, 2), today=LATER)
    assert facts_on(db, OPENS, [key]) == {key: UnitFacts("nursing_home", "Bassetlaw", "good", 40, True)}
    assert facts_on(db, LATER, [key]) == {
        key: UnitFacts("nursing_home", "Bassetlaw", "inadequate", 40, False)
    }


def test_a_service_that_was_not_there_is_told_apart(db: Database, register: dict[str, str]) -> None:
    services.archive_service(db, register["Elm Court"], today=date(2020, 1, 1))
    services.edit_service(db, register["The Limes"], registered_on=date(2020, 1, 1))

    def there(day: date) -> list[str]:
        return [one.name for one in units_on(db, day) if not one.there]

    assert there(OPENS) == ["The Limes"]
    assert there(LATER) == ["Elm Court"]


def test_day_care_has_no_rating_and_a_home_may_have_none_yet(db: Database, register: dict[str, str]) -> None:
    rated = {one.name: one.facts.rating for one in units_on(db, OPENS)}
    assert rated["Sunny Days"] == ""
    services.edit_service(db, register["Oak Living"], cqc_location_id="1-100000001")
    assert {one.name: one.facts.rating for one in units_on(db, OPENS)}["Oak Living"] == "not_rated"


def test_several_services_together_have_what_they_have_in_common() -> None:
    home = UnitFacts(ServiceKind.HOME_CARE.value, "Bassetlaw", "good", None, False)
    assert together([]) == UnitFacts()
    assert together([home]) is home
    assert together([home, UnitFacts("home_care", "Ashfield", "good", 12, True)]) == UnitFacts(
        "home_care", "Several districts", "good", 12, True
    )
