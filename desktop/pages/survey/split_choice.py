"""By what the answers to a question are split."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.shell.settings import Settings
from desktop.widgets.forms.choice_row import add_choice
from resources.problem import Problem
from resources.wording import shortened
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.waves.asked import Asked

_REMEMBERED = "survey_split"
_LONGEST = 70


class SplitChoice(QWidget):
    """Nothing, what the register tells, or another question. `changed` tells that a person chose; remembered."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._chosen = settings.text(_REMEMBERED)
        self._offered: set[object] = set()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.field = add_choice(row, "Split by", least_letters=20)
        self.field.changed.connect(self._choose)

    @property
    def by(self) -> GroupBy | str | None:
        """What was chosen: a question by its key."""
        if not self._chosen or self._chosen not in self._offered:
            return None
        return GroupBy.read(self._chosen) or self._chosen

    def offer(self, asked: Sequence[Asked], *, besides: str) -> None:
        """Every way to split the question `besides`; what was chosen waits where it is not one."""
        options: list[tuple[object, str]] = [("", "Not split"), *((by.value, by.label) for by in GroupBy)]
        options += [
            (one.question.id, shortened(one.wording, _LONGEST))
            for one in asked
            if one.question.kind.has_options and one.question.id != besides
        ]
        with QSignalBlocker(self.field):
            self.field.set_options(options)
            self._offered = {value for value, _ in options}
            self.field.show_answer(self._chosen if self._chosen in self._offered else "")

    @Slot()
    def _choose(self) -> None:
        try:
            chosen = str(self.field.answer() or "")
        except Problem:  # a question half typed: what is shown stays as it is
            return
        if chosen != self._chosen:
            self._chosen = chosen
            self._settings.put(_REMEMBERED, chosen)
            self.changed.emit()
