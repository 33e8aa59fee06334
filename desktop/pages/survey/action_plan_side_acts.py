"""What is done with the action plan: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.plan_action import CloseAction, Closed, WriteAction
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.wording import shortened
from workforce.survey.action_plan import actions
from workforce.survey.action_plan.actions import ActionDraft, PlanAction


class PlanActs(QObject):
    """Acts on the action that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, survey: Callable[[], str], key: Callable[[], str], *,
        today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._survey, self._key, self._today = desk, view, survey, key, today

    def _current(self) -> PlanAction:
        return actions.action(self._desk.db, self._key())

    def add(self) -> None:
        """Something that is to be done."""
        self.add_from(None)

    def add_from(self, draft: ActionDraft | None) -> None:
        """The same, with what is known of it already: the finding and by what it is measured."""
        dialog = WriteAction(self._desk.db, self._survey(), self._today(), self._view, draft=draft)
        dialog.ask(self._added)

    def _added(self, draft: ActionDraft) -> None:
        made = actions.add_action(self._desk.db, self._survey(), draft)
        self._desk.messages.done(f"Added “{shortened(made.action)}” to the action plan")
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is said of the action chosen."""
        held = self._current()
        dialog = WriteAction(self._desk.db, held.survey_id, self._today(), self._view, held=held)
        dialog.ask(partial(self._edited, held))

    def _edited(self, held: PlanAction, draft: ActionDraft) -> None:
        changed = actions.edit_action(self._desk.db, held.id, draft)
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed “{shortened(changed.action)}”")

    def finish_or_reopen(self) -> None:
        """It is done; or there is something to do after all."""
        held = self._current()
        if held.is_open:
            CloseAction(held, self._today(), self._view, dropped=False).ask(
                partial(self._closed, held, False)
            )
        else:
            actions.reopen_action(self._desk.db, held.id)
            self._desk.messages.done(f"Opened “{shortened(held.action)}” again")

    def drop(self) -> None:
        """It is not going to be done."""
        held = self._current()
        CloseAction(held, self._today(), self._view, dropped=True).ask(partial(self._closed, held, True))

    def _closed(self, held: PlanAction, dropped: bool, closed: Closed) -> None:
        actions.close_action(self._desk.db, held.id, on=closed.on, dropped=dropped, note=closed.note)
        self._desk.messages.done(f"{'Dropped' if dropped else 'Finished'} “{shortened(held.action)}”")

    def remove(self) -> None:
        """It was entered by mistake."""
        held = self._current()
        question = Question(
            "Remove the action from the plan?",
            f"“{shortened(held.action, 200)}” was entered by mistake. What is not going to be done is dropped instead.",
            "Remove", self._view, danger=True,
        )  # fmt: skip
        question.ask(partial(self._removed, held))

    def _removed(self, held: PlanAction) -> None:
        actions.remove_action(self._desk.db, held.id)
        self._desk.messages.done(f"Removed “{shortened(held.action)}” from the action plan")
