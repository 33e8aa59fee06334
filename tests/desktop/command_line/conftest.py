"""The command line run as a person would, on a file of its own, with a clock that stands."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from desktop.capabilities import CAPABILITIES
from desktop.command_line.main import main
from desktop.iwork_register import make_register, open_register
from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations
from engagement.forums.people.audience import select
from engagement.forums.people.audience_rule import AudienceRule
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.register.contacts import add_contact
from engagement.register.contracts import set_contract_status
from engagement.register.providers import add_provider
from engagement.register.ratings import record_rating
from engagement.register.services import add_service
from engagement.register.vocabulary import ConsentBasis, ContactRole, ContractStatus, Rating, ServiceKind
from resources.database import Database, open_file
from resources.database.locked.places import places_of

T = TypeVar("T")
NOW = datetime(2019, 12, 9, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
PASSPHRASE = "four words for tests"
FORUM_ENDS = datetime(2019, 12, 10, 12, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class Clerk:
    """Asks, and remembers the file."""

    def __init__(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.file, self._capsys = file, capsys
        self.now = NOW
        self.passphrase = PASSPHRASE
        self.typed: list[str] = []  # what is typed unseen, in its order; after that the passphrase
        self.asked: list[str] = []

    def __call__(self, *arguments: object) -> Answer:
        self._capsys.readouterr()
        everything = ["--file", str(self.file), "--who", "Test Clerk", *map(str, arguments)]
        code = main(everything, clock=lambda: self.now, secret=self._secret)
        told = self._capsys.readouterr()
        return Answer(code, told.out, told.err)

    def _secret(self, prompt: str) -> str:
        self.asked.append(prompt)
        return self.typed.pop(0) if self.typed else self.passphrase

    def does(self, *arguments: object) -> str:
        """What is printed when it is done."""
        answer = self(*arguments)
        assert (answer.code, answer.err) == (0, ""), answer
        return answer.out

    def refuses(self, *arguments: object) -> str:
        """The sentence on the error output."""
        answer = self(*arguments)
        assert answer.code == 1, answer
        return answer.err.strip()

    def with_db(self, work: Callable[[Database], T]) -> T:
        """Something done in the file beforehand, or read of it afterwards."""
        opened = open_file(self.file, CAPABILITIES, who="Test Clerk")
        try:
            return work(opened.db)
        finally:
            opened.close()

    def with_vault(self, work: Callable[[Database], object]) -> None:
        """Something done in the register of i-Work beforehand."""
        opened = open_register(self.file, self.passphrase, who="Test Clerk", now=self.now)
        try:
            work(opened.db)
        finally:
            opened.close()


@pytest.fixture(scope="session")
def locked_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new, locked register: making one takes longer than copying it."""
    office = tmp_path_factory.mktemp("locked register") / "office.providerdesk"
    make_register(office, PASSPHRASE, who="Test Coach")[0].close()
    return places_of(office).folder


@pytest.fixture
def iwork_clerk(clerk: "Clerk", locked_register: Path) -> "Clerk":
    """On an office that has an empty register of i-Work, whose passphrase is typed when it is asked for."""
    shutil.copytree(locked_register, places_of(clerk.file).folder)
    return clerk


@pytest.fixture
def clerk(tmp_path: Path, migrated: bytes, capsys: pytest.CaptureFixture[str]) -> Clerk:
    """On an empty register."""
    file = tmp_path / "office.providerdesk"
    file.write_bytes(migrated)
    return Clerk(file, capsys)


@pytest.fixture
def county(clerk: Clerk) -> Clerk:
    """On a register of three providers and a forum tomorrow, with two people invited."""
    clerk.with_db(make_county)
    return clerk


HOMES = (
    ("Larkmeadow House", "Larkmeadow Ltd", ServiceKind.NURSING_HOME, "Bassetlaw", Rating.INADEQUATE, "Amina Larkson"),
    ("Teacup Court", "Teacup Ltd", ServiceKind.RESIDENTIAL_HOME, "Mansfield", Rating.GOOD, "Beth Cupworth"),
    ("Quill Care", "Quill Ltd", ServiceKind.HOME_CARE, "Gedling", Rating.OUTSTANDING, "Zoë Quillman"),
)  # fmt: skip


def make_county(db: Database) -> None:
    for name, owner, kind, district, rating, manager in HOMES:
        provider = add_provider(db, name=owner)
        service = add_service(
            db, provider.id, name=name, kind=kind, district=district, authority="Nottinghamshire",
            region="East Midlands", registered_on=date(2015, 1, 1),
        )  # fmt: skip
        record_rating(db, service.id, rating, date(2019, 6, 3), today=TODAY)
        add_contact(
            db, provider.id, service_id=service.id, name=manager, role=ContactRole.REGISTERED_MANAGER,
            consent=ConsentBasis.EMAIL_OPT_IN, email=f"{manager.split()[1].lower()}@example.org",
        )  # fmt: skip
        if rating is Rating.INADEQUATE:
            set_contract_status(db, service.id, ContractStatus.SUSPENDED, date(2019, 7, 1), today=TODAY)
    draft = EventDraft(
        EventKind.PROVIDER_FORUM, "Provider forum, December 2019", datetime(2019, 12, 10, 10, tzinfo=UTC),
        FORUM_ENDS, place="County Hall", capacity=1,
        audience=AudienceRule(kinds=(ServiceKind.NURSING_HOME, ServiceKind.RESIDENTIAL_HOME)),
    )  # fmt: skip
    forum = events.plan_event(db, draft)
    selected = select(db, draft.audience, TODAY).people
    made = invitations.invite(db, forum, selected, now=datetime(2019, 11, 20, 9, tzinfo=UTC))
    invitations.record_reply(
        db, made.participants[:1], ParticipantStatus.ACCEPTED, now=datetime(2019, 11, 25, 9, tzinfo=UTC)
    )
