"""A round with a winner, a finalist and a nominee, before and after its announcement."""

from dataclasses import dataclass

import pytest

from awards.vocabulary import PENDING, EntryStatus
from engagement.register.contacts import add_contact
from engagement.register.services import edit_service
from engagement.register.vocabulary import ConsentBasis, ContactRole
from resources.database import Database, change
from resources.wording import instant_text
from tests.awards.gala import NOW, Gala


@dataclass
class Evening:
    """`winner` is pending until `announce`; the manager of Rosewood House is in the register."""

    gala: Gala
    winner: str
    commended: str
    finalist: str
    other: str
    manager: str

    @property
    def db(self) -> Database:
        return self.gala.db

    @property
    def round_id(self) -> str:
        return self.gala.round_id

    def announce(self) -> None:
        """As though the chair had announced everything."""
        announce_in(self.db)


@pytest.fixture
def evening(db: Database) -> Evening:
    return evening_in(db)


def evening_in(db: Database) -> Evening:
    """The same in any file."""
    gala = Gala(db)
    edit_service(db, gala.house, address="1 Example Road, Kirkby", postcode="NG17 1AA")
    manager = add_contact(
        db, gala.rosewood, name="Mo Manager", role=ContactRole.REGISTERED_MANAGER, service_id=gala.house,
        email="mo@example.org", consent=ConsentBasis.CONTRACT_CONTACT,
    )  # fmt: skip
    winner = gala.nominate("Ada Example").id
    gala.nominate(entry_id=winner, nominator="Kit Relative", nominator_email="", statement="She is kind.")
    commended = gala.nominate("Ben Specimen", nominator="", service_id=gala.hazel_care).id
    finalist = gala.nominate("Night team", "Team").id
    other = gala.nominate("Cy Example", "Learning", service_id=gala.lodge, nominator="Di Nominator",
                          nominator_email="di@example.org").id  # fmt: skip
    gala.stands(winner, EntryStatus.PENDING_WINNER)
    gala.stands(commended, EntryStatus.PENDING_HIGHLY_COMMENDED)
    gala.stands(finalist, EntryStatus.SHORTLISTED)
    gala.stands(other, EntryStatus.NOT_SHORTLISTED)
    return Evening(gala, winner, commended, finalist, other, manager.id)


def announce_in(db: Database) -> None:
    """As though everything in the file were announced."""
    with change(db, "Set up"):
        for (key,) in db.rows("select id from award_round"):
            db.update_row("award_round", str(key), {"announced_at": instant_text(NOW)})
        for told, pending in PENDING.items():
            for (key,) in db.rows("select id from award_entry where status = ?", (pending.value,)):
                db.update_row("award_entry", str(key), {"status": told.value})
