"""Holding files against the register: what is new, changed, gone, re-inspected. Writes nothing.

Files are checked in the order of their days against a working copy, so that several months in one go are each held
against the month before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from engagement.cqc_files.contents import (
    SERVICE_FACTS,
    CqcFile,
    FileFindings,
    FileKind,
    Finding,
    Found,
    Location,
    PublishedRating,
)
from engagement.cqc_files.held import Held, HeldOther, HeldProvider, HeldService
from engagement.cqc_files.periods import Said, missing, seen
from engagement.register.vocabulary import KeyQuestion, Rating
from resources.database import new_key
from resources.files.reading import Progress
from resources.wording import date_short

_DORMANT = SERVICE_FACTS.index("dormant")
_BEDS = SERVICE_FACTS.index("beds")
_REGISTERED_ON = SERVICE_FACTS.index("registered_on")
_INSPECTED_ON = SERVICE_FACTS.index("last_inspected_on")
_MAY_BE_NULL = (_BEDS, _REGISTERED_ON, _INSPECTED_ON)

FACT_HEADINGS = dict(
    zip(
        SERVICE_FACTS,
        (
            "Name",
            "Also known as",
            "Kind",
            "Service types",
            "Specialisms",
            "Address",
            "Postcode",
            "Authority",
            "Region",
            "Phone",
            "Website",
            "Beds",
            "Registered on",
            "Dormant",
            "Last inspected on",
            "Registered manager",
        ),
        strict=True,
    )
)


@dataclass(frozen=True)
class Checked:
    """What the files mean, file by file, and the working copy that would be written."""

    findings: tuple[FileFindings, ...]
    held: Held


def check(
    held: Held, files: Iterable[CqcFile], *, mark_gone: bool = True, progress: Progress | None = None
) -> Checked:
    """Hold the files, in this order, against the working copy, and bring it up to date.

    With `mark_gone` off, locations that a file does not list stay as they are.
    """
    findings = []
    for file in files:
        found = FileFindings(file)
        if file.kind is not FileKind.RATINGS:
            _check_locations(held, file, found, mark_gone=mark_gone, progress=progress)
        _check_ratings(held, file, found)
        findings.append(found)
    return Checked(tuple(findings), held)


def _found(
    location: Location | HeldService | HeldOther, detail: str = "", *, social_care: bool = True
) -> Found:
    return Found(location.location_id, location.name, location.authority, detail, social_care)


# Locations


def _check_locations(
    held: Held, file: CqcFile, found: FileFindings, *, mark_gone: bool, progress: Progress | None
) -> None:
    day = file.as_at.isoformat()
    after = {area: held.next_file(area, day) for area in file.authorities}
    listed: set[str] = set()
    for number, location in enumerate(file.locations):
        if progress is not None and number % 2000 == 0:
            progress(number, len(file.locations))
        listed.add(location.location_id)
        if location.kind is None:
            _check_other(held, location, day, found)
        else:
            _check_service(held, location, day, after.get(location.authority), found)
    if mark_gone:
        _check_gone(held, file, listed, after, found)
    if (day, frozenset(file.authorities)) not in held.snapshots:
        held.snapshots.append((day, frozenset(file.authorities)))


def _check_service(held: Held, location: Location, day: str, after: str | None, found: FileFindings) -> None:
    assert location.kind is not None
    said = Said(location.kind, bool(location.facts[_DORMANT]), location.authority)
    since = str(location.facts[_REGISTERED_ON] or day)
    service = held.services.get(location.location_id)
    provider = _provider(held, location, service)
    if service is None:
        service = _new_service(held, location, provider)
        service.periods = seen((), said, day, since=since, next_file=after)
        found.add(Finding.NEW, _found(location, location.service_types))
        return
    if location.facts[_DORMANT] is None:
        said = said._replace(dormant=_dormant_on(service, day))
    was_there = any(period.covers(day) for period in service.periods)
    periods = seen(service.periods, said, day, since=since, next_file=after)
    if periods != service.periods:
        service.periods, service.periods_changed = periods, True
    differences = _bring_up_to_date(service, location, newest=held.newest_file(location.authority) <= day)
    if service.provider is not provider:
        differences.append(f"Provider: {service.provider.name} → {provider.name}")
        service.provider, service.moved_provider = provider, True
    if not was_there:
        found.add(Finding.RETURNED, _found(location, "; ".join(differences)))
    elif differences:
        found.add(Finding.CHANGED, _found(location, "; ".join(differences)))
    else:
        found.add(Finding.UNCHANGED, _found(location))


def _dormant_on(service: HeldService, day: str) -> bool:
    return any(period.said.dormant for period in service.periods if period.covers(day))


def _new_service(held: Held, location: Location, provider: HeldProvider) -> HeldService:
    facts = tuple(
        fact if fact is not None or place in _MAY_BE_NULL else 0 if place == _DORMANT else ""
        for place, fact in enumerate(location.facts)
    )
    service = HeldService(
        new_key(), location.location_id, provider, facts, new=True, changed=True, periods_changed=True
    )
    held.services[location.location_id] = service
    return service


def _bring_up_to_date(service: HeldService, location: Location, *, newest: bool) -> list[str]:
    """Take over what the file says, and tell what changed. Blanks change nothing; an older file only fills gaps."""
    differences = []
    facts = list(service.facts)
    for place, fact in enumerate(location.facts):
        before = facts[place]
        if fact in (None, "") or fact == before or (not newest and before not in (None, "")):
            continue
        facts[place] = fact
        heading = FACT_HEADINGS[SERVICE_FACTS[place]]
        differences.append(f"{heading}: {_shown(place, before) or 'blank'} → {_shown(place, fact)}")
    if differences:
        service.facts, service.changed = tuple(facts), True
    return differences


def _shown(place: int, fact: str | int | None) -> str:
    if place == _DORMANT:
        return "Yes" if fact else "No"
    if fact and place in (_REGISTERED_ON, _INSPECTED_ON):
        return date_short(str(fact))
    return str(fact or "").replace("_", " ") if SERVICE_FACTS[place] == "kind" else str(fact or "")


def _provider(held: Held, location: Location, service: HeldService | None) -> HeldProvider:
    """The provider that the file names; CQC's blank name is filled with the location's until a file gives one."""
    stand_in = f"Provider of {location.name}"
    known = held.providers.get(location.provider_id)
    if known is None and not location.provider_id and service is not None:
        known = service.provider
    if known is None:
        known = HeldProvider(
            new_key(), location.provider_id, location.provider_name or stand_in, location.brand, new=True
        )
        if location.provider_id:
            held.providers[location.provider_id] = known
        return known
    if (
        location.provider_name
        and location.provider_name != known.name
        and (location.provider_id or service is None)
    ):
        known.name, known.changed = location.provider_name, True
    if location.brand and location.brand != known.brand:
        known.brand, known.changed = location.brand, True
    return known


def _check_other(held: Held, location: Location, day: str, found: FileFindings) -> None:
    """A location outside adult social care: left out, and remembered so that comings and goings can be counted."""
    found.left_out.append(_found(location, location.service_types, social_care=False))
    other = held.others.get(location.location_id)
    if other is None:
        held.others[location.location_id] = HeldOther(
            new_key(), location.location_id, location.name, location.authority, day, day, new=True
        )
        found.add(Finding.NEW, _found(location, location.service_types, social_care=False))
        return
    if other.gone_on is not None and other.gone_on <= day:
        other.gone_on, other.changed = None, True
        found.add(Finding.RETURNED, _found(location, social_care=False))
    if day > other.seen_on or day < other.first_seen_on:
        other.seen_on, other.first_seen_on = max(day, other.seen_on), min(day, other.first_seen_on)
        other.changed = True


def _check_gone(
    held: Held, file: CqcFile, listed: set[str], after: dict[str, str | None], found: FileFindings
) -> None:
    day, areas = file.as_at.isoformat(), set(file.authorities)
    there = {area: 0 for area in areas}
    gone: dict[str, list[HeldService]] = {area: [] for area in areas}
    for service in held.services.values():
        if service.authority not in areas or service.new:
            continue
        if not any(period.covers(day) and period.from_on < day for period in service.periods):
            continue
        there[service.authority] += 1
        if service.location_id not in listed:
            gone[service.authority].append(service)
            service.periods = missing(service.periods, day, next_file=after.get(service.authority))
            service.periods_changed = True
            found.add(Finding.GONE, _found(service))
    for area in sorted(areas):
        if there[area] >= 10 and len(gone[area]) * 2 > there[area]:
            found.warnings.append(
                f"“{file.name}” lacks {len(gone[area])} of the {there[area]} services held for {area}. "
                "If it is only a part of the directory, keep those that it does not list."
            )
    for other in held.others.values():
        if (
            other.authority in areas
            and other.location_id not in listed
            and other.gone_on is None
            and other.seen_on < day
        ):
            other.gone_on, other.changed = day, True
            found.add(Finding.GONE, _found(other, social_care=False))


# Ratings


def _check_ratings(held: Held, file: CqcFile, found: FileFindings) -> None:
    day = file.as_at.isoformat()
    unknown: dict[str, PublishedRating] = {}
    for rating in file.ratings:
        service = held.services.get(rating.location_id)
        other = held.others.get(rating.location_id)
        if service is not None:
            _check_rating(held, service, rating, day, found)
        elif other is not None:
            _check_other_rating(other, rating, day, found)
        else:
            unknown.setdefault(rating.location_id, rating)
    for rating in unknown.values():
        found.add(
            Finding.NOT_HELD,
            Found(rating.location_id, rating.location_name, "", rating.rating.label, social_care=True),
        )


def _check_rating(
    held: Held, service: HeldService, rating: PublishedRating, day: str, found: FileFindings
) -> None:
    key = rating.question.value, rating.published_on
    now = rating.rating.value, int(rating.inherited)
    before = service.ratings.get(key)
    if before == now:
        return
    detail = f"{rating.question.label}: {rating.rating.label}, published {date_short(rating.published_on)}"
    if before is not None:
        was = Rating(before[0]).label
        service.ratings[key] = now
        if key not in service.new_ratings:
            service.corrected.append(key)
        found.add(Finding.CORRECTED, _found(service, f"{detail}; held as {was}"))
        return
    if rating.question is KeyQuestion.OVERALL:
        listed = held.was_listed_before(service, day)
        _compare(found, _found(service), service.overall(), rating, listed_before=listed)
    service.ratings[key] = now
    service.new_ratings.append(key)
    found.add(Finding.RATINGS_ADDED, _found(service, detail))


def _check_other_rating(other: HeldOther, rating: PublishedRating, day: str, found: FileFindings) -> None:
    if rating.question is not KeyQuestion.OVERALL:
        return
    before = (other.published_on, other.rating) if other.published_on and other.rating else None
    if before == (rating.published_on, rating.rating.value) or (before and before[0] > rating.published_on):
        return
    listed = other.first_seen_on < day
    _compare(found, _found(other, social_care=False), before, rating, listed_before=listed)
    other.published_on, other.rating, other.changed = rating.published_on, rating.rating.value, True


def _compare(
    found: FileFindings,
    who: Found,
    before: tuple[str, str] | None,
    rating: PublishedRating,
    *,
    listed_before: bool,
) -> None:
    """Put a newly published overall rating into its groups."""
    now = f"{rating.rating.label}, published {date_short(rating.published_on)}"
    if before is None:
        if listed_before and rating.rating.is_rated:
            found.add(Finding.FIRST_RATING, _with(who, now))
        return
    was_on, was = before[0], Rating(before[1])
    if rating.published_on <= was_on:
        return
    detail = f"{was.label} ({date_short(was_on)}) → {rating.rating.label} ({date_short(rating.published_on)})"
    found.add(Finding.RE_INSPECTED, _with(who, detail))
    if not was.is_rated and rating.rating.is_rated:
        found.add(Finding.FIRST_RATING, _with(who, now))
    elif was is not rating.rating:
        found.add(Finding.CHANGED_RATING, _with(who, detail))


def _with(who: Found, detail: str) -> Found:
    return Found(who.location_id, who.name, who.authority, detail, who.social_care)
