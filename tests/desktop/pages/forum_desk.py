"""A small county, a forum in it, and the window with the forums' page, for tests of the forums' pages."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.pages.events.forums import ForumsPage
from desktop.shell.frame.window import MainWindow
from desktop.shell.page import Desk, PageSpec
from desktop.shell.undo import HistoryKeeper
from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations, participants
from engagement.forums.people.audience_rule import Selected
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.register import contacts, providers, services
from engagement.register.vocabulary import ConsentBasis, ContactRole, ServiceKind
from resources.database import Database, change

NOW = datetime(2019, 11, 20, 9, tzinfo=UTC)
STARTS = datetime(2019, 12, 10, 10, tzinfo=UTC)
AT_THE_DOOR = STARTS + timedelta(minutes=2)
TITLE = "Provider forum, December 2019"


def add_person(
    db: Database,
    name: str,
    home: str,
    *,
    kind: ServiceKind = ServiceKind.NURSING_HOME,
    district: str = "Bassetlaw",
    consent: ConsentBasis = ConsentBasis.EMAIL_OPT_IN,
) -> str:
    """A manager of a home, which is made with a provider of its own when there is none of the name."""
    found = db.row("select id, provider_id from service where name = ?", (home,))
    if found is None:
        owner = providers.add_provider(db, name=f"{home} Limited").id
        found = (services.add_service(db, owner, name=home, kind=kind).id, owner)
        with change(db, "Placed it"):
            db.update_row("service", found[0], {"district": district, "authority": "Nottinghamshire"})
    service, provider = found
    role = ContactRole.REGISTERED_MANAGER
    return contacts.add_contact(db, provider, service_id=service, name=name, role=role, consent=consent).id


def fill_county(db: Database) -> None:
    """Four homes, five people; one home has nobody who may be written to."""
    add_person(db, "Ada Example", "Larkmeadow House")
    add_person(db, "Ben Sample", "Larkmeadow House")
    add_person(db, "Cy Specimen", "Rosewood Court", district="Mansfield")
    add_person(db, "Dot Demo", "Harebell at Home", kind=ServiceKind.HOME_CARE)
    add_person(db, "Eve Unasked", "Kingfisher Lodge", consent=ConsentBasis.NOT_RECORDED)


def plan_forum(db: Database, *, title: str = TITLE, capacity: int | None = None) -> str:
    """A forum on 10 December 2019, 10am to midday."""
    return events.plan_event(
        db,
        EventDraft(
            kind=EventKind.PROVIDER_FORUM, title=title, starts=STARTS, ends=STARTS + timedelta(hours=2),
            place="Mansfield Civic Centre", capacity=capacity,
        ),
    )  # fmt: skip


def invite(db: Database, event: str, *names: str, reply: ParticipantStatus | None = None) -> list[str]:
    """Invite people by name, and record what they answered; their keys in order."""
    chosen: list[Selected] = []
    for name in names:
        key, role = db.row("select id, role from contact where name = ?", (name,)) or ("", "")
        one = contacts.contact(db, key)
        chosen.append(
            Selected(key, name, ContactRole(role), one.service_id, "", one.provider_id, "", ("Test",))
        )
    made = list(invitations.invite(db, event, chosen, now=NOW).participants)
    if reply is not None:
        invitations.record_reply(db, made, reply, now=NOW)
    return made


def named(db: Database, event: str, name: str) -> Participant:
    """The participant of that name."""
    return next(one for one in participants.of_event(db, event) if one.name == name)


def statuses(db: Database, event: str) -> dict[str, str]:
    """What everybody stands at, by name."""
    return {one.name: one.status.value for one in participants.of_event(db, event)}


def make_forums_window(desk: Desk, qtbot: QtBot, now: Sequence[datetime]) -> tuple[MainWindow, ForumsPage]:
    """The window with the forums' page alone; the clock shows the last of `now`, which a test may move on."""
    page = partial(ForumsPage, desk, now=lambda: now[-1])
    window = MainWindow([PageSpec("forums", "Forums", "forums", page)], desk, undo=HistoryKeeper(desk.db))
    qtbot.addWidget(window)
    window.resize(1366, 738)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    made = window.pages["forums"]
    assert isinstance(made, ForumsPage)
    return window, made


def keyboard() -> QWidget:
    """Where keys go now."""
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None
    return found


def press(*keys: str | Qt.Key, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Type text, and press keys, wherever the keyboard is."""
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(keyboard(), key)
        else:
            QTest.keyClick(keyboard(), key, hold)
