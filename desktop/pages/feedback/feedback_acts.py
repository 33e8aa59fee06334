"""What can be done with an event's feedback: each asks by a dialog and makes one change."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.answers import ChangeResponse, Given, TypeInAnswers
from desktop.dialogs.feedback.coding import CodeComment, Coded, MergeTheme, NameTheme
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.feedback.question import WriteQuestion
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.forums import events
from engagement.forums.feedback import comments, questions, responses, themes
from engagement.forums.feedback.comments import Comment
from engagement.forums.feedback.feedback_tables import questions_table, responses_table
from engagement.forums.feedback.questions import AskedQuestion, QuestionDraft
from engagement.forums.feedback.responses import Response
from engagement.forums.people import participants
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, in_london


class FeedbackActs:
    """Acts on the event that `current` gives, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, current: Callable[[], str], *, now: Callable[[], datetime]
    ) -> None:
        self._desk, self._view, self._current, self._now = desk, view, current, now

    # Responses

    def type_in(self) -> None:
        """Type answers in, one response after another."""
        db, event_id = self._desk.db, self._current()
        asked = questions.asked_of(db, events.get(db, event_id).kind)
        people = participants.of_event(db, event_id)
        dialog = TypeInAnswers(asked, people, responses.next_number(db, event_id), self._view)
        dialog.ask(partial(self._typed, event_id))

    def _typed(self, event_id: str, given: Given) -> None:
        today = in_london(self._now()).date()
        responses.add_response(
            self._desk.db, event_id, given.answers, participant_id=given.participant_id, received_on=today
        )
        self._desk.messages.done("Added a response")

    def keep_responses(self) -> None:
        """Every response of the event, to be put right or removed."""
        dialog = KeptList(
            "Responses", "Each by its number. Only what somebody agreed to is kept with a name.",
            partial(self._responses_read, self._current()), self._view, name="feedback_responses",
        )  # fmt: skip
        one = partial(_has_row, dialog)
        dialog.offer(
            [
                Action("response_change", "Change…", partial(self._change, dialog), enabled=one, icon="edit"),
                Action("response_remove", "Remove…", partial(self._remove, dialog), enabled=one),
            ]
        )  # fmt: skip
        dialog.open()

    def _responses_read(self, event_id: str) -> tuple[Table, list[str]]:
        db = self._desk.db
        held = responses.responses_of(db, event_id)
        table = responses_table(held, questions.all_questions(db), events.get(db, event_id).title)
        return table, [one.id for one in held]

    def _change(self, dialog: KeptList) -> None:
        self._ask_change(responses.get(self._desk.db, dialog.key), dialog, dialog.reload)

    def _remove(self, dialog: KeptList) -> None:
        self._ask_removal(responses.get(self._desk.db, dialog.key), dialog, dialog.reload)

    def change_response(self, comment: Comment) -> None:
        """Put right the response that a comment is of."""
        self._ask_change(self._of(comment), self._view, _nothing_more)

    def remove_response(self, comment: Comment) -> None:
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
        responses.change_response(
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

    # Comments

    def code(self, comment: Comment) -> None:
        """Say what a comment is about."""
        db = self._desk.db
        words = themes.frequent_words(comments.comments_of(db, comment.event_id))
        dialog = CodeComment(comment, themes.all_themes(db), words, self._view)
        dialog.ask(partial(self._coded, comment))

    def _coded(self, comment: Comment, coded: Coded) -> None:
        comments.code_comment(self._desk.db, comment.id, coded.theme_ids, new=coded.new, now=self._now())
        self._desk.messages.done(f"Coded comment {comment.number}")

    def publish_or_withhold(self, chosen: Sequence[Comment]) -> None:
        """Let the comments chosen be published, or withhold them where all of them may be."""
        keys, what = [one.id for one in chosen], count_of(len(chosen), "comment")
        if all(one.publish for one in chosen):
            comments.withhold_comments(self._desk.db, keys)
            self._desk.messages.done(f"Withheld {what}")
        else:
            comments.publish_comments(self._desk.db, keys)
            self._desk.messages.done(f"Marked {what} as fit to publish")

    # Questions

    def keep_questions(self) -> None:
        """The questions in their order, to be added to, changed, moved and retired."""
        dialog = KeptList(
            "Questions", "Asked after each event of their kind, in this order. A retired question keeps its answers.",
            self._questions_read, self._view, name="feedback_questions",
        )  # fmt: skip
        one = partial(_has_row, dialog)
        dialog.offer(
            [
                Action("question_add", "Add a question…", partial(self._ask_question, dialog, None), icon="add"),
                Action("question_change", "Change…", partial(self._change_question, dialog), enabled=one, icon="edit"),
                Action("question_up", "Move up", partial(self._move, dialog, True), enabled=one),
                Action("question_down", "Move down", partial(self._move, dialog, False), enabled=one),
                Action("question_retire", "Retire", partial(self._retire_question, dialog), enabled=one,
                       label_now=partial(self._retire_words, dialog)),
            ]
        )  # fmt: skip
        dialog.open()

    def _questions_read(self) -> tuple[Table, list[str]]:
        held = questions.all_questions(self._desk.db)
        return questions_table(held), [one.id for one in held]

    def _change_question(self, dialog: KeptList) -> None:
        self._ask_question(dialog, questions.get(self._desk.db, dialog.key))

    def _ask_question(self, dialog: KeptList, held: AskedQuestion | None) -> None:
        WriteQuestion(held, dialog).ask(partial(self._keep_question, dialog, held))

    def _keep_question(self, dialog: KeptList, held: AskedQuestion | None, draft: QuestionDraft) -> None:
        if held is None:
            questions.add_question(self._desk.db, draft)
        else:
            questions.change_question(self._desk.db, held.id, draft, on=in_london(self._now()).date())
        self._desk.messages.done(f"{'Changed' if held else 'Added'} the question “{draft.text.strip()}”")
        dialog.reload()

    def _move(self, dialog: KeptList, up: bool) -> None:
        questions.move_question(self._desk.db, dialog.key, up=up)
        dialog.reload()

    def _retire_question(self, dialog: KeptList) -> None:
        held = questions.get(self._desk.db, dialog.key)
        if held.retired_on is None:
            questions.retire_question(self._desk.db, held.id, on=in_london(self._now()).date())
        else:
            questions.restore_question(self._desk.db, held.id)
        dialog.reload()

    def _retire_words(self, dialog: KeptList) -> str:
        retired = dialog.key and questions.get(self._desk.db, dialog.key).retired_on
        return "Restore" if retired else "Retire"

    # Themes

    def keep_themes(self) -> None:
        """The themes of every event, to be added to, renamed, merged and retired."""
        dialog = KeptList(
            "Themes", "Comments of every event are coded to these.", self._themes_read, self._view,
            name="feedback_themes",
        )  # fmt: skip
        one = partial(_has_row, dialog)
        dialog.offer(
            [
                Action("theme_add", "Add a theme…", partial(self._ask_theme, dialog, ""), icon="add"),
                Action("theme_rename", "Rename…", partial(self._rename, dialog), enabled=one, icon="edit"),
                Action("theme_merge", "Merge into another…", partial(self._merge, dialog), icon="merge",
                       enabled=partial(self._may_merge, dialog)),
                Action("theme_retire", "Retire", partial(self._retire_theme, dialog), enabled=one,
                       label_now=partial(self._retire_theme_words, dialog)),
            ]
        )  # fmt: skip
        dialog.open()

    def _themes_read(self) -> tuple[Table, list[str]]:
        counted = themes.coded_to(self._desk.db)
        columns = (
            Column("name", "Theme", width=300),
            Column("comments", "Comments of every event", ColumnKind.NUMBER, 140),
            Column("retired_on", "Retired", ColumnKind.DATE, 110),
        )
        rows = [
            (one.name, counted.get(one.id, 0), one.retired_on.isoformat() if one.retired_on else None)
            for one in themes.all_themes(self._desk.db, retired=True)
        ]
        return Table("Themes", columns, rows), [
            one.id for one in themes.all_themes(self._desk.db, retired=True)
        ]

    def _rename(self, dialog: KeptList) -> None:
        self._ask_theme(dialog, dialog.key)

    def _ask_theme(self, dialog: KeptList, key: str) -> None:
        name = themes.get(self._desk.db, key).name if key else ""
        NameTheme(name, dialog).ask(partial(self._keep_theme, dialog, key))

    def _keep_theme(self, dialog: KeptList, key: str, name: str) -> None:
        if key:
            themes.rename_theme(self._desk.db, key, name)
        else:
            themes.add_theme(self._desk.db, name)
        dialog.reload()

    def _may_merge(self, dialog: KeptList) -> bool:
        return bool(dialog.key) and len(themes.all_themes(self._desk.db)) > 1

    def _merge(self, dialog: KeptList) -> None:
        gone = themes.get(self._desk.db, dialog.key)
        others = [one for one in themes.all_themes(self._desk.db) if one.id != gone.id]
        MergeTheme(gone, others, dialog).ask(partial(self._merged, dialog, gone.id))

    def _merged(self, dialog: KeptList, gone: str, kept: str) -> None:
        themes.merge_themes(self._desk.db, kept, gone)
        dialog.reload()

    def _retire_theme(self, dialog: KeptList) -> None:
        held = themes.get(self._desk.db, dialog.key)
        if held.retired_on is None:
            themes.retire_theme(self._desk.db, held.id, on=in_london(self._now()).date())
        else:
            themes.restore_theme(self._desk.db, held.id)
        dialog.reload()

    def _retire_theme_words(self, dialog: KeptList) -> str:
        retired = dialog.key and themes.get(self._desk.db, dialog.key).retired_on
        return "Restore" if retired else "Retire"


def _has_row(dialog: KeptList) -> bool:
    return bool(dialog.key)


def _nothing_more() -> None:
    """The view shows the change by itself."""
