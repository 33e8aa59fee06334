"""The questions that feedback is asked by, kept in a list of their own."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.feedback.question import WriteQuestion
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.forums.feedback import questions
from engagement.forums.feedback.feedback_tables import questions_table
from engagement.forums.feedback.questions import AskedQuestion, QuestionDraft
from resources.tables import Table
from resources.wording import in_london


class QuestionActs:
    """Acts on the row chosen in the list that `keep` opens over `view`."""

    def __init__(self, desk: Desk, view: QWidget, *, now: Callable[[], datetime]) -> None:
        self._desk, self._view, self._now = desk, view, now

    def keep(self) -> None:
        """The questions in their order, to be added to, changed, moved and retired."""
        dialog = KeptList(
            "Questions", "Asked after each event of their kind, in this order. A retired question keeps its answers.",
            self._read, self._view, name="feedback_questions",
        )  # fmt: skip
        one = dialog.has_row
        dialog.offer(
            [
                Action("question_add", "Add a question…", partial(self._ask, dialog, None), icon="add"),
                Action("question_change", "Change…", partial(self._change, dialog), enabled=one, icon="edit"),
                Action("question_up", "Move up", partial(self._move, dialog, True), enabled=one),
                Action("question_down", "Move down", partial(self._move, dialog, False), enabled=one),
                Action("question_retire", "Retire", partial(self._retire, dialog), enabled=one,
                       label_now=partial(self._retire_words, dialog)),
            ]
        )  # fmt: skip
        dialog.open()

    def _read(self) -> tuple[Table, list[str]]:
        held = questions.all_questions(self._desk.db)
        return questions_table(held), [one.id for one in held]

    def _change(self, dialog: KeptList) -> None:
        self._ask(dialog, questions.get(self._desk.db, dialog.key))

    def _ask(self, dialog: KeptList, held: AskedQuestion | None) -> None:
        WriteQuestion(held, dialog).ask(partial(self._written, dialog, held))

    def _written(self, dialog: KeptList, held: AskedQuestion | None, draft: QuestionDraft) -> None:
        if held is None:
            questions.add_question(self._desk.db, draft)
        else:
            questions.edit_question(self._desk.db, held.id, draft, on=in_london(self._now()).date())
        self._desk.messages.done(f"{'Changed' if held else 'Added'} the question “{draft.text.strip()}”")
        dialog.reload()

    def _move(self, dialog: KeptList, up: bool) -> None:
        questions.move_question(self._desk.db, dialog.key, up=up)
        dialog.reload()

    def _retire(self, dialog: KeptList) -> None:
        held = questions.get(self._desk.db, dialog.key)
        if held.retired_on is None:
            questions.retire_question(self._desk.db, held.id, on=in_london(self._now()).date())
        else:
            questions.restore_question(self._desk.db, held.id)
        dialog.reload()

    def _retire_words(self, dialog: KeptList) -> str:
        retired = dialog.key and questions.get(self._desk.db, dialog.key).retired_on
        return "Restore" if retired else "Retire"
