"""Reminders that are typed, and benefit limits that somebody looked up."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.dialogs.iwork.placement_fields import hours_field, person_field
from desktop.widgets.forms.fields import DateField, LongTextField, Pick, TextField, money_field, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from resources.problem import FieldProblem
from workforce.iwork.placements.benefits import OF_MONEY, OF_TIME, BenefitRule
from workforce.iwork.placements.reminders import Reminder, ReminderFacts
from workforce.iwork.vocabulary import BenefitKind, ReminderKind


class WriteReminder(FormDialog):
    """Something to remember; `held` is the one that is put right."""

    def __init__(
        self, vault: Database, today: date, parent: QWidget | None, *, held: Reminder | None = None,
        person: Pick | None = None,
    ) -> None:  # fmt: skip
        title, verb = ("Change the reminder", "Save changes") if held else ("Add a reminder", "Add reminder")
        super().__init__(title, verb, parent)
        add = self.form.add
        add("words", "To do", LongTextField(lines=2), value=held.words if held else None, needed=True)
        add("due_on", "By", DateField(today=today), value=held.due_on if held else None, needed=True)
        self._is_new = held is None
        if held is None:
            add(
                "person_id",
                "About",
                person_field(vault),
                value=person,
                help_text="Leave it empty where it is about nobody.",
            )
        add(
            "kind",
            "What",
            words_field(ReminderKind),
            value=held.kind if held else ReminderKind.OTHER,
            needed=True,
        )

    def value(self, answers: Answers) -> ReminderFacts:
        """All of it."""
        facts = ReminderFacts(
            words=answers["words"], due_on=answers["due_on"], kind=ReminderKind(answers["kind"])
        )
        if self._is_new:
            facts["person_id"] = answers["person_id"]
        return facts


@dataclass(frozen=True)
class SaidRule:
    """A limit with its source."""

    kind: BenefitKind
    from_on: date
    until_on: date | None
    amount: int
    source: str
    checked_on: date | None


class WriteRule(FormDialog):
    """A limit that somebody looked up. It counts as checked with the day on which they did."""

    def __init__(self, today: date, parent: QWidget | None, *, held: BenefitRule | None = None) -> None:
        super().__init__(
            "Set a benefit limit", "Save the limit", parent, width=560,
            intro="Look it up at its source first. Without the day on which that was done it counts as not checked.",
        )  # fmt: skip
        add = self.form.add
        self._kind = words_field(BenefitKind)
        add("kind", "Limit", self._kind, value=held.kind if held else None, needed=True)
        add(
            "minutes",
            "Hours a week",
            hours_field(),
            value=held.amount if held and held.kind in OF_TIME else None,
        )
        add(
            "pence",
            "Pounds a week",
            money_field(),
            value=held.amount if held and held.kind in OF_MONEY else None,
        )
        add("weeks", "Weeks", number_field(least=1, most=104),
            value=held.amount if held and held.kind is BenefitKind.ACCESS_WEEKS else None)  # fmt: skip
        add("from_on", "From", DateField(today=today), value=held.from_on if held else None, needed=True,
            help_text="An earlier limit of the same kind ends the day before.")  # fmt: skip
        add("until_on", "Until", DateField(today=today), value=held.until_on if held else None)
        add("source", "Source", TextField(), needed=True, help_text="Such as the page at gov.uk.",
            value=held.source if held and held.id else None)  # fmt: skip
        add("checked_on", "Checked on", DateField(today=today), value=held.checked_on if held else None,
            help_text="The day on which you looked it up yourself.")  # fmt: skip
        self._kind.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        kind = None if self._kind.is_empty() else BenefitKind(self._kind.answer())
        for name, shown in (
            ("minutes", kind in OF_TIME), ("pence", kind in OF_MONEY), ("weeks", kind is BenefitKind.ACCESS_WEEKS)
        ):  # fmt: skip
            self.form.show_row(name, shown)

    def value(self, answers: Answers) -> SaidRule:
        """The limit in its own unit."""
        name = next(name for name in ("minutes", "pence", "weeks") if name in answers)
        if not answers[name]:
            raise FieldProblem(name, "A limit is more than nothing. Give the amount.")
        return SaidRule(
            BenefitKind(answers["kind"]), answers["from_on"], answers["until_on"], answers[name], answers["source"],
            answers["checked_on"],
        )  # fmt: skip
