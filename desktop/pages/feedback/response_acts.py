"""What can be done with the responses to an event: each asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.answers import ChangeResponse, Given, TypeInAnswers
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.forums import events
from engagement.forums.feedback import questions, responses
from engagement.forums.feedback.comments import Comment
from engagement.forums.feedback.feedback_tables import responses_table
from engagement.forums.feedback.responses import Response
from engagement.forums.people import participants
from resources.tables import Table
from resources.wording import in_london


class ResponseActs:
    """Acts on the event that `current` gives, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, current: Callable[[], str], *, now: Callable[[], datetime]
    ) -> None:
        self._desk, self._view, self._current, self._now = desk, view, current, now

    def type_in(self) -> None:
        """Type answers in, one response after another."""
        db, event_id = self._desk.db, self._current()
        event = events.get(db, event_id)
        responses.refuse_early(event, now=self._now())
        asked = questions.asked_of(db, event.kind)
        people = participants.of_event(db, event_id)
        dialog = TypeInAnswers(asked, people, responses.next_number(db, event_id), self._view)
        dialog.ask(partial(self._typed, event_id))

    def _typed(self, event_id: str, given: Given) -> None:
        today = in_london(self._now()).date()
        responses.add_response(
            self._desk.db, event_id, given.answers, participant_id=given.participant_id, received_on=today
        )
        self._desk.messages.done("Added a response")

    def keep(self) -> None:
        """Every response of the event, to be put right or removed."""
        dialog = KeptList(
            "Responses", "Each by its number. Only what somebody agreed to is kept with a name.",
            partial(self._read, self._current()), self._view, name="feedback_responses",
        )  # fmt: skip
        one = dialog.has_row
        dialog.offer(
            [
                Action("response_change", "Change…", partial(self._change, dialog), enabled=one, icon="edit"),
                Action("response_remove", "Remove…", partial(self._remove, dialog), enabled=one),
            ]
        )  # fmt: skip
        dialog.open()

    def _read(self, event_id: str) -> tuple[Table, list[str]]:
        db = self._desk.db
        held = responses.responses_of(db, event_id)
        table = responses_table(held, questions.all_questions(db), events.get(db, event_id))
        return table, [one.id for one in held]

    def _change(self, dialog: KeptList) -> None:
        self._ask_change(responses.get(self._desk.db, dialog.key), dialog, dialog.reload)

    def _remove(self, dialog: KeptList) -> None:
        self._ask_removal(responses.get(self._desk.db, dialog.key), dialog, dialog.reload)

    def change(self, comment: Comment) -> None:
        """Put right the response that a comment is of."""
        self._ask_change(self._of(comment), self._view, _nothing_more)

    def remove(self, comment: Comment) -> None:
        """Ask, and take away the whole response that a comment is of."""
        self._ask_removal(self._of(comment), self._view, _nothing_more)

    def _of(self, comment: Comment) -> Response:
        held = responses.responses_of(self._desk.db, comment.event_id)
        return next(one for one in held if one.number == comment.number)

    def _ask_change(self, held: Response, over: QWidget, after: Callable[[], object]) -> None:
        db = self._desk.db
        kind = events.get(db, held.event_id).kind
        asked = [
            one for one in questions.all_questions(db) if one.is_asked_of(kind) or one.id in held.answers
        ]
        dialog = ChangeResponse(held, asked, participants.of_event(db, held.event_id), over)
        dialog.ask(partial(self._changed, held.id, after))

    def _changed(self, response_id: str, after: Callable[[], object], given: Given) -> None:
        responses.edit_response(
            self._desk.db, response_id, given.answers, participant_id=given.participant_id
        )
        self._desk.messages.done("Changed the response")
        after()

    def _ask_removal(self, held: Response, over: QWidget, after: Callable[[], object]) -> None:
        question = Question(
            f"Remove response {held.number}?", "All its answers and comments go with it.", "Remove", over
        )
        question.ask(partial(self._removed, held.id, after))

    def _removed(self, response_id: str, after: Callable[[], object]) -> None:
        responses.remove_response(self._desk.db, response_id)
        self._desk.messages.done("Removed the response")
        after()


def _nothing_more() -> None:
    """The view shows the change by itself."""
