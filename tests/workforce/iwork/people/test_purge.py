"""A record that is deleted is gone from every byte of the file, and stays gone."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from resources.database import Database, OpenFile, backups, change, history
from resources.problem import Problem
from tests.workforce.iwork.people.filled import Filled
from tests.workforce.iwork.people.kept_list import Kept
from workforce.iwork.people.consents import give_consents
from workforce.iwork.people.people import Person, add_person, edit_person, next_number, people, person
from workforce.iwork.people.purge import (
    apply_purged,
    ask_purge,
    purge,
    still_in_backups,
    take_back_purge,
    why_not_yet,
)
from workforce.iwork.people.reviews import record_review
from workforce.iwork.people.views import note_view
from workforce.iwork.vocabulary import ConsentScope

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TODAY, TOMORROW = date(2026, 11, 23), NOW + timedelta(days=1)


def canary(vault: Database, given: str = "Zebulon", family: str = "Quagmarsh") -> Person:
    """Somebody whose words stand in every kind of place."""
    one = add_person(
        vault, given, TODAY, today=TODAY, family_name=family, phone="01632 960777", note="Hums xylophonic tunes",
        supporter="Uncle Wuthering",
    )  # fmt: skip
    edit_person(vault, one.id, today=TODAY, note="Likes marzipanic cakes", email="zq@example.test")
    give_consents(vault, one.id, [ConsentScope.REGISTER], TODAY, today=TODAY, how="On a tangerinish form")
    record_review(vault, one.id, on=TODAY, today=TODAY, words="Looked at by lanternlight")
    note_view(vault, one.id, "Profile", now=NOW)
    with change(vault, f"Noted something of {one.reference}"):
        vault.insert_row("history_draft", {"id": "d", "kept_at": NOW.isoformat(), "title": "Note", "about": one.id,
                                   "fields": '{"note": "Grumbled pomegranately"}'})  # fmt: skip
        vault.insert_row("reminder", {"id": "r", "person_id": one.id, "kind": "other", "words": "Ring saxophonically",
                                      "due_on": "2026-12-01"})  # fmt: skip
    with change(vault, "Removed a reminder"):
        vault.delete_row("reminder", "r")
    return person(vault, one.id)


CANARIES = (
    "Zebulon", "Quagmarsh", "960777", "xylophonic", "marzipanic", "zq@example", "tangerinish", "lanternlight",
    "pomegranatel", "saxophonic", "Wuthering",
)  # fmt: skip


def found_in(folder: Path, words: Iterable[str]) -> list[str]:
    """Which words stand in the bytes of any file of a folder, whatever their capitals."""
    held = b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()).lower()
    return [word for word in words if word.lower().encode() in held]


def test_nothing_of_a_deleted_record_is_left_in_the_file(opened_vault: OpenFile, tmp_path: Path) -> None:
    vault, kept = opened_vault.db, Kept()
    one, other = canary(vault), add_person(vault, "Wren", TODAY, today=TODAY, family_name="Specimen")
    vault.execute("pragma wal_checkpoint(truncate)")
    assert found_in(tmp_path, CANARIES) == list(CANARIES)
    ask_purge(vault, one.id, "They asked for it", by="Test Coach", now=NOW)
    done = purge(vault, one.id, by="Test Coach", now=TOMORROW, purged_list=kept)
    assert found_in(tmp_path, (*CANARIES, one.id)) == []
    assert (done.number, done.rows) == (one.number, 3) and kept.entries == [f"{one.id} {one.number}"]
    assert [held.id for held in people(vault, closed=True)] == [other.id]
    assert vault.rows("pragma foreign_key_check") == []
    assert "cannot be brought back" in done.words


def test_no_table_is_forgotten(opened_vault: OpenFile, tmp_path: Path) -> None:
    vault = opened_vault.db
    made = Filled(vault)
    made.fill()
    told = {str(cell) for _, _, cell in made.cells if str(cell).endswith("~")}
    vault.execute("pragma wal_checkpoint(truncate)")
    assert len(told) > 40 and set(found_in(tmp_path, told)) == told
    with change(vault, "Asked again"):
        vault.update_row(
            "person", made.person_id, {"purge_asked_at": NOW.isoformat(), "purge_asked_by": "Another"}
        )
    purge(vault, made.person_id, by="Test Coach", now=NOW, purged_list=Kept())
    assert found_in(tmp_path, told) == []
    assert [table for table in made.about if vault.value(f'select count(*) from "{table}"')] == []
    assert vault.rows("pragma foreign_key_check") == []


def test_undo_brings_nobody_back_and_the_history_names_nobody(vault: Database) -> None:
    one = canary(vault)
    ask_purge(vault, one.id, "They asked for it", by="Somebody else", now=NOW)
    purge(vault, one.id, by="Test Coach", now=NOW, purged_list=Kept())
    assert history.undo(vault) is None and history.redo(vault) is None
    assert one.reference not in " ".join(entry.action for entry in history.entries(vault))
    assert vault.value("select count(*) from history_row where table_name <> 'purged'") == 0


def test_listings_and_their_words_forget_them(vault: Database) -> None:
    from resources.database import Query
    from workforce.iwork.listings import PEOPLE

    one = canary(vault)
    assert PEOPLE.count(vault, Query(text="quagm")).number == 1
    ask_purge(vault, one.id, "They asked for it", by="Somebody else", now=NOW)
    purge(vault, one.id, by="Test Coach", now=NOW, purged_list=Kept())
    assert PEOPLE.count(vault, Query()).number == 0
    assert vault.rows("select term from listing_person_fts_words") == []


def test_a_name_that_stood_in_words_about_others_is_forgotten_with_them(
    opened_vault: OpenFile, tmp_path: Path
) -> None:
    vault = opened_vault.db
    gone = [
        add_person(vault, "Élodie", TODAY, today=TODAY, family_name="Özgürcanary", known_as="Zizicanary"),
        add_person(vault, "Onlycanary", TODAY, today=TODAY),
        add_person(vault, 'Quoti"canary', TODAY, today=TODAY, family_name="Back\\canary"),
    ]
    other = add_person(vault, "Wren", TODAY, today=TODAY, family_name="Specimen")
    for note in (
        "With élodie ÖZGÜRCANARY", "Özgürcanary, Élodie", "Zizicanary said so", "ONLYCANARY too",
        'Quoti"canary Back\\canary', "Nobody else",
    ):  # fmt: skip
        edit_person(vault, other.id, today=TODAY, note=note)
    for one in gone:
        ask_purge(vault, one.id, "They asked for it", by="Somebody else", now=NOW)
        purge(vault, one.id, by="Test Coach", now=NOW, purged_list=Kept())
    assert found_in(tmp_path, ["canary", "özgür", "ÖZGÜR", "élodie", "Élodie"]) == []
    assert [one.note for one in people(vault)] == ["Nobody else"]


def test_it_takes_two_steps_and_two_people_or_two_days(vault: Database) -> None:
    one = canary(vault)
    with pytest.raises(Problem, match="Ask for it first"):
        purge(vault, one.id, by="Test Coach", now=TOMORROW, purged_list=Kept())
    asked = ask_purge(vault, one.id, "They asked for it", by="Test Coach", now=NOW)
    assert not asked.is_current and people(vault) == []
    with pytest.raises(Problem, match="from tomorrow"):
        purge(vault, one.id, by="Test Coach", now=NOW, purged_list=Kept())
    assert why_not_yet(asked, by="Another coach", today=TODAY) is None
    assert why_not_yet(asked, by="Test Coach", today=TOMORROW.date()) is None
    with pytest.raises(Problem, match="Take the deletion back first"):
        edit_person(vault, one.id, today=TODAY, note="Changed")
    assert take_back_purge(vault, one.id, purged_list=Kept()).is_current
    with pytest.raises(Problem, match="nothing to take back"):
        take_back_purge(vault, one.id, purged_list=Kept())


@pytest.mark.parametrize("by", ["test coach", " Test  Coach ", "TEST COACH", ""])
def test_a_name_written_otherwise_or_left_out_is_nobody_else(vault: Database, by: str) -> None:
    ada = add_person(vault, "Ada", TODAY, today=TODAY)
    asked = ask_purge(vault, ada.id, "They asked for it", by="Test Coach", now=NOW)
    assert why_not_yet(asked, by=by, today=TODAY) is not None
    assert why_not_yet(asked, by=by, today=TOMORROW.date()) is None


def test_a_reason_is_asked_for(vault: Database) -> None:
    one = canary(vault)
    with pytest.raises(Problem, match="Why it is deleted is empty"):
        ask_purge(vault, one.id, " ", by="Test Coach", now=NOW)


def test_a_restored_backup_is_purged_again(opened_vault: OpenFile, tmp_path: Path) -> None:
    vault, kept = opened_vault.db, Kept()
    one = canary(vault)
    made = backups.make(vault, opened_vault.path, reason="by hand", now=NOW, folder=tmp_path / "backups")
    ask_purge(vault, one.id, "They asked for it", by="Somebody else", now=NOW)
    purge(vault, one.id, by="Test Coach", now=NOW, purged_list=kept)
    restored = _copy_of(made.path, vault)
    assert restored.value("select count(*) from person") == 1
    assert apply_purged(restored, kept.entries, now=TOMORROW) == 1
    assert restored.value("select count(*) from person") == 0
    assert apply_purged(restored, kept.entries, now=TOMORROW) == 0
    assert next_number(restored) == one.number + 1


def _copy_of(path: Path, like: Database) -> Database:
    from resources.database.engine import connect

    return Database(connect(str(path)), who="Test Coach", listings=like.listings)


def test_a_number_stays_taken_even_in_a_backup_from_before(vault: Database) -> None:
    assert apply_purged(vault, ["a-key-nobody-has 7"], now=NOW) == 0
    assert apply_purged(vault, ["a-key-nobody-has 7"], now=NOW) == 0
    assert add_person(vault, "Ada", TODAY, today=TODAY).reference == "IW-008"


def test_a_list_that_cannot_be_written_deletes_nobody(vault: Database) -> None:
    class Full(Kept):
        def add(self, *keys: str) -> None:
            raise Problem("The disk is full.")

    one = canary(vault)
    ask_purge(vault, one.id, "They asked for it", by="Somebody else", now=NOW)
    with pytest.raises(Problem, match="The disk is full"):
        purge(vault, one.id, by="Test Coach", now=NOW, purged_list=Full())
    assert person(vault, one.id).id == one.id


def full_disk(*_given: object, **_named: object) -> None:
    raise Problem("The disk is full, so nothing was saved.")


def test_a_deletion_that_fails_leaves_nobody_on_the_list(
    vault: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, kept = canary(vault), Kept()
    ask_purge(vault, one.id, "They asked for it", by="Somebody else", now=NOW)
    before = vault.rows("select * from history_row"), person(vault, one.id)
    monkeypatch.setattr("workforce.iwork.people.purge._forget_mentions", full_disk)
    with pytest.raises(Problem, match=r"^The disk is full, so nothing was saved\.$"):
        purge(vault, one.id, by="Test Coach", now=NOW, purged_list=kept)
    assert kept.entries == [] and (vault.rows("select * from history_row"), person(vault, one.id)) == before


def test_where_they_cannot_be_taken_off_the_list_it_is_said_and_taking_back_does_it(
    vault: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stuck(Kept):
        def take_off(self, *keys: str) -> None:
            raise Problem(
                "The list could not be written, so the record is deleted when the register is next opened."
            )

    one, kept = canary(vault), Stuck()
    ask_purge(vault, one.id, "They asked for it", by="Somebody else", now=NOW)
    monkeypatch.setattr("workforce.iwork.people.purge._forget_mentions", full_disk)
    with pytest.raises(
        Problem, match=r"IW-001 could not be deleted now\. The list .* when the register is next opened"
    ):
        purge(vault, one.id, by="Test Coach", now=NOW, purged_list=kept)
    with pytest.raises(Problem, match="deleted when the register is next opened"):
        take_back_purge(vault, one.id, purged_list=kept)
    assert not person(vault, one.id).is_current
    free = Kept()
    free.add(*kept.entries)
    assert take_back_purge(vault, one.id, purged_list=free).is_current and free.entries == []


def test_trouble_after_the_deletion_takes_nobody_off_the_list(
    vault: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other, kept = canary(vault), add_person(vault, "Wren", TODAY, today=TODAY), Kept()
    for held in (one, other):
        ask_purge(vault, held.id, "They asked for it", by="Somebody else", now=NOW)
    monkeypatch.setattr("workforce.iwork.people.purge.leave_nothing_behind", full_disk)
    with pytest.raises(Problem, match="IW-001 is deleted and cannot be brought back; only the file"):
        purge(vault, one.id, by="Test Coach", now=NOW, purged_list=kept)
    vault.on_change.append(full_disk)
    with pytest.raises(Problem, match="The disk is full"):
        purge(vault, other.id, by="Test Coach", now=NOW, purged_list=kept)
    assert len(kept.entries) == 2 and vault.value("select count(*) from person") == 0


@pytest.mark.parametrize("digits", ["9" * 30, "9223372036854775807", "1" * 5000, "²", "-1"])
def test_a_number_that_was_nobodys_is_passed_over(vault: Database, digits: str) -> None:
    assert apply_purged(vault, [f"a-key {digits}"], now=NOW) == 0
    assert add_person(vault, "Ada", TODAY, today=TODAY).reference == "IW-001"


def test_backups_from_before_are_told_and_until_when() -> None:
    half_a_year = timedelta(days=183)
    assert still_in_backups([], kept_for=half_a_year) == "No backup holds the record."
    told = still_in_backups([NOW, NOW - timedelta(days=3)], kept_for=half_a_year)
    assert told.startswith("2 backups of 20 November 2026 to 23 November 2026 still hold the record, locked.")
    assert (
        "They are kept until 22 May 2027 to 25 May 2027, and on until newer backups of two days are there."
        in told
    )
    told = still_in_backups([NOW], kept_for=half_a_year)
    assert told.startswith(
        "1 backup of 23 November 2026 still holds the record, locked. It is kept until 25 May 2027"
    )


def test_registers_set_aside_by_a_restore_are_told_too() -> None:
    before = NOW - timedelta(days=3)
    told = still_in_backups([NOW], [before], kept_for=timedelta(days=183))
    assert told.startswith(
        "1 backup of 23 November 2026 and 1 register set aside by a restore of 20 November 2026 still hold the record"
    )
    told = still_in_backups([], [before], kept_for=timedelta(days=183))
    assert told.startswith(
        "1 register set aside by a restore of 20 November 2026 still holds the record, locked."
    )
    assert "It is kept until 22 May 2027, and on until newer backups of two days are there. If one" in told
