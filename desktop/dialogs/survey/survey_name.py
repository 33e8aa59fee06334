"""What a survey is called, and what it is for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from workforce.survey.surveys import Survey


@dataclass(frozen=True)
class Named:
    """What was typed."""

    name: str
    purpose: str


class NameSurvey(FormDialog):
    """`held` is the survey to change; without it another one is added."""

    def __init__(self, held: Survey | None, parent: QWidget | None) -> None:
        title, verb = ("Name the survey", "Save changes") if held else ("Add a survey", "Add survey")
        intro = "" if held else "It begins without a question. The recruitment survey stays as it is."
        super().__init__(title, verb, parent, intro=intro)
        self.form.add("name", "Name", TextField(), value=held.name if held else None, needed=True)
        self.form.add("purpose", "What it is for", LongTextField(lines=3), value=held.purpose if held else None,
                      help_text="Stands at the top of the questionnaire on paper.")  # fmt: skip

    def value(self, answers: Answers) -> Named:
        """As it is to be kept."""
        return Named(answers["name"], answers["purpose"])


class BringBack(FormDialog):
    """Which archived survey comes back."""

    def __init__(self, archived: Sequence[Survey], parent: QWidget | None) -> None:
        super().__init__("Restore a survey", "Restore", parent)
        options = [(one.id, one.name) for one in archived]
        self.form.add("survey", "Survey", ChoiceField(options), value=options[0][0], needed=True)

    def value(self, answers: Answers) -> str:
        """Its key."""
        return str(answers["survey"])
