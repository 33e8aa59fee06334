"""Whom of the register a nomination means: sure, asked, or nobody."""

from collections.abc import Callable

import pytest

from awards.nominations.files.matching import (
    People,
    PlaceDecision,
    PlaceMatching,
    PlaceTold,
    Tied,
    same_person_key,
)
from engagement.register.contacts import add_contact
from engagement.register.services import add_service, edit_service
from engagement.register.vocabulary import ContactRole, ServiceKind
from resources.database import Database
from tests.awards.gala import Gala

Find = Callable[..., Tied]


@pytest.fixture
def gala(db: Database) -> Gala:
    found = Gala(db)
    edit_service(
        db, found.house, postcode="NG17 1AA", address="12 High Street, Kirkby", also_known_as="The Rosey|Old Vicarage",
        cqc_location_id="1-200000001",
    )  # fmt: skip
    edit_service(db, found.lodge, postcode="NG4 2BB")
    return found


@pytest.fixture
def find(db: Database, gala: Gala) -> Find:
    def tied(place: str = "", provider: str = "", code: str = "", number: str = "") -> Tied:
        return PlaceMatching(db, {}).tied(PlaceTold(place, provider, code, number))

    return tied


@pytest.mark.parametrize(
    "told",
    [
        ("Rosewood House",),
        ("ROSEWOOD  house",),
        ("Rosewood House, Ashfield",),
        ("Rosewood House, 12 High Street, Kirkby",),
        ("Rosewood House, NG17 1AA",),
        ("Rosewood House (Ashfield)",),
        ("Rosewood House", "Rosewood Example Homes Ltd"),
        ("The Rosey",),
        ("Old Vicarage", "", "ng171aa"),
        ("Rosewod House", "", "NG17 1AA"),
        ("somewhere", "", "", "1-200000001"),
    ],
)
def test_a_home_is_sure_where_nothing_speaks_against_it(
    find: Find, gala: Gala, told: tuple[str, ...]
) -> None:
    found = find(*told)
    assert (found.service_id, found.provider_id, found.is_asked) == (gala.house, gala.rosewood, False)
    assert found.words == "Rosewood House"


@pytest.mark.parametrize(
    "told",
    [
        ("Rosewod House",),
        ("Rosewood House, Mansfield",),
        ("Rosewood House", "Hazel Example Care"),
        ("Rosewood House", "", "NG4 2BB"),
        ("Rosewood",),
        ("The blue house", "", "NG17 1AA"),
        ("The blue house", "Rosewood Example Homes"),
    ],
)
def test_what_is_near_or_contradicts_itself_is_asked(find: Find, gala: Gala, told: tuple[str, ...]) -> None:
    found = find(*told)
    assert (found.service_id, found.provider_id, found.is_asked) == (None, None, True)
    assert gala.house in [one.service_id for one in found.match.candidates]
    assert found.words.startswith("Like ")


def test_nobody_and_nothing(find: Find) -> None:
    assert (find("Nowhere Towers").words, find("Nowhere Towers").is_asked) == ("Not in the register", False)
    assert (find().words, find().is_asked) == ("", False)


def test_a_provider_is_tied_and_its_only_service_with_it(find: Find, gala: Gala) -> None:
    many, one = find("", "Rosewood Example Homes"), find("", "Hazel Example Care")
    assert (many.service_id, many.provider_id) == (None, gala.rosewood)
    assert (one.service_id, one.provider_id) == (gala.hazel_care, gala.hazel)
    assert find("Hazel Example Care").service_id == gala.hazel_care


def test_two_homes_of_one_name_are_parted_by_what_else_is_told(db: Database, find: Find, gala: Gala) -> None:
    kind = ServiceKind.RESIDENTIAL_HOME
    other = add_service(
        db, gala.hazel, name="Rosewood House", kind=kind, district="Mansfield", postcode="NG18 3DD"
    )
    assert find("Rosewood House").is_asked
    assert find("Rosewood House, Mansfield").service_id == other.id
    assert find("Rosewood House", "", "NG18 3DD").service_id == other.id
    assert find("Rosewood House", "Hazel Example Care").service_id == other.id
    assert find("Rosewood House, Ashfield").service_id == gala.house


def test_what_a_person_said_stands(db: Database, gala: Gala) -> None:
    told = PlaceTold("The blue house", "", "NG17 1AA")
    said = PlaceMatching(db, {told.key: PlaceDecision(gala.rosewood, gala.lodge)}).tied(told)
    assert (said.service_id, said.is_asked) == (gala.lodge, False)
    nobody = PlaceMatching(db, {told.key: PlaceDecision()}).tied(told)
    assert (nobody.service_id, nobody.is_asked, nobody.words) == (None, False, "Not in the register")


def test_the_words_of_a_place_say_nothing_twice() -> None:
    assert (
        PlaceTold("Rosewood House, NG17 1AA", "Rosewood House", "NG17 1AA").words
        == "Rosewood House, NG17 1AA"
    )
    assert PlaceTold("Rosewood", "Example Homes").key == "rosewood example homes"


def test_people_are_contacts_by_their_address_or_their_name_there(db: Database, gala: Gala) -> None:
    role = ContactRole.REGISTERED_MANAGER
    ada = add_contact(db, gala.rosewood, name="Ada Example", role=role, email="ada@example.org")
    add_contact(db, gala.hazel, name="Ben Specimen", role=role)
    people = People(db)
    assert people.found("", "ADA@example.org", None) == (ada.id, gala.rosewood)
    assert people.found("Example, Ada", "", gala.rosewood) == (ada.id, gala.rosewood)
    assert people.found("Ada Example", "", gala.hazel) is None
    assert people.found("Wren Specimen", "ada@example.org", None) is None  # the address of a whole office
    assert people.found("Ben Specimen", "", None) is None
    add_contact(db, gala.rosewood, name="ada example", role=role)
    assert People(db).found("Ada Example", "", gala.rosewood) is None


def test_names_are_compared_without_titles_and_order() -> None:
    assert same_person_key("Mrs Ada Example") == same_person_key("EXAMPLE, Ada")
    assert same_person_key("Ada Example", ("Addie Example",)) == {"ada example", "addie example"}


@pytest.fixture
def manors(gala: Gala) -> tuple[str, str]:
    """Two homes of one town's name, of two providers."""
    manor = add_service(gala.db, gala.hazel, name="Velvetridge Manor", kind=ServiceKind.RESIDENTIAL_HOME).id
    home = add_service(
        gala.db, gala.rosewood, name="Velvetridge Residential Home", kind=ServiceKind.RESIDENTIAL_HOME
    ).id
    return manor, home


@pytest.mark.parametrize("place", ["Velvetridge", "Velvetridge, Mansfield", ""])
@pytest.mark.parametrize(
    "nominee", ["Velvetridge Manor", "The kitchen team at Velvetridge Manor", "Velvetridge Manor Care Home"]
)
def test_the_name_of_a_service_decides_before_the_place_told(
    db: Database, manors: tuple[str, str], nominee: str, place: str
) -> None:
    matching = PlaceMatching(db, {})
    assert matching.tied(matching.with_nominee(PlaceTold(place), nominee)).service_id == manors[0]


def test_a_place_that_is_sure_stands_for_a_team_and_is_asked_for_a_service(
    db: Database, gala: Gala, manors: tuple[str, str]
) -> None:
    matching = PlaceMatching(db, {})
    told = PlaceTold("Rosewood House")
    team = matching.tied(matching.with_nominee(told, "Velvetridge Manor link team"))
    assert team.service_id == gala.house
    both = matching.tied(matching.with_nominee(told, "Velvetridge Manor"))
    assert both.is_asked and both.likeliest is None
    assert both.told.asked_words == "Velvetridge Manor: Rosewood House"
    assert {one.service_id for one in both.match.candidates} == {gala.house, manors[0]}
    nobody = matching.with_nominee(told, "The night team")
    assert nobody == told


def test_of_two_equally_like_none_is_the_likeliest(db: Database, gala: Gala) -> None:
    for name in ("Thimblestile Lodge", "Thimblestile Grange"):
        add_service(db, gala.hazel, name=name, kind=ServiceKind.RESIDENTIAL_HOME)
    matching = PlaceMatching(db, {})
    tied = matching.tied(PlaceTold("Thimblestile"))
    assert tied.is_asked and tied.likeliest is None and len(tied.match.candidates) == 2
    assert matching.tied(PlaceTold("Rosewod House")).likeliest is not None


def test_what_was_decided_of_the_place_holds_for_a_service_that_names_itself(
    db: Database, gala: Gala, manors: tuple[str, str]
) -> None:
    told = PlaceTold("Velvetridge", nominee="Velvetridge Mnor")
    for key in (told.key, "velvetridge"):
        said = PlaceMatching(db, {key: PlaceDecision(gala.rosewood, manors[1])}).tied(told)
        assert said.service_id == manors[1]
