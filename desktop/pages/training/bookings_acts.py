"""What is done with the list of a session: who is booked, and who came."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.training.attendance import TakeAttendance
from desktop.dialogs.training.session import CAME, DID_NOT_COME, BookLearner, MarkBooking, Marked, ToBook
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.wording import and_list, count_of, in_london
from workforce.training import attendance, bookings
from workforce.training.bookings import Booking
from workforce.training.learners import learner
from workforce.training.sessions import TrainingSession, session_name, training_session
from workforce.training.vocabulary import BookingStatus


class BookingActs(QObject):
    """Acts on the list of the session that `key` gives, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._now = desk, view, key, now

    def _current(self) -> TrainingSession:
        return training_session(self._desk.db, self._key())

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _done(self, words: str) -> None:
        self._desk.messages.done(words)

    def book(self) -> None:
        """Somebody is to have a place."""
        held = self._current()
        BookLearner(self._desk.db, held.id, self._today(), self._view).ask(partial(self._booked, held.id))

    def _booked(self, key: str, asked: ToBook) -> None:
        made = bookings.book(
            self._desk.db, key, asked.learner_id, today=self._today(), provider_id=asked.provider_id,
            note=asked.note,
        )  # fmt: skip
        name = learner(self._desk.db, made.learner_id).name
        waits = made.status is BookingStatus.WAITLISTED
        self._done(f"{name} is on the waiting list" if waits else f"Booked {name}")

    def open_booking(self, key: str) -> None:
        """Somebody of the list: what is to be noted of them."""
        if self._desk.opened.read_only:
            return
        held, db = bookings.booking(self._desk.db, key), self._desk.db
        if held.status is BookingStatus.CANCELLED:
            said = "The place was given up. Whoever is booked again comes last."
            name = learner(db, held.learner_id).name
            question = Question(f"Book {name} again?", said, "Book again", self._view)
            question.ask(partial(self._book_again, held))
            return
        settled = held.status in (BookingStatus.ATTENDED, BookingStatus.NO_SHOW)
        dialog = MarkBooking(
            db, held.learner_id, held.session_id, self._now(), self._view, settled=settled
        )  # fmt: skip
        dialog.ask(partial(self._marked, key))

    def _book_again(self, held: Booking) -> None:
        self._booked(held.session_id, ToBook(held.learner_id, held.provider_id, held.note))

    def _marked(self, key: str, marked: Marked) -> None:
        db, name = self._desk.db, learner(self._desk.db, bookings.booking(self._desk.db, key).learner_id).name
        if marked.what == CAME:
            attendance.mark_attended(db, key, now=self._now())
            self._done(f"{name} came")
        elif marked.what == DID_NOT_COME:
            attendance.mark_no_show(db, key, now=self._now())
            self._done(f"{name} did not come")
        else:
            given_up = bookings.cancel_booking(db, key, note=marked.note)
            names = [learner(db, one.learner_id).name for one in given_up.promoted]
            has = f"; {and_list(names)} {'has' if len(names) == 1 else 'have'} a place now" if names else ""
            self._done(f"{name} gave the place up{has}")

    # Attendance

    def take_attendance(self) -> None:
        """Who came, ticked off the list."""
        held = self._current()
        TakeAttendance(self._desk.db, held.id, self._view).ask(partial(self._taken, held.id))

    def _taken(self, key: str, came: Sequence[str]) -> None:
        taken = attendance.take_attendance(self._desk.db, key, came, now=self._now())
        self._done(f"{session_name(self._desk.db, key)}: {taken.words}")

    def take_back(self) -> None:
        """It was taken by mistake."""
        held = self._current()
        came = sum(
            one.status is BookingStatus.ATTENDED for one in bookings.bookings_of(self._desk.db, held.id)
        )
        said = (
            f"The training records of {count_of(came, 'person', 'people')} who came are taken away with it."
        )
        question = Question("Take the attendance back?", said, "Take it back", self._view, danger=True)
        question.ask(partial(self._taken_back, held.id))

    def _taken_back(self, key: str) -> None:
        attendance.take_back_attendance(self._desk.db, key)
        self._done(f"Took back the attendance of {session_name(self._desk.db, key)}")
