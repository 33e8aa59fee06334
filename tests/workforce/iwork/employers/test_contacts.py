"""What was done with an employer, and what it sets."""

from datetime import date, timedelta

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from workforce.iwork.employers.contacts import (
    add_contact,
    contacts_of,
    edit_contact,
    employer_contact,
    remove_contact,
)
from workforce.iwork.employers.employers import add_employer, employer
from workforce.iwork.employers.tables import contacts_table, employers_table
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.posts.posts import add_post
from workforce.iwork.posts.tables import posts_brief
from workforce.iwork.vocabulary import ContactKind, EmployerStage, PostStatus

TODAY = date(2026, 11, 23)


@pytest.fixture
def cafe(vault: Database) -> str:
    """An employer with a next step."""
    return add_employer(vault, today=TODAY, name="The Invented Café", next_step="Ring them").id


def test_a_contact_sets_the_next_step_and_the_stage(vault: Database, cafe: str) -> None:
    made = add_contact(
        vault, cafe, ContactKind.VISIT, done_on=TODAY, today=TODAY, words="Shown round", next_step="Carve a post",
        next_on=TODAY + timedelta(days=7), stage=EmployerStage.VISITED,
    )  # fmt: skip
    now = employer(vault, cafe)
    assert (now.next_step, now.next_on, now.stage) == (
        "Carve a post",
        TODAY + timedelta(days=7),
        EmployerStage.VISITED,
    )
    assert (made.by, made.words) == ("Test Coach", "Shown round")


def test_without_a_word_of_the_next_step_it_stays(vault: Database, cafe: str) -> None:
    add_contact(vault, cafe, ContactKind.CALL, done_on=TODAY, today=TODAY)
    assert employer(vault, cafe).next_step == "Ring them"
    add_contact(vault, cafe, ContactKind.CALL, done_on=TODAY, today=TODAY, next_step="")
    assert employer(vault, cafe).next_step == ""


def test_the_latest_contact_stands_first(vault: Database, cafe: str) -> None:
    older = add_contact(vault, cafe, ContactKind.CALL, done_on=TODAY - timedelta(days=9), today=TODAY)
    newer = add_contact(vault, cafe, ContactKind.VISIT, done_on=TODAY, today=TODAY)
    assert contacts_of(vault, cafe) == [newer, older]


def test_what_is_still_to_come_was_not_done(vault: Database, cafe: str) -> None:
    with pytest.raises(FieldProblem, match="is still to come"):
        add_contact(vault, cafe, ContactKind.VISIT, done_on=TODAY + timedelta(days=1), today=TODAY)
    with pytest.raises(FieldProblem, match="Next step: nothing is written"):
        add_contact(vault, cafe, ContactKind.VISIT, done_on=TODAY, today=TODAY, next_on=TODAY)
    assert contacts_of(vault, cafe) == []


def test_a_contact_is_put_right_or_removed(vault: Database, cafe: str) -> None:
    made = add_contact(vault, cafe, ContactKind.CALL, done_on=TODAY, today=TODAY)
    assert edit_contact(vault, made.id, today=TODAY, kind=ContactKind.EMAIL).kind is ContactKind.EMAIL
    with pytest.raises(FieldProblem, match="By: nothing is written"):
        edit_contact(vault, made.id, today=TODAY, by=" ")
    remove_contact(vault, made.id)
    with pytest.raises(LookupError):
        employer_contact(vault, made.id)


def test_the_tables(vault: Database, cafe: str) -> None:
    add_contact(vault, cafe, ContactKind.CALL, done_on=TODAY, today=TODAY)
    add_post(vault, cafe, "Washing up", today=TODAY, status=PostStatus.OPEN, places_least=2, places_most=3)
    table = employers_table(vault, [employer(vault, cafe)])
    assert table.exempt == IDENTITY
    row = dict(zip((one.name for one in table.columns), table.rows[0], strict=True))
    assert (row["posts"], row["places"], row["placed"], row["last_on"]) == (1, 3, 0, "2026-11-23")
    assert posts_brief(vault, cafe)[0].rows[0][:2] == ("P-001", "Washing up")
    assert contacts_table(vault, cafe)[0].rows[0][1] == "Telephone call"
