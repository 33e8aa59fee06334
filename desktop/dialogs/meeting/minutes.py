"""What is said of the minutes as a whole."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.meeting.minutes import Minutes


class MinutesForm(FormDialog):
    """Who chaired, who took the minutes, and when a later meeting agreed them."""

    def __init__(self, held: Minutes, parent: QWidget | None, *, today: date) -> None:
        super().__init__("Chair and agreement", "Save", parent)
        add = self.form.add
        add("chair", "Chair", TextField(), value=held.chair)
        add("taken_by", "Minutes taken by", TextField(), value=held.taken_by)
        add("agreed_on", "Agreed on", DateField(today=today), value=held.agreed_on,
            help_text="The day of the later meeting that agreed them.")  # fmt: skip
        add(
            "note",
            "Note",
            LongTextField(lines=2),
            value=held.note,
            help_text="Stands at the top of the minutes.",
        )

    def value(self, answers: Answers) -> Minutes:
        """The minutes as they are to be."""
        return Minutes(**answers)
