"""Whose name the history carries."""

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import TextField
from desktop.widgets.forms.form import Answers, FormDialog


class YourName(FormDialog):
    """Asks for the name that is written beside each change."""

    def __init__(self, name: str, parent: QWidget | None) -> None:
        super().__init__(
            "Your name", "Use this name", parent, intro="It is written beside each change that you make."
        )
        self.form.add("name", "Name", TextField(), value=name, needed=True)

    def value(self, answers: Answers) -> str:
        """The name."""
        return str(answers["name"])
