"""Who is asked in a wave, and why somebody is not: decided from the register as it was on a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.geography import same_authority
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.register_facts import Unit, UnitFacts, together

USUAL_KINDS = (
    ServiceKind.RESIDENTIAL_HOME, ServiceKind.NURSING_HOME, ServiceKind.HOME_CARE, ServiceKind.SUPPORTED_LIVING,
)  # fmt: skip
"""Whom the baseline of 2019 asked."""


@dataclass(frozen=True)
class PopulationRule:
    """Who is asked: services of these kinds in these areas. No authority named is the council's own area."""

    kinds: tuple[ServiceKind, ...] = USUAL_KINDS
    authorities: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    only_active_contracts: bool = False


@dataclass(frozen=True)
class Candidate:
    """A service, or a provider, with what became of it and why. `elsewhere`: it lies outside the area asked."""

    provider_id: str
    service_id: str | None
    name: str
    provider_name: str
    facts: UnitFacts
    invited: bool
    reason: str
    elsewhere: bool = False


def decide(
    units: Sequence[Unit], rule: PopulationRule, asked_of: AskedOf, area: Collection[str], day_words: str
) -> list[Candidate]:
    """What becomes of each, in the order given; `area` are the authorities meant, `day_words` the day in words."""
    told = [_decided(one, rule, _InArea(area), day_words) for one in units]
    return told if asked_of is AskedOf.SERVICE else _by_provider(told)


class _InArea:
    """Whether an authority is one of those meant, however it is written; asked once for each spelling."""

    def __init__(self, area: Collection[str]) -> None:
        self._area = area
        self._known: dict[str, bool] = {}

    def __call__(self, authority: str) -> bool:
        if authority not in self._known:
            self._known[authority] = any(same_authority(authority, one) for one in self._area)
        return self._known[authority]


def _decided(one: Unit, rule: PopulationRule, in_area: _InArea, day_words: str) -> Candidate:
    reason, elsewhere = _left_out(one, rule, in_area, day_words)
    told = reason or f"{ServiceKind(one.facts.kind).label} in {one.facts.district or one.authority}"
    return Candidate(
        one.provider_id, one.service_id, one.name, one.provider_name, one.facts, not reason, told, elsewhere
    )


def _left_out(one: Unit, rule: PopulationRule, in_area: _InArea, day_words: str) -> tuple[str, bool]:
    """Why it is not asked; nothing where it is. The first reason that holds is said."""
    if not in_area(one.authority):
        return (f"In {one.authority}, outside the area" if one.authority else "Area not recorded"), True
    if rule.districts and one.facts.district not in rule.districts:
        return (f"In {one.facts.district}" if one.facts.district else "District not recorded"), False
    if ServiceKind(one.facts.kind) not in rule.kinds:
        return f"{ServiceKind(one.facts.kind).label}: not a kind that is asked", False
    if not one.there:
        return f"Not in the register on {day_words}, or closed then", False
    if one.dormant:
        return "Dormant: CQC says that no care is given there", False
    if rule.only_active_contracts and one.contract is not ContractStatus.ACTIVE:
        return (
            "No contract"
            if one.contract is ContractStatus.NONE
            else f"Contract not active: {one.contract.label.lower()}"
        ), False
    return "", False


def _by_provider(told: Sequence[Candidate]) -> list[Candidate]:
    """Providers by name: each with those of its services that meet the rule, or with the reason why none does."""
    of: dict[str, list[Candidate]] = {}
    for one in told:
        of.setdefault(one.provider_id, []).append(one)
    found = [_provider(services) for services in of.values()]
    return sorted(found, key=lambda one: (one.name.casefold(), one.provider_id))


def _provider(services: Sequence[Candidate]) -> Candidate:
    meant = [one for one in services if one.invited]
    nearest = meant or [one for one in services if not one.elsewhere] or list(services)
    first = nearest[0]
    if meant:
        number = len(meant)
        reason = first.reason if number == 1 else f"{number} services that are asked"
    elif len(services) == 1:
        reason = first.reason
    else:
        reason = f"None of its {len(services)} services is asked. {first.reason}"
    return Candidate(
        first.provider_id, None, first.provider_name, first.provider_name,
        together([one.facts for one in nearest]), bool(meant), reason, all(one.elsewhere for one in services),
    )  # fmt: skip
