"""A fund’s rules written once more in plain Python, without the rulebook: both say the same of 10,000 providers."""

import random
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from tests.workforce.funding.rulebook.ruling import shipped_rules
from workforce.funding.rulebook.deciding import Rulebook
from workforce.funding.rulebook.facts import FactValue
from workforce.funding.rulebook.known_funds.ldss import LDSS_2024
from workforce.funding.rulebook.known_funds.wdf import WDF_2019

Known = dict[str, FactValue]
NUMBER = 10_000
YES, NO, ASK = "eligible", "not_eligible", "needs_information"


# --- WDF 2019/20, as its paper has it ---------------------------------------------------------------------------


def wdf_2019_20(k: Known, today: date) -> str:
    """Three-valued by hand: True is met, False is not, None is not known."""
    found: list[bool | None] = [
        k["ascwds_completed"] if k["ascwds_completed"] is None else bool(k["ascwds_completed"])
    ]
    april = date(today.year if (today.month, today.day) >= (4, 1) else today.year - 1, 4, 1)
    if k["ascwds_eligible"] is not True:
        workers, staff, share = k["ascwds_workers"], k["ascwds_staff"], k["ascwds_share"]
        updated, complete = k["ascwds_updated_on"], k["ascwds_workplace_complete"]
        of_asc_wds: list[bool | None] = [
            None if workers is None or staff is None else workers == staff,
            None if complete is None else complete is True,
            None if updated is None else updated >= april,  # type: ignore[operator]
            None if workers is None else workers >= 1,  # type: ignore[operator]
            None if share is None else not share < Fraction(9, 10),  # type: ignore[operator]
        ]
        if k["ascwds_eligible"] is None:  # perhaps met before: then what is not met now need not matter
            of_asc_wds = [None if one is False else one for one in of_asc_wds]
        found += of_asc_wds
    done = k["completed_on"]
    found += [None, None] if done is None else [date(2019, 1, 1) <= done, done <= date(2020, 3, 31)]  # type: ignore[operator]
    if k["apprenticeship"] is True:
        found.append(None if k["part"] is None else k["part"] in ("first", "second"))
    elif k["apprenticeship"] is None and k["part"] not in ("first", "second"):
        found.append(None)
    return NO if False in found else ASK if None in found else YES


def _random_provider(rnd: random.Random) -> Known:
    def some(*values: FactValue) -> FactValue:
        return rnd.choice(values) if rnd.random() > 0.02 else None

    workers = rnd.choice((0, 1, 9, 10, 11, 29, 30, 31, 99, 100, 1000, 10_000))
    complete = max(0, min(workers, -(-workers * 9 // 10) + rnd.choice((-2, -1, 0, 0, 1, workers))))
    near = [date(2019, 1, 1), date(2019, 4, 1), date(2020, 3, 31), date(2018, 12, 31), date(2020, 4, 1)]
    day = rnd.choice(near) + timedelta(days=rnd.choice((-1, 0, 0, 1, 90)))
    return {
        "ascwds_completed": some(True, True, True, True, False),
        "ascwds_eligible": some(True, True, False, False, False),
        "ascwds_workers": some(workers),
        "ascwds_staff": some(workers, workers, workers, workers, workers + 1),
        "ascwds_share": some(Fraction(complete, workers) if workers else Fraction(0)),
        "ascwds_workplace_complete": some(True, True, True, True, False),
        "ascwds_updated_on": some(
            date(2019, 3, 31), *[date(2019, 4, 1), date(2019, 11, 3), date(2020, 3, 31)] * 3
        ),
        "completed_on": some(day, date(2019, 10, 1), date(2019, 11, 30)),
        "apprenticeship": some(True, False, False),
        "part": some("whole", "first", "second"),
    }


def test_the_rulebook_and_plain_python_agree_on_10000_random_providers() -> None:
    rnd = random.Random("by hand")
    for today in (date(2020, 3, 31), date(2020, 4, 1)):
        providers = [_random_provider(rnd) for _ in range(NUMBER // 2)]
        said = [
            one.outcome.value for one in map(Rulebook(shipped_rules(WDF_2019), on=today).decide, providers)
        ]
        by_hand = [wdf_2019_20(one, today) for one in providers]
        assert said == by_hand
        assert min(by_hand.count(one) for one in (YES, NO, ASK)) > 100  # each is really tried


# --- LDSS 2024/25, with its windows -----------------------------------------------------------------------------


def _three_months_after(day: date) -> date:
    month, year = (day.month + 2) % 12 + 1, day.year + (day.month > 9)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def ldss_2024_25(k: Known, today: date) -> str:
    """Only claims of which all is known; the cap has no figure, so that nobody can be said to be eligible."""
    submitted = k["submitted_on"] or today
    begins = k["paid_and_started_on"] if k["part"] == "first" else k["completed_on"]
    assert isinstance(submitted, date) and isinstance(begins, date)
    share = {"whole": None, "first": Fraction(60, 100), "second": Fraction(40, 100)}[str(k["part"])]
    met = (
        k["employs_care_staff"] and k["ascwds_completed"] and k["has_ni_number"] and k["employed_at_start"]
        and k["job_role"] not in ("registered_nurse", "nursing_associate", "social_worker", "occupational_therapist",
                                  "allied_health_professional", "not_care_providing")
        and k["course_kind"] != "apprenticeship" and not k["apprenticeship"]
        and begins <= submitted <= _three_months_after(begins) and submitted <= date(2025, 3, 21)
        and (share is None or k["pence"] <= ceil(share * k["item_pays"]))  # type: ignore[operator]
    )  # fmt: skip
    return ASK if met else NO


def _random_claim(rnd: random.Random) -> Known:
    begun = date(2024, 9, 1) + timedelta(days=rnd.randrange(200))
    late = _three_months_after(begun) + timedelta(days=rnd.choice((-30, -1, 0, 0, 1)))
    pays = rnd.choice((150_000, 154_000, 99_999))
    part = rnd.choice(("whole", "first", "second"))
    most = {"whole": pays, "first": pays * 6 // 10, "second": pays - pays * 6 // 10}[part]
    often = [True] * 14
    return {
        "employs_care_staff": rnd.choice([*often, False]), "ascwds_completed": rnd.choice([*often, False]),
        "has_ni_number": rnd.choice([*often, False]), "employed_at_start": rnd.choice([*often, False]),
        "job_role": rnd.choice(("care_worker", "registered_manager", "agency", "registered_nurse", "support_worker")),
        "course_kind": rnd.choice(("course", "qualification", "qualification", "apprenticeship")),
        "apprenticeship": rnd.choice((False, False, False, True)), "part": part, "completed_on": begun,
        "paid_and_started_on": begun, "submitted_on": rnd.choice((late, begun, begun - timedelta(days=1), None)),
        "pence": most + rnd.choice((0, 0, 0, -1, 1)), "item_pays": pays, "provider_claimed_this_year": 1,
    }  # fmt: skip


def test_they_agree_on_claims_with_windows_and_parts() -> None:
    rnd = random.Random("by hand, claims")
    claims = [_random_claim(rnd) for _ in range(NUMBER // 4)]
    today = date(2025, 1, 15)
    said = [one.outcome.value for one in map(Rulebook(shipped_rules(LDSS_2024), on=today).decide, claims)]
    by_hand = [ldss_2024_25(one, today) for one in claims]
    assert said == by_hand
    assert min(by_hand.count(one) for one in (NO, ASK)) > 50
