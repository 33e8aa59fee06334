"""What can be done with the action plan and the library of practices, and when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.pages.survey.action_plan_side_acts import PlanActs
from desktop.pages.survey.action_plan_side_forum import ForumActs
from desktop.pages.survey.action_plan_side_uses import PracticeActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.wording import in_london
from workforce.survey.action_plan.actions import PlanAction
from workforce.survey.action_plan.standing import PracticeStanding

if TYPE_CHECKING:
    from desktop.pages.survey.action_plan_side import ActionPlanSide

_DONE, _AGAIN = "Mark as done…", "Open again"


class PlanActions(QObject):
    """The actions of the tab, each with whether it can be run now."""

    def __init__(self, desk: Desk, side: "ActionPlanSide", *, now: Callable[[], datetime]) -> None:
        super().__init__(side)
        self._side, self._now = side, now
        self.acts = PlanActs(desk, side, self._survey, self._key, today=self._today)
        self.library = PracticeActs(desk, side, self._survey, self._practices, today=self._today)
        self.forum = ForumActs(desk, side, self._survey, self._practices, now=now)

    def listed(self) -> list[Action]:
        """Of the plan, then of the library."""
        return [*self.of_plan(), *self.of_library()]

    def of_plan(self) -> list[Action]:
        """What can be done with the plan."""
        acts, one = self.acts, self._may_change
        return [
            Action("plan_add", "Add an action…", acts.add, "Ctrl+Shift+A", icon="add", enabled=self._may_add),
            Action("plan_edit", "Change…", acts.edit, icon="edit", enabled=one),
            Action("plan_done", _DONE, acts.finish_or_reopen, icon="check", enabled=one, label_now=self._done_words),
            Action("plan_drop", "Drop…", acts.drop, enabled=self._is_open),
            Action("plan_remove", "Remove…", acts.remove, enabled=one,
                   tip="Take it out of the plan, where it was entered by mistake"),
        ]  # fmt: skip

    def of_library(self) -> list[Action]:
        """What can be done with the library."""
        acts, one = self.library, self._may_change_practice
        return [
            Action("practice_add", "Add a practice…", acts.add, icon="add", enabled=self._may_add_practice),
            Action("practice_change", "Change practice…", acts.edit, icon="edit", enabled=one),
            Action("practice_tried", "Where it was tried…", acts.keep_uses, icon="people", enabled=one),
            Action("practice_handout", "Word page for a forum…", self.forum.ask_paper, icon="word",
                   enabled=self._some_practices, tip="The practices chosen, on a page without names"),
            Action("practice_agenda", "Put on a forum’s agenda…", self.forum.put_on_agenda, icon="forums",
                   enabled=self._may_put),
            Action("practice_put_away", "Archive practice", acts.archive, icon="archive", enabled=one,
                   toolbar=False),
            Action("practice_restore", "Archived practices…", acts.keep_archived, enabled=self._may_add_practice,
                   toolbar=False),
        ]  # fmt: skip

    def first(self) -> Action:
        """What an empty plan begins with."""
        return Action("plan_first", "Add an action", self._add_first)

    def in_pane(self) -> list[Action]:
        """Those that stand beside an action."""
        wanted = [one for one in self.of_plan() if one.name in ("plan_edit", "plan_done")]
        return [replace(one, label=one.label_now() if one.label_now else one.label) for one in wanted]

    def in_practice_pane(self) -> list[Action]:
        """Those that stand beside a practice."""
        return [one for one in self.of_library() if one.name in ("practice_change", "practice_tried")]

    # When

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _survey(self) -> str:
        return self._side.survey_id

    def _practices(self) -> list[PracticeStanding]:
        return self._side.practices.chosen()

    def _chosen(self) -> PlanAction | None:
        return self._side.plan.chosen() if self._side.shows_plan else None

    def _key(self) -> str:
        held = self._chosen()
        return held.id if held else ""

    def _may_add(self) -> bool:
        return self._side.may_write() and self._side.shows_plan

    def _may_add_practice(self) -> bool:
        return self._side.may_write() and not self._side.shows_plan

    def _may_change(self) -> bool:
        return self._side.may_write() and self._chosen() is not None

    def _is_open(self) -> bool:
        held = self._chosen()
        return self._may_change() and held is not None and held.is_open

    def _done_words(self) -> str:
        held = self._chosen()
        return _AGAIN if held is not None and not held.is_open else _DONE

    def _some_practices(self) -> bool:
        return self._side.is_current and not self._side.shows_plan and bool(self._practices())

    def _may_change_practice(self) -> bool:
        return self._may_add_practice() and len(self._practices()) == 1

    def _may_put(self) -> bool:
        return self._side.may_write() and self._some_practices()

    # What is done

    def _add_first(self) -> None:
        if self._may_add():
            self.acts.add()

    @Slot(str)
    def open_action(self, _key: str) -> None:
        """Enter on an action changes it."""
        if self._may_change():
            self.acts.edit()

    @Slot(str)
    def open_practice(self, _key: str) -> None:
        """Enter on a practice shows where it was tried."""
        if self._may_change_practice():
            self.library.keep_uses()
