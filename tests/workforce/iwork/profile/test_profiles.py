"""A profile is made when something is first written, and never names anybody in the history."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from workforce.iwork.people.people import Person
from workforce.iwork.people.purge import ask_purge
from workforce.iwork.profile.profiles import Profile, edit_profile, profile_of, profiles
from workforce.iwork.vocabulary import BuddyNeed, Level, Sense


def test_it_is_made_when_something_is_written(vault: Database, ada: Person) -> None:
    assert profile_of(vault, ada.id) == Profile("", ada.id)
    assert edit_profile(vault, ada.id, strengths=" ", noise=None, buddy=BuddyNeed.NOT_ASKED).id == ""
    assert profiles(vault) == []
    made = edit_profile(
        vault, ada.id, strengths="Always on time", noise=Level.LOW, minutes_wanted=450, buddy=BuddyNeed.HELPS,
        ready_from=date(2027, 1, 4),
    )  # fmt: skip
    assert (made.level(Sense.NOISE), made.level(Sense.HEAT), made.ready_from) == (
        Level.LOW,
        None,
        date(2027, 1, 4),
    )
    assert edit_profile(vault, ada.id, minutes_most=600).strengths == "Always on time"
    assert profiles(vault) == [profile_of(vault, ada.id)]
    last = history.next_undo(vault)
    assert last is not None and last.action == "Changed the profile of IW-001"


@pytest.mark.parametrize("minutes", [0, -60, 168 * 60 + 1])
def test_hours_that_no_week_has_are_refused(vault: Database, ada: Person, minutes: int) -> None:
    with pytest.raises(FieldProblem, match="are not in a week"):
        edit_profile(vault, ada.id, minutes_most=minutes)


def test_nothing_is_written_of_somebody_who_is_to_be_deleted(vault: Database, ada: Person) -> None:
    from datetime import UTC, datetime

    ask_purge(vault, ada.id, "They asked", by="Test Coach", now=datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
    with pytest.raises(Problem, match="IW-001 is to be deleted"):
        edit_profile(vault, ada.id, strengths="Too late")
    with pytest.raises(LookupError):
        edit_profile(vault, "gone", strengths="Nobody")
