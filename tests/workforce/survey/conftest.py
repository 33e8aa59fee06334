"""A survey with its shipped questionnaire, a small register of Nottinghamshire, and waves of the survey."""

from collections.abc import Callable
from datetime import date

import pytest

from engagement.register import services
from engagement.register.contracts import set_contract_status
from engagement.register.council import set_council
from engagement.register.providers import add_provider
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database, change
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.starting import start_survey
from workforce.survey.surveys import Survey
from workforce.survey.vocabulary import AskedOf, WaveKind
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.waves import Wave

OPENS = date(2019, 9, 2)
LATER = date(2020, 9, 1)
_HOMES = (
    # name, provider, kind, district, authority, beds, rating, contract
    ("Rosewood House", "Rosewood Care Ltd", ServiceKind.NURSING_HOME, "Bassetlaw", "Nottinghamshire", 40,
     Rating.GOOD, ContractStatus.ACTIVE),
    ("The Limes", "Rosewood Care Ltd", ServiceKind.RESIDENTIAL_HOME, "Ashfield", "Nottinghamshire", 22,
     Rating.REQUIRES_IMPROVEMENT, ContractStatus.ACTIVE),
    ("Elm Court", "Elm Court Ltd", ServiceKind.RESIDENTIAL_HOME, "Bassetlaw", "Nottinghamshire", 30,
     Rating.OUTSTANDING, ContractStatus.ACTIVE),
    ("Kindly Home Care", "Kindly Ltd", ServiceKind.HOME_CARE, "Rushcliffe", "Nottinghamshire", None,
     Rating.GOOD, ContractStatus.SUSPENDED),
    ("Oak Living", "Oak Living Trust", ServiceKind.SUPPORTED_LIVING, "Gedling", "Nottinghamshire", None,
     None, None),
    ("Sunny Days", "Sunny Days CIC", ServiceKind.DAY_CARE, "Mansfield", "Nottinghamshire", None, None, None),
    ("Derwent View", "Derwent Ltd", ServiceKind.NURSING_HOME, "Amber Valley", "Derbyshire", 50, Rating.GOOD, None),
)  # fmt: skip


@pytest.fixture
def survey(db: Database) -> Survey:
    """The recruitment survey as it ships."""
    return start_survey(db)


@pytest.fixture
def asked(db: Database, survey: Survey) -> Callable[[str], Question]:
    """A question of the survey by its code, retired ones too."""

    def find(code: str) -> Question:
        return next(one for one in questions(db, survey.id, retired=True) if one.code == code)

    return find


@pytest.fixture
def register(db: Database) -> dict[str, str]:
    """Seven services of six providers, by name: six in Nottinghamshire, whose register it is, three kinds twice."""
    set_council(db, "Nottinghamshire")
    owners: dict[str, str] = {}
    found: dict[str, str] = {}
    for name, owner, kind, district, authority, beds, rating, contract in _HOMES:
        provider = owners.get(owner) or owners.setdefault(owner, add_provider(db, name=owner).id)
        key = services.add_service(db, provider, name=name, kind=kind, beds=beds).id
        with change(db, "Placed it"):
            db.update_row("service", key, {"district": district, "authority": authority})
        if rating is not None:
            record_rating(db, key, rating, date(2019, 3, 1), today=OPENS)
        if contract is not None:
            set_contract_status(db, key, contract, date(2019, 1, 1), today=OPENS)
        found[name] = key
    return found


@pytest.fixture
def plan(db: Database, survey: Survey) -> Callable[..., Wave]:
    """Plan a wave: the baseline of September 2019 unless something else is said."""

    def planned(
        name: str = "Baseline 2019",
        kind: WaveKind = WaveKind.BASELINE,
        opens_on: date = OPENS,
        *,
        asked_of: AskedOf = AskedOf.SERVICE,
    ) -> Wave:
        return plan_wave(db, survey.id, WaveDraft(name, kind, opens_on, asked_of=asked_of))

    return planned


@pytest.fixture
def wave(plan: Callable[..., Wave]) -> Wave:
    """The baseline, asked of services; nobody is invited yet."""
    return plan()


@pytest.fixture
def later_wave(plan: Callable[..., Wave], wave: Wave) -> Wave:
    """A re-evaluation a year after the baseline."""
    return plan("Re-evaluation 2020", WaveKind.RE_EVALUATION, LATER)


@pytest.fixture
def provider_of(db: Database) -> Callable[[str], str]:
    """The key of the provider of a service."""

    def find(service: str) -> str:
        return services.service(db, service).provider_id

    return find
