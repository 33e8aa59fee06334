"""Whom the door lists: those the letters mean, those expected or present when asked for, or nobody."""

from desktop.pages.events.door_list import home_of
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door_search import DoorLine, DoorState, Finder
from engagement.forums.people.participants import Participant
from resources.database import Database

FOUND = 8


class DoorFinding:
    """In privacy nobody is listed until letters are typed. `instead_of` is whom somebody else has come for."""

    def __init__(self, db: Database, event_id: str) -> None:
        self._db, self._event_id = db, event_id
        self._finder = Finder(db, event_id)
        self.privacy = True
        self.listed: DoorState | None = None
        self.instead_of: DoorLine | None = None

    def forget(self) -> None:
        """People have changed."""
        self._finder.forget()

    def turn(self, state: DoorState) -> None:
        """List those of this state; asked again, hide them."""
        self.listed = None if self.listed is state else state

    def found(self, letters: str) -> tuple[list[DoorLine], str]:
        """Who is listed for what was typed, and the heading over them."""
        if letters:
            lines = self._finder.find(letters, limit=FOUND)
            return lines, self._asked(letters, found=bool(lines))
        if self.instead_of is not None:
            return [], self._asked("", found=True)
        if self.listed is not None:
            return self._of(self.listed)
        if self.privacy:
            return [], "Nobody is listed until letters are typed."
        return self._of(DoorState.EXPECTED)

    def _asked(self, letters: str, *, found: bool) -> str:
        if self.instead_of is not None:
            asked = f"Who is here instead of {self.instead_of.name}?"
            return asked if found else f"{asked} Enter adds “{letters}” at {home_of(self.instead_of)}."
        return "" if found else f"Nobody found. Enter makes “{letters}” a walk-in."

    def _of(self, state: DoorState) -> tuple[list[DoorLine], str]:
        if state is DoorState.PRESENT:
            people, said = door.present_now(self._db, self._event_id), "Present now"
        else:
            people, said = door.expected_but_absent(self._db, self._event_id), "Expected and not here"
        return _lines(people, state), f"{said}: {len(people):,}"


def _lines(people: list[Participant], state: DoorState) -> list[DoorLine]:
    missing: dict[str, int] = {}
    if state is DoorState.EXPECTED:
        for one in people:
            missing[one.provider_id] = missing.get(one.provider_id, 0) + 1
    return [
        DoorLine(
            one.contact_id, one.id, one.name, one.service, one.provider, one.service_id, one.provider_id, state,
            one.status, by_name=True, party=missing.get(one.provider_id, 0),
        )
        for one in people
    ]  # fmt: skip
