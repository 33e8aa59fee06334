"""The service's own rule: each code on either side of its boundary, and what would change the answer."""

from datetime import date
from fractions import Fraction

import pytest

from workforce.ascwds.completeness import (
    NO_RECORD,
    NOT_LOOKED_AT,
    Code,
    Completeness,
    WorkerFacts,
    WorkplaceFacts,
    judge,
    least_needed,
    standing,
)

ON = date(2019, 12, 9)
IN_YEAR, BEFORE = date(2019, 4, 1), date(2019, 3, 31)


def records(complete: int, others: int = 0) -> list[WorkerFacts]:
    done = [WorkerFacts(line + 2, (), IN_YEAR, IN_YEAR) for line in range(complete)]
    return [*done, *(WorkerFacts(complete + line + 2, ("pay",), IN_YEAR) for line in range(others))]


def of(staff: int, *missing: str, looked_at: date | None = IN_YEAR) -> WorkplaceFacts:
    return WorkplaceFacts(staff, missing, looked_at)


def test_everything_filled_in_is_complete() -> None:
    found = judge(of(10), records(10), on=ON)
    assert (found.met, found.codes, found.share, found.percent_down) == (True, (), Fraction(1), 100)
    assert (found.to_change, found.missing_workplace, found.incomplete) == ("", (), ())
    assert found.updated_on == IN_YEAR


@pytest.mark.parametrize(
    ("complete", "others", "met", "told"),
    [
        (9, 1, True, 90),
        (8_999, 1_001, False, 89),
        (9_000, 1_000, True, 90),
        (27, 3, True, 90),
        (26, 3, False, 89),
    ],
)
def test_ninety_per_cent_is_not_rounded(complete: int, others: int, met: bool, told: int) -> None:
    found = judge(of(complete + others), records(complete, others), on=ON)
    assert (found.met, found.percent_down) == (met, told)
    assert found.codes == (() if met else (1, 101))


def test_there_is_at_least_one_worker() -> None:
    found = judge(of(0), [], on=ON)
    assert found.codes == (Code.NOT_MET, Code.NO_WORKER)
    assert (found.share, found.percent_down) == (0, 0)
    assert found.to_change == "Add the worker records by 31 March 2020"


@pytest.mark.parametrize("declared", [9, 11])
def test_there_are_as_many_records_as_staff_declared(declared: int) -> None:
    found = judge(of(declared), records(10), on=ON)
    assert found.codes == (1, 10)
    assert found.to_change == (
        f"Make the 10 worker records and the {declared} members of staff declared agree by 31 March 2020"
    )


def test_the_workplace_lacks_no_field() -> None:
    found = judge(of(10, "starters", "leavers"), records(10), on=ON)
    assert (found.codes, found.missing_workplace) == ((1, 11), ("starters", "leavers"))
    assert found.to_change == "Fill in starters, leavers of the workplace by 31 March 2020"


@pytest.mark.parametrize(("looked_at", "met"), [(BEFORE, False), (IN_YEAR, True), (None, False)])
def test_the_workplace_was_looked_at_since_1_april(looked_at: date | None, met: bool) -> None:
    found = judge(of(10, looked_at=looked_at), records(10), on=ON)
    assert found.met is met
    assert found.missing_workplace == (() if met else (NOT_LOOKED_AT,))


@pytest.mark.parametrize(("complete_on", "met"), [(BEFORE, False), (IN_YEAR, True)])
def test_a_worker_record_was_complete_since_1_april(complete_on: date, met: bool) -> None:
    found = judge(of(1), [WorkerFacts(2, (), complete_on, complete_on, "W1")], on=ON)
    assert found.met is met
    assert [(one.line, one.reference, one.missing) for one in found.incomplete] == (
        [] if met else [(2, "W1", (NOT_LOOKED_AT,))]
    )


def test_a_record_that_was_complete_earlier_in_the_year_counts() -> None:
    assert judge(of(1), [WorkerFacts(2, ("pay",), ON, IN_YEAR)], on=ON).met


def test_a_workplace_that_no_file_has_lacks_its_record() -> None:
    found = judge(None, [], on=ON)
    assert (found.codes, found.missing_workplace, found.staff) == ((1, 10, 11, 100), (NO_RECORD,), None)
    assert found.to_change == "Add the worker records; send the workplace’s own record by 31 March 2020"


def test_all_that_is_wrong_is_said_with_its_codes_in_order() -> None:
    found = judge(of(31, "starters"), records(27, 3), on=ON)
    assert found.codes == (1, 10, 11)
    short = judge(of(31, "starters"), records(27, 4), on=ON)
    assert short.codes == (1, 11, 101)
    assert (
        short.to_change == "Update 1 of 31 worker records; fill in starters of the workplace by 31 March 2020"
    )
    assert short.reasons == (
        "Fields of the workplace are missing or were not looked at again since 1 April",
        "Less than 90% of the worker records are complete",
    )
    assert [one.missing for one in short.incomplete] == [("pay",)] * 4


def test_without_a_number_of_staff_it_is_asked_for() -> None:
    found = judge(WorkplaceFacts(None, ("number of staff",), IN_YEAR), records(2), on=ON)
    assert found.codes == (1, 10, 11)
    assert found.to_change == "Say the number of staff by 31 March 2020"


@pytest.mark.parametrize(("workers", "needed"), [(1, 1), (9, 9), (10, 9), (11, 10), (20, 18), (31, 28)])
def test_so_many_records_are_needed(workers: int, needed: int) -> None:
    assert least_needed(workers) == needed
    assert Fraction(needed, workers) >= Fraction(9, 10) > Fraction(needed - 1, workers)


def completeness(met: bool) -> Completeness:
    return judge(of(1 if met else 2), records(1), on=ON)


def test_what_was_met_once_holds_for_its_funding_year_alone() -> None:
    days = [
        (date(2019, 3, 31), completeness(True)),
        (date(2019, 6, 1), completeness(True)),
        (ON, completeness(False)),
    ]
    held = standing(days, completeness(False), on=ON)
    assert (held.eligible, held.met_on, held.now.met) == (True, date(2019, 6, 1), False)
    assert not standing(days, completeness(False), on=date(2020, 4, 1)).eligible
    assert not standing(days[:1], completeness(False), on=ON).eligible
    assert standing(days, completeness(False), on=date(2020, 3, 31)).eligible
