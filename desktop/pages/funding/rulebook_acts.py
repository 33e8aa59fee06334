"""What is done with the rules of a fund: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.rule import WriteRule, WrittenRule
from desktop.dialogs.funding.rulebook_choices import EndRule, Started, StartFromKnown, Tried, TryService
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.problem import Problem
from resources.tables import Table
from resources.wording import date_words
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.items import items_of
from workforce.funding.rulebook import editing, shipped
from workforce.funding.rulebook.deciding import Decision, decide
from workforce.funding.rulebook.facts import Facts
from workforce.funding.rulebook.previewing import Preview, preview_rule, preview_without
from workforce.funding.rulebook.rules import Rule, rule, rules_of
from workforce.funding.unclaimed.gathering import facts_of_services


class RulebookActs(QObject):
    """Acts on the rule that `key` gives and the fund that `fund` gives, over `view`.

    `added` carries a new rule's key, `started` a new fund's; `tried` a service, what is known of it, what the rules
    say and the day.
    """

    added = Signal(str)
    started = Signal(str)
    tried = Signal(str, object, object, object)

    def __init__(
        self, desk: Desk, view: QWidget, fund: Callable[[], Fund | None], key: Callable[[], str], *,
        today: Callable[[], date], on: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._fund, self._key, self._today, self._on = (
            desk,
            view,
            fund,
            key,
            today,
            on,
        )

    def _held(self) -> Fund:
        held = self._fund()
        if held is None:
            raise Problem("No fund is chosen. Add a fund, or start from a known one.")
        return held

    def _current(self) -> Rule:
        return rule(self._desk.db, self._key())

    # A rule

    def add(self) -> None:
        """One more."""
        held = self._held()
        dialog = WriteRule(
            items_of(self._desk.db, held.id),
            partial(self._look, held.id, editing.NEW),
            self._today(),
            self._view,
        )
        dialog.ask(partial(self._added, held))

    def _look(self, fund_id: str, key: str, written: WrittenRule) -> tuple[Preview, Table]:
        found = preview_rule(
            self._desk.db, fund_id, written.draft, today=self._today(), key=key, from_day=written.from_day
        )
        return found, found.table(self._desk.db)

    def _added(self, held: Fund, written: WrittenRule) -> None:
        made = editing.add_rule(self._desk.db, held.id, written.draft)
        self._desk.messages.done(f"Added rule {made.code} to {held.name}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """What it says, now or from a day on."""
        one = self._current()
        dialog = WriteRule(
            items_of(self._desk.db, one.fund_id), partial(self._look, one.fund_id, one.id), self._today(), self._view,
            held=one,
        )  # fmt: skip
        dialog.ask(partial(self._edited, one))

    def _edited(self, one: Rule, written: WrittenRule) -> None:
        changed = editing.edit_rule(self._desk.db, one.id, written.draft, from_day=written.from_day)
        if changed == one:
            self._desk.messages.done("Nothing was changed", undo=False)
            return
        since = f" from {date_words(written.from_day)}" if written.from_day else ""
        self._desk.messages.done(f"Changed rule {changed.code}{since}")
        self.added.emit(changed.id)

    def end(self) -> None:
        """It holds no longer."""
        one = self._current()
        EndRule(one, self._today(), self._view, told=self._told_without(one)).ask(partial(self._ended, one))

    def _told_without(self, one: Rule) -> str:
        return " ".join(preview_without(self._desk.db, one.id, one.fund_id, today=self._today()).sentences)

    def _ended(self, one: Rule, last_day: date) -> None:
        editing.end_rule(self._desk.db, one.id, last_day=last_day)
        self._desk.messages.done(f"Rule {one.code} holds until {date_words(last_day)}")

    def remove(self) -> None:
        """It was entered by mistake."""
        one = self._current()
        detail = (
            f"{one.words} {self._told_without(one)} A rule that held for a time is ended instead, so that old years "
            "keep it."
        )
        Question(f"Remove rule {one.code}?", detail, "Remove", self._view, danger=True).ask(
            partial(self._removed, one)
        )

    def _removed(self, one: Rule) -> None:
        editing.remove_rule(self._desk.db, one.id)
        self._desk.messages.done(f"Removed rule {one.code}")

    def move(self, by: int) -> None:
        """Up or down."""
        moved = editing.move_rule(self._desk.db, self._key(), by=by)
        self.added.emit(moved.id)

    # A fund

    def start(self) -> None:
        """From a fund whose rules are known."""
        held = self._fund()
        StartFromKnown(held.name if held else "", self._view).ask(partial(self._start, held))

    def _start(self, held: Fund | None, asked: Started) -> None:
        db = self._desk.db
        if held is not None and not asked.name:
            outside = shipped.days_outside(db, held, asked.template, today=self._today())
            if outside:
                title = f"Give {held.name} rules whose days lie outside it?"
                Question(title, " ".join(outside), "Give them", self._view, danger=True).ask(
                    partial(self._give_rules, held, asked)
                )
            else:
                self._give_rules(held, asked)
            return
        made = shipped.ship(db, asked.template, today=self._today(), name=asked.name)
        self._desk.messages.done(f"Started {made.name}. {shipped.over_words(made)}".rstrip(" ."))
        self.started.emit(made.id)

    def _give_rules(self, held: Fund, asked: Started) -> None:
        before = len(rules_of(self._desk.db, held.id))
        after = shipped.ship_rules(self._desk.db, held.id, asked.template)
        self._desk.messages.done(f"Added {len(after) - before} rules to {held.name}")
        self.started.emit(held.id)

    def try_service(self) -> None:
        """What the rules say of one, on a day."""
        held = self._held()
        items = items_of(self._desk.db, held.id, self._on())
        dialog = TryService(self._desk.db, items, self._today(), self._view, on=self._on())
        dialog.ask(partial(self._try, held))

    def _try(self, held: Fund, asked: Tried) -> None:
        db = self._desk.db
        known = facts_of_services(db, fund_id=held.id, on=asked.on, services=[asked.service_id])
        facts: Facts | None = known.get(asked.service_id)
        if facts is None:
            raise Problem(
                "This is no care provider’s service, so that rules say nothing of it. Choose another."
            )
        rules = rules_of(db, held.id, on=asked.on, item_id=asked.item_id)
        decision: Decision = decide(rules, facts, on=asked.on)
        self.tried.emit(asked.service_id, facts, decision, asked.on)
