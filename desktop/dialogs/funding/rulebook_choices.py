"""What the rulebook asks beside a rule: a fund to start from, a service to try, a last day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.good_practice.buddies import find_services
from desktop.widgets.forms.fields import CheckField, ChoiceField, DateField, Pick, PickField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.database import Database
from resources.wording import and_list, count_of, date_words, lower_first
from workforce.funding.funds.items import FundItem
from workforce.funding.rulebook.known_funds.template import Template
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.shipped import SHIPPED


@dataclass(frozen=True)
class Started:
    """A known fund; `name` is what the new one is called, "" where only its rules are wanted for a fund held."""

    template: Template
    name: str


class StartFromKnown(FormDialog):
    """A fund whose rules are known: all of it as a new fund, or its rules for the one that is shown."""

    def __init__(self, held: str, parent: QWidget | None) -> None:
        intro = "What it pays for, its days and its rules come with the source of each. What no source was read for is "
        super().__init__(
            "Start from a known fund", "Start", parent, intro=f"{intro}left empty, and says so.", width=560
        )
        self._known = ChoiceField([(one.key, one.name) for one in SHIPPED])
        self._only = CheckField(f"Only its rules, for {held}") if held else None
        self.form.add("key", "Known fund", self._known, value=SHIPPED[0].key, needed=True)
        self._told = label("", "small", wrap=True)
        self.form.add_widget(self._told)
        if self._only is not None:
            self.form.add("only_rules", "", self._only, value=False)
            self._only.changed.connect(self._follow)
        self.form.add("name", "Name of the new fund", TextField(), value=SHIPPED[0].name, needed=True)
        self._known.changed.connect(self._choose)
        self._follow()

    def _template(self) -> Template:
        return next(one for one in SHIPPED if one.key == self._known.answer())

    @Slot()
    def _choose(self) -> None:
        self.form.rows["name"].field.show_answer(self._template().name)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self._told.setText(_told_of(self._template()))
        self.form.show_row("name", self._only is None or not self._only.answer())

    def value(self, answers: Answers) -> Started:
        """Which, and what for."""
        return Started(self._template(), "" if answers.get("only_rules") else answers["name"])


def _told_of(one: Template) -> str:
    rules, items = (
        count_of(len(one.rules), "rule"),
        count_of(len(one.items), "thing it pays for", "things it pays for"),
    )
    period = f"{date_words(one.opens_on)} to {date_words(one.closes_on)}" if one.closes_on else ""
    told = f"{one.kind.label}. {period}. {rules}, {items}."
    if one.lacks:
        told += f" No figure is known for: {and_list([lower_first(what.rstrip('.')) for what in one.lacks])}."
    return f"{told} {one.note}".strip()


@dataclass(frozen=True)
class Tried:
    """A service, and the day on which it is held against the rules."""

    service_id: str
    on: date
    item_id: str | None


class TryService(FormDialog):
    """Which service, on which day."""

    def __init__(
        self, db: Database, items: Sequence[FundItem], today: date, parent: QWidget | None, *, on: date,
        chosen: Pick | None = None,
    ) -> None:  # fmt: skip
        intro = "What the rules in force on that day say of it, by what is known of it then. Nothing is kept."
        super().__init__("Try a provider’s service", "Try it", parent, intro=intro)
        self.form.add(
            "service_id", "Service", PickField(partial(find_services, db)), value=chosen, needed=True
        )
        self.form.add("on", "On", DateField(today=today), value=on, needed=True)
        if items:
            options = [("", "All that the fund pays for"), *((one.id, one.name) for one in items)]
            self.form.add("item_id", "For", ChoiceField(options), value="")

    def value(self, answers: Answers) -> Tried:
        """The service and the day."""
        return Tried(answers["service_id"], answers["on"], answers.get("item_id") or None)


class EndRule(FormDialog):
    """The last day on which a rule holds."""

    def __init__(self, held: Rule, today: date, parent: QWidget | None, *, told: str) -> None:
        super().__init__("End the rule", "End it", parent, intro=f"Rule {held.code}: {held.words} {told}")
        self.form.add(
            "last_day", "Last day", DateField(today=today), value=held.valid_to or today, needed=True
        )

    def value(self, answers: Answers) -> date:
        """The day."""
        day: date = answers["last_day"]
        return day
