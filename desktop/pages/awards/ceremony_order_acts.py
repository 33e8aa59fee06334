"""What is done with the running order, and with what is read out."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from awards.ceremony import running_order as kept
from awards.ceremony.citations import set_citation
from awards.ceremony.people import nominee
from awards.nominations.citing import quotable
from awards.nominations.entries import edit_entry, entry
from awards.rounds.categories import Category, categories
from awards.rounds.rounds import AwardRound
from desktop.dialogs.awards.ceremony_item import WriteItem
from desktop.dialogs.awards.citation import NoteConsents, WriteCitation
from desktop.shell.page import Desk
from desktop.widgets.forms.form import Answers


class OrderActs(QObject):
    """Acts on the point that `key` gives. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, held: Callable[[], AwardRound], key: Callable[[], str]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._held, self._key = desk, view, held, key

    def make(self) -> None:
        """A first order."""
        made = kept.make_running_order(self._desk.db, self._held().id)
        self._desk.messages.done("Made a running order")
        self.added.emit(made[0].id)

    def add(self) -> None:
        """One more point."""
        held = self._held()
        WriteItem(self._left(held), self._view).ask(partial(self._added, held.id))

    def _added(self, round_id: str, facts: Answers) -> None:
        made = kept.add_item(self._desk.db, round_id, **facts)
        self._desk.messages.done("Added a point of the running order")
        self.added.emit(made.id)

    def edit(self) -> None:
        """The one chosen."""
        held = kept.item(self._desk.db, self._key())
        left = self._left(self._held(), but=held.category_id or "")
        WriteItem(left, self._view, held=held).ask(partial(self._edited, held.id))

    def _edited(self, key: str, facts: Answers) -> None:
        kept.edit_item(self._desk.db, key, **facts)
        self._desk.messages.done("Changed a point of the running order")

    def remove(self) -> None:
        """Taken out; undo brings it back."""
        kept.remove_item(self._desk.db, self._key())
        self._desk.messages.done("Removed a point of the running order")

    def move(self, by: int) -> None:
        """Up or down by a place."""
        kept.move_item(self._desk.db, self._key(), by)

    def _left(self, held: AwardRound, *, but: str = "") -> list[Category]:
        taken = {one.category_id for one in kept.items(self._desk.db, held.id)} - {but}
        return [one for one in categories(self._desk.db, held.id) if one.id not in taken]


class CitationActs(QObject):
    """Acts on the finalist that `key` gives."""

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def write(self) -> None:
        """What is read out."""
        one = nominee(self._desk.db, self._key())
        dialog = WriteCitation(one, quotable(self._desk.db, one.id), self._view)
        dialog.ask(partial(self._written, one.id))

    def _written(self, key: str, text: str) -> None:
        made = set_citation(self._desk.db, key, text)
        self._desk.messages.done(
            f"Wrote the citation of {made.name}" if text else f"Took back the citation of {made.name}"
        )

    def consents(self) -> None:
        """Whether they may be named and photographed."""
        held = entry(self._desk.db, self._key())
        NoteConsents(held, self._today(), self._view).ask(partial(self._agreed, held.id))

    def _agreed(self, key: str, facts: Answers) -> None:
        made = edit_entry(self._desk.db, key, **facts)
        self._desk.messages.done(f"Noted what {made.nominee} agreed to")
