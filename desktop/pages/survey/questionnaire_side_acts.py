"""What is done to the questions of the survey: added, changed, moved, retired, restored, removed."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.question import WriteQuestion
from desktop.shell.page import Desk
from resources.wording import shortened
from workforce.survey.questionnaire import editing
from workforce.survey.questionnaire.editing import QuestionDraft
from workforce.survey.questionnaire.questions import Question, question


class QuestionnaireActs(QObject):
    """Opens the dialogs over `page`. `added` carries the key of a new question."""

    added = Signal(str)

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        *,
        survey_id: Callable[[], str],
        key: Callable[[], str],
        today: Callable[[], date],
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._today = desk, page, today
        self._survey_id, self._key = survey_id, key

    def _held(self) -> Question:
        return question(self._desk.db, self._key())

    # Questions

    def add(self) -> None:
        """One more question."""
        WriteQuestion(None, self._page).ask(self._add)

    def _add(self, draft: QuestionDraft) -> None:
        made = editing.add_question(self._desk.db, self._survey_id(), draft)
        self._desk.messages.done(f"Added “{shortened(made.wording)}”")
        self.added.emit(made.id)

    def edit(self) -> None:
        """The chosen question with its options."""
        held = self._held()
        answers = editing.answers_held(self._desk.db, held.id)
        WriteQuestion(held, self._page, answers=answers).ask(partial(self._edit, held))

    def _edit(self, held: Question, draft: QuestionDraft) -> None:
        made = editing.rewrite_question(self._desk.db, held.id, draft, today=self._today())
        if made == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed “{shortened(made.wording)}”")

    def move_up(self) -> None:
        """One place earlier."""
        editing.move_question(self._desk.db, self._key(), -1)

    def move_down(self) -> None:
        """One place later."""
        editing.move_question(self._desk.db, self._key(), 1)

    def retire_or_restore(self) -> None:
        """Ask it no more in waves to come, or again."""
        held = self._held()
        if held.retired_on is None:
            editing.retire_question(self._desk.db, held.id, today=self._today())
            self._desk.messages.done(f"Retired “{shortened(held.wording)}”")
        else:
            editing.restore_question(self._desk.db, held.id)
            self._desk.messages.done(f"Restored “{shortened(held.wording)}”")

    def remove(self) -> None:
        """One that was never asked."""
        held = self._held()
        editing.remove_question(self._desk.db, held.id)
        self._desk.messages.done(f"Removed “{shortened(held.wording)}”")
