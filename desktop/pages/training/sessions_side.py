"""Training sessions, who is booked and who came."""

from functools import partial

from desktop.pages.sides.listing_side import ListingSide
from desktop.pages.training.bookings_acts import BookingActs
from desktop.pages.training.sessions_acts import SessionActs
from desktop.pages.training.sessions_detail import session_detail
from desktop.pages.training.sessions_files import SessionFiles
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail
from workforce.training.courses import courses
from workforce.training.listings import SESSIONS
from workforce.training.sessions import TrainingSession, is_training_session, training_session
from workforce.training.vocabulary import SessionStatus

_NOTHING = "No session is planned yet. Whoever comes to a session of a course has a training record of it."
_NO_COURSE = "No session can be planned yet: the catalogue has no course. Begin with the side Courses."


class SessionsSide(ListingSide):
    """A row for each, the latest first; the pane has its list."""

    tab = "Sessions"
    kept_in = "training_session"
    title = "Training sessions"
    listing = SESSIONS
    chips = ("status", "course", "venue")
    latest_first = True
    choose = "Choose a session to see who is on its list."

    def make_acts(self) -> None:
        """On the session chosen."""
        self.acts = SessionActs(self._desk, self, self.current_key, now=self._now)
        self.bookings = BookingActs(self._desk, self, self.current_key, now=self._now)
        self.files = SessionFiles(self._desk, self, self.current_key, now=self._now)
        self.acts.added.connect(self.show_added)

    def listed(self) -> list[Action]:
        """What can be done with sessions."""
        acts, of_list, files = self.acts, self.bookings, self.files
        return [
            Action("session_plan", "Plan a session…", acts.plan, "Ctrl+N", primary=True, icon="add",
                   enabled=self.may_write),
            Action("session_book", "Book a learner…", of_list.book, "Ctrl+B", icon="people", enabled=self._may_book),
            Action("session_attendance", "Take attendance…", of_list.take_attendance, "Ctrl+T", icon="check",
                   enabled=self._may_mark),
            Action("session_certificates", "Certificates…", files.save_certificates, icon="word",
                   enabled=self._is_held, tip="A page for each who came, as a Word document"),
            Action("session_sheet", "Sheet to sign…", files.save_sheet, icon="print", enabled=self.is_one),
            Action("session_edit", "Change…", acts.edit, "F2", icon="edit", enabled=self.may_change),
            Action("session_cancel", "Cancel the session…", acts.cancel_or_reinstate, enabled=self._may_cancel,
                   label_now=self._cancel_words, toolbar=False),
            Action("session_take_back", "Take the attendance back…", of_list.take_back, enabled=self._may_take_back,
                   toolbar=False),
            Action("session_register", "Save the register…", files.save_register, icon="export", enabled=self.is_one,
                   toolbar=False, tip="Who is booked, waits and came, as a table"),
            Action("session_remove", "Remove…", acts.remove, enabled=self.may_change, toolbar=False,
                   tip="A session that was entered by mistake"),
        ]  # fmt: skip

    def nothing(self) -> tuple[str, Action]:
        """It begins with the first session, or where there is no course with the catalogue."""
        if courses(self._desk.db):
            return _NOTHING, Action("session_first", "Plan a session", self.acts.plan)
        return _NO_COURSE, Action(
            "session_courses", "Go to the courses", partial(self.turn_to.emit, "Courses", "")
        )

    def open_row(self) -> None:
        """Take the attendance once it can be taken, until then book somebody."""
        if self._may_mark():
            self.bookings.take_attendance()
        elif self._may_book():
            self.bookings.book()

    # When

    def _held(self) -> TrainingSession | None:
        return training_session(self._desk.db, self.key) if self.is_one() else None

    def _may_book(self) -> bool:
        held = self._held()
        return self.may_write() and held is not None and held.status is not SessionStatus.CANCELLED

    def _may_mark(self) -> bool:
        held = self._held()
        return self._may_book() and held is not None and held.has_begun(self._now())

    def _is_held(self) -> bool:
        held = self._held()
        return held is not None and held.status is SessionStatus.HELD

    def _may_take_back(self) -> bool:
        return self.may_write() and self._is_held()

    def _may_cancel(self) -> bool:
        return self.may_change() and not self._is_held()

    def _cancel_words(self) -> str:
        held = self._held()
        cancelled = held is not None and held.status is SessionStatus.CANCELLED
        return "It takes place after all" if cancelled else "Cancel the session…"

    # What is shown

    def has(self, key: str) -> bool:
        """Whether it is a session."""
        return is_training_session(self._desk.db, key)

    def detail_of(self, key: str) -> Detail:
        """The session and its list."""
        actions = self.in_pane("session_book", "session_attendance", "session_edit")
        course = training_session(self._desk.db, key).course_id
        return session_detail(
            self._desk.db, key, self._now(), actions, partial(self.turn_to.emit, "Courses", course),
            self.bookings.open_booking,
        )  # fmt: skip
