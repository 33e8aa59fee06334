"""The services that a committee is told of, and whether a list of them may be public."""

from datetime import date

from engagement.market.committee.places import (
    LISTED,
    described,
    exempt_as_a_list,
    own_services,
    service_list,
    where_words,
)
from engagement.register.day_names import day_names
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database
from tests.engagement.market.committee.conftest import LAST, SINCE, AddHome, Asking


def test_the_councils_own_services_are_told_of(db: Database, home: AddHome) -> None:
    here = home("Quillfeather House", contract=ContractStatus.ACTIVE)
    home("Far House", authority="Derbyshire")
    assert where_words(db) == " in Nottinghamshire"
    assert [one.id for one in own_services(db, LAST)] == [here]


def test_of_nobodys_register_every_service_is_told_of(db: Database, home: AddHome) -> None:
    home("Near House")
    home("Far House", authority="Derbyshire")
    assert (where_words(db), len(own_services(db, LAST))) == ("", 2)


def test_one_name_that_is_exempt_makes_a_list_exempt(asking: Asking, db: Database, home: AddHome) -> None:
    home("Quillfeather House", contract=ContractStatus.ACTIVE)
    home("Quillmere House", contract=ContractStatus.SUSPENDED)
    assert exempt_as_a_list(db, ["Quillfeather House"]) is None
    assert exempt_as_a_list(db, ["Quillfeather House", "Quillmere House – nursing home"]) == LISTED
    assert exempt_as_a_list(db, []) is None


def test_a_service_is_described_by_its_kind_and_district() -> None:
    assert (
        described("Elm House", ServiceKind.NURSING_HOME, "Mansfield")
        == "Elm House – nursing home – Mansfield"
    )
    assert described("The Scheme", ServiceKind.SHARED_LIVES, "") == "The Scheme – Shared Lives"


def test_services_stand_with_their_rating_on_both_days(asking: Asking, db: Database, home: AddHome) -> None:
    home("Elm House", (date(2019, 1, 7), Rating.GOOD), (date(2019, 10, 7), Rating.OUTSTANDING))
    home("Ash House")
    some = own_services(db, LAST)
    names = day_names(db, "service", [one.id for one in some], LAST, since=SINCE)
    table = service_list(db, "Services", some, names, day=LAST, since=SINCE)
    assert table.columns[4].heading == "Rating on 9 September 2019"
    assert table.rows == [
        (
            "Ash House",
            "Ash House Limited",
            "Nursing home",
            "Bassetlaw",
            "Not yet rated",
            "Not yet rated",
            None,
        ),
        ("Elm House", "Elm House Limited", "Nursing home", "Bassetlaw", "Good", "Outstanding", "2019-10-07"),
    ]
