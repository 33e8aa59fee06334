"""What can be done with learning packages, and when."""

from collections.abc import Callable
from typing import Protocol

from desktop.pages.training.packages_acts import OfferActs, PackageActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from workforce.training.packages.offers import MAY_FOLLOW, PackageOffer, is_offer, offer

_AWAY, _BACK = "Archive", "Restore"


WORKLIST, OFFERS, COUNTS = "Worklist", "Offers", "Before and after"
SERVICES, PACKAGES = "Service by service", "The packages"
LISTS = (WORKLIST, OFFERS, COUNTS, SERVICES, PACKAGES)


class PackagesView(Protocol):
    """Which list is shown, and the row chosen in it."""

    @property
    def what(self) -> str:
        """The list."""

    @property
    def key(self) -> str:
        """The row: of the packages it is the name."""

    def may_write(self) -> bool:
        """Whether anything can be changed now."""


class PackagesChosen:
    """What is chosen; empty or None where it is something else."""

    def __init__(self, desk: Desk, view: PackagesView) -> None:
        self._db, self._view = desk.db, view

    def may_write(self) -> bool:
        """Whether anything can be changed now."""
        return self._view.may_write()

    def service(self) -> str:
        """The service on the worklist."""
        return self._view.key if self._view.what == WORKLIST else ""

    def offer_key(self) -> str:
        """The offer’s key."""
        return self._view.key if self._view.what == OFFERS else ""

    def offer(self) -> PackageOffer | None:
        """The offer."""
        key = self.offer_key()
        return offer(self._db, key) if key and is_offer(self._db, key) else None

    def package(self) -> str:
        """The package’s name."""
        return self._view.key if self.shows_packages() else ""

    def shows_packages(self) -> bool:
        """Whether the packages themselves are looked at."""
        return self._view.what == PACKAGES


class PackagesMenu:
    """The actions, each with whether it can be run now."""

    def __init__(self, view: PackagesChosen, offers: OfferActs, packages: PackageActs) -> None:
        self._view, self._offers, self._packages = view, offers, packages

    def listed(self) -> list[Action]:
        """All of them; those of what is shown stand in the row above it."""
        return [*self.of_worklist(), *self.of_offers(), *self.of_packages()]

    def of_worklist(self) -> list[Action]:
        """With the service chosen."""
        acts = self._offers
        return [
            Action("package_offer", "Offer a package…", acts.offer, "Ctrl+N", primary=True, icon="add",
                   enabled=self._has_service),
            Action("package_not_offered", "Note why not offered…", acts.not_offered, enabled=self._has_service),
        ]  # fmt: skip

    def of_offers(self) -> list[Action]:
        """With the offer chosen."""
        acts = self._offers
        return [
            Action("offer_status", "What came of it…", acts.note_status, icon="check", enabled=self._may_follow),
            Action("offer_session", "Record a session…", acts.add_session, icon="calendar", enabled=self._is_open),
            Action("offer_edit", "Change…", acts.edit, icon="edit", enabled=self._has_offer),
            Action("offer_reopen", "Open again", acts.reopen, icon="restore", enabled=self._is_closed),
            Action("offer_remove", "Remove…", acts.remove, enabled=self._has_offer,
                   tip="Take away an offer that was entered by mistake"),
        ]  # fmt: skip

    def of_packages(self) -> list[Action]:
        """With the packages themselves."""
        acts = self._packages
        return [
            Action("package_add", "Add a package…", acts.add, icon="add", enabled=self._shows_packages),
            Action("package_edit", "Change the package…", acts.edit, icon="edit", enabled=self._has_package),
            Action("package_archive", _AWAY, acts.archive_or_restore, icon="archive", enabled=self._may_archive,
                   label_now=self._archive_words),
        ]  # fmt: skip

    # When

    def _if(self, met: Callable[[], bool]) -> bool:
        return self._view.may_write() and met()

    def _has_service(self) -> bool:
        return self._if(lambda: bool(self._view.service()))

    def _has_offer(self) -> bool:
        return self._if(lambda: self._view.offer() is not None)

    def _may_follow(self) -> bool:
        held = self._view.offer()
        return self._has_offer() and held is not None and bool(MAY_FOLLOW[held.status])

    def _is_open(self) -> bool:
        held = self._view.offer()
        return self._has_offer() and held is not None and held.is_open

    def _is_closed(self) -> bool:
        return self._has_offer() and not self._is_open()

    def _shows_packages(self) -> bool:
        return self._if(self._view.shows_packages)

    def _has_package(self) -> bool:
        return self._if(lambda: bool(self._view.package()))

    def _may_archive(self) -> bool:
        return self._has_package() and self._packages.is_kept

    def _archive_words(self) -> str:
        return _BACK if self._packages.is_archived else _AWAY
