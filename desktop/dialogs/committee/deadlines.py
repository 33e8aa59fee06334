"""Meetings, deadlines before them, when one was met, and bank holidays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import suggesting
from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    number_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.committee.deadlines import MOST_DAYS
from engagement.committee.due_days import PUBLICATION, SUGGESTED, Rule
from engagement.committee.meetings import CommitteeMeeting


@dataclass(frozen=True)
class AskedMeeting:
    """A committee on a day."""

    committee: str
    meets_on: date
    note: str


class WriteMeeting(FormDialog):
    """Asks for a meeting; `held` is one to change. `known` are committees."""

    def __init__(
        self,
        known: Sequence[str],
        today: date,
        parent: QWidget | None,
        *,
        held: CommitteeMeeting | None = None,
    ) -> None:
        title, verb = ("Change the meeting", "Save changes") if held else ("Add a meeting", "Add meeting")
        super().__init__(title, verb, parent, width=560)
        add = self.form.add
        add("committee", "Committee", suggesting(TextField(), list(known)),
            value=held.committee if held else next(iter(known), None), needed=True)  # fmt: skip
        add("meets_on", "Meets on", DateField(today=today), value=held.meets_on if held else None, needed=True,
            help_text="All deadlines before it follow this day.")  # fmt: skip
        add("note", "Note", LongTextField(lines=2), value=held.note if held else None)

    def value(self, answers: Answers) -> AskedMeeting:
        """What is to be kept."""
        return AskedMeeting(**answers)


@dataclass(frozen=True)
class AskedRule:
    """So many days before the meeting of a committee, or of all of them."""

    name: str
    days: int
    is_clear: bool
    committee: str
    source: str


class WriteDeadline(FormDialog):
    """Asks for a deadline; `held` is one to change. No number is suggested: each council has its own."""

    def __init__(self, known: Sequence[str], parent: QWidget | None, *, held: Rule | None = None) -> None:
        title, verb = ("Change the deadline", "Save changes") if held else ("Set a deadline", "Set deadline")
        super().__init__(title, verb, parent, width=560)
        add = self.form.add
        self._name = suggesting(TextField(), [*SUGGESTED, PUBLICATION])
        add("name", "What is due", self._name, value=held.name if held else None, needed=True)
        add("working_days", "Days before the meeting", number_field(least=0, most=MOST_DAYS),
            value=held.working_days if held else None, needed=True,
            help_text="Working days: weekends and bank holidays are not counted.")  # fmt: skip
        add("is_clear", "", CheckField("Clear days: neither that day nor the meeting’s counts"),
            value=held.is_clear if held else False)  # fmt: skip
        add("committee", "Committee", ChoiceField([("", "All"), *((one, one) for one in known)]),
            value=held.committee if held else "")  # fmt: skip
        add("source", "Where it is written", TextField(), value=held.source if held else None,
            help_text="For example the council’s report-writing guide.")  # fmt: skip
        if held is not None:
            for name in ("name", "committee"):
                self.form.rows[name].setEnabled(False)  # they say which deadline it is

    def value(self, answers: Answers) -> AskedRule:
        """What is to be kept."""
        return AskedRule(
            answers["name"], answers["working_days"], bool(answers["is_clear"]), answers["committee"] or "",
            answers["source"],
        )  # fmt: skip


class MarkMet(FormDialog):
    """Asks on which day something was done; gives the day."""

    def __init__(self, what: str, title: str, today: date, parent: QWidget | None) -> None:
        super().__init__("Met", "Mark as met", parent, intro=f"{what}, for “{title}”.", width=460)
        self.form.add("on", "Met on", DateField(today=today), value=today, needed=True)

    def value(self, answers: Answers) -> date:
        """The day."""
        day: date = answers["on"]
        return day


@dataclass(frozen=True)
class AskedHoliday:
    """A day that was proclaimed or that the council keeps."""

    day: date
    name: str


class AddHoliday(FormDialog):
    """Asks for the day and its name."""

    def __init__(self, today: date, parent: QWidget | None) -> None:
        super().__init__("Add a bank holiday", "Add bank holiday", parent, width=460)
        self.form.add("day", "Day", DateField(today=today), needed=True)
        self.form.add("name", "Name", TextField(), needed=True)

    def value(self, answers: Answers) -> AskedHoliday:
        """What is to be kept."""
        return AskedHoliday(**answers)
