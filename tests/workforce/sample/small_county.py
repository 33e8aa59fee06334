"""A register of 150 invented services in Nottinghamshire, with the sample county's survey."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from engagement.register import services
from engagement.register.contracts import set_contract_status
from engagement.register.council import set_council
from engagement.register.providers import add_provider
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import Database, change, open_file
from workforce.sample import add_survey

TODAY = date(2026, 11, 22)
SERVICES = 150
_KINDS = (
    ServiceKind.RESIDENTIAL_HOME, ServiceKind.HOME_CARE, ServiceKind.NURSING_HOME, ServiceKind.SUPPORTED_LIVING,
)  # fmt: skip
_DISTRICTS = ("Ashfield", "Bassetlaw", "Mansfield")


def made(folder: Path, migrated: bytes) -> Iterator[Database]:
    """Its database."""
    path = folder / "county.providerdesk"
    path.write_bytes(migrated)
    opened = open_file(path, CAPABILITIES, who="Sample data")
    with change(opened.db, "Made a register"):
        _fill(opened.db)
    add_survey(opened.db, today=TODAY)
    yield opened.db
    opened.close()


def _fill(db: Database) -> None:
    set_council(db, "Nottinghamshire")
    for number in range(SERVICES):
        provider = add_provider(db, name=f"Quillbrook {number} Care Ltd")
        kind = _KINDS[min(number % 5, 3)]
        service = services.add_service(
            db, provider.id, name=f"Dapplehollow {number}", kind=kind, beds=None if number % 2 else 12 + number % 40,
        )  # fmt: skip
        place = {"district": _DISTRICTS[number % 3], "authority": "Nottinghamshire"}
        db.update_row("service", service.id, place)
        if number % 3:
            set_contract_status(db, service.id, ContractStatus.ACTIVE, date(2024, 1, 1), today=TODAY)
