"""What can be done with funds, and when."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.pages.funding.funds_acts import FundActs
from desktop.pages.funding.funds_lists import FundLists
from desktop.pages.funding.funds_next_year import start_next_year
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from workforce.funding.funds.funds import Fund


class FundsView(Protocol):
    """The side that shows them."""

    def chosen(self) -> Fund | None:
        """The fund that the cursor is on."""

    def may_write(self) -> bool:
        """Whether this side is shown and the file can be written to."""


class FundsMenu(QObject):
    """The actions on funds, each with whether it can be run now."""

    def __init__(self, desk: Desk, side: FundsView, view: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._desk, self._side, self._view, self._today = desk, side, view, today
        self.acts = FundActs(desk, view, self._key, today=today)
        self.lists = FundLists(desk, view, self._key, self.acts, today=today)

    def listed(self) -> list[Action]:
        """All of them; those that are not for the row of buttons stand in the menu alone."""
        acts, lists, one, ours = self.acts, self.lists, self._may_change, self._is_ours
        return [
            Action("fund_add", "Add a fund…", acts.add, "Ctrl+N", icon="add", primary=True,
                   enabled=self._side.may_write),
            Action("fund_edit", "Change…", acts.edit, icon="edit", enabled=one),
            Action("fund_status", "Status…", acts.set_status, icon="check", enabled=one),
            Action("fund_spend", "Spend…", acts.spend, enabled=ours,
                   tip="Commit money to something that no claim asks for"),
            Action("fund_allocate", "Allocate…", acts.allocate, enabled=ours,
                   tip="What the funder set for a year and workstream"),
            Action("fund_move", "Move money…", acts.move, enabled=ours,
                   tip="A variation between years and workstreams, or with the funder"),
            Action("fund_items", "What it pays for…", lists.keep_items, enabled=one),
            Action("fund_days", "Days to keep…", lists.keep_cut_offs, enabled=one, toolbar=False),
            Action("fund_spending", "All spending…", lists.keep_spending, enabled=ours, toolbar=False),
            Action("fund_allocations", "All allocations…", lists.keep_allocations, enabled=ours, toolbar=False),
            Action("fund_variations", "All variations…", lists.keep_variations, enabled=ours, toolbar=False),
            Action("fund_next_year", "Next year’s fund…", self._start_next_year, enabled=one, toolbar=False,
                   tip="The same fund a year later: its terms, rules and days, without money and claims"),
            Action("fund_archive", "Archive…", acts.archive, icon="archive", enabled=one, toolbar=False),
            Action("fund_archived", "Archived funds…", lists.keep_archived, enabled=self._side.may_write,
                   toolbar=False),
        ]  # fmt: skip

    def in_row(self) -> list[Action]:
        """Those above the table; the primary one stands at the top of the page."""
        return [one for one in self.listed() if one.toolbar and not one.primary]

    def first(self) -> Action:
        """What an empty side begins with."""
        return Action("fund_first", "Add a fund", self._add_first)

    # When

    def _key(self) -> str:
        held = self._side.chosen()
        return held.id if held else ""

    def _may_change(self) -> bool:
        return self._side.may_write() and self._side.chosen() is not None

    def _is_ours(self) -> bool:
        held = self._side.chosen()
        return self._may_change() and held is not None and held.is_ours

    def _start_next_year(self) -> None:
        held = self._side.chosen()
        if held is not None:
            start_next_year(self._desk, self._view, held, self.acts.added.emit, today=self._today())

    def _add_first(self) -> None:
        if self._side.may_write():
            self.acts.add()
