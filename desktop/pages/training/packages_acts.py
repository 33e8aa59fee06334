"""What is done with learning packages: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.training.package import (
    CameOf,
    ChangeOffer,
    NoteStatus,
    OfferPackage,
    SaidOffer,
    SaidSession,
    WritePackage,
    WriteSession,
)
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.register.names import name_of
from workforce.training.packages import offers, packages, sessions
from workforce.training.packages.packages import PackageFacts


class OfferActs(QObject):
    """Acts on the service and the offer that the view has chosen. `added` carries a new offer's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, service: Callable[[], str], offer: Callable[[], str], *,
        today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._service, self._offer, self._today = desk, view, service, offer, today

    def offer(self) -> None:
        """Offer the service chosen a package."""
        key = self._service()
        dialog = OfferPackage(self._desk.db, self._place(key), self._today(), self._view)
        dialog.ask(partial(self._offered, key))

    def _offered(self, key: str, said: SaidOffer) -> None:
        made = offers.offer_package(
            self._desk.db, key, said.package, today=self._today(), offered_on=said.on, note=said.words
        )
        self._desk.messages.done(f"Offered {said.package} to {self._place(key)}")
        self.added.emit(made.id)

    def not_offered(self) -> None:
        """Note why the service chosen is not offered a package."""
        key = self._service()
        dialog = OfferPackage(self._desk.db, self._place(key), self._today(), self._view, not_offered=True)
        dialog.ask(partial(self._not_offered, key))

    def _not_offered(self, key: str, said: SaidOffer) -> None:
        offers.mark_not_offered(
            self._desk.db, key, said.package, reason=said.words, today=self._today(), on=said.on
        )
        self._desk.messages.done(f"Noted why {self._place(key)} is not offered {said.package}")

    def _place(self, key: str) -> str:
        return name_of(self._desk.db, "service", key)

    def _words(self, held: offers.PackageOffer) -> str:
        return f"{offers.package_name(self._desk.db, held)}: {self._place(held.service_id)}"

    # One offer

    def _current(self) -> offers.PackageOffer:
        return offers.offer(self._desk.db, self._offer())

    def note_status(self) -> None:
        """What came of the offer."""
        held = self._current()
        dialog = NoteStatus(held, self._words(held), self._today(), self._view)
        dialog.ask(partial(self._noted, held.id))

    def _noted(self, key: str, said: CameOf) -> None:
        held = offers.set_offer_status(
            self._desk.db, key, said.status, on=said.on, today=self._today(), reason=said.reason
        )
        self._desk.messages.done(f"{self._words(held)} is {held.status.label.lower()}")

    def reopen(self) -> None:
        """It goes on after all."""
        held = offers.reopen_offer(self._desk.db, self._offer())
        self._desk.messages.done(f"{self._words(held)} is {held.status.label.lower()} again")

    def edit(self) -> None:
        """When it was offered, and the note."""
        held = self._current()
        ChangeOffer(held, self._words(held), self._today(), self._view).ask(partial(self._edited, held))

    def _edited(self, held: offers.PackageOffer, said: tuple[date, str]) -> None:
        on, note = said
        changed = offers.edit_offer(self._desk.db, held.id, today=self._today(), offered_on=on, note=note)
        words = "Nothing was changed" if changed == held else "Changed the offer"
        self._desk.messages.done(words, undo=changed != held)

    def remove(self) -> None:
        """It was entered by mistake."""
        held = self._current()
        Question(
            f"Remove the offer of {self._words(held)}?",
            "It was entered by mistake; its sessions go with it. An offer that was taken back is Withdrawn instead.",
            "Remove", self._view, danger=True,
        ).ask(partial(self._removed, held.id))  # fmt: skip

    def _removed(self, key: str) -> None:
        offers.remove_offer(self._desk.db, key)
        self._desk.messages.done("Removed the offer")

    # Its sessions

    def add_session(self) -> None:
        """A session of it was held."""
        held = self._current()
        WriteSession(self._words(held), self._today(), self._view).ask(partial(self._session_added, held.id))

    def _session_added(self, key: str, said: SaidSession) -> None:
        sessions.add_package_session(
            self._desk.db,
            key,
            said.held_on,
            people=said.people,
            today=self._today(),
            topic=said.topic,
            note=said.note,
        )
        self._desk.messages.done("Recorded the session")

    def edit_session(self, key: str) -> None:
        """Put a session right, or take it away."""
        held = sessions.package_session(self._desk.db, key)
        name = self._words(offers.offer(self._desk.db, held.offer_id))
        dialog = WriteSession(name, self._today(), self._view, held=held)
        dialog.ask(partial(self._session_edited, held))

    def _session_edited(self, held: sessions.PackageSession, said: SaidSession) -> None:
        if said.remove:
            sessions.remove_package_session(self._desk.db, held.id)
            self._desk.messages.done("Removed the session")
            return
        changed = sessions.edit_package_session(
            self._desk.db, held.id, held_on=said.held_on, people=said.people, today=self._today(), topic=said.topic,
            note=said.note,
        )  # fmt: skip
        words = "Nothing was changed" if changed == held else "Changed the session"
        self._desk.messages.done(words, undo=changed != held)


class PackageActs(QObject):
    """Acts on the package whose name `name` gives."""

    def __init__(
        self, desk: Desk, view: QWidget, name: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._name, self._today = desk, view, name, today

    def _current(self) -> packages.LearningPackage:
        wanted = self._name()
        return next(one for one in packages.packages(self._desk.db, archived=True) if one.name == wanted)

    def add(self) -> None:
        """One more package."""
        WritePackage(self._view).ask(self._added)

    def _added(self, said: PackageFacts) -> None:
        made = packages.add_package(
            self._desk.db, said["name"], description=said["description"], source=said["source"]
        )
        self._desk.messages.done(f"Added the learning package {made.name}")

    def edit(self) -> None:
        """What the package is; one that ships is kept from then on."""
        held = self._current()
        WritePackage(self._view, held=held).ask(partial(self._edited, held))

    def _edited(self, held: packages.LearningPackage, said: PackageFacts) -> None:
        if held.id:
            packages.edit_package(self._desk.db, held.id, **said)
        else:
            packages.add_package(
                self._desk.db, said["name"], description=said["description"], source=said["source"]
            )
        self._desk.messages.done(f"Changed the learning package {said['name']}")

    def archive_or_restore(self) -> None:
        """Offer it no more, or again."""
        held = self._current()
        if held.archived_on is not None:
            packages.restore_package(self._desk.db, held.id)
            self._desk.messages.done(f"Restored the learning package {held.name}")
        else:
            packages.archive_package(self._desk.db, held.id, today=self._today())
            self._desk.messages.done(f"Archived the learning package {held.name}")

    @property
    def is_archived(self) -> bool:
        """Whether the one chosen is."""
        return bool(self._name()) and self._current().archived_on is not None

    @property
    def is_kept(self) -> bool:
        """Whether the one chosen was used or written; one that only ships is not put away."""
        return bool(self._name()) and bool(self._current().id)
