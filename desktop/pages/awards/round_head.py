"""Above the tabs of the awards: which round is shown, and what it is at."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from awards.rounds.rounds import rounds
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.forms.choice_row import add_choice
from desktop.widgets.parts import label


class RoundHead(QWidget):
    """A choice of rounds and a line that says where the one chosen stands."""

    def __init__(self, desk: Desk, chosen: ChosenRound) -> None:
        super().__init__()
        self._desk, self._chosen = desk, chosen
        row = QHBoxLayout(self)
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.setSpacing(PANE)
        self.which = add_choice(row, "Round", least_letters=18)
        self.stands = label("", "quiet", wrap=True)
        row.addWidget(self.stands, 4)
        self.which.changed.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self._chosen.choose(str(self.which.answer() or ""))

    def reload(self) -> None:
        """The rounds as they are now."""
        held, now = rounds(self._desk.db), self._chosen.round()
        if now is not None and now not in held:
            held = [now, *held]
        with QSignalBlocker(self.which):
            self.which.set_options([(one.id, one.name) for one in held])
            self.which.show_answer(now.id if now is not None else None)
        self.stands.setText(now.phase.label if now is not None else "")
        self.setVisible(bool(held))
