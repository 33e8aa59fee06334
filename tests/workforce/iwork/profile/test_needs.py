"""Which adjustments somebody needs."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import Problem
from workforce.iwork.people.people import Person
from workforce.iwork.profile.adjustments import add_adjustment, archive_adjustment
from workforce.iwork.profile.needs import needs_of, remove_need, set_need, set_needs
from workforce.iwork.vocabulary import Need


def test_needs_are_set_one_by_one_and_all_at_once(vault: Database, ada: Person) -> None:
    breaks, quiet, seat = (add_adjustment(vault, name).id for name in ("Breaks", "A quiet place", "A seat"))
    made = set_need(vault, ada.id, breaks, Need.HELPS, note=" every hour ")
    assert set_need(vault, ada.id, breaks, Need.MUST).note == "every hour"
    set_need(vault, ada.id, quiet, Need.HELPS)
    assert [(one.adjustment_id, one.need) for one in needs_of(vault, ada.id)] == [
        (breaks, Need.MUST), (quiet, Need.HELPS),
    ]  # fmt: skip
    held = set_needs(vault, ada.id, {breaks: Need.MUST, seat: Need.HELPS})
    assert [(one.adjustment_id, one.note) for one in held] == [(breaks, "every hour"), (seat, "")]
    assert held[0].id == made.id
    remove_need(vault, ada.id, seat)
    with pytest.raises(Problem, match="The profile of IW-001 does not ask for “A seat”"):
        remove_need(vault, ada.id, seat)


def test_an_archived_adjustment_is_not_chosen_anew(vault: Database, ada: Person) -> None:
    made = add_adjustment(vault, "Breaks")
    archive_adjustment(vault, made.id, today=date(2026, 11, 23))
    with pytest.raises(Problem, match="is archived"):
        set_need(vault, ada.id, made.id, Need.MUST)
    assert needs_of(vault, ada.id) == []
