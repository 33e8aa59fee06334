"""What is done about a finding of what changed: an action of the plan, or a decision whether it may be compared."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.pages.survey.action_plan_side_acts import PlanActs
from desktop.pages.survey.change_words import draft_from
from desktop.pages.survey.changes_work import Changes
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from workforce.survey.changes.change_row import ChangeRow


class Findings(Protocol):
    """What is shown, as the acts need it."""

    survey_id: str
    is_current: bool
    changes: Changes | None

    @property
    def current(self) -> ChangeRow | None: ...

    def may_write(self) -> bool: ...


class FindingActs(QObject):
    """Acts on the line that `side` has chosen, over `view`. `way` carries a tab and the row to show there."""

    way = Signal(str, str)

    def __init__(self, desk: Desk, side: Findings, view: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._side = side
        self._plan_acts = PlanActs(desk, view, lambda: side.survey_id, lambda: "", today=today)
        self._plan_acts.added.connect(self._show_planned)

    def listed(self) -> list[Action]:
        """What can be done with the line chosen."""
        return [
            Action("decide_comparable", "Decide whether it may be compared…", self._go_to_decision, icon="edit",
                   enabled=self._has_changed),
            Action("change_to_plan", "Add to the action plan…", self._plan, icon="add", enabled=self._may_plan,
                   tip="An action about this finding, to be measured by the same figure in a later wave"),
        ]  # fmt: skip

    def _has_changed(self) -> bool:
        current = self._side.current
        return (
            self._side.is_current
            and current is not None
            and bool(current.what_changed or current.question_changed)
        )

    def _go_to_decision(self) -> None:
        current, changes = self._side.current, self._side.changes
        if changes is not None and current is not None:
            self.way.emit("Waves", current.question_id or changes.asked.later)

    def _may_plan(self) -> bool:
        return self._side.may_write() and self._side.current is not None

    def _plan(self) -> None:
        current, changes = self._side.current, self._side.changes
        if changes is not None and current is not None:
            self._plan_acts.add_from(draft_from(current, changes.asked.later))

    @Slot(str)
    def _show_planned(self, key: str) -> None:
        self.way.emit("Action plan", key)
