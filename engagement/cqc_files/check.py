"""Holding files against the register: what is new, changed, gone, re-inspected. Writes nothing.

Files are checked in the order of their days against a working copy, so that several months in one go are each held
against the month before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from engagement.cqc_files.at_once import without_collecting
from engagement.cqc_files.check_ratings import check_ratings
from engagement.cqc_files.contents import (
    SERVICE_FACTS,
    CqcFile,
    Facts,
    FileFindings,
    FileKind,
    Finding,
    Location,
    found_of,
)
from engagement.cqc_files.held import POSTCODE, Held, HeldOther, HeldProvider, HeldService
from engagement.cqc_files.periods import Said, missing, said_on, seen
from engagement.register.facts import heading
from engagement.register.names import joined_names, other_names
from engagement.register.vocabulary import ServiceKind
from resources.database import new_key
from resources.files.reading import Progress
from resources.wording import count_of, date_short

_KIND = SERVICE_FACTS.index("kind")
_ALSO = SERVICE_FACTS.index("also_known_as")
_DORMANT = SERVICE_FACTS.index("dormant")
_REGISTERED_ON = SERVICE_FACTS.index("registered_on")
_INSPECTED_ON = SERVICE_FACTS.index("last_inspected_on")
_BLANKS: Facts = tuple(
    {"beds": None, "registered_on": None, "last_inspected_on": None, "dormant": 0}.get(name, "")
    for name in SERVICE_FACTS
)
"""What a new service has where its file says nothing."""

_ENOUGH_TO_WARN = 10
_STEP = 2_000


@dataclass(frozen=True)
class Checked:
    """What the files mean, file by file, and the working copy that would be written."""

    findings: tuple[FileFindings, ...]
    held: Held
    mark_gone: bool = True


def check(
    held: Held, files: Iterable[CqcFile], *, mark_gone: bool = True, progress: Progress | None = None
) -> Checked:
    """Hold the files, in this order, against the working copy, and bring it up to date.

    With `mark_gone` off the files are parts of a directory: what they do not list stays as it is.
    """
    findings = []
    with without_collecting():
        for file in files:
            found = FileFindings(file)
            if file.kind is not FileKind.RATINGS:
                _LocationCheck(held, file, found).run(mark_gone=mark_gone, progress=progress)
            check_ratings(held, file, found)
            findings.append(found)
    return Checked(tuple(findings), held, mark_gone)


class _LocationCheck:
    """One file's locations against the working copy."""

    def __init__(self, held: Held, file: CqcFile, found: FileFindings) -> None:
        self.held = held
        self.file = file
        self.found = found
        self.day = file.as_at.isoformat()
        areas = {*held.whole_files, *(location.authority for location in file.locations), ""}
        self.files = {area: frozenset(held.whole_files[area]) for area in areas}
        self.is_newest = {area: held.newest_file(area) <= self.day for area in areas}
        self.listed = {location.location_id for location in file.locations} | file.refused_ids

    def run(self, *, mark_gone: bool, progress: Progress | None) -> None:
        for number, location in enumerate(self.file.locations):
            if progress is not None and number % _STEP == 0:
                progress(number, len(self.file.locations))
            if location.kind is None:
                self._other(location)
            else:
                self._service(location, location.kind)
        if mark_gone:
            self._gone()
            for area in self.file.authorities:
                self.held.whole_files[area].add(self.day)

    # --- adult social care

    def _service(self, location: Location, kind: ServiceKind) -> None:
        service = self.held.services.get(location.location_id)
        if service is None:
            former = self.held.former.get(location.location_id)
            if former is None:
                self._new_service(location, kind)
            else:
                self._merged(location, kind, former)
            return
        on_time = self.is_newest.get(location.authority or service.authority, True)
        differences = self._bring_up_to_date(service, location, newest=on_time)
        if on_time:
            differences += self._bring_to_provider(service, location)
        differences += self._registered(service, location, kind)
        if service.archived:
            self.found.add(Finding.ARCHIVED, found_of(service, "; ".join(differences)))
        elif differences and differences[-1] is _RETURNED:
            self.found.add(Finding.RETURNED, found_of(service, "; ".join(differences[:-1])))
        elif differences:
            self.found.add(Finding.CHANGED, found_of(service, "; ".join(differences)))
        else:
            self.found.add(Finding.UNCHANGED, found_of(service))

    def _new_service(self, location: Location, kind: ServiceKind) -> None:
        said_of_it = zip(location.facts, _BLANKS, strict=True)
        facts = tuple([blank if fact is None else fact for fact, blank in said_of_it])
        service = HeldService(
            new_key(), location.location_id, self._provider(location, None), facts,
            new=True, changed=True, placed=True, periods_changed=True,
        )  # fmt: skip
        said = Said(kind, bool(location.facts[_DORMANT]), location.authority)
        since = location.registered_on
        service.periods = seen(
            (),
            said,
            self.day,
            since=since,
            files=self.files[location.authority],
        )
        self.held.services[location.location_id] = service
        detail = location.service_types
        other = self.held.others.get(location.location_id)
        if other is not None and other.gone_on is None:
            other.gone_on, other.changed = self.day, True
            detail = f"{detail}; left out before, since it was not adult social care"
        self.found.add(Finding.NEW, found_of(location, detail))

    def _merged(self, location: Location, kind: ServiceKind, service: HeldService) -> None:
        """What was merged away: it was there on the file's day, and adds nothing else."""
        if service.location_id not in self.listed:
            self._registered(service, location, kind)
            self.listed.add(service.location_id)
        self.found.add(Finding.MERGED, found_of(location, f"Merged into {service.name}"))

    def _registered(self, service: HeldService, location: Location, kind: ServiceKind) -> list[str]:
        """Take over that the service was there, and as what; says so when that is news. _RETURNED stands last."""
        before, day = service.periods, self.day
        dormant = location.facts[_DORMANT]
        was, area = said_on(before, day), location.authority or service.authority
        said = Said(
            kind,
            bool(dormant) if dormant is not None else was is not None and was.dormant,
            area,
        )
        files = self.files.get(area, frozenset())
        periods = seen(before, said, day, since=service.registered_on, files=files)
        if periods == before:
            return []
        service.periods, service.periods_changed = periods, True
        if not before:
            return ["First listed by CQC"]
        if was is None and any(period.until_on and period.until_on <= day for period in before):
            return [_RETURNED]
        if was is None:
            return [
                f"Listed from {date_short(periods[0].from_on)} instead of {date_short(before[0].from_on)}"
            ]
        return []

    def _bring_up_to_date(self, service: HeldService, location: Location, *, newest: bool) -> list[str]:
        """Take over what the file says, and tell what changed.

        Blanks change nothing, an older file only fills gaps and adds other names, and what the team wrote stays.
        """
        said = _with_every_name(location.facts, service.facts)
        differing = [
            place
            for place, (fact, before) in enumerate(zip(said, service.facts, strict=True))
            if fact != before
            and fact not in (None, "")
            and (newest or place == _ALSO or before in (None, ""))
        ]
        if self.file.kind is FileKind.HSCA:
            differing = [place for place in differing if not _said_otherwise(place, differing, service)]
        if not differing:
            return []
        differences, kept, facts = [], [], list(service.facts)
        for place in differing:
            name, before, fact = SERVICE_FACTS[place], facts[place], said[place]
            words = f"{heading('service', name)}: {_shown(place, before) or 'blank'} → {_shown(place, fact)}"
            if name in service.own:
                kept.append(words)
                continue
            differences.append(words)
            facts[place] = fact
            service.placed = service.placed or place == POSTCODE
        if kept:
            self.found.add(Finding.KEPT, found_of(service, "; ".join(kept)))
        if differences:
            service.facts, service.changed = tuple(facts), True
        return differences

    # --- providers

    def _bring_to_provider(self, service: HeldService, location: Location) -> list[str]:
        before = service.provider
        if "provider_id" in service.own and location.provider_id != before.cqc_id:
            if location.provider_id:
                words = f"Provider: {before.name} → {location.provider_name or location.provider_id}"
                self.found.add(Finding.KEPT, found_of(service, words))
            return []
        provider = self._provider(location, service)
        if provider is before:
            return []
        service.provider, service.moved_provider = provider, True
        return [f"Provider: {before.name} → {provider.name}"]

    def _provider(self, location: Location, service: HeldService | None) -> HeldProvider:
        """The provider that the file names; CQC's blank name is filled with the location's until a file gives one."""
        name, cqc_id = location.provider_name, location.provider_id
        known = self.held.providers.get(cqc_id) if cqc_id else self._without_number(name, service)
        if known is None and service is not None and _is_typed_by_hand(service.provider, name):
            known = service.provider
            known.cqc_id, known.changed = cqc_id, True
            self.held.providers[cqc_id] = known
        if known is None:
            return self._new_provider(location)
        if known.archived_on is not None and (service is None or not service.archived):
            known.archived_on, known.changed = None, True
        if cqc_id and self.is_newest[location.authority]:
            _bring_provider_up_to_date(known, name, location.brand)
        return known

    def _without_number(self, name: str, service: HeldService | None) -> HeldProvider | None:
        """A file that gives no Provider ID moves nothing; a new service goes by the provider's name."""
        if service is not None:
            return service.provider
        return self.held.unnumbered.get(name.casefold()) if name else None

    def _new_provider(self, location: Location) -> HeldProvider:
        name = location.provider_name or f"Provider of {location.name}"
        provider = HeldProvider(new_key(), location.provider_id, name, location.brand, new=True)
        if location.provider_id:
            self.held.providers[location.provider_id] = provider
        elif location.provider_name:
            self.held.unnumbered[name.casefold()] = provider
        return provider

    # --- everything else

    def _other(self, location: Location) -> None:
        """Outside adult social care: left out, and remembered so that comings and goings can be counted."""
        day, found = self.day, self.found
        found.left_out.append(found_of(location, location.service_types, social_care=False))
        service = self.held.services.get(location.location_id)
        if service is not None:
            self._no_longer_social_care(service, location)
        other = self.held.others.get(location.location_id)
        if other is None:
            other = HeldOther(location.location_id, location.name, location.authority, day, day, new=True)
            self.held.others[location.location_id] = other
            if service is None:
                found.add(Finding.NEW, found_of(location, location.service_types, social_care=False))
            return
        if other.gone_on is not None and other.gone_on <= day:
            other.gone_on, other.changed = None, True
            found.add(Finding.RETURNED, found_of(location, social_care=False))
        else:
            found.add(Finding.UNCHANGED, found_of(location, social_care=False))
        if day > other.seen_on or day < other.first_seen_on:
            other.seen_on, other.first_seen_on = max(day, other.seen_on), min(day, other.first_seen_on)
            other.changed = True

    def _no_longer_social_care(self, service: HeldService, location: Location) -> None:
        if self._is_missing(service):
            types = location.service_types or "nothing"
            self.found.add(Finding.GONE, found_of(service, f"No longer adult social care; now: {types}"))

    def _is_missing(self, service: HeldService) -> bool:
        """End what was held of the file's day; False when nothing was."""
        since = service.registered_on
        files = self.held.whole_files[service.authority]
        periods = missing(service.periods, self.day, since=since, files=files)
        if periods == service.periods:
            return False
        service.periods, service.periods_changed = periods, True
        return True

    def _gone(self) -> None:
        """What the file should list and does not. A second file of a day and area adds to the first."""
        areas = {area for area in self.file.authorities if self.day not in self.files[area]}
        there = dict.fromkeys(areas, 0)
        gone = dict.fromkeys(areas, 0)
        for service in self.held.services.values():
            said = said_on(service.periods, self.day)
            if said is None or said.authority not in areas:
                continue
            there[said.authority] += not service.new
            if service.location_id not in self.listed and self._is_missing(service):
                gone[said.authority] += 1
                self.found.add(Finding.GONE, found_of(service))
        self._warn(there, gone)
        self._others_gone(areas)

    def _warn(self, there: dict[str, int], gone: dict[str, int]) -> None:
        for area in sorted(there):
            if there[area] >= _ENOUGH_TO_WARN and gone[area] * 2 > there[area]:
                self.found.warnings.append(
                    f"“{self.file.name}” lacks {gone[area]:,} of the {count_of(there[area], 'service')} held for "
                    f"{area}. If it is only a part of the directory, keep those that it does not list."
                )

    def _others_gone(self, areas: set[str]) -> None:
        for other in self.held.others.values():
            if (
                other.authority in areas
                and other.location_id not in self.listed
                and other.gone_on is None
                and other.seen_on < self.day
            ):
                other.gone_on, other.changed = self.day, True
                self.found.add(Finding.GONE, found_of(other, social_care=False))


_RETURNED = "Returned"
_SAME_IN_OTHER_WORDS = {SERVICE_FACTS.index("service_types"): _KIND, SERVICE_FACTS.index("address"): POSTCODE}


def _said_otherwise(place: int, differing: list[int], service: HeldService) -> bool:
    """Whether active locations only say in other words what the directory says.

    They name the same types differently and add the county to an address, so these change with the kind and the
    postcode alone; otherwise each of two files a month would undo the other's words.
    """
    return (
        place in _SAME_IN_OTHER_WORDS
        and bool(service.facts[place])
        and _SAME_IN_OTHER_WORDS[place] not in differing
    )


def _with_every_name(said: Facts, held: Facts) -> Facts:
    """What a file says, with the other names that are held beside its own.

    A merge puts the removed name there, and a document that may not name the service is searched for all of them.
    """
    if said[_ALSO] in (None, "", held[_ALSO]):
        return said
    known, given = _names(held), _names(said)
    also = joined_names(sorted(known | given, key=str.casefold)) if given - known else held[_ALSO]
    return (*said[:_ALSO], also, *said[_ALSO + 1 :])


def _names(facts: Facts) -> set[str]:
    return set(other_names(str(facts[_ALSO] or "")))


def _is_typed_by_hand(provider: HeldProvider, name: str) -> bool:
    """Whether a service's provider is one that the team typed, without CQC's number, and the file means it."""
    return not provider.cqc_id and (not name or provider.name.casefold() == name.casefold())


def _bring_provider_up_to_date(provider: HeldProvider, name: str, brand: str) -> None:
    if name and name != provider.name and "name" not in provider.own:
        provider.name, provider.changed = name, True
    if brand and brand != provider.brand and "brand" not in provider.own:
        provider.brand, provider.changed = brand, True


def _shown(place: int, fact: str | int | None) -> str:
    if place == _DORMANT:
        return "Yes" if fact else "No"
    if fact and place in (_REGISTERED_ON, _INSPECTED_ON):
        return date_short(str(fact))
    return ServiceKind(str(fact)).label if fact and place == _KIND else str(fact or "")
