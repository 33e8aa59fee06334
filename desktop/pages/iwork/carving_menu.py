"""What can be done on the side Job carving, and when."""

from typing import Protocol

from desktop.pages.iwork.carving_acts import CarvingActs
from desktop.pages.iwork.carving_part import TeamDayPart
from desktop.shell.actions import Action

IN_PANE = ("carving_choose", "carving_edit", "carving_back", "carving_remove")


class CarvingView(Protocol):
    """What is chosen."""

    part: TeamDayPart

    def team_key(self) -> str:
        """The team shown."""

    def may_write(self) -> bool:
        """Whether anything may be changed."""


class CarvingMenu:
    """The actions, each with whether it can be run now."""

    def __init__(self, acts: CarvingActs, view: CarvingView) -> None:
        self._acts, self._view = acts, view

    def listed(self) -> list[Action]:
        """All of them."""
        acts, free, a_team = self._acts, self._is_free, self._has_team
        return [
            Action("carving_post", "Carve the post…", acts.carve, "Ctrl+Return", primary=True, icon="add",
                   enabled=self._may_carve, tip="Of the tasks in the lane “New post”"),
            Action("carving_team", "Add a team…", acts.add_team, icon="add", enabled=self._view.may_write),
            Action("carving_type", "Type the day…", acts.type_day, "Ctrl+N", icon="edit", enabled=a_team),
            Action("carving_task", "Add a task…", acts.add_task, icon="add", enabled=a_team),
            Action("carving_choose", "Into the new post", self._choose, "Ctrl+Shift+N", icon="check", enabled=free,
                   label_now=self._choose_words, tip="All tasks selected; or drag them there"),
            Action("carving_edit", "Change the task…", acts.edit_task, "F2", toolbar=False, enabled=free),
            Action("carving_back", "Take back from the post", acts.take_back, toolbar=False, enabled=self._is_carved),
            Action("carving_remove", "Remove the task", acts.remove_task, "Ctrl+Del", toolbar=False, enabled=free),
            Action("carving_team_edit", "Change the team…", acts.edit_team, toolbar=False, enabled=a_team),
            Action("carving_team_remove", "Remove the team…", acts.remove_team, toolbar=False, enabled=a_team),
        ]  # fmt: skip

    def _choose(self) -> None:
        self._view.part.choose()

    def _has_team(self) -> bool:
        return self._view.may_write() and bool(self._view.team_key())

    def _is_free(self) -> bool:
        one = self._view.part.task()
        return self._view.may_write() and one is not None and not one.post

    def _is_carved(self) -> bool:
        one = self._view.part.task()
        return self._view.may_write() and one is not None and bool(one.post)

    def _may_carve(self) -> bool:
        return self._view.may_write() and bool(self._view.part.chosen)

    def _choose_words(self) -> str:
        one = self._view.part.task()
        return (
            "Out of the new post"
            if one is not None and one.key in self._view.part.chosen
            else "Into the new post"
        )
