"""Hours and pay summed over jobs, 16 hours and more, and permitted work held against its limits."""

from datetime import date

import pytest

from resources.problem import FieldProblem, Problem
from tests.workforce.iwork.placements.world import DAY, TODAY, WEEK, World, add_post, at_stage
from workforce.iwork.placements.benefits import SHIPPED, BenefitRule
from workforce.iwork.placements.moving import end
from workforce.iwork.placements.pay import (
    Job,
    PayPeriod,
    WeekTotal,
    against_limits,
    notes_of,
    pay_of,
    pay_on,
    remove_pay,
    set_pay,
    total_of,
    total_on,
)
from workforce.iwork.profile.profiles import edit_profile
from workforce.iwork.vocabulary import BenefitKind, EndReason, Stage

LAST_YEAR = date(2025, 6, 2)


def period(minutes: int, pence: int | None, on: date = LAST_YEAR) -> PayPeriod:
    return PayPeriod("p", "job", on, minutes, pence)


def job(*periods: PayPeriod, ended: date | None = None, permitted: bool = False) -> Job:
    return Job(LAST_YEAR, ended, periods, permitted)


def test_hours_are_summed_over_jobs_and_pay_is_rounded_once() -> None:
    total = total_on([job(period(450, 1221)), job(period(510, 1144))], TODAY)
    assert (total.jobs, total.minutes, total.pence) == (2, 960, 18882)
    assert total.words == "16 hours a week over 2 jobs, £188.82"
    thirds = total_on([job(period(20, 100)), job(period(20, 100)), job(period(20, 100))], TODAY)
    assert thirds.pence == 100


@pytest.mark.parametrize(("minutes", "reached"), [(959, False), (960, True), (961, True)])
def test_16_hours_are_16_hours_or_more(minutes: int, reached: bool) -> None:
    assert WeekTotal(1, minutes, None).reaches(960) is reached


def test_nobody_out_of_work_reaches_a_band() -> None:
    assert not WeekTotal(0, 0, 0).reaches(0)
    assert WeekTotal(0, 0, 0).words == "Not in work"


def test_hours_of_the_band_and_more_than_somebody_wants_are_told() -> None:
    band = limit(BenefitKind.HOURS_BAND, 960)
    assert WeekTotal(1, 959, None).notes(band, 959) == ()
    assert WeekTotal(2, 960, None).notes(band, None) == (
        "All jobs together come to 16 hours or more: look at benefits.",
    )
    assert WeekTotal(1, 630, None).notes(None, 600) == (
        "That is more than the most in their profile, 10 hours a week.",
    )


def test_what_holds_on_a_day_and_what_to_look_at(world: World) -> None:
    held = at_stage(world, Stage.IN_POST)
    start = held.started_on or TODAY
    set_pay(world.vault, held.id, start, minutes_week=1020, pence_hour=1300)
    assert pay_on(world.vault, held.id, start - DAY) is None
    now = pay_on(world.vault, held.id, start + DAY)
    assert now is not None and (now.minutes_week, now.pence_hour) == (1020, 1300)
    edit_profile(world.vault, held.person_id, minutes_most=900)
    assert [one.split(" ")[0] for one in notes_of(world.vault, held.person_id, start)] == ["All", "That"]


def test_pay_that_is_not_known_of_one_job_is_not_known_of_all() -> None:
    total = total_on([job(period(450, 1200)), job(period(450, None))], TODAY)
    assert (total.minutes, total.pence) == (900, None)
    assert total.words == "15 hours a week over 2 jobs, pay not known"


def test_the_period_that_began_last_holds_and_the_last_day_is_in_work() -> None:
    one = job(period(300, 1200), period(600, 1300, date(2026, 1, 5)), ended=TODAY)
    assert total_on([one], date(2026, 1, 4)).minutes == 300
    assert total_on([one], date(2026, 1, 5)).minutes == 600
    assert total_on([one], TODAY).jobs == 1
    assert total_on([one], TODAY + DAY).jobs == 0
    assert total_on([one], LAST_YEAR - DAY).jobs == 0


def limit(kind: BenefitKind, amount: int, *, checked: bool = True) -> BenefitRule:
    return BenefitRule("r", kind, LAST_YEAR, None, amount, "A page", TODAY if checked else None)


RULES = [limit(BenefitKind.PERMITTED_HOURS, 960), limit(BenefitKind.PERMITTED_EARNINGS, 195_50)]


@pytest.mark.parametrize(
    ("minutes", "pence", "hours_over", "pay_over"),
    [
        (959, 1200, False, False),
        (960, 1200, True, False),
        (900, 1304, False, True),
        (900, 1303, False, False),
    ],
)
def test_permitted_work_is_fewer_hours_than_and_earnings_up_to(
    minutes: int, pence: int, hours_over: bool, pay_over: bool
) -> None:
    total = total_on([job(period(minutes, pence), permitted=True)], TODAY)
    assert [one.over for one in against_limits(total, RULES, TODAY)] == [hours_over, pay_over]


def test_a_limit_that_nobody_checked_says_so_and_an_empty_one_tells_nothing() -> None:
    total = total_on([job(period(600, 1200), permitted=True)], TODAY)
    unchecked = [limit(BenefitKind.PERMITTED_HOURS, 960, checked=False)]
    hours, earnings = against_limits(total, unchecked, TODAY)
    assert hours.sentence.endswith("Nobody has checked this limit yet.")
    assert (earnings.over, "not filled in" in earnings.sentence) == (None, True)
    assert [one.over for one in against_limits(total, SHIPPED, TODAY)] == [None, None]


def test_pay_not_known_cannot_be_held_against_a_limit() -> None:
    total = total_on([job(period(600, None), permitted=True)], TODAY)
    assert against_limits(total, RULES, TODAY)[1].over is None


def test_who_is_not_on_permitted_work_is_held_against_nothing() -> None:
    assert against_limits(total_on([job(period(2000, 2000))], TODAY), RULES, TODAY) == ()


def test_hours_change_from_a_day_on(world: World) -> None:
    held = at_stage(world, Stage.IN_POST, minutes_week=600, pence_hour=1200)
    set_pay(world.vault, held.id, TODAY - WEEK, minutes_week=960, pence_hour=1250)
    assert total_of(world.vault, world.ada, TODAY).words == "16 hours a week, £200"
    assert total_of(world.vault, world.ada, TODAY - 2 * WEEK).minutes == 600
    set_pay(world.vault, held.id, TODAY - WEEK, minutes_week=900, pence_hour=None)
    assert [one.minutes_week for one in pay_of(world.vault, held.id)] == [600, 900]


def test_two_jobs_count_together(world: World) -> None:
    add_post(world.vault, "garden", 8, world.employer, "Gardener’s mate", 1)
    at_stage(world, Stage.IN_POST, minutes_week=480)
    second = at_stage(world, Stage.IN_POST, post="garden", minutes_week=480)
    assert total_of(world.vault, world.ada, TODAY).minutes == 960
    end(world.vault, second.id, today=TODAY, on=TODAY - DAY, reason=EndReason.HEALTH)
    assert total_of(world.vault, world.ada, TODAY).minutes == 480


def test_hours_outside_the_job_are_refused(world: World) -> None:
    waiting = at_stage(world, Stage.OFFERED, person=world.wren)
    with pytest.raises(Problem, match="Nobody has started work"):
        set_pay(world.vault, waiting.id, TODAY, minutes_week=600, pence_hour=1200)
    held = at_stage(world, Stage.IN_POST)
    with pytest.raises(FieldProblem, match="Work began on"):
        set_pay(world.vault, held.id, TODAY - 70 * WEEK, minutes_week=600, pence_hour=1200)
    with pytest.raises(FieldProblem, match="at most 168"):
        set_pay(world.vault, held.id, TODAY, minutes_week=10081, pence_hour=1200)
    end(world.vault, held.id, today=TODAY, on=TODAY - DAY, reason=EndReason.HEALTH)
    with pytest.raises(FieldProblem, match="The job ended on"):
        set_pay(world.vault, held.id, TODAY, minutes_week=600, pence_hour=1200)


def test_hours_from_the_start_stay_and_later_ones_are_taken_away(world: World) -> None:
    held = at_stage(world, Stage.IN_POST)
    later = set_pay(world.vault, held.id, TODAY, minutes_week=960, pence_hour=1250)
    remove_pay(world.vault, later.id)
    first = pay_of(world.vault, held.id)[0]
    with pytest.raises(Problem, match="from the start"):
        remove_pay(world.vault, first.id)
