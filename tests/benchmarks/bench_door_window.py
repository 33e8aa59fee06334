"""The door's window: from a key press to the rows on the screen, and from Enter to the news of a check-in."""

import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.capabilities import CAPABILITIES
from engagement.forums import events
from engagement.forums.at_the_door import door_search
from engagement.forums.events import EventDraft
from engagement.forums.people import audience, invitations
from engagement.forums.people.audience_rule import AudienceRule, Each
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.register import contacts, providers, services
from engagement.register.vocabulary import ConsentBasis, ServiceKind
from resources.database import Database, change, open_file
from tests.benchmarks.measure import Figure, milliseconds, percentile

STARTS = datetime(2026, 3, 4, 10, tzinfo=UTC)
HOMES = (
    "Larkmeadow",
    "Rosewood",
    "Harebell",
    "Kingfisher",
    "Brookside",
    "Oakfield",
    "Heatherdene",
    "Foxglove",
)
FIRST = ("Ada", "Ben", "Cy", "Dot", "Eve", "Fay", "Gus", "Hal", "Ivy", "Jo", "Kit", "Lea")
LAST = ("Example", "Sample", "Specimen", "Placeholder", "Demo", "Fictional", "Invented")


def bench_door_window(smoke: bool) -> Iterable[Figure]:
    """360 providers, 1,080 people in the register, everybody invited, a third of them expected."""
    from PySide6.QtWidgets import QApplication

    from desktop.pages.events.door import DoorWindow
    from desktop.shell.looks.style import apply_style
    from desktop.shell.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        apply_style(app)
        opened = open_file(Path(folder) / "door.providerdesk", CAPABILITIES, who="Bench", create=True)
        event = _fill(opened.db, 12 if smoke else 360)
        desk = _desk(opened, Settings(Path(folder)))
        window = DoorWindow(desk, event, now=lambda: STARTS)
        window.resize(1366, 768)
        window.show()
        app.processEvents()
        words = [f"{one[:3]}" for one in (*FIRST, *LAST, *HOMES)][: 3 if smoke else None]
        yield _keys(app, window, words, opened.db, event)
        yield _check_ins(app, window, 3 if smoke else 100)
        window.setProperty("leaving", True)
        window.close()
        opened.close()


def _keys(app: Any, window: Any, words: list[str], db: Database, event: str) -> Figure:
    from PySide6.QtTest import QTest

    taken, plain = [], []

    def press(letter: str) -> None:
        QTest.keyClicks(window.field, letter)
        app.processEvents()

    for word in words:
        for place, letter in enumerate(word, 1):
            taken.append(milliseconds(lambda letter=letter: press(letter)))
            plain.append(milliseconds(lambda typed=word[:place]: door_search.find(db, event, typed)))
        window.field.clear()
        app.processEvents()
    return Figure(
        "key press to painted rows at the door, p95", percentile(taken, 95), budget=10.0,
        yardstick="the search alone", yardstick_value=percentile(plain, 95),
    )  # fmt: skip


def _check_ins(app: Any, window: Any, times: int) -> Figure:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    taken = []

    def enter() -> None:
        QTest.keyClick(window.field, Qt.Key.Key_Return)
        app.processEvents()

    QTest.keyClick(window.field, Qt.Key.Key_F6)  # everybody expected
    for _ in range(times):
        app.processEvents()
        taken.append(milliseconds(enter))
    return Figure("Enter to the news of a check-in, list of all expected shown, p95", percentile(taken, 95))


def _desk(opened: Any, settings: Any) -> Any:
    from desktop.shell.changes import Changes
    from desktop.shell.jobs import JobRunner
    from desktop.shell.messages import Messages
    from desktop.shell.page import Desk, Navigator

    messages, changes = Messages(), Changes()
    opened.db.on_change.append(changes.tell)
    return Desk(opened.db, changes, JobRunner(messages.raised), messages, settings, Navigator(), opened)


def _fill(db: Database, homes: int) -> str:
    with change(db, "Filled"):
        for at in range(homes):
            name = f"{HOMES[at % len(HOMES)]} {at}"
            owner = providers.add_provider(db, name=f"{name} Care Limited").id
            service = services.add_service(db, owner, name=f"{name} House", kind=ServiceKind.NURSING_HOME).id
            for person in range(3):
                who = f"{FIRST[(at + person) % len(FIRST)]} {LAST[(at * 3 + person) % len(LAST)]}"
                contacts.add_contact(
                    db, owner, service_id=service, name=who, consent=ConsentBasis.EMAIL_OPT_IN
                )
    draft = EventDraft(EventKind.PROVIDER_FORUM, "Provider forum", STARTS, STARTS + timedelta(hours=2))
    event = events.plan_event(db, draft)
    everybody = audience.people(db, AudienceRule(each=Each.EVERYBODY), STARTS.date())
    made = invitations.invite(db, event, everybody, now=STARTS - timedelta(days=20)).participants
    invitations.record_reply(db, made[::3], ParticipantStatus.ACCEPTED, now=STARTS - timedelta(days=9))
    return event
