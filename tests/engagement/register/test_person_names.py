"""The ways of writing a name that a paper is searched for, and the names that somebody bore before."""

import csv
import io
from datetime import UTC, datetime

import pytest

from engagement.register import contacts
from engagement.register.duplicates import MergeRules
from engagement.register.duplicates.merging import merge_contacts
from engagement.register.person_names import (
    close_person_terms,
    contacts_ever_of,
    names_ever,
    person_terms,
    spoken_name,
)
from engagement.register.providers import add_provider
from resources.database import Database, history
from resources.report.leak_gate import search

NOW = datetime(2019, 12, 10, 9, tzinfo=UTC)


def found(text: str, name: str, *, close: bool = True) -> bool:
    said = io.StringIO()
    csv.writer(said).writerow((text,))
    terms = (close_person_terms if close else person_terms)([name], "name of somebody")
    return bool(search(said.getvalue().encode(), terms))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Khan, Amina said so", "Amina Khan"),
        ("Amina Khan said so", "Khan, Amina"),
        ("Li Wei said so", "Wei Li"),
        ("Ian Smith said so", "Dr Ian Smith"),
        ("Smith, Ian", "Dr. Ian Smith (deputy)"),
    ],
)
def test_every_document_is_searched_for_full_names_in_either_order(text: str, name: str) -> None:
    assert found(text, name, close=False)
    assert found(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A. Khan said so", "Amina Khan"),
        ("A Khan", "Amina Khan"),
        ("Mrs Khan said so", "Amina Khan"),
        ("as Mr. van Beethoven said", "Ludwig van Beethoven"),
        ("Mary Jones said so", "Mary Ann Jones"),
        ("M. A. Jones said so", "Mary Ann Jones"),
        ("We thank Ms Brown", "Mary Brown"),
        ("Cher said so", "Cher"),
        ("Dr Smith came", "Ian Smith"),
    ],
)
def test_a_paper_of_the_event_itself_is_searched_for_shorter_ways_too(text: str, name: str) -> None:
    assert found(text, name)
    assert not found(text, name, close=False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NHS Trust", "Tom Rust"),
        ("A good start, and a day well spent", "Ann Good"),
        ("A Good start", "Ann Good"),
        ("Nobody should miss day care", "Mary Day"),
        ("Manager", "Manager"),
        ("Sherwood Forest", "Sherwood"),
        ("we cherish it", "Cher"),
        ("the khan of all", "Amina Khan"),
    ],
)
def test_other_words_are_no_names(text: str, name: str) -> None:
    assert not found(text, name)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Example, Ada", "Ada Example"),
        ("van Example, Ada May", "Ada May van Example"),
        ("Ada Example", "Ada Example"),
        ("Ada Example, RGN", "Ada Example, RGN"),
        ("Dr Ada Example", "Dr Ada Example"),
        ("Example,", "Example,"),
        ("Night team, The Elms, Upper Floor, Left", "Night team, The Elms, Upper Floor, Left"),
    ],
)
def test_a_name_is_spoken_with_the_first_name_first(written: str, spoken: str) -> None:
    assert spoken_name(written) == spoken


def test_a_single_word_is_no_full_name() -> None:
    terms = person_terms(["Ada Example", "Reception", " Desk ", "Ben\u00a0Lund"], "somebody")
    assert [(term.text, term.what) for term in terms] == [
        ("Ada Example", "somebody"),
        ("Ben\u00a0Lund", "somebody"),
    ]


def test_names_of_earlier_days_and_of_records_merged_since_are_kept(db: Database) -> None:
    provider = add_provider(db, name="Example Care Ltd").id
    kept = contacts.add_contact(db, provider, name="Ada Example").id
    gone = contacts.add_contact(db, provider, name="Ada Sample").id
    contacts.edit_contact(db, kept, name="Ada Brown")
    assert names_ever(db, [kept]) == {kept: ["Ada Brown", "Ada Example"]}
    merge_contacts(db, kept, gone, rules=MergeRules(), now=NOW)
    assert names_ever(db, [gone]) == {gone: ["Ada Sample"]}
    assert {*contacts_ever_of(db, [provider])[provider]} == {kept, gone}
    history.undo(db)
    history.undo(db)
    assert names_ever(db, [kept]) == {kept: ["Ada Example"]}
