"""What members are asked to decide."""

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import LongTextField
from desktop.widgets.forms.form import Answers, FormDialog


class WriteRecommendation(FormDialog):
    """Gives its words. `held` are those to change."""

    def __init__(self, parent: QWidget | None, *, held: str = "") -> None:
        title, verb = (
            ("Change the recommendation", "Save changes")
            if held
            else ("Add a recommendation", "Add recommendation")
        )
        super().__init__(title, verb, parent, width=620)
        self.form.add(
            "text", "Members are asked to", LongTextField(lines=4), value=held or None, needed=True,
            help_text="It is numbered by itself, and printed after “That:” where the house style has it.",
        )  # fmt: skip

    def value(self, answers: Answers) -> str:
        """The words."""
        return str(answers["text"])
