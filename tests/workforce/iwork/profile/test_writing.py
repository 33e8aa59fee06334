"""A profile written at one sitting is one change, whole or not at all."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem
from workforce.iwork.people.people import Person
from workforce.iwork.profile.adjustments import add_adjustment
from workforce.iwork.profile.checks import set_check
from workforce.iwork.profile.profiles import ProfileFacts
from workforce.iwork.profile.tasks import add_task
from workforce.iwork.profile.travel import Way
from workforce.iwork.profile.whole import whole_profile
from workforce.iwork.profile.writing import SaidProfile, write_profile
from workforce.iwork.vocabulary import CheckKind, CheckState, Need, TaskWish, TravelMode
from workforce.iwork.weeks import read_week


def test_all_of_it_is_one_change(vault: Database, ada: Person) -> None:
    laying, breaks = add_task(vault, "Laying tables"), add_adjustment(vault, "Breaks")
    set_check(vault, ada.id, CheckKind.DBS_BASIC, CheckState.HELD, until_on=date(2027, 1, 1))
    set_check(vault, ada.id, CheckKind.FOOD_HYGIENE, CheckState.HELD)
    before = whole_profile(vault, ada.id)
    said = SaidProfile(
        ProfileFacts(strengths="Always on time"), {TaskWish.LIKES: (laying.id,)}, (laying.id,),
        read_week("Mon 9 to 12"), (Way(TravelMode.BUS, 40),), {breaks.id: Need.MUST},
        {CheckKind.DBS_BASIC: CheckState.HELD, CheckKind.RIGHT_TO_WORK: CheckState.APPLIED},
    )  # fmt: skip
    after = write_profile(vault, ada.id, said)
    assert after == whole_profile(vault, ada.id)
    assert [(one.kind, one.until_on) for one in after.checks] == [
        (CheckKind.DBS_BASIC, date(2027, 1, 1)), (CheckKind.RIGHT_TO_WORK, None),
    ]  # fmt: skip
    undone = history.undo(vault)
    assert undone is not None and "Changed the profile of IW-001" in undone.action
    assert whole_profile(vault, ada.id) == before


def test_what_is_left_out_stays(vault: Database, ada: Person) -> None:
    write_profile(vault, ada.id, SaidProfile(week=read_week("Mon 9 to 12")))
    after = write_profile(vault, ada.id, SaidProfile(ProfileFacts(interests="Trains")))
    assert (len(after.week), after.profile.interests) == (1, "Trains")


def test_a_part_that_cannot_be_leaves_nothing(vault: Database, ada: Person) -> None:
    with pytest.raises(FieldProblem):
        write_profile(
            vault, ada.id,
            SaidProfile(ProfileFacts(strengths="Always on time"), ways=(Way(TravelMode.BUS, most_minutes=900),)),
        )  # fmt: skip
    assert not whole_profile(vault, ada.id).is_begun
