"""What is done to the people of an event: replies, invitations withdrawn, places offered, others who come."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.dialogs.events.reply import RecordReply, Reply
from desktop.dialogs.events.role import SetRole
from desktop.dialogs.events.substitute import Added, AddPerson, Stand, Substitute
from desktop.pages.events.event_view import EventView
from desktop.shell.page import Desk
from engagement.forums import events
from engagement.forums.at_the_door import door, interest
from engagement.forums.door_files.mark import device_of
from engagement.forums.people import invitations, participants, places
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import EventState, ParticipantRole, ParticipantStatus
from resources.database import new_key
from resources.problem import Problem
from resources.wording import count_of


class PeopleActs(QObject):
    """Acts on the people that `chosen` gives, of the event that the view shows."""

    added = Signal(str)

    def __init__(
        self,
        desk: Desk,
        view: EventView,
        chosen: Callable[[], list[Participant]],
        *,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._chosen, self._now = desk, view, chosen, now

    # Replies

    def record(self, status: ParticipantStatus) -> None:
        """The selected people answered this."""
        people = self._chosen()
        if people:
            self._record(people, Reply(status))

    @Slot()
    def ask_reply(self, _key: str = "") -> None:
        """Ask what the selected people answered, with a note."""
        people = self._chosen() if not self._desk.opened.read_only else []  # Enter on a row asks too
        if people:
            full = places.places(self._desk.db, self._view.event_id).left == 0
            RecordReply(people, self._view, full=full).ask(partial(self._record, people))

    def _record(self, people: list[Participant], given: Reply) -> None:
        done = invitations.record_reply(
            self._desk.db, [one.id for one in people], given.reply, now=self._now(), note=given.note,
            beyond_capacity=given.beyond_capacity,
        )  # fmt: skip
        who = people[0].name if len(people) == 1 else count_of(len(people), "person", "people")
        said = f"{who}: {given.reply.label.lower()}"
        self._desk.messages.done(". ".join((said, *done.sentences)))

    def withdraw(self) -> None:
        """Take the invitations of the selected people back."""
        people = self._chosen()
        if people:
            invitations.withdraw(self._desk.db, [one.id for one in people], now=self._now())
            self._desk.messages.done(f"Withdrew {count_of(len(people), 'invitation')}")

    def undo_check_in(self) -> None:
        """Take back the last in or out of the person selected, whatever happened at the door since."""
        people = self._chosen()
        if len(people) != 1:
            return
        one, now = people[0], self._now()
        if not door.undo_check_in(
            self._desk.db,
            self._view.event_id,
            one.id,
            now=now,
            device=device_of(self._desk.db),
            nonce=new_key(),
        ):
            raise Problem(f"{one.name} has no check-in or check-out that could be taken back.")
        self._desk.messages.done(f"Undid the last check-in or check-out of {one.name}")

    def note_or_take_back_interest(self) -> None:
        """The person selected would give work through i-Work, or it was noted by mistake."""
        one = self._chosen()[0]
        held = interest.interest_of(self._desk.db, one.id)
        if held is None:
            interest.express_interest(self._desk.db, self._view.event_id, one.id, now=self._now())
            self._desk.messages.done(f"Noted that {one.name} is interested in i-Work")
        else:
            interest.take_back_interest(self._desk.db, held.id)
            self._desk.messages.done(f"Took back that {one.name} is interested in i-Work")

    def offer_places(self) -> None:
        """Take back offers that ran out, and offer every free place to the next in line."""
        now = self._now()
        gone = places.expire_offers(self._desk.db, now=now)
        offered = places.offer_places(self._desk.db, self._view.event_id, now=now)
        if not gone and not offered:
            raise Problem("No place is free for the waiting list, or nobody waits. Nothing was offered.")
        said = (
            f"Offered {count_of(len(offered), 'place')}"
            if offered
            else "Offered the places to the next in line"
        )
        self._desk.messages.done(said + (f"; {count_of(len(gone), 'offer')} had run out" if gone else ""))

    def ask_role(self) -> None:
        """Ask what the selected people are at the event."""
        people = self._chosen()
        if people:
            kind = events.get(self._desk.db, self._view.event_id).kind
            SetRole(people, kind, self._view).ask(partial(self._role_given, people))

    def _role_given(self, people: list[Participant], role: ParticipantRole) -> None:
        changed = invitations.set_role(self._desk.db, [one.id for one in people], role)
        if not changed:
            self._desk.messages.done("Nothing was changed", undo=False)
            return
        who = people[0].name if len(people) == 1 else count_of(len(changed), "person", "people")
        self._desk.messages.done(f"{who}: {role.label.lower()}")

    # Other people

    def ask_substitute(self) -> None:
        """Ask who comes instead of the person selected."""
        people = self._chosen()
        if len(people) == 1:
            kind = events.get(self._desk.db, self._view.event_id).kind
            Substitute(self._desk.db, people[0], kind, self._view).ask(partial(self._substituted, people[0]))

    def _substituted(self, person: Participant, stand: Stand) -> None:
        db, now = self._desk.db, self._now()
        if stand.contact_id:
            key = invitations.substitute(db, person.id, stand.contact_id, now=now, role=stand.role)
        else:
            key = invitations.substitute_newcomer(db, person.id, stand.new_name, now=now, role=stand.role)
        self._desk.messages.done(f"{participants.get(db, key).name} comes instead of {person.name}")

    def ask_person(self) -> None:
        """Ask whom to add by hand."""
        event = events.get(self._desk.db, self._view.event_id)
        if event.state is not EventState.PLANNED:
            raise Problem(
                f"{event.title} is {event.state.label.lower()}. Reopen it or plan it again to add people."
            )
        AddPerson(self._desk.db, event.kind, self._view).ask(self._added)

    def _added(self, added: Added) -> None:
        key = invitations.invite_by_hand(
            self._desk.db, self._view.event_id, added.contact_id, now=self._now(), role=added.role
        )
        self._desk.messages.done(f"Added {participants.get(self._desk.db, key).name}")
        self.added.emit(key)
