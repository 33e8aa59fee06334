"""What the register knows of the words in the names of exempt services, and which names are public."""

from collections.abc import Callable
from datetime import date

import pytest

from engagement.register import contracts, providers, services
from engagement.register.contracts import exempt_terms, public_names
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import Database
from resources.report.leak_gate import search

TODAY = date(2026, 3, 4)
Add = Callable[..., str]


@pytest.fixture
def add(db: Database) -> Add:
    """Add a service, of a provider of its own unless one is named."""

    def add(name: str, provider: str = "", **cells: str) -> str:
        runs = provider or providers.add_provider(db, name="Sample Provider").id
        return services.add_service(db, runs, name=name, kind=ServiceKind.NURSING_HOME, **cells).id

    return add


def suspend(db: Database, key: str) -> None:
    contracts.set_contract_status(db, key, ContractStatus.SUSPENDED, date(2026, 1, 5), today=TODAY)


def telling(db: Database) -> dict[str, tuple[str, ...] | None]:
    return {term.text: term.telling for term in exempt_terms(db)}


def test_a_word_that_few_public_services_bear_tells(db: Database, add: Add) -> None:
    suspend(db, add("Quillmere Care Home", also_known_as="The Thistledowns"))
    add("Quillmere Lodge")
    add("Quillmere Court", also_known_as="Quillmere House")
    assert telling(db) == {"Quillmere Care Home": ("quillmere",), "The Thistledowns": ("thistledowns",)}


def test_a_word_that_three_public_services_bear_does_not(db: Database, add: Add) -> None:
    suspend(db, add("Quillmere Care Home"))
    for kind in ("Lodge", "Court"):
        add(f"Quillmere {kind}")
    third = add("Old Quillmere")
    assert telling(db) == {"Quillmere Care Home": ()}
    suspend(db, third)  # and an exempt one does not make it public
    assert telling(db) == {"Quillmere Care Home": ("quillmere",), "Old Quillmere": ("quillmere",)}


def test_a_district_an_authority_and_a_town_do_not_tell_but_a_street_and_grounds_do(
    db: Database, add: Add
) -> None:
    suspend(db, add("Worksop Pebblewick Gingham Lodge", address="1 Example Street, Pebblewick, Worksop"))
    add("Elm Lodge", address="2 Gingham Street, Worksop", district="Toffeeshire")
    suspend(db, add("Toffeeshire and Mansfield Home"))
    found = telling(db)
    assert found["Worksop Pebblewick Gingham Lodge"] == ("pebblewick", "gingham")
    assert found["Toffeeshire and Mansfield Home"] == ()


def test_public_names_are_those_of_others(db: Database, add: Add) -> None:
    mixed, good = (providers.add_provider(db, name=name).id for name in ("Larkmeadow Care", "Teaspoon Homes"))
    suspend(db, add("Quillmere Care Home", mixed))
    add("Quillmere Lodge", mixed, also_known_as="The Quills|Old Quills", portfolio_officer="Ada Example")
    add("Elm Lodge", good)
    names = public_names(db)
    assert {
        "Quillmere Lodge",
        "The Quills",
        "Old Quills",
        "Elm Lodge",
        "Teaspoon Homes",
        "Ada Example",
    } <= names
    assert names.isdisjoint({"Quillmere Care Home", "Larkmeadow Care", ""})


def test_a_register_without_exempt_services_asks_nothing(db: Database, add: Add) -> None:
    add("Quillmere Lodge")
    assert exempt_terms(db) == []


def test_a_public_home_may_be_named_and_the_exempt_one_not_even_in_a_word(db: Database, add: Add) -> None:
    suspend(db, add("Quillmere Care Home"))
    add("Quillmere Lodge", portfolio_officer="Quillmere Smith")

    def found(text: str) -> list[str]:
        return [leak.words for leak in search(text.encode(), exempt_terms(db), public_names=public_names(db))]

    assert found("Quillmere Lodge was visited by Quillmere Smith") == []
    assert found("It was Quillmere’s roof") == [
        "row 1, column 1: Quillmere Care Home (contract suspended), by a word of it alone, as a possessive: "
        "“It was Quillmere's roof”"
    ]
