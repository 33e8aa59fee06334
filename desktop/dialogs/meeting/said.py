"""Words said of an action, or a decision put right."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import DateField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog


@dataclass(frozen=True)
class SaidWords:
    """A note with the day on which it was said."""

    note: str
    on: date


class SayOfAction(FormDialog):
    """How an action goes on, or how it ended: a note and its day."""

    def __init__(
        self, title: str, verb: str, text: str, parent: QWidget | None, *, on: date, needed: bool
    ) -> None:
        super().__init__(title, verb, parent, intro=text)
        self.form.add("note", "Note", LongTextField(lines=3), needed=needed)
        self.form.add("on", "On", DateField(today=on), value=on, needed=True)

    def value(self, answers: Answers) -> SaidWords:
        """What was said, and when."""
        return SaidWords(**answers)


class DecisionForm(FormDialog):
    """Put the words of a decision right."""

    def __init__(self, number: str, text: str, parent: QWidget | None) -> None:
        super().__init__(f"Decision {number}", "Save changes", parent)
        self.form.add("text", "What was decided", LongTextField(lines=3), value=text, needed=True)

    def value(self, answers: Answers) -> str:
        """Its words."""
        return str(answers["text"])
