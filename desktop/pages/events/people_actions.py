"""The actions on an event's people, and when each can be run."""

from collections.abc import Callable
from functools import partial

from desktop.pages.events.people_acts import PeopleActs
from desktop.shell.actions import Action
from engagement.forums.at_the_door.interest import interest_of
from engagement.forums.people import participants
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import Database

_QUICK = (
    ("accepted", ParticipantStatus.ACCEPTED, "Ctrl+Shift+A", "check"),
    ("tentative", ParticipantStatus.TENTATIVE, "Ctrl+Shift+T", ""),
    ("declined", ParticipantStatus.DECLINED, "Ctrl+Shift+D", ""),
    ("apologies", ParticipantStatus.APOLOGIES, "Ctrl+Shift+P", ""),
)


class PeopleActions:
    """Lists them. `chosen` gives the people selected."""

    def __init__(
        self,
        db: Database,
        acts: PeopleActs,
        *,
        chosen: Callable[[], list[Participant]],
        may_write: Callable[[], bool],
    ) -> None:
        self._db, self._acts = db, acts
        self._chosen, self._may_write = chosen, may_write

    def listed(self) -> list[Action]:
        """Those with a button above the table are `toolbar`."""
        acts, write, one, some = self._acts, self._may_write, self._one, self._some
        return [
            *self._replies(),
            Action("reply", "Reply with a note…", acts.ask_reply, "Ctrl+R", enabled=some),
            Action("substitute", "Substitute…", acts.ask_substitute, "Ctrl+Shift+S", enabled=one),
            Action("role", "Role…", acts.ask_role, enabled=some, toolbar=False,
                   tip="What the selected people are at the event"),
            Action("withdraw", "Withdraw invitation", acts.withdraw, enabled=some),
            Action("undo_check_in", "Undo the last check-in or check-out", acts.undo_check_in,
                   toolbar=False, enabled=self._in_the_log, tip="Of this person; the door’s log keeps both"),
            Action("interest", "Interested in i-Work", acts.note_or_take_back_interest, toolbar=False, enabled=one,
                   label_now=self._interest_words, tip="This person would give work through i-Work"),
            Action("add_person", "Add a person…", acts.ask_person, "Ctrl+Shift+N", enabled=write, icon="add"),
            Action("offer_places", "Offer free places", acts.offer_places, toolbar=False,
                   enabled=write, tip="To those on the waiting list, the first in line first"),
        ]  # fmt: skip

    def _replies(self) -> list[Action]:
        return [
            Action(f"reply_{name}", status.label, partial(self._acts.record, status), shortcut,
                   enabled=self._some, tip=f"Record for the selected people: {status.label.lower()}", icon=icon)
            for name, status, shortcut, icon in _QUICK
        ]  # fmt: skip

    def _some(self) -> bool:
        return self._may_write() and bool(self._chosen())

    def _one(self) -> bool:
        return self._may_write() and len(self._chosen()) == 1

    def _interest_words(self) -> str:
        people = self._chosen()
        noted = len(people) == 1 and interest_of(self._db, people[0].id) is not None
        return "Take back the interest in i-Work" if noted else "Interested in i-Work"

    def _in_the_log(self) -> bool:
        """Whether one person is chosen and has an in or out that still stands."""
        people = self._chosen() if self._may_write() else []
        return len(people) == 1 and bool(participants.standing(participants.log_of(self._db, people[0].id)))
