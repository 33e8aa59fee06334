"""Tasks that profiles and posts share."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from workforce.iwork.profile.tasks import (
    add_task,
    archive_task,
    areas,
    edit_task,
    restore_task,
    task,
    task_by_name,
    tasks,
)

TODAY = date(2026, 11, 23)


def test_a_task_is_added_renamed_archived_and_restored(vault: Database) -> None:
    made = add_task(vault, " Laying  tables ", easy="laying the tables", area="Kitchen")
    assert (made.name, made.easy_words) == ("Laying tables", "laying the tables")
    assert edit_task(vault, made.id, name="Laying the tables", easy="").easy_words == "Laying the tables"
    assert archive_task(vault, made.id, today=TODAY).archived_on == TODAY
    assert (tasks(vault), len(tasks(vault, archived=True)), areas(vault)) == ([], 1, [])
    assert restore_task(vault, made.id) == task(vault, made.id)
    assert areas(vault) == ["Kitchen"]
    last = history.next_undo(vault)
    assert last is not None and last.action == "Restored the task Laying the tables"


def test_they_stand_by_area_and_name(vault: Database) -> None:
    for name, area in (("Mowing", "Garden"), ("washing up", "Kitchen"), ("Laying tables", "Kitchen")):
        add_task(vault, name, area=area)
    assert [one.name for one in tasks(vault)] == ["Mowing", "Laying tables", "washing up"]
    found = task_by_name(vault, "WASHING-UP")
    assert found is not None and found.name == "washing up"
    assert task_by_name(vault, "Ironing") is None


def test_a_name_is_needed_and_taken_once(vault: Database) -> None:
    made = add_task(vault, "Mowing")
    with pytest.raises(FieldProblem, match="nothing was typed"):
        add_task(vault, "  ")
    with pytest.raises(FieldProblem, match="there is a task “Mowing” already"):
        add_task(vault, "mowing")
    archive_task(vault, made.id, today=TODAY)
    with pytest.raises(FieldProblem, match="Restore that one"):
        add_task(vault, "mowing")
    with pytest.raises(Problem, match="archived already"):
        archive_task(vault, made.id, today=TODAY)
    restore_task(vault, made.id)
    with pytest.raises(Problem, match="is not archived"):
        restore_task(vault, made.id)
    with pytest.raises(LookupError):
        task(vault, "gone")
