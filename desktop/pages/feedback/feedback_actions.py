"""The actions on an event's feedback, and when each can be run."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from desktop.pages.events.event_view import EventView
from desktop.pages.feedback.comment_acts import CommentActs
from desktop.pages.feedback.feedback_files import FeedbackFiles
from desktop.pages.feedback.forms_import import FormsImport
from desktop.pages.feedback.question_acts import QuestionActs
from desktop.pages.feedback.response_acts import ResponseActs
from desktop.pages.feedback.theme_acts import ThemeActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.forums import events
from engagement.forums.feedback.comments import Comment
from engagement.forums.vocabulary import EventState
from resources.problem import Problem
from resources.wording import count_of


class FeedbackActions(QObject):
    """Lists them. `chosen` gives the comments selected, `has_some` says whether there is a response yet."""

    def __init__(
        self,
        desk: Desk,
        view: EventView,
        *,
        chosen: Callable[[], list[Comment]],
        has_some: Callable[[], bool],
        files: FeedbackFiles,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._files = desk, view, files
        self._chosen, self._has_some = chosen, has_some
        self.responses = ResponseActs(desk, view, self._event_id, now=now)
        self.comments = CommentActs(desk, view, now=now)
        self.questions = QuestionActs(desk, view, now=now)
        self.themes = ThemeActs(desk, view, now=now)
        self.forms = FormsImport(desk, view, self._event_id, now=now)

    def listed(self) -> list[Action]:
        """Answers in, questions, comments, and what is taken away."""
        one, some, write = self._one, self._some, self._view.may_write
        return [
            Action("feedback_type_in", "Type in answers…", self.type_in, "Ctrl+Shift+Y", enabled=self._may_take,
                   icon="edit"),
            Action("feedback_file", "Take in a forms file…", self.take_file, "Ctrl+Shift+O", enabled=self._may_take,
                   icon="import"),
            Action("feedback_responses", "Responses…", self.responses.keep, enabled=self._may_change, icon="people"),
            Action("feedback_questions", "Questions…", self.questions.keep, enabled=write, icon="reports"),
            Action("feedback_code", "Code comment…", self.code, "Ctrl+Shift+K", enabled=one, icon="check"),
            Action("feedback_publish", "Publish or withhold comment", self.publish, "Ctrl+Shift+B", enabled=some,
                   icon="copy", label_now=self._publish_words,
                   tip="Whether a public document may hold the comments chosen"),
            Action("feedback_change", "Change response…", self.change_response, enabled=one, icon="edit"),
            Action("feedback_remove", "Remove response…", self.remove_response, enabled=one),
            Action("feedback_themes", "Themes…", self.themes.keep, enabled=write, icon="filter"),
            *self._taken_away(),
        ]  # fmt: skip

    def _taken_away(self) -> list[Action]:
        files, some = self._files, self._has_some
        return [
            Action("feedback_summary", "Word summary of feedback…", files.ask_summary, enabled=some, icon="word"),
            Action("feedback_save_comments", "Save the comments as a table…", files.save_comments, enabled=some,
                   icon="export"),
            Action("feedback_save_themes", "Save the themes as a table…", files.save_themes, enabled=some,
                   icon="export"),
        ]  # fmt: skip

    # When

    def _event_id(self) -> str:
        return self._view.event_id

    def _may_change(self) -> bool:
        return self._view.may_write() and self._has_some()

    def _may_take(self) -> bool:
        db, event_id = self._desk.db, self._event_id()
        if not self._view.may_write() or not events.is_event(db, event_id):
            return False
        return events.get(db, event_id).state is not EventState.CANCELLED

    def _one(self) -> bool:
        return self._view.may_write() and len(self._chosen()) == 1

    def _some(self) -> bool:
        return self._view.may_write() and bool(self._chosen())

    def _publish_words(self) -> str:
        chosen = self._chosen()
        if not chosen:
            return "Publish or withhold comment"
        verb = "Withhold" if all(one.publish for one in chosen) else "Publish"
        return f"{verb} comment" if len(chosen) == 1 else f"{verb} {count_of(len(chosen), 'comment')}"

    # What is done

    def take_file(self) -> None:
        """Ask for a forms file."""
        self._refuse_where_nothing_may_come()
        self.forms.choose()

    def type_in(self) -> None:
        """Type answers in."""
        self._refuse_where_nothing_may_come()
        self.responses.type_in()

    def _refuse_where_nothing_may_come(self) -> None:
        """The empty page has its buttons whatever the event."""
        if self._desk.opened.read_only:
            raise Problem("The file is only read, so no feedback can be added. Open it for writing first.")
        if not self._may_take():
            raise Problem(
                "The event was cancelled, so it has no feedback. Plan it again first if that is wrong."
            )

    @Slot(str)
    def code(self, _key: str = "") -> None:
        """Code the comment chosen."""
        if self._one():  # Enter on a row asks too
            self.comments.code(self._chosen()[0])

    def publish(self) -> None:
        """Publish or withhold the comments chosen."""
        if self._some():
            self.comments.publish_or_withhold(self._chosen())

    def change_response(self) -> None:
        """Put right the response of the comment chosen."""
        if self._one():
            self.responses.change(self._chosen()[0])

    def remove_response(self) -> None:
        """Take away the response of the comment chosen."""
        if self._one():
            self.responses.remove(self._chosen()[0])
