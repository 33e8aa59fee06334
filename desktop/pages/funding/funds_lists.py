"""The short lists of a fund, each in a dialog: its money, its days to keep, what it pays for; and archived funds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.funding.fund_kept import Day, WriteCutOff, WriteItem
from desktop.pages.funding.funds_acts import FundActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.tables import Column, ColumnKind, Table
from resources.wording import lower_first
from workforce.funding.funds import allocations, cut_offs, funds, items, spending, variations
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.items import ItemEdits
from workforce.funding.funds.tables import (
    allocations_table,
    cut_offs_table,
    items_table,
    spending_table,
    variations_table,
)

Over = QWidget | None
_ARCHIVED = (Column("name", "Fund", width=380), Column("archived_on", "Archived", ColumnKind.DATE, 120))


@dataclass(frozen=True)
class _List:
    """A list with its acts: adding is given the dialog to stand over, changing also the row's key."""

    name: str
    title: str
    intro: str
    read: Callable[[], tuple[Table, Sequence[str]]]
    add: tuple[str, Callable[[Over], object]]
    remove: Callable[[str], object]
    removed: str
    edit: tuple[str, Callable[[str, Over], object]] | None = None


class FundLists(QObject):
    """Lists of the fund that `key` gives, over `view`; money is asked for by `acts`."""

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], acts: FundActs, *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._acts, self._today = desk, view, key, acts, today

    def _fund(self) -> Fund:
        return funds.fund(self._desk.db, self._key())

    def _open(self, what: _List) -> None:
        dialog = KeptList(what.title, what.intro, what.read, self._view, name=f"fund_{what.name}")
        one, (add_words, add) = dialog.has_row, what.add
        shown = [Action(f"{what.name}_add", add_words, partial(add, dialog), icon="add")]
        if what.edit is not None:
            edit = partial(_edit, what.edit[1], dialog)
            shown.append(Action(f"{what.name}_edit", what.edit[0], edit, icon="edit", enabled=one))
        remove = partial(self._remove, what, dialog)
        shown.append(
            Action(f"{what.name}_remove", "Remove", remove, enabled=one,
                   tip="Take it out, where it was entered by mistake")
        )  # fmt: skip
        dialog.offer(shown)
        self._desk.changes.changed.connect(dialog.reload)
        dialog.open()

    def _remove(self, what: _List, dialog: KeptList) -> None:
        what.remove(dialog.key)
        self._desk.messages.done(what.removed)

    # Money

    def keep_allocations(self) -> None:
        """What was first allocated."""
        held, db = self._fund(), self._desk.db

        def read() -> tuple[Table, Sequence[str]]:
            return allocations_table(db, held), [one.id for one in allocations.allocations_of(db, held.id)]

        self._open(_List(
            "allocations", f"Allocations of {held.name}", "What the funder set for each year and workstream.", read,
            ("Allocate…", partial(self._acts.allocate, "")), partial(allocations.remove_allocation, db),
            "Removed an allocation", ("Change…", self._acts.allocate),
        ))  # fmt: skip

    def keep_variations(self) -> None:
        """What was moved since."""
        held, db = self._fund(), self._desk.db

        def read() -> tuple[Table, Sequence[str]]:
            return variations_table(db, held), [one.id for one in variations.variations_of(db, held.id)]

        self._open(_List(
            "variations", f"Variations of {held.name}", "What was moved since it was allocated.", read,
            ("Move money…", partial(self._acts.move, None)), partial(variations.remove_variation, db),
            "Removed a variation",
        ))  # fmt: skip

    def keep_spending(self) -> None:
        """What is paid for without a claim."""
        held, db = self._fund(), self._desk.db

        def read() -> tuple[Table, Sequence[str]]:
            return spending_table(db, held), [one.id for one in spending.spending_of(db, held.id)]

        self._open(_List(
            "spending", f"Spending of {held.name}", "What it pays for without a claim.", read,
            ("Spend…", self._acts.spend), partial(spending.remove_spending, db), "Removed spending",
            ("Change, pay or release…", self._acts.edit_spending),
        ))  # fmt: skip

    # Days to keep

    def keep_cut_offs(self) -> None:
        """Last days for claims and evidence, reports due."""
        held, db, today = self._fund(), self._desk.db, self._today()

        def read() -> tuple[Table, Sequence[str]]:
            table = cut_offs_table(db, held, today=today)
            return table, [one.id for one in cut_offs.cut_offs_of(db, held.id)]

        self._open(_List(
            "cut_offs", f"Days to keep of {held.name}", "Home lists those that are near.", read,
            ("Add a day…", partial(self.write_cut_off, "")), partial(cut_offs.remove_cut_off, db),
            "Removed a day to keep", ("Change…", self.write_cut_off),
        ))  # fmt: skip

    def write_cut_off(self, key: str = "", over: Over = None) -> None:
        """One more day, or change the one with this key."""
        before = cut_offs.cut_off(self._desk.db, key) if key else None
        dialog = WriteCutOff(self._today(), over or self._view, held=before)
        dialog.ask(partial(self._cut_off_written, self._key(), key))

    def _cut_off_written(self, fund_id: str, key: str, given: Day) -> None:
        db = self._desk.db
        if key:
            made = cut_offs.edit_cut_off(db, key, kind=given.kind, on_day=given.on_day, **given.rest)
        else:
            made = cut_offs.add_cut_off(db, fund_id, given.kind, given.on_day, **given.rest)
        self._desk.messages.done(f"Kept: {lower_first(made.words)}, {made.when}")

    # What it pays for

    def keep_items(self) -> None:
        """What can be claimed."""
        held, db = self._fund(), self._desk.db

        def read() -> tuple[Table, Sequence[str]]:
            return items_table(db, held), [one.id for one in items.items_of(db, held.id)]

        self._open(_List(
            "items", f"What {held.name} pays for", "For which course, how much at most, and what proves it.", read,
            ("Add…", partial(self.write_item, "")), partial(items.remove_item, db),
            "Removed what could be claimed", ("Change…", self.write_item),
        ))  # fmt: skip

    def write_item(self, key: str = "", over: Over = None) -> None:
        """Something more that can be claimed, or change the one with this key."""
        before = items.item(self._desk.db, key) if key else None
        dialog = WriteItem(self._desk.db, self._today(), over or self._view, held=before)
        dialog.ask(partial(self._item_written, self._key(), key))

    def _item_written(self, fund_id: str, key: str, given: ItemEdits) -> None:
        if key:
            made = items.edit_item(self._desk.db, key, **given)
        else:
            rest = {name: value for name, value in given.items() if name != "name"}
            made = items.add_item(self._desk.db, fund_id, given["name"], **rest)  # type: ignore[arg-type]
        self._desk.messages.done(f"Kept: {made.name}")

    # Archived funds

    def keep_archived(self) -> None:
        """Those put away, to be brought back."""
        dialog = KeptList(
            "Archived funds", "They keep their claims and money.", self._read_archived, self._view,
            name="fund_archived",
        )  # fmt: skip
        dialog.offer([Action("fund_back", "Restore", partial(self._restore, dialog), enabled=dialog.has_row)])
        dialog.open()

    def _read_archived(self) -> tuple[Table, list[str]]:
        held = [one for one in funds.funds(self._desk.db, archived=True) if one.archived_on]
        rows = [(one.name, one.archived_on.isoformat() if one.archived_on else None) for one in held]
        return Table("Archived funds", _ARCHIVED, rows), [one.id for one in held]

    def _restore(self, dialog: KeptList) -> None:
        held = funds.restore_fund(self._desk.db, dialog.key)
        self._desk.messages.done(f"Restored the fund {held.name}")
        dialog.reload()


def _edit(edit: Callable[[str, Over], object], dialog: KeptList) -> None:
    edit(dialog.key, dialog)
