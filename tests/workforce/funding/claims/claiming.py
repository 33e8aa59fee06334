"""A fund, two providers and learners to claim for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import OrganisationKind, ServiceKind
from resources.database import Database
from workforce.funding.claims.claims import Claim, ClaimDraft, add_claim
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.funds import Fund, add_fund
from workforce.funding.funds.items import FundItem, add_item
from workforce.funding.vocabulary import FundKind, FundStatus
from workforce.training.courses import Course, add_course
from workforce.training.learners import Learner, add_learner, add_post
from workforce.training.vocabulary import CourseKind, Employment, JobRole

TODAY = date(2019, 10, 1)
NOW = datetime(2019, 10, 1, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class County:
    """What the tests of claims begin with."""

    fund: Fund
    item: FundItem
    course: Course
    rosewood: str
    hazel: str
    service: str
    ada: Learner
    bo: Learner

    def draft(self, **given: Any) -> ClaimDraft:
        """Ada's diploma at Rosewood, for £600."""
        facts = {
            "pence": 60_000, "item_id": self.item.id, "learner_id": self.ada.id, "course_id": self.course.id,
            "service_id": self.service, "awarding_body": "Example Awards", "started_on": date(2019, 5, 1),
            "completed_on": date(2019, 9, 1), "year": 2019,
        }  # fmt: skip
        return ClaimDraft(**{"fund_id": self.fund.id, "provider_id": self.rosewood, **facts, **given})

    def claim(self, db: Database, **given: Any) -> Claim:
        """The same, kept as a draft."""
        return add_claim(db, self.draft(**given), today=TODAY)


def county(db: Database, *, pence: int = 1_000_000, evidence: str = "") -> County:
    """£10,000 in 2019/20, from which a Level 3 diploma is paid with £870 at most."""
    fund = add_fund(
        db, "Workforce Example Fund", FundKind.HELD, opens_on=date(2019, 4, 1), closes_on=date(2020, 3, 31),
        status=FundStatus.OPEN,
    )  # fmt: skip
    if pence:
        set_allocation(db, fund.id, 2019, "", pence)
    course = add_course(
        db, "Level 3 Example Diploma", CourseKind.QUALIFICATION, awarding_body="Example Awards"
    )
    item = add_item(
        db, fund.id, "Level 3 Example Diploma", course_id=course.id, most_pence=87_000, evidence=evidence
    )
    rosewood = add_provider(db, name="Rosewood Example Homes", organisation=OrganisationKind.CARE_PROVIDER).id
    hazel = add_provider(db, name="Hazel Example Care", organisation=OrganisationKind.CARE_PROVIDER).id
    service = add_service(
        db, rosewood, name="Rosewood House", kind=ServiceKind.RESIDENTIAL_HOME, district="Ashfield"
    ).id
    ada = learner_at(db, rosewood, "Ada", "Example", uln="1000000019")
    bo = learner_at(db, hazel, "Bo", "Example-Jones")
    return County(fund, item, course, rosewood, hazel, service, ada, bo)


def learner_at(db: Database, provider: str, given: str, family: str, *, uln: str = "") -> Learner:
    """Somebody with a post there since 2018."""
    found = add_learner(db, given, family, uln=uln)
    add_post(db, found.id, provider, job_role=JobRole.CARE_WORKER, employment=Employment.PERMANENT,
             from_on=date(2018, 1, 1))  # fmt: skip
    return found


@contextmanager
def by(db: Database, who: str) -> Iterator[None]:
    """Somebody else sits at the desk."""
    before, db.who = db.who, who
    yield
    db.who = before
