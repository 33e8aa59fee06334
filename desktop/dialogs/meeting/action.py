"""An action, new or changed; and the series that carries it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.events.finding_people import people_finder
from desktop.widgets.forms.fields import ChoiceField, DateField, Pick, PickField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.meeting.actions import ActionDraft, ForumAction
from engagement.forums.series import Series
from resources.database import Database


class ActionForm(FormDialog):
    """What is to be done, by whom, by when. Enter in any field keeps it, so that minutes can go on."""

    def __init__(
        self,
        db: Database,
        parent: QWidget | None,
        *,
        today: date,
        at: str = "",
        action: ForumAction | None = None,
    ) -> None:
        title, verb = ("Change the action", "Save changes") if action else ("Raise an action", "Raise action")
        super().__init__(title, verb, parent, intro=f"At {at}." if at else "")
        add = self.form.add
        add("text", "What is to be done", TextField(), value=action.text if action else None, needed=True)
        own = action is not None and action.owner_contact_id is None
        add("owner", "Owner", TextField(), value=action.owner if action and own else None)
        chosen = Pick(action.owner_contact_id, action.owner) if action and action.owner_contact_id else None
        add("owner_contact_id", "Or a person of the register", PickField(people_finder(db)), value=chosen,
            help_text="Goes before the owner as text.")  # fmt: skip
        add("due_on", "Due", DateField(today=today), value=action.due_on if action else None)

    def value(self, answers: Answers) -> ActionDraft:
        """The action as it is to be."""
        return ActionDraft(**answers)


class MoveAction(FormDialog):
    """Which series carries the action from now on."""

    def __init__(self, series: Sequence[Series], action: ForumAction, parent: QWidget | None) -> None:
        super().__init__("Move to another series", "Move action", parent, intro=action.text)
        options = [(one.id, one.name) for one in series]
        self.form.add("series", "Series", ChoiceField(options), value=action.series_id, needed=True)

    def value(self, answers: Answers) -> str:
        """Its key."""
        return str(answers["series"])
