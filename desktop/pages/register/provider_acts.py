"""What is done to the provider of the chosen service, and what is kept of both: notes, contacts, history."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.clock import now, today
from desktop.dialogs.register.contact import AddContact, NewContact
from desktop.dialogs.register.note import ChangedNote, EditNote, NewNote, WriteNote
from desktop.dialogs.register.provider import EditProvider
from desktop.dialogs.row_history import show_row_history
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.register import contacts, notes, providers
from engagement.register.notes import Note
from engagement.register.providers import ProviderFacts
from engagement.register.services import Service, services_of
from resources.wording import and_list, count_of


class ProviderActs:
    """Opens the dialogs over `parent` and does what they answer. `current` gives the service that is chosen."""

    def __init__(self, desk: Desk, parent: QWidget, current: Callable[[], Service]) -> None:
        self._desk, self._parent, self._current = desk, parent, current

    # Notes

    def add_note(self) -> None:
        """A note on the chosen service or its provider."""
        held = self._current()
        name = providers.provider(self._desk.db, held.provider_id).name
        WriteNote(held.name, name, self._parent).ask(partial(self._note_written, held.provider_id, held.id))

    def add_provider_note(self, provider: str) -> None:
        """A note on a provider as a whole."""
        name = providers.provider(self._desk.db, provider).name
        WriteNote("", name, self._parent).ask(partial(self._note_written, provider, None))

    def _note_written(self, provider: str, service: str | None, new: NewNote) -> None:
        about = None if new.whole else service
        notes.write_note(self._desk.db, provider, new.text, now=now(), service=about)
        self._desk.messages.done("Added a note")

    def edit_notes(self, held: Sequence[Note]) -> None:
        """Change or remove one of these."""
        EditNote(held, self._parent).ask(self._note_changed)

    def _note_changed(self, changed: ChangedNote) -> None:
        if changed.remove:
            notes.remove_note(self._desk.db, changed.key)
        else:
            notes.edit_note(self._desk.db, changed.key, changed.text)
        self._desk.messages.done("Removed a note" if changed.remove else "Changed a note")

    # Contacts

    def add_contact(self) -> None:
        """A person at the chosen service."""
        held = self._current()
        run_by = providers.provider(self._desk.db, held.provider_id)
        AddContact(self._desk.db, run_by, held.id, today(), self._parent).ask(self._contact_added)

    def add_provider_contact(self, provider: str) -> None:
        """A person of an organisation as a whole."""
        held = providers.provider(self._desk.db, provider)
        AddContact(self._desk.db, held, "", today(), self._parent).ask(self._contact_added)

    def _contact_added(self, new: NewContact) -> None:
        added = contacts.add_contact(self._desk.db, new.provider_id, **new.facts)
        self._desk.messages.done(f"Added {added.name}")

    # The provider

    def edit_provider(self, key: str = "") -> None:
        """What is kept of an organisation: this one, or the one that runs the chosen service."""
        held = providers.provider(self._desk.db, key or self._current().provider_id)
        EditProvider(held, self._parent).ask(partial(self._provider_edited, held.id))

    def _provider_edited(self, key: str, facts: ProviderFacts) -> None:
        changed = providers.edit_provider(self._desk.db, key, **facts)
        self._desk.messages.done(f"Changed {changed.name}")

    def archive_or_restore_provider(self, key: str = "") -> None:
        """Put a provider away with all that is its own, after asking; or bring it back."""
        held = providers.provider(self._desk.db, key or self._current().provider_id)
        if held.archived_on is not None:
            providers.restore_provider(self._desk.db, held.id)
            self._desk.messages.done(f"Restored {held.name}")
            return
        names = [each.name for each in services_of(self._desk.db, held.id)]
        with_them = and_list(names) if len(names) <= 3 else count_of(len(names), "service")
        detail = f"{with_them} and its contacts go with it. " if names else ""
        Question(
            f"Archive {held.name}?",
            f"{detail}Nothing is deleted: restore it at any time.",
            "Archive",
            self._parent,
        ).ask(partial(self._archive_provider, held.id))

    def _archive_provider(self, key: str) -> None:
        done = providers.archive_provider(self._desk.db, key, today=today())
        self._desk.messages.done(f"Archived {done.name}")

    # History

    def show_history(self, table: str, key: str) -> None:
        """What happened to one row."""
        show_row_history(self._desk.db, table, key, self._parent)
