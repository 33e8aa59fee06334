"""What is done with training sessions: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.training.session import (
    CancelSession,
    Planned,
    PlanSession,
)
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.wording import in_london
from workforce.training import sessions
from workforce.training.sessions import TrainingSession, session_name, training_session
from workforce.training.vocabulary import SessionStatus


class SessionActs(QObject):
    """Acts on the session that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._now = desk, view, key, now

    def current(self) -> TrainingSession:
        """The session chosen."""
        return training_session(self._desk.db, self._key())

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _done(self, words: str) -> None:
        self._desk.messages.done(words)

    # The session itself

    def plan(self) -> None:
        """A session of any course."""
        self.plan_course("")

    def plan_course(self, course_id: str) -> None:
        """A session of a course."""
        PlanSession(self._desk.db, self._today(), self._view, course_id=course_id).ask(self._planned)

    def _planned(self, said: Planned) -> None:
        made = sessions.plan_session(
            self._desk.db, said.course_id, said.starts_at, said.ends_at, **said.facts
        )
        self._done(f"Planned {session_name(self._desk.db, made.id)}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is kept of the session chosen."""
        held = self.current()
        PlanSession(self._desk.db, self._today(), self._view, held=held).ask(partial(self._edited, held))

    def _edited(self, held: TrainingSession, said: Planned) -> None:
        changed = sessions.edit_session(
            self._desk.db, held.id, course_id=said.course_id, starts_at=said.starts_at, ends_at=said.ends_at,
            **said.facts,
        )  # fmt: skip
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._done(f"Changed {session_name(self._desk.db, held.id)}")

    def cancel_or_reinstate(self) -> None:
        """It does not take place, or does after all."""
        held, db = self.current(), self._desk.db
        if held.status is SessionStatus.CANCELLED:
            sessions.reinstate_session(db, held.id)
            self._done(f"{session_name(db, held.id)} takes place after all")
        else:
            CancelSession(db, held, self._view).ask(partial(self._cancelled, held.id))

    def _cancelled(self, key: str, reason: str) -> None:
        sessions.cancel_session(self._desk.db, key, reason=reason)
        self._done(f"Cancelled {session_name(self._desk.db, key)}")

    def remove(self) -> None:
        """It was entered by mistake."""
        held = self.current()
        said = "What was planned and does not take place is cancelled instead."
        question = Question("Remove the session?", said, "Remove", self._view, danger=True)
        question.ask(partial(self._removed, held.id))

    def _removed(self, key: str) -> None:
        name = session_name(self._desk.db, key)
        sessions.remove_session(self._desk.db, key)
        self._done(f"Removed {name}")
