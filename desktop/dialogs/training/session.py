"""A training session: planned, changed, cancelled, and who is booked on it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import suggesting
from desktop.dialogs.training.course import course_field
from desktop.widgets.forms.fields import (
    ChoiceField,
    DateField,
    LongTextField,
    Pick,
    PickField,
    TextField,
    TimeField,
    number_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from engagement.register.names import name_of
from resources.database import Database
from resources.wording import count_of, from_london, in_london
from workforce.training.bookings import places_of
from workforce.training.courses import course
from workforce.training.learners import find_learners, learner, post_on, posts_on
from workforce.training.sessions import (
    NewSession,
    TrainingSession,
    session_name,
    training_session,
    training_sessions,
)
from workforce.training.vocabulary import SessionStatus

MOST_PLACES = 10_000


@dataclass(frozen=True)
class Planned:
    """What is to be kept of a session."""

    course_id: str
    starts_at: datetime
    ends_at: datetime
    facts: NewSession


class PlanSession(FormDialog):
    """`held` is the session to change; `course_id` what a new one is of."""

    def __init__(
        self, db: Database, today: date, parent: QWidget | None, *,
        held: TrainingSession | None = None, course_id: str = "",
    ) -> None:  # fmt: skip
        title, verb = (
            ("Change a session", "Save changes") if held else ("Plan a session", "Plan this session")
        )
        super().__init__(title, verb, parent)
        self._begun = held
        of = held.course_id if held else course_id
        pick = Pick(of, course(db, of).name) if of else None
        starts, ends = (in_london(held.starts_at), in_london(held.ends_at)) if held else (None, None)
        add = self.form.add
        add("course_id", "Course", course_field(db), value=pick, needed=True)
        add("day", "Day", DateField(today=today), value=starts.date() if starts else None, needed=True)
        add("starts", "Begins at", TimeField(), value=starts.time() if starts else None, needed=True)
        until = add("ends", "Ends at", TimeField(), value=ends.time() if ends else None, needed=True)
        until.target.setProperty("placeholderText", "1pm")
        several = ends.date() if starts and ends and ends.date() != starts.date() else None
        add("last_day", "Last day", DateField(today=today), value=several,
            help_text="Only of a session that takes several days.")  # fmt: skip
        self._add_where(db, held)

    def _add_where(self, db: Database, held: TrainingSession | None) -> None:
        others = training_sessions(db)
        add = self.form.add
        venues, trainers = (
            sorted({getattr(one, name) for one in others} - {""}) for name in ("venue", "trainer")
        )
        add("venue", "Venue", suggesting(TextField(), venues), value=held.venue if held else None)
        add("trainer", "Trainer", suggesting(TextField(), trainers), value=held.trainer if held else None)
        add("places", "Places", number_field(least=1, most=MOST_PLACES), value=held.places if held else None,
            help_text="After the last place there is a waiting list. Left empty, there is no limit.")  # fmt: skip
        add("note", "Note", LongTextField(lines=2), value=held.note if held else None)

    def value(self, answers: Answers) -> Planned:
        """What is to be kept."""
        starts = from_london(answers["day"], answers["starts"])
        ends = from_london(answers["last_day"] or answers["day"], answers["ends"])
        facts = NewSession(
            venue=answers["venue"], trainer=answers["trainer"], places=answers["places"], note=answers["note"]
        )
        return Planned(answers["course_id"], starts, ends, facts)


class CancelSession(FormDialog):
    """Why it does not take place."""

    def __init__(self, db: Database, held: TrainingSession, parent: QWidget | None) -> None:
        booked = places_of(db, held.id).taken
        who = (
            "Nobody is booked on it."
            if not booked
            else f"{count_of(booked, 'person has', 'people have')} to be told."
        )
        super().__init__("Cancel the session", "Call it off", parent,
                         intro=f"{session_name(db, held.id)}. {who} Their bookings stay.")  # fmt: skip
        self.form.add("reason", "Why", TextField())

    def value(self, answers: Answers) -> str:
        """The reason."""
        return str(answers["reason"])


@dataclass(frozen=True)
class ToBook:
    """Somebody for a session; `provider_id` is '' where they work at one only."""

    learner_id: str
    provider_id: str
    note: str


class BookLearner(FormDialog):
    """Who is to have a place. Stays open for the next person with the second button."""

    def __init__(self, db: Database, session_id: str, today: date, parent: QWidget | None) -> None:
        held = training_session(db, session_id)
        super().__init__("Book a learner", "Book", parent,
                         intro=f"{session_name(db, session_id)}: {places_of(db, session_id).words}.")  # fmt: skip
        self._db, self._day = db, in_london(held.starts_at).date()
        self._learner = PickField(partial(find_learner_picks, db, self._day))
        self._provider = ChoiceField([])
        self._full = label("", "bold", wrap=True)
        add = self.form.add
        add("learner_id", "Learner", self._learner, needed=True,
            help_text="Letters of a name, or a ULN. Who is not found is added under Learners.")  # fmt: skip
        add("provider_id", "For which provider", self._provider)
        add("note", "Note", TextField(), help_text="Such as large print, or a hearing loop.")
        if places_of(db, session_id).is_full and held.status is SessionStatus.PLANNED:
            self._full.setText("The session is full: whoever is booked now goes on the waiting list.")
            self.form.add_widget(self._full)
        self._learner.changed.connect(self._offer)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        """Only of somebody who works at several is it asked."""
        posts = posts_on(self._db, self._learner.picked, self._day) if self._learner.picked else []
        places = list(dict.fromkeys(one.provider_id for one in posts))
        self._provider.set_options([(key, name_of(self._db, "provider", key)) for key in places])
        self.form.show_row("provider_id", len(places) > 1)

    def value(self, answers: Answers) -> ToBook:
        """Whom to book."""
        return ToBook(answers["learner_id"], answers.get("provider_id") or "", answers["note"])


def find_learner_picks(db: Database, day: date, text: str) -> list[Pick]:
    """Learners with where they work on a day."""
    found = []
    for one in find_learners(db, text):
        held = post_on(db, one.id, day)
        found.append(Pick(one.id, one.name, name_of(db, "provider", held.provider_id) if held else one.uln))
    return found


@dataclass(frozen=True)
class Marked:
    """What became of a booking."""

    what: str
    note: str


CAME, DID_NOT_COME, GIVEN_UP = "came", "did_not_come", "given_up"


class MarkBooking(FormDialog):
    """One person of the list: came, did not come, or gave the place up."""

    def __init__(
        self,
        db: Database,
        learner_id: str,
        session_id: str,
        now: datetime,
        parent: QWidget | None,
        *,
        settled: bool,
    ) -> None:
        held = training_session(db, session_id)
        super().__init__(learner(db, learner_id).name, "Keep it", parent, intro=session_name(db, session_id))
        attended = [(CAME, "Came"), (DID_NOT_COME, "Did not come")] if held.has_begun(now) else []
        given_up = [] if settled else [(GIVEN_UP, "Gives the place up")]
        offered = [*attended, *given_up]
        self.form.add("what", "What is to be noted", ChoiceField(offered), value=offered[0][0] if offered else None,
                      needed=True)  # fmt: skip
        self.form.add("note", "Note", TextField(), help_text="Kept where a place is given up.")

    def value(self, answers: Answers) -> Marked:
        """What is to be kept."""
        return Marked(answers["what"], answers["note"])
