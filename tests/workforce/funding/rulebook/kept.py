"""A fund and services in a file, for rules to be held against."""

from datetime import date

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from workforce.funding.funds.funds import Fund, add_fund
from workforce.funding.vocabulary import FundKind, FundStatus

TODAY = date(2020, 2, 3)


def made_fund(db: Database, name: str = "Workforce fund") -> Fund:
    """Held from April 2019 to March 2020."""
    return add_fund(
        db, name, FundKind.HELD, opens_on=date(2019, 4, 1), closes_on=date(2020, 3, 31), status=FundStatus.OPEN
    )  # fmt: skip


def made_services(db: Database) -> dict[str, str]:
    """Two home care agencies and a nursing home, by name."""
    kinds = {
        "Wren Home Care": ServiceKind.HOME_CARE,
        "Lark Home Care": ServiceKind.HOME_CARE,
        "Rosewood House": ServiceKind.NURSING_HOME,
    }
    found = {}
    for name, kind in kinds.items():
        provider = add_provider(db, name=f"{name} Limited")
        service = add_service(
            db, provider.id, name=name, kind=kind, authority="Nottinghamshire", district="Mansfield"
        )
        found[name] = service.id
    return found
