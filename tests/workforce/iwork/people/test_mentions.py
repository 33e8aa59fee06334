"""A name in words about others is found; a person’s own rows are not mentions."""

import json
import unicodedata
from datetime import date

import pytest

from resources.database import Database, change
from workforce.iwork.people.mentions import Mention, NameIn, drafts_about, folded, kept_in_history, mentions
from workforce.iwork.people.people import add_person, edit_person

TODAY = date(2026, 11, 23)


def test_a_name_in_words_about_others_is_found(vault: Database) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example", note="Ada Example likes cake")
    assert mentions(vault, one) == []
    with change(vault, "Added an employer"):
        vault.insert_row("employer", {"id": "e", "name": "Rosewood House", "stage": "interest",
                                      "interest_from": "forum", "interest_on": "2026-09-01",
                                      "note": "ADA EXAMPLE came along"})  # fmt: skip
    assert mentions(vault, one) == [Mention("Employer", "Note", "ADA EXAMPLE came along")]


def test_what_was_being_typed_about_somebody_is_found(vault: Database) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example")
    with change(vault, "Kept what was typed"):
        for key, about, fields in (
            ("d1", one.id, "{}"),
            ("d2", "", '{"note": "Ada rang"}'),
            ("d3", "", "{}"),
            ("d4", "", '{"note": "Adapt the canada goose sign"}'),
            ("d5", "", '{"note": "ada rang"}'),
        ):
            vault.insert_row("history_draft", {"id": key, "kept_at": "2026-11-23T09:30:00+00:00", "title": "Note",
                                       "about": about, "fields": fields})  # fmt: skip
    assert [key for key, _ in drafts_about(vault, one)] == ["d1", "d2", "d5"]


NAMED = ("Élodie", "ÖZGÜR-CANARY", "Zizi")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (NAMED, "Friend of élodie özgür-canary."),
        (NAMED, unicodedata.normalize("NFD", "Friend of Élodie Özgür-Canary.")),
        (NAMED, "Özgür-Canary, Élodie came"),
        (NAMED, "with Élodie\n  Özgür Canary’s sister"),
        (NAMED, "ZIZI said so"),
        (NAMED, "elodie ozgur-canary"),
        (("Onlyone", "", ""), "onlyone rang"),
        (('Quoti"e', "Back\\canary", ""), 'and Quoti"e Back\\canary.'),
        (("Straße", "Groß-Kanarie", ""), "STRASSE GROSS-KANARIE"),
        (("Sean", "O’Specimen", ""), "Sean O'Specimen"),
    ],
)
def test_a_name_is_found_however_it_is_written(
    vault: Database, name: tuple[str, str, str], words: str
) -> None:
    given, family, known = name
    one = add_person(vault, given, TODAY, today=TODAY, family_name=family, known_as=known)
    other = add_person(vault, "Wren", TODAY, today=TODAY, note=words, supporter="Nobody else")
    assert mentions(vault, one) == [Mention("Person", "Note", words)]
    edit_person(vault, other.id, today=TODAY, note="")
    assert mentions(vault, one) == []
    (key,) = kept_in_history(vault, one)
    assert json.loads(vault.value("select before from history_row where id = ?", (key,)))["note"] == words


@pytest.mark.parametrize(
    "words", ["Elodie alone", "Zizikins", "özgür-canaryson, élodie", "Canary", "Élodiea Özgür-Canary"]
)
def test_what_is_no_whole_name_is_not_found(vault: Database, words: str) -> None:
    one = add_person(vault, NAMED[0], TODAY, today=TODAY, family_name=NAMED[1], known_as=NAMED[2])
    assert not NameIn.of(one).words(words)


def test_anothers_own_name_is_no_mention(vault: Database) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY)
    other = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Specimen", known_as="Ada")
    edit_person(vault, other.id, today=TODAY, known_as="")
    assert mentions(vault, one) == [] == kept_in_history(vault, one)


def test_a_name_does_not_reach_from_one_field_into_the_next(vault: Database) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example")
    assert not NameIn.of(one).row("person", {"supporter": "Ada", "note": "Example"})
    assert NameIn.of(one).row("person", {"supporter": "Ada Example", "given_name": "Wren"})


def test_drafts_are_read_as_they_were_typed(vault: Database) -> None:
    one = add_person(vault, "Zoë", TODAY, today=TODAY, family_name='Quo"te', known_as="Zizi")
    told = ({"note": "Rang\nZoë"}, {"note": ["a", 'QUO"TE']}, {"note": "zizi"}, {"note": "Wren", "many": 5})
    with change(vault, "Kept what was typed"):
        for at, fields in enumerate(told):
            vault.insert_row("history_draft", {"id": f"d{at}", "kept_at": "2026-11-23T09:30:00+00:00", "title": "Note",
                                       "about": "", "fields": json.dumps({"fields": fields})})  # fmt: skip
    assert [key for key, _ in drafts_about(vault, one)] == ["d0", "d1", "d2"]


def test_letters_are_folded_alike() -> None:
    assert folded("İstanbul") == folded("istanbul") and folded("\ufb01sh") == "fish"
