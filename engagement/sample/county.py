"""The sample county on paper: its providers and services, before any of it is in a database. Pure."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from engagement.register.vocabulary import ServiceKind
from engagement.sample.inspections import IA, RI, Inspection, found_inadequate, inspections
from engagement.sample.names import BRANDS, Names
from engagement.sample.places import COUNCIL, POSTCODES, STREETS, TOWNS, postcodes_of

PROVIDERS = 356
"""Four more are kept twice, which makes 360: see team_facts."""

_K = ServiceKind
NUMBERS = {
    _K.NURSING_HOME: 70, _K.RESIDENTIAL_HOME: 152, _K.HOME_CARE: 110, _K.SUPPORTED_LIVING: 40, _K.EXTRA_CARE: 14,
    _K.SHARED_LIVES: 3, _K.DAY_CARE: 30, _K.MICRO_PROVIDER: 30, _K.OTHER_SOCIAL_CARE: 1,
}  # fmt: skip
NEIGHBOURS = {
    "Derby": (16, 34, 31), "Derbyshire": (44, 66, 48), "Leicester": (20, 42, 44), "Leicestershire": (34, 58, 42),
    "Lincolnshire": (40, 66, 44), "North Northamptonshire": (31, 36, 30), "Nottingham": (20, 40, 36),
    "Rutland": (4, 6, 5), "West Northamptonshire": (32, 40, 31),
}  # fmt: skip
"""Nursing homes, residential homes and home care agencies of the other authorities in the region."""

_QUALITY = {
    "Derby": -4,
    "Leicester": -7,
    "Lincolnshire": 5,
    "Rutland": 8,
    "North Northamptonshire": -3,
    COUNCIL: 0,
}
_SUFFIXES = {
    _K.NURSING_HOME: ("Nursing Home", "Court", "Hall"),
    _K.RESIDENTIAL_HOME: ("House", "Lodge", "Grange", "Manor", "Residential Home"),
    _K.HOME_CARE: ("Home Care", "Care at Home"),
    _K.SUPPORTED_LIVING: ("Supported Living",),
    _K.EXTRA_CARE: ("Gardens Extra Care",),
    _K.SHARED_LIVES: ("Shared Lives",),
    _K.DAY_CARE: ("Day Centre", "Day Opportunities"),
    _K.OTHER_SOCIAL_CARE: ("College",),
}
_TYPES = {
    _K.NURSING_HOME: "Nursing homes", _K.RESIDENTIAL_HOME: "Residential homes", _K.HOME_CARE: "Homecare agencies",
    _K.SUPPORTED_LIVING: "Supported living", _K.EXTRA_CARE: "Extra Care housing services",
    _K.SHARED_LIVES: "Shared lives", _K.OTHER_SOCIAL_CARE: "Specialist college services",
}  # fmt: skip
_BIGGER = {_K.NURSING_HOME: (28, 84), _K.RESIDENTIAL_HOME: (6, 46)}
_SPECIALISMS = ("Dementia", "Caring for adults over 65 yrs", "Learning disabilities", "Physical disabilities")
_GONE, _DORMANT = 24, 4


@dataclass(frozen=True)
class PlannedService:
    """A service as it will be. `ends` is the day from which CQC no longer lists it."""

    name: str
    kind: ServiceKind
    location_id: str
    district: str
    authority: str
    postcode: str
    address: str
    phone: str
    manager: str
    beds: int | None
    registered_on: date
    ends: date | None
    dormant: bool
    specialisms: str
    inspections: tuple[Inspection, ...]

    @property
    def service_types(self) -> str:
        """CQC's words for the kind."""
        return _TYPES.get(self.kind, "")


@dataclass
class PlannedProvider:
    """An organisation with what it runs in the county, and beyond it."""

    name: str
    cqc_id: str
    brand: str
    phone: str
    services: list[PlannedService] = field(default_factory=list)
    elsewhere: list[PlannedService] = field(default_factory=list)


def plan_county(rnd: random.Random, names: Names, today: date) -> list[PlannedProvider]:
    """Every provider with its services: groups first, then those that run one service each."""
    maker = _Maker(rnd, names, today)
    kinds = [kind for kind, number in NUMBERS.items() for _ in range(number)]
    groups = [_provider(brand, number, names, brand=brand) for number, brand in enumerate(BRANDS)]
    extra = len(kinds) - (PROVIDERS - len(groups))
    in_groups = rnd.sample([kind for kind in kinds if kind in _FOR_GROUPS], extra)
    for kind in in_groups:
        kinds.remove(kind)
    for number, kind in enumerate(in_groups):
        group = groups[number % len(groups)] if number < 2 * len(groups) else rnd.choice(groups)
        group.services.append(maker.service(kind))
    singles = [_single(maker.service(kind), len(groups) + place, names) for place, kind in enumerate(kinds)]
    everybody = [*groups, *singles]
    _newly_inadequate(rnd, everybody, today)
    _neighbours(rnd, maker, everybody)
    return everybody


_FOR_GROUPS = (_K.NURSING_HOME, _K.RESIDENTIAL_HOME, _K.HOME_CARE, _K.SUPPORTED_LIVING, _K.EXTRA_CARE)


def _provider(name: str, number: int, names: Names, *, brand: str = "") -> PlannedProvider:
    return PlannedProvider(f"{name} Ltd" if brand else name, f"1-99{number:08}", brand, names.telephone())


def _single(service: PlannedService, number: int, names: Names) -> PlannedProvider:
    stem = service.name.split()[0]
    form = ("Care Ltd", "Care Homes Ltd", "Healthcare Ltd", "Care Services Ltd")[number % 4]
    name = service.name if service.kind is _K.MICRO_PROVIDER else f"{stem} {form}"
    provider = _provider(name, number, names)
    if not service.kind.is_registered_by_cqc:
        provider.cqc_id = ""
    provider.services.append(service)
    return provider


def _newly_inadequate(rnd: random.Random, everybody: list[PlannedProvider], today: date) -> None:
    """Two homes are in this month's ratings for the first time as Inadequate, so that there is something to do."""
    published = today.replace(day=1) - timedelta(days=9)
    homes = [
        (planned, place)
        for planned in everybody
        for place, one in enumerate(planned.services)
        if one.kind in _BIGGER and one.ends is None and poorly_rated(one)
        and one.inspections[-1].published_on < published - timedelta(days=120)
    ]  # fmt: skip
    for planned, place in homes[:2]:
        one = planned.services[place]
        found = (*one.inspections, found_inadequate(rnd, published))
        planned.services[place] = replace(one, inspections=found)


def _neighbours(rnd: random.Random, maker: "_Maker", everybody: list[PlannedProvider]) -> None:
    """What the larger ones run beyond the county, so that the county can be compared with the region."""
    groups = everybody[: len(BRANDS)]
    others = rnd.sample([one for one in everybody[len(BRANDS) :] if one.cqc_id], 90)
    kinds = (_K.NURSING_HOME, _K.RESIDENTIAL_HOME, _K.HOME_CARE)
    for authority, numbers in NEIGHBOURS.items():
        for kind, number in zip(kinds, numbers, strict=True):
            for _ in range(number):
                whose = rnd.choice(groups if rnd.random() < 0.6 else others)
                whose.elsewhere.append(maker.elsewhere(kind, authority))


class _Maker:
    """Makes one service after another; each has a number and a name of its own."""

    def __init__(self, rnd: random.Random, names: Names, today: date) -> None:
        self._rnd, self._names, self._today = rnd, names, today
        self._districts = [d for d in POSTCODES for _ in range(9 if d == "Newark and Sherwood" else 8)]
        self._known: set[str] = set()
        self._made = 0
        self._gone = _GONE
        self._dormant = _DORMANT

    def service(self, kind: ServiceKind) -> PlannedService:
        """One of the county's own."""
        rnd = self._rnd
        district = rnd.choice(self._districts)
        manager, registered = self._names.person(), self._registered()
        ends = self._ends(kind, registered)
        found = inspections(rnd, registered, self._today, ends=ends, quality=_QUALITY[COUNCIL])
        street = f"{rnd.randint(1, 180)} {rnd.choice(STREETS)}"
        return PlannedService(
            name=self._name(kind, manager), kind=kind, location_id=self._number(), district=district,
            authority=COUNCIL, postcode=rnd.choice(postcodes_of(district)),
            address=f"{street}, {TOWNS[district]}", phone=self._names.telephone(), manager=manager,
            beds=rnd.randint(*_BIGGER[kind]) if kind in _BIGGER else None, registered_on=registered, ends=ends,
            dormant=ends is None and kind is _K.HOME_CARE and self._take_dormant(),
            specialisms="|".join(rnd.sample(_SPECIALISMS, rnd.randint(1, 3))),
            inspections=found if kind in _TYPES else (),
        )  # fmt: skip

    def elsewhere(self, kind: ServiceKind, authority: str) -> PlannedService:
        """One of another authority: its name, kind and ratings, and nothing of its people."""
        registered = self._registered()
        ends = (
            self._today - timedelta(days=self._rnd.randint(30, 1900)) if self._rnd.random() < 0.05 else None
        )
        if ends is not None and ends <= registered:
            ends = None
        quality = _QUALITY.get(authority, 0)
        found = inspections(self._rnd, registered, self._today, ends=ends, quality=quality)
        return PlannedService(
            name=self._name(kind, ""), kind=kind, location_id=self._number(), district="", authority=authority,
            postcode=self._rnd.choice(postcodes_of(authority)), address="", phone="", manager="", beds=None,
            registered_on=registered, ends=ends, dormant=False, specialisms="", inspections=found,
        )  # fmt: skip

    def _name(self, kind: ServiceKind, manager: str) -> str:
        if kind is _K.MICRO_PROVIDER:
            return f"{manager} Companionship"
        name = f"{self._names.stem()} {self._rnd.choice(_SUFFIXES[kind])}"
        if name in self._known:
            return self._name(kind, manager)
        self._known.add(name)
        return name

    def _number(self) -> str:
        self._made += 1
        return f"1-98{self._made:08}"

    def _registered(self) -> date:
        """Half of them long ago, the rest spread over the years since; some of them lately."""
        days = self._rnd.choice((self._rnd.randint(2600, 5400), self._rnd.randint(40, 3200)))
        return self._today - timedelta(days=days)

    def _ends(self, kind: ServiceKind, registered: date) -> date | None:
        if not self._gone or kind not in _TYPES or self._rnd.random() > 0.06:
            return None
        day = self._today - timedelta(days=self._rnd.randint(20, 1500))
        if day <= registered + timedelta(days=400):
            return None
        self._gone -= 1
        return day

    def _take_dormant(self) -> bool:
        if not self._dormant or self._rnd.random() > 0.1:
            return False
        self._dormant -= 1
        return True


def poorly_rated(service: PlannedService) -> bool:
    """Whether its newest overall rating is one that the team follows up."""
    return bool(service.inspections) and service.inspections[-1].overall in (IA, RI)
