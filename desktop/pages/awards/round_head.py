"""Above the tabs of the awards: which round is shown, what it is at, and what comes next."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from awards.rounds.moving_on import phase_standing
from awards.rounds.phase_plan import planned_phase
from awards.rounds.phases import following, in_the_way
from awards.rounds.rounds import AwardRound, rounds
from desktop import clock
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.round_acts import RoundActs
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.forms.choice_row import add_choice
from desktop.widgets.parts import label
from resources.wording import date_short, in_london

_IN_LINE = 7  # beneath the line, so that it is in line with the words of the choice


class RoundHead(QWidget):
    """A choice of rounds and a line that says where the one chosen stands; nothing without any."""

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__()
        self._desk, self._chosen, self._now = desk, chosen, now
        self.acts = RoundActs(desk, self, chosen, now=now)
        row = QHBoxLayout(self)
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.setSpacing(PANE)
        self._which = QWidget()
        inside = QHBoxLayout(self._which)
        inside.setContentsMargins(0, 0, 0, 0)
        self.which = add_choice(inside, "Round", least_letters=18)
        row.addWidget(self._which, 1)
        self.stands = label("", "quiet", wrap=True)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, _IN_LINE)
        beside.addStretch(1)
        beside.addWidget(self.stands)
        row.addLayout(beside, 4)
        self.which.changed.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self._chosen.choose(str(self.which.answer() or ""))

    def reload(self) -> None:
        """The rounds as they are now; those that were put away last, to be looked at or brought back."""
        held, now = rounds(self._desk.db, archived=True), self._chosen.round()
        held = sorted(held, key=lambda one: one.archived_on is not None)
        with QSignalBlocker(self.which):
            self.which.set_options([(one.id, _called(one)) for one in held])
            self.which.show_answer(now.id if now is not None else None)
        self.setVisible(bool(held))
        self.stands.setText(self._words(now) if now is not None else "")

    def _words(self, held: AwardRound) -> str:
        if held.archived_on is not None:
            return f"{held.phase.label}. Archived on {date_short(held.archived_on)}: nothing of it changes any more."
        if held.announced_at is not None:
            return f"{held.phase.label} on {date_short(in_london(held.announced_at).date())}."
        words, goal = f"{held.phase.label}{self._until(held)}.", following(held.phase)
        if goal is None:
            return words
        ways = in_the_way(goal, phase_standing(self._desk.db, held.id))
        first = f"{ways[0].partition('. ')[0]}." if ways else "Nothing is in its way."
        return f"{words} Next: {goal.label}. {first.replace('..', '.')}"

    def _until(self, held: AwardRound) -> str:
        planned = planned_phase(self._desk.db, held.id, held.phase)
        if planned.until_on is None:
            return ""
        over = planned.is_over(in_london(self._now()).date())
        return f", planned until {date_short(planned.until_on)}{', which is over' if over else ''}"


def _called(one: AwardRound) -> str:
    return one.name if one.archived_on is None else f"{one.name} (archived)"
