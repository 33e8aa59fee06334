"""The rules of a fund in a table, with what is wrong with them; beside it the rule chosen, or a service tried."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.funding.rulebook_detail import rule_detail
from desktop.pages.settling import Settling
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from resources.wording import count_of, date_words
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.items import items_of
from workforce.funding.rulebook.checking import Fault, faults
from workforce.funding.rulebook.rules import Rule, rules_of
from workforce.funding.rulebook.tables import RULE_COLUMNS, rule_row

_NO_RULE = (
    "This fund has no rules yet. A rule says in plain words who may claim, when and how much, and is tested against "
    "what the register, ASC-WDS and claims say."
)
_NO_FUND = "No fund is held yet. Start from one that is known, with its rules, or add one on the side Funds."


class RulesPart(QWidget):
    """`moved` when another rule is chosen. `add` and `start` are the ways to begin."""

    moved = Signal()

    def __init__(
        self, desk: Desk, add: Action, start: Action, pane_actions: Callable[[], Sequence[Action]]
    ) -> None:  # fmt: skip
        super().__init__()
        self._desk, self._pane_actions = desk, pane_actions
        self._all: list[Rule] = []
        self._held: dict[str, Rule] = {}
        self._faults: list[Fault] = []
        self._items: dict[str, str] = {}
        self._title = "Rules"
        self._tried: Detail | None = None
        self._model = RowsModel(RULE_COLUMNS)
        self.pane = TablePane(
            self._model,
            name="rules",
            title="Rules",
            chips=("subject", "fault", "standing"),
            settings=desk.settings,
        )
        self.detail = DetailPane("Rule", "Choose a rule to see it here.")
        self._settling = Settling(self._draw, self)
        may = not desk.opened.read_only
        self._filled: QWidget = side_by_side(self.pane, self.detail, sizes=(800, 378))
        self._empty = EmptyPage(_NO_RULE, add if may else None, start if may else None)
        self._no_fund = EmptyPage(_NO_FUND, start if may else None)
        self._lay_out()
        self.pane.table.current_changed.connect(self._follow)
        self.pane.counted.connect(self.moved)

    def _lay_out(self) -> None:
        self.notice = label("", wrap=True)
        self.notice.setContentsMargins(PANE, 0, PANE, 0)
        self._pile = QStackedLayout()
        for one in (self._filled, self._empty, self._no_fund):
            self._pile.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.notice)
        column.addLayout(self._pile, 1)

    # What is shown

    def show_rules(self, fund: Fund | None, on: date, *, ever: bool) -> None:
        """Of a fund: those in force on a day, or all that ever were."""
        db = self._desk.db
        self._title = f"Rules of {fund.name}" if fund else "Rules"
        self._all = rules_of(db, fund.id) if fund else []
        self._items = {one.id: one.name for one in items_of(db, fund.id)} if fund else {}
        self._faults = faults(self._all, on=on, period=(fund.opens_on, fund.closes_on) if fund else None)
        self._held = {one.id: one for one in self._all if ever or one.holds_on(on)}
        rows = [rule_row(one, self._faults, self._items) for one in self._held.values()]
        self._model.set_rows(rows, keys=list(self._held))
        self._pile.setCurrentWidget(self._filled if self._all else self._empty if fund else self._no_fund)
        self._say("" if fund is None or not self._all or ever else date_words(on))
        if self._held and self.key not in self._held:
            self.pane.table.go_to_first()
        self._settling.now()

    def _say(self, day: str) -> None:
        """As of which day, and what is wrong, the worst in full."""
        wrong = [one.sentence for one in self._faults if one.is_serious]
        rest = len(self._faults) - len(wrong)
        more = (
            f"{count_of(rest, 'more thing')} to look at: see the column “To look at”."
            if rest and wrong
            else ""
        )
        told = " ".join(filter(None, (f"In force on {day}." if day else "", *wrong, more)))
        self.notice.setText(told)
        self.notice.setVisible(bool(told))

    def show_tried(self, tried: Detail | None) -> None:
        """What was found of a service, in place of the rule chosen, until another one is."""
        self._tried = tried
        self._settling.now()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._tried = None
        self._settling.ask()
        self.moved.emit()

    def _draw(self) -> None:
        one = self._held.get(self.key)
        if self._tried is not None:
            self.detail.show_detail(self._tried)
        elif one is None:
            self.detail.clear()
        else:
            item = self._items.get(one.item_id or "", "")
            self.detail.show_detail(rule_detail(one, self._all, self._faults, item, self._pane_actions()))

    # What is asked of it

    @property
    def key(self) -> str:
        """The key of the rule chosen."""
        return self.pane.table.current_key

    @property
    def has_rules(self) -> bool:
        """Whether the fund has any, now or ever."""
        return bool(self._all)

    def shows(self, key: str) -> bool:
        """Whether the rule is in the table."""
        return key in self._held

    def table(self) -> Table:
        """The rows shown."""
        return shown_table(self._title, self._model, self.pane.bar)

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        if self.has_rules:
            self.pane.focus_table()
        elif (page := self._pile.currentWidget()) is not None:
            page.setFocus()
