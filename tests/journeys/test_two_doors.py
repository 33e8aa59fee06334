"""Two laptops at two doors, and the office between: taken, used in their own windows, brought back with conflicts."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.capabilities import CAPABILITIES
from desktop.dialogs.door_files.bring_back import BringBack
from desktop.dialogs.door_files.take_door_file import TakeDoorFile
from desktop.office import Office
from desktop.pages.events.forums import ForumsPage
from desktop.shell.looks.look import Theme
from desktop.shell.looks.style import apply_style
from desktop.shell.settings import Settings
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.people import participants
from engagement.forums.vocabulary import ParticipantStatus
from engagement.register import contacts
from resources.database import Database, history, new_key, open_file
from resources.database.history import logical_dump
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import STARTS, fill_county, invite, plan_forum, statuses
from tests.journeys.window_audit import HEIGHT, WIDTH, faults, not_reached

MORNING = STARTS - timedelta(hours=2)
EVENING = datetime(2019, 12, 10, 17, tzinfo=UTC)
MAIN, SIDE = "Laptop 1, main door", "Laptop 2, side door"


@pytest.fixture
def office(
    qapp: QApplication, tmp_path: Path, migrated: bytes, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    """The program on the office's file, with a forum to which three people are coming."""
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path / "home"))
    path = tmp_path / "Care team.providerdesk"
    path.write_bytes(migrated)
    opened = open_file(path, CAPABILITIES, who="Ada Officer")
    fill_county(opened.db)
    event = plan_forum(opened.db)
    invite(opened.db, event, "Ada Example", "Ben Sample", "Cy Specimen", reply=ParticipantStatus.ACCEPTED)
    opened.close()
    apply_style(qapp, Theme.LIGHT)
    made = Office(Settings(tmp_path))
    made.open(path)
    yield made
    made.quit()


def forums(office: Office) -> ForumsPage:
    assert office.window is not None
    office.window.show_page("forums")
    page = office.window.pages["forums"]
    assert isinstance(page, ForumsPage)
    page.door_files._now = lambda: MORNING
    return page


def event_of(db: Database) -> str:
    return str(db.value("select id from event"))


def take(office: Office, qtbot: QtBot, label: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """By the menu, as a person would."""
    path = office.opened.path.with_name(f"{label}.providerdesk")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(path), ""))
    page = forums(office)
    page.pane.show_row(event_of(office.opened.db))
    next(item for item in office.window.items_now() if item.action.name == "take_door_file").trigger()
    dialog = page.findChild(TakeDoorFile)
    assert audit(dialog) == []
    dialog.form.rows["label"].field.show_answer(label)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    qtbot.waitUntil(
        lambda: office.opened.db.value("select count(*) from door_file where label = ?", (label,)) == 1
    )
    return path


def at_the_door(path: Path, acts: Callable[[Database, str, Callable[[int], dict]], object]) -> None:
    """Beside the windows, as the helper at that door."""
    opened = open_file(path, CAPABILITIES, who="Helper")
    try:
        acts(
            opened.db,
            event_of(opened.db),
            lambda minute: {
                "now": STARTS + timedelta(minutes=minute), "device": path.stem, "nonce": new_key()
            },
        )  # fmt: skip
    finally:
        opened.close()


def key_of(db: Database, event: str, name: str) -> str:
    return next(one.id for one in participants.of_event(db, event) if one.name == name)


def contact_of(db: Database, name: str) -> str:
    return str(db.value("select id from contact where name = ?", (name,)))


def bring_back(office: Office, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch) -> BringBack:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(path), ""))
    page = forums(office)
    next(item for item in office.window.items_now() if item.action.name == "bring_door_file").trigger()
    qtbot.waitUntil(lambda: page.findChild(BringBack) is not None)
    return page.findChild(BringBack)


def test_two_laptops_and_the_office_come_to_one_log_and_the_person_decides(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = take(office, qtbot, MAIN, monkeypatch)
    side = take(office, qtbot, SIDE, monkeypatch)

    def at_main(db: Database, event: str, act: Callable[[int], dict]) -> None:
        door.check_in(db, event, key_of(db, event, "Ada Example"), **act(1))
        door.walk_in(
            db, event, WalkIn("Nia Newcomer", new_provider="New Care", email="nia@a.example"), **act(4)
        )
        contacts.edit_contact(db, contact_of(db, "Ben Sample"), phone="0115 496 0001")

    def at_side(db: Database, event: str, act: Callable[[int], dict]) -> None:
        door.check_in(db, event, key_of(db, event, "Ada Example"), **act(2))
        door.check_in(db, event, key_of(db, event, "Ben Sample"), **act(3))
        door.walk_in(
            db, event, WalkIn("nia newcomer", new_provider="new care", phone="0115 496 0009"), **act(5)
        )
        contacts.edit_contact(db, contact_of(db, "Ben Sample"), phone="0115 496 0002", email="ben@b.example")

    at_the_door(main, at_main)
    at_the_door(side, at_side)
    db = office.opened.db
    before = list(logical_dump(db))

    first = bring_back(office, qtbot, main, monkeypatch)
    assert first.words() == (
        "Check-ins and check-outs 2, Walk-ins and substitutes 1, New in the register 2, Changed on both sides 0, "
        "Changed at the door 1, Typed in twice 0, Here already 0"
    )
    assert audit(first) == []
    assert list(logical_dump(db)) == before  # nothing is written by looking
    first.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(first))

    second = bring_back(office, qtbot, side, monkeypatch)
    assert second.group.name == "Changed on both sides"
    assert second.table is not None
    assert [second.table.cells.row(at)[1:] for at in range(1)] == [
        ("Ben Sample", "Phone", "0115 496 0001", "0115 496 0002", "nothing", "Office")
    ]
    second.choosers[next(said for said in second.choosers if said == "door")].click()
    assert second.table.cells.row(0)[-1] == "Door"
    second.go_to("Typed in twice")
    assert second.group.count == 1
    second.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(second))

    event = event_of(db)
    assert statuses(db, event) == {
        "Ada Example": "attended", "Ben Sample": "attended", "Cy Specimen": "accepted", "Nia Newcomer": "attended"
    }  # fmt: skip
    ben = contacts.contact(db, contact_of(db, "Ben Sample"))
    assert (ben.phone, ben.email) == ("0115 496 0002", "ben@b.example")
    nia = contacts.contact(db, contact_of(db, "Nia Newcomer"))
    assert (nia.email, nia.phone) == ("nia@a.example", "0115 496 0009")
    assert door.counts(db, event).came == 3
    assert db.rows("select seq, device from check_in order by seq") == [
        (1, MAIN), (2, SIDE), (3, SIDE), (4, MAIN), (5, SIDE)
    ]  # fmt: skip
    assert [one.action for one in history.entries(db, limit=2)] == [
        f"Brought back {SIDE}",
        f"Brought back {MAIN}",
    ]
    history.undo(db)
    history.undo(db)
    assert list(logical_dump(db)) == before


def test_a_door_file_opens_as_what_it_is_and_its_door_stands_first(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    side = take(office, qtbot, SIDE, monkeypatch)
    office.open(side)
    window = office.window
    assert window is not None
    assert window.windowTitle() == "Door file – Laptop 2, side door – Provider Desk"
    assert list(window.pages) == ["forums"]
    names = [item.action.name for item in window.items_now()]
    assert {"plan", "audience", "take_door_file", "bring_door_file"} & set(names) == set()
    assert next(item.action.name for item in window.items_now() if item.action.primary) == "open_door"
    page = window.pages["forums"]
    assert isinstance(page, ForumsPage)
    page.door._now = lambda: STARTS
    page.door.open()
    assert page.door.window is not None
    page.door.window.field.setText("Ada Ex")
    page.door.window.keys.check_in()
    db = office.opened.db
    assert db.rows("select device from check_in") == [(SIDE,)]
    page.door.window.setProperty("leaving", True)
    page.door.window.close()


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_neither_the_preview_nor_a_door_file_has_a_fault(
    office: Office, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, text_scale: float
) -> None:
    apply_style(qapp, Theme.LIGHT, text_scale=text_scale)
    room = QRect(0, 0, WIDTH, HEIGHT)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: room)
    office.window.resize(WIDTH, HEIGHT)
    side = take(office, qtbot, SIDE, monkeypatch)
    at_the_door(side, everything)
    contacts.edit_contact(office.opened.db, contact_of(office.opened.db, "Ben Sample"), phone="0115 496 0003")
    dialog = bring_back(office, qtbot, side, monkeypatch)
    found = {}
    for group in ("Check-ins and check-outs", "Changed on both sides", "Typed in twice"):
        dialog.go_to(group)
        found[group] = settled(qtbot, dialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    office.open(side)
    office.window.resize(WIDTH, HEIGHT)
    found["door file"] = settled(qtbot, office.window)
    assert {place: faults_there for place, faults_there in found.items() if faults_there} == {}
    apply_style(qapp, Theme.LIGHT, text_scale=1.0)


def everything(db: Database, event: str, act: Callable[[int], dict]) -> None:
    door.check_in(db, event, key_of(db, event, "Ada Example"), **act(1))
    contacts.edit_contact(db, contact_of(db, "Ben Sample"), phone="0115 496 0002", email="ben@b.example")


def settled(qtbot: QtBot, window: QWidget) -> list[str]:
    """What is still wrong when the layout has come to rest."""
    try:
        qtbot.waitUntil(lambda: not (faults(window) + not_reached(window)), timeout=700)
    except qtbot.TimeoutError:
        return faults(window) + not_reached(window)
    return []


def test_looking_and_leaving_writes_nothing_and_keeps_no_copy(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    side = take(office, qtbot, SIDE, monkeypatch)
    at_the_door(
        side, lambda db, event, act: door.check_in(db, event, key_of(db, event, "Ada Example"), **act(1))
    )
    db = office.opened.db
    before = list(logical_dump(db))
    kept = office.opened.path.with_name("Care team door files")
    assert len(list(kept.iterdir())) == 1
    dialog = bring_back(office, qtbot, side, monkeypatch)
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert list(logical_dump(db)) == before
    assert len(list(kept.iterdir())) == 1


def test_a_file_that_is_no_door_file_is_refused_in_a_sentence(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.providerdesk"
    letter.write_text("Dear all")
    page = forums(office)
    page.door_files.read(letter)
    qtbot.waitUntil(lambda: office.window.banner.text.startswith("“letter.providerdesk” is not a door file."))
    assert page.findChild(BringBack) is None
