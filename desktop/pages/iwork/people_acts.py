"""What is done with people on the register: each act asks by a dialog and makes one change, told by reference."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.consent import Agreed, RemoveConsent, TakeBackConsent, TakenBack, WriteConsent
from desktop.dialogs.iwork.keeping import CloseRecord, Reviewed, ToClose, WriteRetention, WriteReview
from desktop.dialogs.iwork.person import WritePerson, WrittenPerson
from desktop.shell.page import Desk
from resources.problem import Problem
from resources.wording import count_of, in_london
from workforce.iwork.people import consents, people, reviews
from workforce.iwork.people.people import Person, person, refuse_in_purge
from workforce.iwork.people.views import note_view
from workforce.iwork.people.why_held import Retention, retention, set_retention
from workforce.iwork.placements.referring import refer_person


class PeopleActs(QObject):
    """Acts on the person that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._now = desk, view, key, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _current(self) -> Person:
        """Whoever is chosen, and may still be altered."""
        held = person(self._desk.db, self._key())
        refuse_in_purge(held)
        return held

    # The record

    def add(self) -> None:
        """Somebody new."""
        WritePerson(self._desk.db, self._today(), self._view).ask(self._added)

    def _added(self, said: WrittenPerson) -> None:
        made = refer_person(
            self._desk.db, said.given_name, said.referred_on, today=self._today(), **said.facts
        )
        self._done(f"Added {made.reference}", made)
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is kept of whoever is chosen. The dialog shows names, so that is a look at them."""
        held = self._current()
        note_view(self._desk.db, held.id, "Name and address", now=self._now())
        dialog = WritePerson(self._desk.db, self._today(), self._view, held=held)
        dialog.ask(partial(self._edited, held))

    def _edited(self, held: Person, said: WrittenPerson) -> None:
        changed = people.edit_person(
            self._desk.db, held.id, today=self._today(), given_name=said.given_name,
            referred_on=said.referred_on, **said.facts,
        )  # fmt: skip
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._done(f"Changed {changed.reference}", changed)

    def _done(self, words: str, held: Person) -> None:
        unknown = (
            ". Its postcode has no place, so ways are not known"
            if held.postcode and not held.district
            else ""
        )
        self._desk.messages.done(f"{words}{unknown}")

    def close_or_reopen(self) -> None:
        """The team’s work with them is over, or begins again."""
        held = self._current()
        if held.closed_on is not None:
            people.reopen_person(self._desk.db, held.id, today=self._today())
            self._desk.messages.done(f"Reopened {held.reference}")
            return
        dialog = CloseRecord(held, retention(self._desk.db), self._today(), self._view)
        dialog.ask(partial(self._closed, held))

    def _closed(self, held: Person, said: ToClose) -> None:
        people.close_person(self._desk.db, held.id, said.reason, on=said.on, today=self._today())
        self._desk.messages.done(f"Closed {held.reference}")

    # What they agreed to

    def consent(self) -> None:
        """They agree to something."""
        held = self._current()
        WriteConsent(held, self._today(), self._desk.db.who, self._view).ask(partial(self._agreed, held))

    def _agreed(self, held: Person, said: Agreed) -> None:
        made = consents.give_consents(
            self._desk.db, held.id, said.scopes, said.given_on, today=self._today(), **said.facts
        )
        self._desk.messages.done(f"{held.reference} agreed: {count_of(len(made), 'consent')}")

    def take_back(self) -> None:
        """They take something back."""
        held, today = self._current(), self._today()
        counting = [one for one in consents.consents_of(self._desk.db, held.id) if one.holds_on(today)]
        if not counting:
            raise Problem(
                f"{held.reference} has agreed to nothing that counts today, so nothing can be taken back."
            )
        TakeBackConsent(held, counting, today, self._view).ask(partial(self._taken_back, held))

    def _taken_back(self, held: Person, said: TakenBack) -> None:
        today = self._today()
        consents.withdraw_consent(
            self._desk.db, held.id, said.scope, on=said.on, today=today, reason=said.reason
        )
        self._desk.messages.done(f"{held.reference} took a consent back")

    def remove_consent(self) -> None:
        """One that was entered by mistake."""
        held = self._current()
        kept = consents.consents_of(self._desk.db, held.id)
        if not kept:
            raise Problem(f"{held.reference} has no consent written down, so none can be removed.")
        RemoveConsent(held, kept, self._view).ask(partial(self._consent_removed, held))

    def _consent_removed(self, held: Person, key: str) -> None:
        consents.remove_consent(self._desk.db, key)
        self._desk.messages.done(f"Removed a consent of {held.reference}")

    # How long they are kept

    def review(self) -> None:
        """The record is looked at again."""
        held = self._current()
        dialog = WriteReview(held, retention(self._desk.db), self._today(), self._view)
        dialog.ask(partial(self._reviewed, held))

    def _reviewed(self, held: Person, said: Reviewed) -> None:
        reviews.record_review(
            self._desk.db, held.id, on=said.on, today=self._today(), next_on=said.next_on,
            delete_by=said.delete_by, words=said.words,
        )  # fmt: skip
        self._desk.messages.done(f"Looked at {held.reference} again")

    def usual(self) -> None:
        """What new records begin with."""
        WriteRetention(retention(self._desk.db), self._view).ask(self._usual_set)

    def _usual_set(self, said: Retention) -> None:
        set_retention(self._desk.db, said)
        self._desk.messages.done("Changed how long records are kept")
