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


NAMES = (
    "Short Breaks Service", "Alpha Care Management Services Limited", "Access 2 Care Ltd", "Proud to Care Ltd",
    "Silver Healthcare", "Hope House", "Freedom Support Ltd", "Golden Years Care", "Progress Care", "Sunrise",
    "Lifelong Learning Ltd", "Wyvernholt Care Ltd", "Comfort Call", "Choice Support", "Rose Cottage",
    "Recruitment Lodge", "Turnover Care", "Passion for Care", "Rainbow House", "Professional Carers Ltd",
)  # fmt: skip


@pytest.fixture
def of_ordinary_words(db: Database) -> Database:
    made = Written(db)
    for name in NAMES:
        provider, service = made.home(name)
    add_contact(db, provider, service_id=service, name="Araminta Vosper")
    return db


@pytest.mark.parametrize(
    "text",
    [
        "Food and breaks on shift",
        "Short breaks between shifts",
        "Better management",
        "Market management",
        "Access to training and a car",
        "Staff are proud of their work",
        "We hope for better pay and freedom to choose shifts",
        "A silver lining, and golden years ahead",
        "There is no progress after induction",
        "Shifts from sunrise to sunset",
        "A passion for care and lifelong learning",
        "A choice of shifts is a comfort",
        "Recruitment, retention and turnover",
        "Treat carers as professional people",
        "After the rainbow, low pay",
    ],
)
def test_ordinary_sentences_pass_beside_names_of_such_words(of_ordinary_words: Database, text: str) -> None:
    assert list(NameWords(of_ordinary_words).named_in(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "the manager vosper",
        "vospers team",
        "aramintas rota",
        "wyvern holt care",
        "wyvernholts pay",
        "rose cottage poached two",
    ],
)
def test_rare_words_are_caught_with_an_s_too(of_ordinary_words: Database, text: str) -> None:
    assert list(NameWords(of_ordinary_words).named_in(text))
