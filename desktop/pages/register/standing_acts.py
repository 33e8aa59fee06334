"""What is recorded of where the chosen service stands: its contract with the council, and CQC's ratings."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.clock import today
from desktop.dialogs.register.contract import CorrectContract, Correction, NewStatus, SetContract
from desktop.dialogs.register.rating import CorrectedRating, CorrectRating, NewRatings, RecordRating
from desktop.shell.page import Desk
from engagement.register import contracts, ratings
from engagement.register.ratings import DatedRating
from engagement.register.services import Service
from resources.wording import count_of


class StandingActs:
    """Opens the dialogs over `parent` and does what they answer. `current` gives the service that is chosen."""

    def __init__(self, desk: Desk, parent: QWidget, current: Callable[[], Service]) -> None:
        self._desk, self._parent, self._current = desk, parent, current

    # Contract

    def set_contract(self) -> None:
        """Another status of the chosen service's contract."""
        held, day = self._current(), today()
        standing = contracts.contracts_on(self._desk.db, day, services=[held.id]).get(held.id)
        SetContract(held.name, standing, day, self._parent).ask(partial(self._contract_set, held))

    def _contract_set(self, held: Service, new: NewStatus) -> None:
        if new.until_on is not None:
            contracts.add_past_status(
                self._desk.db, held.id, new.status, new.from_on, new.until_on, new.reason, today=today()
            )
        else:
            contracts.set_contract_status(
                self._desk.db, held.id, new.status, new.from_on, new.reason, today=today()
            )
        self._desk.messages.done(f"{held.name}: {new.status.label}")

    def correct_contract(self, key: str) -> None:
        """Put one entry of the contract's history right."""
        held = contracts.status_period(self._desk.db, key)
        dialog = CorrectContract(self._current().name, held, today(), self._parent)
        dialog.ask(partial(self._contract_corrected, key))

    def _contract_corrected(self, key: str, new: Correction) -> None:
        if new.remove:
            contracts.remove_status(self._desk.db, key)
            self._desk.messages.done("Removed the entry")
            return
        contracts.correct(
            self._desk.db,
            key,
            today=today(),
            status=new.status,
            from_on=new.from_on,
            until_on=new.until_on,
            still=new.until_on is None,
            reason=new.reason,
        )
        self._desk.messages.done("Corrected the entry")

    # Ratings

    def record_rating(self) -> None:
        """What CQC published of the chosen service."""
        held = self._current()
        RecordRating(held.name, today(), self._parent).ask(partial(self._rating_recorded, held))

    def _rating_recorded(self, held: Service, new: NewRatings) -> None:
        ratings.record_ratings(
            self._desk.db, held.id, new.ratings, new.published_on, today=today(), inherited=new.inherited
        )
        self._desk.messages.done(f"Recorded {count_of(len(new.ratings), 'rating')} of {held.name}")

    def correct_rating(self, held: Sequence[DatedRating]) -> None:
        """Put one of these right, or remove one that was typed by hand."""
        CorrectRating(self._current().name, held, today(), self._parent).ask(self._rating_corrected)

    def _rating_corrected(self, new: CorrectedRating) -> None:
        if new.remove:
            ratings.remove_rating(self._desk.db, new.held.id)
            self._desk.messages.done("Removed the rating")
            return
        changed = ratings.correct_rating(
            self._desk.db, new.held.id, today=today(), rating=new.rating, published_on=new.published_on
        )
        if changed == new.held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done("Corrected the rating")
