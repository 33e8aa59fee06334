"""Who was nominated: their number, their names, where they work, what can be put right."""

from datetime import date

import pytest

from awards.nominations.entries import (
    edit_entry,
    entries,
    entry,
    is_entry,
    joined_names,
    kept_entry,
    listed_names,
    reference,
    reference_of,
    sql_reference,
)
from awards.nominations.grouping import group
from awards.vocabulary import Consent, EntryStatus, NomineeKind
from resources.database import Database
from resources.database.history import undo
from resources.problem import FieldProblem
from tests.awards.gala import NOW, Gala


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


def test_nominees_are_numbered_in_their_round_and_known_by_year_and_number(gala: Gala) -> None:
    ada, ben = gala.nominate("Ada Example"), gala.nominate("Ben Specimen", "Team")
    assert (ada.number, ben.number) == (1, 2)
    assert reference(gala.db, ben) == "2026-002" == reference_of(2026, 2)
    assert is_entry(gala.db, ada.id) and not is_entry(gala.db, "gone")
    with pytest.raises(LookupError):
        entry(gala.db, "gone")


def test_a_nominee_is_of_the_kind_that_the_category_honours_unless_another_is_given(gala: Gala) -> None:
    assert gala.nominate("Night Team", "Team").nominee_kind is NomineeKind.TEAM
    assert (
        gala.nominate("Ada", "Team", nominee_kind=NomineeKind.INDIVIDUAL).nominee_kind
        is NomineeKind.INDIVIDUAL
    )


def test_those_of_a_category_or_a_status_can_be_asked_for(gala: Gala) -> None:
    ada, ben = gala.nominate("Ada Example"), gala.nominate("Ben Specimen", "Team")
    gala.judging(ben.id)
    assert [one.id for one in entries(gala.db, gala.round_id)] == [ada.id, ben.id]
    assert [one.id for one in entries(gala.db, gala.round_id, category_id=ben.category_id)] == [ben.id]
    assert [one.id for one in entries(gala.db, gala.round_id, statuses=[EntryStatus.SUBMITTED])] == [ada.id]


def test_the_provider_of_a_service_comes_with_the_service(gala: Gala) -> None:
    ada = gala.nominate()
    assert (ada.service_id, ada.provider_id) == (gala.house, gala.rosewood)
    moved = edit_entry(gala.db, ada.id, service_id=gala.hazel_care)
    assert moved.provider_id == gala.hazel
    tied_to_provider = edit_entry(gala.db, ada.id, provider_id=gala.rosewood)
    assert (tied_to_provider.service_id, tied_to_provider.provider_id) == (None, gala.rosewood)
    with pytest.raises(FieldProblem, match="another provider’s"):
        edit_entry(gala.db, ada.id, service_id=gala.house, provider_id=gala.hazel)


def test_facts_are_put_right_in_one_change_that_can_be_undone(gala: Gala) -> None:
    ada = gala.nominate()
    after = edit_entry(
        gala.db, ada.id, also_known_as="Addie | Mrs E.\nAddie", publish_name=Consent.YES,
        publish_asked_on=date(2026, 9, 3), citation="For the bees.", email="ada@example.org",
    )  # fmt: skip
    assert after.other_names == ("Addie", "Mrs E.")
    assert (after.publish_name, after.publish_asked_on) == (Consent.YES, date(2026, 9, 3))
    undo(gala.db)
    assert entry(gala.db, ada.id) == ada


@pytest.mark.parametrize(
    ("facts", "field"), [({"nominee": "  "}, "nominee"), ({"email": "ada at home"}, "email")]
)
def test_nobody_without_a_name_and_no_address_that_is_none(
    gala: Gala, facts: dict[str, str], field: str
) -> None:
    ada = gala.nominate()
    with pytest.raises(FieldProblem) as refused:
        edit_entry(gala.db, ada.id, **facts)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert entry(gala.db, ada.id) == ada


def test_names_stand_one_after_another_each_once() -> None:
    assert listed_names(" Addie;; Mrs  E. ; Addie") == ("Addie", "Mrs E.")
    assert joined_names(["Addie", " ", "Mrs  E.", "Addie"]) == "Addie; Mrs E."


def test_who_was_grouped_leads_to_the_one_kept(gala: Gala) -> None:
    ada, twice = gala.nominate("Ada Example"), gala.nominate("Addie Example")
    group(gala.db, ada.id, [twice.id], now=NOW)
    assert kept_entry(gala.db, twice.id).id == ada.id == kept_entry(gala.db, ada.id).id


@pytest.mark.parametrize("number", [1, 14, 1234])
def test_the_reference_is_the_same_where_sql_puts_it_together(db: Database, number: int) -> None:
    made_in_sql = sql_reference(round_as="r", entry_as="e")
    made = db.value(
        f"select {made_in_sql} from (select 2026 as year) as r, (select ? as number) as e", (number,)
    )
    assert made == reference_of(2026, number)
