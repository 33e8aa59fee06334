"""What is done with an action, at a meeting or between: the dialogs over a page, and what follows from them."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.meeting.action import ActionForm, MoveAction
from desktop.dialogs.meeting.said import SaidWords, SayOfAction
from desktop.shell.page import Desk
from engagement.forums import series
from engagement.forums.meeting import actions
from engagement.forums.meeting.actions import ActionDraft, ForumAction, Said
from resources.problem import Problem
from resources.wording import in_london


class ActionActs:
    """`current` gives the action that is chosen, `said` where and when something is said of it now."""

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        current: Callable[[], ForumAction | None],
        said: Callable[[], Said],
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._desk, self._page, self._current, self._said, self._now = desk, page, current, said, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    def done(self) -> None:
        """Done, without a word more."""
        one = self._current()
        if one is not None:
            said = self._said()
            actions.close(self._desk.db, one.id, on=said.on, event_id=said.event_id)
            self._desk.messages.done(f"Done: {one.text}")

    def ask_done(self) -> None:
        """Done, with its day and a note."""
        self._ask("The action is done", "Done", partial(self._end, actions.close, "Done"), needed=False)

    def ask_drop(self) -> None:
        """Not done and will not be, with a note why."""
        self._ask("Drop the action", "Drop action", partial(self._end, actions.drop, "Dropped"), needed=False)

    def ask_progress(self) -> None:
        """How it goes on; it stays open."""
        self._ask("How the action goes on", "Say progress", self._carry_on, needed=True)

    def _ask(
        self, title: str, verb: str, then: Callable[[ForumAction, SaidWords], object], *, needed: bool
    ) -> None:
        one = self._current()
        if one is not None:
            dialog = SayOfAction(title, verb, one.text, self._page, on=self._said().on, needed=needed)
            dialog.ask(partial(then, one))

    def _end(self, end: Callable[..., None], word: str, one: ForumAction, words: SaidWords) -> None:
        end(self._desk.db, one.id, on=words.on, event_id=self._said().event_id, note=words.note)
        self._desk.messages.done(f"{word}: {one.text}")

    def _carry_on(self, one: ForumAction, words: SaidWords) -> None:
        actions.say_progress(self._desk.db, one.id, words.note, on=words.on, event_id=self._said().event_id)
        self._desk.messages.done(f"Noted: {one.text}")

    def reopen(self) -> None:
        """Not over after all."""
        one = self._current()
        if one is not None:
            actions.reopen(self._desk.db, one.id)
            self._desk.messages.done(f"Reopened: {one.text}")

    def ask_change(self) -> None:
        """Words, owner, day."""
        one = self._current()
        if one is not None:
            form = ActionForm(self._desk.db, self._page, today=self._today(), action=one)
            form.ask(partial(self._changed, one.id))

    def _changed(self, key: str, draft: ActionDraft) -> None:
        actions.edit_action(self._desk.db, key, draft)
        self._desk.messages.done("Changed the action")

    def ask_move(self) -> None:
        """Which series carries it from now on."""
        one = self._current()
        if one is None:
            return
        known = series.all_series(self._desk.db)
        if not known:
            raise Problem("There is no series yet. Make a series of a forum first, on the page Forums.")
        MoveAction(known, one, self._page).ask(partial(self._moved, one.id))

    def _moved(self, key: str, series_id: str) -> None:
        actions.move_to_series(self._desk.db, key, series_id)
        self._desk.messages.done(f"Moved the action to {actions.action(self._desk.db, key).series}")
