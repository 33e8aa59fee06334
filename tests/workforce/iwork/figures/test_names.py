"""Whom no public paper of i-Work may name."""

from datetime import date

from resources.database import Database
from resources.report.leak_gate import search
from workforce.iwork.figures.names import iwork_terms
from workforce.iwork.people.people import add_person, close_person, edit_person
from workforce.iwork.vocabulary import ClosedReason

TODAY = date(2026, 11, 23)


def test_names_earlier_names_references_and_those_beside_are_searched_for(vault: Database) -> None:
    made = add_person(
        vault, "Ada", TODAY, today=TODAY, family_name="Example", known_as="Addie", supporter="Robin Invented",
        coach="Kit Specimen",
    )  # fmt: skip
    edit_person(vault, made.id, today=TODAY, family_name="Sample-Jones")
    close_person(vault, made.id, ClosedReason.MOVED, on=TODAY, today=TODAY)
    terms = iwork_terms(vault)

    def found(text: str) -> bool:
        return bool(search(text.encode(), terms))

    for text in (
        "Ada Sample-Jones is in work", "Sample-Jones Ada", "Ada Example", "Addie Sample-Jones", "see iw-001.",
        "with Robin Invented", "her coach Kit Specimen", "Mrs Sample-Jones",
    ):  # fmt: skip
        assert found(text), text
    assert not found("56 people were on the register, 16 of them in work, an example of supported employment")
