"""Somebody who is referred has a record and a placement, by one change."""

from datetime import date

from resources.database import Database, history
from tests.workforce.iwork.placements.world import TODAY
from workforce.iwork.people.people import close_person, people, reopen_person
from workforce.iwork.placements.moving import search_of
from workforce.iwork.placements.placements import placements
from workforce.iwork.placements.referring import refer_person
from workforce.iwork.vocabulary import ClosedReason, Stage


def test_record_and_placement_begin_together_and_are_undone_together(vault: Database) -> None:
    made = refer_person(vault, "Ada", date(2026, 11, 2), today=TODAY, family_name="Example")
    held = search_of(vault, made.id)
    assert held is not None and (held.stage, held.began_on) == (Stage.REFERRED, date(2026, 11, 2))
    undone = history.undo(vault)
    assert undone is not None and "Added IW-001" in undone.action
    assert people(vault, closed=True) == placements(vault, over=True) == []


def test_while_a_record_is_closed_its_search_is_not_shown(vault: Database) -> None:
    made = refer_person(vault, "Ada", date(2026, 11, 2), today=TODAY)
    close_person(vault, made.id, ClosedReason.MOVED, on=TODAY, today=TODAY)
    assert placements(vault) == []
    assert vault.value("select count(*) from listing_placement") == 0
    reopen_person(vault, made.id, today=TODAY)
    assert len(placements(vault)) == 1
    assert vault.value("select count(*) from listing_placement") == 1
