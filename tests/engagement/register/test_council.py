"""Whose register it is: told, or seen from where the team's own facts are."""

from engagement.register.council import council, council_names, own_area, set_council
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, history


def home(db: Database, name: str, authority: str, officer: str = "") -> None:
    firm = add_provider(db, name=f"{name} Ltd").id
    facts = {"authority": authority, "portfolio_officer": officer}
    add_service(db, firm, name=name, kind=ServiceKind.NURSING_HOME, **facts)


def test_an_empty_register_is_nobodys(db: Database) -> None:
    assert council(db) == ""


def test_services_alone_do_not_tell(db: Database) -> None:
    home(db, "Elm Lodge", "Derby")
    assert council(db) == ""


def test_it_is_the_authority_with_most_of_the_teams_own_facts(db: Database) -> None:
    home(db, "Elm Lodge", "Derby", "Ada")
    home(db, "Oak Lodge", "Nottinghamshire", "Ada")
    assert council(db) == ""
    home(db, "Ash Lodge", "Nottinghamshire", "Bola")
    assert council(db) == "Nottinghamshire"


def test_what_was_told_holds_until_it_is_taken_back(db: Database) -> None:
    home(db, "Elm Lodge", "Derby", "Ada")
    set_council(db, "Leicester")
    assert council(db) == "Leicester"
    set_council(db, "Rutland")
    assert council(db) == "Rutland"
    history.undo(db)
    assert council(db) == "Leicester"
    set_council(db, "")
    assert council(db) == "Derby"


def test_the_history_says_what_was_told(db: Database) -> None:
    set_council(db, "Rutland")
    set_council(db, "")
    assert [entry.action for entry in history.entries(db)] == [
        "Left the council to be told from the register",
        "Set the council to Rutland",
    ]


def test_its_name_is_known_however_the_register_writes_it(db: Database) -> None:
    assert council_names(db) == []
    home(db, "Elm Lodge", "Nottinghamshire")
    home(db, "Oak Lodge", "Nottinghamshire County Council")
    home(db, "Fig Lodge", "Nottingham")
    home(db, "Bare Lodge", "")
    assert council_names(db) == []
    set_council(db, "NOTTINGHAMSHIRE COUNTY COUNCIL")
    assert sorted(council_names(db)) == ["Nottinghamshire", "Nottinghamshire County Council"]
    set_council(db, "Derby")
    assert council_names(db) == []


def test_the_own_area_holds_what_is_of_no_other_council(db: Database) -> None:
    home(db, "Elm Lodge", "Nottinghamshire")
    home(db, "Far Lodge", "Leeds")
    assert all(map(own_area(db), ("Nottinghamshire", "Leeds", "")))
    set_council(db, "Nottinghamshire")
    assert [own_area(db)(name) for name in ("Nottinghamshire", "Leeds", "")] == [True, False, True]
