"""What is done to services in the register: added, changed, put away, moved, given an officer."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.clock import today
from desktop.dialogs.register.provider import AddProvider, NewProvider
from desktop.dialogs.register.service import AddService, EditService, MoveService, NewService, SetOfficer
from desktop.shell.page import Desk
from engagement.register import services
from engagement.register.providers import add_provider, add_provider_with_service, provider
from engagement.register.services import Service, ServiceFacts, service
from resources.wording import count_of


class ServiceActs(QObject):
    """Opens the dialogs over `page` and does what they answer.

    `current` gives the service that is chosen, `keys` those that are selected; `added` carries the key of a new one,
    or of a new organisation that runs none.
    """

    added = Signal(str)

    def __init__(
        self, desk: Desk, page: QWidget, current: Callable[[], Service], keys: Callable[[], list[str]]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._current, self._keys = desk, page, current, keys

    def add_provider(self) -> None:
        """An organisation with its first service."""
        AddProvider(self._page).ask(self._provider_added)

    def _provider_added(self, new: NewProvider) -> None:
        if new.service is None:
            key = add_provider(self._desk.db, **new.provider).id
        else:
            key = add_provider_with_service(self._desk.db, new.provider, new.service).id
        self._desk.messages.done(f"Added {new.provider['name']}")
        self.added.emit(key)

    def add_service(self) -> None:
        """Another service, of the chosen one's provider where there is one."""
        run_by = provider(self._desk.db, self._current().provider_id) if self._keys() else None
        AddService(self._desk.db, run_by, self._page).ask(self._service_added)

    def _service_added(self, new: NewService) -> None:
        added = services.add_service(self._desk.db, new.provider_id, **new.facts)
        self._desk.messages.done(f"Added {added.name}")
        self.added.emit(added.id)

    def edit(self) -> None:
        """What is kept of the chosen service."""
        held = self._current()
        EditService(self._desk.db, held, self._page).ask(partial(self._edited, held))

    def _edited(self, held: Service, facts: ServiceFacts) -> None:
        changed = services.edit_service(self._desk.db, held.id, **facts)
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed {changed.name}")

    def archive(self) -> None:
        """Put the chosen service away."""
        done = services.archive_service(self._desk.db, self._current().id, today=today())
        self._desk.messages.done(f"Archived {done.name}")

    def restore(self) -> None:
        """Bring the chosen service back."""
        done = services.restore_service(self._desk.db, self._current().id)
        self._desk.messages.done(f"Restored {done.name}")

    def move(self) -> None:
        """Another provider runs the chosen service."""
        held = self._current()
        MoveService(self._desk.db, held, self._page).ask(partial(self._moved, held.id))

    def _moved(self, key: str, to_provider: str) -> None:
        moved = services.move_service(self._desk.db, key, to_provider)
        self._desk.messages.done(f"Moved {moved.name}")

    def set_officer(self) -> None:
        """The portfolio officer of every selected service."""
        keys = self._keys()
        chosen = [service(self._desk.db, key) for key in keys]
        SetOfficer(self._desk.db, chosen, self._page).ask(partial(self._officer_set, keys))

    def _officer_set(self, keys: Sequence[str], officer: str) -> None:
        number = services.set_portfolio_officer(self._desk.db, keys, officer)
        if number:
            self._desk.messages.done(
                f"{officer or 'Nobody'} is now the officer of {count_of(number, 'service')}"
            )
        else:
            self._desk.messages.done("Nothing was changed", undo=False)
