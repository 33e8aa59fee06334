"""A small school for tests: a course, two providers and people who work at them."""

from datetime import UTC, date, datetime, timedelta

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from workforce.training.courses import Course, add_course
from workforce.training.learners import Learner, add_learner, add_post
from workforce.training.sessions import TrainingSession, plan_session
from workforce.training.vocabulary import JobRole

TODAY = date(2019, 12, 2)
STARTS = datetime(2019, 12, 9, 10, tzinfo=UTC)
ENDS = STARTS + timedelta(hours=3)
AFTER = ENDS + timedelta(hours=1)
ULN = "1000000019"
OTHER_ULN = "2345678908"


class School:
    """Rosewood Homes runs Rosewood House, Alder Care runs Alder Court; the keys of both."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.rosewood = add_provider(db, name="Rosewood Homes").id
        self.alder = add_provider(db, name="Alder Care").id
        self.house = add_service(db, self.rosewood, name="Rosewood House", kind=ServiceKind.NURSING_HOME).id
        self.court = add_service(db, self.alder, name="Alder Court", kind=ServiceKind.RESIDENTIAL_HOME).id

    def course(self, name: str = "Assisting and moving people") -> Course:
        """One that is valid for a year."""
        return add_course(self.db, name, valid_months=12)

    def learner(self, name: str, at: str = "", service: str | None = None, uln: str = "") -> Learner:
        """Somebody with a post at Rosewood Homes, or elsewhere."""
        given, _, family = name.rpartition(" ")
        made = add_learner(self.db, given, family, uln=uln)
        add_post(self.db, made.id, at or self.rosewood, service_id=service, job_role=JobRole.CARE_WORKER)
        return made

    def session(self, places: int | None = None, course: Course | None = None) -> TrainingSession:
        """On 9 December 2019 from 10am to 1pm."""
        of = course or self.course()
        return plan_session(
            self.db, of.id, STARTS, ENDS, venue="County Hall", trainer="Ada Example", places=places
        )
