"""Who is asked and why not: each reason, and providers by their services. No database."""

from dataclasses import replace

import pytest

from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.population_rule import Candidate, PopulationRule, decide
from workforce.survey.waves.register_facts import SEVERAL_KINDS, SEVERAL_RATINGS, Unit, UnitFacts

DAY = "2 September 2019"
AREA = ("Nottinghamshire County Council",)
HOME = Unit(
    "s1", "p1", "Rosewood House", "Rosewood Care Ltd", "Nottinghamshire",
    UnitFacts(ServiceKind.NURSING_HOME.value, "Bassetlaw", Rating.GOOD.value, 40, True),
    ContractStatus.ACTIVE, there=True, dormant=False,
)  # fmt: skip


def one(unit: Unit, rule: PopulationRule | None = None, asked_of: AskedOf = AskedOf.SERVICE) -> Candidate:
    (found,) = decide([unit], rule or PopulationRule(), asked_of, AREA, DAY)
    return found


def with_facts(**facts: object) -> Unit:
    return replace(HOME, facts=replace(HOME.facts, **facts))  # type: ignore[arg-type]


def test_a_nursing_home_of_the_own_area_is_asked() -> None:
    assert one(HOME) == Candidate(
        "p1", "s1", "Rosewood House", "Rosewood Care Ltd", HOME.facts, True, "Nursing home in Bassetlaw"
    )


@pytest.mark.parametrize(
    ("unit", "rule", "reason"),
    [
        (replace(HOME, authority="Derbyshire"), PopulationRule(), "In Derbyshire, outside the area"),
        (replace(HOME, authority="Nottingham"), PopulationRule(), "In Nottingham, outside the area"),
        (replace(HOME, authority=""), PopulationRule(), "Area not recorded"),
        (HOME, PopulationRule(districts=("Ashfield",)), "In Bassetlaw"),
        (with_facts(district=""), PopulationRule(districts=("Ashfield",)), "District not recorded"),
        (
            with_facts(kind=ServiceKind.DAY_CARE.value),
            PopulationRule(),
            "Day care: not a kind that is asked",
        ),
        (
            replace(HOME, there=False),
            PopulationRule(),
            f"Not in the register on {DAY}, or closed then",
        ),
        (replace(HOME, dormant=True), PopulationRule(), "Dormant: CQC says that no care is given there"),
        (
            replace(HOME, contract=ContractStatus.SUSPENDED),
            PopulationRule(only_active_contracts=True),
            "Contract not active: suspended",
        ),
        (
            replace(HOME, contract=ContractStatus.NONE),
            PopulationRule(only_active_contracts=True),
            "No contract",
        ),
    ],
)
def test_whoever_is_left_out_has_a_reason(unit: Unit, rule: PopulationRule, reason: str) -> None:
    found = one(unit, rule)
    assert (found.invited, found.reason) == (False, reason)
    assert found.elsewhere is (unit.authority != HOME.authority)


def test_without_an_active_contract_somebody_is_asked_unless_the_rule_says_so() -> None:
    assert one(replace(HOME, contract=ContractStatus.NONE)).invited


def test_a_provider_is_asked_once_for_the_services_that_meet_the_rule() -> None:
    limes = replace(
        HOME, service_id="s2", name="The Limes",
        facts=UnitFacts(ServiceKind.RESIDENTIAL_HOME.value, "Bassetlaw", "inadequate", 22, False),
    )  # fmt: skip
    day_care = replace(HOME, service_id="s3", facts=UnitFacts(ServiceKind.DAY_CARE.value))
    (found,) = decide([HOME, limes, day_care], PopulationRule(), AskedOf.PROVIDER, AREA, DAY)
    assert found == Candidate(
        "p1", None, "Rosewood Care Ltd", "Rosewood Care Ltd",
        UnitFacts(SEVERAL_KINDS, "Bassetlaw", SEVERAL_RATINGS, 62, True), True, "2 services that are asked",
    )  # fmt: skip


def test_a_provider_none_of_whose_services_is_asked_says_why() -> None:
    other = replace(HOME, service_id="s2", authority="Derbyshire")
    closed = replace(HOME, there=False)
    (found,) = decide([other, closed], PopulationRule(), AskedOf.PROVIDER, AREA, DAY)
    assert found.reason == (
        "None of its 2 services is asked. Not in the register on 2 September 2019, or closed then"
    )
    assert (found.invited, found.elsewhere) == (False, False)
    assert one(other, asked_of=AskedOf.PROVIDER).reason == "In Derbyshire, outside the area"
