"""What can be done with the library of practices, and when."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.pages.survey.action_plan_shown import PlanView
from desktop.pages.survey.action_plan_side_forum import ForumActs
from desktop.pages.survey.action_plan_side_uses import PracticeActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.wording import in_london
from workforce.survey.action_plan.standing import PracticeStanding


class LibraryMenu(QObject):
    """The actions on practices, each with whether it can be run now."""

    def __init__(self, desk: Desk, side: PlanView, view: QWidget, *, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._side, self._now = side, now
        self.acts = PracticeActs(desk, view, self._survey, self._chosen, today=self._today)
        self.forum = ForumActs(desk, view, self._survey, self._chosen, now=now)

    def listed(self) -> list[Action]:
        """What can be done with the library."""
        acts, forum, one, keep = self.acts, self.forum, self._may_change, self._may_keep
        return [
            Action("practice_add", "Add a practice…", acts.add, icon="add", enabled=keep),
            Action("practice_change", "Change practice…", acts.edit, icon="edit", enabled=one),
            Action("practice_tried", "Where it was tried…", acts.keep_uses, icon="people", enabled=one),
            Action("practice_handout", "Word page for a forum…", forum.ask_paper, icon="word", enabled=self._has_some,
                   tip="The practices chosen, on a page without names"),
            Action("practice_agenda", "Put on a forum’s agenda…", forum.put_on_agenda, icon="forums",
                   enabled=self._may_put),
            Action("practice_put_away", "Archive practice", acts.archive, icon="archive", enabled=one, toolbar=False),
            Action("practice_restore", "Archived practices…", acts.keep_archived, enabled=keep, toolbar=False),
        ]  # fmt: skip

    def in_pane(self) -> list[Action]:
        """Those that stand beside a practice."""
        return [one for one in self.listed() if one.name in ("practice_change", "practice_tried")]

    # When

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _survey(self) -> str:
        return self._side.survey_id

    def _chosen(self) -> list[PracticeStanding]:
        return self._side.chosen_practices()

    def _may_keep(self) -> bool:
        return self._side.may_write() and not self._side.shows_plan

    def _may_change(self) -> bool:
        return self._may_keep() and len(self._chosen()) == 1

    def _has_some(self) -> bool:
        return self._side.is_current and not self._side.shows_plan and bool(self._chosen())

    def _may_put(self) -> bool:
        return self._may_keep() and self._has_some()

    # What is done

    @Slot(str)
    def open_practice(self, _key: str) -> None:
        """Enter on a practice shows where it was tried."""
        if self._may_change():
            self.acts.keep_uses()
