"""Whether a text names somebody."""

import pytest

from engagement.register.contacts import add_contact
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.workforce.survey.written import Written
from workforce.survey.coding.naming import given_name_terms, given_names, names_in, register_terms


@pytest.fixture
def kept(db: Database) -> Written:
    made = Written(db)
    provider, service = made.home("Quillmere House")
    add_contact(db, provider, service_id=service, name="Marigold Fenwick")
    add_service(
        db,
        provider,
        name="Tansley Annexe",
        kind=ServiceKind.NURSING_HOME,
        registered_manager="Example, Barnaby",
    )
    return made


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("At Quillmere House we pay more", "Quillmere House"),
        ("at quillmere house we pay more", "Quillmere House"),
        ("Ask Quillmere’s manager", "Quillmere House"),
        ("Marigold Fenwick makes the difference", "Marigold Fenwick"),
        ("Our thanks to Mrs Fenwick", "somebody by title and name"),
        ("It is all thanks to Marigold.", "Marigold"),
        ("the manager fenwick left", "Marigold Fenwick"),
        ("quill mere pays more", "Quillmere House"),
        ("Barnaby Example knows", "Example, Barnaby"),
        ("Mr Smith of the agency", "somebody by title and name"),
        ("Ring 0115 977 3201 for more", "a telephone number"),
        ("ring +44 7700 900123", "a telephone number"),
        ("jobs@home.example.org", "an e-mail address"),
        ("See www.carejobs.example", "a web address"),
        ("We are at NG17 0DJ", "a postcode"),
    ],
)
def test_names_and_ways_to_reach_somebody_are_found(kept: Written, text: str, whom: str) -> None:
    assert whom in names_in(kept.db, ["Better pay.", text])[text]


@pytest.mark.parametrize(
    "text",
    [
        "Better pay and shorter hours.",
        "Good home care needs 12 people and £20,000 a year",
        "Since 2019 we lost 30 of 120 staff, in 2 years",
        "Nobody in Nottinghamshire wants to travel to Ashfield",
        "A house is not a home",
    ],
)
def test_other_words_name_nobody(kept: Written, text: str) -> None:
    assert names_in(kept.db, [text]) == {text: ()}


def test_what_writers_gave_as_their_own_name_counts_too(kept: Written) -> None:
    text = "We at Nettlebank Lodge train everybody"
    assert names_in(kept.db, [text])[text] == ()
    assert names_in(kept.db, [text], also=["Nettlebank Lodge"])[text] == ("Nettlebank Lodge",)
    assert names_in(kept.db, []) == {}


def test_every_name_of_the_register_is_looked_for(kept: Written) -> None:
    names = {one.text for one in register_terms(kept.db)}
    assert {
        "Quillmere House Limited",
        "Tansley Annexe",
        "Marigold Fenwick",
        "Fenwick",
        "Example, Barnaby",
    } <= names


def test_names_given_with_answers_stop_documents_where_they_tell_somebody(db: Database) -> None:
    written = Written(db)
    assert given_name_terms(db) == []
    written.home("Quillmere House")
    wave = written.wave()
    for name in ("Nettlebank Lodge", "quillmere house ", "The Home", "Mansfield Care", "Tansyfield", " "):
        written.answer(wave.id, said_name=name)
    assert given_names(db) == ["Mansfield Care", "Nettlebank Lodge", "Tansyfield", "The Home"]
    assert [term.text for term in given_name_terms(db)] == ["Nettlebank Lodge", "Tansyfield"]
    for number in range(3):
        written.home(f"Tansyfield {number}")
    assert [term.text for term in given_name_terms(db)] == ["Nettlebank Lodge"]
