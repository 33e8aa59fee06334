"""How people and posts are referred to where a name is not wanted."""

from resources.database import Database, change
from workforce.iwork.references import (
    initials,
    person_reference,
    post_reference,
    sql_initials,
    sql_person_reference,
    sql_post_reference,
)


def test_references_have_three_figures_or_more() -> None:
    assert [person_reference(14), person_reference(1204), post_reference(7)] == ["IW-014", "IW-1204", "P-007"]


def test_initials_tell_two_letters_at_most() -> None:
    assert initials("Ada Mary", "Example-Specimen") == "A.E."
    assert initials("Ada", "") == "A."


def test_sql_says_the_same(vault: Database) -> None:
    with change(vault, "Kept"):
        vault.insert_row("person", {"id": "p", "number": 14, "given_name": "ada Mary", "referred_on": "2026-09-01",
                                    "why_held": "Work", "review_on": "2027-03-01",
 "delete_by": "2028-09-01"})  # fmt: skip
        vault.insert_row("employer", {"id": "e", "name": "Rosewood House", "stage": "interest",
                                      "interest_from": "forum", "interest_on": "2026-09-01"})  # fmt: skip
        vault.insert_row(
            "post", {"id": "j", "number": 7, "employer_id": "e", "title": "Lunch", "status": "open"}
        )
    assert vault.value(f"select {sql_person_reference()} from person") == person_reference(14)
    assert vault.value(f"select {sql_initials()} from person") == initials("ada Mary", "") == "A."
    with change(vault, "Named whole"):
        vault.update_row("person", "p", {"family_name": "Example-Specimen"})
    assert (
        vault.value(f"select {sql_initials()} from person")
        == initials("ada Mary", "Example-Specimen")
        == "A.E."
    )
    assert vault.value(f"select {sql_post_reference()} from post") == post_reference(7)
