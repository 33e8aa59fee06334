"""The ceremony's event, guests into the register, invitations out and replies in."""

from collections.abc import Callable, Sequence
from datetime import datetime, time
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from awards.ceremony.guests import guests
from awards.rounds.rounds import AwardRound
from desktop import ceremony_invitations as joined
from desktop.ceremony_invitations import NewContacts
from desktop.dialogs.awards.ceremony_event import PLAN, AskContacts, ChooseCeremony
from desktop.dialogs.events.plan_event import PlanEvent, Planned
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.forums.events import EventDraft
from engagement.forums.vocabulary import EventKind
from resources.problem import Problem
from resources.wording import and_list, count_of, from_london, in_london, lower_first

_BEGINS, _ENDS = time(18), time(21)
_NAMED = 6


class InviteActs(QObject):
    """Acts on the guests selected, or on all of them where fewer than two are."""

    def __init__(
        self, desk: Desk, view: QWidget, held: Callable[[], AwardRound], keys: Callable[[], Sequence[str]],
        *, now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._held, self._keys, self._now = desk, view, held, keys, now

    def _chosen(self) -> Sequence[str]:
        keys = self._keys()
        return keys if len(keys) > 1 else ()

    # The event

    def choose_event(self) -> None:
        """Which of the forums it is."""
        held = self._held()
        event = joined.ceremony_event(self._desk.db, held)
        dialog = ChooseCeremony(
            joined.ceremonies(self._desk.db), self._view, chosen=event.id if event else "",
            taken=joined.ceremonies_of_others(self._desk.db, held.id),
        )  # fmt: skip
        dialog.ask(partial(self._event_chosen, held))

    def _event_chosen(self, held: AwardRound, chosen: str) -> None:
        if chosen == PLAN:
            QTimer.singleShot(0, partial(self.plan, held))  # once the form has closed
            return
        event = joined.choose_ceremony(self._desk.db, held.id, chosen)
        self._desk.messages.done(
            f"{event.title} is the ceremony" if event else f"{held.name} has no ceremony yet"
        )

    def plan(self, held: AwardRound) -> None:
        """A new event, begun with what is known."""
        day = in_london(held.embargo_until or self._now()).date()
        draft = EventDraft(
            kind=EventKind.AWARD_CEREMONY, title=f"{held.name}: ceremony", starts=from_london(day, _BEGINS),
            ends=from_london(day, _ENDS),
        )  # fmt: skip
        PlanEvent(self._desk.db, self._view, now=self._now(), draft=draft).ask(
            partial(self._planned, held.id)
        )

    def _planned(self, round_id: str, planned: Planned) -> None:
        event = joined.plan_ceremony(self._desk.db, round_id, planned.draft)
        self._desk.messages.done(f"Planned {event.title}")

    def open_event(self) -> None:
        """Go to it among the forums: mailing, door and attendance are there."""
        self._desk.navigator.go("forums", self._held().event_id)

    def has_event(self) -> bool:
        """Whether one is chosen."""
        return joined.ceremony_event(self._desk.db, self._held()) is not None

    # The register

    def into_register(self) -> None:
        """Those selected who are not in it yet."""
        self._register(self._keys())

    def all_into_register(self) -> None:
        """Everybody on the list who is not in it yet, so that all can be invited."""
        self._register(())

    def _register(self, keys: Sequence[str]) -> None:
        found = joined.who_can_be_invited(self._desk.db, self._held().id, keys)
        today = in_london(self._now()).date()
        AskContacts(self._desk.db, found.not_in_register, today, self._view).ask(self._registered)

    def _registered(self, asked: NewContacts) -> None:
        made = joined.make_contacts(self._desk.db, asked)
        self._desk.messages.done(f"Added {count_of(len(made), 'guest')} to the register")

    # Invitations and replies

    def invite(self) -> None:
        """Say who is invited and who is not, and then do it; to which event is asked first where none is chosen."""
        if not self.has_event():
            self.choose_event()
            return
        held = self._held()
        found = joined.who_can_be_invited(self._desk.db, held.id, self._chosen())
        if not found.ready:
            raise Problem(" ".join(("Nobody is left to invite.", *found.sentences[1:])))
        said = (*found.sentences, "Letters and e-mail drafts are made under “Invitations” of the event.")
        words = f"Invite {count_of(len(found.ready), 'guest')}?"
        question = Question(words, " ".join(said), "Invite", self._view)
        question.ask(partial(self._invited, held.id, [one.id for one in found.ready]))

    def _invited(self, round_id: str, keys: Sequence[str]) -> None:
        made = joined.invite_guests(self._desk.db, round_id, keys, now=self._now())
        self._desk.messages.done(f"Invited {count_of(len(made.participants), 'guest')}")

    def take_replies(self) -> None:
        """What was replied to the event, as the guests' answers."""
        held = self._held()
        found = joined.replies(self._desk.db, held.id)
        if not found:
            self._nothing_new(held)
        names = [f"{one.guest.name}: {lower_first(one.answer.label)}" for one in found[:_NAMED]]
        more = [f"{len(found) - len(names):,} more"] if len(found) > len(names) else []
        words = f"Take over {count_of(len(found), 'reply', 'replies')}?"
        question = Question(words, f"{and_list([*names, *more])}.", "Take over", self._view)
        question.ask(partial(self._taken, held.id))

    def _nothing_new(self, held: AwardRound) -> None:
        if not self.has_event():
            raise Problem(
                "No event among the forums is chosen yet, so there are no replies. Choose it first."
            )
        some = (
            "The guest list says already what was replied."
            if guests(self._desk.db, held.id)
            else "There are no guests."
        )
        raise Problem(f"{some} There is nothing new to take over.")

    def _taken(self, round_id: str) -> None:
        made = joined.take_replies(self._desk.db, round_id, today=in_london(self._now()).date())
        self._desk.messages.done(f"Took over {count_of(len(made), 'reply', 'replies')}")
