"""An item of an agenda, new or changed."""

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField, TextField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.meeting.first_agenda import ItemDraft


class AgendaItemForm(FormDialog):
    """Title, minutes, who brings it, what to read; whether it comes back and whether it is exempt."""

    def __init__(self, parent: QWidget | None, draft: ItemDraft | None = None) -> None:
        title, verb = ("Change the item", "Save changes") if draft else ("Add an item", "Add item")
        super().__init__(title, verb, parent)
        held = draft or ItemDraft("")
        add = self.form.add
        add("title", "Title", TextField(), value=held.title or None, needed=True)
        add("minutes", "Minutes", number_field(least=1, most=1_440), value=held.minutes,
            help_text="The times of the items that follow come from it.")  # fmt: skip
        add("owner", "Owner", TextField(), value=held.owner, help_text="Who brings it.")
        add("paper", "Paper", TextField(), value=held.paper, help_text="Its title or file name.")
        add("standing", "", CheckField("Comes back in the next agenda"), value=held.standing)
        add("exempt", "", CheckField("Exempt: not for publication"), value=held.exempt)

    def value(self, answers: Answers) -> ItemDraft:
        """The item as it is to be."""
        return ItemDraft(**answers)
