"""What is refused of anything of a project."""

from datetime import date

import pytest

from resources.problem import FieldProblem
from workforce.funding.projects.checks import can_be_counted, has_come, in_order

EARLY, LATE = date(2019, 9, 1), date(2019, 9, 2)


def test_days_stand_in_order() -> None:
    in_order("ends_on", EARLY, LATE, "Ends", "its first day")
    in_order("ends_on", EARLY, EARLY, "Ends", "its first day")
    in_order("ends_on", None, LATE, "Ends", "its first day")
    with pytest.raises(
        FieldProblem, match="1 September 2019 is before its first day, 2 September 2019"
    ) as refused:
        in_order("ends_on", LATE, EARLY, "Ends", "its first day")
    assert refused.value.field == "ends_on"


def test_a_day_has_come() -> None:
    has_come("done_on", EARLY, EARLY, "Done")
    has_come("done_on", None, EARLY, "Done")
    with pytest.raises(FieldProblem, match="2 September 2019 is after today, 1 September 2019"):
        has_come("done_on", LATE, EARLY, "Done")


def test_a_number_is_not_below_zero() -> None:
    can_be_counted("target", 0, "Target")
    with pytest.raises(FieldProblem, match="-1 is below zero"):
        can_be_counted("target", -1, "Target")


def test_a_number_that_can_only_be_a_slip_is_refused() -> None:
    with pytest.raises(FieldProblem, match=r"10,000,000,000 is more than 1,000,000,000\."):
        can_be_counted("target", 10**10, "Target")
