"""In which numbers somebody is counted: on the register, in work, hours over jobs, sustained, and the measure."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.workforce.iwork.figures.people import LAST, WEEK, facts, job
from workforce.iwork.figures.counted import Counted, PersonFacts, age_on, possible_states, state_of
from workforce.iwork.figures.periods import period_to
from workforce.iwork.placements.pay import Job
from workforce.iwork.vocabulary import KnownOrNot, MeasureKind

C, LD = Counted, MeasureKind.LEARNING_DISABILITY
PERIOD = period_to(LAST)
LONG_AGO = LAST - 60 * WEEK


def counted(one: PersonFacts) -> set[Counted]:
    return set(state_of(one, PERIOD, 960))


def test_somebody_without_a_job_counts_on_the_register_then_and_now() -> None:
    assert counted(facts()) == {C.THEN_REGISTER, C.REGISTER}
    assert counted(facts(referred=date(2026, 4, 1))) == {C.REFERRED, C.REGISTER}
    assert counted(facts(referred=date(2026, 10, 1))) == set()


def test_who_left_counts_before_the_day_and_not_on_it() -> None:
    assert counted(facts(left=LAST)) == {C.THEN_REGISTER}
    assert C.REGISTER in counted(facts(left=date(2026, 10, 1)))
    assert counted(facts(job(LONG_AGO), left=LAST)) == {C.THEN_REGISTER, C.THEN_WORK}


def test_hours_are_added_up_over_jobs_and_the_last_day_of_a_job_is_still_work() -> None:
    two = facts(job(LONG_AGO, 480), job(date(2026, 6, 1), 480))
    assert {C.WORK, C.MORE, C.LD_MORE, C.STARTED} <= counted(two) and C.FEWER not in counted(two)
    fifteen = facts(job(LONG_AGO, 959))
    assert C.FEWER in counted(fifteen) and C.MORE not in counted(fifteen)
    assert C.WORK in counted(facts(job(LONG_AGO, until=LAST)))
    assert C.WORK not in counted(facts(job(LONG_AGO, until=date(2026, 9, 29))))


def test_who_has_no_hours_filled_in_is_in_work_and_in_neither_band() -> None:
    found = counted(facts(job(LONG_AGO, 0)))
    assert C.WORK in found and C.LD in found
    assert not found & {C.MORE, C.FEWER, C.LD_MORE, C.LD_FEWER}


def test_a_job_is_sustained_when_the_weeks_have_passed_and_somebody_looked() -> None:
    year = facts(job(LONG_AGO), looked=(13, 26))
    assert counted(year) & {C.WEEKS_13, C.WEEKS_26, C.WEEKS_52} == {C.WEEKS_13, C.WEEKS_26}
    assert year.is_not_looked_at(LAST), "nobody looked after 52 weeks"
    assert {C.WEEKS_13, C.WEEKS_26, C.WEEKS_52} <= counted(facts(job(LONG_AGO), looked=(52,)))
    short = facts(job(LAST - 12 * WEEK), looked=(13,))
    assert C.WEEKS_13 not in counted(short) and not short.is_not_looked_at(LAST)
    assert C.WEEKS_13 in counted(facts(job(LAST - 13 * WEEK), looked=(13,)))
    ended = facts(job(LONG_AGO, until=date(2026, 5, 1)), job(date(2026, 6, 1)))
    assert C.WEEKS_52 not in counted(replace(ended, looked=frozenset({(LONG_AGO, 52)})))


def test_the_measure_is_of_those_from_18_to_64_with_long_term_support() -> None:
    at_work = facts(job(LONG_AGO))
    assert at_work.is_measured(LD, LAST) and C.LD in counted(at_work)
    assert C.LD in counted(facts(job(LONG_AGO), born=date(1961, 10, 1)))
    for one in (
        facts(job(LONG_AGO), born=date(1961, 9, 30)),
        facts(job(LONG_AGO), born=date(2008, 10, 1)),
        facts(job(LONG_AGO), born=None),
        facts(job(LONG_AGO), support=KnownOrNot.NO),
        facts(job(LONG_AGO), support=KnownOrNot.NOT_KNOWN),
        facts(job(LONG_AGO), ld=False),
    ):
        assert C.WORK in counted(one) and C.LD not in counted(one)


def test_learning_disability_and_autism_are_told_apart_and_who_has_both_counts_in_each() -> None:
    assert {C.LD, C.AUTISM} <= counted(facts(job(LONG_AGO), autism=True))
    alone = counted(facts(job(LONG_AGO), ld=False, autism=True))
    assert C.AUTISM in alone and C.LD not in alone


def test_what_the_measure_waits_for_is_known() -> None:
    assert facts(job(LONG_AGO), born=None).is_not_told(LAST)
    assert facts(job(LONG_AGO), support=KnownOrNot.NOT_KNOWN).is_not_told(LAST)
    assert not facts(job(LONG_AGO), support=KnownOrNot.NO, born=None).is_not_told(LAST)
    assert not facts(job(LONG_AGO)).is_not_told(LAST)
    assert not facts(born=None).is_not_told(LAST), "nobody waits for who is not in work"
    assert not facts(job(LONG_AGO), born=date(1950, 1, 1), support=KnownOrNot.NOT_KNOWN).is_not_told(LAST)


def test_an_age_is_in_whole_years() -> None:
    assert age_on(date(2000, 9, 30), LAST) == 26
    assert age_on(date(2000, 10, 1), LAST) == 25
    assert (age_on(date(2000, 2, 29), date(2026, 2, 28)), age_on(date(2000, 2, 29), date(2026, 3, 1))) == (
        25,
        26,
    )


WEEKS = st.sets(st.sampled_from([13, 26, 52]))
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
JOBS = st.builds(job, DAYS, st.sampled_from([0, 480, 960]))


@given(st.lists(JOBS, max_size=3), DAYS, st.none() | DAYS, st.booleans(), st.booleans(), WEEKS)
def test_every_state_is_one_that_a_reader_reckons_with(
    jobs: list[Job], referred: date, left: date | None, ld: bool, autism: bool, looked: set[int]
) -> None:
    one = facts(*jobs, referred=referred, left=left, ld=ld, autism=autism, looked=tuple(looked))
    assert state_of(one, PERIOD, 960) in set(possible_states())
