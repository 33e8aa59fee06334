"""What is done at the door, and what the door says of it. Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from desktop.pages.events.door_list import home_of
from desktop.shell.looks.look import Tone
from engagement.forums.at_the_door import door, interest
from engagement.forums.at_the_door.door import CheckedIn, WalkIn
from engagement.forums.at_the_door.door_search import DoorLine
from engagement.forums.door_files.mark import device_of
from engagement.register import contacts
from resources.database import Database, change, history, new_key
from resources.wording import and_list, count_of, in_london


@dataclass(frozen=True)
class Said:
    """What the door says next. `done` when something was written, so that the letters typed have done their work."""

    text: str
    tone: Tone
    done: bool = True


class _Act(TypedDict):
    now: datetime
    device: str
    nonce: str


class DoorActs:
    """The acts of one device at the door of one event. Each press of a key is an act of its own."""

    def __init__(self, db: Database, event_id: str, *, now: Callable[[], datetime]) -> None:
        self._db, self._event_id, self._now = db, event_id, now
        self._device = device_of(db)
        self._whole: set[int] = set()  # acts that the door's log holds nothing of, or only a part

    def _act(self) -> _Act:
        return {"now": self._now(), "device": self._device, "nonce": new_key()}

    def check_in(self, line: DoorLine) -> Said:
        """The person is here, on the list or not."""
        if line.participant_id is not None:
            return _in(door.check_in(self._db, self._event_id, line.participant_id, **self._act()))
        return _in(door.check_in_contact(self._db, self._event_id, line.contact_id, **self._act()))

    def walk_in(self, who: WalkIn) -> Said:
        """Somebody who was not asked is here."""
        return _in(door.walk_in(self._db, self._event_id, who, **self._act()))

    def party(self, line: DoorLine) -> Said:
        """Everybody expected from the provider of the line is here."""
        came = door.party(self._db, self._event_id, provider_id=line.provider_id, **self._act())
        if not came:
            return Said(f"Nobody more is expected from {line.provider}", Tone.WAITING, done=False)
        names = [one.name for one in came]
        who = and_list(names) if len(came) <= 4 else count_of(len(came), "person", "people")
        verb = "is" if len(came) == 1 else "are"
        said = f"{who} of {line.provider} {verb} in, {_clock(came[0].at)}"
        return Said(f"{said}. {came[-1].warning}" if came[-1].warning else said, Tone.POSITIVE)

    def apologies(self, line: DoorLine) -> Said:
        """The person sends apologies."""
        assert line.participant_id is not None
        door.apologies(self._db, self._event_id, line.participant_id, now=self._now())
        self._take_back_whole()
        return Said(f"Apologies of {line.name} of {home_of(line)} are noted", Tone.POSITIVE)

    def come_instead(self, of: DoorLine, line: DoorLine | None, name: str) -> Said | None:
        """The person of the line, or a newcomer of this name, is here instead of `of`."""
        act = self._act()
        if of.participant_id is None or (line is None and not name):
            return None
        with change(self._db, f"Checked in {name} instead of {of.name}"):
            key = (
                line.contact_id
                if line is not None
                else contacts.add_contact(self._db, of.provider_id, service_id=of.service_id, name=name).id
            )
            done = door.come_instead(self._db, self._event_id, of.participant_id, key, **act)
        self._take_back_whole()
        return Said(
            f"{done.name} is in instead of {of.name} of {home_of(of)}, {_clock(done.at)}", Tone.POSITIVE
        )

    def interest(self, line: DoorLine) -> Said:
        """The person would give work to people whom the i-Work team supports."""
        assert line.participant_id is not None
        held = interest.interest_of(self._db, line.participant_id)
        if held is not None:
            return Said(f"{line.name} said so already, at {_clock(held.at)}", Tone.WAITING, done=False)
        interest.express_interest(self._db, self._event_id, line.participant_id, now=self._now())
        self._take_back_whole()
        return Said(f"{line.name} of {home_of(line)} is interested in i-Work", Tone.POSITIVE)

    def check_out(self, line: DoorLine) -> Said:
        """The person goes."""
        assert line.participant_id is not None
        act = self._act()
        if door.check_out(self._db, self._event_id, line.participant_id, **act):
            return Said(f"{line.name} of {home_of(line)} is out, {_clock(act['now'])}", Tone.NEUTRAL)
        return Said(f"{line.name} of {home_of(line)} is not in the room", Tone.WAITING, done=False)

    def undo(self) -> Said:
        """Take back the last act at this door. The log keeps every in and out; apologies are no part of it."""
        act = self._act()
        last = history.next_undo(self._db)
        if last is not None and last.id in self._whole:
            history.undo(self._db)
            return Said(f"Undone: {last.action}, {_clock(act['now'])}", Tone.NEUTRAL)
        undone = door.undo_last(self._db, self._event_id, **act)
        if undone is None:
            return Said("Nothing at this door is left to undo", Tone.WAITING, done=False)
        return Said(f"Undone: {undone.what}, {_clock(act['now'])}", Tone.NEUTRAL)

    def _take_back_whole(self) -> None:
        self._whole.update(one.id for one in history.entries(self._db, limit=1))


def _in(done: CheckedIn) -> Said:
    if done.already:
        return Said(f"{done.name} of {done.home} was in already, since {_clock(done.at)}", Tone.WAITING)
    walked = ", as a walk-in" if done.walk_in else ""
    said = f"{done.name} of {done.home} is in{walked}, {_clock(done.at)}"
    return Said(f"{said}. {done.warning}" if done.warning else said, Tone.POSITIVE)


def _clock(at: datetime) -> str:
    return f"{in_london(at):%H:%M}"
