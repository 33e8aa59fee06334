"""A new register begins with words to choose from."""

from resources.database import Database, history
from workforce.iwork.profile.adjustments import adjustments
from workforce.iwork.profile.shipped import ADJUSTMENTS, TASKS, add_shipped_words
from workforce.iwork.profile.tasks import add_task, areas, tasks


def test_they_are_added_once_as_one_change(vault: Database) -> None:
    add_task(vault, "laying tables", easy="our own words")
    assert add_shipped_words(vault) == len(TASKS) + len(ADJUSTMENTS) - 1
    assert add_shipped_words(vault) == 0
    assert len(tasks(vault)) == len(TASKS)
    assert len(areas(vault)) == 7
    assert all(one.easy for one in adjustments(vault))
    history.undo(vault)
    assert [one.easy for one in tasks(vault)] == ["our own words"]


def test_each_has_a_name_of_its_own_and_easy_words() -> None:
    for names in ([name for _, name, _ in TASKS], [name for name, _ in ADJUSTMENTS]):
        assert len({name.casefold() for name in names}) == len(names)
    assert all(easy and easy[0].islower() and not easy.endswith(".") for _, _, easy in TASKS)
    assert all(easy.endswith(".") for _, easy in ADJUSTMENTS)
