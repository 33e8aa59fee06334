"""When the actions of the side Ceremony can be run, and on which rows."""

from collections.abc import Sequence
from typing import Protocol

from awards.ceremony.guests import guests
from awards.rounds.rounds import AwardRound
from desktop.ceremony_invitations import ceremony_event
from desktop.pages.awards.ceremony_lists import GUESTS, NEEDS
from desktop.shell.page import Desk
from resources.problem import Problem


class CeremonyView(Protocol):
    """The side, as its actions see it."""

    is_current: bool

    @property
    def what(self) -> str: ...

    @property
    def key(self) -> str: ...

    def selected(self) -> Sequence[str]: ...

    def may_change_round(self) -> bool: ...

    def round(self) -> AwardRound | None: ...

    def to_results(self) -> None: ...


class CeremonyWhen:
    """Asked of the side as it stands now."""

    def __init__(self, desk: Desk, side: CeremonyView) -> None:
        self._desk, self._side = desk, side

    def round(self) -> AwardRound:
        """The round shown; refused with what to do while there is none."""
        held = self._side.round()
        if held is None:
            raise Problem("No round of the awards is held yet. Start one first, under “Round”.")
        return held

    def key(self) -> str:
        """The key of the row with the cursor."""
        return self._side.key

    def rows_selected(self) -> Sequence[str]:
        """Keys that papers are made of: what is needed is counted, and has none."""
        return () if self._side.what == NEEDS else self._side.selected()

    def asks(self, what: str) -> bool:
        """Whether the list is shown; what only reads can be done in a file that is read only too."""
        return self._side.is_current and self._side.what == what and self._side.round() is not None

    def shows(self, what: str) -> bool:
        """Whether the list is shown and has a row."""
        return self.asks(what) and bool(self.key())

    def may(self, what: str) -> bool:
        """Whether something can be added to the list."""
        return self._side.may_change_round() and self._side.what == what

    def has_one(self, what: str) -> bool:
        """Whether a row of the list can be changed."""
        return self.may(what) and bool(self.key())

    def has_guests(self) -> bool:
        """Whether there are guests to make papers for."""
        return self.shows(GUESTS) or self.shows(NEEDS)

    def not_in_register(self) -> bool:
        """Whether one of the guests selected is not in the register."""
        if not self.has_one(GUESTS):
            return False
        chosen = self._side.selected()
        return any(
            one.contact_id is None and one.id in chosen for one in guests(self._desk.db, self.round().id)
        )

    def any_not_in_register(self) -> bool:
        """Whether any guest is not in the register."""
        return self.has_one(GUESTS) and any(
            one.contact_id is None for one in guests(self._desk.db, self.round().id)
        )

    def has_event(self) -> bool:
        """Whether an event is chosen."""
        return self.asks(GUESTS) and ceremony_event(self._desk.db, self.round()) is not None
