"""What can be done with the action plan, and when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.pages.survey.action_plan_shown import PlanView
from desktop.pages.survey.action_plan_side_acts import PlanActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from workforce.survey.action_plan.actions import PlanAction

_DONE, _AGAIN = "Mark as done…", "Open again"


class PlanMenu(QObject):
    """The actions on the plan, each with whether it can be run now."""

    def __init__(self, desk: Desk, side: PlanView, view: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._side = side
        self.acts = PlanActs(desk, view, self._survey, self._key, today=today)

    def listed(self) -> list[Action]:
        """What can be done with the plan."""
        acts, one = self.acts, self._may_change
        return [
            Action("plan_add", "Add an action…", acts.add, "Ctrl+N", icon="add", enabled=self._may_add),
            Action("plan_edit", "Change…", acts.edit, icon="edit", enabled=one),
            Action("plan_done", _DONE, acts.finish_or_reopen, icon="check", enabled=one, label_now=self._done_words),
            Action("plan_drop", "Drop…", acts.drop, enabled=self._is_open),
            Action("plan_remove", "Remove…", acts.remove, enabled=one,
                   tip="Take it out of the plan, where it was entered by mistake"),
        ]  # fmt: skip

    def first(self) -> Action:
        """What an empty plan begins with."""
        return Action("plan_first", "Add an action", self._add_first)

    def in_pane(self) -> list[Action]:
        """Those that stand beside an action."""
        wanted = [one for one in self.listed() if one.name in ("plan_edit", "plan_done")]
        return [replace(one, label=one.label_now() if one.label_now else one.label) for one in wanted]

    # When

    def _survey(self) -> str:
        return self._side.survey_id

    def _chosen(self) -> PlanAction | None:
        return self._side.chosen_action() if self._side.shows_plan else None

    def _key(self) -> str:
        held = self._chosen()
        return held.id if held else ""

    def _may_add(self) -> bool:
        return self._side.may_write() and self._side.shows_plan

    def _may_change(self) -> bool:
        return self._side.may_write() and self._chosen() is not None

    def _is_open(self) -> bool:
        held = self._chosen()
        return self._may_change() and held is not None and held.is_open

    def _done_words(self) -> str:
        held = self._chosen()
        return _AGAIN if held is not None and not held.is_open else _DONE

    # What is done

    def _add_first(self) -> None:
        if self._may_add():
            self.acts.add()

    @Slot(str)
    def open_action(self, _key: str) -> None:
        """Enter on an action changes it."""
        if self._may_change():
            self.acts.edit()
