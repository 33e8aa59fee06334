import pytest

from engagement.good_practice.buddies.finder import BuddyLimits
from engagement.good_practice.buddies.limits import buddy_limits, set_buddy_limits
from resources.database import Database, history
from resources.problem import FieldProblem


def test_the_limits_are_the_program_s_until_the_office_sets_its_own(db: Database) -> None:
    assert buddy_limits(db) == BuddyLimits(15, 2)
    for limits in (BuddyLimits(30, 1), BuddyLimits(5, 4)):
        set_buddy_limits(db, limits)
        assert buddy_limits(db) == limits
    history.undo(db)
    assert buddy_limits(db) == BuddyLimits(30, 1)


@pytest.mark.parametrize(
    ("limits", "field"), [(BuddyLimits(0, 2), "miles"), (BuddyLimits(15, 21), "most_pairs")]
)
def test_limits_that_leave_nobody_or_everybody_are_refused(
    db: Database, limits: BuddyLimits, field: str
) -> None:
    with pytest.raises(FieldProblem) as refused:
        set_buddy_limits(db, limits)
    assert refused.value.field == field
