"""Claims and training of a year as they are kept, with the kind and district of whose they are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engagement.register.vocabulary import NO_DISTRICT, ServiceKind
from resources.database import Database
from workforce.funding.vocabulary import ClaimStatus
from workforce.years import year_span

SEVERAL_KINDS, SEVERAL_DISTRICTS = "Providers with several kinds", "Providers in several districts"


@dataclass(frozen=True)
class ClaimRow:
    """A claim of a year. Kind and district are its service's, or what all services of its provider have in common."""

    number: int
    fund_id: str
    provider_id: str
    learner_id: str | None
    pence: int
    status: ClaimStatus
    kind: str
    district: str


@dataclass(frozen=True)
class TrainedRow:
    """A training record of a year: `people` who completed a course."""

    course: str
    learner_id: str | None
    people: int
    kind: str
    district: str


@dataclass(frozen=True)
class _Place:
    kind: str
    district: str


def claims_of_year(db: Database, year: int) -> list[ClaimRow]:
    """Every claim that is charged to the year, drafts too, in the order of their numbers."""
    of_service, of_provider = _places(db)
    rows = db.rows(
        """select number, fund_id, provider_id, service_id, learner_id, ifnull(approved_pence, pence), status
        from claim where year = ? order by number""",
        (year,),
    )
    found = []
    for number, fund_id, provider_id, service_id, learner_id, pence, status in rows:
        place = of_service.get(service_id or "") or of_provider.get(provider_id, _NOWHERE)
        found.append(
            ClaimRow(
                number,
                fund_id,
                provider_id,
                learner_id,
                pence,
                ClaimStatus(status),
                place.kind,
                place.district,
            )
        )
    return found


def trained_in_year(db: Database, year: int, until: date) -> list[TrainedRow]:
    """What was completed in the year, up to a day."""
    of_service, of_provider = _places(db)
    span = year_span(year)
    rows = db.rows(
        """select course.name, learner_id, people, service_id, provider_id from training_record
        join course on course.id = course_id where completed_on between ? and ? order by course.name""",
        (span.first.isoformat(), min(span.last, until).isoformat()),
    )
    found = []
    for course, learner_id, people, service_id, provider_id in rows:
        place = of_service.get(service_id or "") or of_provider.get(provider_id, _NOWHERE)
        found.append(TrainedRow(course, learner_id, people, place.kind, place.district))
    return found


def years_held(db: Database) -> list[int]:
    """The funding years that any money is kept of, the latest first."""
    rows = db.rows(
        """select year from allocation union select year from claim union select year from spending order by 1 desc"""
    )
    return [year for (year,) in rows]


_NOWHERE = _Place("Kind not known", NO_DISTRICT)


def _places(db: Database) -> tuple[dict[str, _Place], dict[str, _Place]]:
    """Of each service, and of each provider what its services in use have in common."""
    services: dict[str, _Place] = {}
    of: dict[str, list[_Place]] = defaultdict(list)
    for key, provider_id, kind, district, archived in db.rows(
        "select id, provider_id, kind, district, archived_on is not null from service"
    ):
        services[key] = _Place(ServiceKind(kind).label, district or NO_DISTRICT)
        if not archived:
            of[provider_id].append(services[key])
    return services, {key: _in_common(places) for key, places in of.items()}


def _in_common(places: Sequence[_Place]) -> _Place:
    kinds, districts = {one.kind for one in places}, {one.district for one in places}
    return _Place(
        kinds.pop() if len(kinds) == 1 else SEVERAL_KINDS,
        districts.pop() if len(districts) == 1 else SEVERAL_DISTRICTS,
    )
