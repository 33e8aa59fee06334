"""A year of claims and training whose figures are known."""

from datetime import date

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, new_key
from workforce.funding.claims.claims import ClaimDraft, add_claim
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.funds import Fund, add_fund
from workforce.funding.funds.spending import add_spending
from workforce.funding.vocabulary import ClaimStatus, FundKind, FundStatus
from workforce.training.courses import add_course, course_named
from workforce.training.learners import Learner, add_learner
from workforce.training.records import add_record
from workforce.training.vocabulary import CourseKind

TODAY = date(2019, 12, 9)
PAID, DECLINED, SUBMITTED = ClaimStatus.PAID, ClaimStatus.DECLINED, ClaimStatus.SUBMITTED


class Told:
    """Everything charged to 2019/20; providers are named by the place of their letter: Aldermere, Birchmere …"""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.providers: dict[str, str] = {}
        self.services: dict[str, str] = {}

    def fund(self, name: str = "Workforce Development Fund", pence: int = 112_000_00) -> Fund:
        """Held by us, with this much for the year."""
        made = add_fund(
            self.db, name, FundKind.HELD, opens_on=date(2019, 4, 1), closes_on=date(2020, 3, 31),
            funder="Skills for Care", bid_pence=pence, status=FundStatus.OPEN,
        )  # fmt: skip
        set_allocation(self.db, made.id, 2019, "", pence)
        return made

    def spend(self, fund: Fund, pence: int) -> None:
        """Without a claim."""
        add_spending(
            self.db, fund.id, "Assessors", pence, year=2019, committed_on=date(2019, 6, 1), today=TODAY
        )

    def home(
        self, name: str, kind: ServiceKind = ServiceKind.NURSING_HOME, district: str = "Bassetlaw"
    ) -> str:
        """A provider with one service; returned is the provider's key."""
        made = add_provider(self.db, name=f"{name} Ltd")
        service = add_service(
            self.db, made.id, name=f"{name} House", kind=kind, district=district, authority="Nottinghamshire"
        )
        self.providers[name], self.services[name] = made.id, service.id
        return made.id

    def learner(self, given: str, family: str) -> Learner:
        """Somebody to claim for."""
        return add_learner(self.db, given, family)

    def claim(
        self, fund: Fund, name: str, pence: int, status: ClaimStatus = PAID, *, learner: Learner | None = None,
        reason: str = "", what: str = "",
    ) -> int:  # fmt: skip
        """As it stands, without the steps that led there; returned is its number."""
        draft = ClaimDraft(
            fund.id, self.providers[name], pence, learner_id=learner.id if learner else None, what=what or "Training",
            service_id=self.services[name], year=2019, submitted_on=date(2019, 11, 1),
        )  # fmt: skip
        made = add_claim(self.db, draft, today=TODAY)
        with change(self.db, "Moved a claim"):
            day = "2019-12-01"
            paid = day if status is PAID else None
            self.db.update_row("claim", made.id, {"status": status.value, "decided_on": day, "paid_on": paid})
            self.db.insert_row(
                "claim_step",
                {"id": new_key(), "claim_id": made.id, "position": 1, "at": "2019-12-01T09:00:00+00:00", "by": "Wren",
                 "from_status": "submitted", "to_status": status.value, "reason": reason},
            )  # fmt: skip
        return made.number

    def trained(self, name: str, people: int, course: str = "Fire safety") -> None:
        """A group of a provider's staff completed a course."""
        found = course_named(self.db, course) or add_course(self.db, course, CourseKind.COURSE)
        add_record(
            self.db,
            found.id,
            self.providers[name],
            date(2019, 10, 1),
            today=TODAY,
            people=people,
            of_people=people,
        )


def nursing_homes(told: Told, fund: Fund, number: int, pence: int = 1_000_00) -> None:
    """So many, each with a claim that was paid."""
    for name in ["Aldermere", "Birchmere", "Cedarmere", "Dellmere", "Elmmere", "Firmere", "Gorsemere"][
        :number
    ]:
        told.home(name)
        told.claim(fund, name, pence)
