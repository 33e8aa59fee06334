"""Taking the attendance of a session from the keyboard."""

from PySide6.QtWidgets import QWidget

from desktop.widgets.tick_sheet import TickLine, TickSheet
from engagement.register.names import name_of
from resources.database import Database
from workforce.training.attendance import to_mark
from workforce.training.bookings import Booking
from workforce.training.learners import learner
from workforce.training.sessions import session_name, training_session
from workforce.training.vocabulary import BookingStatus, SessionStatus

_SAID = (
    "Everybody who has a place is ticked to begin with. Type a number or letters of a name to jump; Space turns the "
    "tick and goes on; Enter saves. Whoever is not ticked is noted as not having come."
)


class TakeAttendance(TickSheet):
    """Gives the keys of the bookings of those who came; of a session that was held it begins with what was noted."""

    def __init__(self, db: Database, session_id: str, parent: QWidget | None) -> None:
        name = session_name(db, session_id)
        super().__init__(
            parent, title=f"Attendance of {name}", question=f"Who came to {name}?", said=_SAID,
            verb="Save the attendance",
        )  # fmt: skip
        held = training_session(db, session_id).status is SessionStatus.HELD
        people = enumerate(to_mark(db, session_id), 1)
        self.show_lines([_line(db, number, one, held=held) for number, one in people])


def _line(db: Database, number: int, one: Booking, *, held: bool) -> TickLine:
    name = learner(db, one.learner_id).name
    home = name_of(db, "service", one.service_id) or name_of(db, "provider", one.provider_id)
    waits = one.status is BookingStatus.WAITLISTED
    came = one.status is BookingStatus.ATTENDED or (one.status is BookingStatus.BOOKED and not held)
    words = f"{number:>3}   {name}, {home}" + (" (waiting list)" if waits else "")
    return TickLine(one.id, words, f"{name} {home}", ticked=came)
