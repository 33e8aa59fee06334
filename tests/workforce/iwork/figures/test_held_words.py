"""What is written about people on the register."""

from datetime import date

from resources.database import Database
from workforce.iwork.figures.held_words import iwork_words
from workforce.iwork.people.people import add_person
from workforce.iwork.profile.profiles import edit_profile

TODAY = date(2026, 11, 23)


def test_notes_and_profiles_are_read_and_nothing_empty(vault: Database) -> None:
    assert iwork_words(vault) == []
    held = add_person(vault, "Gus", TODAY, today=TODAY, family_name="Example", note="Is afraid of dogs.")
    edit_profile(vault, held.id, strengths="Never late.", wishes="To work with books.")
    assert sorted(iwork_words(vault)) == ["Is afraid of dogs.", "Never late.", "To work with books."]
