"""Whose rules are shown, and of when: the choices above the rulebook."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.forms.choice_row import add_choice
from workforce.funding.funds.funds import Fund, fund, funds, is_fund
from workforce.funding.rulebook.rules import rules_of

IN_FORCE, ALL = "In force", "All that ever were"
_REMEMBERED = "funding_rulebook"


class RulebookHead(QWidget):
    """A fund, and which of its rules. `chosen` when the person takes another; `beside` stands at the right."""

    chosen = Signal()

    def __init__(self, desk: Desk, beside: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__()
        self._desk, self._today = desk, today
        row = QHBoxLayout(self)
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.setSpacing(PANE)
        self.which = add_choice(row, "Fund", least_letters=12)
        self.when = add_choice(row, "Rules", [(one, one) for one in (IN_FORCE, ALL)], least_letters=9)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(beside)
        row.addLayout(column, 4)
        self.which.changed.connect(self._choose)
        self.when.changed.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self._keep(str(self.which.answer() or ""), ALL if self.shows_all else IN_FORCE)
        self.chosen.emit()

    def _keep(self, key: str, when: str) -> None:
        self._desk.settings.put(_REMEMBERED, {"fund": key, "when": when})

    @property
    def shows_all(self) -> bool:
        """Whether rules that are over, or still to come, are shown too."""
        return self.when.answer() == ALL

    def fund(self) -> Fund | None:
        """The fund whose rules are shown."""
        key = str(self.which.answer() or "")
        return fund(self._desk.db, key) if key and is_fund(self._desk.db, key) else None

    def on(self) -> date:
        """Today, or the nearest day on which the fund runs."""
        held, today = self.fund(), self._today()
        if held is None:
            return today
        if today < held.opens_on:
            return held.opens_on
        return held.closes_on if held.closes_on is not None and held.closes_on < today else today

    def reload(self) -> None:
        """The funds as they are now; the one chosen stays, and first is the one chosen last or one with rules."""
        kept, now = self._desk.settings.mapping(_REMEMBERED), self.which.answer()
        held = funds(self._desk.db, archived=True)
        options = [
            (one.id, one.name) for one in held if one.archived_on is None or one.id in (now, kept.get("fund"))
        ]
        known = {key for key, _ in options}
        wanted = next((one for one in (now, kept.get("fund")) if one in known), None) or self._first(
            list(known)
        )
        with QSignalBlocker(self.which), QSignalBlocker(self.when):
            self.which.set_options(options)
            self.which.show_answer(wanted)
            self.when.show_answer(ALL if ALL in (self.when.answer(), kept.get("when")) else IN_FORCE)

    def _first(self, keys: list[str]) -> str | None:
        return next((key for key in keys if rules_of(self._desk.db, key)), keys[0] if keys else None)

    def turn_to(self, fund_id: str, *, all_rules: bool | None = None) -> None:
        """Another fund; its rules in force, or all, where that is said."""
        with QSignalBlocker(self.which), QSignalBlocker(self.when):
            if all_rules is not None:
                self.when.show_answer(ALL if all_rules else IN_FORCE)
            self.which.set_options([(one.id, one.name) for one in funds(self._desk.db, archived=True)])
            self.which.show_answer(fund_id)
        self._keep(fund_id, ALL if self.shows_all else IN_FORCE)
