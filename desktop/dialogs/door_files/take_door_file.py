"""For which laptop and door a door file is."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import TextField
from desktop.widgets.forms.form import Answers, FormDialog


class TakeDoorFile(FormDialog):
    """Gives the label. `check` refuses one that another door file of the event has."""

    def __init__(
        self, event: str, suggested: str, check: Callable[[str], object], parent: QWidget | None
    ) -> None:
        super().__init__(
            "Take a door file",
            "Choose where it goes…",
            parent,
            intro=f"A copy of this file for a laptop at a door of {event}. It holds this event, its people and the "
            "register’s names, and none of the notes, contracts, other events or history. Check people in with it, "
            "then bring it back here: nobody is lost and nobody counted twice.",
        )
        self._check = check
        self.form.add(
            "label", "Laptop and door", TextField(), value=suggested, needed=True,
            help_text="The door’s log names it by this, so each laptop needs its own.",
        )  # fmt: skip

    def value(self, answers: Answers) -> str:
        """The label."""
        self._check(answers["label"])
        return str(answers["label"]).strip()
