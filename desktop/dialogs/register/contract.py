"""The contract with a service: a new status, one of the past, and putting an entry right."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import CheckField, DateField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.contracts import StatusPeriod
from engagement.register.vocabulary import ContractStatus
from resources.problem import FieldProblem

_EXEMPT = "Which service is under notice, suspended or terminated is exempt from publication; how many are is public."


@dataclass(frozen=True)
class NewStatus:
    """A status from a day on; with `until_on` one that has ended."""

    status: ContractStatus
    from_on: date
    until_on: date | None
    reason: str


@dataclass(frozen=True)
class Correction:
    """What an entry should say; `remove` takes it away instead."""

    status: ContractStatus
    from_on: date
    until_on: date | None
    reason: str
    remove: bool


class SetContract(FormDialog):
    """Where the contract stands from a day on."""

    def __init__(self, name: str, held: StatusPeriod | None, today: date, parent: QWidget | None) -> None:
        stands = f"Now: {held.words}." if held is not None else "There is no contract now."
        super().__init__(f"Contract of {name}", "Set status", parent, intro=f"{stands} {_EXEMPT}")
        add = self.form.add
        add("status", "Contract", words_field(ContractStatus), needed=True)
        add("from_on", "From", DateField(today=today), value=today, needed=True)
        add("ended", "", CheckField("This status has ended: record it as past"))
        add(
            "until_on", "Until", DateField(today=today), help_text="The first day on which it no longer held."
        )
        add("reason", "Reason", TextField(), help_text="For the team; it is never published.")
        self.form.rows["ended"].field.changed.connect(self._show_end)
        self._show_end()

    @Slot()
    def _show_end(self) -> None:
        self.form.show_row("until_on", bool(self.form.rows["ended"].field.answer()))

    def value(self, answers: Answers) -> NewStatus:
        """The status."""
        if answers["ended"] and not answers["until_on"]:
            raise FieldProblem("until_on", "Until: a status that has ended needs the day. Give it.")
        return NewStatus(answers["status"], answers["from_on"], answers.get("until_on"), answers["reason"])


class CorrectContract(FormDialog):
    """Put one entry of a contract's history right, or take it away."""

    def __init__(self, name: str, held: StatusPeriod, today: date, parent: QWidget | None) -> None:
        super().__init__(f"Contract of {name}", "Save changes", parent, intro=f"The entry “{held.words}”.")
        add = self.form.add
        choices = words_field(ContractStatus, without=(ContractStatus.NONE,))
        add("status", "Contract", choices, value=held.status, needed=True)
        add("from_on", "From", DateField(today=today), value=held.from_on, needed=True)
        add("until_on", "Until", DateField(today=today), value=held.until_on,
            help_text="The first day on which it no longer held; empty where it still holds.")  # fmt: skip
        add("reason", "Reason", TextField(), value=held.reason)
        add("remove", "", CheckField("This entry is wrong: remove it"))

    def value(self, answers: Answers) -> Correction:
        """What it should say."""
        return Correction(**answers)
