"""What is said of claims: each act asks by a dialog and makes one change."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.claim import WriteClaim, Written
from desktop.pages.funding.claims_adding import AddsForClaims
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.problem import Problem
from resources.wording import in_london
from workforce.funding.claims import claims
from workforce.funding.claims.claims import Claim
from workforce.funding.claims.lines import ClaimLine, line
from workforce.funding.funds.funds import funds


class ClaimActs(QObject):
    """Acts on the claims that `keys` gives, the first of them where one is meant; `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, keys: Callable[[], Sequence[str]], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._keys, self._now = desk, view, keys, now
        self._adds = AddsForClaims(desk, self._today)

    def _one(self) -> ClaimLine:
        return line(self._desk.db, self._keys()[0])

    def _today(self) -> date:
        return in_london(self._now()).date()

    # What is claimed

    def add(self) -> None:
        """A claim that was made."""
        if not funds(self._desk.db):
            raise Problem("No fund is held yet, and a claim is on one. Add a fund first, under “Funds”.")
        WriteClaim(self._desk.db, self._today(), self._view, adds=self._adds).ask(self._added)

    def _added(self, written: Written) -> None:
        made = claims.add_claim(self._desk.db, written.draft, today=self._today())
        self._desk.messages.done(f"Added claim {made.number}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """Put right what is claimed."""
        held = self._one().claim
        dialog = WriteClaim(self._desk.db, self._today(), self._view, held=held, adds=self._adds)
        dialog.ask(partial(self._edited, held))

    def _edited(self, held: Claim, written: Written) -> None:
        given = vars(written.draft)
        changed = claims.edit_claim(
            self._desk.db, held.id, today=self._today(), passed=written.passed, **given
        )
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed claim {changed.number}")

    def remove(self) -> None:
        """It was entered by mistake."""
        one = self._one()
        question = Question(
            "Remove the claim?", f"{one.words}. A claim that was submitted is withdrawn instead.", "Remove",
            self._view, danger=True,
        )  # fmt: skip
        question.ask(partial(self._removed, one.claim))

    def _removed(self, held: Claim) -> None:
        claims.remove_claim(self._desk.db, held.id)
        self._desk.messages.done(f"Removed claim {held.number}")
