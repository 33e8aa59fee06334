"""Lists go by reference; names stand only where they are asked for, and what has names is marked so."""

from datetime import UTC, date, datetime

import pytest

from resources.database import Database
from workforce.iwork.exempt import EXEMPTION, IDENTITY
from workforce.iwork.people import tables
from workforce.iwork.people.consents import consents_of, give_consents, withdraw_consent
from workforce.iwork.people.people import Person, add_person, close_person
from workforce.iwork.people.purge import ask_purge
from workforce.iwork.people.reviews import record_review
from workforce.iwork.people.subject_access import request_access
from workforce.iwork.vocabulary import ClosedReason, ConsentScope

TODAY = date(2026, 11, 23)
MATCHING = ConsentScope.MATCHING


@pytest.fixture
def ada(vault: Database) -> Person:
    return add_person(vault, "Ada", date(2026, 5, 23), today=TODAY, family_name="Example", postcode="NG2 7QP",
                      coach="Casey Sample", autism=True, referred_by="A college", phone="01632 960001")  # fmt: skip


def test_people_are_listed_by_reference(vault: Database, ada: Person) -> None:
    wren = add_person(vault, "Wren", TODAY, today=TODAY)
    close_person(vault, wren.id, ClosedReason.MOVED, on=TODAY, today=TODAY)
    [row] = tables.people_table(vault, today=TODAY).rows
    assert row[:2] == ("IW-001", "A.E.") and "Rushcliffe" in row
    both = tables.people_table(vault, today=TODAY, closed=True)
    assert [line[0] for line in both.rows] == ["IW-001", "IW-002"] and both.exempt == IDENTITY
    assert len(tables.people_table(vault, today=TODAY, text="example").rows) == 1
    names = tables.names_table(vault, today=TODAY)
    assert names.rows[0][:2] == ("IW-001", "Ada Example") and names.exempt == EXEMPTION


def test_one_is_told_without_a_name_unless_it_is_asked_for(vault: Database, ada: Person) -> None:
    told = tables.person_table(vault, ada.id, today=TODAY)
    assert told.title == "IW-001 A.E." and told.exempt == IDENTITY
    assert "Ada" not in repr(told) and "960001" not in repr(told)
    facts = {str(fact): what for fact, what in told.rows}
    assert facts["Referred"] == "23 May 2026, by A college" and facts["Has"] == "Autism"
    named = {
        str(fact): what for fact, what in tables.person_table(vault, ada.id, today=TODAY, named=True).rows
    }
    assert (named["Name"], named["Telephone"]) == ("Ada Example", "01632 960001")


def test_consents_are_told_in_words(vault: Database, ada: Person) -> None:
    def words() -> str:
        return tables.consent_words(consents_of(vault, ada.id), MATCHING, TODAY)

    assert words() == "Not asked"
    give_consents(vault, ada.id, [MATCHING], date(2026, 6, 1), today=TODAY, until_on=date(2026, 7, 1))
    assert words() == "Ran out 1 Jul 2026"
    give_consents(vault, ada.id, [MATCHING], date(2026, 9, 1), today=TODAY, until_on=date(2027, 9, 1))
    assert words() == "Given 1 Sep 2026, until 1 Sep 2027"
    withdraw_consent(vault, ada.id, MATCHING, on=TODAY, today=TODAY)
    assert words() == "Withdrawn 23 Nov 2026"
    assert len(tables.consents_table(vault, ada.id).rows) == 2


def test_what_waits_comes_soonest_first(vault: Database, ada: Person) -> None:
    request_access(vault, ada.id, TODAY, today=TODAY, asked_by="Their sister")
    wren = add_person(vault, "Wren", TODAY, today=TODAY)
    ask_purge(vault, wren.id, "They asked", by="Test", now=datetime(2026, 11, 22, 9, tzinfo=UTC))
    assert [row[1:] for row in tables.due_table(vault, today=TODAY).rows] == [
        ("IW-002 W.", "Delete for good, or keep after all"),
        ("IW-001 A.E.", "Look at the record again"),
        ("IW-001 A.E.", "Give them everything that is held"),
    ]
    record_review(vault, ada.id, on=TODAY, today=TODAY)
    assert len(tables.due_table(vault, today=TODAY).rows) == 2
    assert (
        len(tables.reviews_table(vault, ada.id).rows) == len(tables.requests_table(vault, ada.id).rows) == 1
    )
