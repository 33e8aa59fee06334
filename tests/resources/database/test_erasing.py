"""What is erased is gone from tables, history and listings; all else stays."""

from datetime import UTC, datetime

import pytest

from resources.database import Database, change, history
from resources.database.erasing import erasing, hanging_on, leave_nothing_behind
from resources.database.history import logical_dump

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def two(vault: Database) -> Database:
    """Two people with a placement each, one of which has steps; a step was taken out again."""
    for key, number in (("ada", 1), ("wren", 2)):
        with change(vault, f"Added {key}"):
            vault.insert_row("person", {"id": key, "number": number, "given_name": key, "why_held": "Work",
                                        "referred_on": "2026-09-01", "review_on": "2027-03-01",
                                        "delete_by": "2029-03-01"})  # fmt: skip
            vault.insert_row("placement", {"id": f"p-{key}", "person_id": key, "stage": "referred",
                                           "began_on": "2026-09-01"})  # fmt: skip
    for key in ("s1", "s2"):
        with change(vault, "Moved"):
            vault.insert_row("placement_step", {"id": key, "placement_id": "p-ada", "done_on": "2026-09-02",
                                                "by": "Test", "to_stage": "engaged"})  # fmt: skip
    with change(vault, "Took a step out"):
        vault.delete_row("placement_step", "s2")
    return vault


def test_what_hangs_on_a_row_is_found_however_deep_and_however_long_ago(two: Database) -> None:
    found = hanging_on(two, "person", "ada")
    assert found.live == {"person": ["ada"], "placement": ["p-ada"], "placement_step": ["s1"]}
    assert found.ever == {"person": ["ada"], "placement": ["p-ada"], "placement_step": ["s1", "s2"]}


def test_all_of_it_goes_and_nothing_else(two: Database) -> None:
    told: list[str] = []
    two.on_change.append(lambda made: told.append(made.action))
    with erasing(two, hanging_on(two, "person", "ada"), "Deleted", now=NOW, unsaid=r"\bada\b"):
        pass
    leave_nothing_behind(two)
    assert [key for (key,) in two.rows("select id from person")] == ["wren"]
    assert two.rows("select distinct row_id from history_row order by 1") == [("p-wren",), ("wren",)]
    assert [entry.action for entry in history.entries(two)] == ["Deleted", "Added wren"]
    assert told == ["Deleted"] and two.rows("pragma foreign_key_check") == []
    assert two.value("select count(*) from listing_person") == 1


def test_what_came_before_cannot_be_undone(two: Database) -> None:
    with erasing(two, hanging_on(two, "person", "ada"), "Deleted", now=NOW):
        pass
    assert history.next_undo(two) is None and history.next_redo(two) is None
    with change(two, "Noted"):
        two.update_row("person", "wren", {"note": "x"})
    assert history.undo(two) is not None and history.undo(two) is None


def test_it_is_whole_or_not_at_all(two: Database) -> None:
    before = list(logical_dump(two))
    with pytest.raises(LookupError), erasing(two, hanging_on(two, "person", "ada"), "Deleted", now=NOW):
        raise LookupError("cut off")
    assert list(logical_dump(two)) == before and two.open_change is None
    with change(two, "Noted"):
        two.update_row("person", "wren", {"note": "x"})


def test_it_is_no_part_of_a_change(two: Database) -> None:
    nothing = hanging_on(two, "person", "nobody")
    with pytest.raises(RuntimeError), change(two, "Noted"), erasing(two, nothing, "Deleted", now=NOW):
        pass
