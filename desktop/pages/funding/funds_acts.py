"""What is done with funds and their money: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.fund import SayFundStatus, WriteFund
from desktop.dialogs.funding.fund_money import Allocate, Allocated, Moved, MoveMoney, Spent, WriteSpending
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.wording import money, shortened
from workforce.funding.funds import allocations, funds, spending, variations
from workforce.funding.funds.balance import Pot, pots_of
from workforce.funding.funds.funds import Fund, FundEdits
from workforce.funding.funds.spending import Ended, Spending
from workforce.funding.funds.suggesting import Suggestion
from workforce.funding.vocabulary import FundStatus, SpendingStatus


class FundActs(QObject):
    """Acts on the fund that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def _current(self) -> Fund:
        return funds.fund(self._desk.db, self._key())

    def _pots(self, held: Fund) -> list[Pot]:
        return list(pots_of(self._desk.db, held.id))

    # The fund

    def add(self) -> None:
        """One more."""
        WriteFund(self._today(), self._view).ask(self._added)

    def _added(self, facts: FundEdits) -> None:
        rest = {name: value for name, value in facts.items() if name not in ("name", "kind", "opens_on")}
        made = funds.add_fund(
            self._desk.db, facts["name"], facts["kind"], opens_on=facts["opens_on"], **rest  # type: ignore[arg-type]
        )  # fmt: skip
        self._desk.messages.done(f"Added the fund {made.name}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is said of the fund chosen."""
        held = self._current()
        WriteFund(self._today(), self._view, held=held).ask(partial(self._edited, held))

    def _edited(self, held: Fund, facts: FundEdits) -> None:
        changed = funds.edit_fund(self._desk.db, held.id, **facts)
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed the fund {changed.name}")

    def set_status(self) -> None:
        """How far it has come."""
        held = self._current()
        SayFundStatus(held, self._view).ask(partial(self._status_set, held.id))

    def _status_set(self, key: str, status: FundStatus) -> None:
        held = funds.set_fund_status(self._desk.db, key, status)
        self._desk.messages.done(f"{held.name} is {held.status.label.lower()}")

    def archive(self) -> None:
        """Put it away."""
        held = self._current()
        detail = "Its claims, money and rules stay, and “Archived funds…” brings it back."
        Question(f"Archive {held.name}?", detail, "Archive", self._view).ask(partial(self._archived, held.id))

    def _archived(self, key: str) -> None:
        held = funds.archive_fund(self._desk.db, key, today=self._today())
        self._desk.messages.done(f"Archived the fund {held.name}")

    # Its money

    def allocate(self, held_key: str = "", over: QWidget | None = None) -> None:
        """What the fund chosen holds for a year and workstream; or change the allocation with this key."""
        held = self._current()
        before = allocations.allocation(self._desk.db, held_key) if held_key else None
        dialog = Allocate(held, self._pots(held), self._today(), over or self._view, held=before)
        dialog.ask(partial(self._allocated, held))

    def _allocated(self, held: Fund, given: Allocated) -> None:
        made = allocations.set_allocation(
            self._desk.db, held.id, *given.pot, given.pence, given.note, passed=given.passed
        )
        self._desk.messages.done(f"Allocated {money(made.pence)} of {held.name} to {made.pot.words}")

    def move(self, suggestion: Suggestion | None = None, over: QWidget | None = None) -> None:
        """A variation; `suggestion` fills it in."""
        held, db = self._current(), self._desk.db
        dialog = MoveMoney(
            held, pots_of(db, held.id), self._today(), over or self._view, suggestion=suggestion
        )
        dialog.ask(partial(self._moved, held))

    def _moved(self, held: Fund, given: Moved) -> None:
        made = variations.vary(
            self._desk.db, held.id, pence=given.pence, from_=given.from_, to=given.to, reason=given.reason,
            agreed_by=given.agreed_by, agreed_on=given.agreed_on, passed=given.passed,
        )  # fmt: skip
        self._desk.messages.done(f"Moved {made.words}")

    def spend(self, over: QWidget | None = None) -> None:
        """Commit money to something."""
        held = self._current()
        dialog = WriteSpending(held, self._pots(held), self._today(), over or self._view)
        dialog.ask(partial(self._spent, held))

    def _spent(self, held: Fund, given: Spent) -> None:
        made = spending.add_spending(
            self._desk.db, held.id, given.what, given.pence, year=given.pot.year,
            committed_on=given.committed_on, ended=self._ended(given), passed=given.passed,
            workstream=given.pot.workstream, to_whom=given.to_whom, note=given.note, today=self._today(),
        )  # fmt: skip
        self._desk.messages.done(f"{made.status.label} {money(made.pence)}: {shortened(made.what)}")

    def edit_spending(self, key: str, over: QWidget | None = None) -> None:
        """Put spending right, or say that it is paid or released."""
        held, before = self._current(), spending.spending(self._desk.db, key)
        dialog = WriteSpending(held, self._pots(held), self._today(), over or self._view, held=before)
        dialog.ask(partial(self._spending_edited, before))

    def _spending_edited(self, before: Spending, given: Spent) -> None:
        ended = self._ended(given) if before.status is SpendingStatus.COMMITTED else None
        made = spending.edit_spending(
            self._desk.db, before.id, ended=ended, passed=given.passed, what=given.what, pence=given.pence,
            year=given.pot.year, workstream=given.pot.workstream, to_whom=given.to_whom, note=given.note,
            committed_on=given.committed_on, today=self._today(),
        )  # fmt: skip
        self._desk.messages.done(f"{made.status.label} {money(made.pence)}: {shortened(made.what)}")

    def _ended(self, given: Spent) -> Ended | None:
        if given.status is SpendingStatus.COMMITTED:
            return None
        return Ended(given.status, given.on or self._today())
