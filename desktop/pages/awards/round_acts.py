"""What is done with a round as a whole: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from awards.rounds import copying, moving_on, rounds
from awards.rounds.phase_plan import PhaseFacts, planned_phase, set_phase
from awards.rounds.phases import following, in_the_way, worth_knowing
from awards.rounds.rounds import AwardRound, RoundFacts
from awards.vocabulary import RoundPhase
from desktop.dialogs.awards.round import Back, MoveBack, PlanPhase, Started, StartRound, WriteRules
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.problem import Problem
from resources.wording import in_london


class RoundActs(QObject):
    """Acts on the round chosen, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, chosen: ChosenRound, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._chosen, self._now = desk, view, chosen, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _current(self) -> AwardRound:
        held = self._chosen.round()
        if held is None:
            raise Problem("No round is held yet. Start one.")
        return held

    # A round

    def start(self) -> None:
        """One more."""
        StartRound(rounds.rounds(self._desk.db), self._today(), self._view).ask(self._started)

    def _started(self, asked: Started) -> None:
        db, today = self._desk.db, self._today()
        if asked.like:
            made = copying.next_round(db, asked.like, name=asked.name, year=asked.year, today=today)
        else:
            made = rounds.start_round(db, asked.name, year=asked.year, today=today)
        self._desk.messages.done(f"Started {made.name}")
        self._chosen.choose(made.id)

    def edit(self) -> None:
        """Its rules."""
        held = self._current()
        WriteRules(held, self._today(), self._view).ask(partial(self._edited, held))

    def _edited(self, held: AwardRound, facts: RoundFacts) -> None:
        changed = rounds.edit_round(self._desk.db, held.id, **facts)
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed the round {changed.name}")

    def archive(self) -> None:
        """Put it away."""
        held = self._current()
        detail = "Nothing of it changes any more until “Bring back” restores it."
        Question(f"Archive {held.name}?", detail, "Archive", self._view).ask(partial(self._archived, held.id))

    def _archived(self, key: str) -> None:
        held = rounds.archive_round(self._desk.db, key, today=self._today())
        self._desk.messages.done(f"Archived the round {held.name}")

    def restore(self) -> None:
        """Bring it back."""
        held = rounds.restore_round(self._desk.db, self._current().id)
        self._desk.messages.done(f"Restored the round {held.name}")

    # Its phases

    def plan(self, phase: str = "") -> None:
        """The days of a phase; without one those of the phase it is at."""
        held = self._current()
        one = planned_phase(self._desk.db, held.id, RoundPhase(phase) if phase else held.phase)
        PlanPhase(one, self._today(), self._view).ask(partial(self._planned, held.id, one.phase))

    def _planned(self, key: str, phase: RoundPhase, facts: PhaseFacts) -> None:
        one = set_phase(self._desk.db, key, phase, **facts)
        self._desk.messages.done(f"Planned “{one.phase.label}”")

    def move_on(self) -> None:
        """To the next phase, once nothing stands in the way; what does is said all at once."""
        held = self._current()
        goal = following(held.phase)
        if goal is None:
            raise Problem(f"{held.name} is at its last phase.")
        standing = moving_on.phase_standing(self._desk.db, held.id)
        ways = in_the_way(goal, standing)
        if ways:
            raise Problem(ways[0], details=ways[1:])
        detail = " ".join(worth_knowing(goal, standing)) or f"It is at “{held.phase.label}” now."
        question = Question(f"Move {held.name} to “{goal.label}”?", detail, "Move on", self._view)
        question.ask(partial(self._move, held.id, goal))

    def _move(self, key: str, goal: RoundPhase) -> None:
        held = moving_on.move_phase(self._desk.db, key, goal, now=self._now())
        self._desk.messages.done(f"{held.name}: {held.phase.label}")

    def move_back(self) -> None:
        """To an earlier phase, with a reason."""
        held = self._current()
        MoveBack(held, self._view).ask(partial(self._moved_back, held.id))

    def _moved_back(self, key: str, asked: Back) -> None:
        held = moving_on.move_phase(self._desk.db, key, asked.to, now=self._now(), reason=asked.reason)
        self._desk.messages.done(f"{held.name}: back to “{held.phase.label}”")
