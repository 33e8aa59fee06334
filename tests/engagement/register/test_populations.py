"""The services that a reader can list, and what reports call them."""

from datetime import date

import pytest

from engagement.register.contracts import set_contract_status
from engagement.register.populations import places_on, reasons_held, scope_words
from engagement.register.providers import add_provider
from engagement.register.ratings import record_rating
from engagement.register.services import add_service, edit_service
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database

TODAY = date(2020, 1, 6)


def home(db: Database, name: str, *steps: tuple[ContractStatus, date]) -> str:
    provider = add_provider(db, name=f"{name} Ltd").id
    key = add_service(
        db,
        provider,
        name=name,
        kind=ServiceKind.NURSING_HOME,
        district="Ashfield",
        also_known_as="The old one",
    ).id
    for status, day in steps:
        set_contract_status(db, key, status, day, "Audit below standard.", today=TODAY)
    return key


def test_each_service_stands_as_it_was_on_the_day(db: Database) -> None:
    active, suspended = ContractStatus.ACTIVE, ContractStatus.SUSPENDED
    home(db, "Velvet Court", (active, date(2019, 1, 1)))
    home(
        db,
        "Quill House",
        (active, date(2019, 1, 1)),
        (suspended, date(2019, 6, 3)),
        (active, date(2019, 9, 2)),
    )
    home(db, "Lark Lodge", (active, date(2019, 1, 1)), (ContractStatus.TERMINATED, date(2019, 6, 3)))
    rated = home(db, "Nutmeg Hall")
    record_rating(db, rated, Rating.GOOD, date(2019, 5, 1), today=TODAY)
    summer = {one.names[0]: one for one in places_on(db, date(2019, 7, 1))}
    assert {name: (one.has_contract, one.is_exempt, one.is_under) for name, one in summer.items()} == {
        "Velvet Court": (True, False, ""),
        "Quill House": (True, True, "suspended"),
        "Lark Lodge": (False, True, "terminated"),
        "Nutmeg Hall": (False, False, ""),
    }
    assert [one.is_under for one in places_on(db, TODAY) if one.names[0] == "Quill House"] == [""]
    one = summer["Nutmeg Hall"]
    assert (one.names, one.kind, one.district, one.provider, one.rating) == (
        ("Nutmeg Hall", "The old one"), "nursing_home", "Ashfield", "Nutmeg Hall Ltd", "good",
    )  # fmt: skip
    assert reasons_held(db) == ["Audit below standard."]


@pytest.mark.parametrize(
    ("address", "towns"),
    [
        ("", set()),
        ("Ollerton", set()),
        ("3 Sample Street, Ollerton", {"Ollerton"}),
        (
            "Sample House, 3 Sample Street, Annesley Woodhouse, Kirkby-in-Ashfield",
            {"Annesley Woodhouse", "Kirkby-in-Ashfield"},
        ),
        ("Unit 4, Sample Road, NG1 1AA", set()),
    ],
)
def test_a_place_lies_in_the_towns_that_its_address_ends_with(
    db: Database, address: str, towns: set[str]
) -> None:
    key = home(db, "Velvet Court", (ContractStatus.ACTIVE, date(2019, 1, 1)))
    edit_service(db, key, address=address, beds=40)
    (one,) = places_on(db, TODAY)
    assert (one.towns, one.beds) == (towns, 40)


def test_what_reports_call_kinds_districts_and_ratings(db: Database) -> None:
    home(db, "Velvet Court", (ContractStatus.ACTIVE, date(2019, 1, 1)))
    words = scope_words(db, places_on(db, TODAY))
    assert words.kinds["nursing_home"] == (
        "Nursing home",
        "nursing home",
        "nursing homes",
        "care home",
        "care homes",
    )
    assert "domiciliary care" in words.kinds["home_care"]
    assert "Ashfield" in words.districts
    assert set(words.ratings) == {"inadequate", "requires_improvement", "good", "outstanding"}
