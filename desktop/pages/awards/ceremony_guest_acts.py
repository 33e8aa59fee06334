"""What is done with guests: each act asks by a dialog and makes one change."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from awards.ceremony import guests as kept
from awards.ceremony.counts import count, table_order
from awards.ceremony.gathering import GuestsFrom, gather_guests
from awards.ceremony.guests import Guest
from awards.rounds.rounds import AwardRound
from desktop.dialogs.awards.guest import (
    Answered,
    GatherGuests,
    NoteAnswers,
    NotePhotos,
    SeatGuests,
    WriteGuest,
)
from desktop.shell.page import Desk
from desktop.widgets.forms.form import Answers
from desktop.widgets.question import Question
from resources.wording import count_of, lower_first


class GuestActs(QObject):
    """Acts on the guests that `keys` gives, of the round that `held` gives. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, held: Callable[[], AwardRound], keys: Callable[[], Sequence[str]],
        *, today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._held, self._keys, self._today = desk, view, held, keys, today

    def _some(self) -> list[Guest]:
        return [kept.guest(self._desk.db, key) for key in self._keys()]

    def gather(self) -> None:
        """Whole groups of them."""
        held = self._held()
        GatherGuests(self._view, announced=held.announced_at is not None).ask(
            partial(self._gathered, held.id)
        )

    def _gathered(self, round_id: str, groups: tuple[GuestsFrom, ...]) -> None:
        made = gather_guests(self._desk.db, round_id, groups)
        self._desk.messages.done(made.words)
        if made.added:
            self.added.emit(made.added[0].id)

    def add(self) -> None:
        """One more."""
        held = self._held()
        WriteGuest(self._today(), self._view, tables=self._tables()).ask(partial(self._added, held.id))

    def _added(self, round_id: str, facts: Answers) -> None:
        made = kept.add_guest(self._desk.db, round_id, **facts)
        self._desk.messages.done(f"Added the guest {made.name}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """The one chosen."""
        held = self._some()[0]
        dialog = WriteGuest(self._today(), self._view, held=held, tables=self._tables())
        dialog.ask(partial(self._edited, held.id))

    def _edited(self, key: str, facts: Answers) -> None:
        made = kept.edit_guest(self._desk.db, key, **facts)
        self._desk.messages.done(f"Changed the guest {made.name}")

    def remove(self) -> None:
        """Taken off the list, where they were put there by mistake."""
        held = self._some()[0]
        detail = "Who does not come is better noted as “Not coming”, so that it stays known."
        question = Question(f"Remove {held.name}?", detail, "Remove", self._view, danger=True)
        question.ask(partial(self._removed, held.id))

    def _removed(self, key: str) -> None:
        name = kept.guest(self._desk.db, key).name
        kept.remove_guest(self._desk.db, key)
        self._desk.messages.done(f"Removed the guest {name}")

    # Several at once

    def answer(self) -> None:
        """Whether those selected come."""
        some = self._some()
        NoteAnswers(some, self._today(), self._view).ask(partial(self._answered, some))

    def _answered(self, some: Sequence[Guest], said: Answered) -> None:
        kept.record_answers(self._desk.db, [one.id for one in some], said.said, today=said.on)
        self._desk.messages.done(f"{_who(some)}: {lower_first(said.said.label)}")

    def photos(self) -> None:
        """Whether those selected may be photographed."""
        some = self._some()
        NotePhotos(some, self._today(), self._view).ask(partial(self._photographed, some))

    def _photographed(self, some: Sequence[Guest], said: Answered) -> None:
        kept.record_photos(self._desk.db, [one.id for one in some], said.said, today=said.on)
        self._desk.messages.done(f"{_who(some)}, photographs: {lower_first(said.said.label)}")

    def seat(self) -> None:
        """At which table those selected sit."""
        some = self._some()
        taken = [(one.name, one.places) for one in count(kept.guests(self._desk.db, self._held().id)).tables]
        SeatGuests(some, taken, self._view).ask(partial(self._seated, some))

    def _seated(self, some: Sequence[Guest], table_name: str) -> None:
        kept.seat(self._desk.db, [one.id for one in some], table_name)
        self._desk.messages.done(f"{_who(some)}: {table_name or 'no table yet'}")

    def _tables(self) -> list[str]:
        names = {one.table_name for one in kept.guests(self._desk.db, self._held().id) if one.table_name}
        return sorted(names, key=table_order)


def _who(some: Sequence[Guest]) -> str:
    return some[0].name if len(some) == 1 else count_of(len(some), "guest")
