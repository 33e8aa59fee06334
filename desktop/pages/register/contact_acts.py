"""What is done to contacts: added, changed, put away, moved, asked no more."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.clock import today
from desktop.dialogs.register.contact import AddContact, EditContact, Move, MoveContact, NewContact
from desktop.dialogs.row_history import show_row_history
from desktop.shell.page import Desk
from engagement.register import contacts
from engagement.register.contacts import Contact, ContactFacts, contact
from engagement.register.providers import provider


class ContactActs(QObject):
    """Opens the dialogs over `page` and does what they answer. `key` gives the contact that is chosen, or nothing.

    `added` carries a new one's key.
    """

    added = Signal(str)

    def __init__(self, desk: Desk, page: QWidget, key: Callable[[], str]) -> None:
        super().__init__(page)
        self._desk, self._page, self._key = desk, page, key

    def _current(self) -> Contact:
        return contact(self._desk.db, self._key())

    def add(self) -> None:
        """A person, at the chosen one's provider where there is one."""
        held = self._current() if self._key() else None
        run_by = provider(self._desk.db, held.provider_id) if held else None
        works_at = held.service_id if held else None
        AddContact(self._desk.db, run_by, works_at, today(), self._page).ask(self._added)

    def _added(self, new: NewContact) -> None:
        added = contacts.add_contact(self._desk.db, new.provider_id, **new.facts)
        self._desk.messages.done(f"Added {added.name}")
        self.added.emit(added.id)

    def edit(self) -> None:
        """What is kept of the chosen person."""
        held = self._current()
        EditContact(self._desk.db, held, today(), self._page).ask(partial(self._edited, held))

    def _edited(self, held: Contact, facts: ContactFacts) -> None:
        changed = contacts.edit_contact(self._desk.db, held.id, **facts)
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed {changed.name}")

    def archive(self) -> None:
        """Put the chosen person away."""
        done = contacts.archive_contact(self._desk.db, self._current().id, today=today())
        self._desk.messages.done(f"Archived {done.name}")

    def restore(self) -> None:
        """Bring the chosen person back."""
        done = contacts.restore_contact(self._desk.db, self._current().id)
        self._desk.messages.done(f"Restored {done.name}")

    def withdraw(self) -> None:
        """The chosen person asked not to be contacted."""
        done = contacts.withdraw_consent(self._desk.db, self._current().id, today=today())
        self._desk.messages.done(f"{done.name} will not be invited any more")

    def move(self) -> None:
        """The chosen person works elsewhere."""
        held = self._current()
        MoveContact(self._desk.db, held, self._page).ask(partial(self._moved, held.id))

    def _moved(self, key: str, move: Move) -> None:
        moved = contacts.move_contact(self._desk.db, key, move.provider_id, service=move.service_id)
        self._desk.messages.done(f"Moved {moved.name}")

    def show_history(self, table: str, key: str) -> None:
        """What happened to one row."""
        show_row_history(self._desk.db, table, key, self._page)
