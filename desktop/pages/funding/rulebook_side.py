"""The rules that say who may claim, in plain words: of a fund, in force on a day or ever."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.pages.funding.rulebook_acts import RulebookActs
from desktop.pages.funding.rulebook_detail import tried_detail
from desktop.pages.funding.rulebook_head import RulebookHead
from desktop.pages.funding.rulebook_rules import RulesPart
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from resources.tables import Table
from workforce.funding.funds.funds import Fund, is_fund
from workforce.funding.rulebook.rules import is_rule, rule


class RulebookSide(PageSide):
    """A fund chosen above, its rules beneath, and what can be done with them."""

    tab = "Rulebook"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self.acts = RulebookActs(
            desk, self, self.fund, lambda: self.rules.key, today=self._today, on=lambda: self.head.on()
        )
        self.row = ActionRow([one for one in self.actions_here() if one.toolbar and not one.primary])
        self.head = RulebookHead(desk, self.row, today=self._today)
        self.rules = RulesPart(
            desk, Action("rule_first", "Add a rule", partial(self._begin, self.acts.add)),
            Action("known_first", "Start from a known fund", partial(self._begin, self.acts.start)), self._in_pane,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.rules, 1)
        self.head.chosen.connect(self._show)
        self.rules.moved.connect(self._tell)
        self.rules.pane.table.opened.connect(self._open)
        self.acts.added.connect(self.show_row)
        self.acts.started.connect(self.show_row)
        self.acts.tried.connect(self._show_tried)

    # What can be done

    def actions_here(self) -> list[Action]:
        """With a rule, with the fund, and trying a service."""
        acts, one = self.acts, self._has_rule
        return [
            Action("rule_add", "Add a rule…", acts.add, icon="add", primary=True, enabled=self._may),
            Action("rule_edit", "Change…", acts.edit, icon="edit", enabled=one),
            Action("rule_try", "Try a provider…", acts.try_service, icon="check", enabled=self._has_fund),
            Action("rule_known", "Start from a known fund…", acts.start, enabled=self.may_write),
            Action("rule_end", "End…", acts.end, enabled=one, toolbar=False),
            Action("rule_up", "Move up", partial(acts.move, -1), enabled=one, toolbar=False),
            Action("rule_down", "Move down", partial(acts.move, 1), enabled=one, toolbar=False),
            Action("rule_remove", "Remove…", acts.remove, enabled=one, toolbar=False,
                   tip="Where it was entered by mistake"),
        ]  # fmt: skip

    def _in_pane(self) -> list[Action]:
        return [one for one in self.actions_here() if one.name in ("rule_edit", "rule_end") and one.ready()]

    def _begin(self, act: Callable[[], object]) -> None:
        if self.may_write():
            act()

    def _may(self) -> bool:
        return self.may_write() and self.fund() is not None

    def _has_fund(self) -> bool:
        return self.is_current and self.fund() is not None

    def _has_rule(self) -> bool:
        return self.may_write() and bool(self.rules.key)

    # What is shown

    def fund(self) -> Fund | None:
        """The fund whose rules are shown."""
        return self.head.fund()

    @Slot()
    def reload(self) -> None:
        """The funds and the rules of the one chosen, as they stand now."""
        self.head.reload()
        self._show()

    @Slot()
    def _show(self) -> None:
        self.rules.show_tried(None)
        self.rules.show_rules(self.fund(), self.head.on(), ever=self.head.shows_all)
        self._tell()

    @Slot(str, object, object, object)
    def _show_tried(self, service: str, facts, decision, on) -> None:  # type: ignore[no-untyped-def]
        again = [one for one in self.actions_here() if one.name == "rule_try"]
        self.rules.show_tried(tried_detail(self._desk.db, service, facts, decision, again, on=on))

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._has_rule():
            self.acts.edit()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is a rule's."""
        return is_rule(self._desk.db, key)

    @Slot(str)
    def show_row(self, key: str) -> None:
        """Put the cursor on a rule, of whichever fund it is; of a fund, show its rules."""
        if is_fund(self._desk.db, key):
            self.head.turn_to(key)
            self.reload()
            return
        one = rule(self._desk.db, key)
        self.head.turn_to(one.fund_id)
        if not one.holds_on(self.head.on()):
            self.head.turn_to(one.fund_id, all_rules=True)
        self.reload()
        self.rules.pane.show_row(key)

    def table(self) -> Table | None:
        """The rules shown."""
        return self.rules.table() if self.rules.has_rules else None

    def row_for_history(self) -> tuple[str, str]:
        """The rule chosen."""
        return "rule", self.rules.key

    def status_text(self) -> str:
        """How many rules."""
        return self.rules.pane.rows_words if self.rules.has_rules else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.rules.focus_first()

    def focus_filter(self) -> None:
        """The filter of the table."""
        self.rules.pane.bar.focus_field()
