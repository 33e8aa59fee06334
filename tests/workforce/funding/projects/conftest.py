"""A project that follows the DSPT, and two providers for it."""

from dataclasses import dataclass
from datetime import date

import pytest

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from workforce.funding.projects.projects import Project, ProjectDraft, add_project

TODAY = date(2019, 12, 9)


@dataclass(frozen=True)
class Held:
    """What the tests begin with."""

    db: Database
    project: Project
    larch: str
    teacup: str
    larch_house: str


@pytest.fixture
def held(db: Database) -> Held:
    larch, teacup = add_provider(db, name="Larkmeadow Ltd"), add_provider(db, name="Teacup Ltd")
    house = add_service(
        db, larch.id, name="Larkmeadow House", kind=ServiceKind.NURSING_HOME, district="Bassetlaw",
        authority="Nottinghamshire", registered_on=date(2015, 1, 1),
    )  # fmt: skip
    made = add_project(
        db,
        ProjectDraft(
            "Digital security", date(2019, 9, 1), date(2020, 3, 31), lead="Wren Invented", tracks_dspt=True
        ),
    )
    return Held(db, made, larch.id, teacup.id, house.id)
