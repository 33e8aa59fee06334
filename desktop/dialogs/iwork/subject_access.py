"""A request to see everything that is held."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import DateField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.wording import date_words
from workforce.iwork.people.people import Person
from workforce.iwork.people.subject_access import SubjectAccess, due_after


@dataclass(frozen=True)
class Asked:
    """When everything was asked for, and by whom."""

    asked_on: date
    asked_by: str
    words: str


class WriteRequest(FormDialog):
    """Somebody asked; it is due within one calendar month."""

    def __init__(self, whose: Person, today: date, parent: QWidget | None) -> None:
        super().__init__(
            f"{whose.reference} asks for everything that is held", "Save the request", parent,
            intro=f"Asked today, it is due on {date_words(due_after(today))}: within one calendar month.",
        )  # fmt: skip
        add = self.form.add
        add("asked_on", "Asked on", DateField(today=today), value=today, needed=True)
        add(
            "asked_by",
            "Asked by",
            TextField(),
            help_text="As “themselves”, “their mother, with their agreement”.",
        )
        add("words", "Note", TextField())

    def value(self, answers: Answers) -> Asked:
        """The request."""
        return Asked(**answers)


class WriteGiven(FormDialog):
    """Everything was given."""

    def __init__(self, whose: Person, request: SubjectAccess, today: date, parent: QWidget | None) -> None:
        super().__init__(
            f"{whose.reference} was given everything", "Save", parent,
            intro=f"Asked for on {date_words(request.asked_on)}, due on {date_words(request.due_on)}.",
        )  # fmt: skip
        self.form.add("on", "Given on", DateField(today=today), value=today, needed=True)

    def value(self, answers: Answers) -> date:
        """The day."""
        day: date = answers["on"]
        return day
