"""A door file: what travels, what must not, what is refused, and what the office knows of it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from engagement.forums import events
from engagement.forums.door_files import taking
from engagement.forums.door_files.kept import folder_of
from engagement.forums.door_files.mark import Mark, device_of, mark_of
from engagement.forums.door_files.stripping import TRAVELS, strip
from engagement.forums.door_files.taking import take
from engagement.register import contacts, contracts, notes, services
from engagement.register.vocabulary import ContractStatus
from resources.database import Database, change, history, open_file
from resources.database.history import tracked_tables
from resources.database.integrity import faults
from resources.files.sha256 import sha256_of
from resources.problem import Problem
from tests.engagement.forums.door_files.conftest import TAKEN, Doors

DAY = date(2019, 12, 1)


def test_a_door_file_opens_as_what_it_is_with_its_event_and_people(doors: Doors) -> None:
    path = doors.take("Laptop 2, side door")
    with doors.at(path) as db:
        mark = mark_of(db)
        assert mark is not None
        assert (mark.title, mark.event_id, mark.made_by) == (
            "Door file – Laptop 2, side door", doors.event, "Test Officer"
        )  # fmt: skip
        assert device_of(db) == "Laptop 2, side door"
        assert doors.statuses(db) == doors.statuses()
        assert faults(db) == []
    assert mark_of(doors.db) is None


def test_the_office_knows_which_are_out_and_undo_takes_that_back(doors: Doors) -> None:
    path = doors.take()
    row = doors.db.row("select label, event_id, made_by, base_sha256 from door_file")
    assert row == ("Laptop 2", doors.event, "Test Officer", sha256_of(path))
    assert [one.name for one in folder_of(doors.db).iterdir()] == [
        f"{doors.db.value('select id from door_file')} {sha256_of(path)}.door-copy"
    ]
    assert history.undo(doors.db).action == "Took a door file: Laptop 2"
    with doors.at(path) as db:
        doors.check_in(db, "Ada Example", 1)
    doors.back(path)
    assert doors.statuses()["Ada Example"] == "attended"
    assert doors.db.value("select label from door_file") == "Laptop 2"


def test_nothing_travels_but_what_the_door_needs_not_even_in_the_bytes(
    doors: Doors, forum: Callable[..., str], person: Callable[..., str], invited: Callable[..., list[str]]
) -> None:
    db = doors.db
    service, provider = db.row("select id, provider_id from service where name = 'Larkmeadow'") or ("", "")
    secrets = {
        "note": "Whisper of a note", "contact": "Whisper of a contact", "contract": "Whisper of a reason",
        "gone": "Whisper of an old name", "event": "Whisper of a forum", "event_note": "Whisper of its notes",
        "undone": "Whisper undone", "archived": "Whisper of a leaver", "derived": "Whisper kept apart",
        "reached": "whisper@example.org", "officer": "Whisper the officer", "own_notes": "Whisper of our notes",
        "reasons": "Whisper of why",
    }  # fmt: skip
    notes.write_note(db, provider, secrets["note"], now=TAKEN)
    ada = db.value("select id from contact where name = 'Ada Example'")
    contacts.edit_contact(db, ada, notes=secrets["contact"])
    contracts.set_contract_status(db, service, ContractStatus.SUSPENDED, DAY, secrets["contract"], today=DAY)
    leaver = contacts.add_contact(db, provider, name=secrets["archived"]).id
    contacts.archive_contact(db, leaver, today=DAY)
    old = contacts.add_contact(db, provider, name=secrets["gone"]).id
    contacts.edit_contact(db, old, name="Plain Newname")
    contacts.add_contact(db, provider, name=secrets["undone"])
    history.undo(db)
    dot = db.value("select id from contact where name = 'Dot Demo'")
    contacts.edit_contact(db, dot, email=secrets["reached"])
    contacts.edit_contact(db, ada, email="ada@example.org")
    services.edit_service(db, service, portfolio_officer=secrets["officer"])
    with change(db, "Noted"):
        db.update_row("event", doors.event, {"notes": secrets["own_notes"]})
        db.update_row("participant", doors.named(db, "Ada Example"), {"reasons": secrets["reasons"]})
    other = forum(secrets["event"], starts=datetime(2020, 1, 7, 10, tzinfo=UTC))
    invited(other, [person("Zed Elsewhere", "Faraway")])
    with change(db, "Noted"):
        db.update_row("event", other, {"notes": secrets["event_note"]})
    db.execute("create table derived_whisper (id text primary key, said text) strict")
    db.execute("insert into derived_whisper values ('1', ?)", (secrets["derived"],))
    path = doors.take()
    held = path.read_bytes()
    assert [name for name, text in secrets.items() if text.encode() in held] == []
    assert b"Ada Example" in held and b"ada@example.org" in held and b"Dot Demo" in held
    with doors.at(path) as copy:
        kept = {table for table in tracked_tables(copy) if copy.value(f'select count(*) from "{table}"')}
        assert kept <= set(TRAVELS)
        assert copy.rows("select title from event") == [("Provider forum, December 2019",)]
        assert history.entries(copy) == []


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (" ", "The door file has no name. Write which laptop and door it is for."),
        (
            "laptop 2",
            "“laptop 2” is the name of another door file of this event, and the log tells doors apart by their names. "
            "Choose another one.",
        ),
    ],
)
def test_each_door_file_of_an_event_has_a_name_of_its_own(doors: Doors, label: str, said: str) -> None:
    doors.take("Laptop 2")
    with pytest.raises(Problem) as refused:
        take(doors.db, doors.event, label=label, target=doors.folder / "x.providerdesk", now=TAKEN)
    assert refused.value.sentence == said


def test_nothing_is_overwritten_and_nothing_left_behind(doors: Doors) -> None:
    target = doors.folder / "Laptop 2.providerdesk"
    target.write_bytes(b"mine")
    with pytest.raises(Problem, match="already there"):
        doors.take()
    assert target.read_bytes() == b"mine"
    with pytest.raises(Problem, match="is not there"):
        take(doors.db, doors.event, label="A", target=doors.folder / "gone" / "x", now=TAKEN)
    assert list(folder_of(doors.db).iterdir()) == []
    assert doors.db.value("select count(*) from door_file") == 0


def test_a_cancelled_event_and_a_door_file_have_none(doors: Doors) -> None:
    path = doors.take()
    with doors.at(path) as db, pytest.raises(Problem, match="This is a door file itself"):
        take(db, doors.event, label="B", target=doors.folder / "b.providerdesk", now=TAKEN)
    events.cancel_event(doors.db, doors.event)
    with pytest.raises(Problem, match="has no door"):
        doors.take("B")


def test_a_door_file_is_made_by_reading_alone(doors: Doors, opened: object, tmp_path: Path) -> None:
    reading = open_file(doors.folder / "office.providerdesk", CAPABILITIES, who="Reader", read_only=True)
    try:
        from engagement.forums.door_files.taking import make

        made = make(
            reading.db, doors.event, label="C", target=tmp_path / "c.providerdesk", now=TAKEN, who="Reader"
        )
    finally:
        reading.close()
    assert made.sha256 == sha256_of(made.path)


def test_no_file_ever_holds_what_does_not_travel(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is on the disk while a door file is made may be left there by a killed program."""
    seen: list[bytes] = []

    def strip_and_look(db: Database, mark: Mark) -> None:
        assert db.value("select file from pragma_database_list where name = 'main'") == ""
        seen.extend(one.read_bytes() for one in folder_of(doors.db).rglob("*") if one.is_file())
        strip(db, mark)

    monkeypatch.setattr(taking, "strip", strip_and_look)
    doors.take()
    assert seen and set(seen) == {b""}  # the lock of the folder
