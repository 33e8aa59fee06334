"""A name in words about others is found; a person’s own rows are not mentions."""

from datetime import date

from resources.database import Database, change
from workforce.iwork.people.mentions import Mention, drafts_about, mentions
from workforce.iwork.people.people import add_person

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
