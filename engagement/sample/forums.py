"""The sample county's forums: planned, invited to, answered, attended and closed, each as the team would do it."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from engagement.forums import events, series
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.events import Event
from engagement.forums.people import invitations, participants
from engagement.forums.people.audience import people
from engagement.forums.people.audience_rule import Selected
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import ParticipantStatus
from engagement.register.contacts import contacts_of
from engagement.register.services import service
from engagement.register.vocabulary import ConsentBasis, ContactRole
from engagement.sample.names import Names
from engagement.sample.programme import SERIES, PlannedEvent, Stage
from resources.database import Database, change
from resources.wording import from_london

_S = ParticipantStatus
_REPLIES = ((_S.ACCEPTED, 52), (_S.DECLINED, 12), (_S.APOLOGIES, 11), (_S.TENTATIVE, 4), (_S.INVITED, 21))
DEVICE = "Forum laptop"


class _Calendar:
    """Makes one event after another."""

    def __init__(
        self, db: Database, rnd: random.Random, names: Names, series_ids: dict[str, str], yesterday: datetime
    ) -> None:
        self._db, self._rnd, self._names, self._series = db, rnd, names, series_ids
        self._yesterday = yesterday
        self._registered: dict[str, date | None] = {}
        self._acts = 0

    def make(self, planned: PlannedEvent) -> None:
        """One event, as far as it has come."""
        db = self._db
        with change(db, "Made the sample county: an event") as entry:
            event = events.get(db, series.plan_next(db, self._series[planned.series], planned.day))
            self._bring_to(planned.stage, event, planned.invite)
            entry.action = f"Made the sample county: {event.title}"

    def _bring_to(self, stage: Stage, event: Event, most: int) -> None:
        if stage is Stage.PLANNED:
            return
        self._invite(event, most)
        if stage is Stage.CANCELLED:
            events.cancel_event(self._db, event.id)
            return
        self._replies(event, crowded=stage is Stage.REPLIES_IN)
        if stage is Stage.TODAY:
            self._first_arrivals(event)
        elif stage is Stage.REPLIES_IN:
            self._second_thoughts(event)
        else:
            self._attendance(event)
        if stage is Stage.HELD:
            door.close_event(self._db, event.id, now=event.ends)

    # before the day

    def _invite(self, event: Event, most: int) -> None:
        asked = [
            one for one in people(self._db, event.audience, event.day) if self._was_there(one, event.day)
        ]
        chosen = {one.contact_id for one in self._rnd.sample(asked, min(most, len(asked)))}
        sent = event.starts - timedelta(days=30, hours=1)
        invitations.invite(self._db, event.id, [one for one in asked if one.contact_id in chosen], now=sent)

    def _was_there(self, one: Selected, day: date) -> bool:
        if one.service_id is None:
            return True
        if one.service_id not in self._registered:
            self._registered[one.service_id] = service(self._db, one.service_id).registered_on
        registered = self._registered[one.service_id]
        return registered is None or registered <= day

    def _replies(self, event: Event, *, crowded: bool) -> None:
        """Day by day, so that the order of a waiting list is that of the answers."""
        answers = self._answers(event, crowded=crowded)
        for days_before in range(28, 9, -6):
            now = min(event.starts - timedelta(days=days_before, hours=2), self._yesterday)
            for reply, who in answers:
                some = who[days_before // 6 - 1 :: 4]
                if some:
                    invitations.record_reply(self._db, [one.id for one in some], reply, now=now)
        if not crowded:
            self._substitute(event)

    def _second_thoughts(self, event: Event) -> None:
        """Some who had a place send apologies after all; the places go to those who wait, and one of them answers."""
        coming = [one.id for one in participants.of_event(self._db, event.id) if one.reply is _S.ACCEPTED]
        done = invitations.record_reply(self._db, coming[::12], _S.APOLOGIES, now=self._yesterday)
        invitations.record_reply(self._db, done.offered[:1], _S.ACCEPTED, now=self._yesterday)

    def _answers(self, event: Event, *, crowded: bool) -> list[tuple[ParticipantStatus, list[Participant]]]:
        everybody = participants.of_event(self._db, event.id)
        replies = [reply for reply, _ in _REPLIES]
        weights = [weight + 15 * (crowded and reply is _S.ACCEPTED) for reply, weight in _REPLIES]
        drawn = self._rnd.choices(replies, weights, k=len(everybody))
        return [
            (reply, [one for one, said in zip(everybody, drawn, strict=True) if said is reply])
            for reply in replies
            if reply is not _S.INVITED
        ]

    def _substitute(self, event: Event) -> None:
        """Somebody else from the same service comes instead."""
        coming = [one for one in participants.of_event(self._db, event.id) if one.reply is _S.ACCEPTED]
        known = {one.contact_id for one in participants.of_event(self._db, event.id)}
        done = 0
        for person in coming:
            others = contacts_of(self._db, service=person.service_id) if person.service_id else []
            other = next((one for one in others if one.id not in known), None)
            if other is not None and done < 2:
                now = event.starts - timedelta(days=3)
                invitations.substitute(self._db, person.id, other.id, now=now)
                done += 1

    # on the day

    def _attendance(self, event: Event) -> None:
        """Most of those expected come; the laptop takes some of them, the paper sheet the rest."""
        expected = [one for one in door.expected_but_absent(self._db, event.id) if self._rnd.random() < 0.86]
        at_the_laptop = expected[: len(expected) // 3]
        for number, one in enumerate(at_the_laptop):
            self._check_in(event, one, minutes=number - 14)
        rest = [one.id for one in expected[len(at_the_laptop) :]]
        door.tick_sheet(self._db, event.id, rest, at=event.starts, device=DEVICE, nonce=self._nonce())
        self._walk_ins(event)
        for one in at_the_laptop[:2]:
            leaves = event.ends - timedelta(minutes=40)
            door.check_out(self._db, event.id, one.id, now=leaves, device=DEVICE, nonce=self._nonce())

    def _first_arrivals(self, event: Event) -> None:
        for number, one in enumerate(door.expected_but_absent(self._db, event.id)[::4][:9]):
            self._check_in(event, one, minutes=2 * number - 22)
        door.undo_last(
            self._db, event.id, now=event.starts - timedelta(minutes=5), device=DEVICE, nonce=self._nonce()
        )

    def _check_in(self, event: Event, one: Participant, *, minutes: int) -> None:
        now = event.starts + timedelta(minutes=minutes)
        door.check_in(self._db, event.id, one.id, now=now, device=DEVICE, nonce=self._nonce())

    def _walk_ins(self, event: Event) -> None:
        """People nobody had asked: a colleague of somebody who came, known or new."""
        came = [
            one for one in participants.of_event(self._db, event.id) if one.status.came and one.service_id
        ]
        for one in self._rnd.sample(came, min(2, len(came))):
            who = WalkIn(
                self._names.person(), provider_id=one.provider_id, service_id=one.service_id,
                contact_role=ContactRole.CARE_WORKER, consent=ConsentBasis.AGREED_AT_FORUM,
            )  # fmt: skip
            now = event.starts + timedelta(minutes=self._rnd.randint(1, 20))
            door.walk_in(self._db, event.id, who, now=now, device=DEVICE, nonce=self._nonce())

    def _nonce(self) -> str:
        self._acts += 1
        return f"sample-{self._acts}"


def make_events(
    db: Database, calendar: list[PlannedEvent], rnd: random.Random, names: Names, *, today: date
) -> Iterator[str]:
    """Each event as a change of its own; yields its series as it is made."""
    with change(db, "Made the sample county: series of forums"):
        series_ids = {draft.name: series.add_series(db, draft) for draft in SERIES}
    yesterday = from_london(today - timedelta(days=1), time(16, 30))
    making = _Calendar(db, rnd, names, series_ids, yesterday)
    for planned in calendar:
        yield planned.series
        making.make(planned)
