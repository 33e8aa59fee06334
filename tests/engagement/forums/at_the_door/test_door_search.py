"""Names with letters that a British keyboard lacks, and names without any letter."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.at_the_door.door_search import find, find_homes
from engagement.register import providers
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database

DOORS = datetime(2019, 12, 10, 9, 45, tzinfo=UTC)
Add = Callable[..., str]
NAMES = (
    ("Łukasz Żak", "luk"), ("Søren Kjær", "soren"), ("Søren Kjær", "kjaer"), ("ØDEGAARD", "ode"), ("Đặng Thu", "dang"),
    ("Þóra Ragnarsdóttir", "thora"), ("Guðrún Œuvre", "gudrun oe"), ("Jürgen STRAẞE", "strasse"),
    ("I\u015f\u0131l Ak", "isil"),
    ("Sean O\u02bcDea", "odea"), ("Łukasz Żak", "Łuk"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "letters"), NAMES)
def test_a_name_is_found_by_plain_letters_on_the_list_and_in_the_register(
    db: Database, forum: Add, person: Add, invited: Callable[..., list[str]], name: str, letters: str
) -> None:
    event, other = forum(), forum("Another forum")
    key = person(name, "Rosewood House")
    person("Amina Khan", "Elm Lodge")
    assert [line.contact_id for line in find(db, event, letters)] == [key]
    invited(other, [key])
    assert [line.contact_id for line in find(db, other, letters)] == [key]


def test_a_home_is_found_by_plain_letters(db: Database, forum: Add, person: Add) -> None:
    person("Amina Khan", "Ødegård Lodge")
    assert [line.service for line in find_homes(db, "odeg")] == ["Ødegård Lodge"]
    assert [line.name for line in find(db, forum(), "odeg")] == ["Amina Khan"]


@pytest.mark.parametrize("letters", ['"', "★", "’", "- -", "_"])
def test_marks_alone_find_nobody(db: Database, forum: Add, person: Add, letters: str) -> None:
    person("★", "Elm Lodge")
    assert find(db, forum(), letters) == []
    assert find_homes(db, letters) == []


def test_two_names_of_marks_alone_are_two_people(db: Database, forum: Add, home: Add) -> None:
    event, (_, provider) = forum(), home("Elm Lodge")
    came = [
        door.walk_in(
            db, event, WalkIn(name, provider_id=provider), now=DOORS, device="Laptop", nonce=name + nonce
        )
        for name, nonce in (("★", "a"), ("☆", "a"), ("★", "b"))
    ]
    assert [one.name for one in came] == ["★", "☆", "★"]
    assert [one.already for one in came] == [False, False, True]
    assert db.value("select count(*) from contact") == 2


def test_an_organisation_that_is_no_provider_is_found_as_what_it_is(db: Database) -> None:
    providers.add_provider(db, name="Invented Healthwatch", organisation=OrganisationKind.PARTNER)
    assert [(line.provider, line.organisation) for line in find_homes(db, "health")] == [
        ("Invented Healthwatch", OrganisationKind.PARTNER)
    ]
