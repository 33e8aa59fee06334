"""What is compared with the wave chosen above, and whether it is allowed for how many figures are compared."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.shell.settings import Settings
from desktop.widgets.forms.choice_row import add_choice
from desktop.widgets.forms.fields import CheckField
from resources.wording import date_short
from workforce.survey.waves.waves import Wave

_REMEMBERED = "survey_changes"


class ChangeChoices(QWidget):
    """The choice of the earlier wave. `corrected` is a tick to be placed elsewhere. Both are remembered."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.earlier = add_choice(row, "Compared with", least_letters=18)
        self.corrected = CheckField("Allow for how many are compared")
        self.corrected.show_answer(settings.mapping(_REMEMBERED).get("corrected", True))
        self.earlier.changed.connect(self._choose)
        self.corrected.changed.connect(self._choose)

    @property
    def key(self) -> str:
        """The earlier wave."""
        return str(self.earlier.answer() or "")

    def offer(self, waves: Sequence[Wave]) -> None:
        """These waves; the one chosen before stays, else it is the last of them."""
        wanted, keys = (
            self.key or self._settings.mapping(_REMEMBERED).get("earlier"),
            [one.id for one in waves],
        )
        with QSignalBlocker(self.earlier):
            self.earlier.set_options(
                [(one.id, f"{one.name}, from {date_short(one.opens_on)}") for one in waves]
            )
            self.earlier.show_answer(wanted if wanted in keys else keys[-1])

    @Slot()
    def _choose(self) -> None:
        self._settings.put(_REMEMBERED, {"earlier": self.key, "corrected": self.corrected.answer()})
        self.changed.emit()
