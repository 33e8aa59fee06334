"""Where the sample’s employers come from."""

import pytest

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change

_PLACES = ("NG17 1BA", "S80 1DL", "NG9 1AA", "NG4 1BB", "NG18 1PA", "NG24 1DE", "NG2 6AU")


@pytest.fixture
def county(db: Database) -> Database:
    """A nursing home and two others in each district."""
    with change(db, "Added an invented county"):
        owner = add_provider(db, name="Invented Care Ltd").id
        for at, postcode in enumerate(_PLACES):
            for kind in (ServiceKind.NURSING_HOME, ServiceKind.RESIDENTIAL_HOME, ServiceKind.DAY_CARE):
                add_service(db, owner, name=f"{kind.label} {at}", kind=kind, postcode=postcode)
    return db
