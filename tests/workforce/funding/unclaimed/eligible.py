"""A fund with rules of its own, services that meet them and some that do not, and people who could learn."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from engagement.register.contacts import add_contact
from engagement.register.providers import add_provider
from engagement.register.ratings import record_rating
from engagement.register.services import add_service
from engagement.register.vocabulary import ConsentBasis, ContactRole, Rating, ServiceKind
from resources.database import Database
from workforce.funding.claims.claims import Claim, ClaimDraft, add_claim
from workforce.funding.funds.cut_offs import add_cut_off
from workforce.funding.funds.funds import Fund, add_fund
from workforce.funding.funds.items import FundItem, add_item
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.rulebook.rules import Rule
from workforce.funding.vocabulary import CutOffKind, FundKind, FundStatus, Operator
from workforce.training.courses import Course, add_course
from workforce.training.learners import Learner, add_learner, add_post
from workforce.training.vocabulary import CourseKind, Employment, JobRole

TODAY = date(2019, 11, 4)
NOW = datetime(2019, 11, 4, 9, 0, tzinfo=UTC)
CUT_OFF = date(2020, 3, 21)


@dataclass(frozen=True)
class Eligible:
    """A signposted fund for Levels 2 and 3 whose services must be homes that are not rated Inadequate."""

    fund: Fund
    level_2: FundItem
    level_3: FundItem
    course_2: Course
    course_3: Course
    rosewood: str
    rosewood_house: str
    hazel: str
    hazel_lodge: str


def county(db: Database, *, kind: FundKind = FundKind.SIGNPOSTED) -> Eligible:
    """Two providers with a home each: Rosewood House is Good, Hazel Lodge Inadequate."""
    fund = add_fund(
        db, "Learning Example Fund", kind, opens_on=date(2019, 4, 1), closes_on=date(2020, 3, 31),
        status=FundStatus.OPEN, where_to_claim="The example portal",
    )  # fmt: skip
    add_cut_off(db, fund.id, CutOffKind.CLAIMS, CUT_OFF)
    two = add_course(db, "Level 2 Example Certificate", CourseKind.QUALIFICATION, level=2)
    three = add_course(db, "Level 3 Example Diploma", CourseKind.QUALIFICATION, level=3)
    level_2 = add_item(db, fund.id, two.name, course_id=two.id, most_pence=154_000)
    level_3 = add_item(db, fund.id, three.name, course_id=three.id)
    rule(
        db,
        fund,
        "The service is a care home",
        "kind",
        Operator.ONE_OF,
        "residential_home;nursing_home;home_care",
    )
    rule(db, fund, "It is not rated Inadequate", "rating", Operator.IS_NOT, "inadequate")
    rosewood, house = home(db, "Rosewood Example Homes", "Rosewood House", Rating.GOOD)
    hazel, lodge = home(db, "Hazel Example Care", "Hazel Lodge", Rating.INADEQUATE)
    return Eligible(fund, level_2, level_3, two, three, rosewood, house, hazel, lodge)


def rule(
    db: Database, fund: Fund, words: str, fact: str, operator: Operator, value: str, **more: Any
) -> Rule:
    """One more rule of the fund."""
    return add_rule(db, fund.id, RuleDraft(words, fact, operator, value, **more))


def home(db: Database, provider: str, service: str, rating: Rating | None = None) -> tuple[str, str]:
    """A provider with one residential home in Ashfield."""
    owner = add_provider(db, name=provider, phone="01632 960 100").id
    key = add_service(
        db,
        owner,
        name=service,
        kind=ServiceKind.RESIDENTIAL_HOME,
        district="Ashfield",
        portfolio_officer="Officer Example",
    ).id
    if rating is not None:
        record_rating(db, key, rating, date(2019, 2, 1), today=TODAY)
    return owner, key


def manager(db: Database, provider: str, name: str = "Mina Example", **given: Any) -> str:
    """Somebody who agreed to be contacted."""
    facts = {
        "role": ContactRole.REGISTERED_MANAGER,
        "consent": ConsentBasis.EMAIL_OPT_IN,
        "phone": "01632 960 001",
    }
    return add_contact(db, provider, name=name, **{**facts, **given}).id


def worker(db: Database, provider: str, given: str, service: str | None = None, **post: Any) -> Learner:
    """A care worker with a post since 2018."""
    found = add_learner(db, given, "Example", has_ni_number=True)
    facts = {
        "job_role": JobRole.CARE_WORKER,
        "employment": Employment.PERMANENT,
        "from_on": date(2018, 1, 1),
    }
    add_post(db, found.id, provider, **{**facts, "service_id": service, **post})
    return found


def claimed(db: Database, held: Eligible, provider: str, *, status: str = "submitted", **given: Any) -> Claim:
    """A claim for the Level 2 Certificate that stands so."""
    facts = {"pence": 150_000, "item_id": held.level_2.id, "submitted_on": date(2019, 10, 1), "year": 2019}
    made = add_claim(
        db, ClaimDraft(fund_id=held.fund.id, provider_id=provider, **{**facts, **given}), today=TODAY
    )
    from resources.database import change

    with change(db, f"Claim {made.number}: {status}"):
        db.update_row("claim", made.id, {"status": status})
    return made
