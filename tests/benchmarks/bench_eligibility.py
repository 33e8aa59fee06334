"""Who is eligible: 60,000 services held against 20 rules, with the reason of each answer in words."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from tests.benchmarks.measure import Figure, milliseconds
from workforce.funding.rulebook.checking import faults
from workforce.funding.rulebook.deciding import Rulebook
from workforce.funding.rulebook.facts import FACTS, Facts, FactValue
from workforce.funding.rulebook.flips import flips
from workforce.funding.rulebook.rules import Rule
from workforce.funding.vocabulary import Operator, Outcome

ON = date(2020, 2, 3)
O = Operator  # noqa: E741
_NOT_YET = ("ascwds_eligible", O.IS, "no")
_DISTRICTS = "Ashfield;Bassetlaw;Broxtowe;Gedling;Mansfield;Newark and Sherwood;Rushcliffe"
_COURSES = ("Moving and handling", "Medicines management", "Dementia care", "End of life care", "First aid")
_ASKED: tuple[tuple[str, Operator, str, str, tuple[str, Operator, str] | None], ...] = (
    ("kind", O.NONE_OF, "day_care;micro_provider", "", None),
    ("district", O.ONE_OF, _DISTRICTS, "", None),
    ("authority", O.IS, "Nottinghamshire", "", None),
    ("rating", O.IS_NOT, "inadequate", "", None),
    ("rated_on", O.WITHIN_MONTHS_OF, "36", "", ("rating", O.IS, "requires_improvement")),
    ("contract_status", O.NONE_OF, "suspended;terminated", "", None),
    ("registered", O.IS, "yes", "", None),
    ("employs_care_staff", O.IS, "yes", "", None),
    ("ascwds_completed", O.IS, "yes", "", None),
    ("ascwds_workers", O.IS, "", "ascwds_staff", _NOT_YET),
    ("ascwds_workplace_complete", O.IS, "yes", "", _NOT_YET),
    ("ascwds_updated_on", O.ON_OR_AFTER, "year_start", "", _NOT_YET),
    ("ascwds_workers", O.AT_LEAST, "1", "", _NOT_YET),
    ("ascwds_share", O.AT_LEAST, "90%", "", _NOT_YET),
    ("claims_this_year", O.LESS_THAN, "12", "", None),
    ("claimed_this_year", O.AT_MOST, "500000", "", None),
    ("claimed_this_year", O.AT_MOST, "10000", "ascwds_staff", None),
    ("training_held", O.ONE_OF, "Moving and handling;First aid", "", None),
    ("ascwds_staff", O.AT_LEAST, "5", "", ("kind", O.IS, "nursing_home")),
    (
        "ascwds_updated_on",
        O.ON_OR_AFTER,
        "",
        "rated_on",
        ("rating", O.ONE_OF, "inadequate;requires_improvement"),
    ),
)


def _rules() -> list[Rule]:
    return [_rule(number, *one) for number, one in enumerate(_ASKED, start=1)]


def _rule(
    number: int, fact: str, operator: Operator, value: str, other: str, when: tuple[str, Operator, str] | None
) -> Rule:
    name, how, what = when or ("", None, "")
    change = "Update {missing} of {of} staff records by {by}" if fact == "ascwds_share" else ""
    return Rule(
        f"R{number}", "fund", None, f"R{number}", FACTS[fact].subject, f"About {fact}.", fact, operator, value, other,
        name, how, what, change,
    )  # fmt: skip


def _services(number: int, chance: random.Random) -> list[Facts]:
    return [_service(chance) for _ in range(number)]


def _service(chance: random.Random) -> dict[str, FactValue]:
    workers = chance.randint(0, 120)
    complete = chance.randint(workers * 8 // 10, workers)
    has_ascwds = chance.random() < 0.6
    claims = chance.choice((0, 0, 0, 1, 1, 2, 3, 5, 8, 14))
    known: dict[str, FactValue] = {
        "kind": chance.choice([one.value for one in ServiceKind]),
        "district": chance.choice([*_DISTRICTS.split(";"), "Derby"]),
        "authority": "Nottinghamshire" if chance.random() < 0.95 else "Derbyshire",
        "rating": chance.choice([one.value for one in Rating]),
        "rated_on": ON - timedelta(days=chance.randint(1, 2000)) if chance.random() < 0.9 else None,
        "contract_status": chance.choice([one.value for one in ContractStatus]),
        "registered": chance.random() < 0.9,
        "employs_care_staff": True if has_ascwds else None,
        "ascwds_completed": has_ascwds or None,
        "claims_this_year": claims,
        "claimed_this_year": sum(chance.choice((69_000, 87_000, 92_400, 61_600)) for _ in range(claims)),
        "training_held": frozenset(chance.sample(_COURSES, chance.randint(0, 3))),
    }
    of_ascwds: dict[str, FactValue] = {
        "ascwds_eligible": chance.random() < 0.4,
        "ascwds_share": Fraction(complete, workers) if workers else Fraction(0),
        "ascwds_workers": workers,
        "ascwds_staff": workers if chance.random() < 0.8 else workers + 1,
        "ascwds_workplace_complete": chance.random() < 0.8,
        "ascwds_updated_on": ON - timedelta(days=chance.randint(1, 600)),
    }
    return {**known, **(of_ascwds if has_ascwds else dict.fromkeys(of_ascwds))}


def _by_hand(known: Facts) -> Outcome:
    """The same rules as plain Python, and no reason: how quick an answer can be when it need not be explained."""
    k: dict[str, Any] = dict(known)
    low, asked = k["rating"] in ("inadequate", "requires_improvement"), k["ascwds_eligible"] is not True
    workers, staff, share, updated = (
        k[f"ascwds_{name}"] for name in ("workers", "staff", "share", "updated_on")
    )
    rated = k["rated_on"]
    met: list[bool | None] = [
        k["kind"] not in ("day_care", "micro_provider"), k["district"] in _DISTRICTS.split(";"),
        k["authority"] == "Nottinghamshire", k["rating"] != "inadequate",
        k["rating"] != "requires_improvement" or (None if rated is None else date(2017, 2, 3) <= rated <= ON),
        k["contract_status"] not in ("suspended", "terminated"), k["registered"], k["employs_care_staff"],
        k["ascwds_completed"], k["claims_this_year"] < 12, k["claimed_this_year"] <= 500_000,
        None if staff is None else k["claimed_this_year"] <= 10_000 * staff,
        bool(k["training_held"] & {"Moving and handling", "First aid"}),
        k["kind"] != "nursing_home" or (None if staff is None else staff >= 5),
        not low or (None if updated is None or rated is None else updated >= rated),
    ]  # fmt: skip
    if asked:
        of_ascwds = (workers == staff, k["ascwds_workplace_complete"], workers and workers >= 1)
        met += [None] if workers is None else [bool(one) for one in of_ascwds]
        met += [None] if workers is None else [updated >= date(2019, 4, 1), share >= Fraction(9, 10)]
    if False in met:
        return Outcome.NOT_ELIGIBLE
    return Outcome.NEEDS_INFORMATION if None in met else Outcome.ELIGIBLE


def bench_with_reasons(smoke: bool) -> Iterator[Figure]:
    """Every answer and every reason for it, read as text; beside the same rules as plain Python without a reason."""
    chance = random.Random(1)
    rules, services = _rules(), _services(600 if smoke else 60_000, chance)

    def by_hand() -> None:
        for facts in services:
            _by_hand(facts)

    def decide_all() -> None:
        letters = 0
        for one in map(Rulebook(rules, on=ON).decide, services):
            letters += sum(len(reason) for reason in one.reasons) + sum(len(said) for said in one.to_change)
        assert letters

    said = [one.outcome for one in map(Rulebook(rules, on=ON).decide, services)]
    assert said == [_by_hand(one) for one in services]
    whole = min(milliseconds(decide_all) for _ in range(3))
    plain = min(milliseconds(by_hand) for _ in range(3))
    yield Figure(
        f"{len(services):,} services × {len(rules)} rules, with reasons", whole, "ms", 3000,
        "plain Python without a reason", plain,
    )  # fmt: skip
    named = {str(number): facts for number, facts in enumerate(services)}
    changed = [replace(one, value="95%") if one.fact == "ascwds_share" else one for one in rules]
    yield Figure(
        "whose answer flips when one rule is changed", milliseconds(lambda: flips(rules, changed, named, on=ON)),
        "ms", 6000, "plain Python without a reason", plain,
    )  # fmt: skip
    yield Figure("what is wrong with the 20 rules", milliseconds(lambda: faults(rules, on=ON)), "ms", 100)
