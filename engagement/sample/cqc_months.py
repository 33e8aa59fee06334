"""CQC's directory and latest ratings of the sample county as at a day, as if the files had been read. Pure."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from engagement.cqc_files.contents import CqcFile, FileKind, Location, PublishedRating
from engagement.register.vocabulary import KeyQuestion
from engagement.sample.county import PlannedProvider, PlannedService
from engagement.sample.inspections import Inspection
from engagement.sample.places import COUNCIL, REGION

MONTHS_BACK = (72, 60, 48, 36, 24, 18, 12, 9, 6, 3, 0)
"""Which months' files the team has kept: yearly at first, quarterly of late."""


def as_at_days(today: date) -> list[date]:
    """The 1st of each month that is held, oldest first."""
    months = (divmod(today.year * 12 + today.month - 1 - back, 12) for back in MONTHS_BACK)
    return [date(year, month + 1, 1) for year, month in months]


def files_of(county: Iterable[PlannedProvider], day: date) -> list[CqcFile]:
    """The directory and the latest ratings of a day."""
    listed = [
        (provider, service)
        for provider in county
        for service in (*provider.services, *provider.elsewhere)
        if service.service_types and _is_listed(service, day)
    ]
    locations = [_location(line, *one, day) for line, one in enumerate(listed, 2)]
    ratings = [rating for _, service in listed for rating in _ratings(service, day)]
    return [
        _file(FileKind.DIRECTORY, day, locations=locations),
        _file(FileKind.RATINGS, day, ratings=ratings),
    ]


def _is_listed(service: PlannedService, day: date) -> bool:
    return service.registered_on <= day and (service.ends is None or day < service.ends)


def _file(
    kind: FileKind,
    day: date,
    *,
    locations: list[Location] | None = None,
    ratings: list[PublishedRating] | None = None,
) -> CqcFile:
    name = f"Sample {kind.label} {day:%Y-%m-%d}.csv"
    rows = [*(locations or []), *(ratings or [])]
    return CqcFile(
        kind=kind, name=name, sha256=hashlib.sha256(name.encode()).hexdigest(), as_at=day, dated_by="its name",
        headings=(), rows=len(rows), locations=locations or [], ratings=ratings or [],
    )  # fmt: skip


def _latest(service: PlannedService, day: date) -> Inspection | None:
    return next((one for one in reversed(service.inspections) if one.published_on <= day), None)


def _location(line: int, provider: PlannedProvider, service: PlannedService, day: date) -> Location:
    latest = _latest(service, day) if service.authority == COUNCIL else None
    inspected = latest.published_on - timedelta(days=40) if latest and not latest.inherited else None
    facts = (
        service.name, "", service.kind.value, service.service_types, service.specialisms, service.address,
        service.postcode, service.authority, REGION, service.phone, "", service.beds,
        service.registered_on.isoformat(), int(service.dormant), inspected.isoformat() if inspected else None,
        service.manager,
    )  # fmt: skip
    return Location(
        line, service.location_id, service.kind, facts, provider.cqc_id, provider.name, provider.brand
    )


def _ratings(service: PlannedService, day: date) -> Iterator[PublishedRating]:
    """Overall and the five questions; of another authority's services the overall rating alone."""
    latest = _latest(service, day)
    if latest is None:
        return
    published = latest.published_on.isoformat()
    for question, rating in latest.ratings.items():
        if service.authority == COUNCIL or question is KeyQuestion.OVERALL:
            yield PublishedRating(
                0, service.location_id, service.name, question, rating, published, latest.inherited
            )
