"""Whom a text names by a word of a name."""

import pytest

from engagement.register.contacts import add_contact
from resources.database import Database
from tests.workforce.survey.written import Written
from workforce.survey.coding.naming_by_words import NameWords


@pytest.fixture
def kept(db: Database) -> Written:
    made = Written(db)
    provider, service = made.home("Quillmere House")
    made.home("Blue Fen")
    made.home("Tansyford")
    add_contact(db, provider, service_id=service, name="Marigold Fenwick")
    add_contact(db, provider, service_id=service, name="Rose Price")
    return made


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("ask the manager fenwick", "fenwick", "Marigold Fenwick"),
        ("the quillmere people took them", "quillmere", "Quillmere House"),
        ("quill mere care pays more", "quill mere", "Quillmere House"),
        ("At Tansy Ford they pay more", "Tansy Ford", "Tansyford"),
        ("bluefen pays more", "bluefen", "Blue Fen"),
        ("marigold’s team", "marigold's", "Marigold Fenwick"),
    ],
)
def test_a_word_of_a_name_tells_in_small_letters_and_divided(
    kept: Written, text: str, written: str, name: str
) -> None:
    found = [(one.written, one.name) for one in NameWords(kept.db).named_in(text)]
    assert found and {(one, whose.removesuffix(" Limited")) for one, whose in found} == {(written, name)}


@pytest.mark.parametrize(
    "text",
    ["A pay rose is the price of it", "The house has care homes of blue doors", "We quilt a mere ford"],
)
def test_ordinary_words_tell_nobody(kept: Written, text: str) -> None:
    assert list(NameWords(kept.db).named_in(text)) == []


def test_a_word_of_many_providers_tells_nobody_and_one_that_is_excepted_neither(kept: Written) -> None:
    kept.home("Quillmere Lodge")
    assert list(NameWords(kept.db).named_in("at quillmere")) == []
    assert list(NameWords(kept.db, ordinary=["fenwick"]).named_in("fenwick")) == []
    assert [one.name for one in NameWords(kept.db, ["Nettlebank"]).named_in("at nettlebank")] == [
        "Nettlebank"
    ]
